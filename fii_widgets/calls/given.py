"""What a request holds → dossiers, instruments and words. Raises RequestError for what a reader can mend."""

import json
from collections.abc import Mapping
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from fii_widgets.dossier.answers import read_answers
from fii_widgets.dossier.file.open import Opened, open_tree
from fii_widgets.dossier.records import Dossier, Round
from fii_widgets.dossier.shown import shown
from fii_widgets.errors import RequestError
from fii_widgets.instrument.model import Instrument
from fii_widgets.instrument.text.parser import parse
from fii_widgets.instrument.text.shared import spread
from fii_widgets.report.instrument.own_list import own_list
from fii_widgets.words import word

type Request = Mapping[str, Any]
type Reply = dict[str, Any]


#: number → text of an instrument, as the page sent them to this interpreter
_SENT: dict[int, str] = {}


def in_full(request: Request) -> Request:
    """Return a request with its instruments in full: the page sends each text once, as [number, text], then its number."""
    sources = request.get("sources", {})
    found: dict[str, Any] = {}
    if "instrument" in sources:
        found["instrument"] = _source(sources["instrument"])
    if "instruments" in sources:
        found["instruments"] = [_source(sent) for sent in sources["instruments"]]
    return {**request, **found}


def _source(sent: int | tuple[int, str]) -> str:
    if isinstance(sent, int):
        return _SENT[sent]
    number, _SENT[number] = sent
    return _SENT[number]


def dossier(request: Request, key: str = "dossier") -> Dossier:
    """Return the dossier of a request, as a tree or as its text, which must be of a schema that we may write."""
    sent = request.get(key)
    return (_opened(sent) if isinstance(sent, str) else open_tree(sent)).writable()


def seen(request: Request) -> Dossier:
    """Return the dossier of a request as a reader sees it: without what was taken away."""
    return shown(dossier(request))


@lru_cache(maxsize=1)
def _opened(sent: str) -> Opened:
    """A page asks several questions about one dossier; to put it in order takes longer than most answers."""
    return open_tree(json.loads(sent))


def instruments(request: Request) -> list[Instrument]:
    """Return the instruments that the page knows."""
    return [instrument(tree) for tree in request.get("instruments", [])]


def own_instruments(request: Request, about: Dossier) -> list[Instrument]:
    """Return the instruments as the team of a dossier uses them: with its own items, words and order."""
    return [own_list(one, about.answers) for one in instruments(request)]


def rounds(request: Request, instrument: str) -> tuple[Round, ...]:
    """Return the closed rounds that the page sent with one filling, the oldest first."""
    return tuple(
        Round(at=str(one["at"]), instrument=instrument, date=str(one["date"]), answers=read_answers(one["answers"]))
        for one in request.get("rounds", [])
    )


def instrument(tree: object) -> Instrument:
    """Parse the page's own source, as text or as a tree; a fault in it is ours, not the reader's."""
    return _parsed(tree if isinstance(tree, str) else json.dumps(tree, ensure_ascii=False, separators=(",", ":")))


@lru_cache(maxsize=64)
def _parsed(source: str) -> Instrument:
    """A page asks about the same instruments again and again; to parse them all takes longer than most answers."""
    faults: list[str] = []
    found = parse(spread(json.loads(source)), lambda path, message: faults.append(message))
    if faults:
        raise ValueError("; ".join(faults))
    return found


def text(request: Request, key: str, default: str = "") -> str:
    """Return a text of the request; another type is a fault of the page."""
    value = request.get(key, default)
    if not isinstance(value, str):
        raise TypeError(key)
    return value


def level(request: Request) -> int:
    """Return the level of the heading above."""
    return int(request.get("level", 2))


def today(request: Request) -> str:
    """Return the day that the page says it is."""
    return date.fromisoformat(text(request, "today")).isoformat()


def now(request: Request) -> str:
    """Return the time that the page says it is."""
    value = text(request, "now")
    datetime.fromisoformat(value)
    return value


def known(records: Mapping[str, Any], id_: str, missing: str) -> Any:
    """Return a record by id, or say that it is not there."""
    if id_ not in records:
        raise RequestError(word(missing))
    return records[id_]
