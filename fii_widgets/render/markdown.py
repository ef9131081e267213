"""A summary → Markdown for the command line. Says what the page says; no files."""

import re
from collections.abc import Iterable

from fii_widgets.labels import word
from fii_widgets.report.summary import Finding, Summary

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
    for title, findings in (
        (word("stands_out"), summary.stands_out),
        (word("questions"), summary.questions),
        (word("unknown"), summary.unknown),
    ):
        lines += _group(title, findings)
    for sentence in (*summary.remarks, *summary.closing):
        lines += [plain(sentence), ""]
    return "\n".join(lines)


def _group(title: str, findings: Iterable[Finding]) -> list[str]:
    rows: list[str] = []
    for finding in findings:
        rows.append(f"- **{finding.option.label}** · {word('item', number=finding.number)}: {plain(finding.item.text)}")
        more = [finding.meaning, *(reason.text for reason in finding.follow_ups)]
        if finding.note:
            more.append(word("your_note", note=finding.note))
        rows += [f"  {plain(text)}" for text in more if text]
    return [f"### {title}", "", *rows, ""] if rows else []


def plain(text: str) -> str:
    """Put a text on one line, with Markdown's marks taken as letters."""
    return _MARKS.sub(r"\\\1", " ".join(text.split()))
