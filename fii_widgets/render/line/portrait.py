"""The line as a portrait: every station and stop with its name. One column for a phone, two where there is room."""

import textwrap
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from fii_widgets.handbook.phases import PHASES, Phase
from fii_widgets.render.line.shapes import Drawing, Parts, label, lamp, pointer, svg, track
from fii_widgets.render.markup import Html, element
from fii_widgets.words import word

STATION, STOP, LINE = 46, 38, 19  #: height of a station, of a stop, and of every further line of text
LETTERS = 36  #: letters on a line of text beside the line
COLUMN = 336  #: width of the line with its text
LEFT, RIGHT = 22, 460  #: where the columns of the line stand


@dataclass(frozen=True)
class _Row:
    """A station or stop, with its place."""

    phase: Phase
    id: str
    number: str
    title: str
    y: int

    @property
    def lines(self) -> list[str]:
        return textwrap.wrap(self.title, LETTERS, break_on_hyphens=False)


class Portrait(Drawing):
    """The whole map."""

    def one_column(self) -> Html:
        """Draw the line from top to bottom."""
        rows, end = self._rows(PHASES, 26)
        return svg("hoog", COLUMN + 4, end, [*_tracks(rows, LEFT), *(self._row(row, LEFT) for row in rows)])

    def two_columns(self) -> Html:
        """Draw the line down, up between the columns, and down again: one line without a break."""
        left, end_left = self._rows(PHASES[:3], 34)
        right, end_right = self._rows(PHASES[3:], 34)
        bottom = max(end_left, end_right) - 4
        bend = (
            f"M{LEFT} {left[-1].y}V{bottom - 22}q0 22 22 22H{RIGHT - 82}q22 0 22 -22"
            f"V31q0 -22 22 -22h16q22 0 22 22V{right[0].y}"
        )
        parts = [track(PHASES[2].number, bend), *_tracks(left, LEFT), *_tracks(right, RIGHT)]
        parts += [self._row(row, LEFT) for row in left] + [self._row(row, RIGHT) for row in right]
        return svg("breed", 800, bottom + 8, parts)

    def _rows(self, phases: Sequence[Phase], y: int) -> tuple[list[_Row], int]:
        rows: list[_Row] = []
        for phase in phases:
            rows.append(_Row(phase, phase.id, str(phase.number), phase.title, y))
            y += STATION + (LINE - 3) * bool(self._below(rows[-1]))
            for stop in phase.subphases:
                rows.append(_Row(phase, stop.id, stop.code, stop.title, y))
                y += STOP + LINE * (len(rows[-1].lines) - 1) + LINE * bool(self._below(rows[-1]))
            y += 16
        return rows, y - 24

    def _below(self, row: _Row) -> str:
        """Return what stands under the name: the place of the reader, lights, or that a page follows."""
        if row.id == self.current:
            return "here"
        if row.id != row.phase.id:
            return ""
        if self.lights_of(row.phase):
            return "lights"
        return "" if row.id in self.written else "follows"

    def _row(self, row: _Row, x: int) -> Html:
        station = row.id == row.phase.id
        below = self._below(row)
        first = x + (32 if station else 58)
        under = row.y + 6 + LINE * len(row.lines)
        height = (44 if station else 34) + LINE * (len(row.lines) - 1) + LINE * bool(below)
        parts: Parts = [
            element("rect", class_="fii-lijn__vlak", x=x - 21, y=row.y - (22 if station else 18),
                    width=COLUMN, height=height, rx=8),
            element("circle", class_="fii-lijn__station" if station else "fii-lijn__halte",
                    cx=x, cy=row.y, r=17 if station else 9 if below else 7),
            label("getal" if station else "code", x if station else x + 26, row.y + 6, row.number),
            *(label("naam" if station else "halte-naam", first, row.y + 6 + LINE * i, line)
              for i, line in enumerate(row.lines)),
        ]  # fmt: skip
        if below == "here":
            parts += [
                pointer(first + 5, under - 5, sideways=True),
                label("hier-woord", first + 16, under, word("here")),
            ]
        elif below == "follows":
            parts.append(label("volgt-woord", first, under, word("follows")))
        shown = self.link(row.phase, row.id, row.number, row.title, parts)
        lamps = self._lamps(row.phase, first, under) if below == "lights" else None
        return element("g", shown, lamps, class_=self.classes(row.phase, row.id))

    def _lamps(self, phase: Phase, x: int, y: int) -> Html | None:
        """Draw the lights of a station beside each other."""
        parts: Parts = []
        for at, light in enumerate(self.lights_of(phase)):
            parts += [lamp(light.shape, x + 7 + 48 * at, y - 5), label("aantal", x + 19 + 48 * at, y, str(light.count))]
        return self.told(phase, parts)


def _tracks(rows: Sequence[_Row], x: int) -> list[Html]:
    """Draw the line between the rows, each phase in its colour until the next station."""
    return [track(a.phase.number, f"M{x} {a.y}V{b.y}") for a, b in pairwise(rows)]
