"""A paper for a meeting, as data: what every export writes and what nothing else has to know. Pure; no format."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field, replace
from itertools import chain, repeat

from fii_widgets.report.pictures import picture


@dataclass(frozen=True, kw_only=True)
class Link:
    """Where to read on, as a title and an address from the site's root."""

    title: str
    address: str


@dataclass(frozen=True, kw_only=True)
class Heading:
    """A heading; level 1 stands right under the paper's title."""

    level: int
    text: str
    new_page: bool = False  #: on the page's own printer it begins a page, to be handed out


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """A paragraph; `lead` is the sentence to read first."""

    text: str
    lead: bool = False


@dataclass(frozen=True, kw_only=True)
class Bullets:
    """A list without order."""

    items: tuple[str, ...]


@dataclass(frozen=True, kw_only=True)
class Table:
    """A table with a row of headings."""

    caption: str
    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    row_headers: bool = False  #: the first cell of a row says what the row is about
    records: bool = False  #: each column but the first is one record, such as a candidate or a line of a monitor
    marked: int = -1  #: the column whose word stands for a light or another choice
    marks: tuple[str, ...] = ()  #: the shape of that word, a row each: groen, oranje, rood, onbekend, nvt, leeg
    pen: bool = False  #: an empty cell is room for a pen

    @property
    def marked_rows(self) -> Iterator[tuple[tuple[str, ...], str]]:
        """Each row with the shape of its word; empty where it has none."""
        return zip(self.rows, chain(self.marks, repeat("")), strict=False)


@dataclass(frozen=True, kw_only=True)
class Links:
    """Where to read on in the handbook."""

    items: tuple[Link, ...]

    @property
    def texts(self) -> tuple[str, ...]:
        """Each as a line that says where it leads."""
        return tuple(f"{link.title}: {link.address}" for link in self.items)


@dataclass(frozen=True, kw_only=True)
class Picture:
    """Answers that the page's own printer draws; a file has them as a table."""

    drawn: picture.Picture
    table: Table
    notes: tuple[str, ...] = ()  #: what the table cannot hold


type InWords = Heading | Paragraph | Bullets | Table | Links
type Block = InWords | Picture


@dataclass(frozen=True, kw_only=True)
class Paper:
    """One document."""

    title: str
    subtitle: str = ""
    date: str = ""  #: ISO date that the documents carry; never the clock's
    lang: str = "nl-NL"
    blocks: tuple[Block, ...] = field(default=())


#: this many records stand beside each other on paper
SIDE_BY_SIDE = 3
#: records that say no more than this stand under each other, on paper as in a sheet
SHORT = 5


def for_reading(table: Table) -> tuple[Table, ...]:
    """Return a table as paper can hold it: short records stand under each other, many long ones in several tables."""
    if table.records and len(table.rows) <= SHORT:
        return (for_sheets(table),)
    many = len(table.columns) - 1
    if not table.records or many <= SIDE_BY_SIDE + 1:
        return (table,)
    cuts = [range(start, min(start + SIDE_BY_SIDE, many + 1)) for start in range(1, many + 1, SIDE_BY_SIDE)]
    return tuple(
        replace(
            table,
            caption=f"{table.caption} ({number} van {len(cuts)})",
            columns=(table.columns[0], *(table.columns[at] for at in cut)),
            rows=tuple((row[0], *(row[at] for at in cut)) for row in table.rows),
        )
        for number, cut in enumerate(cuts, 1)
    )


def for_sheets(table: Table) -> Table:
    """Return a table as a sheet wants it: a record a row, called by its number; the rest stands in the row itself."""
    if not table.records:
        return table
    _, *records = table.columns
    noun = records[0].partition(":")[0].rpartition(" ")[0] if records else ""
    rows = tuple((name.partition(": ")[0], *(row[at] for row in table.rows)) for at, name in enumerate(records, 1))
    return replace(table, columns=(noun or table.columns[0], *(row[0] for row in table.rows)), rows=rows, records=False)


def tables(paper: Paper) -> Iterator[Table]:
    """Yield the tables as sheets want them."""
    yield from (for_sheets(block) for block in in_words(paper) if isinstance(block, Table))


def in_words(paper: Paper) -> Iterator[InWords]:
    """Yield the blocks, of a picture its table and notes."""
    for block in paper.blocks:
        if isinstance(block, Picture):
            yield block.table
            yield from (Paragraph(text=note) for note in block.notes)
        else:
            yield block


def reading(paper: Paper) -> Iterator[InWords]:
    """Yield the blocks as a page of text can hold them."""
    for block in in_words(paper):
        if isinstance(block, Table):
            yield from for_reading(block)
        else:
            yield block


def repeats(before: InWords | None, block: InWords) -> bool:
    """Tell whether a table is called as the heading right above it, so that its name need not be shown again."""
    return isinstance(block, Table) and isinstance(before, Heading) and block.caption == before.text


def joined(parts: Sequence[str], between: str = "\n") -> str:
    """Put the parts that hold something behind each other."""
    return between.join(part for part in parts if part)
