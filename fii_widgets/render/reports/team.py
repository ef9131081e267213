"""What a team chose → HTML: counts with mark and word, never a name, never an average. A list comes when it is opened."""

from collections.abc import Iterable, Sequence

from fii_widgets.render.markup import Child, Html, element, join
from fii_widgets.render.parts import heading, later, mark, table
from fii_widgets.report.meetings.team import Group, InstrumentSpread, PointSpread, Spread, TeamReport
from fii_widgets.words import word
from fii_widgets.words.common import count


def team_html(report: TeamReport, level: int) -> Html:
    """Return what the team can talk about, then a fold for each list in which somebody chose."""
    if not report.instruments:
        return _by_row(report) or element("p", word("team_none"))
    n = report.members
    hidden = not report.open and not (report.sides and report.roles)
    return join(
        [
            element("p", count(n, word("team_members_one"), word("team_members_many", n=n))),
            element("p", word("team_open")) if report.open else None,
            element("p", word("team_hidden")) if hidden else None,
            _talk(word("team_low"), report.low, level + 1, word("team_low_none")),
            _talk(word("team_different"), report.different, level + 1, word("team_different_none")),
            _talk(word("team_unsure"), report.unsure, level + 1, ""),
            heading(level + 1, word("team_lists")),
            [later(one.instrument.title, one.instrument.id) for one in report.instruments],
            _by_row(report),
        ]
    )


def _by_row(report: TeamReport) -> Html | None:
    titles = "; ".join(one.title for one in report.by_row)
    return element("p", word("team_by_row", titles=titles), class_="fii-remark") if titles else None


def _talk(title: str, points: Iterable[PointSpread], level: int, nothing: str) -> Html | None:
    rows = [
        element("li", word("team_point", text=one.item.text, spread=_words(one.all)), data_fii_about=one.item.id)
        for one in points
    ]
    if not rows:
        return join([heading(level, title), element("p", nothing)]) if nothing else None
    return join([heading(level, title), element("ul", rows, class_="fii-spreiding__lijst")])


def spread_html(one: InstrumentSpread, report: TeamReport) -> Html:
    """Return what was chosen at every point of one list, by the whole team and by its groups."""
    groups: Sequence[Group] = (*report.sides, *report.roles)
    columns = [
        word("column_point"),
        word("team_column_all", n=report.members),
        *(word("team_column_group", name=group.name, n=group.size) for group in groups),
    ]
    rows: list[Sequence[Child]] = [
        (
            f"{point.number}. {point.item.text}",
            _cell(point.all, point.silent),
            *(word("team_too_few") if spread is None else _cell(spread, 0) for spread in point.groups),
        )
        for point in one.points
    ]
    return table(word("team_caption"), columns, rows, "fii-spreiding")


def _cell(spread: Spread, silent: int) -> Html:
    parts = [element("li", mark(one.option.shape), f"{one.option.label}: {one.n}") for one in spread]
    if silent:
        parts.append(element("li", word("team_silent", n=silent)))
    return element("ul", parts, class_="fii-tally") if parts else join([word("team_none_chose")])


def _words(spread: Spread) -> str:
    return ", ".join(f"{one.n} {one.option.label.lower()}" for one in spread)
