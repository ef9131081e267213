"""One instrument with its answers → the blocks of which papers are made: what stands out, and every answer. Pure."""

from collections.abc import Iterable, Iterator
from itertools import groupby

from fii_widgets.dossier.answers import EMPTY, Answers
from fii_widgets.instrument.model import Checklist, Input, Instrument
from fii_widgets.report.cells import Cell, cell_id, cells
from fii_widgets.report.instrument.summary import Finding, Summary, summarise
from fii_widgets.report.papers.paper import Block, Bullets, Heading, Paragraph, Table, joined
from fii_widgets.words import word
from fii_widgets.words.common import NOT_ANSWERED, day

#: the mark of what is not answered
OPEN_MARK = "leeg"


def plan_blocks(instrument: Instrument, answers: Answers, level: int) -> Iterator[Block]:
    """Yield a plan as people read it: its sections first, then what asks for attention."""
    summary = summarise(instrument, answers)
    yield from field_blocks(summary)
    yield from answer_blocks(instrument, answers, level)
    rules = reasons(summary)
    findings = [*summary.stands_out, *summary.unknown]
    if rules or findings:
        yield Heading(level=level, text=word("attention"))
        if rules:
            yield Bullets(items=rules)
        if findings:
            yield finding_table(word("stands_out"), findings)
    yield from (Paragraph(text=text) for text in summary.closing)


def field_blocks(summary: Summary) -> Iterator[Block]:
    """Yield the lines at the top of an instrument, such as for whom it is."""
    if summary.fields:
        yield field_table(summary.fields)


def field_table(rows: tuple[tuple[str, str], ...], *, pen: bool = False) -> Table:
    """Return lines with what was written there."""
    columns = (word("paper_field"), word("paper_answer"))
    return Table(caption=word("paper_fields"), columns=columns, rows=rows, row_headers=True, pen=pen)


def signal_blocks(summary: Summary, level: int, also: Iterable[Block] = ()) -> Iterator[Block]:
    """Yield what the instrument tells its team now: in a sentence, then finding by finding, then what a paper tells
    besides. Nothing to tell, no heading."""
    told = [*_told(summary, level), *also]
    if told:
        yield Heading(level=level, text=word("summary"))
        yield from told


def _told(summary: Summary, level: int) -> Iterator[Block]:
    if summary.lead or summary.empty:
        yield Paragraph(text=summary.lead or word("nothing_filled").capitalize() + ".", lead=True)
    if summary.verdict:
        yield Paragraph(text=summary.verdict.title, lead=True)
        yield Paragraph(text=summary.verdict.reason.text)
        yield Bullets(items=summary.verdict.because)
    if summary.rules:
        yield Heading(level=level + 1, text=word("attention"))
        yield Bullets(items=reasons(summary))
    for title, findings in (
        (word("stands_out"), summary.stands_out),
        (word("questions"), summary.questions),
        (word("unknown"), summary.unknown),
    ):
        if findings:
            yield finding_table(title, findings)


def reasons(summary: Summary) -> tuple[str, ...]:
    """Return what the instrument's own rules say, each with the answers that made it speak."""
    return tuple(joined([reason.text, reason.because], " ") for reason in summary.rules)


def finding_table(caption: str, findings: Iterable[Finding]) -> Table:
    """Return findings as a table: the point, the choice, what to do or ask, the team's own note."""
    found = list(findings)
    return Table(
        caption=caption,
        columns=(word("paper_item"), word("paper_choice"), word("paper_what_now"), word("note")),
        rows=tuple(
            (
                numbered(finding.cell),
                finding.option.label,
                joined([finding.option.meaning, *(reason.text for reason in finding.follow_ups)]),
                joined([finding.cell.answer.note.strip(), *(f"{label} {text}" for label, text in finding.asked)]),
            )
            for finding in found
        ),
        row_headers=True,
        marked=1,
        marks=tuple(finding.option.shape for finding in found),
    )


def answer_blocks(instrument: Instrument, answers: Answers, level: int) -> Iterator[Block]:
    """Yield every point with its answer, section by section; what is not in play is left out."""
    playing = cells(instrument, answers)
    if not isinstance(instrument, Checklist):
        yield from _section_blocks(instrument, instrument.title, playing, answers, level)
        return
    tables = {table.title: table for table in summarise(instrument, answers).tables}
    for section in instrument.sections:
        yield Heading(level=level, text=section.title)
        if section.rows is None:
            own = {item.id for item in section.items}
            here = [cell for cell in playing if cell.item.id in own]
            yield from _section_blocks(instrument, section.title, here, answers, level)
        elif section.title in tables:
            rows = tables[section.title]
            columns = (word("rows_item"), *rows.rows)
            lines = tuple((item, *texts) for item, texts in rows.lines)
            yield Table(caption=section.title, columns=columns, rows=lines, row_headers=True, records=True)
        else:
            yield Paragraph(text=word("paper_no_rows", noun=section.rows.noun.lower()))


def _section_blocks(
    instrument: Instrument, title: str, here: Iterable[Cell], answers: Answers, level: int
) -> Iterator[Block]:
    """Yield points in their order: those with choices as tables, those in words as a question with its answer."""
    for choices, group in groupby(here, lambda cell: bool(cell.item.options)):
        if choices:
            yield choice_table(instrument, title, group, answers)
        else:
            for cell in group:
                yield Heading(level=level + 1, text=cell.item.text)
                yield Paragraph(text=joined([written(cell), *(f"{label} {text}" for label, text in cell.asked)]))


def choice_table(instrument: Instrument, caption: str, here: Iterable[Cell], answers: Answers) -> Table:
    """Return points with their choices; a column for the notes and for each line asked, where anything was written."""
    playing = list(here)
    columns = [(word("paper_choice"), [cell.option.label if cell.option else NOT_ANSWERED for cell in playing])]
    columns.append((word("note"), [cell.answer.note.strip() for cell in playing]))
    for one in instrument.asked:
        ids = [cell_id(f"{cell.item.id}-{one.id}", cell.row) for cell in playing]
        columns.append((one.label, [answers.get(id_, EMPTY).note.strip() for id_ in ids]))
    shown = [columns[0], *(column for column in columns[1:] if any(column[1]))]
    return Table(
        caption=caption,
        columns=(word("paper_item"), *(head for head, _ in shown)),
        rows=tuple((numbered(cell), *(texts[at] for _, texts in shown)) for at, cell in enumerate(playing)),
        row_headers=True,
        marked=1,
        marks=tuple(cell.option.shape if cell.option else OPEN_MARK for cell in playing),
    )


def numbered(cell: Cell) -> str:
    """Call a point by its number on the form, its row where it has one, and its text; say so where that text is newer."""
    row = f" ({cell.noun.lower()} {cell.row})" if cell.row else ""
    return joined([f"{cell.number}. {cell.item.text}{row}", cell.reworded], " ")


def written(cell: Cell) -> str:
    """Say what was answered in words, its lines kept; a date as people say it."""
    text = cell.answer.note.strip()
    return (day(text) if cell.item.input is Input.DATE else text) or NOT_ANSWERED
