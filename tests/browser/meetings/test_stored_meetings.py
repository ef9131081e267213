"""What is stored is read without Python: the minutes of a closed meeting, the lights over time, what a team chose."""

import json
from itertools import groupby
from pathlib import Path

from playwright.sync_api import Browser

from fii_widgets.dossier.records import Review, ReviewState
from fii_widgets.dossier.write import text
from fii_widgets.instrument.model import Item
from fii_widgets.report.meetings.review import review_report
from fii_widgets.report.meetings.team import team_report
from fii_widgets.words.common import day
from fii_widgets.words.scripts import WORDS_FOR_SCRIPTS
from tests import year
from tests.browser.conftest import READY, Place
from tests.browser.driver import Tab
from tests.browser.driver.chromium import ChromiumTab
from tests.browser.handbook import DOSSIER, goto, holding
from tests.browser.served import Server
from tests.written import instruments

WITHOUT = "Object.defineProperty(window, 'Worker', { value: undefined });"
PAST = "[data-fii-past-review]"
SAVE = "[data-fii-minutes-save]"
OPEN = "(where) => document.querySelectorAll(`${where} details`).forEach((fold) => { fold.open = true; })"
#: by list its lines: what it is about, and what is told of it
LINES = """(where) => Object.fromEntries([...document.querySelectorAll(`${where} details`)].map((fold) => [fold.querySelector('summary').textContent,
  [...fold.querySelectorAll('li')].map((line) => [line.querySelector('.fii-feit__wat > span:not(.fii-shape, .fii-vh, .fii-feit__bij)').textContent, line.querySelector('.fii-feit__bij').textContent])]))"""


def lines(tab: Tab, where: str) -> dict[str, list[list[str]]]:
    tab.wait_until("(where) => document.querySelector(`${where} details`) !== null", where)
    assert tab.count(f"{where} details:has(li)") <= 1  # there is too much of it to keep there
    tab.call(OPEN, where)
    tab.wait_until("(where) => document.querySelector(`${where} details li`) !== null", where)
    return dict(tab.call(LINES, where))


def runs(item: Item, held: list[Review]) -> str:
    """The lights of a point over time, the last first: each with the day from which it stood, and in how many meetings."""
    found = []
    for light, same in groupby(held, key=lambda one: one.lights.get(item.id, "")):
        option, [first, *more] = item.option(light), same
        word = option.label if option else "niets gekozen"
        found.append(
            f"{word} vanaf {day(first.date)}, {1 + len(more)} overleggen" if more else f"{word} op {day(first.date)}"
        )
    return " · ".join(reversed(found))


def test_what_is_stored_is_read_and_saved_without_python(chromium: Browser, server: Server, tmp_path: Path) -> None:
    context = chromium.new_context(accept_downloads=True)
    page = context.new_page()
    page.add_init_script(WITHOUT)
    tab = ChromiumTab(page, tmp_path / "downloads", READY)
    place = Place("http", server.url)
    dossier = year.held(3)
    holding(tab, place, tmp_path, json.loads(text(dossier)))

    # the minutes of a closed meeting: all that its paper says of lights, decisions and actions
    goto(tab, place.url(DOSSIER, "#verloop"))
    closed = [id_ for id_, one in dossier.reviews.items() if one.state is ReviewState.CLOSED]
    id_ = max(closed, key=lambda one: dossier.reviews[one].date)
    tab.click(f"{PAST.replace('past-review', 'past')} [data-fii-record='{id_}'] button")
    tab.has_text(PAST, WORDS_FOR_SCRIPTS["python.off"])
    report = review_report(dossier, id_, instruments(), dossier.reviews[id_].date)
    told = [one.text for one in report.decisions] + [one.action.text for one in (*report.made, *report.carried)]
    told += [f"{line.now.label}: {line.point.number}. {line.point.text}" for one in report.boards for line in one.lines]
    assert len(told) > 10
    shown = " ".join(tab.text(PAST).split())
    assert [one for one in told if " ".join(one.split()) not in shown] == []
    file = tab.download(SAVE)
    assert file.name == f"verslag-{dossier.reviews[id_].date}.txt"
    assert [one for one in told if one not in file.read_text("utf-8")] == []

    # the lights over time
    course = lines(tab, "[data-fii-history]")
    for board in (one for one in instruments() if one.title in course):
        held = [one for one in sorted(dossier.reviews.values(), key=lambda one: one.date) if board.phase in one.phases]
        assert [facts for _, facts in course[board.title]] == [runs(item, held) for item in board.items]
    assert course

    # what the team chose: the counts are Python's, and no group is apart
    goto(tab, place.url(DOSSIER, "#team"))
    spread = lines(tab, "[data-fii-spread]")
    of_python = team_report(dossier, instruments(), {side: side for side in ("gevend", "ontvangend", "overig")}, "x")
    assert set(spread) == {one.instrument.title for one in of_python.instruments}
    for one in of_python.instruments:
        counted = [
            sorted(
                [
                    *(f"{c.option.label}: {c.n}" for c in point.all),
                    *([f"niets gekozen: {point.silent}"] if point.silent else []),
                ]
            )
            for point in one.points
            if point.all
        ]
        assert [sorted(facts.split(" · ")) for _, facts in spread[one.instrument.title]] == counted, one.instrument.id

    # what it cannot make, it says at once, with the road that works
    goto(tab, place.url(DOSSIER, "#stukken"))
    tab.has_text("[data-fii-papers-alert]", WORDS_FOR_SCRIPTS["papers.no-python"])

    # with Python the paper comes in its place
    tab = ChromiumTab(context.new_page(), tmp_path / "downloads", READY)
    goto(tab, place.url(DOSSIER, "#verloop"))
    tab.click(f"[data-fii-past] [data-fii-record='{id_}'] button")
    tab.wait_until("(past) => document.querySelector(`${past} table`) !== null", PAST, seconds=90)
    assert not tab.count(SAVE)
    context.close()
