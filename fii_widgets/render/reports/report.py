"""Summaries and answers → a report to take to a meeting: what stands out, and everything that was filled in.

Only elements and attributes of the page's allow-list, as for a summary. Reads no files; adds nothing up.
"""

from collections.abc import Iterable
from dataclasses import replace

from fii_widgets.dossier.answers import EMPTY, Answers
from fii_widgets.instrument.model import Section
from fii_widgets.render.markup import Html, element, join
from fii_widgets.render.reports.summary import told_html
from fii_widgets.report.cells import Cell, cells
from fii_widgets.report.instrument.summary import Summary
from fii_widgets.words import word
from fii_widgets.words.common import day

#: as many rows stand beside each other on a sheet
ACROSS = 4


def report_html(summaries: Iterable[Summary], answers: Answers, today: str, root: str, index: str) -> Html:
    """Return one part for each instrument in which something was filled in; nothing else. `today` is an ISO date."""
    return join([_part(summary, answers, today, root, index) for summary in summaries if not summary.empty])


def _part(summary: Summary, answers: Answers, today: str, root: str, index: str) -> Html:
    instrument = summary.instrument
    phase = word("phase", number=instrument.phase) if instrument.phase else word("every_phase")
    given = cells(instrument, answers)
    told = told_html(replace(summary, fields=(), written=(), tables=()), root, index, 3)
    return join(
        [
            element("h2", instrument.title, class_="fii-verslag__titel"),
            element("p", word("report_of", day=day(today)), " · ", phase, class_="fii-verslag__kop"),
            _lines(summary, answers),
            join([element("h3", word("summary")), told]) if told else None,
            _answers(summary, given),
            _open(given),
            [_rows(section, given) for section in summary.instrument.sections if section.rows],
        ]
    )


def _lines(summary: Summary, answers: Answers) -> Html:
    """The lines on top; what is not filled in stays open for a pen."""
    fields = [(field.label, answers.get(field.id, EMPTY).note.strip()) for field in summary.instrument.fields]
    return element(
        "table",
        element(
            "tbody",
            [
                element("tr", element("th", label, scope="row"), element("td", text))
                for label, text in (fields or [(word("report_for"), "")])
            ],
        ),
        class_="fii-verslag__regels",
    )


def _answers(summary: Summary, given: Iterable[Cell]) -> Html | None:
    """Every item that was answered outside rows, with what was chosen and written, under the title of its section."""
    by_item = {cell.item.id: cell for cell in given if not cell.row}
    groups = [(section.title, section.items) for section in summary.instrument.sections if not section.rows]
    lines: list[Html] = []
    for title, items in groups or [("", summary.instrument.items)]:
        told = [_answer(cell) for item in items if (cell := by_item.get(item.id)) and (cell.filled or cell.asked)]
        if told and title:
            lines.append(element("tr", element("th", title, colspan=3, scope="colgroup"), class_="fii-verslag__deel"))
        lines += told
    if not lines:
        return None
    head = element("tr", [element("th", name, scope="col") for name in word("report_columns").split("|")])
    return element(
        "table",
        element("caption", word("report_answers")),
        element("thead", head),
        element("tbody", lines),
        class_="fii-verslag__tabel",
    )


def _answer(cell: Cell) -> Html:
    notes = [element("p", cell.text)] if cell.text and cell.item.options else []
    notes += _asked(cell)
    return element(
        "tr",
        element("th", f"{cell.number}. {cell.item.text}", scope="row"),
        element("td", _choice(cell), None if cell.item.options else _paragraphs(cell)),
        element("td", notes),
    )


def _paragraphs(cell: Cell) -> list[Html]:
    """What was written in words, line by line as it was written."""
    lines = cell.answer.note.splitlines() if "\n" in cell.answer.note else [cell.text]
    return [element("p", line) for line in lines if line.strip()]


def _choice(cell: Cell) -> Html | None:
    if not cell.option:
        return None
    shape = cell.option.shape
    mark = element("span", class_=f"fii-shape fii-shape--{shape}", aria_hidden="true") if shape != "vrij" else None
    return element("p", mark, " " if mark else None, cell.option.label, class_="fii-verslag__keuze")


def _asked(cell: Cell) -> list[Html]:
    return [element("p", f"{label} ", element("strong", text)) for label, text in cell.asked]


def _open(given: Iterable[Cell]) -> Html | None:
    """One line with the numbers of what nobody filled in: it is open, not forgotten."""
    numbers = [str(cell.number) for cell in given if not cell.row and not cell.filled]
    if not numbers:
        return None
    listed = numbers[0] if len(numbers) == 1 else word("and", first=", ".join(numbers[:-1]), last=numbers[-1])
    return element("p", word("report_open", numbers=listed), class_="fii-verslag__open")


def _rows(section: Section, given: Iterable[Cell]) -> Html | None:
    """A section's rows beside each other, a few at a time, items down; nothing where no row was used."""
    own = {item.id for item in section.items}
    here = {(cell.item.id, cell.row): cell for cell in given if cell.item.id in own}
    rows = sorted({row for _, row in here})
    parts = [rows[start : start + ACROSS] for start in range(0, len(rows), ACROSS)]
    return join([_some_rows(section, some, here) for some in parts]) if parts else None


def _some_rows(section: Section, rows: list[int], here: dict[tuple[str, int], Cell]) -> Html:
    noun = section.rows.noun if section.rows else ""
    head = element(
        "tr",
        element("th", word("rows_item"), scope="col"),
        [element("th", word("row", noun=noun, row=row), scope="col") for row in rows],
    )
    lines = [
        element(
            "tr",
            element("th", item.text, scope="row"),
            [element("td", _row_cell(here.get((item.id, row)))) for row in rows],
        )
        for item in section.items
    ]
    return element(
        "table",
        element("caption", section.title),
        element("thead", head),
        element("tbody", lines),
        class_="fii-verslag__tabel fii-verslag__tabel--rijen",
    )


def _row_cell(cell: Cell | None) -> list[Html] | str:
    if cell is None or not (cell.filled or cell.asked):
        return "–"
    choice = _choice(cell)
    return [*([choice] if choice else []), *([element("p", cell.text)] if cell.text else []), *_asked(cell)]
