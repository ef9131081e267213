"""A summary → HTML for the page. Only elements and attributes of the page's allow-list; no answers are read here."""

from collections.abc import Iterable, Sequence

from fii_widgets.instrument.model import Checklist, Link, Origin, Signal, Source
from fii_widgets.render.markup import Html, element, join
from fii_widgets.render.parts import mark
from fii_widgets.render.parts import table as table_html
from fii_widgets.render.pictures.draw import picture_html
from fii_widgets.report.cells import cell_id
from fii_widgets.report.instrument.row_table import RowTable
from fii_widgets.report.instrument.summary import Finding, Reason, Summary, Verdict
from fii_widgets.report.instrument.why import Why, link_name, named_parts, why_finding, why_reason, why_verdict
from fii_widgets.words import word
from fii_widgets.words.common import DOCUMENTS, NOT_ANSWERED

#: more rows than this do not fit beside each other
SIDE_BY_SIDE = 4


def summary_html(summary: Summary, root: str, index: str, level: int) -> Html:
    """Return the summary. `root` is the way to the site's root, `index` is "index.html" on file://."""
    if summary.empty:
        return element("p", word("summary_empty"))
    title = f"h{min(level + 1, 6)}"
    place = (root, index)
    parts: list[Html | None] = []
    for label, text in summary.fields:
        parts.append(element("p", element("strong", label), ": ", text))
    if summary.lead:
        parts += [element("p", summary.lead, class_="fii-lead"), _tally(summary)]
    if summary.verdict:
        parts.append(_verdict(summary.verdict, place))
    parts += [picture_html(picture) for picture in summary.pictures]
    parts += [
        _titled(title, word("attention"), [_rule(reason, place) for reason in summary.rules], "fii-findings"),
        *(
            _titled(title, heading, [_finding(finding, place) for finding in findings], "fii-findings")
            for heading, findings in (
                (word("stands_out"), summary.stands_out),
                (word("questions"), summary.questions),
                (word("unknown"), summary.unknown),
            )
        ),
        _named(summary, title),
        element(title, word("written")) if summary.written else None,
        _written(summary.written) if summary.written else None,
    ]
    parts += [_row_table(table, title) for table in summary.tables]
    for remark in summary.remarks:
        parts += [element("p", remark.text, class_="fii-remark"), _why(why_reason(remark), place)]
    parts += [element("p", sentence, class_="fii-closing") for sentence in summary.closing]
    if summary.closing:
        parts.append(_why(why_reason(summary.rests), place))
    return join(parts)


def _titled(tag: str, heading: str, rows: Sequence[Html], kind: str) -> Html | None:
    """Return a list under its heading; without rows neither."""
    return join([element(tag, heading), element("ul", rows, class_=kind)]) if rows else None


def _verdict(verdict: Verdict, place: tuple[str, str]) -> Html:
    text = element("p", verdict.reason.text) if verdict.reason.text else None
    return element(
        "dl",
        element("dt", verdict.title),
        element("dd", text, _why(why_verdict(verdict), place)),
        class_=f"fii-verdict{'' if verdict.advice else ' fii-verdict--open'}",
    )


def _tally(summary: Summary) -> Html:
    """Return every count, small, behind the sentence."""
    rows = [
        element(
            "li",
            element("span", class_=f"fii-shape fii-shape--{one.shape}", aria_hidden="true"),
            f" {one.label}: {one.count}",
        )
        for one in summary.tally
    ]
    return element("ul", rows, class_="fii-tally")


def _named(summary: Summary, title: str) -> Html | None:
    """What is named besides, such as what helps: a line a section, and what was written there."""
    instrument = summary.instrument
    if not (summary.named and isinstance(instrument, Checklist) and instrument.named):
        return None
    rows = [
        element(
            "li",
            element("p", element("strong", part.title), f": {part.names}."),
            [element("p", line, class_="fii-own-note") for line in part.written],
        )
        for part in named_parts(summary)
    ]
    return _titled(title, instrument.named.title, rows, "fii-named")


def _finding(finding: Finding, place: tuple[str, str]) -> Html:
    cell, shape = finding.cell, finding.option.shape
    return element(
        "li",
        element(
            "p",
            mark(shape),
            element("strong", finding.option.label),
            f" · {cell.place}: ",
            cell.item.text,
            f" ({word('own_item')})" if cell.item.origin is Origin.OWN else None,
        ),
        element("p", word("handbook_says", text=cell.item.handbook), class_="fii-why") if cell.item.handbook else None,
        element("p", finding.option.meaning) if finding.option.meaning else None,
        [element("p", reason.text, class_="fii-follow-up") for reason in finding.follow_ups],
        element("p", word("your_note", note=cell.answer.note.strip()), class_="fii-own-note") if cell.text else None,
        [element("p", element("strong", label), " ", text, class_="fii-own-note") for label, text in finding.asked],
        _why(why_finding(finding), place),
        class_=f"fii-finding fii-finding--{shape}",
        data_fii_about=cell_id(cell.item.id, cell.row) if finding.option.signal is Signal.RED else None,
    )


def _rule(reason: Reason, place: tuple[str, str]) -> Html:
    """A signal of the instrument's own rules, with the passage it rests on."""
    why = _why(why_reason(reason), place)
    return element("li", element("p", reason.text), why, class_="fii-finding fii-finding--regel")


def _written(texts: Iterable[tuple[str, str]]) -> Html:
    """What was answered in words, ready to be read out."""
    rows = [join([element("dt", item), element("dd", text)]) for item, text in texts]
    return element("dl", rows, class_="fii-written")


def _row_table(table: RowTable, title: str) -> Html:
    """The rows beside each other where there are few; else one after the other, with what was filled in."""
    if len(table.rows) > SIDE_BY_SIDE:
        return join([element(title, table.title), [_row_list(table, index) for index in range(len(table.rows))]])
    return table_html(table.title, (word("rows_item"), *table.rows), ((item, *texts) for item, texts in table.lines))


def _row_list(table: RowTable, index: int) -> Html:
    filled = [(item, texts[index]) for item, texts in table.lines if texts[index] not in (NOT_ANSWERED, "–")]
    return join([element("p", element("strong", table.rows[index])), _written(filled)])


def _why(why: Why, place: tuple[str, str]) -> Html:
    """Say why the reader sees this: the answers, the paragraph to read on, and the passage it rests on."""
    return element(
        "p",
        element("em", word("why")),
        f" {why.because} ",
        _read_on(why.read, *place),
        why.passages,
        class_="fii-why",
    )


def source_text(source: Source | None, organisation: str = "") -> str:
    """Return a passage as a few words; what rests on none says whose it is."""
    if source is None:
        return word("own_item_of", organisation=organisation) if organisation else word("own_item")
    return f"{DOCUMENTS[source.document]}, {source.lines}"


def _read_on(read: tuple[Link, ...], root: str, index: str) -> Html | None:
    return (
        element("span", f"{word('read_on')}: ", links(read, root, index), ". ", class_="fii-read-on") if read else None
    )


def links(read: Iterable[Link], root: str, index: str) -> Html:
    """Return links, comma-separated; a page that is not written yet is text that says so."""
    parts: list[Html | str] = []
    for link in read:
        if parts:
            parts.append(", ")
        if link.address or not link.title:
            parts.append(element("a", link_name(link), href=address(link.address, root, index)))
        else:
            parts.append(link_name(link))
    return join(parts)


def address(target: str, root: str, index: str) -> str:
    """Return the relative address of a page from another page; directories get `index` behind them."""
    path, mark, fragment = target.partition("#")
    return f"{root}{path}{index}{mark}{fragment}" or "./"
