"""A team of five holds its reviews for a year in the page, five files merged each time: nothing vanishes, nothing changes.

The whole year with `make test-full`; else its first two reviews.
"""

import json
from pathlib import Path

from playwright.sync_api import Browser

from fii_widgets.dossier.file.open import open_text
from fii_widgets.dossier.records import Dossier, ReviewState
from fii_widgets.dossier.write import text
from tests import year
from tests.browser.driver import Tab
from tests.browser.driver.chromium import ChromiumTab
from tests.browser.handbook import DOSSIER, as_file, choose, goto, kept, see
from tests.browser.meetings.test_meetings import agree, close, decide, start, tick
from tests.browser.served import Server
from tests.browser.team.test_team import TEAM, take_whole

#: what a file may weigh, without notes
BYTES = 1_000_000
#: ends the action with these words, as its line on the page
END = """(words) => { const line = [...document.querySelectorAll('[data-fii-actions] [data-fii-record]')]
  .find((one) => one.querySelector('[data-fii-part=text]').value === words);
  const state = line.querySelector('[data-fii-part=state]');
  state.value = 'klaar'; state.dispatchEvent(new Event('change', { bubbles: true })); }"""


def test_a_team_of_five_holds_its_reviews_for_a_year(
    chromium: Browser, server: Server, full: bool, tmp_path: Path
) -> None:
    fortnights = year.year() if full else year.year()[:2]
    context = chromium.new_context(reduced_motion="reduce")
    context.clock.set_fixed_time(fortnights[0].at)
    tab = ChromiumTab(context.new_page(), tmp_path / "downloads")
    goto(tab, f"{server.url}/{DOSSIER}#overleg")
    take_whole(tab, as_file(tmp_path, text(year.held(0)), "team.json"))
    was: dict[str, object] = {}
    for fortnight in fortnights:
        context.clock.set_fixed_time(fortnight.at)  # all that is given in the page has the day of the meeting
        merge(tab, fortnight, tmp_path)
        hold(tab, fortnight)
        kept(tab)
        written = tab.download("[data-fii-action=save]").read_text("utf-8")
        saved = open_text(written).dossier
        assert text(saved) == written
        assert year.vanished(saved, fortnight.number) == []
        assert told(saved) == told(year.held(fortnight.number))
        now = json.loads(written)["reviews"]
        assert {id_: now[id_] for id_ in was} == was  # history is never changed
        was = now
    assert len(written.encode()) < BYTES
    see(tab, "[data-fii-history]")
    tab.has_text("[data-fii-history]", "28 dec" if full else "26 jan")
    context.close()
    opens_again(chromium, server, written, tmp_path)


def merge(tab: Tab, fortnight: year.Fortnight, folder: Path) -> None:
    """Drop the five files of a fortnight in, look at what they bring, and say yes."""
    files = [as_file(folder, text(one), f"{one.member}.json") for one in year.copies(fortnight)]
    see(tab, "[data-fii-team-files]")
    tab.upload("[data-fii-team-files]", *files)
    tab.wait_until("() => document.activeElement.matches('[data-fii-merge-title]')")
    tab.has_text("[data-fii-merge-lead]", "5 bestanden zijn gelezen.")
    tab.click("[data-fii-action=merge]")
    tab.has_text(f"{TEAM} [data-fii-progress]", "5 bestanden zijn samengevoegd.")


def hold(tab: Tab, fortnight: year.Fortnight) -> None:
    """Begin the review, set the lights, decide, agree on an action, end the one before, and close."""
    see(tab, "[data-fii-meeting-start]")
    for number in fortnight.phases:
        box = f'input[name="overleg.fase"][value="{number}"]'
        if not tab.call("(s) => document.querySelector(s).checked", box):
            tick(tab, "overleg.fase", str(number))
    start(tab, fortnight.day)
    tab.click("[data-fii-step-tab=lichten]")
    for item, choice in fortnight.lights.items():
        choose(tab, item, choice)
    decide(tab, fortnight.decision)
    tab.press("Tab")
    tab.click("[data-fii-step-tab=acties]")
    if fortnight.number > 1:
        tab.call(END, year.year()[fortnight.number - 2].action)
    agree(tab, fortnight.action, fortnight.owner)
    close(tab)


def told(dossier: Dossier) -> dict[str, object]:
    """What a dossier says, apart from the ids that the page made up and the moment of each click."""
    reviews = sorted(dossier.reviews.values(), key=lambda one: one.date)
    assert all(one.state is ReviewState.CLOSED for one in reviews)
    return {
        "members": dossier.members,
        "their versions": {path: dossier.versions[path] for path in dossier.versions if path.startswith("members/")},
        "answers": dict(sorted(dossier.answers.items())),
        "reviews": [
            (one.date, one.next, one.phases, dict(one.lights), sorted(text.text for text in one.decisions.values()))
            for one in reviews
        ],
        "actions": sorted((one.text, one.owner, one.state) for one in dossier.actions.values()),
    }


def opens_again(chromium: Browser, server: Server, written: str, folder: Path) -> None:
    """Open the file elsewhere: the same bytes but for the line that says so, and the moment of saving."""
    context = chromium.new_context()
    context.clock.set_fixed_time(json.loads(written)["saved"])
    tab = ChromiumTab(context.new_page(), folder / "elsewhere")
    goto(tab, f"{server.url}/{DOSSIER}#overleg")
    take_whole(tab, as_file(folder, written, "jaar.json"))
    kept(tab)
    again = json.loads(tab.download("[data-fii-action=save]").read_text("utf-8"))
    context.close()
    once = json.loads(written)
    assert again["history"].pop()["event"] == "opened"
    again["saved"] = once["saved"]
    assert json.dumps(again) == json.dumps(once)
