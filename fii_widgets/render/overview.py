"""Every instrument's state → the line with lights and a few sentences. No forms, no files."""

from collections.abc import Iterable, Mapping

from fii_widgets.labels import word
from fii_widgets.phases import PHASES
from fii_widgets.render.line import line_svg
from fii_widgets.render.line_shapes import Light
from fii_widgets.render.markup import Html, element, join
from fii_widgets.report.summary import Summary


def overview_html(summaries: Iterable[Summary], written: Mapping[str, str]) -> Html:
    """Return the dossier's overview. `written` maps phase ids to addresses relative to the page."""
    known = list(summaries)
    rows = [_row(summary) for summary in known]
    return join(
        [
            line_svg(None, written, small=True, lights=lights(known)),
            element("ul", rows, class_="fii-overview"),
        ]
    )


def lights(summaries: Iterable[Summary]) -> dict[str, tuple[Light, ...]]:
    """Return phase id → its lights, for the phases whose stoplight has answers."""
    return {
        PHASES[summary.instrument.phase - 1].id: tuple(Light(one.shape, one.count, one.words) for one in summary.tally)
        for summary in summaries
        if not summary.empty and summary.instrument.phase and summary.instrument.id.startswith("stoplicht-")
    }


def _row(summary: Summary) -> Html:
    total = summary.signals.total()
    if summary.empty:
        state = word("nothing_filled")
    elif total:
        state = word("filled_of", filled=total - summary.signals["open"], total=total)
    else:
        state = word("something_filled")
    return element(
        "li",
        element("a", summary.instrument.title, href=f"#{summary.instrument.id}"),
        f": {state}. ",
        summary.lead if summary.lead else None,
        _verdict(summary),
    )


def _verdict(summary: Summary) -> str | None:
    return f" {summary.verdict.title}." if summary.verdict and summary.verdict.advice else None
