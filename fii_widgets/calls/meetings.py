"""Operations on meetings (overleg): start, close, correct, show, compare; history and the days to come."""

from dataclasses import replace

from fii_widgets.calls import given
from fii_widgets.calls.given import Reply, Request
from fii_widgets.dossier import write
from fii_widgets.dossier.records import Dossier, Review, ReviewState, Text
from fii_widgets.dossier.rhythm import next_day, next_days, rhythm_of
from fii_widgets.dossier.shown import shown
from fii_widgets.errors import RequestError
from fii_widgets.render.reports.history import history_html, phase_html
from fii_widgets.render.reports.review import compare_html, review_html
from fii_widgets.report.meetings.coming import next_date
from fii_widgets.report.meetings.history import history
from fii_widgets.report.meetings.lights import in_order, phases_filled
from fii_widgets.report.meetings.review import close, compare, review_report
from fii_widgets.words import word


def _start(request: Request) -> Reply:
    dossier, id_ = given.seen(request), given.text(request, "id")
    if id_ in dossier.reviews:
        raise RequestError(word("review_exists"))
    instruments = given.own_instruments(request, dossier)
    ordered = in_order(dossier)
    last = ordered[-1][1] if ordered else None
    day = given.text(request, "date") or given.today(request)
    rhythm = rhythm_of(dossier)
    phases = request.get("phases")
    if phases is None:
        phases = {*(last.phases if last else ()), *phases_filled(dossier.answers, instruments)}
    review = Review(
        at=given.now(request),
        date=day,
        next=next_day(day, rhythm) if rhythm else "",
        phases=tuple(sorted({int(one) for one in phases})),
        present=tuple(str(one) for one in request.get("present", last.present if last else ())),
    )
    started = replace(dossier, reviews={**dossier.reviews, id_: review})
    return {"review": write.plain(review), **_shown(started, id_, request)}


def _close(request: Request) -> Reply:
    dossier, id_ = given.seen(request), given.text(request, "id")
    if given.known(dossier.reviews, id_, "no_review").state is ReviewState.CLOSED:
        raise RequestError(word("review_closed"))
    review = close(dossier, id_, given.own_instruments(request, dossier), given.now(request))
    return {"review": write.plain(review)}


def _correct(request: Request) -> Reply:
    dossier, words = given.dossier(request), given.text(request, "text").strip()
    review: Review = given.known(dossier.reviews, given.text(request, "id"), "no_review")
    if review.state is not ReviewState.CLOSED:
        raise RequestError(word("correction_of_open"))
    if not words:
        raise RequestError(word("correction_empty"))
    line = Text(at=given.now(request), text=words)
    corrections = {**review.corrections, given.text(request, "correction"): line}
    return {"review": write.plain(replace(review, corrections=corrections))}


def _review(request: Request) -> Reply:
    dossier, id_ = given.dossier(request), given.text(request, "id")
    given.known(shown(dossier).reviews, id_, "no_review")
    return _shown(dossier, id_, request)


def _shown(dossier: Dossier, id_: str, request: Request) -> Reply:
    instruments = given.own_instruments(request, dossier)
    report = review_report(dossier, id_, instruments, given.today(request))
    return {
        "html": review_html(report, given.level(request)),
        "next": report.next,
        "changed": len(report.changed),
        "overdue": len(report.overdue),
        "carried": [one.id for one in report.carried],
    }


def _compare(request: Request) -> Reply:
    dossier, one, other = given.seen(request), given.text(request, "one"), given.text(request, "other")
    was, now = (given.known(dossier.reviews, id_, "no_review").date for id_ in (one, other))
    found = compare(dossier, one, other, given.own_instruments(request, dossier))
    return {"html": compare_html(found, was, now, given.level(request))}


def _history(request: Request) -> Reply:
    dossier = given.seen(request)
    found = history(dossier, given.own_instruments(request, dossier), given.today(request))
    phases = {str(one.board.phase): one for one in found.phases}
    if part := given.text(request, "part"):
        return {"html": phase_html(given.known(phases, part, "no_part"), found)}
    return {"html": history_html(found, given.level(request)), "reviews": len(found.reviews)}


def _next_dates(request: Request) -> Reply:
    dossier = given.dossier(request)
    ordered, rhythm = in_order(shown(dossier)), rhythm_of(dossier)
    start = ordered[-1][1].date if ordered else given.today(request)
    agreed = next_date(dossier)
    many = min(int(request.get("count", 6)), 52)
    days = next_days(start, rhythm, many) if rhythm else []
    if agreed and agreed not in days[:1]:
        return {"dates": [agreed, *(next_days(agreed, rhythm, many - 1) if rhythm else [])]}
    return {"dates": days}


OPERATIONS = {
    "review_start": _start,
    "review_close": _close,
    "review_correct": _correct,
    "review": _review,
    "compare": _compare,
    "history": _history,
    "next_dates": _next_dates,
}
