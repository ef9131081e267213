"""What a team chose → HTML: counts with mark and word, never a name, never an average. A list comes when it is opened."""

from collections.abc import Iterable, Sequence

from fii_widgets.render.markup import Child, Html, element, join
from fii_widgets.render.parts import heading, later, mark, table
from fii_widgets.report.meetings.team import Group, InstrumentSpread, PointSpread, Spread, TeamReport
from fii_widgets.words import word
from fii_widgets.words.common import count

#: so many points of a kind stand there at once; the rest comes when its fold is opened
FIRST = 8


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
            [_talk(kind, points, level + 1) for kind, points in _talks(report).items()],
            heading(level + 1, word("team_lists")),
            [later(one.instrument.title, one.instrument.id) for one in report.instruments],
            _by_row(report),
        ]
    )


def _by_row(report: TeamReport) -> Html | None:
    titles = "; ".join(one.title for one in report.by_row)
    return element("p", word("team_by_row", titles=titles), class_="fii-remark") if titles else None


def part_html(report: TeamReport, part: str) -> Html | None:
    """Return what a fold holds: the rest of what the team can talk about, or a list; None where there is none of it."""
    if part in (talks := _talks(report)):
        return _points(talks[part][FIRST:])
    return next((_spread(one, report) for one in report.instruments if one.instrument.id == part), None)


def _talks(report: TeamReport) -> dict[str, Sequence[PointSpread]]:
    """What a team can talk about, by the key of its title: no list has such an id."""
    return {"team_low": report.low, "team_different": report.different, "team_unsure": report.unsure}


def _talk(kind: str, points: Sequence[PointSpread], level: int) -> Html | None:
    if not points:
        nothing = {"team_low": "team_low_none", "team_different": "team_different_none"}.get(kind)
        return join([heading(level, word(kind)), element("p", word(nothing))]) if nothing else None
    left = len(points) - FIRST
    more = later(count(left, word("team_more_one"), word("team_more", n=left)), kind) if left > 0 else None
    return join([heading(level, word(kind)), _points(points[:FIRST]), more])


def _points(points: Iterable[PointSpread]) -> Html:
    rows = [
        element("li", word("team_point", text=one.item.text, spread=_words(one.all)), data_fii_about=one.item.id)
        for one in points
    ]
    return element("ul", rows, class_="fii-spreiding__lijst")


def _spread(one: InstrumentSpread, report: TeamReport) -> Html:
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
