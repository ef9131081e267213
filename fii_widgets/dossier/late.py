"""What a merge brought to a review that was closed already → dated lines under it. Pure; knows no report.

A decision that was typed on another machine before the closing joins the closed review by its own register, and its
time does not give it away. So it is told as a correction: in any merge in which one file has the review closed without
that text and another has the text. "Some closed file lacks it, some file has it" is a property of the set of files and
not of their order, so merging stays commutative, associative and idempotent.
"""

from binascii import crc32
from collections.abc import Callable, Iterator, Mapping, Sequence

from fii_widgets.dossier.records import Dossier, Review, ReviewState, Text, Texts, Value
from fii_widgets.words import word
from fii_widgets.words.common import day

LATE = "later-"
#: a line is shown on one sheet with others
LONGEST = 300

type Found = Mapping[str, Mapping[str, Value]]
type Content = Callable[[Value], str]


def late_lines(dossiers: Sequence[Dossier], found: Found, content_of: Content) -> list[tuple[str, Text]]:
    """Return path → line for what came to a closed review later; `found` is everything of all dossiers together."""
    closing = [(one, _closed(one)) for one in dossiers if _closed(one)]
    closed = {id_ for _, ids in closing for id_ in ids}
    held = [(ids, {(path, content_of(value)) for path, value in _parts(one)}) for one, ids in closing]
    lines = []
    for path, content, value in _texts(found):
        review, part, own = _split(path)
        if review not in closed:
            continue
        line = f"reviews/{review}/corrections/{late_id(path, content)}"
        lacks = any(review in ids and (path, content) not in has for ids, has in held)
        if lacks or line in found:
            lines.append((line, Text(at=value.at, text=_said(part, own, value))))
    return lines


def _texts(found: Found) -> Iterator[tuple[str, str, Text]]:
    """Yield path, content and value of every note and decision."""
    for path, values in found.items():
        if _split(path)[0]:
            yield from ((path, content, value) for content, value in values.items() if isinstance(value, Text))


def late_id(path: str, content: str) -> str:
    """Return the id of the line about one text of one register: the same on every machine."""
    return f"{LATE}{crc32(f'{path} {content}'.encode('utf-8', 'surrogatepass')):08x}"


def standing(id_: str, review: Review, content_of: Content) -> Texts:
    """Return the corrections of a review without the lines about a text that another has replaced since."""
    about = {
        late_id(f"reviews/{id_}/{part}/{own}", content_of(text))
        for part in ("notes", "decisions")
        for own, text in getattr(review, part).items()
    }
    return {own: one for own, one in review.corrections.items() if own in about or not own.startswith(LATE)}


def _closed(dossier: Dossier) -> frozenset[str]:
    """Return the reviews that are closed, and those that may have been: words were taken out, and what was before went."""
    cleaned = {path.partition("/")[2] for path in dossier.forgotten if path.startswith("reviews/")}
    return frozenset(id_ for id_, one in dossier.reviews.items() if one.state is ReviewState.CLOSED) | cleaned


def _split(path: str) -> tuple[str, str, str]:
    """Return (review, part, own id) of a note or a decision; empty for any other register."""
    match path.split("/"):
        case ["reviews", id_, "notes" | "decisions" as part, own]:
            return id_, part, own
        case _:
            return "", "", ""


def _parts(dossier: Dossier) -> Iterator[tuple[str, Value]]:
    for id_, review in dossier.reviews.items():
        for part, texts in (("notes", review.notes), ("decisions", review.decisions)):
            yield from ((f"reviews/{id_}/{part}/{own}", text) for own, text in texts.items())
    for path, values in dossier.versions.items():
        if _split(path)[0]:
            yield from ((path, value) for value in values)


def _said(part: str, own: str, value: Text) -> str:
    words = " ".join(value.text.split())
    if len(words) > LONGEST:
        words = f"{words[:LONGEST].rstrip()} …"
    if value.again:
        words = f"{words} ({word('decision_again', day=day(value.again))})"
    key = f"late_{part}_removed" if value.removed else f"late_{part}" if words else f"late_{part}_empty"
    return word(key, item=own, text=words)
