"""A summary → HTML for the page. Only elements and attributes of the page's allow-list; no answers are read here."""

from collections.abc import Iterable, Iterator, Sequence

from fii_widgets.instrument.model import Checklist, Link, Origin, Signal, Source
from fii_widgets.render.markup import Child, Html, element, join
from fii_widgets.render.parts import mark
from fii_widgets.render.parts import table as table_html
from fii_widgets.render.pictures.draw import picture_html
from fii_widgets.report.cells import cell_id
from fii_widgets.report.instrument.findings import parted
from fii_widgets.report.instrument.row_table import RowTable
from fii_widgets.report.instrument.summary import Finding, Reason, Summary, Verdict
from fii_widgets.report.instrument.why import Why, link_name, named_parts, why_finding, why_reason, why_verdict
from fii_widgets.words import word
from fii_widgets.words.common import DOCUMENTS, NOT_ANSWERED, count

#: more rows than this do not fit beside each other
SIDE_BY_SIDE = 4
#: so many points are seen at once: with what can be done about each, and the sentence above them, a screen beside the form
FIRST = 3
#: with so many points or fewer there is room for what to do about each as well
ROOMY = 2
#: so many signals of the list's own rules, each a line or two; together they take the room of one point
FIRST_RULES = 2


def summary_html(summary: Summary, root: str, index: str, level: int) -> Html:
    """Return the summary: what stands out first, in about a screen; what it rests on, and what was filled in, folded.

    `root` is the way to the site's root, `index` is "index.html" on file://.
    """
    if summary.empty:
        return element("p", word("summary_empty"))
    title = f"h{min(level + 1, 6)}"
    place = (root, index)
    parts: list[Html | None] = []
    if summary.lead:
        parts += [element("p", summary.lead, class_="fii-lead", data_fii_lead=True), _tally(summary)]
    if summary.verdict:
        parts.append(_verdict(summary.verdict, place))
    speaking = _speaking(summary, title, place)
    parts += speaking
    if speaking:
        parts += [_fold(name, content, f"fii-meer--{kind}") for kind, name, content in _filled(summary)]
    else:  # there is room for what was filled in
        parts += [part for _, name, content in _filled(summary) for part in (element(title, name), content)]
    for remark in summary.remarks:
        parts.append(_fold(remark.text, _why(why_reason(remark), place), "fii-remark"))
    parts += [element("p", sentence, class_="fii-closing") for sentence in summary.closing]
    if summary.closing:
        parts.append(_why_fold(why_reason(summary.rests), place))
    return join(parts)


def _speaking(summary: Summary, title: str, place: tuple[str, str]) -> list[Html]:
    """What asks for attention, in the order of its weight: the first of it at once, the rest at a press."""
    made: list[Html] = []
    room = FIRST
    is_roomy = len(summary.stands_out) + len(summary.questions) + len(summary.unknown) <= ROOMY
    kinds = {
        "attention": [_rule(reason, place) for reason in summary.rules],
        **{
            kind: [_finding(finding, place, is_roomy) for finding in findings]
            for kind, findings in (
                ("stands_out", summary.stands_out),
                ("questions", summary.questions),
                ("unknown", summary.unknown),
            )
        },
    }
    for kind, rows in kinds.items():
        if rows:
            made.append(_titled(title, kind, rows, FIRST_RULES if kind == "attention" else room))
            room = max(0, room - (1 if kind == "attention" else len(rows)))
    return made


def _fold(name: Child, content: Child, kind: str = "") -> Html:
    """Return what opens at a press; a reader who opened it has it open after the next answer too."""
    return element("details", element("summary", name), " ", content, class_=f"fii-meer {kind}".strip())


def _filled(summary: Summary) -> Iterator[tuple[str, str, Html]]:
    """Yield what was filled in, by kind: what is named besides, the pictures, the rows, the words."""
    instrument = summary.instrument
    named = _named(summary)
    if named and isinstance(instrument, Checklist) and instrument.named:
        yield "genoemd", instrument.named.title, named
    if summary.pictures:
        yield "getekend", word("pictured"), join(picture_html(picture) for picture in summary.pictures)
    for number, table in enumerate(summary.tables, 1):
        yield f"rijen-{number}", table.title, _row_table(table)
    if summary.fields or summary.written:
        yield "geschreven", word("written"), _written((*summary.fields, *summary.written))


def _titled(tag: str, kind: str, rows: Sequence[Html], seen: int) -> Html:
    """Return a list under the heading of its kind, of which so many are seen; none: all of it in a fold of that name."""
    first, more = rows[:seen], rows[seen:]
    one, many = ("one_more_rule", "all_more_rules") if kind == "attention" else ("one_more", "all_more")
    left = count(len(more), word(one), word(many, n="{n}"))
    name = left if first else f"{word(kind)} ({len(more)})"
    fold = _fold(name, element("ul", more, class_="fii-findings"), f"fii-meer--{kind}") if more else None
    at_once = [element(tag, word(kind)), element("ul", first, class_="fii-findings")] if first else []
    return join([*at_once, fold])


def _verdict(verdict: Verdict, place: tuple[str, str]) -> Html:
    text = element("p", verdict.reason.text) if verdict.reason.text else None
    return element(
        "dl",
        element("dt", verdict.title),
        element("dd", text, _why_fold(why_verdict(verdict), place)),
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


def _named(summary: Summary) -> Html | None:
    """What is named besides, such as what helps: a line a section, and what was written there."""
    rows = [
        element(
            "li",
            element("p", element("strong", part.title), f": {part.names}."),
            [element("p", line, class_="fii-own-note") for line in part.written],
        )
        for part in (named_parts(summary) if summary.named else ())
    ]
    return element("ul", rows, class_="fii-named") if rows else None


def _finding(finding: Finding, place: tuple[str, str], is_roomy: bool) -> Html:
    """A point that stands out: its choice and its sentence; why at a press, and what to do about it where there is no room."""
    cell, shape = finding.cell, finding.option.shape
    advice = [element("p", reason.text, class_="fii-follow-up") for reason in finding.follow_ups]
    name: list[Child] = [
        mark(shape),
        element("strong", finding.option.label),
        f" · {cell.place}: ",
        cell.item.text,
        f" ({word('own_item')})" if cell.item.origin is Origin.OWN else None,
    ]
    content: list[Child] = [
        element("p", word("handbook_says", text=cell.item.handbook), class_="fii-why") if cell.item.handbook else None,
        element("p", cell.reworded, class_="fii-why") if cell.reworded else None,
        element("p", finding.option.meaning) if finding.option.meaning else None,
        None if is_roomy else advice,
        element("p", word("your_note", note=cell.answer.note.strip()), class_="fii-own-note") if cell.text else None,
        [element("p", element("strong", label), " ", text, class_="fii-own-note") for label, text in finding.asked],
        _why(why_finding(finding), place),
    ]
    return element(
        "li",
        _fold(element("span", name), content),
        advice if is_roomy else None,
        class_=f"fii-finding fii-finding--{shape}",
        data_fii_about=cell_id(cell.item.id, cell.row) if finding.option.signal is Signal.RED else None,
    )


def _rule(reason: Reason, place: tuple[str, str]) -> Html:
    """A signal of the instrument's own rules, with the passage it rests on."""
    name, advice = parted(reason.text)
    content = [element("p", advice) if advice else None, _why(why_reason(reason), place)]
    fold = _fold(element("span", name), content)
    return element("li", fold, class_="fii-finding fii-finding--regel")


def _written(texts: Iterable[tuple[str, str]]) -> Html:
    """What was answered in words, ready to be read out."""
    rows = [join([element("dt", item), element("dd", text)]) for item, text in texts]
    return element("dl", rows, class_="fii-written")


def _row_table(table: RowTable) -> Html:
    """The rows beside each other where there are few; else one after the other, with what was filled in."""
    if len(table.rows) > SIDE_BY_SIDE:
        return join(_row_list(table, index) for index in range(len(table.rows)))
    lines = ((item, *texts) for item, texts in table.lines)
    return table_html(table.title, (word("rows_item"), *table.rows), lines, "fii-rows-table--benoemd")


def _row_list(table: RowTable, index: int) -> Html:
    filled = [(item, texts[index]) for item, texts in table.lines if texts[index] not in (NOT_ANSWERED, "–")]
    return join([element("p", element("strong", table.rows[index])), _written(filled)])


def _why(why: Why, place: tuple[str, str]) -> Html:
    """Say why the reader sees this: the answers, the paragraph to read on, and the passage it rests on."""
    return element("p", element("em", word("why")), " ", _because(why, place), class_="fii-why")


def _why_fold(why: Why, place: tuple[str, str]) -> Html:
    """The same behind a press, where nothing else is folded with it."""
    return _fold(word("why"), element("p", _because(why, place)), "fii-why")


def _because(why: Why, place: tuple[str, str]) -> list[Child]:
    return [f"{why.because} ", _read_on(why.read, *place), why.passages]


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
