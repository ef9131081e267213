"""What can be found in a dossier, and how: in plain letters, every word, the latest first, nothing that was taken away."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.site.page_script import asked

SCRIPTS = {"../../tests/site/store/no_browser.mjs": "calm", "find/findable.js": "findable, matching, excerpt, wordsOf"}
AT = "2026-11-09T10:00:00.000Z"
REGISTERS: dict[str, Any] = {
    "reviews/r-1": {"at": AT, "date": "2026-10-26", "state": "closed", "agenda": "De oude agenda"},
    "reviews/r-2": {"at": AT, "date": "2026-11-09", "state": "open", "agenda": ""},
    "reviews/r-3": {"at": AT, "date": "2026-11-10", "state": "open", "agenda": "", "removed": True},
    "reviews/r-1/decisions/d-1": {"at": AT, "text": "Eén <b>buurtkamer</b>"},
    "reviews/r-1/decisions/d-2": {"at": AT, "text": "Weggehaald", "removed": True},
    "reviews/r-3/decisions/d-3": {"at": AT, "text": "Van een overleg dat weg is"},
    "reviews/r-1/corrections/c-1": {"at": "2026-11-12T10:00:00.000Z", "text": "Toch twee"},
    "reviews/r-1/notes/s1-02": {"at": AT, "text": "Vraag het na."},
    "reviews/r-2/notes/s1-02": {"at": AT, "text": "Vraag het na."},
    "topics/t-1": {"at": AT, "text": "Vervoer", "item": "", "review": "r-1", "said": "De bus rijdt niet"},
    "topics/t-2": {"at": AT, "text": "Later", "item": "", "review": "", "said": ""},
    "actions/a-1": {"at": AT, "text": "Café bellen", "owner": "KV", "due": "2026-12-01", "state": "open", "item": "", "review": "r-1"},
    "members/m-1/answers": {"s1-02": {"at": AT, "choice": "", "note": "Alleen van mij"}},
}  # fmt: skip
ASK = f"""(words) => {{
  const registers = new Map(Object.entries({json.dumps(REGISTERS)}));
  const under = (path) => [...registers].flatMap(([key, value]) =>
    (key.startsWith(path) && !key.slice(path.length).includes('/') ? [[key.slice(path.length), value]] : []));
  return matching(findable({{ answers: new Map(), registers, under }}), words).map(({{ kind, text, day, where }}) => [kind, text, day, where]);
}}"""
#: what is asked → what is found
TABLE: dict[str, list[list[str]]] = {
    "buurtkamer": [["decision", "Eén <b>buurtkamer</b>", "2026-10-26", "r-1"]],
    "BUURTKAMER een": [["decision", "Eén <b>buurtkamer</b>", "2026-10-26", "r-1"]],
    "cafe": [["action", "Café bellen", "2026-12-01", "a-1"]],
    "kv": [["action", "Café bellen", "2026-12-01", "a-1"]],
    "vraag": [["note", "Vraag het na.", "2026-11-09", "r-2"]],  # once, where it was last
    "bus vervoer": [["topic", "Vervoer – De bus rijdt niet", "2026-10-26", "r-1"]],
    "later": [["topic", "Later", "2026-11-09", "overleg-onderwerpen"]],
    "agenda": [["topic", "De oude agenda", "2026-10-26", "r-1"]],
    "toch": [["correction", "Toch twee", "2026-11-12", "r-1"]],
    "weg": [],
    "mij": [],  # members fill in without being read
    "buurtkamer bus": [],
    "(.*": [],
}
#: text and words → what is shown of it, the hits between brackets
CUT = {
    ("Eén buurtkamer", "een"): "[Eén] buurtkamer",
    ("a.b (c)", "(c)"): "a.b [(c)]",
    ("x" * 500, "y"): "x" * 200 + " …",
    ("woord " * 60 + "Raak " + "woord " * 60, "raak"): "… " + "woord " * 6 + "[Raak]" + " woord" * 26 + " …",
    ("", "a"): "",
    ("kamer kamer", "kamer am"): "[kamer] [kamer]",
}


def test_every_kind_is_found_once_and_nothing_that_is_not_there(tmp_path: Path) -> None:
    assert dict(zip(TABLE, asked(SCRIPTS, ASK, list(TABLE), tmp_path), strict=True)) == TABLE


def test_the_latest_comes_first(tmp_path: Path) -> None:
    (every,) = asked(SCRIPTS, ASK, [""], tmp_path)
    days = [day for _, _, day, _ in every]
    assert days == sorted(days, reverse=True)
    assert len(days) == 7


@pytest.mark.parametrize(("text", "words"), CUT)
def test_of_a_long_text_the_stretch_is_shown_in_which_it_stands(text: str, words: str, tmp_path: Path) -> None:
    show = f"""(text) => excerpt(text, wordsOf({json.dumps(words)})).map(({{ text, hit }}) => (hit ? `[${{text}}]` : text)).join('')"""
    assert asked(SCRIPTS, show, [text], tmp_path) == [CUT[text, words]]
