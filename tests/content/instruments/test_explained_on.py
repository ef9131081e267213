"""Where each instrument is explained: the list that the handbook promises, written down once more by hand.

`fii check` compares the files with the pages; this compares both with what was asked for.
"""

import pytest

from fii_widgets.handbook.pages import Page
from fii_widgets.lint.calls import calls
from tests.written import IDS, handbook, instrument

#: instrument → ids of the pages that explain it, and on which it can be filled in
EXPLAINED_ON = {
    "startpunt": {"fii-startpunt", "sf-1a"},
    "opdrachtkaart": {"sf-1a", "sf-1b", "sf-1c"},
    "shortlist": {"sf-2a"},
    "gereedheid": {"sf-2a", "sf-2b"},
    "plan-van-aanpak": {"sf-2c"},
    "eigenaarschap": {"sf-2c"},
    "balans": {"sf-3a"},
    "methodiekbeschrijving": {"sf-3b"},
    "bruikbaarheid": {"bg-bruikbaar"},
    "sleutelfiguren": {"sf-4a"},
    "draagkracht": {"sf-4b"},
    "implementatieteam": {"sf-5a"},
    "stoplicht-1": {"f1"},
    "stoplicht-2": {"f2"},
    "stoplicht-3": {"f3"},
    "stoplicht-4": {"f4"},
    "stoplicht-5": {"f5", "sf-5b"},
    "stoplicht-6": {"f6"},
    "selectie-training-coaching": {"sf-5c"},
    "borging": {"sf-6a", "sf-6b"},
    "pijlers": {"bg-competenties", "bg-fasen"},
    "cfir": {"bg-cfir"},
    "condities": {"it-condities"},
    "implementatieplan": {"it-procesmodel"},
    "strategie": {"it-strategie"},
    "outputmonitor": {"it-outputmonitoring"},
    "monitoringeisen": {"it-eisen"},
    "kadersspiegel": {"bg-brede-uitvoeringskaders"},
    "logboek": {"sf-4b"},
}


def standing_on(id_: str, pages: tuple[Page, ...]) -> set[str]:
    """Ids of the pages that show an instrument with its macro, its own page left out."""
    return {
        page.id
        for page in pages
        for call in calls(page)
        if call.name == "instrument" and call.first == id_ and not call.own_page
    }


def test_every_instrument_is_in_the_table() -> None:
    assert set(EXPLAINED_ON) == set(IDS)


@pytest.mark.parametrize("id_", EXPLAINED_ON)
def test_an_instrument_stands_in_the_pages_that_explain_it(id_: str) -> None:
    assert set(instrument(id_).explained_on) == EXPLAINED_ON[id_]
    assert standing_on(id_, handbook().pages) == EXPLAINED_ON[id_]


def test_a_page_that_lost_its_instrument_is_noticed() -> None:
    without = tuple(page for page in handbook().pages if page.id != "sf-1a")
    assert standing_on("opdrachtkaart", without) == {"sf-1b", "sf-1c"}
