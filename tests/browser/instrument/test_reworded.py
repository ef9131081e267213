"""A reader with an older answer: the point says since when it reads otherwise, until it is answered again."""

from pathlib import Path

from tests.browser.conftest import Shared
from tests.browser.handbook import DOSSIER, as_file, choose, dossier, goto, kept, take, unfold
from tests.browser.served import Server

SINCE = "Deze zin luidt anders sinds 1 december 2026; het antwoord is ouder."
TOLD = "#stoplicht-1 [data-fii-item='{}'] [data-fii-reworded]"
VISIBLE = "(told) => document.querySelector(told).checkVisibility()"


def test_an_answer_to_other_words_is_kept_and_told_until_it_is_given_again(
    shared: Shared, server: Server, tmp_path: Path
) -> None:
    tab = shared("chromium").tab()
    goto(tab, f"{server.url}/{DOSSIER}")
    old, new = "2026-11-20T10:00:00.000Z", "2026-12-02T10:00:00.000Z"
    answers = {
        "s1-01": {"choice": "rood", "at": old},
        "s1-02": {"choice": "rood", "at": new},
        "s1-03.tekst": {"note": "Onze eigen zin.", "at": old},
        "s1-03": {"choice": "rood", "at": old},
    }
    take(tab, as_file(tmp_path, dossier(answers)))
    kept(tab)
    unfold(tab, "stoplicht-1")
    tab.wait_until("(told) => document.querySelector(told)?.checkVisibility()", TOLD.format("s1-01"))
    assert tab.text(TOLD.format("s1-01")) == SINCE
    for other in ("s1-02", "s1-03", "s1-05"):  # answered since, the team's own words, not answered
        assert not tab.evaluate(f"({VISIBLE})({TOLD.format(other)!r})"), other
    choose(tab, "s1-01", "oranje")
    tab.wait_until("(told) => !document.querySelector(told).checkVisibility()", TOLD.format("s1-01"))
    tab.close()
