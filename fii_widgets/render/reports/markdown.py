"""A summary → Markdown for the command line. Says what the page says; no files."""

import re
from collections.abc import Iterable, Sequence

from fii_widgets.instrument.model import Checklist
from fii_widgets.report.instrument.row_table import RowTable
from fii_widgets.report.instrument.summary import Finding, Summary
from fii_widgets.report.pictures.make import table
from fii_widgets.words import word

_MARKS = re.compile(r"([\\`*_{}\[\]<>#|])")


def summary_markdown(summary: Summary) -> str:
    """Return the summary as Markdown, ending in an empty line. What people typed cannot become mark-up."""
    lines = [f"## {plain(summary.instrument.title)}", ""]
    for label, text in summary.fields:
        lines += [f"**{plain(label)}**: {plain(text)}", ""]
    if summary.lead:
        lines += [summary.lead, ""]
    if summary.verdict:
        lines += [f"**{plain(summary.verdict.title)}** {plain(summary.verdict.reason.text)}", ""]
    for picture in summary.pictures:
        data = table(picture)
        lines += [f"### {plain(picture.title)}", "", *_grid(data.columns, data.rows)]
        lines += [line for note in data.notes for line in (plain(note), "")]
    for reason in summary.rules:
        lines += [f"- {plain(reason.text)}", f"  {plain(word('why'))} {plain(reason.because)}"]
    lines += [""] if summary.rules else []
    for title, findings in (
        (word("stands_out"), summary.stands_out),
        (word("questions"), summary.questions),
        (word("unknown"), summary.unknown),
    ):
        lines += _group(title, findings)
    lines += _named(summary)
    for item, text in summary.written:
        lines += [f"**{plain(item)}** {plain(text)}", ""]
    for rows in summary.tables:
        lines += _table(rows)
    for sentence in (*(remark.text for remark in summary.remarks), *summary.closing):
        lines += [plain(sentence), ""]
    return "\n".join(lines)


def _group(title: str, findings: Iterable[Finding]) -> list[str]:
    rows: list[str] = []
    for finding in findings:
        cell = finding.cell
        rows.append(f"- **{finding.option.label}** · {cell.place}: {plain(cell.item.text)}")
        more = [word("handbook_says", text=cell.item.handbook)] if cell.item.handbook else []
        more += [finding.option.meaning, *(reason.text for reason in finding.follow_ups)]
        more += [f"{label} {text}" for label, text in finding.asked]
        if cell.text:
            more.append(word("your_note", note=cell.text))
        rows += [f"  {plain(text)}" for text in more if text]
    return [f"### {title}", "", *rows, ""] if rows else []


def _named(summary: Summary) -> list[str]:
    instrument = summary.instrument
    if not (summary.named and isinstance(instrument, Checklist) and instrument.named):
        return []
    rows = []
    for finding in summary.named:
        rows.append(f"- {plain(finding.cell.item.text)}")
        rows += [f"  {plain(f'{label} {text}')}" for label, text in finding.asked]
        if finding.cell.text:
            rows.append(f"  {plain(word('your_note', note=finding.cell.text))}")
    return [f"### {plain(instrument.named.title)}", "", *rows, ""]


def _table(found: RowTable) -> list[str]:
    rows = [(item, *texts) for item, texts in found.lines]
    return [f"### {plain(found.title)}", "", *_grid((word("rows_item"), *found.rows), rows)]


def _grid(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> list[str]:
    def line(cells: Sequence[str]) -> str:
        return f"| {' | '.join(plain(cell) for cell in cells)} |"

    return [line(columns), f"|{'---|' * len(columns)}", *(line(row) for row in rows), ""]


def plain(text: str) -> str:
    """Put a text on one line, with Markdown's marks taken as letters."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))
