"""What the team decided in every meeting, and what holds of it now. Pure; reads what was frozen and what came later.

docs/javascripts/meetings/decisions.js says the same of the page. What was decided stays in its own register; what came
later stands in others: a dated line under the minutes (`about`), or a later decision that takes its place (`replaces`).
"""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from fii_widgets.dossier.forgotten import is_whole
from fii_widgets.dossier.merge import instant
from fii_widgets.dossier.minutes import FrozenDecision
from fii_widgets.dossier.records import Dossier, Review, ReviewState, Text, Texts
from fii_widgets.dossier.shown import shown
from fii_widgets.report.meetings.frozen import texts_at, told_texts
from fii_widgets.report.meetings.lights import in_order
from fii_widgets.words import word
from fii_widgets.words.common import day


class Standing(StrEnum):
    """What became of a decision."""

    HOLDS = "geldt"
    REPLACED = "vervangen"
    LAPSED = "vervallen"
    REMOVED = "weggehaald"


@dataclass(frozen=True, kw_only=True)
class Decided:
    """One decision, and what holds of it now."""

    review: str
    id: str
    date: str  #: day of the meeting
    text: str
    standing: Standing = Standing.HOLDS
    again: str = ""  #: day on which to look at it again; empty: not agreed, or it does not hold
    said: str = ""  #: when the last thing was said of it, after its meeting; empty: nothing was
    by: tuple[tuple[str, str], ...] = ()  #: what takes its place: day of the meeting, words

    def is_due(self, today: str) -> bool:
        """Whether it holds, and its day to be looked at again has come."""
        return bool(self.again) and self.again <= today

    @property
    def stands(self) -> str:
        """What holds, in a few words."""
        match self.standing:
            case Standing.REPLACED:
                return "; ".join(word("decision_replaced", day=day(date), text=text) for date, text in self.by)
            case Standing.LAPSED:
                return word("decision_lapsed", day=day(self.said[:10]))
            case Standing.REMOVED:
                return word("decision_removed")
            case _:
                return word("decision_holds_until", day=day(self.again)) if self.again else word("decision_holds")


def decided(dossier: Dossier) -> list[Decided]:
    """Return every decision that has words, the newest meeting first."""
    reviews = in_order(shown(dossier))
    texts = {id_: _texts(dossier, id_, review) for id_, review in reviews}
    replaced: dict[str, list[tuple[str, str]]] = {}
    for id_, review in reviews:
        for own, text in review.decisions.items():
            if text.replaces not in ("", f"{id_}/{own}") and text.text.strip() and not text.removed:
                replaced.setdefault(text.replaces, []).append((review.date, text.text.strip()))
    return [
        _decided(id_, own, review, text, tuple(replaced.get(f"{id_}/{own}", ())))
        for id_, review in reversed(reviews)
        for own, text in sorted(texts[id_].items())  # an id begins with the moment at which it was made
        if text.text.strip()
    ]


def _texts(dossier: Dossier, id_: str, review: Review) -> Texts:
    """Return the decisions of a meeting: as its minutes mean them, and what another file brought later as it is."""
    path = f"reviews/{id_}/decisions"
    if review.state is ReviewState.OPEN:
        return review.decisions
    standing = {own: text for own, text in review.decisions.items() if not text.removed}
    if not review.minutes:
        return texts_at(dossier, path, standing, review.at)
    told = told_texts(dossier, path, review.decisions, review.minutes.decisions)
    return {**standing, **{own: text for own, text in told.items() if not _is_gone(dossier, id_, own)}}


def _is_gone(dossier: Dossier, review: str, own: str) -> bool:
    """Whether a decision was taken out of the history too: it stands in the minutes only, as that."""
    return own not in dossier.reviews[review].decisions and is_whole(dossier, f"reviews/{review}/decisions/{own}")


def _decided(id_: str, own: str, review: Review, text: Text, by: tuple[tuple[str, str], ...]) -> Decided:
    said = _said(review, own)
    last = said[-1] if said else None
    now = review.decisions.get(own, text)  # of a merge: the words are those of the minutes, the facts are those of now
    standing = Standing.HOLDS
    if now.removed:
        standing = Standing.REMOVED
    elif by:
        standing = Standing.REPLACED
    elif last and last.lapsed:
        standing = Standing.LAPSED
    return Decided(
        review=id_,
        id=own,
        date=review.date,
        text=text.text.strip(),
        standing=standing,
        again=(last or now).again if standing is Standing.HOLDS else "",
        said=last.at if last else "",
        by=by,
    )


def _said(review: Review, own: str) -> list[Text]:
    """Return what was said later of one decision, the last at the end."""
    found = [(line, one) for line, one in review.corrections.items() if one.about == own and not one.removed]
    return [one for _, one in sorted(found, key=lambda pair: (instant(pair[1].at), pair[0]))]


def told_decisions(dossier: Dossier, texts: Iterable[Text]) -> Iterator[Text]:
    """Yield decisions of one meeting with what was agreed beside their words: what each replaces, and when to look again."""
    words = {f"{one.review}/{one.id}": one for one in decided(dossier)} if any(one.replaces for one in texts) else {}
    for text in texts:
        beside = []
        if text.replaces:
            old = words.get(text.replaces)
            beside.append(
                word("decision_replaces", day=day(old.date), text=old.text)
                if old
                else word("decision_replaces_unknown")
            )
        if text.again:
            beside.append(word("decision_again", day=day(text.again)))
        yield (
            replace(text, text=f"{text.text.rstrip()} ({'; '.join(beside)})") if beside and text.text.strip() else text
        )


def said_since(known: Sequence[Decided], id_: str, since: str) -> tuple[FrozenDecision, ...]:
    """Return the earlier decisions of which was said that they lapse or still hold, after `since`; not those of meeting `id_`."""
    start = instant(since)
    return tuple(
        FrozenDecision(date=one.date, text=one.text, lapsed=one.standing is Standing.LAPSED, again=one.again)
        for one in known
        if one.review != id_
        and one.said
        and instant(one.said) > start
        and one.standing in (Standing.HOLDS, Standing.LAPSED)
    )


def by_time(texts: Iterable[Text]) -> tuple[Text, ...]:
    """Return texts in the order in which they were set."""
    return tuple(sorted(texts, key=lambda one: (instant(one.at), one.text)))


def appendix(dossier: Dossier, id_: str, lines: Iterable[Text]) -> tuple[Text, ...]:
    """Return all that came to a closed meeting later: the lines that somebody wrote, and what became of its decisions."""
    written = [one for one in lines if not one.about and not one.removed]
    return by_time([*written, *_came_later(dossier, id_, dossier.reviews[id_])])


def _came_later(dossier: Dossier, id_: str, review: Review) -> Iterator[Text]:
    known = {one.id: one for one in decided(dossier) if one.review == id_}
    for line in review.corrections.values():
        if line.about and not line.removed:
            gone = word("forgotten") if _is_gone(dossier, id_, line.about) else line.about
            about = known[line.about].text if line.about in known else gone
            yield replace(line, text=_line(line, about))
    for one in known.values():
        for date, text in one.by:
            yield Text(at=f"{date}T12:00:00.000Z", text=word("later_replaced", old=one.text, new=text))


def _line(line: Text, about: str) -> str:
    if line.lapsed:
        return word("later_lapsed", text=about)
    return word("later_again", text=about, day=day(line.again)) if line.again else word("later_holds", text=about)


def earlier_line(one: FrozenDecision) -> str:
    """Say what was decided of an earlier decision."""
    said = word("decision_lapses") if one.lapsed else word("decision_still_holds")
    if one.again:
        said = f"{said}; {word('decision_again', day=day(one.again))}"
    return word("decision_of", day=day(one.date), text=one.text, said=said)
