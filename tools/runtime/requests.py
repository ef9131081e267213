"""Calls that a page really makes, one of every kind for every instrument: they decide what the archive holds."""

import json
from collections.abc import Iterator
from itertools import cycle, islice
from typing import Any

from fii_widgets.export.formats import FORMATS
from fii_widgets.handbook.loader import Loaded, load
from fii_widgets.report.papers.make import KINDS
from tools.paths import ROOT

#: the only module that JavaScript may call
START = "fii_widgets.browser"


def representative() -> list[str]:
    """Return request texts, among them broken ones: refusing must work in the page as well."""
    loaded = load(ROOT).in_order
    trees = [one.tree for one in loaded]
    requests: list[Any] = [{}, [], {"op": "onbekend"}, {"op": "summary", "instrument": {}, "answers": 3}]
    requests.append({"op": "know", "instruments": [json.dumps(tree) for tree in trees]})
    everything: dict[str, Any] = {}
    for one in loaded:
        requests.append({"op": "summary", "instrument": one.tree, "answers": {}})
        for answers in _filled(one):
            everything |= answers
            requests.append({"op": "summary", "instrument": one.tree, "answers": answers, "root": "../../"})
    requests.append({"op": "overview", "instruments": trees, "answers": everything, "root": "../", "index": ""})
    known: dict[str, Any] = {"scales": {}, "targets": {}, "pages": [], "ids": {}, "trees": trees}
    broken: list[Any] = [{"weg-1": {"choice": "groen", "note": "é"}}, [], {"s1-01": {"choice": 1}}]
    for answers in (everything, *broken):
        requests.append({"op": "check", "instruments": trees, "dossier": {"schema": 1, "answers": answers}})
    requests += [{"op": "try", "text": text, "known": known, "root": "../"} for text in _texts()]
    requests += _exports(trees, everything)
    return [json.dumps(request) for request in requests] + ["geen JSON", "[" * 50, '"é', ""]


def _texts() -> Iterator[str]:
    """What an author may type: sound, wrong in every known way, hostile."""
    example = (ROOT / "checklists" / "_voorbeeld.yaml").read_text("utf-8")
    yield from (example, example.replace("tekst:", "txt:"), "", "[" * 3000, "a: \x00", "a" * 300_000, "%", "a: &b 'é'")


def _exports(trees: list[Any], answers: dict[str, Any]) -> Iterator[dict[str, Any]]:
    """Every format of a paper, a calendar, a link, a code, and what is refused."""
    at = "2026-11-22T10:00:00.000Z"
    review = {"at": at, "date": "2026-11-22", "next": "2026-12-06", "state": "open", "phases": [1]}
    dossier = {
        "schema": 2,
        "kind": "fii-dossier",
        "edition": "handboek-fii",
        "saved": at,
        "rhythm": {"at": at, "text": "maandelijks"},
        "answers": {id_: answer | {"at": at} for id_, answer in answers.items()},
        "reviews": {"r-1": review},
        "actions": {"a-1": {"at": at, "text": "Bel é", "state": "open"}},
    }
    asked = {"op": "export", "instruments": trees, "dossier": dossier, "carry": True, "at": "10:00"}
    yield from (asked | {"kind": "dossier", "format": format_} for format_ in (*FORMATS, "ics", "exe"))
    yield from (asked | {"kind": kind, "format": "md"} for kind in (*KINDS, "gedicht"))
    light = next(tree for tree in trees if tree["id"] == "stoplicht-1")
    yield {"op": "link", "instrument": light, "answers": answers}
    yield {"op": "link", "instrument": light, "answers": {}}
    yield {"op": "link_read", "fragment": "fii1~stoplicht-1~0~s1~groen:-01", "instruments": trees}
    yield {"op": "qr", "address": "https://handboek.example/#fii1", "title": "é"}


def _filled(one: Loaded) -> Iterator[dict[str, Any]]:
    """Each item gets each of its options once, so that every signal and every note is written out."""
    items = [(item.id, [option.id for option in item.options]) for item in one.instrument.items]
    for turn in range(max((len(options) for _, options in items), default=0)):
        yield {
            id_: {"choice": next(islice(cycle(options), turn, None)), "note": f"Notitie <{turn}> é"}
            for id_, options in items
            if options
        }
