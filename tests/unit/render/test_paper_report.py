"""A report says everything that was filled in and nothing else; what people type stays text; only known elements."""

import json
import re
from pathlib import Path

import html5lib

from fii_widgets.browser import call
from fii_widgets.dossier.answers import Answer
from fii_widgets.dossier.records import Dossier
from fii_widgets.handbook.loader import Loaded
from fii_widgets.instrument.model import Checklist
from fii_widgets.instrument.text.shared import share
from fii_widgets.render.reports.report import report_html
from fii_widgets.report.instrument.summary import summarise
from fii_widgets.report.papers.make import build
from fii_widgets.words import word
from tests.written import EACH_FILE, handbook

ROOT = Path(__file__).parents[3]
HOSTILE = "<img src=x onerror=alert(1)>\"'&</script>"
ALLOWED = re.findall(r"words\('(p ul .*?)'\)", (ROOT / "docs/javascripts/base/safe-html.js").read_text("utf-8"))[
    0
].split()


def report(one: Loaded, answers: dict[str, Answer]) -> str:
    return report_html([summarise(one.instrument, answers)], answers, "2026-11-22", "../", "")


def full(one: Loaded, note: str) -> dict[str, Answer]:
    """Answer everything: each item, each asked line, each field, and of rows the first six."""
    instrument = one.instrument
    found = {field.id: Answer(note=f"{note} {field.id}") for field in instrument.fields}
    for section in instrument.sections if isinstance(instrument, Checklist) else ():
        for row in range(1, min(6, section.rows.most) + 1) if section.rows else (0,):
            for item in section.items:
                key = f"{item.id}@{row}" if row else item.id
                found[key] = Answer(choice=item.options[0].id if item.options else "", note=f"{note} {key}")
                if not row:
                    found |= {f"{key}-{a.id}": Answer(note=f"{note} {key}-{a.id}") for a in instrument.asked}
    if not isinstance(instrument, Checklist):
        found |= {item.id: Answer(choice=item.options[0].id, note=f"{note} {item.id}") for item in instrument.items}
    return found


@EACH_FILE
def test_every_answer_and_note_is_in_the_report(loaded: Loaded) -> None:
    answers = full(loaded, "Zeker")
    html = report(loaded, answers)
    text = " ".join("".join(html5lib.parse(html, namespaceHTMLElements=False).itertext()).split())
    dates = {item.id for item in loaded.instrument.items if item.input.value == "datum"}
    missing = [id_ for id_, answer in answers.items() if answer.note not in text and id_.split("@")[0] not in dates]
    conditional = {item.id for item in loaded.instrument.items if item.only_with}
    assert [id_ for id_ in missing if id_ not in conditional] == []
    assert "22 november 2026" in text
    assert loaded.instrument.title in text


@EACH_FILE
def test_a_report_holds_only_what_the_page_lets_in(loaded: Loaded) -> None:
    html = report(loaded, full(loaded, HOSTILE))
    assert "<img" not in html
    assert {tag for tag in re.findall(r"<([a-z0-9]+)", html) if tag not in ALLOWED} <= {"svg", "g", "path", "line", "circle", "rect", "polygon", "text", "title", "desc"}  # fmt: skip


def test_what_is_open_is_one_line_of_numbers_and_an_empty_instrument_has_no_report() -> None:
    one = handbook().instruments["stoplicht-1"]
    answers = {item.id: Answer(choice="groen") for item in one.instrument.items[2:]}
    html = report(one, answers)
    assert "Niet ingevuld: punt 1 en 2." in html
    assert one.instrument.items[0].text not in html
    assert report(one, {}) == ""


@EACH_FILE
def test_a_report_never_says_that_nothing_was_filled_in(loaded: Loaded) -> None:
    """Of an instrument in words the summary has nothing to tell beside the answers: then it is left out whole."""
    answers = full(loaded, "Zeker")
    html = report(loaded, answers)
    assert word("summary_empty") not in html
    assert not re.search(r"</h3>(<h3|<table|$)", html)
    dossier = Dossier(edition="handboek-fii", answers=answers)
    blocks = build("instrument", [loaded.instrument], dossier, loaded.instrument.id).blocks
    assert word("nothing_filled").capitalize() + "." not in [getattr(block, "text", "") for block in blocks]


def test_the_page_asks_for_a_report_with_its_own_shared_source() -> None:
    one = handbook().instruments["stoplicht-1"]
    asked = {"op": "report", "instruments": [share(one.tree)], "answers": {"s1-01": {"choice": "rood", "note": "Bel"}}}
    reply = json.loads(call(json.dumps({**asked, "today": "2026-11-22", "root": "../", "index": ""})))
    assert reply["ok"] is True
    assert "Bel" in reply["html"]
