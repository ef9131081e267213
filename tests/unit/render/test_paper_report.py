"""A report says everything that was filled in and nothing else; what people type stays text; only known elements."""

import json
import re
from pathlib import Path

import html5lib

from fii_widgets.browser import call
from fii_widgets.dossier.answers import Answer
from fii_widgets.dossier.records import Dossier
from fii_widgets.dossier.write import tree
from fii_widgets.export.formats import write
from fii_widgets.export.parts.safe import cleaned
from fii_widgets.handbook.loader import Loaded
from fii_widgets.instrument.model import Checklist
from fii_widgets.instrument.text.shared import share
from fii_widgets.render.markup import element
from fii_widgets.render.reports.paper import paper_html
from fii_widgets.report.cells import cell_id
from fii_widgets.report.instrument.summary import summarise
from fii_widgets.report.instrument.why import link_name, why_finding, why_reason
from fii_widgets.report.papers.make import build
from fii_widgets.report.papers.paper import Paper
from fii_widgets.words import word
from fii_widgets.words.common import NOT_ANSWERED
from tests.written import EACH_FILE, handbook

ROOT = Path(__file__).parents[3]
HOSTILE = "<img src=x onerror=alert(1)>\"'&</script>"
ALLOWED = re.findall(r"words\('(p ul .*?)'\)", (ROOT / "docs/javascripts/base/safe-html.js").read_text("utf-8"))[
    0
].split()


SAVED = "2026-11-22T10:00:00.000Z"


def paper(one: Loaded, answers: dict[str, Answer]) -> Paper:
    dossier = Dossier(edition="handboek-fii", saved=SAVED, answers=answers)
    return build("instrument", [one.instrument], dossier, one.instrument.id)


def report(one: Loaded, answers: dict[str, Answer]) -> str:
    return paper_html(cleaned(paper(one, answers)))


def full(one: Loaded, note: str) -> dict[str, Answer]:
    """Answer everything: each item, each asked line, each field, and of rows the first six."""
    instrument = one.instrument
    found = {field.id: Answer(note=f"{note} {field.id}") for field in instrument.fields}
    for section in instrument.sections if isinstance(instrument, Checklist) else ():
        for row in range(1, min(6, section.rows.most) + 1) if section.rows else (0,):
            for item in section.items:
                key = cell_id(item.id, row)
                found[key] = Answer(choice=item.options[0].id if item.options else "", note=f"{note} {key}")
                asked = {cell_id(f"{item.id}-{a.id}", row) for a in instrument.asked}
                found |= {id_: Answer(note=f"{note} {id_}") for id_ in asked}
    if not isinstance(instrument, Checklist):
        found |= {item.id: Answer(choice=item.options[0].id, note=f"{note} {item.id}") for item in instrument.items}
    return found


@EACH_FILE
def test_every_answer_and_note_is_in_the_report_on_paper_and_in_files(loaded: Loaded) -> None:
    answers = full(loaded, "Zeker")
    dates = {item.id for item in loaded.instrument.items if item.input.value == "datum"}
    conditional = {item.id for item in loaded.instrument.items if item.only_with}
    html = report(loaded, answers)
    assert "22 november 2026" in html
    assert loaded.instrument.title in text(html)
    for made in (html, *(write(paper(loaded, answers), format_).decode() for format_ in ("html", "md"))):
        words = re.sub(r"\\(.)", r"\1", text(made))
        missing = [
            id_ for id_, answer in answers.items() if answer.note not in words and id_.split("@")[0] not in dates
        ]
        assert [id_ for id_ in missing if id_.partition("@")[0] not in conditional] == []


def text(html: str) -> str:
    return " ".join("".join(html5lib.parse(html, namespaceHTMLElements=False).itertext()).split())


@EACH_FILE
def test_a_report_holds_only_what_the_page_lets_in(loaded: Loaded) -> None:
    html = report(loaded, full(loaded, HOSTILE))
    assert "<img" not in html
    assert {tag for tag in re.findall(r"<([a-z0-9]+)", html) if tag not in ALLOWED} <= {"svg", "g", "path", "line", "circle", "rect", "polygon", "text", "title", "desc"}  # fmt: skip


@EACH_FILE
def test_why_each_part_stands_there_closes_the_report_with_its_passage(loaded: Loaded) -> None:
    answers = full(loaded, "Zeker")
    summary = summarise(loaded.instrument, answers)
    reasons = [*summary.rules, *summary.remarks, *([summary.verdict.reason] if summary.verdict else [])]
    findings = (*summary.stands_out, *summary.questions, *summary.unknown)
    html = report(loaded, answers).partition(f"<h3>{word('paper_reasons')}</h3>")[2]
    whys = [*map(why_reason, reasons), *map(why_finding, findings)]
    assert html or not (whys or summary.closing)
    for why in [*whys, *([why_reason(summary.rests)] if summary.closing else [])]:
        for words in (why.because, why.passages, *map(link_name, why.read)):
            assert element("p", words)[3:-4] in html


def test_what_is_open_says_so_the_lines_on_top_are_for_a_pen_and_an_empty_instrument_is_not_in_the_dossiers_paper() -> (
    None
):
    one = handbook().instruments["stoplicht-1"]
    answers = {item.id: Answer(choice="groen") for item in one.instrument.items[2:]}
    html = report(one, answers)
    assert html.count(NOT_ANSWERED) == 3  # two points, and the count of them
    assert '--pen"' in html
    assert word("report_for") in html
    assert "<p>1</p>" in html  # the phase
    whole = build("dossier", [one.instrument], Dossier(edition="x"))
    assert one.instrument.title not in paper_html(whole)


def test_the_dossiers_paper_begins_each_instrument_on_a_page_of_its_own() -> None:
    ids = ("stoplicht-1", "stoplicht-2")
    answers = {f"s{n}-01": Answer(choice="rood") for n in (1, 2)}
    instruments = [handbook().instruments[id_].instrument for id_ in ids]
    html = paper_html(build("dossier", instruments, Dossier(edition="x", answers=answers)))
    assert re.findall(r'<h3 class="fii-verslag__vel">(.*?),', html) == ["Stoplicht fase 1", "Stoplicht fase 2"]


@EACH_FILE
def test_a_report_never_says_that_nothing_was_filled_in(loaded: Loaded) -> None:
    """Of an instrument in words the summary has nothing to tell beside the answers: then it is left out whole."""
    answers = full(loaded, "Zeker")
    html = report(loaded, answers)
    assert word("summary_empty") not in html
    assert not re.search(r"</h3>(<h3|$)", html)
    said = [getattr(block, "text", "") for block in paper(loaded, answers).blocks]
    assert word("nothing_filled").capitalize() + "." not in said


def test_the_page_asks_for_a_report_with_its_own_shared_source() -> None:
    one = handbook().instruments["stoplicht-1"]
    dossier = Dossier(edition="x", saved=SAVED, answers={"s1-01": Answer(choice="rood", note="Bel", at=SAVED)})
    asked = {"op": "paper", "kind": "instrument", "of": "stoplicht-1", "instruments": [share(one.tree)]}
    reply = json.loads(call(json.dumps({**asked, "dossier": tree(dossier)})))
    assert reply["ok"] is True
    assert "Bel" in reply["html"]
