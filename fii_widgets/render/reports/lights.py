"""Lights and places of points → HTML and words that the reports of meetings share. No answers."""

from fii_widgets.render.markup import Html, element, join
from fii_widgets.render.parts import mark
from fii_widgets.report.meetings.lights import Board, Light, Point
from fii_widgets.words import word


def light_html(light: Light | None) -> Html:
    """Return a light as mark and word; None is a phase that was not in play."""
    if light is None:
        return join([word("was_not_in_play")])
    return element("span", mark(light.shape), light.label, class_="fii-licht")


def point_text(point: Point) -> str:
    """Return a point as its number and its words."""
    return f"{point.number}. {point.text}" if point.number else point.text


def point_place(point: Point, phase: int) -> str:
    """Return where a point stands, for use at the start of a sentence."""
    return word("place_point", number=point.number, phase=phase) if point.number else word("place_lapsed", id=point.id)


def board_title(board: Board) -> str:
    """Return the title of a stoplight, or of the points that lapsed."""
    return board.title or word("lapsed_board")
