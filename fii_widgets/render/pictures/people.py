"""Grids of people: who covers what, and who stands where. Draws what the report found; an empty place is drawn too."""

from fii_widgets.render.figures.shapes import words
from fii_widgets.render.markup import element
from fii_widgets.render.pictures.shapes import Canvas, clip, keys, tile
from fii_widgets.report.pictures.make import named
from fii_widgets.report.pictures.picture import Cover, GridRow, Person, Spread, SpreadRow
from fii_widgets.words import word

LABEL = 330  #: where the columns of a wide grid begin


def draw_cover(canvas: Canvas, picture: Cover) -> None:
    """A line an item, a column a person; a line that nobody covers says so."""
    start = LABEL if canvas.wide else 0
    room = 110 if canvas.wide else 0
    apart = min(40, (canvas.width - start - room) // len(picture.people))
    for index, one in enumerate(picture.people):
        canvas.parts.append(
            words(start + apart * index + canvas.size // 2, canvas.y + 16, str(one.number), "midden zacht")
        )
    canvas.y += 26
    for row in picture.rows:
        _cover_row(canvas, row, start, apart)
    canvas.y += 4
    _people(canvas, picture.people)
    canvas.key(keys(mark for row in picture.rows for mark in row.marks))


def _cover_row(canvas: Canvas, row: GridRow, start: int, apart: int) -> None:
    top = canvas.y
    canvas.write(row.label, letters=38 if canvas.wide else 30)
    line = top if canvas.wide else canvas.y + 3
    for index, mark in enumerate(row.marks):
        canvas.parts.append(tile(mark.shape, start + apart * index, line, canvas.size))
    canvas.y = max(canvas.y, line + canvas.size)
    if row.gap and canvas.wide:
        canvas.parts.append(words(start + apart * len(row.marks) + 4, top + 16, word("picture_gap"), "leeg"))
    elif row.gap:
        canvas.write(word("picture_gap"), kind="leeg")
    canvas.y += 10


def draw_spread(canvas: Canvas, picture: Spread) -> None:
    """A line a place, a column a party; people by number with their light."""
    start = 200 if canvas.wide else 0
    apart = (canvas.width - start) // len(picture.columns)
    top = below = canvas.y
    for index, name in enumerate(picture.columns):
        canvas.y = top
        canvas.write(name, start + apart * index, "kolom zacht", letters=apart // 8)
        below = max(below, canvas.y)
    canvas.y = below + 4
    for row in picture.rows:
        _spread_row(canvas, row, start, apart)
    if picture.nobody_of:
        canvas.write(word("picture_nobody_of", names=", ".join(picture.nobody_of)), kind="leeg")
    if picture.unplaced:
        numbers = ", ".join(str(one.number) for one in picture.unplaced)
        canvas.write(word("picture_where", label=word("picture_unplaced"), names=numbers))
    canvas.y += 6
    _people(canvas, picture.people)
    if picture.light:
        canvas.write(picture.light, kind="zacht")
    canvas.key(keys(one.mark for one in picture.people if one.mark))


def _spread_row(canvas: Canvas, row: SpreadRow, start: int, apart: int) -> None:
    canvas.parts.append(element("path", class_="fii-beeld__lijn", d=f"M0 {canvas.y}H{canvas.width}"))
    top = canvas.y + 4
    canvas.y = top
    canvas.write(row.label, letters=24 if canvas.wide else 30)
    line = top if canvas.wide else canvas.y
    below = canvas.y
    if row.gap:
        canvas.y = line
        canvas.write(word("picture_gap"), start, "leeg")
        below = max(below, canvas.y)
    for index, cell in enumerate(row.cells):
        below = max(below, _cell(canvas, cell, start + apart * index, line, apart))
    canvas.y = below + 6


def _cell(canvas: Canvas, people: tuple[Person, ...], x: int, y: int, room: int) -> int:
    """Draw the people of one cell beside each other, then under; return where they end."""
    wide = canvas.size + 28
    fit = max(room // wide, 1)
    for at, one in enumerate(people):
        left, top = x + wide * (at % fit), y + 24 * (at // fit)
        if one.mark:
            canvas.parts.append(tile(one.mark.shape, left, top + 10 - canvas.size // 2, canvas.size))
        canvas.parts.append(words(left + canvas.size + 3, top + 16, str(one.number)))
    return y + 24 * -(-len(people) // fit)


def _people(canvas: Canvas, people: tuple[Person, ...]) -> None:
    """Say who each number is."""
    across = 2 if canvas.wide else 1
    room = canvas.width // across
    for at, one in enumerate(people):
        x, y = room * (at % across), canvas.y + 22 * (at // across)
        canvas.parts.append(words(x, y + 16, clip(named(one), room // 8 - 1)))
    canvas.y += 22 * -(-len(people) // across) + 6
