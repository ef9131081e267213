"""Phases → the line with six stations and fifteen stops, as inline SVG. Reads no files, knows no page.

Only where things are stands here. Colours, letters, and which of the two drawings is seen stand in
docs/stylesheets/lijn.css; the shapes of stations and lights in line_shapes.
"""

import textwrap
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from fii_widgets.labels import word
from fii_widgets.phases import PHASES, Phase
from fii_widgets.render.line_shapes import Light, label, lamp, pointer, svg, track
from fii_widgets.render.markup import Html, element, join

STATION, STOP, LINE = 46, 38, 19  #: height of a station, of a stop, and of every further line of text
LETTERS = 36  #: letters on a line of text beside the line
COLUMN = 336  #: width of the line with its text

type Parts = list[Html | None]


def line_svg(
    current: str | None,
    written: Mapping[str, str],
    small: bool = False,
    lights: Mapping[str, Sequence[Light]] | None = None,
) -> Html:
    """Return two drawings of the line, for a wide and for a narrow place; CSS shows one of them.

    `current` is the id of the page the reader is on. `written` gives the address of each phase or subphase
    that has a page; the others are called "volgt" and are no link. `lights` gives the lights of a phase id.
    """
    drawing = _Drawing(current, written, lights or {})
    if small:
        return join([drawing.strip(wide=True), drawing.strip(wide=False)])
    return join([drawing.two_columns(), drawing.one_column()])


def line_nav(current: str | None, written: Mapping[str, str], small: bool = False) -> Html:
    """Return the line as a named part of a page of the handbook."""
    name = word("line_small" if small else "line")
    return element("nav", line_svg(current, written, small), class_="fii-lijn", aria_label=name)


@dataclass(frozen=True)
class _Row:
    """A station or stop of the standing line, with its place."""

    phase: Phase
    id: str
    number: str
    title: str
    y: int

    @property
    def lines(self) -> list[str]:
        return textwrap.wrap(self.title, LETTERS, break_on_hyphens=False)


@dataclass(frozen=True)
class _Drawing:
    current: str | None
    written: Mapping[str, str]
    lights: Mapping[str, Sequence[Light]]

    # -- standing: everything with its name -------------------------------------------------------------

    def one_column(self) -> Html:
        """Draw the line from top to bottom, for a phone."""
        rows, end = self._rows(PHASES, 26)
        return svg("hoog", COLUMN + 4, end, [*_tracks(rows, 22), *(self._row(row, 22) for row in rows)])

    def two_columns(self) -> Html:
        """Draw the line down, up between the columns, and down again: one line without a break."""
        left, end_left = self._rows(PHASES[:3], 34)
        right, end_right = self._rows(PHASES[3:], 34)
        bottom = max(end_left - 34, end_right - 34) + 30
        bend = f"M22 {left[-1].y}V{bottom - 22}q0 22 22 22H378q22 0 22 -22V31q0 -22 22 -22h16q22 0 22 22V{right[0].y}"
        parts = [track(3, bend), *_tracks(left, 22), *_tracks(right, 460)]
        parts += [self._row(row, 22) for row in left] + [self._row(row, 460) for row in right]
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
        """Return what stands under the name: the place of the reader, that a page follows, or lights."""
        if row.id == self.current:
            return "here"
        if self.lights.get(row.id):
            return "lights"
        return "follows" if row.id == row.phase.id and row.id not in self.written else ""

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
        shown = self._link(row.phase, row.id, row.number, row.title, parts)
        return element("g", shown, self._lamps(row, first, under), class_=self._class(row.phase, row.id))

    def _lamps(self, row: _Row, x: int, y: int) -> Html | None:
        lights = self.lights.get(row.id, ())
        if not lights or row.id == self.current:
            return None
        parts: Parts = []
        for at, light in enumerate(lights):
            parts += [lamp(light.shape, x + 7 + 48 * at, y - 5), label("aantal", x + 19 + 48 * at, y, str(light.count))]
        return self._told(row.phase, parts)

    def _told(self, phase: Phase, lamps: Parts) -> Html:
        """Say the lights of a phase in words for those who do not see them."""
        words = ", ".join(light.words for light in self.lights[phase.id])
        return element("g", *lamps, role="img", aria_label=f"{word('line_phase')} {phase.number}: {words}")

    # -- lying: stations by number, stops as ticks ------------------------------------------------------

    def strip(self, *, wide: bool) -> Html:
        """Draw the whole line in a strip that says where the reader is.

        A narrow strip shows the stops of the reader's own phase only, and gives that phase the room.
        """
        x, y, radius = (50, 44, 18) if wide else (20, 40, 15)
        tracks: Parts = []
        stops: Parts = []
        for phase in PHASES:
            last = phase is PHASES[-1]
            inside = self._inside(phase)
            apart = 104 if wide else 53 if self.current is None else 116 if inside else 40
            shown = phase.subphases if wide or inside else ()
            step = (apart - 2 * radius) // (len(phase.subphases) + 1)
            end = x + radius + step * len(shown) if last else x + apart
            tracks.append(track(phase.number, f"M{x} {y}H{end}"))
            for index, stop in enumerate(shown, 1):
                stops.append(self._tick(phase, stop.id, x + radius + step * index, y, wide))
            stops.append(self._station(phase, x, y, wide))
            x = end if last else x + apart
        height = (104 if wide else 84) + 22 * max((len(lights) for lights in self.lights.values()), default=0)
        return svg("strook" if wide else "strookje", 640 if wide else 336, height, [*tracks, *stops])

    def _inside(self, phase: Phase) -> bool:
        """Tell whether the reader is in this phase."""
        return self.current in {phase.id, *(stop.id for stop in phase.subphases)}

    def _tick(self, phase: Phase, id_: str, x: int, y: int, wide: bool) -> Html:
        here = id_ == self.current
        circle = element("circle", class_="fii-lijn__halte", cx=x, cy=y, r=9 if here else 5)
        return element("g", circle, *(_marker(x, y - 14, wide) if here else ()), class_=self._class(phase, id_))

    def _station(self, phase: Phase, x: int, y: int, wide: bool) -> Html:
        here = phase.id == self.current
        half = 46 if wide else 20
        parts: Parts = [
            element(
                "rect", class_="fii-lijn__vlak", x=x - half, y=y - 22, width=2 * half, height=80 if wide else 44, rx=8
            ),
            element("circle", class_="fii-lijn__station", cx=x, cy=y, r=17 if wide else 14),
            label("getal", x, y + 6, str(phase.number)),
        ]
        if wide:
            parts.append(label("onder", x, y + 37, phase.title))
            if phase.id not in self.written:
                parts.append(label("volgt-onder", x, y + 54, word("follows")))
        elif self._inside(phase):
            parts.append(_clamped("onder", x, y + 36, phase.title))
        shown = self._link(phase, phase.id, str(phase.number), phase.title, parts)
        marker = _marker(x, y - (22 if wide else 19), wide) if here else ()
        return element(
            "g", shown, *marker, self._pile(phase, x, y + (62 if wide else 40)), class_=self._class(phase, phase.id)
        )

    def _pile(self, phase: Phase, x: int, y: int) -> Html | None:
        """Draw the lights of a station under each other."""
        parts: Parts = []
        for at, light in enumerate(self.lights.get(phase.id, ())):
            parts += [lamp(light.shape, x - 9, y + 22 * at), label("aantal", x + 4, y + 5 + 22 * at, str(light.count))]
        return self._told(phase, parts) if parts else None

    # -- both ---------------------------------------------------------------------------------------------

    def _link(self, phase: Phase, id_: str, number: str, title: str, parts: Parts) -> Html:
        """Return a link with a full name, or a named picture where the page is still to come."""
        name = f"{word('line_phase' if id_ == phase.id else 'line_subphase')} {number} {title}"
        address = self.written.get(id_)
        here = id_ == self.current
        spaced = [child for part in parts for child in (part, " ")]  # what is seen and what is said stay the same words
        if here:
            name = f"{name}, {word('here')}"
        if address is None:
            name = name if here else f"{name}, {word('follows')}"
            return element("g", *spaced, role="img", aria_label=name, class_="fii-lijn__volgt")
        return element("a", *spaced, href=address, aria_label=name, aria_current="page" if here else None)

    def _class(self, phase: Phase, id_: str) -> str:
        return f"fii-fase-{phase.number}" + (" fii-lijn__hier" if id_ == self.current else "")


def _tracks(rows: Sequence[_Row], x: int) -> list[Html]:
    """Draw the line between the rows, each phase in its colour until the next station."""
    return [track(a.phase.number, f"M{x} {a.y}V{b.y}") for a, b in pairwise(rows)]


def _marker(x: int, y: int, wide: bool) -> tuple[Html, Html]:
    """Draw the sign above the reader's place, and its words."""
    return pointer(x, y, sideways=False), _clamped("hier-boven", x, y - 12, word("here")) if not wide else label(
        "hier-boven", x, y - 12, word("here")
    )


def _clamped(kind: str, x: int, y: int, words: str) -> Html:
    """Write under or above a narrow line without running off its ends."""
    if x < 60:
        return label(f"{kind} fii-lijn__begin", x - 16, y, words)
    return label(f"{kind} fii-lijn__eind", x + 16, y, words) if x > 270 else label(kind, x, y, words)
