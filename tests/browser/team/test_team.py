"""A team without a server: own copies, filled in blind, all files merged at once, the spread, and back again; wijken."""

import json
import shutil
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from fii_widgets.dossier.answers import Answer
from fii_widgets.dossier.file.read import read_dossier
from fii_widgets.dossier.records import Dossier, Member
from fii_widgets.dossier.write import text
from tests.browser.axe import AXE, violations
from tests.browser.conftest import Place, Shared
from tests.browser.driver import Tab
from tests.browser.driver.chromium import ChromiumTab
from tests.browser.handbook import DOSSIER, as_file, choose, dossier, forget_all, goto, holding, holds, kept, take
from tests.browser.served import Server

TEAM = "[data-fii-widget=team]"
PLACES = "[data-fii-widget=places]"
SPREAD = "[data-fii-spread]"
KEEPER = "[data-fii-keeper]"
CHOOSE = """(select, value) => { const found = document.querySelector(select);
  found.value = value; found.dispatchEvent(new Event('change', { bubbles: true })); }"""
WHOM = """(names) => document.querySelectorAll('[data-fii-whom] label').forEach((label) => {
  label.querySelector('input').checked = names.includes(label.textContent); })"""
LISTS = "[...document.querySelectorAll('[data-fii-list]')].filter((list) => list.checkVisibility()).map(({ id }) => id)"
AT = "2026-11-01T10:00:00.000Z"


def add(tab: Tab, box: str, *typed: str) -> None:
    """Add a record and type in its fields, one after the other."""
    before = tab.count(f"{box} [data-fii-record]")
    tab.click(f"{box} [data-fii-action=add-record]")
    tab.wait_until("(box, n) => document.querySelectorAll(`${box} [data-fii-record]`).length > n", box, before)
    for words in typed:
        tab.type(words)
        tab.press("Tab")


def ask(tab: Tab, *members: str) -> Path:
    """Ask these members what is chosen; one file comes."""
    tab.call(WHOM, list(members))
    return tab.download(f"{TEAM} [data-fii-action=ask-team]")


def take_whole(tab: Tab, file: Path) -> None:
    """Open a file in the place of what is here, and wait until it is."""
    take(tab, file)
    tab.has_text("[data-fii-progress]", f"De antwoorden uit {file.name} staan nu in uw dossier.")


def save_as(tab: Tab, file: Path) -> Path:
    """Save under a name of its own: the page calls every file of a day the same."""
    return Path(shutil.move(tab.download("[data-fii-action=save]"), file))


def choice_of(file: Path, item: str) -> str:
    return read_dossier(json.loads(file.read_text("utf-8"))).answers[item].choice


@pytest.mark.parametrize(("kind", "place"), [("chromium", "http"), ("firefox", "file")], indirect=["place"])
def test_a_team_fills_in_blind_and_merges(shared: Shared, kind: str, place: Place, tmp_path: Path) -> None:
    tab = shared(kind).tab()
    forget_all(tab, place)
    goto(tab, place.url(DOSSIER, "#team"))
    add(tab, TEAM, "PL <b>", "kern")
    add(tab, TEAM, "Wijkteam", "uitvoerders")
    kept(tab)
    copies = [ask(tab, name) for name in ("PL <b>", "Wijkteam")]
    assert [file.name.split("-")[1] for file in copies] == ["pl", "wijkteam"]
    team = save_as(tab, tmp_path / "team.json")

    filled = []
    for file, name, chosen in zip(copies, ("PL <b>", "Wijkteam"), ("rood", "groen"), strict=True):
        take_whole(tab, file)
        tab.has_text("[data-fii-own-copy-title]", f"Dit is het exemplaar van {name}")
        assert [tab.is_visible(f"[data-fii-to={one}]") for one in ("team", "overleg", "lijsten")] == [
            False,
            False,
            True,
        ]
        holds(tab, {"s1-01": ("", "")})  # blind: nothing of whoever filled in before
        goto(tab, place.url(DOSSIER, "#stoplicht-1"))
        choose(tab, "s1-01", chosen)
        kept(tab)
        filled.append(save_as(tab, tmp_path / f"van {chosen}.json"))
        assert choice_of(filled[-1], "s1-01") == chosen

    take_whole(tab, team)
    goto(tab, place.url(DOSSIER, "#team"))
    assert not tab.is_visible("[data-fii-own-copy-title]")
    bad = as_file(tmp_path, '{"kind": "fii-dossier", "__proto__": {}}', "kwaad <i>.json")
    tab.upload("[data-fii-team-files]", *filled, bad)
    tab.wait_until("() => document.activeElement.matches('[data-fii-merge-title]')", seconds=90)
    tab.has_text("[data-fii-merge-lead]", "2 bestanden zijn gelezen. Er is nog niets veranderd.")
    tab.has_text("[data-fii-merge-body]", f"{filled[0].name}: de antwoorden staan nu bij PL <b>.")
    tab.has_text("[data-fii-refused-list]", "kwaad <i>.json bevat een naam die in een dossier niet mag staan.")
    assert "rood" not in tab.text(SPREAD)  # nothing before the reader says so
    tab.click("[data-fii-action=merge]")
    tab.has_text(SPREAD, "1 groen, 1 rood", seconds=90)
    tab.has_text(f"{TEAM} [data-fii-records] li:first-child [data-fii-back]", "Teruggekomen: Stoplicht fase 1")
    tab.has_text(SPREAD, "Groepen van minder dan 3 staan niet apart.")
    tab.click('label:has(> input[name="team.open"][value="open"])')
    tab.has_text(SPREAD, "Dit team werkt open")
    kept(tab)
    written = tab.download("[data-fii-action=save]").read_text("utf-8")
    saved = read_dossier(json.loads(written))
    assert text(saved) == written
    assert sorted(one.answers["s1-01"].choice for one in saved.members.values()) == ["groen", "rood"]
    assert (saved.member, saved.answers) == ("", {})

    tab.click("[data-fii-action=undo-merge]")
    tab.has_text(SPREAD, "Hier ziet u straks hoeveel leden iets kozen")
    assert tab.count(f"{TEAM} [data-fii-records] li") == 2
    tab.upload("[data-fii-team-files]", bad)
    tab.has_text("[data-fii-merge-lead]", "Geen van deze bestanden doet mee.")
    assert not tab.is_visible("[data-fii-action=merge]")
    forget_all(tab, place)
    tab.close()


def test_what_stands_here_becomes_the_answers_of_a_member(shared: Shared, server: Server) -> None:
    """Who filled in here and has no copy: what stands in the dossier becomes the answers of their line, and can be taken back."""
    tab = shared("chromium").tab()
    place = Place("http", server.url)
    forget_all(tab, place)
    goto(tab, place.url(DOSSIER, "#team"))
    add(tab, TEAM, "PL", "kern")
    fill = f"{TEAM} [data-fii-records] [data-fii-action=fill-member]"
    tab.click(fill)
    tab.has_text(f"{TEAM} [data-fii-record-alert]", "In dit dossier is hiervan nog niets ingevuld.")
    choose(tab, "s1-01", "rood")
    tab.click("[data-fii-to=team]")
    tab.click(fill)
    tab.has_text(f"{TEAM} [data-fii-progress]", "Bij PL staat nu 1 antwoord uit dit dossier.")
    tab.has_text(SPREAD, "1 teamlid.", seconds=90)
    kept(tab)
    saved = read_dossier(json.loads(tab.download("[data-fii-action=save]").read_text("utf-8")))
    assert [{item: one.choice for item, one in member.answers.items()} for member in saved.members.values()] == [
        {"s1-01": "rood"}
    ]
    tab.click(f"{TEAM} [data-fii-action=undo-merge]")
    tab.wait_until("(s) => !document.querySelector(s).textContent.includes('1 teamlid.')", SPREAD)
    tab.close()


@pytest.mark.parametrize(("kind", "place"), [("chromium", "http"), ("firefox", "file")], indirect=["place"])
def test_the_keepers_own_answers_count_without_a_press(shared: Shared, kind: str, place: Place, tmp_path: Path) -> None:
    """Said once who keeps the dossier, what stands in it counts as theirs, whatever is changed since."""
    others = {
        "m-1": Member(at=AT, label="PL"),
        "m-2": Member(at=AT, label="KV", answers={"s1-01": Answer(choice="groen", at=AT)}),
    }
    own = {id_: Answer(choice="rood", at=AT) for id_ in ("s1-01", "s2-01")}
    tab = shared(kind).tab()
    holding(tab, place, tmp_path, text(Dossier(edition="handboek-fii", answers=own, members=others)))
    goto(tab, place.url(DOSSIER, "#stand"))
    tab.has_text("[data-fii-stand-part=further]", "1 exemplaar van het team is nog niet terug")
    goto(tab, place.url(DOSSIER, "#team"))
    tab.has_text(SPREAD, "2 teamleden.", seconds=90)
    assert "1 rood" not in tab.text(SPREAD)
    tab.call(CHOOSE, KEEPER, "m-1")
    tab.has_text(f"{TEAM} [data-fii-progress]", "Wat in dit dossier staat, telt nu mee voor PL.")
    tab.has_text(SPREAD, "1 groen, 1 rood", seconds=90)
    assert "Stoplicht fase 2" not in tab.text(SPREAD)  # no other member filled that in
    tab.has_text(
        f"{TEAM} [data-fii-records] li:first-child [data-fii-back]", "Telt mee met wat in dit dossier is ingevuld."
    )
    assert not tab.is_visible(f"{TEAM} [data-fii-records] li:first-child [data-fii-action=fill-member]")
    choose(tab, "s1-01", "groen")
    kept(tab)
    goto(tab, place.url(DOSSIER, "#team"))  # it is remembered, and follows what changed
    tab.has_text(SPREAD, "2 teamleden.", seconds=90)
    assert "1 rood" not in tab.text(SPREAD)
    assert tab.call("(s) => document.querySelector(s).value", KEEPER) == "m-1"
    goto(tab, place.url(DOSSIER, "#stand"))
    assert "exemplaar" not in tab.text("[data-fii-stand-part=further]")
    saved = read_dossier(json.loads(tab.download("[data-fii-action=save]").read_text("utf-8")))
    assert (saved.keeper.text if saved.keeper else "") == "m-1"
    assert dict(saved.members["m-1"].answers) == {}  # nothing was copied
    goto(tab, place.url(DOSSIER, "#team"))
    tab.call(CHOOSE, KEEPER, "")
    tab.has_text(f"{TEAM} [data-fii-progress]", "Wat in dit dossier staat, telt voor geen lid mee.")
    forget_all(tab, place)
    tab.close()


@pytest.mark.parametrize(("kind", "place"), [("chromium", "http"), ("firefox", "file")], indirect=["place"])
def test_each_is_asked_for_lists_and_sees_those_alone(shared: Shared, kind: str, place: Place, tmp_path: Path) -> None:
    """One member is asked something else than another; a copy leads to its lists, and once these are done to the file."""
    tab = shared(kind).tab()
    forget_all(tab, place)
    goto(tab, place.url(DOSSIER, "#team"))
    assert not tab.is_visible("[data-fii-ask]")  # nobody to ask yet
    add(tab, TEAM, "Ans", "kern")
    add(tab, TEAM, "Bo", "kern")
    tab.click("[data-fii-ask] summary")
    for member, list_ in (("Bo", "pijlers"), ("Ans", "startpunt")):
        tab.click(f'label:has(> input[name="team.vraag"][value="{list_}"])')
        copy = ask(tab, member)
        tab.click(f'label:has(> input[name="team.vraag"][value="{list_}"])')
    tab.has_text(f"{TEAM} [data-fii-progress]", "Er is 1 bestand gemaakt, voor Ans.")
    tab.has_text("[data-fii-ask-files]", f"Het bestand voor Ans: {copy.name}")
    tab.has_text(f"{TEAM} [data-fii-back]", "Startpuntwijzer: nog open")
    tab.has_text(f"{TEAM} [data-fii-back]", "Drie dragers en vier fasen: nog open")
    tab.call(WHOM, [])
    tab.click("[data-fii-action=ask-team]")
    tab.has_text("[data-fii-ask-alert]", "Kies eerst aan wie u iets vraagt.")
    kept(tab)
    team = save_as(tab, tmp_path / "team.json")
    assert sorted(one.asked for one in read_dossier(json.loads(team.read_text("utf-8"))).members.values()) == [
        "pijlers",
        "startpunt",
    ]

    forget_all(tab, place)
    goto(tab, place.url(DOSSIER))
    take(tab, copy)
    tab.wait_until("() => document.activeElement.matches('[data-fii-own-copy-title]')")
    tab.has_text("[data-fii-own-copy-title]", "Dit is het exemplaar van Ans")
    assert tab.evaluate(LISTS) == ["startpunt"]
    tab.click("[data-fii-action=all-lists]")
    assert tab.evaluate(f"{LISTS}.length") > 1
    tab.click("[data-fii-action=all-lists]")
    choose(tab, "sp-01", "ja")
    tab.has_text("[data-fii-asked]", "1 van 2 punten ingevuld")
    assert not tab.is_visible("[data-fii-copy-next]")  # one point is left
    choose(tab, "sp-02", "nee")
    tab.has_text("[data-fii-copy-next]", "Klaar: de lijst die u is gevraagd, is ingevuld.")
    tab.has_text("[data-fii-asked]", "klaar")
    kept(tab)
    filled = tab.download("[data-fii-copy-next] [data-fii-action=give-back]")
    assert filled.name.startswith("dossier-fii-ans-")
    tab.has_text("[data-fii-copy-next]", f"Het bestand is gemaakt: {filled.name}.")
    filled = Path(shutil.move(filled, tmp_path / filled.name))

    forget_all(tab, place)
    goto(tab, place.url(DOSSIER))
    take_whole(tab, team)
    goto(tab, place.url(DOSSIER, "#team"))
    tab.upload("[data-fii-team-files]", filled)
    tab.wait_until("() => document.activeElement.matches('[data-fii-merge-title]')", seconds=90)
    assert "verschil" not in tab.text("[data-fii-merge-body]")
    tab.click("[data-fii-action=merge]")
    tab.has_text(f"{TEAM} [data-fii-back]", "Startpuntwijzer: terug, laatste antwoord van", seconds=90)
    tab.has_text(f"{TEAM} [data-fii-back]", "Drie dragers en vier fasen: nog open")
    tab.click("[data-fii-to=stand]")
    tab.has_text("[data-fii-stand-part=further]", "1 exemplaar van het team is nog niet terug")
    forget_all(tab, place)
    tab.close()


def test_wijken_stand_side_by_side(shared: Shared, server: Server, tmp_path: Path) -> None:
    tab = shared("chromium").tab()
    place = Place("http", server.url)
    forget_all(tab, place)
    goto(tab, place.url(DOSSIER, "#wijken"))
    add(tab, PLACES, "Noord")
    add(tab, PLACES, "Zuid")
    button = f"{PLACES} [data-fii-records] li:nth-child({{}}) [data-fii-action={{}}]"
    tab.click(button.format(1, "fill-here"))
    tab.has_text(f"{PLACES} [data-fii-record-alert]", "In dit dossier is hiervan nog niets ingevuld.")
    tab.call(
        """() => { const what = document.querySelector('[data-fii-what]'); what.value = 'stoplicht-1';
        what.dispatchEvent(new Event('change', {bubbles: true})); }"""
    )
    tab.click(button.format(1, "gone"))
    tab.has_text(f"{PLACES} [data-fii-progress]", "Noord staat niet meer bij de wijken.")
    tab.click(f"{PLACES} [data-fii-gone] summary")
    tab.click(f"{PLACES} [data-fii-gone] [data-fii-action=back]")
    tab.has_text(f"{PLACES} [data-fii-progress]", "Noord staat weer bij de wijken.")
    for n, chosen in ((1, "rood"), (2, "groen")):
        file = as_file(tmp_path, dossier({"s1-01": {"choice": chosen}, "sp-01": {"choice": "ja"}}), f"wijk-{n}.json")
        at = tab.call(
            """(n) => 1 + [...document.querySelectorAll('[data-fii-widget=places] [data-fii-records] input')]
            .findIndex((field) => field.value === n)""",
            {1: "Noord", 2: "Zuid"}[n],
        )
        tab.call(
            "(s) => { const input = document.querySelector('[data-fii-place-file]'); input.click = () => {};"
            " document.querySelector(s).click(); }",
            button.format(at, "fill-file"),
        )
        tab.upload("[data-fii-place-file]", file)
        tab.has_text(f"{PLACES} [data-fii-progress]", f"staat nu 1 antwoord uit wijk-{n}.json.")
    tab.has_text("[data-fii-beside]", "Noord", seconds=90)
    tab.has_text("[data-fii-beside]", "Rood")
    tab.click("[data-fii-action=undo-place]")
    tab.wait_until("() => !document.querySelector('[data-fii-beside]').textContent.includes('Rood')")
    tab.close()


def test_a_filled_team_passes_axe(chromium: Browser, server: Server, tmp_path: Path) -> None:
    context = chromium.new_context(reduced_motion="reduce")
    context.add_init_script(path=AXE)
    tab = ChromiumTab(context.new_page(), tmp_path / "downloads")
    goto(tab, f"{server.url}/{DOSSIER}#team")
    sides = ("gevend", "ontvangend")
    members = {
        f"m-{n}": {
            "at": AT, "label": f"Lid {n}", "role": "kern", "side": sides[n % 2], "gone": False,
            "answers": {"s1-01": {"choice": ("rood", "groen", "oranje")[n % 3], "at": AT}},
        }
        for n in range(6)
    }  # fmt: skip
    filled = dossier({}, schema=2, members=members)
    del filled["actions"]
    tab.upload("[data-fii-team-files]", as_file(tmp_path, filled, "a.json"), as_file(tmp_path, "x", "b.json"))
    tab.wait_until("() => document.activeElement.matches('[data-fii-merge-title]')", seconds=90)
    found = violations(tab.page, [("light", 320)])
    tab.click("[data-fii-action=merge]")
    tab.has_text(SPREAD, "Alle punten, per lijst", seconds=90)
    tab.click(f"{SPREAD} [data-fii-later=stoplicht-1] summary")
    tab.has_text(SPREAD, "Gevende organisatie (3)")
    found += violations(tab.page, [("dark", 1280)])
    context.close()
    assert found == []
