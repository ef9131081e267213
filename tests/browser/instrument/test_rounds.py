"""A list is filled in again: a round is closed and kept, the next begins from the last or empty, and tells what changed."""

import json

import pytest

from fii_widgets.dossier.file.open import open_text
from tests.browser.conftest import Place, Shared
from tests.browser.driver import Tab
from tests.browser.handbook import DOSSIER, box, fill, forget_all, goto, holds, kept, page_of, see, sums_up, take

FORM = box("balans")
ROUNDS = f"{FORM} [data-fii-rounds-box]"
AGREED = {"ba-02-afspraak": ("", "Wij halen er twee onderdelen uit.")}  # stands among the actions of the team
FIRST = {"ba-01": ("ja", ""), "ba-02": ("nee", ""), **AGREED}
EMPTY = {"ba-01": ("", ""), "ba-02": ("", ""), **AGREED}


def beside(tab: Tab, item: str) -> str:
    """What stands beside a point about the round before."""
    return str(
        tab.call(
            "([form, item]) => document.querySelector(`${form} [data-fii-item=\"${item}\"] [data-fii-round-point]:not([hidden])`)?.textContent ?? ''",
            [FORM, item],
        )
    )


def close(tab: Tab, how: str) -> None:
    tab.click(f"{ROUNDS} [data-fii-round-close]")
    tab.click(f"{ROUNDS} [data-fii-round-next={how}]")
    kept(tab)


@pytest.mark.parametrize(("kind", "place"), [("chromium", "http"), ("firefox", "file")], indirect=["place"])
def test_a_round_is_closed_and_the_next_tells_what_changed(shared: Shared, kind: str, place: Place) -> None:
    tab = shared(kind).tab()
    forget_all(tab, place)
    goto(tab, page_of(place, "balans"))
    tab.wait_until("() => document.querySelector('[name=\"ba-01\"]') !== null")
    assert not tab.is_visible(ROUNDS)  # an empty list says nothing of rounds
    fill(tab, FIRST)
    kept(tab)
    tab.has_text(f"{ROUNDS} [data-fii-round-now]", "eerste ronde")

    close(tab, "with")
    tab.has_text(f"{ROUNDS} [data-fii-round-now]", "Ronde 2.")
    holds(tab, FIRST)
    assert beside(tab, "ba-02").startswith("Niet gewijzigd sinds ")
    assert beside(tab, "ba-03") == ""
    fill(tab, {"ba-01": ("deels", "")})
    kept(tab)
    assert beside(tab, "ba-01") == "Vorige ronde: Ja"
    sums_up(tab, "balans", "1 punt is anders dan in de ronde van")

    goto(tab, page_of(place, "balans"))  # as it was left
    holds(tab, FIRST | {"ba-01": ("deels", "")})
    assert beside(tab, "ba-01") == "Vorige ronde: Ja"

    close(tab, "empty")
    holds(tab, EMPTY)  # an action that runs stays
    assert beside(tab, "ba-01") == "Vorige ronde: Deels"
    tab.click(f"{ROUNDS} [data-fii-round-undo]")
    kept(tab)
    holds(tab, FIRST | {"ba-01": ("deels", "")})
    tab.has_text(f"{ROUNDS} [data-fii-round-now]", "Ronde 2.")

    tab.click(f"{ROUNDS} [data-fii-round-earlier] > summary")
    tab.click(f"{ROUNDS} [data-fii-round] > summary")
    tab.has_text(f"{ROUNDS} [data-fii-round]", "Wij halen er twee onderdelen uit.")

    goto(tab, place.url(DOSSIER))
    see(tab, "[data-fii-action=save]")
    file = tab.download("[data-fii-action=save]")
    saved = open_text(file.read_text("utf-8"), file.name, "handboek-fii").dossier
    standing = [one for one in saved.rounds.values() if not one.removed]
    assert [(one.instrument, one.answers["ba-01"].choice) for one in standing] == [("balans", "ja")]
    forget_all(tab, place)
    goto(tab, place.url(DOSSIER))
    take(tab, file)
    kept(tab)
    again = tab.download("[data-fii-action=save]").read_text("utf-8")
    assert json.loads(again)["rounds"] == json.loads(file.read_text("utf-8"))["rounds"]
    tab.close()
