"""The order of the menu, however an engine writes its links."""

from pathlib import Path

import pytest

from tools.pages.parts import menu


@pytest.mark.parametrize(
    "links", [("./", "model/", "model/fase/", "model/"), (".", "./model/", "./model/fase/", "./model/"), ("", "model", "model/fase/")]
)  # fmt: skip
def test_the_menu_is_a_list_of_addresses(tmp_path: Path, links: tuple[str, ...]) -> None:
    items = "".join(f'<a href="{link}">x</a>' for link in links)
    (tmp_path / "index.html").write_text(f'<nav class="fii-nav">{items}</nav><a href="elders/">y</a>', "utf-8")
    assert menu(tmp_path) == ["./", "model/", "model/fase/"]


def test_a_site_without_a_first_page_has_no_menu(tmp_path: Path) -> None:
    assert menu(tmp_path) == []
