"""What the sources ask of each instrument → the rules, outcomes and follow-ups that do it. None may disappear."""

from itertools import product

import pytest

from fii_widgets.dossier.answers import Answer
from fii_widgets.instrument.model import Checklist, Instrument, Item, Origin
from fii_widgets.instrument.tree import DecisionTree
from fii_widgets.report.cells import cell_id
from fii_widgets.report.instrument.summary import Finding, summarise
from tests.written import EACH_INSTRUMENT, instrument, instruments

#: instrument → what its source asks → ids of rules and outcomes, or of items whose follow-ups do it
ASKED: dict[str, dict[str, str]] = {
    "startpunt": {
        "each filled cell of figure 2 leads to its phase": "sp-u1 sp-u2 sp-u3",
        "the empty cell stays empty": "sp-u4",
    },
    "opdrachtkaart": {
        "phase 1 is done when client, question and frames are clear": "ok-r1 ok-r2 ok-r3",
        "the question behind the question": "ok-r4",
        "two checks: feasible, ambitious": "ok-haalbaar ok-ambitieus ok-r5",
        "political weight and policy plan": "ok-r6",
    },
    "shortlist": {
        "two to four organisations": "sl-r1 sl-r2",
        "culture: the purpose, wider frames, learning": "sl-02 sl-03 sl-04",
        "targets, caseload, length": "sl-05 sl-06 sl-07",
        "financing chooses the next question": "sl-08",
    },
    "gereedheid": {
        "management and project leaders at least": "g-r4",
        "culture": "g-01 g-02 g-03",
        "frames that fit, or can change": "g-04 g-05 g-06",
        "financing chooses the next question": "g-07 g-08 g-09",
        "compatibility": "g-10 g-11",
        "liking is not being ready": "g-12 g-13 g-r1",
        "no shared vision: talk again": "g-r2",
        "the inner setting": "g-r3 g-iii-d-6",
    },
    "plan-van-aanpak": {
        "ownership that tilts": "pa-r1 pa-samen-gemaakt pa-breed",
        "dot on the horizon, roadmap, tasks": "pa-r2 pa-r3 pa-r6 pa-r7",
        "a rhythm": "pa-r4",
        "content and operations in balance": "pa-r5 pa-balans",
        "agreements may change": "pa-open",
        "informal contact": "pa-contact pa-aankloppen",
    },
    "eigenaarschap": {},
    "balans": {
        "the question is the goal": "ba-r1 ba-02",
        "complexity and adaptability": "ba-r4 ba-r6",
        "scalable, affordable, doable": "ba-r3",
        "too many elements: back to the core": "ba-r2",
        "the balance shifts by talking": "ba-r5",
    },
    "methodiekbeschrijving": {
        "four parts": "mb-r1",
        "four requirements to hand over": "mb-r2 mb-r3",
        "competences to train": "mb-r4",
    },
    "bruikbaarheid": {
        "four properties": "bi-r1",
        "four requirements": "bi-r2 bi-r3 bi-5 bi-7 bi-8",
    },
    "sleutelfiguren": {
        "an empty level or party is shown": "sk-r1 sk-r2",
        "green light from every role": "sk-r3 sk-groen",
        "understands, and commits": "sk-begrijpt sk-inzet",
    },
    "draagkracht": {
        "falling attention is a signal, also of one person": "dr-r3 dr-r5",
        "ask at all times": "dr-r6",
        "first with management, then back to the client": "dr-r1 dr-r2",
        "expectations, and everything on the table": "dr-3 dr-4 dr-r4",
    },
    "implementatieteam": {
        "two or three persons; one is a manager, with the trade-off": "tm-r1 tm-r2",
        "both organisations, different views": "tm-r3 tm-7",
        "five competences": "tm-r4 tm-r5 tm-r6 tm-r7 tm-r8",
        "not automatically who already carries much; real affinity": "tm-r9 tm-r12",
        "a mandate and support": "tm-r10 tm-8 tm-draagkracht",
        "hours": "tm-r11",
    },
    "selectie-training-coaching": {
        "selection before training before coaching": "sc-r1 sc-r4 sc-competenties sc-motivatie",
        "three aims of training": "sc-r2",
        "coaching, and the room for it": "sc-r3 sc-bedoeling sc-geregeld",
        "dates to look back": "sc-r5",
        "resistance gets attention": "sc-r6",
    },
    "borging": {
        "three pillars": "bo-r1",
        "quality is watched, feedback used": "bo-r2 bo-04 bo-14",
        "evaluate with those who do the work; who does what": "bo-r6",
        "not too early": "bo-r3",
        "look again, yearly": "bo-r4",
        "the questions of the beginning": "bo-r5",
    },
    "pijlers": {
        "selection, training, coaching": "pi-r1",
        "training is not enough": "pi-r2",
        "going back is normal": "pi-r3",
    },
    "cfir": {
        "which factor, and can it be influenced": "cf-r1 cf-r4",
        "learning climate, readiness": "cf-r2 cf-r3",
    },
    "condities": {
        "hindering is absence or the opposite": "cd-r1",
        "what helps goes into the plan": "cd-r2",
        "practice and staff both fill in": "cd-r4",
        "what nobody knows is asked": "cd-r3",
    },
    "implementatieplan": {
        "a way in": "ip-r1",
        "a reach with a date": "ip-r2 ip-r8",
        "an action for every condition": "ip-r3",
        "tasks are divided": "ip-r4",
        "one plan, a variant for each area": "ip-r6",
        "pilot, improve, wider": "ip-r5 ip-r7 ip-r9",
    },
    "strategie": {
        "which conditions": "st-r1",
        "choices still open": "st-r2",
        "pilot, improve, wider": "st-r3",
        "others who offer it; first who dares": "st-3 st-5",
    },
    "outputmonitor": {
        "not reached leads to causes": "om-r1",
        "definitions before areas are compared": "om-r2 om-r3",
        "targets with a date": "om-r4",
        "successes are named": "om-r5",
        "six kinds of information": "om-r6 om-4 om-6",
        "selective reach": "om-5-breed",
    },
    "monitoringeisen": {
        "definitions before areas are compared": "me-r1",
        "a target with a date": "me-r2",
        "reach": "me-3",
        "reliable": "me-r3",
        "talked over, used, worth its cost": "me-6 me-7 me-8",
    },
    "kadersspiegel": {},
    "logboek": {"what, when, with whom, why": "lb-r1 lb-r2 lb-r3"},
    **{
        f"stoplicht-{phase}": {"red or amber says what to do": " ".join(f"s{phase}-{n:02}" for n in range(1, many + 1))}
        for phase, many in enumerate((11, 13, 10, 14, 12, 11), 1)
    },
}
ASKED["stoplicht-4"]["the sum of five"] = "s4-r1"


NO_BETTER_START = "Geen enkel startpunt is op zichzelf beter dan een ander"


def test_no_start_is_better_than_another() -> None:
    """Said with every combination of figure 2, and with what is still unknown; of nothing else."""
    for client, known in product(("ja", "nee", "onbekend"), repeat=2):
        summary = summarise(instrument("startpunt"), {"sp-01": Answer(choice=client), "sp-02": Answer(choice=known)})
        assert any(NO_BETTER_START in text for text in summary.closing), (client, known)
    others = (one for one in instruments() if one.id != "startpunt")
    assert not any(NO_BETTER_START in text for one in others for text in summarise(one, {}).closing)


@pytest.mark.parametrize(
    ("id_", "item", "said"),
    [
        ("stoplicht-5", "s5-12", "De uitvoerders werken bij de ontvangende organisatie met de interventie."),
        ("stoplicht-4", "s4-r1", "Komt één van de vijf er niet, dan lukt het invoeren niet"),
    ],
)
def test_a_phase_has_the_end_that_the_guide_gives_it(id_: str, item: str, said: str) -> None:
    one = instrument(id_)
    assert isinstance(one, Checklist)
    assert said in next(part.text for part in (*one.items, *one.rules) if part.id == item)


def speakers(instrument: Instrument) -> set[str]:
    """Everything in an instrument that can speak: rules, outcomes, and items with follow-ups."""
    rules = instrument.rules if isinstance(instrument, Checklist) else ()
    outcomes = instrument.outcomes if isinstance(instrument, DecisionTree) else ()
    return {one.id for one in (*rules, *outcomes)} | {item.id for item in instrument.items if item.follow_ups}


def test_every_instrument_of_the_sources_is_in_the_table() -> None:
    assert set(ASKED) == {one.id for one in instruments() if one.origin is not Origin.OWN}


@pytest.mark.parametrize("id_", ASKED)
def test_what_the_source_asks_is_done_and_nothing_speaks_without_being_asked(id_: str) -> None:
    assert {one for ids in ASKED[id_].values() for one in ids.split()} == speakers(instrument(id_))


def shown_for(instrument: Instrument, item: Item, choice: str) -> Finding | None:
    """Answer one item, with what it needs to be in play, and return what the summary shows of it."""
    row = 1 if isinstance(instrument, Checklist) and any(s.rows and item in s.items for s in instrument.sections) else 0
    given = {cell_id(item.id, row): Answer(choice=choice)} | {
        cell_id(other, row): Answer(choice=wanted) for other, wanted in item.only_with
    }
    summary = summarise(instrument, given)
    found = [f for f in (*summary.stands_out, *summary.questions, *summary.unknown) if f.cell.item.id == item.id]
    return found[0] if found else None


@EACH_INSTRUMENT
def test_a_follow_up_is_shown_with_its_choices_and_with_no_other(instrument: Instrument) -> None:
    for item in instrument.items:
        for option in item.options if item.follow_ups else ():
            finding = shown_for(instrument, item, option.id)
            told = [reason.text for reason in finding.follow_ups] if finding else []
            assert told == [f.text for f in item.follow_ups if option.id in f.on], (item.id, option.id)
