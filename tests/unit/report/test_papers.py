"""What each paper says: an agenda shows what presses, a report what was decided, a plan its own order."""

import base64
import json
import re
from dataclasses import replace

import pytest

from fii_widgets.browser import call
from fii_widgets.dossier.answers import Answer
from fii_widgets.dossier.records import Action, ActionState, Dossier, Review, ReviewState, Text
from fii_widgets.dossier.write import text
from fii_widgets.export.formats import FORMATS
from fii_widgets.render.reports.paper import paper_html
from fii_widgets.report.papers.choice import CALENDAR, FITTING, NAMES, PRINT, offers
from fii_widgets.report.papers.make import KINDS, build
from fii_widgets.report.papers.meetings import COMING
from fii_widgets.report.papers.paper import Bullets, Heading, Paper, Paragraph, Table
from tests.unit.readers import read_docx
from tests.unit.states import state
from tests.written import instruments, published

AT = "2026-11-22T10:00:00.000Z"


def team() -> Dossier:
    answers = {"s1-01": "groen", "s1-02": "rood", "s1-03": "groen", "s1-04": "onbekend"}
    return Dossier(
        edition="handboek-fii",
        saved=AT,
        name=Text(at=AT, text="Samen Leren"),
        answers={id_: Answer(choice=choice, at=AT) for id_, choice in answers.items()},
        reviews={
            "r-1": Review(
                at="2026-11-08T10:00:00.000Z",
                date="2026-11-08",
                phases=(1,),
                state=ReviewState.CLOSED,
                lights={"s1-01": "groen", "s1-02": "groen", "s1-03": "oranje"},
                corrections={"c-1": Text(at=AT, text="Het was een dag later.")},
            ),
            "r-2": Review(
                at=AT,
                date="2026-11-22",
                next="2026-12-06",
                phases=(1,),
                present=("projectleider",),
                agenda="De zaal",
                notes={"s1-02": Text(at=AT, text="Vraag het na.")},
                decisions={"d-1": Text(at=AT, text="Wij gaan door.")},
            ),
        },
        actions={
            "a-1": Action(at=AT, text="Bellen", owner="PL", due="2026-12-01", review="r-1"),
            "a-2": Action(at=AT, text="Mailen", review="r-2"),
            "a-3": Action(at=AT, text="Gedaan", state=ActionState.DONE, review="r-1"),
        },
    )


def table(paper: Paper, caption: str) -> Table:
    return next(block for block in paper.blocks if isinstance(block, Table) and block.caption == caption)


def texts(paper: Paper) -> list[str]:
    found: list[str] = []
    for block in paper.blocks:
        if isinstance(block, Heading | Paragraph):
            found.append(block.text)
        elif isinstance(block, Bullets):
            found += block.items
    return found


def test_an_agenda_shows_what_presses_or_changed_and_not_what_stayed_green() -> None:
    paper = build("agenda", instruments(), team())
    assert paper.title == "Agenda van het overleg, 22 november 2026"
    assert paper.subtitle == "Samen Leren · vorig overleg 8 november 2026 · volgend overleg 6 december 2026"
    lights = table(paper, "Stoplicht fase 1, Signaleren")
    shown = {row[0].partition(".")[0]: row[1:] for row in lights.rows}
    assert "1" not in shown
    assert shown["2"] == ("Rood", "Groen", "Vraag het na.")
    assert shown["3"] == ("Groen", "Oranje", "")
    assert lights.marks[0] == "rood"
    assert [row[0] for row in table(paper, "Lopende acties").rows] == ["Bellen", "Mailen"]
    assert {"De zaal", "Het volgende overleg is op 6 december 2026."} <= set(texts(paper))


def test_an_agenda_is_made_for_the_meeting_to_come() -> None:
    """While none is held it comes first: with the lights of now beside those of the last time. Nothing is begun by it."""
    held = team()
    closed = replace(held, reviews={"r-1": replace(held.reviews["r-1"], next="2026-12-01", present=("PL",))})
    (agenda,) = [one for one in offers(instruments(), closed) if one.kind == "agenda"]
    assert agenda.of[0] == (COMING, "Het overleg van 1 december 2026 (moet nog beginnen)")
    assert agenda.of[1][0] == "r-1"
    for of in (COMING, ""):
        paper = build("agenda", instruments(), closed, of=of)
        assert paper.title == "Agenda van het overleg, 1 december 2026"
        shown = {row[0].partition(".")[0]: row[1:] for row in table(paper, "Stoplicht fase 1, Signaleren").rows}
        assert shown["2"][:2] == ("Rood", "Groen")
    assert build("agenda", instruments(), closed, of="r-1").title != paper.title
    assert build("overleg", instruments(), closed).title == build("overleg", instruments(), closed, of="r-1").title
    # held, or without a day: then there is none
    assert COMING not in dict(next(one for one in offers(instruments(), held) if one.kind == "agenda").of)
    undated = replace(closed, rhythm=None, reviews={"r-1": replace(closed.reviews["r-1"], next="")})
    assert COMING not in dict(next(one for one in offers(instruments(), undated) if one.kind == "agenda").of)


def test_a_report_tells_what_was_decided_and_agreed() -> None:
    paper = build("overleg", instruments(), team())
    said = texts(paper)
    assert {"projectleider", "Wij gaan door.", "6 december 2026"} <= set(said)
    assert len(table(paper, "Stoplicht fase 1, Signaleren").rows) == 4
    assert [row[0] for row in table(paper, "In dit overleg afgesproken").rows] == ["Mailen"]
    assert [row[0] for row in table(paper, "Lopende acties").rows] == ["Bellen"]


def test_a_closed_review_is_told_as_it_was_with_its_correction() -> None:
    paper = build("overleg", instruments(), team(), of="r-1")
    rows = {row[0].partition(".")[0]: row[1] for row in table(paper, "Stoplicht fase 1, Signaleren").rows}
    assert rows == {"1": "Groen", "2": "Groen", "3": "Oranje"}
    assert "22 november 2026: Het was een dag later." in texts(paper)


def test_what_nobody_filled_in_is_one_line_a_phase_and_is_neither_unknown_nor_not_applicable() -> None:
    base = team()
    answers = {"s1-01": "groen", "s1-02": "onbekend", "s1-03": "nvt", "s2-01": "rood"}
    reviews = {
        "r-1": replace(base.reviews["r-1"], phases=(1,), lights={"s1-04": "rood"}),
        "r-2": replace(base.reviews["r-2"], phases=(1, 2, 3), notes={"s1-05": Text(at=AT, text="Morgen.")}),
    }
    dossier = replace(
        base, answers={id_: Answer(choice=choice, at=AT) for id_, choice in answers.items()}, reviews=reviews
    )
    for kind, shown in (("overleg", ["1", "2", "3", "5", "6"]), ("agenda", ["1", "2", "3", "5", "6"])):
        paper = build(kind, instruments(), dossier, of="r-2")
        first = table(paper, "Stoplicht fase 1, Signaleren")
        assert [row[0].partition(".")[0] for row in first.rows] == shown
        now = {row[0].partition(".")[0]: row[1] for row in first.rows}
        # a light that went out, and a note without a light, are news: they stay in the table
        assert [now[n] for n in "2356"] == ["Onbekend", "N.v.t.", "Niet ingevuld", "Niet ingevuld"]
        lines = [text for text in texts(paper) if "niet ingevuld" in text]
        assert [line.partition(". ")[0] for line in lines] == [
            "Stoplicht fase 1, Signaleren: 6 punten zijn niet ingevuld",
            "Stoplicht fase 2, Verkennen: 12 punten zijn niet ingevuld",
            "Stoplicht fase 3, Innoveren: 10 punten zijn niet ingevuld",
        ]
        items = instruments()[[one.id for one in instruments()].index("stoplicht-1")].items
        named = [(number, item) for number, item in enumerate(items, 1) if str(number) not in shown]
        assert (
            lines[0].partition("ingevuld. ")[2]
            == "; ".join(f"{number}. {item.text.rstrip('.')}" for number, item in named) + "."
        )
        captions = [block.caption for block in paper.blocks if isinstance(block, Table)]
        assert not [one for one in captions if "fase 3" in one]  # nothing filled in: no empty table
    whole = replace(dossier, reviews={"r-2": replace(reviews["r-2"], phases=(1,), notes={})}, answers={
        item.id: Answer(choice="groen", at=AT) for _, item in named
    } | {f"s1-0{n}": Answer(choice="nvt", at=AT) for n in range(1, 5)})  # fmt: skip
    said = [text for text in texts(build("overleg", instruments(), whole)) if "niet ingevuld" in text]
    assert len(said) == 1
    assert said[0].startswith("Stoplicht fase 1, Signaleren: 1 punt is niet ingevuld. 6. ")
    full = replace(whole, answers=whole.answers | {"s1-05": Answer(choice="onbekend", at=AT)})
    assert "ingevuld" not in " ".join(texts(build("overleg", instruments(), full)))


def test_conditions_stand_by_what_they_do_with_the_action_beside_them() -> None:
    dossier = Dossier(
        edition="handboek-fii",
        saved=AT,
        answers={
            "cd-interventie-1": Answer(choice="belemmerend", note="Te dun", at=AT),
            "cd-interventie-1-actie": Answer(note="Beschrijven, door PL", at=AT),
            "cd-interventie-2": Answer(choice="bevorderend", at=AT),
            "cd-interventie-3": Answer(choice="speelt-niet", at=AT),
            "cd-interventie-4": Answer(choice="speelt-niet", note="Straks wel.", at=AT),
            "cd-interventie-5": Answer(choice="nvt", at=AT),
        },
    )
    paper = build("condities", instruments(), dossier)
    hinders = table(paper, "Belemmerend (1)")
    assert hinders.rows == (("1. Goed beschreven en overdraagbaar", "1 Interventie", "Te dun", "Beschrijven, door PL"),)
    assert len(table(paper, "Bevorderend (1)").rows) == 1
    assert [row[2] for row in table(paper, "Speelt niet (2)").rows] == ["Straks wel."]
    assert "Niet in een tabel, want er staat niets bij: Speelt niet (1), N.v.t. (1)." in texts(paper)
    plan = build("implementatieplan", instruments(), dossier)
    assert table(plan, "Belemmerend (1)") == hinders
    assert not [text for text in texts(plan) if text.startswith("Niet in een tabel")]


def test_every_instrument_has_a_report_in_which_no_heading_skips_a_level() -> None:
    for one in instruments():
        for number in (0, 2):
            level = 0
            for block in build("instrument", instruments(), state(number), of=one.id).blocks:
                if isinstance(block, Heading):
                    assert 1 <= block.level <= level + 1, (one.id, block.text)
                    level = block.level


def test_the_page_gets_a_file_as_text_it_can_hand_over() -> None:
    trees = [one.tree for one in published()]
    request = {
        "op": "export",
        "instruments": trees,
        "dossier": json.loads(text(team())),
        "kind": "overleg",
        "format": "docx",
    }
    reply = json.loads(call(json.dumps(request)))
    assert reply["ok"], reply
    assert reply["name"] == "overleg-samen-leren-2026-11-22.docx"
    assert read_docx(base64.b64decode(reply["base64"]))[0][1] == "Concept-verslag van het overleg, 22 november 2026"


@pytest.mark.parametrize(("kind", "format_"), [("gedicht", "docx"), ("overleg", "exe"), ("overleg", ""), ("", "md")])
def test_the_page_is_told_what_cannot_be_made(kind: str, format_: str) -> None:
    request = {"op": "export", "instruments": [], "dossier": json.loads(text(team())), "kind": kind, "format": format_}
    reply = json.loads(call(json.dumps(request)))
    assert not reply["ok"]
    assert "bestaat niet" in reply["message"]


def test_a_link_goes_out_and_comes_back_through_the_page() -> None:
    tree = next(one.tree for one in published() if one.instrument.id == "stoplicht-1")
    answers = {"s1-02": {"choice": "rood", "note": "geheim", "at": AT}}
    made = json.loads(call(json.dumps({"op": "link", "instrument": tree, "answers": answers})))
    assert "geheim" not in made["fragment"]
    back = json.loads(call(json.dumps({"op": "link_read", "fragment": made["fragment"], "instruments": [tree]})))
    assert (back["instrument"], back["choices"], back["unknown"]) == ("stoplicht-1", {"s1-02": "rood"}, [])


def test_a_teams_own_list_stands_in_its_papers() -> None:
    answers = {
        "s1-01": Answer(choice="rood", at=AT),
        "s1-01.tekst": Answer(note="Wij kennen onze wethouder.", at=AT),
        "s1-02.verborgen": Answer(choice="ja", at=AT),
        "stoplicht-1.e-ab12cd.tekst": Answer(note="De buurt weet ervan.", at=AT),
        "stoplicht-1.e-ab12cd": Answer(choice="groen", at=AT),
    }
    dossier = Dossier(edition="handboek-fii", saved=AT, answers=answers)
    said = {row[0].partition(". ")[2]: row[1] for block in build("instrument", instruments(), dossier, of="stoplicht-1").blocks
            if isinstance(block, Table) and block.marks for row in block.rows}  # fmt: skip
    assert said["Wij kennen onze wethouder."] == "Rood"
    assert said["De buurt weet ervan."] == "Groen"
    assert not [text for text in said if text.startswith("De ontvangende organisatie staat op")]


def test_every_kind_has_a_name() -> None:
    assert all(name[0].isupper() for name in KINDS.values())


def test_the_list_says_what_can_be_made_and_what_is_missing() -> None:
    empty = {one.kind: one for one in offers(instruments(), state(0))}
    assert list(empty) == list(FITTING) == list(NAMES)
    assert all(one.missing and not one.of for one in empty.values())
    found = {one.kind: one for one in offers(instruments(), team())}
    ready = {kind for kind, one in found.items() if not one.missing}
    assert ready == {"agenda", "overleg", "acties", "instrument", "dossier", "afspraken"}
    assert [id_ for id_, _ in found["overleg"].of] == ["r-2", "r-1"]
    assert found["overleg"].of[0][1].endswith("(loopt nog)")
    assert [id_ for id_, _ in found["instrument"].of] == ["stoplicht-1"]
    assert "Implementatieplan" in found["implementatieplan"].missing


def test_every_paper_that_is_offered_can_be_made_in_every_format_that_fits() -> None:
    assert set(FITTING) == {*KINDS, CALENDAR}
    assert {format_ for formats in FITTING.values() for format_ in formats} <= {*FORMATS, PRINT, "ics", "ics-taken"}
    for number in (1, 2, 3):
        dossier = state(number)
        for one in offers(instruments(), dossier):
            of = one.of[0][0] if one.of else ""
            if not one.missing and one.kind != CALENDAR:
                assert paper_html(build(one.kind, instruments(), dossier, of))


def test_a_paper_for_the_printer_holds_what_the_page_allows() -> None:
    trees = [one.tree for one in published()]
    request = {"op": "paper", "kind": "overleg", "of": "r-1", "dossier": json.loads(text(team())), "instruments": trees}
    html = json.loads(call(json.dumps(request)))["html"]
    names = set(re.findall(r"<(\w+)", html))
    assert names <= {"h2", "h3", "h4", "p", "ul", "li", "table", "caption", "thead", "tbody", "tr", "th", "td", "span"}
    assert '<span class="fii-shape fii-shape--oranje" aria-hidden="true"></span>' in html
    assert set(re.findall(r" ([a-z-]+)=", html)) <= {"class", "scope", "aria-hidden"}
    replies = [json.loads(call(json.dumps(request | {"op": "papers"})))["papers"]]
    assert [one["kind"] for one in replies[0]] == list(FITTING)
