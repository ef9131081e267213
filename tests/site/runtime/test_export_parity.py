"""A file that the page makes is the file that the desk makes, to the byte: every format, print and links, from both Pythons."""

import hashlib
import json
import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from fii_widgets.browser import call
from fii_widgets.dossier.write import text
from fii_widgets.export.formats import FORMATS
from fii_widgets.report.papers.make import KINDS
from tests.site.page_python import answered
from tests.unit.states import state
from tests.written import published

STATES = 50 if os.environ.get("FII_FULL") else 5


def requests() -> Iterator[dict[str, Any]]:
    """Every format of every state; the kinds of paper take turns."""
    trees = [one.tree for one in published()]
    kinds = list(KINDS)
    for number in range(STATES):
        dossier = json.loads(text(state(number)))
        asked = {"op": "export", "instruments": trees, "dossier": dossier, "at": "10:00", "site": "https://x.example/"}
        for turn, format_ in enumerate((*FORMATS, "ics")):
            kind = kinds[(number + turn) % len(kinds)]
            of = published()[number % len(trees)].instrument.id if kind == "instrument" else ""
            yield asked | {"kind": kind, "format": format_, "of": of, "carry": True}
            if turn == 0:
                yield asked | {"op": "paper", "kind": kind, "of": of}
        one = published()[number % len(trees)]
        yield {"op": "link", "instrument": one.tree, "answers": dossier["answers"]}
        yield {"op": "qr", "address": f"https://handboek.example/#{number}", "title": "Naar de lijst"}


def digest(reply: str) -> str:
    return hashlib.sha256(reply.encode("utf-8")).hexdigest()


def test_files_and_links_are_the_same_bytes_in_both_pythons(tmp_path: Path) -> None:
    asked = [json.dumps(one) for one in requests()]
    replies = [reply for _, reply in answered(asked, tmp_path)]
    here = [call(one) for one in asked]
    assert [digest(one) for one in replies] == [digest(one) for one in here]
    made = [json.loads(one) for one in here]
    refused = [one["message"] for one in made if not one["ok"]]
    assert len(made) - len(refused) > len(made) * 2 / 3
    assert all("overleg" in message or "nog geen keuze" in message for message in refused), refused


def test_without_its_part_the_page_says_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Known-bad: the libraries are not there."""
    monkeypatch.setitem(__import__("sys").modules, "segno", None)
    reply = json.loads(call(json.dumps({"op": "qr", "address": "https://x.example/", "title": "t"})))
    assert not reply["ok"]
    assert "niet worden geladen" in reply["message"]
