"""Old addresses lead on, codes lead to their places, and none of it is found by search or copied into another page.

A few real pages stand in a folder of their own; there a page and a heading are renamed as an author would.
"""

import json
import re
import shutil
from pathlib import Path

import pytest

from fii_widgets.errors import SourceError
from tools import check_site
from tools.addresses import aliases, codes, links_lock
from tools.pages import markup, places
from tools.pages.parts import GATHERING, NO_TEXT
from tools.passes import moved, spots

PAGE = "model/stoplicht/"
NEW = "model/lichten/"


@pytest.fixture
def part(site: Path, tmp_path: Path) -> Path:
    """The pages of a site that has this one, as they were before anything led on."""
    folder = tmp_path / "site"
    for address in ("", "model/", PAGE, "naslag/begrippen/", "checklists/stoplicht-1/"):
        (folder / address).mkdir(parents=True, exist_ok=True)
        page = markup.read(site / address / "index.html")
        moved.strip(page)
        spots.strip(page)
        (folder / address / "index.html").write_text(markup.serialise(page), "utf-8")
    return folder


@pytest.fixture
def changed(part: Path, tmp_path: Path) -> Path:
    """The same after a page and a heading on another page got other names; what was promised is in the lock."""
    (tmp_path / "links.lock").write_text("\n".join(places.offered(part)), "utf-8")
    (part / PAGE).rename(part / NEW)
    home = part / "model" / "index.html"
    home.write_text(home.read_text("utf-8").replace('id="fii-volgorde"', 'id="fii-de-volgorde"'), "utf-8")
    return part


def difference(site: Path, tmp_path: Path) -> list[tuple[str, str]]:
    return links_lock.difference(site, tmp_path / "links.lock", tmp_path / "aliassen.yml")[0]


def test_the_build_asks_for_the_lines_and_is_content_with_them(changed: Path, tmp_path: Path) -> None:
    gone = difference(changed, tmp_path)
    assert gone == [("model/#fii-volgorde", "model/#fii-de-volgorde"), (PAGE, NEW)]
    said = links_lock.refusal(gone)
    assert said.splitlines()[1:] == ["model/#fii-volgorde: model/#fii-de-volgorde", f"{PAGE}: {NEW}"]
    (tmp_path / "aliassen.yml").write_text(aliases.as_lines(gone), "utf-8")
    assert difference(changed, tmp_path) == []
    moved.write(changed, tmp_path / "aliassen.yml")
    assert difference(changed, tmp_path) == []


def test_a_page_that_disappears_without_a_new_one_is_asked_for_too(part: Path, tmp_path: Path) -> None:
    (tmp_path / "links.lock").write_text("\n".join(places.offered(part)), "utf-8")
    shutil.rmtree(part / PAGE)
    gone = dict(difference(part, tmp_path))
    assert gone[PAGE] == "model/"
    assert gone[f"{PAGE}#fii-stoplicht-lichten"].startswith("model/")


def test_an_alias_for_what_still_exists_stops_the_passes_before_they_write(part: Path, tmp_path: Path) -> None:
    file = tmp_path / "aliassen.yml"
    file.write_text(f"{PAGE}: model/\n", "utf-8")
    before = (part / PAGE / "index.html").read_bytes()
    with pytest.raises(SourceError, match=r"aliassen.yml:1: 'model/stoplicht/' bestaat nog"):
        moved.write(part, file)
    assert (part / PAGE / "index.html").read_bytes() == before


def test_old_addresses_have_a_page_or_an_element(changed: Path, tmp_path: Path) -> None:
    file = tmp_path / "aliassen.yml"
    lines = [
        f"{PAGE}: {NEW}",
        "model/#fii-volgorde: model/#fii-de-volgorde",
        f"{PAGE}#weg: model/#fii-fasen",
        f"model/#verhuisd: {NEW}#fii-stoplicht-lichten",
        "checklists/stoplicht-1/#s1-00: checklists/stoplicht-1/#s1-01",
    ]
    file.write_text("\n".join(lines), "utf-8")
    moved.write(changed, file)
    page = markup.read(changed / PAGE / "index.html")
    onward = page.css_first("a[data-fii-onward]")
    assert onward is not None
    assert onward.attrs["href"] == f"../../{NEW}"
    assert markup.text(onward) == "De stoplichtmethode"
    place = page.css_first("a#weg")
    assert place is not None
    assert place.attrs["href"] == "../../model/#fii-fasen"
    model = markup.read(changed / "model" / "index.html")
    mark = model.css_first("#fii-volgorde")
    assert mark is not None
    assert mark.parent is not None
    assert mark.parent.id == "fii-de-volgorde"
    assert markup.text(mark) == ""
    line = model.css_first("p#verhuisd a")
    assert line is not None
    assert line.attrs["href"] == f"../{NEW}#fii-stoplicht-lichten"
    item = markup.read(changed / "checklists/stoplicht-1/index.html").css_first("div#s1-01 > #s1-00")
    assert item is not None
    # what leads on is no place of its own: the lock never promises it
    assert not {PAGE, f"{PAGE}#weg", "model/#verhuisd", "model/#fii-volgorde"} & set(places.offered(changed))


def test_running_it_again_changes_nothing(changed: Path, tmp_path: Path) -> None:
    file = tmp_path / "aliassen.yml"
    file.write_text(f"{PAGE}: {NEW}\nmodel/#fii-volgorde: model/#fii-de-volgorde\n", "utf-8")

    def run() -> dict[str, bytes]:
        moved.clear(changed)
        for path in markup.pages(changed):
            page = markup.read(path)
            moved.strip(page)
            spots.strip(page)
            path.write_text(markup.serialise(page), "utf-8")
        spots.write(changed, moved.write(changed, file), tmp_path / "codes.lock")
        return {path.relative_to(changed).as_posix(): path.read_bytes() for path in changed.rglob("*.html")}

    assert run() == run()


def test_every_place_shows_its_code_and_every_code_has_a_page(site: Path) -> None:
    made, kept = codes.of_site(site), codes.read()
    assert kept.items() <= made.given.items(), "a code that was given out stays what it was"
    assert made.given == kept or not links_lock.is_release(), "new places: `make codes` records them"
    shown = {
        f"{address}#{(node.attrs.get('href') or '').removeprefix('#')}": node.attrs["data-fii-spot"]
        for address in {code.partition("#")[0] for code in made.leads.values()}
        for node in markup.read(site / address / "index.html").css("a[data-fii-spot]")
    }
    places = {address.removeprefix("./"): code for address, code in made.of.items() if "#" in address}
    assert places.items() <= shown.items()
    text = next(site.glob("javascripts/codes-list-*.js")).read_text("utf-8")
    assert json.loads(json.loads(re.sub(r"^globalThis\.fiiCodes=|;\s*$", "", text))) == made.leads
    for code, address in made.leads.items():
        page = (site / "ga" / code / "index.html").read_text("utf-8")
        assert f'href="../../{address.removeprefix("./")}"' in page


#: why a place that is promised has no code and no link to copy of its own (also on the page hoe-deze-site-werkt)
REASONS = {
    "explains the site or needs a screen": lambda page, _node: page.startswith(NO_TEXT),
    "gathers what has its link on its own page": lambda page, _node: page.endswith(GATHERING),
    "is the page itself, whose link stands at its title": lambda _page, node: node is not None and node.tag == "h1",
    "is the form of the page": lambda page, node: (
        page.startswith("checklists/") and node is not None and "data-fii-id" in node.attrs
    ),
    "is a field beside the points, without a number": lambda page, node: (
        page.startswith("checklists/") and "fii-field" in markup.classes(node)
    ),
}


def test_every_place_has_a_link_to_copy_or_a_reason_why_not(site: Path) -> None:
    coded = {address.removeprefix("./") if "#" in address else address for address in codes.of_site(site).of}
    pages: dict[str, dict[str | None, markup.Node]] = {}
    used, without = set(), []
    for address in places.offered(site):
        if address in coded:
            continue
        page, _, id_ = address.partition("#")
        if page not in pages:
            pages[page] = {node.id: node for node in markup.read(site / page / "index.html").css("[id]")}
        node = pages[page].get(id_)
        why = [reason for reason, holds in REASONS.items() if holds(page, node)]
        used |= {*why}
        without += [] if why else [address]
    assert without == []
    assert used == set(REASONS), "a reason that holds nowhere is none"


def test_what_leads_on_is_not_found_and_not_copied(site: Path) -> None:
    register = next((site / "javascripts").glob("search-register-*.js")).read_text("utf-8")
    assert re.findall(r'"ga/([^"\\]*)', register) in ([""], ["", ""]), (
        "the page of codes is found, not what leads on from one"
    )
    whole = (site / "alles/index.html").read_text("utf-8")
    assert "data-fii-spot" not in whole
    assert "hb-ga" not in whole


def test_pages_that_lead_on_pass_our_own_rules(changed: Path, tmp_path: Path) -> None:
    file = tmp_path / "aliassen.yml"
    file.write_text(f"{PAGE}: {NEW}\n{PAGE}#weg: model/#fii-fasen\nmodel/#fii-volgorde: model/\n", "utf-8")
    spots.write(changed, moved.write(changed, file), tmp_path / "codes.lock")
    # a code page stands apart for the walkers; here it is looked at as any other
    shutil.copytree(changed / "ga" / "m1", changed / "een" / "code")
    for path in (changed / PAGE / "index.html", changed / "een" / "code" / "index.html"):
        for link in markup.read(path).css("link[href], script[src]"):
            name = path.parent / (link.attrs.get("href") or link.attrs.get("src") or "")
            name.resolve().parent.mkdir(parents=True, exist_ok=True)
            name.resolve().touch()
    found = [str(finding) for finding in check_site.check(changed) if finding.page.startswith((PAGE, "een/"))]
    assert found == []
