"""What was filled in once is offered in the next instrument: one test a flow, with what offers and what does not."""

import json
import re
from dataclasses import replace

import pytest

from fii_widgets.browser import call
from fii_widgets.dossier.answers import Answer, Answers
from fii_widgets.dossier.records import Rhythm
from fii_widgets.instrument.model import Checklist, Input
from fii_widgets.instrument.settings import DOSSIER, NAME, NEXT, RHYTHM, RHYTHMS
from fii_widgets.render.form.offers import asked_in_lists
from fii_widgets.render.frames.dossier.actions import NAMES
from fii_widgets.render.frames.dossier.meetings import meetings_frame
from fii_widgets.report.instrument.offers import Group, _option, all_at_once, offers, take
from fii_widgets.report.instrument.sources import Value, same
from tests.written import handbook

SHORT = {"om-1@2": "Beweegles", "om-2-waar@2": "Zuid", "om-5-doel@2": "100", "om-5-bereikt@2": "60"}
REACHED = SHORT | {"om-5-bereikt@2": "100"}
TEAM = {"tm-wie@1": "AB", "tm-organisatie@1": "gevend", "tm-wie@2": "CD"}


def read(given: dict[str, str]) -> Answers:
    lists = (*(one.instrument for one in handbook().instruments.values()), DOSSIER)
    choices = {item.id for one in lists for item in one.items if item.options}
    return {
        key: Answer(choice=value) if key.partition("@")[0] in choices else Answer(note=value)
        for key, value in given.items()
    }


def receiver(id_: str) -> Checklist:
    found = handbook().instruments[id_].instrument
    assert isinstance(found, Checklist)
    return found


def offered(id_: str, given: dict[str, str]) -> list[Group]:
    return offers(receiver(id_), read(given))


def fills(id_: str, given: dict[str, str], flow: str) -> dict[str, str]:
    """Return what the first offer of a flow would put where; nothing where the flow offers nothing."""
    source, _, target = flow.partition(" → ")
    flows = receiver(id_).flows
    indexes = {f"{index}" for index, one in enumerate(flows) if (one.source, one.target) == (source, target)}
    assert indexes, flow
    for group in offered(id_, given):
        for offer in group.offers:
            if offer.key.partition(":")[0] in indexes:
                return {put.cell: put.choice or put.note for put in offer.puts}
    return {}


#: (receiver, flow, what was filled in, what it fills, the same with which it offers nothing)
CASES = {
    "opdrachtkaart to shortlist": (
        "shortlist", "ok-ontvanger → sl-01", {"ok-ontvanger": "Wijkteam Zuid"},
        {"sl-01@1": "Wijkteam Zuid"}, {"sl-01@3": "wijkteam  zuid"},
    ),
    "shortlist to gereedheid": (
        "gereedheid", "sl-01 → g-kandidaat", {"sl-01@2": "Wijkteam Zuid", "sl-02@2": "ja", "sl-07@2": "deels", "sl-02@1": "nee"},
        {"g-kandidaat": "Wijkteam Zuid", "g-01": "ja", "g-06": "deels"}, {"g-kandidaat": "Stichting Noord"},
    ),
    "gereedheid to shortlist": (
        "shortlist", "g-kandidaat → sl-01", {"g-kandidaat@2": "Zuid", "g-05@2": "deels", "g-07@2": "extern", "g-05": "ja"},
        {"sl-01@1": "Zuid", "sl-06@1": "deels", "sl-08@1": "extern"}, {"g-kandidaat@2": ""},
    ),
    "opdrachtkaart to plan-van-aanpak": (
        "plan-van-aanpak", "ok-doel → pa-stip", {"ok-doel": "Geen schulden"}, {"pa-stip": "Geen schulden"}, {"pa-stip": "x"},
    ),
    "gereedheid to plan-van-aanpak": (
        "plan-van-aanpak", "g-gesproken → pa-erbij", {"g-gesproken": "manager"}, {"pa-erbij": "manager"}, {"pa-erbij": "x"},
    ),
    "implementatieteam to plan-van-aanpak": (
        "plan-van-aanpak", "tm-wie → pa-trekker", TEAM | {"pa-taak@3": "bellen"},
        {"pa-trekker@3": "AB", "pa-organisatie@3": "gevend"}, {"pa-trekker@3": "EF"},
    ),
    "methodiekbeschrijving to balans": (
        "balans", "mb-v-interventie → ba-v-interventie", {"mb-v-interventie": "Samen"}, {"ba-v-interventie": "Samen"}, {"ba-v-interventie": "samen"},
    ),
    "balans to methodiekbeschrijving": (
        "methodiekbeschrijving", "ba-v-interventie → mb-v-interventie", {"ba-v-interventie": "Samen"}, {"mb-v-interventie": "Samen"}, {"mb-v-interventie": "x"},
    ),
    "opdrachtkaart to methodiekbeschrijving, the aim": (
        "methodiekbeschrijving", "ok-doel → mb-doel", {"ok-doel": "Geen\nschulden"}, {"mb-doel": "Geen\nschulden"}, {"mb-doel": "x"},
    ),
    "opdrachtkaart to methodiekbeschrijving, the group": (
        "methodiekbeschrijving", "ok-groep → mb-doelgroep", {"ok-groep": "gezinnen"}, {"mb-doelgroep": "gezinnen"}, {"mb-doelgroep": "x"},
    ),
    "opdrachtkaart to methodiekbeschrijving, the conditions": (
        "methodiekbeschrijving", "ok-voorwaarden → mb-randvoorwaarden", {"ok-voorwaarden": "een ruimte"}, {"mb-randvoorwaarden": "een ruimte"}, {"mb-randvoorwaarden": "x"},
    ),
    "methodiekbeschrijving to bruikbaarheid": (
        "bruikbaarheid", "mb-v-interventie → bi-v-interventie", {"mb-v-interventie": "Samen"}, {"bi-v-interventie": "Samen"}, {"bi-v-interventie": "x"},
    ),
    "opdrachtkaart to sleutelfiguren": (
        "sleutelfiguren", "ok-opdrachtgever → sk-wie", {"ok-opdrachtgever": "directeur", "sk-niveau@1": "lijn"}, {"sk-wie@2": "directeur"}, {"sk-wie@1": "Directeur"},
    ),
    "sleutelfiguren to draagkracht": (
        "draagkracht", "sk-wie → dr-v-aanwezig", {"sk-wie@1": "wethouder", "sk-wie@4": "AB"}, {"dr-v-aanwezig": "wethouder, AB"}, {"dr-v-aanwezig": "AB"},
    ),
    "outputmonitor to condities, a row that fell short": (
        "condities", "om-1 → cd-v-interventie", SHORT, {"cd-v-interventie": "Beweegles", "cd-v-gebied": "Zuid"}, REACHED,
    ),
    "outputmonitor to condities, the causes": (
        "condities", "om-oorzaak → cd-v-aanleiding", SHORT | {"om-oorzaak": "Niemand\nwist ervan"}, {"cd-v-aanleiding": "Niemand wist ervan"}, REACHED,
    ),
    "methodiekbeschrijving to condities": (
        "condities", "mb-v-interventie → cd-v-interventie", {"mb-v-interventie": "Samen"}, {"cd-v-interventie": "Samen"}, {"cd-v-interventie": "x"},
    ),
    "methodiekbeschrijving to cfir": (
        "cfir", "mb-v-interventie → cf-v-interventie", {"mb-v-interventie": "Samen"}, {"cf-v-interventie": "Samen"}, {"cf-v-interventie": "x"},
    ),
    "shortlist to cfir, the chosen one": (
        "cfir", "sl-gekozen → cf-v-organisatie", {"sl-gekozen": "Zuid"}, {"cf-v-organisatie": "Zuid"}, {"cf-v-organisatie": "x"},
    ),
    "shortlist to implementatieplan, the chosen one": (
        "implementatieplan", "sl-gekozen → ip-1-wie", {"sl-gekozen": "Zuid", "ip-1-wat@2": "Cursus"}, {"ip-1-wie@2": "Zuid"}, {"ip-1-wie@2": "x"},
    ),
    "shortlist to outputmonitor, the chosen one": (
        "outputmonitor", "sl-gekozen → om-2-wie", {"sl-gekozen": "Zuid", "om-1@1": "Cursus"}, {"om-2-wie@1": "Zuid"}, {"om-1@1": ""},
    ),
    "methodiekbeschrijving to pijlers": (
        "pijlers", "mb-v-interventie → pi-v-interventie", {"mb-v-interventie": "Samen"}, {"pi-v-interventie": "Samen"}, {"pi-v-interventie": "x"},
    ),
    "gereedheid to cfir": (
        "cfir", "g-kandidaat → cf-v-organisatie",
        {"g-kandidaat@2": "Zuid", "g-iii-b@2": "ja", "g-iii-d-6@2": "nee", "g-iii-c@2": "deels", "g-iii-e@2": "onbekend", "g-iii-a": "ja"},
        {"cf-v-organisatie": "Zuid", "cf-iii-b": "bevorderend", "cf-iii-d-6": "belemmerend", "cf-iii-e": "onbekend"}, {"g-kandidaat@2": ""},
    ),
    "condities to implementatieplan, the area": (
        "implementatieplan", "cd-v-gebied → ip-gebied", {"cd-v-gebied": "Zuid"}, {"ip-gebied": "Zuid"}, {"ip-gebied": "x"},
    ),
    "methodiekbeschrijving to implementatieplan": (
        "implementatieplan", "mb-v-interventie → ip-1-wat", {"mb-v-interventie": "Samen"}, {"ip-1-wat@1": "Samen"}, {"ip-1-wat@2": "Samen"},
    ),
    "opdrachtkaart to implementatieplan": (
        "implementatieplan", "ok-groep → ip-3-groep", {"ok-groep": "gezinnen"}, {"ip-3-groep": "gezinnen"}, {"ip-3-groep": "x"},
    ),
    "condities to implementatieplan, what hinders": (
        "implementatieplan", "condities → ip-4-conditie", {"cd-locatie-1": "belemmerend", "cd-locatie-1-actie": "Helling leggen"},
        {"ip-4-conditie@1": "Toegankelijkheid", "ip-4-richting@1": "hindert", "ip-4-actie@1": "Helling leggen"}, {"cd-locatie-1": "bevorderend", "cd-locatie-1-actie": ""},
    ),
    "condities to implementatieplan, what helps and has an action": (
        "implementatieplan", "condities → ip-4-conditie", {"cd-locatie-2": "bevorderend", "cd-locatie-2-actie": "Zo houden"},
        {"ip-4-conditie@1": "Goed bereikbaar", "ip-4-richting@1": "helpt", "ip-4-actie@1": "Zo houden"}, {"cd-locatie-2-actie": ""},
    ),
    "implementatieteam to implementatieplan": (
        "implementatieplan", "tm-wie → ip-4-wie", TEAM | {"ip-4-conditie@2": "Budget"}, {"ip-4-wie@2": "AB"}, {"ip-4-conditie@2": ""},
    ),
    "plan-van-aanpak to implementatieplan": (
        "implementatieplan", "pa-taak → ip-taak", {"pa-taak@1": "bellen"}, {"ip-taak@1": "bellen"}, {"ip-taak@5": "bellen"},
    ),
    "methodiekbeschrijving to strategie": (
        "strategie", "mb-v-interventie → st-v-interventie", {"mb-v-interventie": "Samen"}, {"st-v-interventie": "Samen"}, {"st-v-interventie": "x"},
    ),
    "condities to strategie, the intervention": (
        "strategie", "cd-v-interventie → st-v-interventie", {"cd-v-interventie": "Samen"}, {"st-v-interventie": "Samen"}, {"mb-v-interventie": "samen"},
    ),
    "condities to strategie, the area": (
        "strategie", "cd-v-gebied → st-v-gebied", {"cd-v-gebied": "Zuid"}, {"st-v-gebied": "Zuid"}, {"st-v-gebied": "x"},
    ),
    "condities to strategie, what to improve": (
        "strategie", "condities → st-2", {"cd-locatie-1": "belemmerend", "cd-locatie-2": "belemmerend", "cd-locatie-3": "onbekend"},
        {"st-2": "Toegankelijkheid, Goed bereikbaar"}, {"st-2": "x"},
    ),
    "implementatieplan to outputmonitor": (
        "outputmonitor", "ip-1-wat → om-1", {"ip-1-wat@1": "Cursus", "ip-1-waar@1": "Zuid"}, {"om-1@1": "Cursus", "om-2-waar@1": "Zuid"}, {"om-1@2": "cursus", "om-2-waar@2": "Noord"},
    ),
    "implementatieplan to outputmonitor, the group": (
        "outputmonitor", "ip-3-groep → om-3", {"ip-3-groep": "gezinnen", "om-1@2": "Cursus"}, {"om-3@2": "gezinnen"}, {"om-1@2": ""},
    ),
    "implementatieplan to outputmonitor, the date": (
        "outputmonitor", "ip-3-datum → om-5-datum", {"ip-3-datum": "2027-12-31", "om-1@1": "Cursus"}, {"om-5-datum@1": "2027-12-31"}, {"om-5-datum@1": "2027-06-30"},
    ),
    "the dossier to opdrachtkaart": (
        "opdrachtkaart", "dossier-naam → ok-traject", {"dossier-naam": "De Wissel"}, {"ok-traject": "De Wissel"}, {"ok-traject": "x"},
    ),
    "the dossier to eigenaarschap": (
        "eigenaarschap", "dossier-naam → ei-v-traject", {"dossier-naam": "De Wissel"}, {"ei-v-traject": "De Wissel"}, {"ei-v-traject": "x"},
    ),
    "opdrachtkaart to eigenaarschap": (
        "eigenaarschap", "ok-traject → ei-v-traject", {"ok-traject": "De Wissel"}, {"ei-v-traject": "De Wissel"}, {"dossier-naam": "de wissel"},
    ),
    "the dossier to plan-van-aanpak, the rhythm": (
        "plan-van-aanpak", "dossier-ritme → pa-ritme", {"dossier-ritme": "driemaandelijks"}, {"pa-ritme": "driemaandelijks"}, {"pa-ritme": "anders"},
    ),
    "the dossier to plan-van-aanpak, the next meeting": (
        "plan-van-aanpak", "dossier-volgende → pa-volgende", {"dossier-volgende": "2026-12-15"}, {"pa-volgende": "2026-12-15"}, {"pa-volgende": "2026-12-22"},
    ),
}  # fmt: skip
#: (a list and its point, another and its point): the same question, on scales of the same lights
SAME_QUESTION = [
    *((("stoplicht-4", one), ("draagkracht", other)) for one, other in (("s4-04", "dr-3"), ("s4-05", "dr-4"), ("s4-06", "dr-2"))),
    *((("stoplicht-6", one), ("borging", other)) for one, other in (
        ("s6-01", "bo-01"), ("s6-02", "bo-02"), ("s6-03", "bo-04"), ("s6-10", "bo-14"), ("s6-04", "bo-03"),
        ("s6-05", "bo-05"), ("s6-06", "bo-06"), ("s6-07", "bo-07"), ("s6-11", "bo-08"), ("s6-09", "bo-12"),
    )),
]  # fmt: skip
for (light, point), (other, twin) in SAME_QUESTION:
    CASES[f"{point} to {twin}"] = (other, f"{point} → {twin}", {point: "oranje"}, {twin: "deels"}, {twin: "nee"})
    CASES[f"{twin} to {point}"] = (light, f"{twin} → {point}", {twin: "nee"}, {point: "rood"}, {point: "groen"})


@pytest.mark.parametrize(("id_", "flow", "given", "filled", "silent"), CASES.values(), ids=CASES)
def test_flow(id_: str, flow: str, given: dict[str, str], filled: dict[str, str], silent: dict[str, str]) -> None:
    assert fills(id_, {}, flow) == {}
    assert fills(id_, given, flow) == filled
    assert fills(id_, given | silent, flow) == {}


def test_every_flow_has_a_case() -> None:
    tried = {(id_, flow) for id_, flow, *_ in CASES.values()}
    written = {
        (one.instrument.id, f"{flow.source} → {flow.target}")
        for one in handbook().instruments.values()
        if isinstance(one.instrument, Checklist) and "/_" not in one.file
        for flow in one.instrument.flows
    }
    assert written == tried


@pytest.mark.parametrize("pair", SAME_QUESTION, ids=lambda pair: f"{pair[0][1]}-{pair[1][1]}")
def test_a_question_that_is_asked_twice_is_about_the_same_and_ends_where_it_began(
    pair: tuple[tuple[str, str], ...],
) -> None:
    (light, point), (other, twin) = pair
    first, second = (next(one for one in receiver(id_).items if one.id == item) for id_, item in pair)
    lines = [set(re.findall(r"\d+", one.source.lines)) for one in (first, second) if one.source]
    assert lines[0] & lines[1], (first.text, second.text)
    for choice in ("groen", "oranje", "rood", "onbekend", "nvt"):
        there = fills(other, {point: choice}, f"{point} → {twin}")
        assert fills(light, there, f"{twin} → {point}") == {point: choice}
        assert fills(light, there | {point: choice}, f"{twin} → {point}") == {}


def test_a_light_that_two_choices_have_says_neither() -> None:
    item = next(one for one in receiver("draagkracht").items if one.id == "dr-aanwezig")  # two greens
    assert _option(item, Value(choice="ja", light="groen")) is None
    assert _option(item, Value(choice="deels", light="oranje")) == item.option("minder")
    assert _option(item, Value(choice="speelt-niet", light="")) is None


def test_the_names_offered_for_an_action_stand_in_the_team() -> None:
    """The frame of the meetings names items of the handbook that ask for one line in each row."""
    for id_ in NAMES:
        section = next(s for s in receiver("implementatieteam").sections if any(one.id == id_ for one in s.items))
        assert section.rows
        assert next(one for one in section.items if one.id == id_).input is Input.LINE
    html = str(meetings_frame())
    assert f'data-fii-names="{" ".join(NAMES)}"' in html
    assert 'list="overleg-namen"' in html
    assert 'id="overleg-namen"' in html


CANDIDATES = {"sl-01@1": "Zuid", "sl-01@2": "Noord", "sl-02@1": "ja", "sl-04@2": "nee", "g-03": "deels"}


def test_candidates_are_a_choice_and_nothing_is_taken_with_all() -> None:
    groups = offered("gereedheid", CANDIDATES)
    assert [(group.choose, [offer.text for offer in group.offers]) for group in groups] == [(True, ["Zuid", "Noord"])]
    assert all_at_once(groups) == []
    assert [offer.reason for offer in groups[0].offers] == [f"Uit de shortlist, kandidaat {row}" for row in (1, 2)]


def test_an_offer_says_what_comes_with_it_and_leaves_out_what_is_filled_in() -> None:
    zuid, noord = offered("gereedheid", CANDIDATES)[0].offers
    assert zuid.along == ("punt 1: Ja",)
    assert noord.along == ()  # g-03 holds the team's own answer


def test_what_is_taken_is_no_longer_offered_and_of_that_candidate_only_what_is_new() -> None:
    given = read(CANDIDATES)
    first = offers(receiver("gereedheid"), given)[0].offers[0]
    puts = take(receiver("gereedheid"), given, [first.key])
    after = {**given, **{put.cell: Answer(choice=put.choice, note=put.note) for put in puts}}
    assert offers(receiver("gereedheid"), after) == []
    later = offers(receiver("gereedheid"), {**after, "sl-05@1": Answer(choice="nee"), "sl-05@2": Answer(choice="ja")})
    assert [put.cell for group in later for offer in group.offers for put in offer.puts] == ["g-04"]


def test_all_at_once_gives_each_condition_its_own_row_and_stops_where_the_paper_ends() -> None:
    conditions = [item.id for item in receiver("condities").items][:12]
    given = read(dict.fromkeys(conditions, "belemmerend") | {"ip-4-conditie@2": "eigen"})
    groups = offers(receiver("implementatieplan"), given)
    puts = take(receiver("implementatieplan"), given, all_at_once(groups))
    leads = [put.cell for put in puts if put.cell.startswith("ip-4-conditie@")]
    assert leads == [f"ip-4-conditie@{row}" for row in range(1, 11) if row != 2]
    assert len({put.cell for put in puts}) == len(puts)


def test_nothing_goes_over_an_answer_whatever_is_taken() -> None:
    given = read(CANDIDATES)
    keys = [offer.key for group in offers(receiver("gereedheid"), given) for offer in group.offers]
    puts = take(receiver("gereedheid"), given, [*keys, "9:weg:", *keys])
    assert not {put.cell for put in puts} & set(given)
    assert [put.note for put in puts if put.cell == "g-kandidaat"] == ["Zuid"]


def test_a_text_that_is_too_long_for_its_place_is_offered_whole() -> None:
    """The field keeps all of it and says what does not fit."""
    given = SHORT | {"om-oorzaak": "a" * 400}
    assert fills("condities", given, "om-oorzaak → cd-v-aanleiding")["cd-v-aanleiding"] == "a" * 400


def test_texts_are_the_same_but_for_blanks_and_capitals() -> None:
    assert same(" Wijkteam\nZuid", "wijkteam zuid")
    assert not same("Zuid", "Noord")


def asked(**request: object) -> str:
    reply = json.loads(call(json.dumps(request)))
    assert reply["ok"], reply
    return str(reply["html"])


START = {"sp-01": {"choice": "ja"}, "sp-02": {"choice": "ja"}}


def test_startpunt_says_which_phase_and_links_to_it_and_to_its_stoplight() -> None:
    tree = handbook().instruments["startpunt"].tree
    html = asked(op="summary", instrument=tree, answers=START, root="../", index="")
    assert 'href="../model/3-innoveren/"' in html
    assert 'href="../checklists/stoplicht-3/"' in html
    open_cell = asked(op="summary", instrument=tree, answers=START | {"sp-01": {"choice": "nee"}}, root="../", index="")
    assert "stoplicht" not in open_cell  # the source names no phase there


def test_the_overview_says_where_to_begin_and_links_to_it() -> None:
    trees = [handbook().instruments[id_].tree for id_ in ("startpunt", "stoplicht-3")]
    written = {"f3": "../model/3-innoveren/"}
    html = asked(op="overview", instruments=trees, answers=START, written=written)
    assert "begint bij fase 3" in html
    assert 'Ga naar: <a href="../model/3-innoveren/">' in html
    assert html.count('href="#stoplicht-3"') == 2
    assert "Ga naar" not in asked(
        op="overview", instruments=trees, answers={"sp-01": {"choice": "ja"}}, written=written
    )


def test_an_item_that_the_team_left_out_is_offered_nothing() -> None:
    tree = handbook().instruments["gereedheid"].tree
    given = {"sl-01@2": {"note": "Wijkteam Zuid"}, "sl-02@2": {"choice": "ja"}}

    def puts(answers: dict[str, dict[str, str]]) -> list[str]:
        groups = json.loads(call(json.dumps({"op": "offers", "instrument": tree, "answers": answers})))
        assert groups["ok"], groups
        taken = {"op": "offers", "instrument": tree, "answers": answers, "take": groups["all"]}
        return [put["cell"] for put in json.loads(call(json.dumps(taken)))["puts"]]

    assert puts(given) == ["g-kandidaat", "g-01"]
    assert puts(given | {"g-01.verborgen": {"choice": "ja"}}) == ["g-kandidaat"]


def known(id_: str, *, dossier: bool, **kept: str) -> dict[str, str]:
    """What a list is offered of what the dossier knows: where it stands → what would be put here."""
    request = {
        "op": "offers",
        "instrument": handbook().instruments[id_].tree,
        "answers": {},
        "known": {f"dossier-{key}": text for key, text in kept.items()},
        "dossier": dossier,
        "root": "../../",
        "index": "",
    }
    reply = json.loads(call(json.dumps(request)))
    assert reply["ok"], reply
    taken = json.loads(call(json.dumps(request | {"take": reply["all"]})))
    hrefs = [offer["href"] for group in reply["groups"] for offer in group["offers"]]
    return dict(zip(hrefs, [put["choice"] or put["note"] for put in taken["puts"]], strict=True))


def test_what_the_dossier_knows_is_offered_and_says_where_it_stands() -> None:
    assert known("opdrachtkaart", dossier=True, naam="De Wissel") == {"#dossier-naam": "De Wissel"}
    assert known("opdrachtkaart", dossier=False, naam="De Wissel") == {"../../dossier/#dossier-naam": "De Wissel"}
    assert known("plan-van-aanpak", dossier=True, ritme="2-wekelijks") == {"#overleg": "tweewekelijks"}
    assert known("plan-van-aanpak", dossier=True, ritme="elke dag", naam="x") == {}
    assert known("opdrachtkaart", dossier=True) == {}


def test_every_rhythm_of_a_dossier_has_a_choice_in_the_lists() -> None:
    assert set(RHYTHMS.values()) == set(Rhythm)
    asked = next(item for item in receiver("plan-van-aanpak").items if item.id == "pa-ritme")
    assert set(RHYTHMS) <= {option.id for option in asked.options}


def test_the_dossier_asks_a_list_only_for_what_that_asks_once() -> None:
    lists = [one.instrument for one in handbook().published]
    assert 'data-fii-asked-in="ok-traject ei-v-traject"' in str(asked_in_lists(NAME, "#dossier-naam", lists))
    html = str(meetings_frame(lists))
    assert f'data-fii-setting="{RHYTHM}"' in html
    assert f'data-fii-setting="{NEXT}"' in html
    assert asked_in_lists(NAME, "#dossier-naam", [receiver("shortlist"), receiver("plan-van-aanpak")]) is None
    # a task of many has the name of one thing, not of the whole dossier
    plan = receiver("plan-van-aanpak")
    in_a_row = replace(plan, flows=tuple(replace(one, source=NAME) for one in plan.flows if one.target == "pa-trekker"))
    assert in_a_row.flows
    assert asked_in_lists(NAME, "#dossier-naam", [in_a_row]) is None
