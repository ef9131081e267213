"""The page's one door to Python: JSON in, JSON out, never an exception, the same bytes every time."""

import json
from typing import Any

import pytest

from fii_widgets.browser import call
from fii_widgets.handbook.loader import Loaded
from tests.written import EACH_FILE, trees


def ask(**request: Any) -> dict[str, Any]:
    reply = json.loads(call(json.dumps(request)))
    assert isinstance(reply, dict)
    return reply


@EACH_FILE
def test_the_source_in_the_page_gives_a_summary(loaded: Loaded) -> None:
    reply = ask(op="summary", instrument=json.loads(json.dumps(loaded.tree)), answers={}, root="../", index="")
    assert reply["ok"] is True
    assert "nog niets ingevuld" in reply["html"]


def test_an_instrument_is_sent_once_and_called_by_its_number_after_that() -> None:
    texts = [json.dumps(tree) for tree in trees()[:2]]
    answers = {"s1-01": {"choice": "rood"}}
    whole = ask(op="overview", instruments=texts, answers=answers, written={})
    first = ask(op="overview", sources={"instruments": [[0, texts[0]], [1, texts[1]]]}, answers=answers, written={})
    again = ask(op="overview", sources={"instruments": [0, 1]}, answers=answers, written={})
    assert whole == first == again
    asked = {"op": "summary", "answers": {}, "root": "", "index": ""}
    assert ask(**asked, sources={"instrument": 1}) == ask(**asked, instrument=texts[1])
    assert ask(**asked, sources={"instrument": 99})["ok"] is False


def test_the_overview_names_every_instrument() -> None:
    reply = ask(op="overview", instruments=trees(), answers={"s1-01": {"choice": "rood"}}, written={"f1": "../model/"})
    assert reply["ok"] is True
    assert all(f'href="#{tree["id"]}"' in reply["html"] for tree in trees())
    assert "1 punt staat op rood" in reply["html"]


def test_the_check_tells_what_this_edition_does_not_know() -> None:
    reply = ask(op="check", dossier={"answers": {"oud-1": {"note": "x"}}}, instruments=trees())
    assert reply["ok"] is True
    assert "oud-1" in reply["remarks"][0]


def test_an_instrument_is_the_same_as_text_and_as_a_tree() -> None:
    texts = [json.dumps(tree) for tree in trees()]
    assert ask(op="know", instruments=texts)["ok"] is True
    asked = {"answers": {"g-01": {"choice": "nee"}}, "written": {}}
    assert ask(op="overview", instruments=texts, **asked) == ask(op="overview", instruments=trees(), **asked)


@pytest.mark.parametrize(
    "text",
    [
        "",
        "nul",
        "[]",
        "{}",
        '{"op":"weg"}',
        '{"op":"summary"}',
        '{"op":"summary","instrument":{},"answers":[]}',
        '{"op":"check","dossier":null,"instruments":[]}',
        '{"op":"summary","level":"x"}',
        '{"op":"know","instruments":["{"]}',
        "[" * 3000,
    ],
)
def test_whatever_comes_in_a_dutch_sentence_comes_out(text: str) -> None:
    reply = json.loads(call(text))
    assert reply["ok"] is False
    assert reply["message"].endswith(".")


def test_the_same_request_gives_the_same_bytes() -> None:
    request = json.dumps(
        {"op": "overview", "instruments": trees(), "answers": {"g-01": {"choice": "nee", "note": "é"}}}
    )
    assert call(request) == call(request)
