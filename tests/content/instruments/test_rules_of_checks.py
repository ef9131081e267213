"""Every rule of the checks and mirrors: one case in which it speaks, one in which it is silent. And what they hold."""

from functools import cache

import pytest

from fii_widgets.dossier.answers import Answer
from fii_widgets.instrument.model import UNKNOWN, Checklist, Input, Signal
from fii_widgets.report.cells import cells
from fii_widgets.report.instrument.rules import shown
from tests.written import handbook

PART = {"mb-bestanddeel@1": "naast iemand staan"}

#: (rule, answers with which it speaks, answers with which it is silent)
CASES = {
    "hindering is absence or the opposite": ("cd-r1", {"cd-buurt-1": "belemmerend"}, {"cd-buurt-1": "speelt-niet"}),
    "what helps goes into the plan": ("cd-r2", {"cd-buurt-1": "bevorderend"}, {"cd-buurt-1": "belemmerend"}),
    "what nobody knows is asked": ("cd-r3", {"cd-buurt-1": "onbekend"}, {"cd-buurt-1": "nvt"}),
    "practice and staff both fill in": (
        "cd-r4",
        {"cd-buurt-1": "bevorderend"},
        {"cd-buurt-1": "bevorderend", "cd-v-wie": "sportcoach, staf"},
    ),
    "how a factor can be influenced": ("cf-r1", {"cf-i-a": "belemmerend"}, {"cf-i-a": "bevorderend"}),
    "four conditions of a learning climate": ("cf-r2", {"cf-iii-d-6": "belemmerend"}, {"cf-iii-d": "belemmerend"}),
    "readiness is talked about": ("cf-r3", {"cf-iii-e-2": "belemmerend"}, {"cf-iii-d": "belemmerend"}),
    "transferable rests on four requirements": ("bi-r1", {"bi-3": "nee"}, {"bi-5": "nee"}),
    "without a core it is nothing": ("bi-r2", {"bi-6": "deels"}, {"bi-6": "ja"}),
    "too little support: with management": ("dr-r1", {"dr-1": "te-weinig"}, {"dr-1": "ook-na-sessie"}),
    "otherwise back to the client": ("dr-r2", {"dr-1": "ook-na-sessie"}, {"dr-1": "te-weinig"}),
    "falling attention is a signal": ("dr-r3", {"dr-2": "deels"}, {"dr-2": "ja", "dr-3": "nee"}),
    "not on the table is a risk": ("dr-r4", {"dr-4": "nee"}, {"dr-4": "ja"}),
    "three pillars": ("bo-r1", {"bo-10": "nee"}, {"bo-10": "ja"}),
    "someone keeps watch": ("bo-r2", {"bo-01": "nee"}, {"bo-05": "nee"}),
    "not too early": ("bo-r3", {"bo-07": "ja", "bo-08": "ja"}, {"bo-07": "ja", "bo-08": "deels"}),
    "a date to look again": ("bo-r4", {"bo-01": "ja"}, {"bo-13": "2027-05-01"}),
    "the questions of the beginning": ("bo-r5", {"bo-12": "nee"}, {"bo-12": "ja"}),
    "evaluate with those who do the work": ("bo-r6", {"bo-06": "deels"}, {"bo-05": "ja", "bo-06": "nvt"}),
    "less attention of one person is a signal": ("dr-r5", {"dr-inbreng@2": "minder"}, {"dr-inbreng@2": "gelijk"}),
    "support is asked every time": ("dr-r6", {"dr-2": "ja"}, {"dr-1": "genoeg"}),
    "four requirements": ("bi-r3", {"bi-8": "onbekend"}, {"bi-1": "nee", "bi-8": "ja"}),
    "a factor nobody knows is asked": ("cf-r4", {"cf-i-a": "onbekend"}, {"cf-i-a": "nvt"}),
    "pilot, improve, wider": ("st-r3", {"st-1": "kort"}, {"st-4": "eerst één wijk"}),
    "liking is not being ready": ("g-r1", {"g-10": "ja", "g-12": "nee"}, {"g-10": "nee", "g-12": "ja"}),
    "no shared vision: talk again": ("g-r2", {"g-10": "deels"}, {"g-10": "ja", "g-05": "nee"}),
    "the organisation from the inside": ("g-r3", {"g-iii-e-1": "nee"}, {"g-iii-e-1": "onbekend", "g-12": "nee"}),
    "management and project leaders at least": (
        "g-r4",
        {"g-01": "ja"},
        {"g-01": "ja", "g-gesproken": "manager, projectleider"},
    ),
    "the question comes first": ("ba-r1", {"ba-01": "deels"}, {"ba-01": "ja", "ba-03": "nee"}),
    "back to the core": ("ba-r2", {"ba-09": "nee"}, {"ba-08": "9"}),
    "scalable, affordable, doable": ("ba-r3", {"ba-06": "nee"}, {"ba-02": "nee"}),
    "more complex is harder to introduce": ("ba-r4", {"ba-03": "nee"}, {"ba-03": "ja"}),
    "the balance shifts by talking": ("ba-r5", {"ba-10": "implementeerbaarheid"}, {"ba-10": "innovatie"}),
    "what may change and what stays": ("ba-r6", {"ba-04": "deels"}, {"ba-04": "ja"}),
    "four parts": (
        "mb-r1",
        {"mb-doel": "rust"},
        {"mb-doel": "a", "mb-doelgroep": "b", "mb-aanpak": "c", "mb-randvoorwaarden": "d"},
    ),
    "to hand over takes more": (
        "mb-r2",
        {"mb-doel": "rust"},
        {"mb-theorie": "a", "mb-wie-wel": "b", "mb-wie-niet": "c", "mb-getrouw": "d"},
    ),
    "said and done": ("mb-r3", PART, PART | {"mb-zeggen-doen@1": "vraagt"}),
    "competences to train": ("mb-r4", PART, PART | {"mb-competenties@1": "luisteren"}),
    "which conditions": ("st-r1", {"st-1": "kort"}, {"st-2": "verwijzing"}),
    "choices still open": ("st-r2", {"st-6": "onbekend"}, {"st-6": "nvt"}),
    "define before areas are compared": ("me-r1", {"me-4": "deels"}, {"me-4": "nvt", "me-2": "ja"}),
    "a target with a date": ("me-r2", {"me-1": "nee"}, {"me-1": "ja"}),
    "incomplete gives no conclusion": ("me-r3", {"me-5": "deels"}, {"me-5": "onbekend"}),
    "selection, training, coaching": ("pi-r1", {"pi-co-1": "nee"}, {"pi-co-1": "ja"}),
    "the sum of five": ("s4-r1", {"s4-10": "groen", "s4-13": "rood"}, {"s4-09": "rood", "s4-10": "groen"}),
    "training is not enough": ("pi-r2", {"pi-le-3": "nee"}, {"pi-co-2": "nee"}),
    "going back is normal": (
        "pi-r3",
        {"pi-fase": "startend", "pi-st-2": "nee"},
        {"pi-fase": "volledig", "pi-st-2": "nee"},
    ),
}
COUNTS = {
    "stoplicht-1": (11, 4),
    "stoplicht-2": (13, 3),
    "stoplicht-3": (10, 3),
    "stoplicht-4": (14, 3),
    "stoplicht-5": (12, 4),
    "stoplicht-6": (11, 3),
    "gereedheid": (13 + 14, 7),
    "condities": (45, 10),
    "cfir": (39, 5),
    "bruikbaarheid": (8, 2),
    "draagkracht": (8, 2),
    "strategie": (6, 1),
    "monitoringeisen": (8, 1),
    "kadersspiegel": (6 + 6, 2),
}
#: how many items each dimension has
SIZES = {"condities": (7, 6, 3, 2, 4, 5, 3, 8, 6, 1), "cfir": (8, 4, 14, 5, 8)}
OURS = (*COUNTS, "borging", "balans", "methodiekbeschrijving", "eigenaarschap", "pijlers")


def checklist(id_: str) -> Checklist:
    one = handbook().instruments[id_].instrument
    assert isinstance(one, Checklist)
    return one


@cache
def rules() -> dict[str, Checklist]:
    """The list that each rule stands in."""
    return {rule.id: checklist(id_) for id_ in OURS for rule in checklist(id_).rules}


def speaking(rule: str, given: dict[str, str]) -> set[str]:
    """Answer the instrument and return the ids of the rules that speak."""
    instrument = rules()[rule]
    choice = {item.id for item in instrument.items if item.input is Input.CHOICE}
    known = {item.id for item in instrument.items} | {field.id for field in instrument.fields}
    assert {key.partition("@")[0] for key in given} <= known
    answers = {
        key: Answer(choice=value) if key.partition("@")[0] in choice else Answer(note=value)
        for key, value in given.items()
    }
    told = {one.rule.id: one.text for one in shown(instrument, cells(instrument, answers), answers)}
    assert not any("{" in sentence for sentence in told.values())
    return set(told)


@pytest.mark.parametrize("name", CASES)
def test_a_rule_speaks_when_it_should_and_only_then(name: str) -> None:
    rule, fires, silent = CASES[name]
    assert rule in speaking(rule, fires)
    assert rule not in speaking(rule, silent)


@pytest.mark.parametrize("name", CASES)
def test_a_rule_is_silent_while_nothing_was_filled_in(name: str) -> None:
    assert speaking(CASES[name][0], {}) == set()


def test_every_rule_has_its_case() -> None:
    assert {rule for rule, _, _ in CASES.values()} == set(rules())


@pytest.mark.parametrize(("id_", "counts"), COUNTS.items())
def test_the_source_is_complete(id_: str, counts: tuple[int, int]) -> None:
    one = checklist(id_)
    assert (len(one.items), len(one.sections)) == counts


@pytest.mark.parametrize(("id_", "sizes"), SIZES.items())
def test_each_dimension_is_complete(id_: str, sizes: tuple[int, ...]) -> None:
    assert tuple(len(section.items) for section in checklist(id_).sections) == sizes


def test_the_inner_setting_of_readiness_is_that_of_cfir() -> None:
    """Fourteen constructs, with ids of their own, each leading to the factor on the CFIR page."""
    deeper = [section for section in checklist("gereedheid").sections if section.id in ("g-verdieping", "g-na-keuze")]
    inner = sorted((item for section in deeper for item in section.items), key=lambda item: item.id)
    factors = [item.id.removeprefix("cf-") for item in checklist("cfir").items if item.id.startswith("cf-iii-")]
    assert [item.id.removeprefix("g-") for item in inner] == factors
    assert len(factors) == 14
    assert [item.read[0].target for item in inner] == [f"cfir-{factor}" for factor in factors]


def test_conditions_and_factors_differ_from_their_anchors_and_lead_to_them() -> None:
    for id_, prefix, anchor in (("condities", "cd-", "co-"), ("cfir", "cf-", "cfir-")):
        for item in checklist(id_).items:
            assert item.id.startswith(prefix)
            assert [link.target for link in item.read] == [anchor + item.id.removeprefix(prefix)]


@pytest.mark.parametrize("id_", ["kadersspiegel", "eigenaarschap"])
def test_a_mirror_gives_no_light_and_no_advice(id_: str) -> None:
    one = checklist(id_)
    assert not one.rules
    assert all(option.signal is Signal.NONE for item in one.items for option in item.options)


@pytest.mark.parametrize("id_", ["condities", "cfir"])
def test_not_in_play_is_no_light_and_not_the_same_as_not_applicable_or_unknown(id_: str) -> None:
    for item in checklist(id_).items:
        lights = {option.id: option.signal for option in item.options}
        assert lights["belemmerend"] is Signal.RED
        assert lights["bevorderend"] is Signal.GREEN
        assert {lights[c] for c in ("speelt-niet", "nvt", UNKNOWN)} == {Signal.NONE}
