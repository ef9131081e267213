"""What was taken away is found again in Verloop, after a reload too, and put back."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.browser.conftest import Shared
from tests.browser.handbook import DOSSIER, as_file, dossier, goto, kept, take
from tests.browser.served import Server

AT = "2026-11-09T10:00:00.000Z"
BOX = "[data-fii-removed-box]"
TEAM: dict[str, Any] = dossier(
    {},
    schema=3,
    reviews={
        "r-1": {
            "at": AT, "date": "2026-11-09", "state": "open", "phases": [1], "lights": {},
            "decisions": {"d-1": {"at": AT, "text": "Wij gaan <b>door</b>.", "removed": True}, "d-2": {"at": AT, "text": "Blijft"}},
        },
        "r-2": {"at": AT, "date": "2026-11-02", "state": "open", "phases": [1], "lights": {}, "removed": True},
    },
    actions={
        "a-1": {"at": AT, "text": "Bellen", "owner": "PL", "due": "", "state": "open", "review": "r-1", "removed": True},
        "a-2": {"at": AT, "text": "", "owner": "", "due": "", "state": "open", "review": "r-1", "removed": True},
    },
    members={"m-1": {"at": AT, "label": "Ans", "gone": True}},
)  # fmt: skip


@pytest.mark.no_python
def test_what_was_taken_away_is_put_back(shared: Shared, server: Server, tmp_path: Path) -> None:
    tab = shared("chromium").tab()
    goto(tab, f"{server.url}/{DOSSIER}")
    take(tab, as_file(tmp_path, TEAM))
    kept(tab)
    goto(tab, f"{server.url}/{DOSSIER}#verloop")
    tab.has_text(f"{BOX} > summary", "Wat is weggehaald (4)")  # an empty line is no loss
    assert tab.count(f"{BOX} li") == 0
    tab.click(f"{BOX} > summary")
    for words in (
        "Besluit van 9 november 2026: ‘Wij gaan <b>door</b>.’",
        "Overleg van 2 november 2026",
        "Lid van het team: Ans",
    ):
        tab.has_text(BOX, words)
    tab.evaluate(
        f"[...document.querySelectorAll('{BOX} li')].find((one) => one.textContent.includes('Bellen')).querySelector('button').focus()"
    )
    tab.press("Enter")
    tab.has_text("[data-fii-widget=meetings] [data-fii-progress]", "Teruggezet. Actie: ‘Bellen · PL’")
    tab.wait_until(f"() => document.activeElement.matches('{BOX} button')")
    while tab.count(f"{BOX} button"):
        tab.press("Enter")
    tab.wait_until("() => document.activeElement.matches('#verloop > h2')")
    assert not tab.is_visible(BOX)
    kept(tab)
    saved = json.loads(tab.download("[data-fii-action=save]").read_text("utf-8"))
    assert not saved["actions"]["a-1"].get("removed")
    assert saved["actions"]["a-2"]["removed"]
    assert not any(one.get("removed") for one in (saved["reviews"]["r-2"], saved["reviews"]["r-1"]["decisions"]["d-1"]))
    assert not saved["members"]["m-1"].get("gone")
    tab.close()
