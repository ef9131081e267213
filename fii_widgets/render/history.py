"""The history of the lights → a grid of marks as SVG, and the same in words as a table. Only what the allow-list has."""

from collections.abc import Iterable, Sequence
from itertools import groupby

from fii_widgets.dossier.records import Review
from fii_widgets.dossier_words import word
from fii_widgets.labels import MONTHS, count, day
from fii_widgets.render.lights import board_title, bullets, heading, light_html, point_place, point_text, table
from fii_widgets.render.line_shapes import lamp
from fii_widgets.render.markup import Child, Html, element, join
from fii_widgets.report.history import History, PhaseHistory, Track
from fii_widgets.report.lights import Light

#: as many reviews as stand beside each other on a telephone; more go below
BESIDE = 13
STEP, LEFT, TOP = 24, 30, 40


def history_html(history: History, level: int) -> Html:
    """Return the history: what has been red for long, and a grid and tables for each phase."""
    if not history.reviews:
        return element("p", word("history_none"))
    phase = {track.point.id: one.board.phase for one in history.phases for track in one.tracks}
    red = bullets((_red(track, phase[track.point.id]) for track in history.long_red), "fii-verloop__rood")
    reviews = [review for _, review in history.reviews]
    return join(
        [
            [heading(level + 1, word("history_red")), red] if red else None,
            [_phase(one, reviews, level + 1) for one in history.phases],
        ]
    )


def _red(track: Track, phase: int) -> str:
    place, since = point_place(track.point, phase), day(track.red_since)
    days = count(track.red_days, word("days_one"), word("days_many", n=track.red_days))
    if track.red_reviews == 1:
        return word("history_red_line_one", place=place, date=since, text=track.point.text)
    return word("history_red_line", place=place, date=since, n=track.red_reviews, days=days, text=track.point.text)


def _phase(one: PhaseHistory, reviews: Sequence[Review], level: int) -> Html:
    title = board_title(one.board)
    parts = range(0, len(reviews), BESIDE)
    return join(
        [
            heading(level, title),
            [_grid(one, reviews, start, len(parts)) for start in parts],
            table(
                word("history_caption", title=title),
                word("history_columns").split("|"),
                [(point_text(track.point), _course(track, reviews), light_html(_last(track))) for track in one.tracks],
                "fii-verloop__tabel",
            ),
            table(
                word("history_counts", title=title),
                word("history_counts_columns").split("|"),
                [(day(review.date), _counts(counts)) for review, counts in zip(reviews, one.counts, strict=True)],
                "fii-verloop__tabel",
            ),
        ]
    )


def _last(track: Track) -> Light | None:
    return next((light for light in reversed(track.lights) if light), None)


def _counts(counts: Iterable[tuple[Light, int]]) -> str:
    return ", ".join(f"{n} {light.label.lower()}" for light, n in counts) or word("not_in_play")


def _course(track: Track, reviews: Sequence[Review]) -> str:
    """Say how a light went: each stretch of the same light with its first and last day."""
    spans = []
    for light, stretch in groupby(zip(track.lights, reviews, strict=True), key=lambda pair: pair[0]):
        days = [review.date for _, review in stretch]
        said = light.label.lower() if light else word("not_in_play")
        key = "span_one" if len(days) == 1 else "span_many"
        spans.append(word(key, light=said, start=_short(days[0]), end=_short(days[-1])))
    return ", ".join(spans)


def _short(text: str) -> str:
    """Say a day in a few letters: "1 sep 2026"."""
    year, month, number = text.split("-")
    return f"{int(number)} {MONTHS[int(month) - 1][:3]} {year}"


def _grid(one: PhaseHistory, reviews: Sequence[Review], start: int, parts: int) -> Html:
    """Draw points down and reviews across; every mark has a name."""
    title, shown = board_title(one.board), reviews[start : start + BESIDE]
    key = "history_grid" if parts == 1 else "history_grid_part"
    name = word(key, title=title, n=len(shown), part=start // BESIDE + 1)
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
            for row, track in enumerate(one.tracks)
        ],
    ]
    width, height = LEFT + STEP * BESIDE, TOP + STEP * len(one.tracks) + 4
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
            element("text", MONTHS[int(month) - 1][:3], class_="fii-verloop__dag", x=x, y=31, text_anchor="middle"),
        ]
    )


def _mark(track: Track, light: Light | None, review: Review, x: int, y: int) -> Html | None:
    if light is None:
        return None
    name = word("cell", number=track.point.number or track.point.id, date=day(review.date), light=light.label.lower())
    return element("g", element("title", name), lamp(light.shape, x, y))
