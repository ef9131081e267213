"""Rows of a monitor → series in time: aimed at against reached. Pure; compares only what counts in the same way."""

from collections.abc import Iterable, Sequence

from fii_widgets.instrument.model import Checklist
from fii_widgets.instrument.picture import PictureSpec
from fii_widgets.report.cells import Cell
from fii_widgets.report.pictures.picture import Period, Reached, Series
from fii_widgets.report.values import date_of, number_of

type Row = dict[str, Cell]


def reached(spec: PictureSpec, instrument: Checklist, playing: Sequence[Cell]) -> Reached | None:
    """Return a series for each thing that is counted in one way; None while no number was written.

    Rows belong to one series when their `series` items and their definition read the same. Series share one scale
    only when every definition was written and all read the same (tool Implementatie, 412-414 and 425-428).
    """
    own = {item.id for section in instrument.sections if section.id == spec.section for item in section.items}
    rows: dict[int, Row] = {}
    for cell in playing:
        if cell.item.id in own:
            rows.setdefault(cell.row, {})[cell.item.id] = cell
    found = [_series(spec, group) for group in _groups(spec, rows.values())]
    if not any(series.most for series in found):
        return None
    definitions = {series.counted.casefold() for series in found}
    same = len(definitions) == 1 and "" not in definitions
    most = max(series.most for series in found)
    if same:
        found = [Series(title=one.title, counted=one.counted, most=most, periods=one.periods) for one in found]
    return Reached(title=spec.title, series=tuple(found), same_scale=same)


def _groups(spec: PictureSpec, rows: Iterable[Row]) -> list[list[Row]]:
    """Return the rows with a number, by what they count."""
    groups: dict[tuple[str, ...], list[Row]] = {}
    for row in rows:
        if _text(row, spec.target) or _text(row, spec.reached):
            key = tuple(_text(row, id_).casefold() for id_ in (*spec.series, spec.counted))
            groups.setdefault(key, []).append(row)
    return list(groups.values())


def _series(spec: PictureSpec, rows: list[Row]) -> Series:
    """Put the rows of one series in the order of their dates; without a date everywhere, in that of the form."""
    dates = [_iso(row, spec.date) for row in rows]
    if all(dates):
        rows = [row for _, row in sorted(zip(dates, rows, strict=True), key=lambda pair: pair[0])]
    periods = tuple(_period(spec, row) for row in rows)
    title = " · ".join(text for id_ in spec.series if (text := _text(rows[0], id_)))
    most = max((value for one in periods for value in (one.target, one.reached) if value is not None), default=0)
    return Series(title=title, counted=_text(rows[0], spec.counted), most=most, periods=periods)


def _period(spec: PictureSpec, row: Row) -> Period:
    return Period(
        label=_text(row, spec.period),
        date=_text(row, spec.date),
        target=_number(row, spec.target),
        reached=_number(row, spec.reached),
        target_text=_text(row, spec.target),
        reached_text=_text(row, spec.reached),
    )


def _text(row: Row, item: str) -> str:
    return row[item].text if item in row else ""


def _number(row: Row, item: str) -> float | None:
    return number_of(_text(row, item))


def _iso(row: Row, item: str) -> str:
    """The date in a form that sorts by time; empty where it is no date."""
    found = date_of(row[item].answer.note) if item in row else None
    return found.isoformat() if found else ""
