"""Rules speak when the answers ask for it, in words with the blanks filled in, and are silent otherwise."""

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from fii_widgets.dossier.answers import Answer
from fii_widgets.dossier.check import remarks
from fii_widgets.errors import Problem
from fii_widgets.handbook.loader import load_instrument
from fii_widgets.handbook.pages import link_targets
from fii_widgets.instrument.model import Checklist, RuleKind
from fii_widgets.instrument.text import yaml_text
from fii_widgets.report.cells import cells
from fii_widgets.report.instrument.rules import shown
from fii_widgets.report.instrument.summary import Summary, summarise
from tests.written import handbook

PROJECT = Path(__file__).parents[3]
SCALES = {
    name: {"id": name, **tree}
    for name, tree in yaml_text.read((PROJECT / "checklists" / "schalen.yaml").read_text("utf-8")).tree.items()
}


@cache
def example() -> Checklist:
    problems: list[Problem] = []
    path = PROJECT / "tests" / "examples" / "valid" / "alle-soorten.yaml"
    found = load_instrument(path, PROJECT, SCALES, link_targets(handbook().pages), problems).instrument
    assert problems == []
    assert isinstance(found, Checklist)
    return found


def told(**answers: str) -> list[str]:
    return [reason.text for reason in summary(**answers).rules]


def summary(**answers: str) -> Summary:
    """Answers by name: x_naam_2="Noord" is the name in row 2."""
    given: dict[str, Answer] = {}
    for name, value in answers.items():
        id_, _, row = name.replace("_", "-").rpartition("-")
        key = f"{id_}@{row}" if row.isdecimal() else name.replace("_", "-")
        given[key] = Answer(choice=value) if "wie" in key else Answer(note=value)
    return summarise(example(), given)


def test_nothing_filled_in_says_nothing() -> None:
    assert told() == []
    assert summary().empty


@pytest.mark.parametrize(
    ("answers", "sentence"),
    [
        ({"x_naam_1": "Noord"}, "U hebt er 1."),
        ({"x_wie_1": "ja"}, "Er ontbreekt nee."),
        ({"x_wie_1": "ja", "x_wie_2": "ja", "x_wie_3": "ja"}, "Bijna alles is ja."),
        ({"x_wie_1": "nee", "x_wie_2": "nee"}, "2 keer nee."),
        ({"x_doel_1": "1.200", "x_bereikt_1": "40,5"}, "Niet gehaald: wijk 1 (40,5 van 1200)."),
        ({"x_naam_1": "Noord"}, "Nog leeg: vertel."),
        ({"x_naam_1": "Noord", "x_naam_2": "Zuid"}, "De namen verschillen."),
        (
            {"x_wanneer_2": "2027-05-01", "x_klaar_2": "2027-04-30"},
            "Verkeerde volgorde: wijk 2: 30 april 2027 komt voor 1 mei 2027.",
        ),
        (
            {"x_begin": "2027-05-01", "x_wanneer_3": "2027-04-01"},
            "Te vroeg: wijk 3: 1 april 2027 komt voor 1 mei 2027.",
        ),
        ({"x_begin": "2027-05-01", "x_eind": "2027-04-01"}, "Eind voor begin: 1 april 2027 komt voor 1 mei 2027."),
    ],
)
def test_a_rule_speaks(answers: dict[str, str], sentence: str) -> None:
    assert sentence in told(**answers)


@pytest.mark.parametrize(
    ("share", "choices", "speaks"),
    [
        (75, "ja ja ja nee", True),  # exactly the share
        (76, "ja ja ja nee", False),
        (100, "ja ja ja", True),
        (51, "ja nee nee", True),
        (100, "ja ja", False),  # of two answers nothing can be said
        (50, "ja nee", False),
        (75, "ja ja onbekend", False),  # who does not know is not counted
    ],
)
def test_answers_tilt_from_the_share_on_and_from_three_answers_on(share: int, choices: str, speaks: bool) -> None:
    rule = replace(next(one for one in example().rules if one.kind is RuleKind.TILT), share=share)
    given = {f"x-wie@{row}": Answer(choice=choice) for row, choice in enumerate(choices.split(), 1)}
    assert bool([*shown(replace(example(), rules=(rule,)), cells(example(), given), given)]) is speaks


def test_rules_are_silent_when_all_is_well() -> None:
    well = told(
        x_naam_1="Noord",
        x_naam_2="noord",
        x_wie_1="ja",
        x_wie_2="nee",
        x_doel_1="10",
        x_doel_2="20",
        x_bereikt_1="10",
        x_lang="Ja.",
        x_wanneer_1="2027-05-01",
        x_klaar_1="2027-05-01",
        x_begin="2027-05-01",
        x_eind="2028-05-01",
    )
    assert well == []


def test_of_three_dates_only_the_neighbours_are_named() -> None:
    backwards = {"x_begin": "2027-05-01", "x_eind": "2027-04-01", "x_slot": "2027-03-01"}
    gap = {"x_begin": "2027-05-01", "x_slot": "2027-03-01"}
    chain = "Keten: 1 april 2027 komt voor 1 mei 2027; 1 maart 2027 komt voor 1 april 2027."
    assert chain in told(**backwards)
    assert "Keten: 1 maart 2027 komt voor 1 mei 2027." in told(**gap)


@pytest.mark.parametrize(
    "answers",
    [
        {"x_wanneer_1": "2027-05-01"},
        {"x_wanneer_1": "2027-05-01", "x_klaar_2": "2027-04-01"},
        {"x_wanneer_1": "in mei", "x_klaar_1": "2027-04-01"},
        {"x_begin": "2027-05-01", "x_eind": "2027-05-01"},
    ],
    ids=["one date", "another row", "no date", "the same day"],
)
def test_an_order_is_silent_where_nothing_can_be_out_of_order(answers: dict[str, str]) -> None:
    assert not [text for text in told(**answers) if " komt voor " in text]


def test_a_gap_is_silent_while_no_row_of_its_section_is_used() -> None:
    assert "Op een regel staat geen aantal." not in told(x_lang="Ja.")
    assert "Op een regel staat geen aantal." in told(x_naam_1="Noord")


@pytest.mark.parametrize(
    ("answers", "because"),
    [
        ({"x_naam_1": "Noord"}, "Bij ‘Rijen’ vulde u er 1 in."),
        ({"x_wie_1": "ja"}, "Bij punt 2 koos u nergens ‘Nee’."),
        ({"x_wie_1": "ja", "x_wie_2": "ja", "x_wie_3": "ja"}, "Bij punt 2 koos u 3 van de 3 keer ‘Ja’."),
        ({"x_wie_1": "nee", "x_wie_3": "nee"}, "U koos ‘Nee’ bij punt 2 (wijk 1) en punt 2 (wijk 3)."),
        ({"x_doel_1": "1.200", "x_bereikt_1": "40,5"}, "Het getal bij punt 4 is lager dan dat bij punt 3."),
        ({"x_naam_1": "Noord"}, "Nog niet ingevuld: punt 7."),
        ({"x_naam_1": "Noord", "x_naam_2": "Zuid"}, "Bij punt 1 staat niet overal hetzelfde."),
        ({"x_begin": "2027-05-01", "x_eind": "2027-04-01"}, "U vulde deze datums in bij punt 8 en punt 9."),
    ],
)
def test_a_rule_says_because_of_which_answers_it_speaks(answers: dict[str, str], because: str) -> None:
    assert because in [reason.because for reason in summary(**answers).rules]


def test_rows_stand_beside_each_other_and_are_called_by_name() -> None:
    table = summary(x_naam_1="Noord", x_naam_3="Zuid", x_wie_3="deels").tables[0]
    assert table.rows == ("Wijk 1: Noord", "Wijk 3: Zuid")
    assert ("Doet de wijk mee?", ("Niet ingevuld", "Deels")) in table.lines


def test_what_is_written_under_an_item_comes_with_it() -> None:
    given = {"x-wie@2": Answer(choice="nee"), "x-wie-actie@2": Answer(note="Bellen")}
    finding = summarise(example(), given).stands_out[0]
    assert finding.asked == (("Wat gaat u doen?", "Bellen"),)
    assert finding.cell.place == "Punt 2, wijk 2"
    assert remarks(given, [example()]) == []
