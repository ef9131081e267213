"""What was published stays: pages and anchors of the built site are those of links.lock, both ways."""

from pathlib import Path

from tools import links_lock
from tools.places import ROOT


def test_the_site_offers_what_was_promised_and_nothing_else(built: Path) -> None:
    gone, new = links_lock.difference(built)
    assert gone == [], "these addresses disappeared: put them back or make an alias"
    assert new == [], "new addresses: run `python -m tools.links_lock` after `make site`"


def test_every_page_of_the_tree_is_promised_with_its_ids() -> None:
    rows = (ROOT / "tests" / "content" / "tree.tsv").read_text("utf-8").splitlines()[1:]
    promised = set(links_lock.locked())
    wanted = {f"{address}#{id_}" for address, id_ in (row.split("\t") for row in rows)}
    assert wanted - promised == set()


def test_every_page_that_is_promised_is_in_the_tree_or_is_a_checklist_or_explains_the_site() -> None:
    rows = (ROOT / "tests" / "content" / "tree.tsv").read_text("utf-8").splitlines()[1:]
    tree = {row.split("\t")[0] or "./" for row in rows}
    pages = {address for address in links_lock.locked() if "#" not in address}
    outside = {page for page in pages - tree if not page.startswith(("checklists/", "over/", "proefbank/"))}
    assert all(page.endswith("/geheel/") for page in outside), outside
    assert tree <= pages


def test_a_page_that_disappears_is_noticed(built: Path, tmp_path: Path) -> None:
    lock = tmp_path / "links.lock"
    lock.write_text("\n".join([*links_lock.read(built), "model/oud/", "model/#oud"]) + "\n", "utf-8")
    gone, new = links_lock.difference(built, lock)
    assert [address for address, _ in gone] == ["model/#oud", "model/oud/"]
    assert new == []
