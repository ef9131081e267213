"""The line as a landscape: stations by number, stops as ticks. Small; says where the reader is, or shows lights."""

from fii_widgets.handbook.phases import PHASES, Phase
from fii_widgets.render.line.shapes import Drawing, Parts, label, lamp, pointer, svg, track
from fii_widgets.render.markup import Html, element
from fii_widgets.words import word

LAMP = 22  #: height of a light
KINDS = 6  #: how many kinds of light there are


class Landscape(Drawing):
    """The strip."""

    def draw(self, *, wide: bool) -> Html:
        """Draw the whole line in a strip.

        A narrow strip shows the stops of the reader's own phase only, and gives that phase the room.
        """
        x, y, radius = (50, 44, 18) if wide else (20, 40, 15)
        tracks: Parts = []
        stops: Parts = []
        for phase in PHASES:
            last = phase is PHASES[-1]
            apart = self._apart(phase, wide=wide)
            shown = phase.subphases if wide or self._inside(phase) else ()
            step = (apart - 2 * radius) // (len(phase.subphases) + 1)
            end = x + radius + step * len(shown) if last else x + apart
            tracks.append(track(phase.number, f"M{x} {y}H{end}"))
            for index, stop in enumerate(shown, 1):
                stops.append(self._tick(phase, stop.id, x + radius + step * index, y, wide=wide))
            stops.append(self._station(phase, x, y, wide=wide))
            x += apart
        room = 0 if self.lights is None else LAMP * (KINDS // 2 if wide else KINDS)
        return svg(
            "strook" if wide else "strookje", 640 if wide else 336, (104 if wide else 84) + room, [*tracks, *stops]
        )

    def _apart(self, phase: Phase, *, wide: bool) -> int:
        """Return the room between a station and the next."""
        if wide:
            return 104
        if self.current is None:
            return 53
        return 116 if self._inside(phase) else 40

    def _inside(self, phase: Phase) -> bool:
        """Tell whether the reader is in this phase."""
        return self.current in {phase.id, *(stop.id for stop in phase.subphases)}

    def _tick(self, phase: Phase, id_: str, x: int, y: int, *, wide: bool) -> Html:
        here = id_ == self.current
        circle = element("circle", class_="fii-lijn__halte", cx=x, cy=y, r=9 if here else 5)
        return element("g", circle, *(_marker(x, y - 14, wide=wide) if here else ()), class_=self.classes(phase, id_))

    def _station(self, phase: Phase, x: int, y: int, *, wide: bool) -> Html:
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
        shown = self.link(phase, phase.id, str(phase.number), phase.title, parts)
        marker = _marker(x, y - (22 if wide else 19), wide=wide) if phase.id == self.current else ()
        return element("g", shown, *marker, self._lamps(phase, x, y, wide=wide), class_=self.classes(phase, phase.id))

    def _lamps(self, phase: Phase, x: int, y: int, *, wide: bool) -> Html | None:
        """Draw the lights of a station under it: two beside each other where there is room."""
        parts: Parts = []
        for at, light in enumerate(self.lights_of(phase)):
            left, top = (x - 32 + 40 * (at % 2), y + 62 + LAMP * (at // 2)) if wide else (x - 9, y + 40 + LAMP * at)
            parts += [lamp(light.shape, left, top), label("aantal", left + 13, top + 5, str(light.count))]
        return self.told(phase, parts)


def _marker(x: int, y: int, *, wide: bool) -> tuple[Html, Html]:
    """Draw the mark above the reader's place, and its words."""
    words = label("hier-boven", x, y - 12, word("here")) if wide else _clamped("hier-boven", x, y - 12, word("here"))
    return pointer(x, y, sideways=False), words


def _clamped(kind: str, x: int, y: int, words: str) -> Html:
    """Write under or above a narrow line without running off its ends."""
    if x < 60:
        return label(f"{kind} fii-lijn__begin", x - 16, y, words)
    return label(f"{kind} fii-lijn__eind", x + 16, y, words) if x > 270 else label(kind, x, y, words)
