"""What was published stays. What is new is welcome in a proposal, and recorded before a release (FII_RELEASE=1)."""

import shutil
from pathlib import Path

import pytest

from fii_widgets.handbook.pages import read_pages
from tools import build as site_tool
from tools.addresses import aliases, codes, links_lock
from tools.addresses.aliases import Alias, Aliases
from tools.pages import places
from tools.paths import DOCS, ROOT

LOST = "fii-stoplicht-lichten"


def test_the_site_offers_what_was_promised(site: Path) -> None:
    gone, new = links_lock.difference(site)
    assert gone == [], "these addresses disappeared: put them back or make an alias"
    assert new == [] or not links_lock.is_release(), "new addresses: `make codes` records them"


def test_what_is_new_is_told_and_stops_only_a_release(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    # all that stands in this small site is recorded, but for one place
    small = tmp_path / "site"
    for name in ("index.html", "model/index.html"):
        (small / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(site / name, small / name)
    monkeypatch.setattr(links_lock.aliases, "FILE", tmp_path / "aliassen.yml")
    monkeypatch.setattr(links_lock, "LOCK", tmp_path / "links.lock")
    monkeypatch.setattr(codes, "LOCK", tmp_path / "codes.lock")
    links_lock.LOCK.write_text("\n".join({*places.offered(small)} - {"model/#fii-fasen"}), "utf-8")
    codes.write(codes.of_site(small, codes.LOCK), codes.LOCK)
    for release, actions, code, said in (
        ("", "", 0, f"1 nieuw adres of nieuwe code: model/#fii-fasen. {links_lock.WELCOME}"),
        ("", "true", 0, "::notice file=links.lock,line=1::1 nieuw adres"),
        ("1", "true", 1, "::error file=links.lock,line=1::1 nieuw adres"),
        ("1", "", 1, links_lock.RECORD),
    ):
        monkeypatch.setenv("FII_RELEASE", release)
        monkeypatch.setenv("GITHUB_ACTIONS", actions)
        assert links_lock.main(["--controle", str(small)]) == code
        told = capsys.readouterr()
        assert said in told.out + told.err
        assert ("::" in told.out) == bool(actions)


def test_what_disappeared_is_shown_at_its_page_near_what_came_in_its_place(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "model").mkdir()
    shutil.copyfile(site / "model/index.html", tmp_path / "model/index.html")
    monkeypatch.setattr(links_lock, "LOCK", tmp_path / "links.lock")
    monkeypatch.setattr(links_lock.aliases, "FILE", tmp_path / "aliassen.yml")
    there = {*places.offered(tmp_path)} - {"model/#fii-volgorde"}
    links_lock.LOCK.write_text("\n".join({*there, "model/#fii-volgorden", "weg/"}), "utf-8")
    monkeypatch.setenv("GITHUB_ACTIONS", "true")
    assert links_lock.main(["--controle", str(tmp_path)]) == 1
    page = (DOCS / "model/index.md").read_text("utf-8").splitlines()
    line = next(number for number, text in enumerate(page, 1) if "fii-volgorde" in text)
    told = capsys.readouterr().out
    assert f"::error file=docs/model/index.md,line={line}::Dit adres is ooit gepubliceerd" in told
    assert "%0Amodel/#fii-volgorden: model/#fii-volgorde\n" in told, "the line to add stands with it"
    assert "::error file=aliassen.yml,line=1::" in told, "of a page that is gone no file is left"


def test_every_page_of_the_tree_is_promised_with_its_ids() -> None:
    rows = (ROOT / "tests" / "content" / "tree.tsv").read_text("utf-8").splitlines()[1:]
    promised = set(links_lock.locked())
    wanted = {f"{address}#{id_}" for address, id_ in (row.split("\t") for row in rows)}
    assert wanted - promised == set()


def test_every_promised_page_from_the_sources_is_in_the_tree() -> None:
    """Pages of others, without a source, may be added; so may checklists and what explains the site."""
    rows = (ROOT / "tests" / "content" / "tree.tsv").read_text("utf-8").splitlines()[1:]
    tree = {row.split("\t")[0] or "./" for row in rows}
    promised = {address for address in links_lock.locked() if "#" not in address}
    sourced = {page.address or "./" for page in read_pages(DOCS) if page.meta.tree.get("bronnen")}
    outside = {page for page in sourced & promised - tree if not page.startswith(("checklists/", "over/"))}
    assert all(page.endswith("/geheel/") for page in outside), outside
    assert tree <= promised


def test_a_page_that_disappears_is_noticed(site: Path, tmp_path: Path) -> None:
    lock = tmp_path / "links.lock"
    lock.write_text("\n".join([*places.offered(site), "model/oud/", "model/#oud"]) + "\n", "utf-8")
    gone, new = links_lock.difference(site, lock)
    assert [address for address, _ in gone] == ["model/#oud", "model/oud/"]
    assert new == []


def test_whatever_page_or_place_disappears_is_asked_for_and_its_line_mends_it(site: Path) -> None:
    now, promised = frozenset(places.offered(site)), links_lock.locked()
    found = aliases.read(now)
    # what was promised and moved before leads on; all that is there can go
    there = [address for address in promised if address in now]
    assert len(there) > 1000
    for address in there:
        page, mark, _ = address.partition("#")
        if address == "./":
            continue  # without a start page there is no site
        lost = {address} if mark else {one for one in now if one == page or one.startswith(f"{page}#")}
        kept = [alias for alias in found if alias.new not in lost]
        left = Aliases({alias.old: alias for alias in kept}, now - lost)
        gone = aliases.missing(_of(lost, there), left, [])
        assert gone, address
        assert address in dict(gone)
        assert f"\n{aliases.as_lines(gone)}" in links_lock.refusal(gone)
        mended = Aliases({**left.lines, **{old: Alias(old, new, 1) for old, new in gone}}, left.now)
        assert aliases.missing(_of(lost, there), mended, []) == [], address
        assert all(new in left.now for _, new in gone), gone


def _of(lost: set[str], there: list[str]) -> list[str]:
    """What may lead nowhere now: the rest is there, and asked by the test of the whole site."""
    return [address for address in there if address in lost]


@pytest.mark.full
def test_the_gate_of_the_build_refuses_a_heading_that_disappeared_and_leaves_the_site_alone(
    site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capfd: pytest.CaptureFixture[str]
) -> None:
    def without_a_heading(folder: Path) -> str:
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(site, folder)
        page = folder / "model/stoplicht/index.html"
        text = page.read_text("utf-8")
        assert f'id="{LOST}"' in text
        # the passes put a link beside each heading: it goes with it, as in a build without the heading
        page.write_text(
            text.replace(f'id="{LOST}"', 'id="fii-stoplicht-anders"').replace(f"#{LOST}", "#fii-stoplicht-anders"),
            "utf-8",
        )
        return ""

    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "index.html").write_text("van gisteren", "utf-8")
    monkeypatch.setattr(site_tool, "NEXT", tmp_path / "next")
    monkeypatch.setattr(site_tool, "build", without_a_heading)
    assert site_tool.main(["--to", str(tmp_path / "site")]) == 1
    said = capfd.readouterr().err
    assert f"\nmodel/stoplicht/#{LOST}: model/stoplicht/#fii-stoplicht-anders\n" in said
    assert "step 'links' failed; site/ was not changed" in said
    assert [path.name for path in (tmp_path / "site").iterdir()] == ["index.html"]
    assert (tmp_path / "site" / "index.html").read_text("utf-8") == "van gisteren"
