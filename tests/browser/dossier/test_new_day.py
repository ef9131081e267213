"""A page that stays open comes into the next day: what is late, and the day on which a meeting begins."""

import json
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.browser.dossier.test_tasks import AT, TEAM
from tests.browser.driver.chromium import ChromiumTab
from tests.browser.handbook import DOSSIER, as_file, goto, kept, take
from tests.browser.served import Server

pytestmark = pytest.mark.no_python

LATE = {"a-1": TEAM["actions"]["a-1"] | {"due": "2026-11-09"}}


@pytest.mark.parametrize("chosen", ["", "2026-11-05"])
def test_a_page_that_stays_open_overnight_knows_the_day(
    chromium: Browser, server: Server, tmp_path: Path, chosen: str
) -> None:
    """A day that a reader chose stays."""
    context = chromium.new_context(reduced_motion="reduce")
    context.clock.set_fixed_time(AT.replace("-09T", "-10T"))
    tab = ChromiumTab(context.new_page(), tmp_path / "downloads")
    goto(tab, f"{server.url}/{DOSSIER}")
    take(tab, as_file(tmp_path, TEAM | {"actions": LATE}))
    kept(tab)
    tab.click("[data-fii-to=stand]")
    late = "[data-fii-stand-part=late] li"
    tab.has_text(late, "1 dag te laat")
    if chosen:
        tab.click("[data-fii-to=overleg]")
        tab.page.fill("#overleg-datum", chosen)
        tab.click("[data-fii-to=stand]")
    context.clock.set_fixed_time(AT.replace("-09T", "-12T"))
    tab.page.evaluate("document.dispatchEvent(new Event('visibilitychange'))")
    tab.has_text(late, "3 dagen te laat")
    tab.click("[data-fii-begin]")
    tab.wait_until("() => document.activeElement.matches('[data-fii-meeting-title]')")
    kept(tab)
    saved = json.loads(tab.download("[data-fii-action=save]").read_text("utf-8"))
    assert [one["date"] for one in saved["reviews"].values() if one["state"] == "open"] == [chosen or "2026-11-12"]
    context.close()
