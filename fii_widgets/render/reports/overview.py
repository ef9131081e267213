"""Every instrument's state → the line with lights and a few sentences. No forms, no files."""

from collections.abc import Iterable, Mapping

from fii_widgets.handbook.phases import PHASES
from fii_widgets.render.line.line import line_svg
from fii_widgets.render.line.shapes import Light
from fii_widgets.render.markup import Html, element, join
from fii_widgets.report.instrument.summary import Summary
from fii_widgets.words import word
from fii_widgets.words.common import count


def overview_html(summaries: Iterable[Summary], written: Mapping[str, str]) -> Html:
    """Return the dossier's overview. `written` maps phase ids to addresses relative to the page."""
    known = list(summaries)
    here = {f"cl-{summary.instrument.id}": f"#{summary.instrument.id}" for summary in known}
    rows = [_row(summary, {**written, **here}) for summary in known if not summary.empty]
    empty = [element("li", _link(summary)) for summary in known if summary.empty]
    return join(
        [
            line_svg(None, written, small=True, lights=lights(known)),
            element("ul", rows, class_="fii-overview") if rows else None,
            element(
                "details",
                element("summary", count(len(empty), word("one_empty"), word("all_empty", n=len(empty)))),
                element("ul", empty, class_="fii-overview"),
                class_="fii-rest",
            )
            if empty
            else None,
        ]
    )


def lights(summaries: Iterable[Summary]) -> dict[str, tuple[Light, ...]]:
    """Return phase id → its lights, for the phases whose stoplight has answers."""
    return {
        PHASES[summary.instrument.phase - 1].id: tuple(Light(one.shape, one.count, one.words) for one in summary.tally)
        for summary in summaries
        if not summary.empty and summary.instrument.phase and summary.instrument.id.startswith("stoplicht-")
    }


def _row(summary: Summary, addresses: Mapping[str, str]) -> Html:
    total = summary.signals.total()
    if total:
        # where there is more to fill in than choices, only of the choices is known how many are left
        asks_more = any(not item.options for item in summary.instrument.items) or summary.instrument.fields
        key = "chosen_of" if asks_more else "filled_of"
        state = word(key, filled=total - summary.signals["open"], total=total)
    else:
        state = word("something_filled")
    return element(
        "li",
        _link(summary),
        f": {state}. ",
        summary.lead if summary.lead else None,
        _verdict(summary, addresses),
    )


def _link(summary: Summary) -> Html:
    return element("a", summary.instrument.title, href=f"#{summary.instrument.id}")


def _verdict(summary: Summary, addresses: Mapping[str, str]) -> Html | None:
    """What a decision tree advises, with the way there: the phase to begin with, and its stoplight."""
    if not summary.verdict or not summary.verdict.advice:
        return None
    ways = [
        element("a", link.title, href=addresses[link.target])
        for link in summary.verdict.reason.read
        if link.target in addresses
    ]
    lead = f" {summary.verdict.title}. {summary.verdict.reason.text}"
    return join(
        [
            lead,
            f" {word('go_to')}: " if ways else None,
            [[", " if index else None, way] for index, way in enumerate(ways)],
            "." if ways else None,
        ]
    )
