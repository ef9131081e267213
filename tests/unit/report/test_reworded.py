"""A sentence that reads otherwise says so at an older answer, and only there: on the form, in the summary and on paper."""

import re

import pytest

from fii_widgets.dossier.answers import Answer
from fii_widgets.dossier.records import Dossier
from fii_widgets.export.formats import write
from fii_widgets.instrument.text.source import read_instrument
from fii_widgets.render.form.frame import instrument_form, trial_form
from fii_widgets.render.form.place import Place
from fii_widgets.render.reports.summary import summary_html
from fii_widgets.report.instrument.summary import summarise
from fii_widgets.report.papers.make import build
from tests.written import handbook, instrument

SINCE = "2026-12-01"
TOLD = "Deze zin luidt anders sinds 1 december 2026; het antwoord is ouder."
BEFORE, ON_THE_DAY = "2026-11-30T23:59:59.000Z", "2026-12-01T00:00:00.000Z"
OWN = {"s1-01.tekst": Answer(note="Onze eigen zin.", at=BEFORE)}


def said(answers: dict[str, Answer]) -> tuple[bool, bool]:
    """Whether the summary says it, and the paper."""
    one = instrument("stoplicht-1")
    paper = write(build("instrument", [one], Dossier(edition="x", answers=answers), one.id), "md").decode()
    return TOLD in summary_html(summarise(one, answers), "", "", 3), TOLD in paper


@pytest.mark.parametrize(
    ("answers", "is_said"),
    [
        ({"s1-01": Answer(choice="rood", at=BEFORE)}, True),
        ({"s1-01": Answer(choice="rood", at=ON_THE_DAY)}, False),
        ({"s1-01": Answer(choice="rood")}, False),  # when is not known
        ({"s1-07": Answer(choice="rood", at=BEFORE)}, False),  # it reads as it did
        ({"s1-01": Answer(choice="rood", at=BEFORE), **OWN}, False),  # the team's own words
    ],
)
def test_an_answer_to_other_words_says_so(answers: dict[str, Answer], is_said: bool) -> None:
    assert said(answers) == (is_said, is_said)


def test_the_form_holds_it_out_of_sight_for_the_scripts() -> None:
    loaded = handbook().instruments["stoplicht-1"]
    form = instrument_form(loaded.instrument, loaded.tree, Place(root="../"))
    told = re.findall(r'<p [^>]*data-fii-reworded="([^"]*)"[^>]*>([^<]*)</p>', form)
    items = [item for item in loaded.instrument.items if item.reworded]
    assert told == [(SINCE, TOLD)] * len(items)
    assert "data-fii-reworded" not in trial_form(
        loaded.instrument, Place(root="../", names="proef-")
    )  # nothing is kept
    assert all(" hidden" in tag for tag in re.findall(r"<p [^>]*data-fii-reworded[^>]*>", form))


def test_a_day_that_is_none_is_refused_where_it_stands() -> None:
    source = (
        "id: a\nsoort: checklist\ntitel: A\ninleiding: B\nstaat_op: [f1]\nschaal: klopt\nherkomst: eigen\nonderdelen:\n"
        "  - id: a-deel\n    titel: C\n    punten:\n      - id: a-1\n        tekst: D\n"
        "        anders_sinds: 1 december\n        herkomst: eigen\n"
    )
    found = read_instrument(source, handbook().scales, {}, "a")
    assert any("'1 december' heeft niet de goede vorm. Zo wel: 2026-12-01" in str(fault) for fault in found.faults)
