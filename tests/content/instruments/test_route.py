"""One route a phase: at most two of its lists, with the reason on the page of lists; each list says with whom and how long."""

import re
from dataclasses import replace

from fii_widgets.instrument.checks.routes import MOST, check_route
from fii_widgets.instrument.model import Instrument
from fii_widgets.render.form.facts import duration
from fii_widgets.render.frames.groups import group_of, grouped
from tests.written import EACH_INSTRUMENT, instruments
from tests.written import instrument as written
from tools.paths import ROOT

#: words a minute, read aloud
ALOUD = 130


def refused(lists: list[Instrument]) -> list[str]:
    told: list[str] = []
    for one in lists:
        check_route(one, [other for other in lists if other is not one], lambda _, message: told.append(message))
    return told


def test_no_group_of_lists_has_more_than_two_on_its_route_and_each_has_one() -> None:
    counts = {group.key: sum(one.route for one in group.lists) for group in grouped(instruments())}
    assert list(counts) == ["elk", "1", "2", "3", "4", "5", "6", "wijk"]
    assert all(1 <= count <= MOST for count in counts.values()), counts
    assert refused(instruments()) == []


def test_the_stoplight_is_on_the_route_of_each_phase() -> None:
    assert all(one.route for one in instruments() if one.id.startswith("stoplicht-"))


def test_a_third_list_is_refused_and_only_the_last() -> None:
    wrong = [replace(one, route=True) if one.id == "shortlist" else one for one in instruments()]
    assert refused(wrong) == ["de route van fase 2 heeft al 'shortlist' en 'plan-van-aanpak'. Zet er een op 'nee'."]


def test_the_page_of_lists_gives_a_reason_for_every_route() -> None:
    page = (ROOT / "docs" / "checklists" / "index.md").read_text("utf-8")
    why = page.partition("{: #cl-route }")[2].partition("\n## ")[0]
    named = set(re.findall(r"\(([a-z-]+)\.md\)", why))
    routes = {one.id for one in instruments() if one.route and not one.id.startswith("stoplicht-")}
    assert named - routes == {"cfir"}  # the one that the guide itself says may help
    assert routes <= named


@EACH_INSTRUMENT
def test_each_list_says_with_whom_and_for_how_long(instrument: Instrument) -> None:
    assert instrument.with_whom
    assert re.fullmatch(r"\d+ minuten( per [a-zé ]+)?(, \d+ per [a-zé ]+)*", duration(instrument))


def read_aloud(one: Instrument) -> float:
    rows = {item.id for section in one.sections if section.rows for item in section.items}
    points = [item for item in one.items if item.id not in rows] or list(one.items)
    return sum(len(f"{item.text} {item.help}".split()) for item in points) / ALOUD


def stated(one: Instrument) -> int:
    return int(duration(one).partition(" ")[0])


@EACH_INSTRUMENT
def test_in_that_time_a_list_can_be_read_aloud(instrument: Instrument) -> None:
    assert read_aloud(instrument) < stated(instrument)


def test_a_time_in_which_nobody_reads_it_would_be_found() -> None:
    cfir = written("cfir")
    assert read_aloud(cfir) > stated(replace(cfir, minutes=3))


def test_a_list_of_an_organisation_stands_with_those_of_every_phase_as_going_deeper() -> None:
    own = replace(written("cfir"), read=())
    assert group_of(own) == "elk"
    (group,) = grouped([own])
    assert [key for key, _ in group.parts] == ["deeper"]
