"""Whatever a summary shows: it says why, and where to read on. And what no summary may ever show."""

import re
from collections.abc import Iterator

import lxml.html
import pytest

from fii_widgets.dossier.answers import Answer, Answers
from fii_widgets.dossier.records import Dossier, Review
from fii_widgets.export.md import md_bytes
from fii_widgets.instrument.model import NOT_APPLICABLE, UNKNOWN, Checklist, Input, Instrument, Origin, Signal
from fii_widgets.instrument.tree import DecisionTree
from fii_widgets.render.reports.overview import overview_html
from fii_widgets.render.reports.summary import summary_html
from fii_widgets.report.cells import cell_id
from fii_widgets.report.instrument.summary import summarise
from fii_widgets.report.papers.make import KINDS, build
from fii_widgets.words.common import NOT_ANSWERED
from tests.written import EACH_INSTRUMENT, instruments

FIGURE = re.compile(r"\d ?%|\d procent|\bscores?\b|gemiddelde van|\d punten van de|\d,\d")
HELD = {"r-1": Review(at="2026-11-22T10:00:00.000Z", date="2026-11-22", phases=(1, 2), next="2026-12-06")}
SAMPLE = {Input.LINE: "iets", Input.LINES: "iets", Input.NUMBER: "7", Input.DATE: "2027-05-01"}


def places(instrument: Instrument) -> Iterator[tuple[str, str, tuple[str, ...], Input]]:
    """Every key an answer can have: (key, item, its choices, how it is answered); two rows where there are rows."""
    sections = instrument.sections if isinstance(instrument, Checklist) else ()
    rowed = {item.id for section in sections if section.rows for item in section.items}
    for item in instrument.items:
        for row in (1, 2) if item.id in rowed else (0,):
            yield cell_id(item.id, row), item.id, tuple(option.id for option in item.options), item.input


def fillings(instrument: Instrument) -> Iterator[Answers]:
    """Answer everything with its first choice, its second, and so on; then only what is judged; then one thing."""
    all_places = list(places(instrument))
    longest = max((len(choices) for _, _, choices, _ in all_places), default=1)
    for n in range(max(longest, 1)):
        yield {
            key: Answer(choice=choices[n % len(choices)]) if choices else Answer(note=SAMPLE[how])
            for key, _, choices, how in all_places
        }
        yield {key: Answer(choice=choices[n % len(choices)]) for key, _, choices, _ in all_places if choices}
    yield {key: Answer(note=SAMPLE[how]) for key, _, choices, how in all_places if not choices}
    key, _, choices, how = all_places[0]
    yield {key: Answer(choice=choices[0]) if choices else Answer(note=SAMPLE[how])}


def page(instrument: Instrument, answers: Answers) -> lxml.html.HtmlElement:
    html = summary_html(summarise(instrument, answers), "../", "", 3)
    return lxml.html.fragment_fromstring(html, create_parent="div")


def having(root: lxml.html.HtmlElement, class_: str) -> list[lxml.html.HtmlElement]:
    return [one for one in root.iter() if class_ in (one.get("class") or "").split()]


@EACH_INSTRUMENT
def test_all_that_is_shown_says_why_and_links_to_where_it_rests(instrument: Instrument) -> None:
    for answers in fillings(instrument):
        found = page(instrument, answers)
        speaking = having(found, "fii-finding") + having(found, "fii-verdict")
        closing = having(found, "fii-closing")
        remarks = having(found, "fii-remark")
        reasons = having(found, "fii-why")
        assert len(reasons) == len(speaking) + bool(closing) + len(remarks)
        for reason in reasons:
            said = " ".join(reason.text_content().split())
            if instrument.origin is Origin.OWN:  # a list of an organisation itself may stand on no page
                assert re.match(r"Waarom zie ik dit\? [A-Z]", said)
                continue
            assert re.search(
                r"Waarom zie ik dit\? [A-Z].+ Lees verder: .+ Bron: .+\((letterlijk|afgeleid|eigen)\)", said
            )
            assert reason.xpath(".//a[starts-with(@href, '../')]"), said
        for one in speaking:
            assert len(having(one, "fii-why")) == 1


@EACH_INSTRUMENT
def test_no_summary_gives_a_figure_for_how_ready_someone_is(instrument: Instrument) -> None:
    for answers in fillings(instrument):
        summary = summarise(instrument, answers)
        own = {reason.text for reason in summary.rules}
        shown = " ".join(
            part.text_content()
            for part in page(instrument, answers).iter("p", "li", "dt", "td")
            if not any(text in part.text_content() for text in own)
        )
        overview = lxml.html.fragment_fromstring(overview_html([summary], {}), create_parent="div").text_content()
        for text in (shown, summary.lead, *(one.words for one in summary.tally), overview):
            assert not FIGURE.search(text), text


@pytest.mark.parametrize("kind", sorted(set(KINDS) - {"instrument"}))
def test_no_paper_of_a_dossier_gives_a_figure_for_how_ready_a_team_is(kind: str) -> None:
    for turn in range(3):
        fills = [list(fillings(one)) for one in instruments()]
        answers = {key: answer for some in fills for key, answer in some[turn % len(some)].items()}
        assert figures(papers_text(kind, "", answers)) == []


@EACH_INSTRUMENT
def test_no_paper_of_an_instrument_gives_a_figure_for_how_ready_someone_is(instrument: Instrument) -> None:
    for answers in fillings(instrument):
        assert figures(papers_text("instrument", instrument.id, answers)) == []


def papers_text(kind: str, of: str, answers: Answers) -> str:
    """A paper as text, as it goes into files and out of the printer."""
    paper = build(kind, instruments(), Dossier(edition="handboek-fii", answers=answers, reviews=HELD), of)
    return md_bytes(paper).decode()


def figures(text: str) -> list[str]:
    """Lines with a figure for readiness; a rule's own words (a share of the rows) and what was typed are none."""
    rules = (rule for one in instruments() if isinstance(one, Checklist) for rule in one.rules)
    own = {max(re.split(r"\{\w+\}", rule.text), key=len) for rule in rules}
    return [line for line in text.splitlines() if FIGURE.search(line) and not any(words in line for words in own)]


def test_a_figure_for_readiness_is_refused() -> None:
    told = "# Verslag\nGereed: 80%.\nDe score is hoog.\nEen 7,5 gemiddeld.\nDrie punten staan op rood.\n"
    assert len(figures(told)) == 3


def judged() -> list[tuple[Instrument, str]]:
    return [
        (one, item.id)
        for one in instruments()
        if not isinstance(one, DecisionTree)
        for item in one.items
        if item.input is Input.CHOICE
    ]


def test_every_item_that_is_judged_tells_unknown_and_not_applicable_apart() -> None:
    """A decision tree has no 'not applicable': each of its combinations has an outcome, or says it has none."""
    for instrument, id_ in judged():
        item = next(item for item in instrument.items if item.id == id_)
        unknown, nvt = item.option(UNKNOWN), item.option(NOT_APPLICABLE)
        assert unknown is not None, id_
        assert nvt is not None, id_
        assert unknown.signal is nvt.signal is Signal.NONE
        assert len({unknown.label, nvt.label, NOT_ANSWERED}) == len({unknown.shape, nvt.shape, "leeg"}) == 3


@EACH_INSTRUMENT
def test_not_answered_unknown_and_not_applicable_are_three_things_in_the_summary(instrument: Instrument) -> None:
    if not isinstance(instrument, Checklist):
        return  # a tree counts no signals
    keys = [key for key, id_, choices, _ in places(instrument) if choices]
    free = [key for key in keys if not next(i for i in instrument.items if i.id == key.partition("@")[0]).only_with]
    for choice in (UNKNOWN, NOT_APPLICABLE):
        if not free:
            continue
        summary = summarise(instrument, {free[0]: Answer(choice=choice)})
        assert summary.signals[choice] == 1
        assert summary.signals[{UNKNOWN: NOT_APPLICABLE, NOT_APPLICABLE: UNKNOWN}[choice]] == 0
        assert bool(summary.unknown) is (choice == UNKNOWN)
        assert not summary.stands_out
        assert summary.signals["open"] == sum(summary.signals.values()) - 1
        for table in summary.tables:
            cells = {text for _, texts in table.lines for text in texts}
            label = next(i for i in instrument.items if i.id == free[0].partition("@")[0]).option(choice)
            assert label is not None
            assert label.label in cells
