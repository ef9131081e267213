"""A dossier and the instruments → one paper of a kind. Pure: no format, no clock; every date comes from the dossier."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from fii_widgets.dossier.answers import Answers
from fii_widgets.dossier.check import remarks
from fii_widgets.dossier.records import NEVER, Dossier
from fii_widgets.dossier.shown import shown
from fii_widgets.errors import RequestError
from fii_widgets.handbook.phases import rank
from fii_widgets.instrument.model import Checklist, Instrument, Signal
from fii_widgets.report.cells import Cell, cells
from fii_widgets.report.instrument.beside import beside
from fii_widgets.report.instrument.own_list import own_list
from fii_widgets.report.instrument.rounds import Rounds, rounds_of, told_rounds
from fii_widgets.report.instrument.subjects import begun, fillings
from fii_widgets.report.instrument.summary import Summary, summarise
from fii_widgets.report.meetings.list_actions import with_list_actions
from fii_widgets.report.papers.actions import action_blocks
from fii_widgets.report.papers.beside import beside_blocks
from fii_widgets.report.papers.instrument import (
    answer_blocks,
    choice_table,
    field_blocks,
    plan_blocks,
    signal_blocks,
)
from fii_widgets.report.papers.meetings import agenda_paper, meeting_blocks, review_paper
from fii_widgets.report.papers.paper import Block, Heading, Paper, Paragraph, Table
from fii_widgets.report.papers.report import report_blocks
from fii_widgets.report.papers.rounds import rounds_lead
from fii_widgets.words import word
from fii_widgets.words.common import day


@dataclass(frozen=True)
class Asked:
    """Which paper, of what."""

    instruments: Sequence[Instrument]
    dossier: Dossier  #: without what was removed
    whole: Dossier  #: for what a closed meeting says
    of: str  #: id of an instrument or a review; empty where the kind needs none
    site: str  #: address of the handbook, ending in a slash; empty: not known, and no links are written

    @property
    def answers(self) -> Answers:
        """The team's answers."""
        return self.dossier.answers

    def instrument(self, id_: str) -> Instrument:
        """Return an instrument of this edition. Raises RequestError."""
        found = next((one for one in self.instruments if one.id == id_), None)
        if found is None:
            raise RequestError(word("paper_unknown_instrument", name=id_[:40]))
        return found

    def checklist(self, id_: str) -> Checklist:
        """Return an instrument that has sections. Raises RequestError."""
        found = self.instrument(id_)
        if not isinstance(found, Checklist):
            raise RequestError(word("paper_unknown_instrument", name=id_[:40]))
        return found


def build(kind: str, instruments: Sequence[Instrument], dossier: Dossier, of: str = "", site: str = "") -> Paper:
    """Build a paper of one of KINDS.

    `of` is the id of an instrument (kind "instrument") or of a review (empty: the last one). Raises RequestError on a
    kind, an instrument or a review that does not exist. A team's own list stands in it as the team uses it. The same dossier gives the same paper.
    """
    if kind not in _MAKERS:
        raise RequestError(word("paper_unknown_kind", name=kind[:40]))
    _, maker = _MAKERS[kind]
    own = tuple(own_list(one, dossier.answers) for one in instruments)
    return maker(Asked(own, shown(dossier), dossier, of, site))


def _paper(asked: Asked, title: str, blocks: Iterator[Block]) -> Paper:
    saved = "" if asked.dossier.saved == NEVER else asked.dossier.saved[:10]
    state = word("paper_state", day=day(saved)) if saved else ""
    name = asked.dossier.name.text if asked.dossier.name else ""
    return Paper(
        title=title, subtitle=" · ".join(part for part in (name, state) if part), date=saved, blocks=tuple(blocks)
    )


def _whole(asked: Asked) -> Paper:
    return _paper(asked, word("kind_dossier"), _whole_blocks(asked))


def _whole_blocks(asked: Asked) -> Iterator[Block]:
    lists = sorted(asked.instruments, key=lambda one: rank(one.phase))
    every = [filling for one in lists for filling in _fillings(asked, one)]
    filled = [(summary, own, told) for one, own, told in every if not (summary := summarise(one, own)).empty or told]
    yield from meeting_blocks(asked.instruments, asked.whole, 1)
    acting = with_list_actions(asked.dossier, asked.instruments)
    if acting.actions:
        yield from action_blocks(acting, 1)
    yield Heading(level=1, text=word("overview"))
    if not filled:
        yield Paragraph(text=word("paper_nothing"), lead=True)
    else:
        rows = tuple((one.instrument.title, _lead(one, told)) for one, _, told in filled)
        columns = (word("paper_instrument"), word("paper_says"))
        yield Table(caption=word("overview"), columns=columns, rows=rows, row_headers=True)
    yield from beside_blocks(beside(asked.instruments, asked.answers), 1)
    for one, own, told in filled:
        yield Heading(level=1, text=one.instrument.title, new_page=True)
        yield from report_blocks(one.instrument, own, 2, asked.site, told)
    found = remarks(asked.answers, asked.instruments)
    if found:
        yield Heading(level=1, text=word("lapsed"))
        yield from (Paragraph(text=text) for text in found)


def _fillings(asked: Asked, instrument: Instrument) -> Iterator[tuple[Instrument, Answers, Rounds | None]]:
    """Yield the fillings of a list, each with what its closed rounds tell."""
    numbers = begun(instrument, asked.answers) or [1]
    for number, (one, own) in zip(numbers, fillings(instrument, asked.answers), strict=True):
        rounds = rounds_of(asked.dossier.rounds, instrument.id, number)
        yield one, own, told_rounds(one, own, rounds)


def _lead(summary: Summary, told: Rounds | None) -> str:
    """Say of a list in one sentence what it tells; of one whose next round is still empty, what is not there any more."""
    if summary.empty and told:
        return rounds_lead(told)
    return summary.lead or (summary.verdict.title if summary.verdict else word("something_filled"))


def _instrument(asked: Asked) -> Paper:
    instrument = asked.instrument(asked.of)
    first, *more = _fillings(asked, instrument)

    compared = tuple(beside_blocks(beside(asked.instruments, asked.answers), 1, of=instrument.id))

    def blocks() -> Iterator[Block]:
        yield from compared
        for number, (one, own, told) in enumerate((first, *more)):
            yield Heading(level=1, text=one.title, new_page=number > 0 or bool(compared))
            yield from report_blocks(one, own, 2, asked.site, told)

    one, own, told = first
    alone = report_blocks(one, own, 1, asked.site, told)
    return _paper(asked, instrument.title, blocks() if compared or more else alone)


def _actions(asked: Asked) -> Paper:
    acting = with_list_actions(asked.dossier, asked.instruments)
    return _paper(asked, word("kind_actions"), action_blocks(acting, 0))


def _plan(asked: Asked) -> Paper:
    plan = asked.instrument("plan-van-aanpak")

    def blocks() -> Iterator[Block]:
        yield from plan_blocks(plan, asked.answers, 1)
        yield from action_blocks(asked.dossier, 1)

    return _paper(asked, plan.title, blocks())


def _implementation_plan(asked: Asked) -> Paper:
    plan, conditions = asked.instrument("implementatieplan"), asked.checklist("condities")

    def blocks() -> Iterator[Block]:
        yield from plan_blocks(plan, asked.answers, 1)
        yield Heading(level=1, text=conditions.title)
        yield from _by_choice(conditions, asked.answers, only=(Signal.RED, Signal.GREEN))
        yield from action_blocks(asked.dossier, 1)

    return _paper(asked, plan.title, blocks())


def _conditions(asked: Asked) -> Paper:
    conditions = asked.checklist("condities")
    summary = summarise(conditions, asked.answers)

    def blocks() -> Iterator[Block]:
        yield from field_blocks(summary)
        yield Heading(level=1, text=word("summary"))
        yield Paragraph(text=summary.lead or word("paper_nothing"), lead=True)
        yield from _by_choice(conditions, asked.answers)
        yield from action_blocks(asked.dossier, 1)
        yield from (Paragraph(text=text) for text in summary.closing)

    return _paper(asked, word("kind_conditions"), blocks())


def _by_choice(instrument: Checklist, answers: Answers, only: tuple[Signal, ...] = ()) -> Iterator[Block]:
    """Yield the points of a checklist by what was chosen, in the order of the scale, with what will be done.

    What neither hinders nor helps and where nothing was written, is counted in a line.
    """
    groups: dict[str, list[Cell]] = {}
    for cell in cells(instrument, answers):
        if cell.option and (not only or cell.option.signal in only):
            groups.setdefault(cell.option.label, []).append(cell)
    labels = [label for label in _labels(instrument) if label in groups]
    for label in labels:
        if told := [cell for cell in groups[label] if _weighs(cell)]:
            title = f"{label} ({len(groups[label])})"
            yield Heading(level=2, text=title)
            yield _with_sections(instrument, choice_table(instrument, title, told, answers), told)
    left = {label: sum(not _weighs(cell) for cell in groups[label]) for label in labels}
    if rest := [f"{label} ({count})" for label, count in left.items() if count]:
        yield Paragraph(text=word("conditions_rest", counts=", ".join(rest)))
    if not groups:
        yield Paragraph(text=word("paper_none"))


def _with_sections(instrument: Checklist, table: Table, told: Sequence[Cell]) -> Table:
    """Put the part of the list in the place of the choice, which the heading says already."""
    sections = {item.id: section.title for section in instrument.sections for item in section.items}
    rows = tuple((row[0], sections[cell.item.id], *row[2:]) for row, cell in zip(table.rows, told, strict=True))
    columns = (table.columns[0], word("paper_section"), *table.columns[2:])
    return Table(caption=table.caption, columns=columns, rows=rows, row_headers=True)


def _weighs(cell: Cell) -> bool:
    """Whether a point hinders or helps, or has something written with it."""
    helps = cell.option is not None and cell.option.signal in (Signal.RED, Signal.GREEN)
    return helps or bool(cell.text or cell.asked)


def _labels(instrument: Checklist) -> list[str]:
    return list(dict.fromkeys(option.label for item in instrument.items for option in item.options))


def _monitor(asked: Asked) -> Paper:
    monitor = asked.instrument("outputmonitor")

    def blocks() -> Iterator[Block]:
        summary = summarise(monitor, asked.answers)
        places = [one for one in asked.dossier.places.values() if not one.gone]
        if not summary.empty or not places:
            yield from field_blocks(summary)
            yield from signal_blocks(summary, 1)
            yield from answer_blocks(monitor, asked.answers, 1)
            yield from (Paragraph(text=text) for text in summary.closing)
        for place in places:
            yield Heading(level=1, text=place.label or word("paper_place"))
            yield from signal_blocks(summarise(monitor, place.answers), 2)
            yield from answer_blocks(monitor, place.answers, 2)

    return _paper(asked, monitor.title, blocks())


def _agenda(asked: Asked) -> Paper:
    return agenda_paper(asked.instruments, asked.whole, asked.of)


def _review(asked: Asked) -> Paper:
    return review_paper(asked.instruments, asked.whole, asked.of)


#: kind → its Dutch name and what makes it, in the order of a list to choose from
_MAKERS: Mapping[str, tuple[str, Callable[[Asked], Paper]]] = {
    "dossier": (word("kind_dossier"), _whole),
    "instrument": (word("kind_instrument"), _instrument),
    "agenda": (word("kind_agenda"), _agenda),
    "overleg": (word("kind_review"), _review),
    "acties": (word("kind_actions"), _actions),
    "plan-van-aanpak": (word("kind_plan"), _plan),
    "implementatieplan": (word("kind_implementation"), _implementation_plan),
    "condities": (word("kind_conditions"), _conditions),
    "monitor": (word("kind_monitor"), _monitor),
}

#: kind → its Dutch name
KINDS: Mapping[str, str] = {kind: name for kind, (name, _) in _MAKERS.items()}
