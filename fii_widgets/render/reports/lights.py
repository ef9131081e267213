"""Lights, tables and places of points → HTML that the reports of meetings share. No answers, no words of its own."""

from collections.abc import Iterable, Sequence

from fii_widgets.dossier.minutes import Light
from fii_widgets.render.markup import Child, Html, element, join
from fii_widgets.report.meetings.lights import Board, Point
from fii_widgets.words import word


def light_html(light: Light | None) -> Html:
    """Return a light as mark and word; None is a phase that was not in play."""
    if light is None:
        return join([word("was_not_in_play")])
    mark = element("span", class_=f"fii-shape fii-shape--{light.shape}", aria_hidden="true")
    return element("span", [mark, " "] if light.shape != "vrij" else None, light.label, class_="fii-licht")


def point_text(point: Point) -> str:
    """Return a point as its number and its words."""
    return f"{point.number}. {point.text}" if point.number else point.text


def point_place(point: Point, phase: int) -> str:
    """Return where a point stands, for use at the start of a sentence."""
    return word("place_point", number=point.number, phase=phase) if point.number else word("place_lapsed", id=point.id)


def board_title(board: Board) -> str:
    """Return the title of a stoplight, or of the points that lapsed."""
    return board.title or word("lapsed_board")


def table(caption: str, columns: Sequence[str], rows: Iterable[Sequence[Child]], kind: str = "") -> Html:
    """Return a table; the first cell of a row heads it. Each cell says its column, for a page too narrow for columns."""
    head = element("tr", [element("th", one, scope="col") for one in columns])
    body = [
        element(
            "tr",
            element("th", first, scope="row"),
            [
                element("td", element("span", f"{column}: ", class_="fii-rows-table__rij"), cell)
                for column, cell in zip(columns[1:], rest, strict=True)
            ],
        )
        for first, *rest in rows
    ]
    return element(
        "table",
        element("caption", caption),
        element("thead", head),
        element("tbody", body),
        class_=f"fii-rows-table {kind}".strip(),
    )


def heading(level: int, words: str) -> Html:
    """Return a heading; six is the deepest there is."""
    return element(f"h{min(level, 6)}", words)


def bullets(rows: Iterable[Child], kind: str = "") -> Html | None:
    """Return a list, or nothing."""
    items = [element("li", row) for row in rows]
    return element("ul", items, class_=kind or None) if items else None
