"""The history of the lights → what is red, and per phase a grid of marks as SVG and the same in words as a table."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import groupby

from fii_widgets.dossier.minutes import Light
from fii_widgets.dossier.records import Review
from fii_widgets.render.line.shapes import lamp
from fii_widgets.render.markup import Child, Html, element, join
from fii_widgets.render.parts import bullets, heading, later, table
from fii_widgets.render.reports.lights import board_title, light_html, point_place, point_text
from fii_widgets.report.meetings.history import History, PhaseHistory, Track
from fii_widgets.words import word
from fii_widgets.words.common import count, day
from fii_widgets.words.dossier import SHORT_MONTHS

#: as many reviews as stand beside each other on a telephone; more go below
BESIDE = 13
STEP, LEFT, TOP = 24, 30, 40


def history_html(history: History, level: int) -> Html:
    """Return what has been red for long, and a fold for each phase: the last one stands open."""
    if not history.reviews:
        return element("p", word("history_none"))
    phase = {track.point.id: one.board.phase for one in history.phases for track in one.tracks}
    red = bullets(
        (_red(track, phase[track.point.id]) for track in history.long_red if track.red_reviews > 1), "fii-verloop__rood"
    )
    return join(
        [
            [heading(level + 1, word("history_red")), red] if red else None,
            [
                later(board_title(one.board), str(one.board.phase), is_open=one is history.phases[-1])
                for one in history.phases
            ],
        ]
    )


def _red(track: Track, phase: int) -> str:
    place, since = point_place(track.point, phase), day(track.red_since)
    days = count(track.red_days, word("days_one"), word("days_many", n=track.red_days))
    return word("history_red_line", place=place, date=since, n=track.red_reviews, days=days, text=track.point.text)


def phase_html(one: PhaseHistory, history: History) -> Html:
    """Return the reviews in which the phase was in play, drawn and in tables."""
    title = board_title(one.board)
    played = [n for n in range(len(history.reviews)) if any(track.lights[n] for track in one.tracks)]
    reviews = [history.reviews[n][1] for n in played]
    tracks = [replace(track, lights=tuple(track.lights[n] for n in played)) for track in one.tracks]
    parts = range(0, len(reviews), BESIDE)
    return join(
        [
            [_grid(title, tracks, reviews, start, len(parts)) for start in parts],
            table(
                word("history_caption"),
                word("history_columns").split("|"),
                [(point_text(track.point), _course(track, reviews), light_html(_last(track))) for track in tracks],
                "fii-verloop__tabel",
            ),
            table(
                word("history_counts"),
                word("history_counts_columns").split("|"),
                [(day(review.date), _counts(one.counts[n])) for n, review in zip(played, reviews, strict=True)],
                "fii-verloop__tabel",
            ),
        ]
    )


def _last(track: Track) -> Light | None:
    return next((light for light in reversed(track.lights) if light), None)


def _counts(counts: Iterable[tuple[Light, int]]) -> str:
    return ", ".join(f"{n} {light.label.lower()}" for light, n in counts) or word("was_not_in_play")


def _course(track: Track, reviews: Sequence[Review]) -> str:
    """Say how a light went: each stretch of the same light with its first and last day, a year only where it is new."""
    spans, year = [], ""
    for light, stretch in groupby(zip(track.lights, reviews, strict=True), key=lambda pair: pair[0]):
        days = [review.date for _, review in stretch]
        start, end = _short(days[0], year), _short(days[-1], days[0][:4])
        year = days[-1][:4]
        said = light.label.lower() if light else word("was_not_in_play")
        spans.append(word("span_one" if len(days) == 1 else "span_many", light=said, start=start, end=end))
    return ", ".join(spans)


def _short(text: str, known_year: str) -> str:
    """Say a day in a few letters: "1 sep 2026", or "1 sep" where the year is known."""
    year, month, number = text.split("-")
    said = f"{int(number)} {SHORT_MONTHS[int(month) - 1]}"
    return said if year == known_year else f"{said} {year}"


def _grid(title: str, tracks: Sequence[Track], reviews: Sequence[Review], start: int, parts: int) -> Html:
    """Draw points down and reviews across; every mark has a name."""
    shown = reviews[start : start + BESIDE]
    key = "history_grid" if parts == 1 else "history_grid_part"
    number = count(len(shown), word("history_reviews_one"), word("history_reviews", n=len(shown)))
    name = word(key, title=title, reviews=number, part=start // BESIDE + 1)
    cells: list[Child] = [
        [_label(LEFT + STEP * column + STEP // 2, review.date) for column, review in enumerate(shown)],
        [
            [
                element("text", str(track.point.number or "–"), class_="fii-verloop__punt", x=4, y=_y(row) + 5),
                [
                    _mark(track, light, review, LEFT + STEP * column + STEP // 2, _y(row))
                    for column, (light, review) in enumerate(
                        zip(track.lights[start : start + BESIDE], shown, strict=True)
                    )
                ],
            ]
            for row, track in enumerate(tracks)
        ],
    ]
    width, height = LEFT + STEP * BESIDE, TOP + STEP * len(tracks) + 4
    return element(
        "svg",
        element("title", name),
        cells,
        class_="fii-verloop fii-lijn__beeld",
        viewBox=f"0 0 {width} {height}",
        role="img",
        aria_label=name,
    )


def _y(row: int) -> int:
    return TOP + STEP * row + STEP // 2


def _label(x: int, text: str) -> Html:
    """Write the day above a column: the number, and the month under it."""
    _, month, number = text.split("-")
    return join(
        [
            element("text", str(int(number)), class_="fii-verloop__dag", x=x, y=16, text_anchor="middle"),
            element("text", SHORT_MONTHS[int(month) - 1], class_="fii-verloop__dag", x=x, y=31, text_anchor="middle"),
        ]
    )


def _mark(track: Track, light: Light | None, review: Review, x: int, y: int) -> Html | None:
    if light is None:
        return None
    name = word("cell", number=track.point.number or track.point.id, date=day(review.date), light=light.label.lower())
    return element("g", element("title", name), lamp(light.shape, x, y))
