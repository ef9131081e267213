"""One instrument with its answers → the blocks of its report: what stands out first, then everything, last why. Pure."""

from collections.abc import Iterator

from fii_widgets.dossier.answers import EMPTY, Answers
from fii_widgets.instrument.model import Checklist, Instrument
from fii_widgets.report.instrument.rounds import Rounds
from fii_widgets.report.instrument.summary import Summary, summarise
from fii_widgets.report.instrument.why import Why, link_name, named_parts, why_finding, why_reason, why_verdict
from fii_widgets.report.papers.instrument import answer_blocks, field_table, numbered, signal_blocks
from fii_widgets.report.papers.paper import Block, Bullets, Heading, Link, Links, Paragraph, Picture, Table, joined
from fii_widgets.report.papers.rounds import rounds_blocks
from fii_widgets.report.pictures.make import table
from fii_widgets.words import word


def report_blocks(
    instrument: Instrument, answers: Answers, level: int, site: str = "", rounds: Rounds | None = None
) -> Iterator[Block]:
    """Yield the report of one instrument: fields, what changed since the last round, what stands out, every answer, where
    to read on, and why it is there."""
    summary = summarise(instrument, answers)
    yield _top(summary, answers)
    yield from rounds_blocks(rounds, level)
    yield from signal_blocks(summary, level, _also(summary, level + 1))
    yield Heading(level=level, text=word("paper_all"))
    yield from answer_blocks(instrument, answers, level + 1)
    yield from (Paragraph(text=text) for text in (*(one.text for one in summary.remarks), *summary.closing))
    yield from read_on(summary, level, site)
    yield from reason_blocks(summary, level)


def _top(summary: Summary, answers: Answers) -> Table:
    """Return the phase and the lines at the top; what is not filled in stays open for a pen."""
    instrument = summary.instrument
    lines = [(field.label, answers.get(field.id, EMPTY).note) for field in instrument.fields]
    phase = str(instrument.phase) if instrument.phase else word("every_phase")
    return field_table(((word("line_phase"), phase), *(lines or [(word("report_for"), "")])), pen=True)


def _also(summary: Summary, level: int) -> Iterator[Block]:
    """Yield what a whole report tells besides: every count, the pictures, and what is named besides."""
    if summary.lead:
        yield Paragraph(text=" · ".join(f"{one.label}: {one.count}" for one in summary.tally))
    for picture in summary.pictures:
        data = table(picture)
        shown = Table(caption=picture.title, columns=data.columns, rows=data.rows, row_headers=True)
        yield Picture(drawn=picture, table=shown, notes=data.notes)
    instrument = summary.instrument
    if summary.named and isinstance(instrument, Checklist) and instrument.named:
        yield Heading(level=level, text=instrument.named.title)
        parts = named_parts(summary)
        yield Bullets(items=tuple(joined([f"{one.title}: {one.names}.", *one.written]) for one in parts))


def read_on(summary: Summary, level: int, site: str) -> Iterator[Block]:
    """Yield where the handbook says more about what stands out; nothing where the site's address is not known."""
    read: dict[str, Link] = {}
    for finding in (*summary.stands_out, *summary.unknown):
        for link in why_finding(finding).read:
            if site and link.address:
                read.setdefault(link.target, Link(title=link.title or link.target, address=site + link.address))
    if read:
        yield Heading(level=level, text=word("paper_read_on"))
        yield Links(items=tuple(read.values()))


def reason_blocks(summary: Summary, level: int) -> Iterator[Block]:
    """Yield why each part of the summary is there: the answers, where to read on, and the passage it rests on."""
    reasons = list(_reasons(summary))
    if reasons:
        yield Heading(level=level, text=word("paper_reasons"))
        rows = tuple((text, joined([why.because, _read(why), why.passages])) for text, why in reasons)
        columns = (word("paper_says"), word("paper_why"))
        yield Table(caption=word("why"), columns=columns, rows=rows, row_headers=True)


def _reasons(summary: Summary) -> Iterator[tuple[str, Why]]:
    if summary.verdict:
        yield summary.verdict.title, why_verdict(summary.verdict)
    yield from ((reason.text, why_reason(reason)) for reason in summary.rules)
    for finding in (*summary.stands_out, *summary.questions, *summary.unknown):
        item = finding.cell.item
        handbook = word("handbook_says", text=item.handbook) if item.handbook else ""
        yield joined([numbered(finding.cell), handbook]), why_finding(finding)
    yield from ((reason.text, why_reason(reason)) for reason in summary.remarks)
    if summary.closing:
        yield joined(summary.closing), why_reason(summary.rests)


def _read(why: Why) -> str:
    return f"{word('read_on')}: {', '.join(map(link_name, why.read))}." if why.read else ""
