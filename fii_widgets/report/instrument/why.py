"""A summary → why each part of it is shown, in words: for the page and for papers. Pure; knows no HTML."""

from collections.abc import Iterator
from dataclasses import dataclass

from fii_widgets.instrument.model import Checklist, Link, Origin, Source
from fii_widgets.report.instrument.summary import Finding, Reason, Summary, Verdict
from fii_widgets.words import word
from fii_widgets.words.common import DOCUMENTS


@dataclass(frozen=True, kw_only=True)
class Why:
    """Why a reader sees something."""

    because: str  #: the answers that lead to it
    read: tuple[Link, ...]  #: where the handbook says more, each place once
    passages: str  #: what it rests on, in sentences; empty where it rests on no passage


def why_reason(reason: Reason) -> Why:
    """Say why a sentence of an instrument is shown."""
    return Why(because=reason.because, read=reason.read, passages=_passage(reason.origin, reason.source))


def why_verdict(verdict: Verdict) -> Why:
    """Say from which answers the outcome of a decision tree follows."""
    reason = verdict.reason
    because = " ".join(verdict.because)
    return Why(because=because, read=reason.read, passages=_passage(reason.origin, reason.source))


def why_finding(finding: Finding) -> Why:
    """Say why a point stands out: the choice, and what the point and the advice that comes with it rest on."""
    item, place = finding.cell.item, finding.cell.place
    because = word("because", choice=finding.option.label, place=place[0].lower() + place[1:])
    own = (item.origin, item.source)
    passages = [_passage(*own)]
    for reason in finding.follow_ups:
        if (reason.origin, reason.source) != own:
            passages.append(_passage(reason.origin, reason.source, "source_advice"))
    links = [*item.read, *(link for reason in finding.follow_ups for link in reason.read)]
    return Why(
        because=because if item.source else f"{because} {word('own_source')}",
        read=tuple({link.target: link for link in links}.values()),
        passages=" ".join(passage for passage in dict.fromkeys(passages) if passage),
    )


def _passage(origin: Origin, source: Source | None, key: str = "source") -> str:
    if source is None:
        return ""
    lines = word("source_line" if source.lines.isdecimal() else "source_lines", lines=source.lines)
    return word(key, document=DOCUMENTS[source.document], lines=lines, origin=origin.value)


def link_name(link: Link) -> str:
    """Call a place to read on; a page that is not written yet says so."""
    if link.title and not link.address:
        return word("not_written", title=link.title)
    return link.title or link.target


@dataclass(frozen=True, kw_only=True)
class NamedPart:
    """What is named besides in one section of a checklist, such as what helps."""

    title: str
    names: str  #: its points, on one line
    written: tuple[str, ...]  #: what was written under each of them


def named_parts(summary: Summary) -> Iterator[NamedPart]:
    """Yield what is named besides, section by section."""
    for section in summary.instrument.sections if isinstance(summary.instrument, Checklist) else ():
        here = [found for found in summary.named if found.cell.item in section.items]
        if here:
            yield NamedPart(
                title=section.title,
                names="; ".join(found.cell.item.text.rstrip(".") for found in here),
                written=tuple(line for found in here for line in _written(found)),
            )


def _written(found: Finding) -> Iterator[str]:
    lines = [f"{label} {text}" for label, text in found.asked]
    if found.cell.text:
        lines.append(word("your_note", note=found.cell.text))
    return (f"{found.cell.item.text}: {line}" for line in lines)
