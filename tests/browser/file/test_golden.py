"""Every dossier file that was ever written opens in the page of today, online and in a folder."""

from pathlib import Path

import pytest

from fii_widgets.commands import disk
from fii_widgets.dossier.file.open import open_text
from tests.browser.conftest import Place, Shared
from tests.browser.handbook import DOSSIER, forget_all, goto, offer, previewed

GOLDEN = sorted((Path(__file__).parents[2] / "golden").glob("*.json"))
#: a report that is a save file
REPORT = Path(__file__).parents[2] / "golden" / "0.2.0-verslag-van-zes-overleggen.html"
PARTS = (
    "name",
    "rhythm",
    "team",
    "answers",
    "reviews",
    "actions",
    "topics",
    "members",
    "places",
    "rounds",
    "versions",
    "forgotten",
)


@pytest.mark.no_python
@pytest.mark.parametrize(("kind", "place"), [("chromium", "http"), ("firefox", "file")], indirect=["place"])
def test_every_golden_file_opens(shared: Shared, kind: str, place: Place, full: bool) -> None:
    tab = shared(kind).tab()
    forget_all(tab, place)
    # A few in each; `make test-full` opens all in both.
    few = [*GOLDEN[4::8]] if kind == "firefox" else [*GOLDEN[::8], REPORT]
    for file in [*GOLDEN, REPORT] if full else few:
        goto(tab, place.url(DOSSIER))
        offer(tab, file)
        assert file.name in previewed(tab)
        tab.click("[data-fii-action=apply]")
        tab.has_text("[data-fii-widget=dossier] [data-fii-progress]", file.name)
        got = open_text(tab.download("[data-fii-action=save]").read_text("utf-8")).dossier
        wanted = disk.read(file).dossier
        assert [getattr(got, part) for part in PARTS] == [getattr(wanted, part) for part in PARTS], file.name
    forget_all(tab, place)
    tab.close()
