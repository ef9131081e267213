"""Many pages on one page: nothing is lost, ids stay unique, links stay on the page or lead where they led."""

from pathlib import Path

import pytest

from tools.pages import markup
from tools.passes.whole import Part, relinked

PARTS = {
    "a/": Part("a/", "a-id", "A", frozenset({"a-id", "a-one"})),
    "a/b/": Part("a/b/", "b-id", "B", frozenset({"b-id"})),
}


@pytest.mark.parametrize(
    ("link", "there", "becomes"),
    [
        ("b/", "a/", "#b-id"),
        ("../#a-one", "a/b/", "#a-one"),
        ("../#gone", "a/b/", "#a-id"),
        ("#b-id", "a/b/", "#b-id"),
        ("../dossier/#x", "a/", "../dossier/#x"),
        ("../../images/p.svg", "a/b/", "../images/p.svg"),
        ("https://example.org/a#b", "a/", "https://example.org/a#b"),
    ],
)
def test_a_link_reads_right_from_the_page_that_gathers(link: str, there: str, becomes: str) -> None:
    assert relinked(link, there, "alles/", PARTS) == becomes


def test_the_whole_handbook_holds_every_page_of_the_menu(site: Path) -> None:
    whole = markup.read(site / "alles" / "index.html")
    ids = [node.attrs["id"] for node in whole.css("[id]")]
    assert len(ids) == len(set(ids))
    menu = markup.read(site / "index.html").css("nav.fii-nav a")
    for link in menu:
        address = link.attrs.get("href") or ""
        if address.startswith(("dossier/", "over/", "proefbank/", "trainers/", "voorbeelden/", "ga/", "alles/")):
            continue
        title = markup.read(site / address / "index.html").css_first("main article h1")
        assert title is not None
        assert (title.attrs.get("id") or "") in ids


def test_forms_on_it_are_paper(site: Path) -> None:
    whole = markup.read(site / "alles" / "index.html")
    controls = whole.css("main article input, main article textarea")
    assert len(controls) > 100
    assert all("disabled" in control.attributes for control in controls)
    assert whole.css("main [data-fii-widget], main article button") == []


def test_a_phase_on_one_page_holds_that_phase_only(site: Path) -> None:
    phase = markup.read(site / "model/1-signaleren/geheel/index.html")
    ids = {node.attrs["id"] for node in phase.css("[id]")}
    assert {"f1", "sf-1a", "sf-1b", "sf-1c", "inz-1-1", "cas-samen-leren"} <= ids
    assert "hb-inleiding" not in ids
