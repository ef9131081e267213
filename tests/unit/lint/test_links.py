"""A link is followed to its end, however long it is; a message shows the beginning of it."""

from fii_widgets.handbook.pages import read_page
from fii_widgets.lint.links import Targets, check_links

LONG = "a" * 90


def test_a_long_link_is_followed_to_its_end() -> None:
    page = read_page("x.md", f"# Kop\n\n[goed]({LONG}.md#{LONG})\n\n[fout]({LONG}.md#{LONG}x)\n")
    [problem] = check_links(page, Targets({f"{LONG}.md": frozenset([LONG])}, ()))
    assert problem.line == 5
    assert "leidt nergens heen" in problem.message
    assert LONG not in problem.message.partition(" leidt ")[0]
