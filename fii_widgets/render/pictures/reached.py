"""Aimed at against reached: a line a period, time going down. Draws no verdict, only both lengths."""

from fii_widgets.render.figures.shapes import words
from fii_widgets.render.markup import Html, element
from fii_widgets.render.pictures.shapes import Canvas, clip
from fii_widgets.report.pictures.picture import Period, Reached, Series
from fii_widgets.words import word
from fii_widgets.words.common import NOT_ANSWERED

BAR = 16


def draw_reached(canvas: Canvas, picture: Reached) -> None:
    """A block a series; in it a bar for what was reached, and a mark where it should end."""
    canvas.parts += [
        _bar(0, canvas.y + 4, 30),
        words(40, canvas.y + 18, word("picture_reached")),
        *_target(145, canvas.y + 4),
        words(156, canvas.y + 18, word("picture_target")),
    ]
    canvas.y += 36
    definitions = len({series.counted.casefold() for series in picture.series})
    for series in picture.series:
        canvas.write(clip(series.title or word("picture_no_series"), 3 * canvas.width // 8), kind="naam")
        if definitions > 1:
            counted = series.counted or NOT_ANSWERED.lower()
            canvas.write(clip(word("picture_counted", counted=counted), 3 * canvas.width // 8), kind="zacht")
        canvas.y += 4
        for one in series.periods:
            _line(canvas, one, series)
        canvas.y += 12
    if len(picture.series) > 1:
        canvas.write(word("picture_same_scale" if picture.same_scale else "picture_own_scale"), kind="zacht")


def _line(canvas: Canvas, one: Period, series: Series) -> None:
    label = clip(one.label or one.date or word("picture_period"), 24)
    start, room = (200, 200) if canvas.wide else (0, canvas.width - 8)
    top = canvas.y
    canvas.write(label, letters=30)
    if canvas.wide:
        canvas.parts.append(words(canvas.width, top + 16, clip(said(one), 28), "eind"))
    else:
        canvas.write(clip(said(one), 30), kind="zacht")
    line = top + 2 if canvas.wide else canvas.y + 4
    canvas.parts.append(element("path", class_="fii-beeld__lijn", d=f"M{start} {line + BAR}H{start + room}"))
    if one.reached is not None:
        canvas.parts.append(_bar(start, line, _length(one.reached, series.most, room)))
    if one.target is not None:
        canvas.parts += _target(start + _length(one.target, series.most, room), line)
    canvas.y = line + BAR + 12


def _length(value: float, most: float, room: int) -> int:
    """How long a number is on the scale, in whole units; division and rounding are the same in every Python."""
    return int(value * room / most + 0.5) if most else 0


def _bar(x: int, y: int, length: int) -> Html:
    """A bar with strokes, so that it is no other bar in grey either."""
    strokes = "".join(f"M{x + at} {y + BAR}l8 -{BAR}" for at in range(2, length - 8, 8))
    return element(
        "g",
        element("rect", class_="fii-beeld__staaf", x=x, y=y, width=length, height=BAR),
        element("path", class_="fii-beeld__streken", d=strokes) if strokes else None,
    )


def _target(x: int, y: int) -> list[Html]:
    """A stroke with a flag: here it should end."""
    return [
        element("path", class_="fii-beeld__doel", d=f"M{x} {y - 4}v{BAR + 8}"),
        element("path", class_="fii-beeld__vlag", d=f"M{x - 5} {y - 5}h10l-5 7Z"),
    ]


def said(one: Period) -> str:
    """Say both numbers of a period, or which of the two is missing."""
    if one.target is not None and one.reached is not None:
        return word("picture_of", reached=one.reached_text, target=one.target_text)
    if one.reached is not None:
        return word("picture_reached_only", reached=one.reached_text)
    return word("picture_target_only", target=one.target_text) if one.target is not None else word("picture_no_numbers")
