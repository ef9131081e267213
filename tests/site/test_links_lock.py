"""What was published stays: pages and anchors of the built site are those of links.lock, both ways."""

from pathlib import Path

from tools import links_lock


def test_the_site_offers_what_was_promised_and_nothing_else(built: Path) -> None:
    gone, new = links_lock.difference(built)
    assert gone == [], "these addresses disappeared: put them back or make an alias"
    assert new == [], "new addresses: run `python -m tools.links_lock` after `make site`"


def test_a_page_that_disappears_is_noticed(built: Path, tmp_path: Path) -> None:
    lock = tmp_path / "links.lock"
    lock.write_text("\n".join([*links_lock.read(built), "model/oud/", "model/#oud"]) + "\n", "utf-8")
    assert links_lock.difference(built, lock) == (["model/#oud", "model/oud/"], [])
