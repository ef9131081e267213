"""What people type never becomes mark-up; forms hold everything a paper form holds; ids stay put."""

import re
from collections.abc import Iterator

import html5lib
import pytest

from fii_widgets.dossier.answers import Answer
from fii_widgets.dossier.records import Dossier
from fii_widgets.export.formats import write
from fii_widgets.export.md import plain
from fii_widgets.handbook.loader import Loaded
from fii_widgets.instrument.model import Checklist, Instrument, Item
from fii_widgets.instrument.tree import DecisionTree
from fii_widgets.render.form.frame import instrument_form, source_json
from fii_widgets.render.form.place import Place
from fii_widgets.render.form.table import decision_table
from fii_widgets.render.markup import Html, element, join, text
from fii_widgets.render.reports.paper import paper_html
from fii_widgets.render.reports.summary import address, summary_html
from fii_widgets.report.cells import cell_id
from fii_widgets.report.instrument.summary import summarise
from fii_widgets.report.papers.make import build
from tests.written import EACH_FILE, handbook

HOSTILE = "<img src=x onerror=alert(1)>\"'&</script>"


def test_children_and_attributes_are_escaped() -> None:
    assert element("p", HOSTILE, title=HOSTILE) == f'<p title="{text(HOSTILE)}">{text(HOSTILE)}</p>'
    assert "<img" not in element("p", HOSTILE, title=HOSTILE)


def test_safe_html_is_not_escaped_twice_and_none_is_nothing() -> None:
    assert join([Html("<br>"), None, ["&", Html("&amp;")]]) == "<br>&amp;&amp;"
    assert element("input", hidden=True, name=None, value="") == '<input hidden value="">'


def test_json_cannot_leave_its_script_element() -> None:
    assert "<" not in source_json({"a": HOSTILE, "b": "<!--<script>"})


@EACH_FILE
def test_a_form_holds_every_item_choice_and_note(loaded: Loaded) -> None:
    form = instrument_form(loaded.instrument, loaded.tree, Place(root="../", prefix="d-"))
    tree = html5lib.parse(form, namespaceHTMLElements=False)
    radios = {(i.get("name"), i.get("value")) for i in tree.iter("input") if i.get("type") == "radio"}
    lines = {i.get("name") for tag in ("input", "textarea") for i in tree.iter(tag) if i.get("type") != "radio"}
    text = "".join(tree.itertext())
    for item, key in every_key(loaded.instrument):
        if "@" in key and not key.endswith("@1"):
            continue  # made by the scripts, of the first row
        if item.options:
            assert f"{key}.note" in lines or "@" in key or has_asked(loaded.instrument)
            assert {(key, option.id) for option in item.options} | {(key, "")} <= radios
        else:
            assert f"{key}.note" in lines
        assert item.text in text
    ids = [node.get("id") for node in tree.iter() if node.get("id")]
    assert len(ids) == len(set(ids))
    for section in loaded.instrument.sections if isinstance(loaded.instrument, Checklist) else ():
        if section.rows:  # paper has as many lines as the scripts can make rows
            assert f'data-fii-most="{section.rows.most}"' in form
            assert f"<p><b>{section.rows.most}</b><i " in form or section.rows.most == 1


def has_asked(instrument: Instrument) -> bool:
    """Whether something is asked under every item, which is the place to write there."""
    return isinstance(instrument, Checklist) and bool(instrument.asked)


def every_key(instrument: Instrument) -> Iterator[tuple[Item, str]]:
    """Every place of an instrument where an answer is kept."""
    if not isinstance(instrument, Checklist):
        yield from ((item, item.id) for item in instrument.items)
        return
    for section in instrument.sections:
        rows = range(1, section.rows.most + 1) if section.rows else (0,)
        yield from ((item, cell_id(item.id, row)) for row in rows for item in section.items)


@EACH_FILE
def test_a_hostile_note_stays_text_in_html_and_markdown(loaded: Loaded) -> None:
    answers = {
        key: Answer(choice=item.options[1].id if item.options else "", note=HOSTILE)
        for item, key in every_key(loaded.instrument)
    }
    answers |= {field.id: Answer(note=HOSTILE) for field in loaded.instrument.fields}
    if isinstance(loaded.instrument, Checklist):
        asked = [f"{item.id}-{more.id}" for item in loaded.instrument.items for more in loaded.instrument.asked]
        answers |= {id_: Answer(note=HOSTILE) for id_ in asked}
    assert "<img" not in summary_html(summarise(loaded.instrument, answers), "../", "", 3)
    paper = build("instrument", [loaded.instrument], Dossier(edition="x", answers=answers), loaded.instrument.id)
    assert "<img" not in paper_html(paper)
    assert not re.search(r"(?<!\\)<", write(paper, "md").decode())


def test_markdown_marks_are_letters() -> None:
    assert plain("a\n# *b* [c](d)") == r"a \# \*b\* \[c\](d)"


def test_figure_2_has_headings_and_an_honest_empty_cell() -> None:
    tree = handbook().instruments["startpunt"].instrument
    assert isinstance(tree, DecisionTree)
    table = decision_table(tree, "fig-2", "../")
    assert table.count("<th ") == 4
    assert "Leeg in de bron" in table


@pytest.mark.parametrize(
    ("target", "index", "there"),
    [
        ("model/#a", "", "../model/#a"),
        ("model/#a", "index.html", "../model/index.html#a"),
        ("", "index.html", "../index.html"),
    ],
)
def test_links_work_online_and_from_a_folder(target: str, index: str, there: str) -> None:
    assert address(target, "../", index) == there
