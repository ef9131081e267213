"""A picture of the summary → a drawing for a wide and for a narrow place, and its table. Reads no answers."""

from fii_widgets.render import parts
from fii_widgets.render.markup import Html, element, join
from fii_widgets.render.pictures.people import draw_cover, draw_spread
from fii_widgets.render.pictures.profile import draw_balance, draw_profile, told
from fii_widgets.render.pictures.reached import draw_reached, said
from fii_widgets.render.pictures.shapes import Canvas, drawing
from fii_widgets.report.pictures.make import named, table
from fii_widgets.report.pictures.picture import Balance, Cover, GridRow, Picture, Profile, Reached, Spread
from fii_widgets.words import word


def picture_html(picture: Picture) -> Html:
    """Return the picture with its name above it and the same as a table, one press away, under it."""
    return join([drawings(picture), _table(picture)])


def drawings(picture: Picture) -> Html:
    """Return the picture with its name above it, for a wide and for a narrow place; CSS shows the one that fits."""
    drawn = [drawing(_drawn(picture, wide=wide), picture.title, in_words(picture)) for wide in (True, False)]
    return join([element("p", picture.title, class_="fii-beeldtitel"), drawn])


def _drawn(picture: Picture, *, wide: bool) -> Canvas:
    canvas = Canvas(wide)
    match picture:
        case Profile():
            draw_profile(canvas, picture)
        case Balance():
            draw_balance(canvas, picture)
        case Cover():
            draw_cover(canvas, picture)
        case Spread():
            draw_spread(canvas, picture)
        case Reached():
            draw_reached(canvas, picture)
    return canvas


def in_words(picture: Picture) -> str:
    """Tell a picture to who does not see it; the table has every detail."""
    match picture:
        case Profile():
            return told(picture.marks, picture.bars)
        case Balance():
            said_ = word("picture_weight", said=picture.said)
            return f"{said_} {told(picture.marks, [side.bar for side in picture.sides])}"
        case Cover():
            return " ".join(_where(row.label, _bringing(picture, row)) for row in picture.rows)
        case Spread():
            return " ".join(
                _where(row.label, [named(one) for cell in row.cells for one in cell]) for row in picture.rows
            )
        case Reached():
            return " ".join(
                f"{' '.join(filter(None, (series.title, one.label or one.date))) or word('picture_no_series')}: {said(one)}."
                for series in picture.series
                for one in series.periods
            )


def _bringing(picture: Cover, row: GridRow) -> list[str]:
    return [named(one) for one, mark in zip(picture.people, row.marks, strict=True) if mark.shape == "vol"]


def _where(label: str, names: list[str]) -> str:
    return word("picture_where", label=label, names=", ".join(names) or word("picture_gap"))


def _table(picture: Picture) -> Html:
    data = table(picture)
    return element(
        "details",
        element("summary", word("picture_table")),
        parts.table(picture.title, data.columns, data.rows, "fii-beeldtabel"),
        [element("p", note) for note in data.notes],
        class_="fii-beelddata",
    )
