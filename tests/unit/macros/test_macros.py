"""What a macro gets from its page: the way to the site's root, as each engine reads a link in HTML."""

from types import SimpleNamespace
from typing import Any

import pytest

from fii_widgets.render.markup import Html
from macros.widgets import Root, on_page

ADDRESS, FILE = "model/1-signaleren/1a-opdrachtgever/", "model/1-signaleren/1a-opdrachtgever.md"


def root_on(**page: Any) -> tuple[str, str]:
    """The way to the root in a link, and in data."""
    seen: list[Root] = []

    def macro(root: Root) -> Html:
        seen.append(root)
        return Html("")

    on_page(macro, SimpleNamespace(page=SimpleNamespace(**page)))()
    return str(seen[0]), seen[0].in_data


@pytest.mark.parametrize(
    ("address", "root"), [("./", ""), ("", ""), ("model/", "../"), ("alles/", "../"), (ADDRESS, "../../../")]
)
def test_mkdocs_leaves_a_link_as_it_is(address: str, root: str) -> None:
    assert root_on(url=address, file=object()) == (root, root)


@pytest.mark.parametrize(
    ("address", "file", "root", "in_data"),
    [
        ("", "index.md", "", ""),
        ("model/", "model/index.md", "../", "../"),
        ("dossier/", "dossier.md", "", "../"),
        (ADDRESS, FILE, "../../", "../../../"),
    ],
)
def test_zensical_takes_it_from_the_file_and_leaves_data_as_it_is(
    address: str, file: str, root: str, in_data: str
) -> None:
    assert root_on(url=address, path=file) == (root, in_data)
