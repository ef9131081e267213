"""Bars of tiles, a line a section; and the two sides of a balance. Draws what the report counted, knows no answers."""

from collections.abc import Iterable, Iterator

from fii_widgets.render.figures.shapes import words
from fii_widgets.render.markup import element
from fii_widgets.render.pictures.shapes import Canvas
from fii_widgets.report.pictures.picture import Balance, Bar, Mark, Profile
from fii_widgets.words import word


def draw_profile(canvas: Canvas, picture: Profile) -> None:
    """A line a section: its name, and a tile for each of its items."""
    canvas.key(_totals(picture.marks, picture.bars))
    canvas.write(word("picture_tile"), kind="zacht")
    canvas.y += 8
    for bar in picture.bars:
        _bar(canvas, bar, picture.marks)


def draw_balance(canvas: Canvas, picture: Balance) -> None:
    """A line between two sides with a stop where the weight is, and under it the tiles of each side."""
    left, right, middle = 14, canvas.width - 14, canvas.y + 14
    apart = (right - left) // max(len(picture.stops) - 1, 1)
    canvas.parts.append(element("path", class_="fii-beeld__as", d=f"M{left} {middle}H{right}"))
    for index in range(len(picture.stops)):
        kind, radius = ("gekozen", 12) if index == picture.stop else ("vrij", 8)
        canvas.parts.append(
            element("circle", class_=f"fii-beeld__stop--{kind}", cx=left + apart * index, cy=middle, r=radius)
        )
    canvas.y += 32
    first, last = picture.sides[0], picture.sides[-1]
    canvas.parts += [words(0, canvas.y + 16, first.title), words(canvas.width, canvas.y + 16, last.title, "eind")]
    canvas.y += 24
    canvas.write(word("picture_weight", said=picture.said), kind="naam")
    canvas.y += 8
    for side in picture.sides:
        _bar(canvas, side.bar, picture.marks)
    canvas.key(_totals(picture.marks, [side.bar for side in picture.sides]))


def _bar(canvas: Canvas, bar: Bar, marks: tuple[Mark, ...]) -> None:
    shapes = [mark.shape for mark, count in zip(marks, bar.counts, strict=True) for _ in range(count)]
    if not canvas.wide:
        canvas.write(bar.label)
        canvas.y += 3
        canvas.tiles(shapes, 0)
        canvas.y += 10
        return
    top = canvas.y
    canvas.y += 2
    canvas.write(bar.label, letters=26)
    below = canvas.y
    canvas.y = top + 2
    canvas.tiles(shapes, 225)
    canvas.y = max(below, canvas.y) + 5


def _totals(marks: Iterable[Mark], bars: Iterable[Bar]) -> Iterator[tuple[str, str]]:
    for mark, counts in zip(marks, zip(*(bar.counts for bar in bars), strict=True), strict=True):
        yield mark.shape, f"{mark.label}: {sum(counts)}"


def told(marks: Iterable[Mark], bars: Iterable[Bar]) -> str:
    """Say the bars in words, what does not occur left out."""
    known = list(marks)
    parts = []
    for bar in bars:
        counts = [f"{count} {mark.label.lower()}" for mark, count in zip(known, bar.counts, strict=True) if count]
        parts.append(f"{bar.label}: {', '.join(counts)}.")
    return " ".join(parts)
