"""Who comes back in the middle of a meeting is where the room was, and is told of a second meeting that is held."""

from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Place, Shared
from tests.browser.handbook import DOSSIER, dossier, forget_all, goto, holding

AT = "2026-11-09T10:00:00.000Z"


def meeting(date: str, state: str, light: str = "") -> dict[str, Any]:
    lights = {"s1-02": light} if light else {}
    return {"at": AT, "date": date, "state": state, "phases": [1], "lights": lights}


HELD = dossier(
    {"s1-02": {"choice": "rood"}},
    schema=2,
    actions={},
    reviews={
        "r-1": meeting("2026-09-28", "closed", "groen"),
        "r-2": meeting("2026-10-12", "closed", "rood"),
        "r-3": meeting("2026-10-26", "closed", "rood"),
        "r-4": meeting("2026-11-08", "open"),
        "r-5": meeting("2026-11-09", "open"),
    },
)


@pytest.mark.no_python
@pytest.mark.parametrize(("kind", "place"), [("chromium", "http"), ("firefox", "file")], indirect=["place"])
def test_a_reload_comes_back_to_the_step_and_says_how_long_a_light_lasts(
    shared: Shared, kind: str, place: Place, tmp_path: Path
) -> None:
    tab = shared(kind).tab()
    holding(tab, place, tmp_path, HELD)
    goto(tab, place.url(DOSSIER, "#overleg"))
    tab.has_text("[data-fii-meeting-other]", "Er loopt nog een overleg, van 8 november 2026.")
    tab.click("[data-fii-step-tab=lichten]")
    said = "Vorige keer: rood, al 2 van de 3 overleggen, sinds 12 oktober 2026."
    tab.has_text("[data-fii-item='s1-02'] [data-fii-before]", said)
    goto(tab, place.url(DOSSIER, "#overleg"))
    tab.has_text("[data-fii-item='s1-02'] [data-fii-before]", said)
    assert (
        tab.evaluate("document.querySelector('[data-fii-step-tab][aria-selected=true]').dataset.fiiStepTab")
        == "lichten"
    )
    forget_all(tab, place)
    tab.close()
