"""A summary → Markdown for the command line. Says what the page says; no files."""

import re
from collections.abc import Iterable

from fii_widgets.labels import word
from fii_widgets.report.summary import Finding, RowTable, Summary

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
    for reason in summary.rules:
        lines += [f"- {plain(reason.text)}", f"  {plain(word('why'))} {plain(reason.because)}"]
    lines += [""] if summary.rules else []
    for title, findings in (
        (word("stands_out"), summary.stands_out),
        (word("questions"), summary.questions),
        (word("unknown"), summary.unknown),
    ):
        lines += _group(title, findings)
    for item, text in summary.written:
        lines += [f"**{plain(item)}** {plain(text)}", ""]
    for table in summary.tables:
        lines += _table(table)
    for sentence in (*(remark.text for remark in summary.remarks), *summary.closing):
        lines += [plain(sentence), ""]
    return "\n".join(lines)


def _group(title: str, findings: Iterable[Finding]) -> list[str]:
    rows: list[str] = []
    for finding in findings:
        cell = finding.cell
        rows.append(f"- **{finding.option.label}** · {cell.place}: {plain(cell.item.text)}")
        more = [finding.option.meaning, *(reason.text for reason in finding.follow_ups)]
        more += [f"{label} {text}" for label, text in finding.asked]
        if cell.text:
            more.append(word("your_note", note=cell.text))
        rows += [f"  {plain(text)}" for text in more if text]
    return [f"### {title}", "", *rows, ""] if rows else []


def _table(table: RowTable) -> list[str]:
    def line(*columns: str) -> str:
        return f"| {' | '.join(plain(column) for column in columns)} |"

    head = [f"### {plain(table.title)}", "", line(word("rows_item"), *table.rows), f"|{'---|' * (len(table.rows) + 1)}"]
    return [*head, *(line(item, *texts) for item, texts in table.lines), ""]


def plain(text: str) -> str:
    """Put a text on one line, with Markdown's marks taken as letters."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))
