"""What stands above a page is read by us as a site generator reads it: what that cannot read it prints as text."""

import pytest
from mkdocs.utils import meta

from fii_widgets.handbook.pages import read_page
from fii_widgets.lint.unsafe import unsafe_page

HEAD = "id: x\nsoort: tekst\ntitle: T\ndescription: D\ngewijzigd: 2026-01-01\nbronnen: []\n"


def told(head: str, body: str = "---\n# T {: #x }\n") -> list[int]:
    return [problem.line for problem in unsafe_page(read_page("x.md", f"---\n{head}{body}"))]


@pytest.mark.parametrize(
    ("old", "new", "line"),
    [
        *(("2026-01-01", day, 6) for day in ("2026-02-30", "2026-13-41", "9999-99-99", "0000-01-01", "２０２６-０１-０１")),
        *(("title: T", f"title: {value}", 4) for value in ("=", "2026-01-01 25:00:00", "0x_", "0b_", "12:30", "~", "[a]", "{a: =}")),
        ("id: x", "id: 2026-99-99", 2),
        ("soort: tekst", "soort: yes", 3),
        ("description: D", "description: 1.5", 5),
        ("bronnen: []", "bronnen: []\ngemaakt: 2026-02-30", 8),
    ],
)  # fmt: skip
def test_a_value_that_a_build_cannot_read_as_it_is_meant_is_named_at_its_line(old: str, new: str, line: int) -> None:
    assert line in told(HEAD.replace(old, new))


@pytest.mark.parametrize(
    "head",
    [
        HEAD,
        HEAD.replace("\n", "  # uitleg\n"),
        HEAD.replace("title: T", 'title: "2026-01-01"').replace("2026-01-01\n", '"2026-02-28"\n'),
        HEAD.replace("title: T", "title: |\n  Een: twee\n  drie"),
        HEAD + "fase: 3\ngemaakt: vanzelf\n",
        "{id: x, soort: tekst, title: T, description: D, gewijzigd: 2026-01-01, bronnen: []}\n",
    ],
)
def test_what_is_let_through_is_read_by_a_build_key_for_key(head: str) -> None:
    assert told(head) == []
    text = f"---\n{head}---\n# T {{: #x }}\n"
    body, data = meta.get_data(text)
    assert body == "# T {: #x }\n"
    assert [*data] == [*read_page("x.md", text).meta.tree]


def test_a_head_with_nothing_below_it_would_be_the_text_of_the_page() -> None:
    assert told(HEAD, "---") == [8]
    assert not meta.get_data(f"---\n{HEAD}---")[1]
    assert told(HEAD, "---\n") == []
