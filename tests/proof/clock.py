"""A machine whose clock is wrong by up to 400 days, and then right again: what was given stays, and a file opens.

Each seed is a moment: every 25 days around a first day, and days on which calendars are odd.
"""

import random
from collections.abc import Iterable
from datetime import UTC, datetime, timedelta

from fii_widgets.dossier.file.open import open_text
from fii_widgets.dossier.records import Dossier, ReviewState
from tests.browser import driver
from tests.browser.conftest import Place
from tests.browser.driver.chromium import Chromium
from tests.browser.handbook import DOSSIER, as_file, choose, dossier, goto, in_sight, kept, see
from tests.browser.meetings.test_meetings import close, start, tick
from tests.browser.team.test_team import TEAM
from tests.proof.ground import Ground
from tests.proof.page import CLICK
from tests.proof.tally import Tally

BASE = datetime(2026, 11, 1, 10, tzinfo=UTC)
ODD = (
    "2025-12-31T22:59:59Z", "2025-12-31T23:00:01Z", "2026-12-31T23:59:59Z", "2027-01-01T00:00:00Z", "2026-03-29T00:59:59Z",
    "2026-03-29T01:00:01Z", "2026-10-25T00:30:00Z", "2026-10-25T01:30:00Z", "2027-03-28T00:30:00Z", "2026-02-28T23:30:00Z",
    "2027-03-01T00:00:00Z", "2028-02-29T12:00:00Z",
)  # fmt: skip
MOMENTS = [
    *(BASE + timedelta(days=days) for days in range(-400, 401, 25)),
    *(datetime.fromisoformat(one) for one in ODD),
]
SHOWS = '(given) => Object.entries(given).every(([item, light]) => document.querySelector(`[name="${item}"]:checked`)?.value === light)'


def run(ground: Ground, seeds: Iterable[int], tally: Tally) -> None:
    """Fill in on the first day, go on at the moment of the seed, come back to the first day."""
    with ground.browser("chromium", timezone_id="Europe/Amsterdam") as browser:
        for seed in seeds:
            before = len(browser.seen.errors())
            with tally.trying(seed, str(MOMENTS[seed])), ground.place("http") as place:
                try:
                    live(browser, place, ground, seed)
                except AssertionError as error:
                    tally.note("lost", seed, f"{MOMENTS[seed]}: {' '.join(str(error).split())[-400:]}")
            if wrong := browser.seen.errors()[before:]:
                tally.note("hung", seed, f"{MOMENTS[seed]}: {wrong[0][:300]}")


def live(browser: driver.Browser, place: Place, ground: Ground, seed: int) -> None:
    """Raise AssertionError as soon as something is gone, or a file does not open."""
    assert isinstance(browser, Chromium)
    tab = browser.tab()
    moment = MOMENTS[seed]
    given: dict[str, str] = {}
    browser.context.clock.set_fixed_time(BASE)
    goto(tab, place.url(DOSSIER, "#stoplicht-1"))
    choose(tab, "s1-01", "groen")
    choose(tab, "s1-04", "oranje")
    kept(tab)
    given |= {"s1-01": "groen", "s1-04": "oranje"}

    browser.context.clock.set_fixed_time(moment)
    comes_again(tab, given)
    reminded(tab, moment)
    given |= {item: tab.call(CLICK, item) for item in ("s1-01", "s1-02")}
    colleague(tab, ground, given)
    hold(tab, moment)
    saved(tab, given, 1)

    browser.context.clock.set_fixed_time(BASE + timedelta(hours=random.Random(seed).randint(1, 40)))
    comes_again(tab, given)
    given |= {item: tab.call(CLICK, item) for item in ("s1-01", "s1-05")}
    comes_again(tab, given)
    saved(tab, given, 1)
    tab.close()


def comes_again(tab: driver.Tab, given: dict[str, str]) -> None:
    kept(tab)
    tab.reload()
    in_sight(tab, given)
    tab.wait_until(SHOWS, given)


def reminded(tab: driver.Tab, moment: datetime) -> None:
    """After a week without a file the page says so; with a clock that went back it says nothing false."""
    said = tab.text("[data-fii-reminder]") or tab.text("[data-fii-status]")
    days = (moment - BASE).days
    assert ("U hebt al" in said) == (days >= 7), f"after {days} days: {said}"


def colleague(tab: driver.Tab, ground: Ground, given: dict[str, str]) -> None:
    """Take in the file of somebody whose clock is right."""
    at = (BASE + timedelta(days=1)).isoformat().replace("+00:00", ".000Z")
    other = dossier({"s1-03": {"choice": "rood"}}, saved=at)
    other["answers"]["s1-03"]["at"] = at
    see(tab, "[data-fii-team-files]")
    tab.upload("[data-fii-team-files]", as_file(ground.work, other, "collega.json"))
    tab.wait_until("() => document.activeElement.matches('[data-fii-merge-title]')")
    tab.click("[data-fii-action=merge]")
    tab.has_text(f"{TEAM} [data-fii-progress]", "samengevoegd")
    given["s1-03"] = "rood"
    tab.wait_until(SHOWS, given)


def hold(tab: driver.Tab, moment: datetime) -> None:
    """Hold a meeting, every two weeks; its phase is proposed, for it has lights."""
    see(tab, "[data-fii-meeting-start]")
    tick(tab, "overleg.ritme", "2-wekelijks")
    start(tab, moment.date().isoformat())
    close(tab)
    kept(tab)


def saved(tab: driver.Tab, given: dict[str, str], meetings: int) -> Dossier:
    """Save as a file, and read it with the desk's Python."""
    file = tab.download("[data-fii-action=save]")
    found = open_text(file.read_text("utf-8")).dossier
    file.unlink()
    assert {item: found.answers[item].choice for item in given} == given
    closed = [one for one in found.reviews.values() if one.state is ReviewState.CLOSED]
    assert len(closed) == meetings
    assert all(one.lights and one.next > one.date for one in closed), closed
    times = [event.at for event in found.history]
    assert times == sorted(times)
    return found
