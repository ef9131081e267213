"""Where answers stand: each item once, or once for each row that is in use. Pure."""

from collections.abc import Sequence
from dataclasses import dataclass

from fii_widgets.dossier.answers import EMPTY, Answer, Answers
from fii_widgets.instrument.model import UNKNOWN, Asked, Checklist, Input, Instrument, Item, Option, Section
from fii_widgets.words import word
from fii_widgets.words.common import day


@dataclass(frozen=True)
class Cell:
    """One item, in one row where its section has rows, with its answer."""

    item: Item
    number: int  #: as printed on the form; 0 for a line at its head, which has none
    row: int  #: 1-based; 0 where the section has no rows
    noun: str  #: how a row is called
    answer: Answer
    asked: tuple[tuple[str, str], ...] = ()  #: (label, what was written) of the lines asked under the item
    name: str = ""  #: what its row is called by: what was written in its first line

    @property
    def option(self) -> Option | None:
        """The choice that was made; None while there is none, or for a choice of another edition."""
        return self.item.option(self.answer.choice)

    @property
    def text(self) -> str:
        """What was written, on one line; a date in words."""
        text = " ".join(self.answer.note.split())
        return day(text) if self.item.input is Input.DATE else text

    @property
    def reworded(self) -> str:
        """What to say where the sentence read otherwise when this was answered; nothing of the team's own words."""
        since, at = self.item.reworded, self.answer.at
        is_older = self.filled and not self.item.handbook and "" < at < since
        return word("reworded", date=day(since)) if is_older else ""

    @property
    def filled(self) -> bool:
        """Whether anything was answered."""
        return bool(self.option or self.text)

    @property
    def place(self) -> str:
        """How a sentence calls it: "punt 3", or "punt 3, kandidaat 2 (Wijkteam Zuid)"."""
        name = word("item", number=self.number)
        called = f" ({self.name})" if self.name else ""
        return f"{name}, {self.noun.lower()} {self.row}{called}" if self.row else name

    @property
    def inside(self) -> str:
        """The same in a list of places: "punt 3", or "punt 3 (kandidaat 2: Wijkteam Zuid)"."""
        name = word("item", number=self.number).lower() if self.number else f"‘{self.item.text}’"
        called = f": {self.name}" if self.name else ""
        return f"{name} ({self.noun.lower()} {self.row}{called})" if self.row else name


def cell_id(item: str, row: int) -> str:
    """Return the key under which an answer is kept; it never changes."""
    return f"{item}@{row}" if row else item


def row_items(instrument: Instrument) -> dict[str, Item]:
    """Return the item under each key that a form has for its rows, as many as paper has, or for its later subjects."""
    later = range(2, instrument.subjects.most + 1) if instrument.subjects else ()
    return {
        cell_id(item.id, row): item
        for section in instrument.sections
        for item in section.items
        for row in (range(1, section.rows.most + 1) if section.rows else later)
    }


def cells(instrument: Instrument, answers: Answers) -> list[Cell]:
    """Return the cells that are in play, in the order of the form.

    Guarantees: every item of a section without rows once; for rows, only those in which something was answered;
    items whose condition does not hold are left out.
    """
    numbers = {item.id: number for number, item in enumerate(instrument.items, 1)}
    if not isinstance(instrument, Checklist):
        return [_cell(item, 0, None, numbers, answers, ()) for item in instrument.items if in_play(item, 0, answers)]
    return [
        _cell(item, row, section, numbers, answers, instrument.asked)
        for section in instrument.sections
        for row in used_rows(section, answers, instrument.asked)
        for item in section.items
        if in_play(item, row, answers)
    ]


def used_rows(section: Section, answers: Answers, asked: Sequence[Asked] = ()) -> list[int]:
    """Return the rows in which something was answered, be it only a line asked; [0] for a section without rows."""
    if section.rows is None:
        return [0]
    ids = [one for item in section.items for one in (item.id, *(f"{item.id}-{line.id}" for line in asked))]
    return [row for row in range(1, section.rows.most + 1) if any(_given(id_, row, answers) for id_ in ids)]


def _given(id_: str, row: int, answers: Answers) -> bool:
    answer = answers.get(cell_id(id_, row), EMPTY)
    return bool(answer.choice or answer.note.strip())


def _cell(
    item: Item,
    row: int,
    section: Section | None,
    numbers: dict[str, int],
    answers: Answers,
    asked: Sequence[Asked],
) -> Cell:
    lines = [(one.label, answers.get(cell_id(f"{item.id}-{one.id}", row), EMPTY).note) for one in asked]
    written = tuple((label, " ".join(text.split())) for label, text in lines if text.strip())
    rows = section.rows if section else None
    noun, name = (rows.noun, _row_name(section, row, answers)) if section and rows else ("", "")
    return Cell(item, numbers[item.id], row, noun, answers.get(cell_id(item.id, row), EMPTY), written, name)


def _row_name(section: Section, row: int, answers: Answers) -> str:
    """Return what was written in the first item of a row, where that is a line of text."""
    first = section.items[0]
    return " ".join(answers.get(cell_id(first.id, row), EMPTY).note.split()) if first.input is Input.LINE else ""


def in_play(item: Item, row: int, answers: Answers) -> bool:
    """An item with a condition counts while its condition holds, or is still open."""
    given = ((answers.get(cell_id(other, row), EMPTY).choice, choice) for other, choice in item.only_with)
    return all(now in ("", UNKNOWN, wanted) for now, wanted in given)
