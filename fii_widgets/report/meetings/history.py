"""How the lights went over the reviews, as data. Pure; today is passed in. Nothing is added up into a score."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from fii_widgets.dossier.minutes import Light
from fii_widgets.dossier.records import Dossier, Review, ReviewState
from fii_widgets.instrument.model import Instrument
from fii_widgets.report.meetings.frozen import points_of
from fii_widgets.report.meetings.lights import Board, Point, boards, in_order

#: a closed review, with the lights that its minutes froze, by point
type Held = tuple[Review, Mapping[str, Light]]


@dataclass(frozen=True, kw_only=True)
class Track:
    """How one point went."""

    point: Point
    lights: tuple[Light | None, ...]  #: one a review; None: its phase was not in play then
    red_since: str = ""  #: day of the first of the reviews in which it has been red without a break, to the last
    red_reviews: int = 0  #: how many reviews that are
    red_days: int = 0  #: how many days that is, to today


@dataclass(frozen=True, kw_only=True)
class PhaseHistory:
    """How the points of one phase went."""

    board: Board
    tracks: tuple[Track, ...]
    counts: tuple[tuple[tuple[Light, int], ...], ...]  #: one a review: how many points had each light


@dataclass(frozen=True, kw_only=True)
class History:
    """Every closed review of a dossier."""

    reviews: tuple[tuple[str, Review], ...]  #: by day
    phases: tuple[PhaseHistory, ...]

    @property
    def long_red(self) -> list[Track]:
        """The points that are red at their last review; the longest first."""
        found = [track for phase in self.phases for track in phase.tracks if track.red_since]
        return sorted(found, key=lambda track: (-track.red_days, track.point.id))


def history(dossier: Dossier, instruments: Sequence[Instrument], today: str) -> History:
    """Return how the lights went over the closed reviews."""
    closed = tuple((id_, one) for id_, one in in_order(dossier) if one.state is ReviewState.CLOSED)
    seen = {item for _, review in closed for item in review.lights}
    phases = {phase for _, review in closed for phase in review.phases}
    held = [(review, {point.id: point.now for point in points_of(review.minutes)}) for _, review in closed]
    return History(
        reviews=closed,
        phases=tuple(_phase(board, held, today) for board in boards(instruments, phases, seen)),
    )


def _phase(board: Board, held: Sequence[Held], today: str) -> PhaseHistory:
    tracks = tuple(_track(point, board, held, today) for point in board.points)
    return PhaseHistory(
        board=board,
        tracks=tracks,
        counts=tuple(_counted([track.lights[n] for track in tracks]) for n in range(len(held))),
    )


def _track(point: Point, board: Board, held: Sequence[Held], today: str) -> Track:
    lights = tuple(_light(point, board, *one) for one in held)
    streak: list[Review] = []
    for light, (review, _) in reversed(list(zip(lights, held, strict=True))):
        if light is None:
            continue  # not in play: neither red nor mended
        if not light.red:
            break
        streak.append(review)
    if not streak:
        return Track(point=point, lights=lights)
    since = streak[-1].date
    days = max(0, (date.fromisoformat(today) - date.fromisoformat(since)).days)
    return Track(point=point, lights=lights, red_since=since, red_reviews=len(streak), red_days=days)


def _light(point: Point, board: Board, review: Review, frozen: Mapping[str, Light]) -> Light | None:
    if point.id in frozen:
        return frozen[point.id]
    if board.phase in review.phases or point.id in review.lights:
        return point.light(review.lights.get(point.id, ""))
    return None


def _counted(lights: Sequence[Light | None]) -> tuple[tuple[Light, int], ...]:
    found = Counter(light for light in lights if light)
    order = ("rood", "oranje", "groen")
    return tuple(
        sorted(found.items(), key=lambda one: (order.index(one[0].shape) if one[0].shape in order else 9, one[0].label))
    )
