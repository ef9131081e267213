"""An instrument is one YAML file: its page and its place in the menu come by themselves, and what is there stays."""

import datetime
from pathlib import Path
from typing import Any

import yaml

from fii_widgets.handbook.loader import load_instrument
from fii_widgets.handbook.pages import read_page
from fii_widgets.instrument.model import Instrument
from fii_widgets.lint.calls import calls
from fii_widgets.lint.pages import check_page
from macros.own_pages import add_to_menu, page_text, write_pages

PROJECT = Path(__file__).parents[3]
DAY = datetime.date(2026, 11, 22)


def own(folder: Path, title: str = "Onze lijst") -> Instrument:
    text = (PROJECT / "tests" / "examples" / "valid" / "eigen-lijst.yaml").read_text("utf-8")
    path = folder / "checklists" / "eigen-lijst.yaml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(text.replace("titel: Lijst", f"titel: '{title}'"), "utf-8")
    problems: list[Any] = []
    scales = yaml.safe_load((PROJECT / "checklists" / "schalen.yaml").read_text("utf-8"))
    whole = {name: {"id": name, **tree} for name, tree in scales.items()}
    return load_instrument(path, folder, whole, {}, problems).instrument


def test_a_page_is_made_once_and_passes_the_checks(tmp_path: Path) -> None:
    (tmp_path / "docs" / "checklists").mkdir(parents=True)
    one = own(tmp_path)
    assert write_pages([one], tmp_path / "docs") == ["checklists/eigen-lijst.md"]
    file = tmp_path / "docs" / "checklists" / "eigen-lijst.md"
    page = read_page("checklists/eigen-lijst.md", file.read_text("utf-8"))
    assert list(check_page(page)) == []
    assert page.value("gemaakt") == "vanzelf", "its pencil leads to the YAML"
    assert [(call.first, call.own_page) for call in calls(page)] == [("eigen-lijst", True)]
    file.write_text("van de auteur", "utf-8")
    assert write_pages([one], tmp_path / "docs") == []
    assert file.read_text("utf-8") == "van de auteur"


def test_a_title_is_text_in_the_front_matter_and_in_the_heading(tmp_path: Path) -> None:
    title = 'Zo: "wij" {{ x }} {% y %} # *z* <b>'
    text = page_text(own(tmp_path, title), DAY)
    assert "{{ x" not in text
    assert "{%" not in text
    assert yaml.safe_load(text.split("---")[1])["title"] == 'Zo: "wij" { { x }} { % y %} # *z* <b>'
    assert r"\*z\* \<b\>" in text


def test_the_menu_gets_what_it_lacks_and_nothing_twice(tmp_path: Path) -> None:
    nav: list[Any] = [{"Start": "index.md"}, {"Checklists": ["checklists/index.md", {"A": "checklists/a.md"}]}]
    add_to_menu([own(tmp_path)], nav)
    add_to_menu([own(tmp_path)], nav)
    assert nav[1]["Checklists"][2:] == [{"Onze lijst": "checklists/eigen-lijst.md"}]
