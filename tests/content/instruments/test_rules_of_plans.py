"""Every rule of the plans, matrices and the monitor: one case in which it speaks, one in which it is silent."""

import pytest

from fii_widgets.dossier.answers import Answer
from fii_widgets.instrument.model import Checklist
from fii_widgets.report.cells import cells
from fii_widgets.report.instrument.rules import shown
from tests.written import handbook

TEAM = {"tm-wie@1": "AB", "tm-wie@2": "CD"}
COVERED = {f"tm-{n}@1": "ja" for n in range(1, 6)}
LEVELS = ("wethouder", "raadslid", "beleid", "lijn", "projectleider", "uitvoerder", "burger")


def rows(item: str, *values: str) -> dict[str, str]:
    """One value a row, from the first row on."""
    return {f"{item}@{row}": value for row, value in enumerate(values, 1)}


#: (rule, answers with which it speaks, answers with which it is silent)
CASES = {
    "a client is named": ("ok-r1", {"ok-tijd": "een jaar"}, {"ok-opdrachtgever": "de directie"}),
    "the question is bounded": ("ok-r2", {"ok-doel": "schuldenvrij"}, {"ok-doel": "x", "ok-groep": "y"}),
    "the frames are known": (
        "ok-r3",
        {"ok-tijd": "een jaar"},
        {"ok-tijd": "1", "ok-geld": "2", "ok-schaal": "3", "ok-mankracht": "4"},
    ),
    "the question behind the question": ("ok-r4", {"ok-doel": "x"}, {"ok-achter": "bejegening"}),
    "two organisations at least": ("sl-r1", rows("sl-01", "A"), rows("sl-01", "A", "B")),
    "four organisations at most": ("sl-r2", rows("sl-01", *"ABCDE"), rows("sl-01", *"ABCD")),
    "one person is a manager, with the trade-off": ("tm-r1", {"tm-wie@1": "AB"}, TEAM),
    "two or three persons": ("tm-r2", rows("tm-wie", "a", "b", "c", "d"), rows("tm-wie", "a", "b", "c")),
    "both organisations": (
        "tm-r3",
        rows("tm-organisatie", "gevend", "derden"),
        rows("tm-organisatie", "gevend", "ontvangend"),
    ),
    "leadership covered": ("tm-r4", TEAM | COVERED | {"tm-1@1": "nee"}, TEAM | COVERED),
    "content covered": ("tm-r5", TEAM | COVERED | {"tm-2@1": "deels"}, TEAM | COVERED),
    "practice covered": ("tm-r6", TEAM | COVERED | {"tm-3@1": "onbekend"}, TEAM | COVERED),
    "communication covered": ("tm-r7", TEAM | COVERED | {"tm-4@1": "nee"}, TEAM | COVERED),
    "coordination covered": ("tm-r8", TEAM | COVERED | {"tm-5@1": "nee"}, TEAM | COVERED),
    "already a large responsibility": ("tm-r9", TEAM | {"tm-zwaar@2": "ja"}, TEAM | {"tm-zwaar@2": "nee"}),
    "a mandate": ("tm-r10", TEAM, TEAM | {"tm-8": "ja"}),
    "an empty level is shown": ("sk-r1", rows("sk-niveau", *LEVELS[:-1]), rows("sk-niveau", *LEVELS)),
    "an empty party is shown": (
        "sk-r2",
        rows("sk-partij", "gevend", "derden"),
        rows("sk-partij", "gevend", "derden", "ontvangend"),
    ),
    "green light": ("sk-r3", rows("sk-groen", "ja", "nog-niet"), rows("sk-groen", "ja", "nvt")),
    "ownership tilts": (
        "pa-r1",
        rows("pa-organisatie", "gevend", "gevend", "gevend", "ontvangend"),
        rows("pa-organisatie", "gevend", "gevend", "ontvangend"),
    ),
    "a dot on the horizon": ("pa-r2", rows("pa-stap", "start"), {"pa-stip": "elk wijkteam"}),
    "an owner for every task": ("pa-r3", rows("pa-taak", "a"), rows("pa-taak", "a") | rows("pa-trekker", "AB")),
    "a rhythm": ("pa-r4", {"pa-stip": "x"}, {"pa-ritme": "maandelijks"}),
    "a way in": ("ip-r1", rows("ip-1-wat", "cursus"), {"ip-2-werving": "via de huisarts"}),
    "a reach with a date": ("ip-r2", {"ip-3-aantal": "120"}, {"ip-3-aantal": "120", "ip-3-datum": "2027-12-31"}),
    "an action for every condition": (
        "ip-r3",
        rows("ip-4-conditie", "verwijzing"),
        rows("ip-4-conditie", "verwijzing") | rows("ip-4-actie", "bellen") | rows("ip-4-wie", "AB"),
    ),
    "not everything on one plate": (
        "ip-r4",
        rows("ip-taak-rol", "praktijk", "praktijk", "praktijk"),
        rows("ip-taak-rol", "praktijk", "management", "beleid"),
    ),
    "selection before training": (
        "sc-r1",
        {"sc-weten": "ja"},
        {"sc-competenties": "ja", "sc-instelling": "ja", "sc-motivatie": "nee"},
    ),
    "three aims of training": ("sc-r2", {"sc-weten": "ja"}, {"sc-weten": "ja", "sc-voelen": "ja", "sc-kunnen": "ja"}),
    "coaching after training": ("sc-r3", {"sc-weten": "ja"}, {"sc-vorm": "intervisie"}),
    "not reached leads to causes": (
        "om-r1",
        rows("om-5-doel", "100") | rows("om-5-bereikt", "60"),
        rows("om-5-doel", "1.000") | rows("om-5-bereikt", "1.000"),
    ),
    "one definition before areas are compared": (
        "om-r2",
        rows("om-5-telt", "een keer", "alle keren"),
        rows("om-5-telt", "Een keer", "een keer"),
    ),
    "a definition of taking part": ("om-r3", rows("om-1", "cursus"), rows("om-5-telt", "een keer")),
    "a target with a date": (
        "om-r4",
        rows("om-5-doel", "100"),
        rows("om-5-doel", "100") | rows("om-5-datum", "2027-12-31"),
    ),
    "two checks at the end": ("ok-r5", {"ok-haalbaar": "ja"}, {"ok-haalbaar": "ja", "ok-ambitieus": "nee"}),
    "politics and policy": ("ok-r6", {"ok-tijd": "x"}, {"ok-politiek": "zwaar", "ok-beleid": "geen"}),
    "content and operations in balance": ("pa-r5", {"pa-stip": "x"}, {"pa-balans": "ja", "pa-inhoud": "de bedoeling"}),
    "a formal start": ("pa-r6", {"pa-stip": "x"}, {"pa-start": "2027-03-01", "pa-erbij": "leiding"}),
    "the way is drawn at the start": (
        "pa-r7",
        {"pa-start": "2027-03-01"} | rows("pa-stap-datum", "2027-04-01", "2027-02-01"),
        {"pa-start": "2027-03-01"} | rows("pa-stap-datum", "2027-04-01", "2027-03-01"),
    ),
    "hours for everyone": ("tm-r11", TEAM, {"tm-wie@1": "AB", "tm-uren@1": "8"}),
    "real affinity": ("tm-r12", TEAM | {"tm-9@2": "deels"}, TEAM | {"tm-9@2": "ja"}),
    "selection, then training, then coaching": (
        "sc-r4",
        {"sc-selectie-datum": "2027-05-01", "sc-coaching-datum": "2027-04-01"},
        {"sc-selectie-datum": "2027-03-01", "sc-training-datum": "2027-03-01", "sc-coaching-datum": "2027-04-01"},
    ),
    "a date to look back": ("sc-r5", {"sc-weten": "ja"}, {"sc-terug": "2027-09-01"}),
    "resistance gets attention": (
        "sc-r6",
        rows("sc-groep", "wijkteam"),
        rows("sc-groep", "wijkteam") | rows("sc-weerstand", "praten"),
    ),
    "start small in one or two areas": (
        "ip-r5",
        rows("ip-wijk-stap", "pilot", "pilot", "pilot"),
        rows("ip-wijk-stap", "pilot", "pilot", "later"),
    ),
    "one plan for the city, a variant for each area": (
        "ip-r6",
        rows("ip-wijk", "Noord"),
        rows("ip-wijk", "Noord") | rows("ip-wijk-anders", "andere dag"),
    ),
    "learn after the start": (
        "ip-r7",
        rows("ip-wijk-start", "2027-05-01") | rows("ip-wijk-leren", "2027-04-01"),
        rows("ip-wijk-start", "2027-05-01") | rows("ip-wijk-leren", "2027-08-01"),
    ),
    "reach comes after the start": (
        "ip-r8",
        rows("ip-1-wanneer", "2027-05-01") | {"ip-3-datum": "2027-04-01"},
        rows("ip-1-wanneer", "2027-05-01") | {"ip-3-datum": "2028-05-01"},
    ),
    "improve before going wider": (
        "ip-r9",
        rows("ip-wijk", "Noord"),
        rows("ip-wijk", "Noord") | rows("ip-wijk-leren", "2027-08-01"),
    ),
    "successes are named": ("om-r5", rows("om-1", "cursus"), {"om-trots": "veertig mensen"}),
    "six kinds of information": (
        "om-r6",
        rows("om-1", "cursus"),
        {"om-1@1": "a", "om-2-waar@1": "b", "om-2-wie@1": "c", "om-3@1": "d", "om-4@1": "ja", "om-6@1": "nvt"},
    ),
    "when, and with whom": ("lb-r3", rows("lb-wat", "x"), rows("lb-datum", "2027-01-01") | rows("lb-met-wie", "BC")),
    "why, or why not": ("lb-r1", rows("lb-wat", "start"), rows("lb-waarom", "er is geld")),
    "who was told": ("lb-r2", rows("lb-wat", "start"), rows("lb-verteld", "alle coaches")),
}


def speaking(rule: str, given: dict[str, str]) -> dict[str, str]:
    """Return the sentences of the rules that speak in the instrument that has this rule."""
    instrument = next(
        one.instrument
        for one in handbook().instruments.values()
        if isinstance(one.instrument, Checklist) and any(known.id == rule for known in one.instrument.rules)
    )
    choices = {item.id for item in instrument.items if item.options}
    answers = {
        key: Answer(choice=value) if key.partition("@")[0] in choices else Answer(note=value)
        for key, value in given.items()
    }
    assert {key.partition("@")[0] for key in given} <= {item.id for item in instrument.items}
    return {one.rule.id: one.text for one in shown(instrument, cells(instrument, answers), answers)}


@pytest.mark.parametrize(("rule", "fires", "silent"), CASES.values(), ids=CASES)
def test_rule(rule: str, fires: dict[str, str], silent: dict[str, str]) -> None:
    told = speaking(rule, fires)
    assert rule in told
    assert "{" not in told[rule]
    assert rule not in speaking(rule, silent)


def test_every_rule_of_these_instruments_has_a_case() -> None:
    tried = {rule for rule, _, _ in CASES.values()}
    mine = {rule.partition("-")[0] for rule in tried}
    rules = {
        rule.id
        for one in handbook().instruments.values()
        if isinstance(one.instrument, Checklist)
        for rule in one.instrument.rules
    }
    assert {rule for rule in rules if rule.partition("-")[0] in mine} == tried


def test_what_is_unknown_tilts_to_no_side() -> None:
    assert "pa-r1" not in speaking("pa-r1", rows("pa-organisatie", "onbekend", "onbekend", "onbekend"))


def test_the_levels_without_anyone_are_named() -> None:
    told = speaking("sk-r1", rows("sk-niveau", *LEVELS[2:]))
    assert "wethouder, gemeenteraadslid." in told["sk-r1"]


def test_the_row_that_fell_short_is_named_with_its_numbers() -> None:
    told = speaking("om-r1", rows("om-5-doel", "100", "50") | rows("om-5-bereikt", "100", "40"))
    assert "regel 2 (40 van 50)" in told["om-r1"]


def test_the_shortlist_has_room_for_one_too_many_and_says_what_to_do_then() -> None:
    """A limit that no form can pass would never speak; and too few is another advice than too many."""
    shortlist = handbook().instruments["shortlist"].instrument
    assert isinstance(shortlist, Checklist)
    (section,) = [section for section in shortlist.sections if section.rows]
    assert section.rows is not None
    limits = {rule.id: (rule.low, rule.high) for rule in shortlist.rules if rule.section == section.id}
    assert limits == {"sl-r1": (2, 0), "sl-r2": (0, 4)}
    assert section.rows.most > 4
    assert speaking("sl-r2", rows("sl-01", *"ABCDE")).keys() & {"sl-r1", "sl-r2"} == {"sl-r2"}
    assert speaking("sl-r1", rows("sl-01", "A")).keys() & {"sl-r1", "sl-r2"} == {"sl-r1"}


def test_financing_excludes_nobody_and_chooses_the_question() -> None:
    shortlist = handbook().instruments["shortlist"].instrument
    financing = next(item for item in shortlist.items if item.id == "sl-08")
    assert {option.signal.value for option in financing.options} == {"geen"}
    assert {choice for follow_up in financing.follow_ups for choice in follow_up.on} == {
        "wettelijk",
        "extern",
        "onbekend",
    }


def test_the_monitor_asks_six_kinds_of_information() -> None:
    asked = {item.id.split("-")[1] for item in handbook().instruments["outputmonitor"].instrument.items}
    assert {kind for kind in asked if kind.isdecimal()} == set("123456")


def test_the_plan_asks_four_questions() -> None:
    plan = handbook().instruments["implementatieplan"].instrument
    assert isinstance(plan, Checklist)
    assert [section.id for section in plan.sections] == ["ip-1", "ip-2", "ip-3", "ip-4", "ip-taken", "ip-wijken"]
