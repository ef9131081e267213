"""Rules speak when the answers ask for it, in words with the blanks filled in, and are silent otherwise."""

from pathlib import Path

import pytest

from fii_widgets import yaml_text
from fii_widgets.dossier.answers import Answer
from fii_widgets.dossier.check import remarks
from fii_widgets.errors import Problem
from fii_widgets.loader import load, load_instrument
from fii_widgets.model import Checklist
from fii_widgets.pages import link_targets
from fii_widgets.report.summary import Summary, summarise

PROJECT = Path(__file__).parents[2]
SCALES = {
    name: {"id": name, **tree}
    for name, tree in yaml_text.read((PROJECT / "checklists" / "schalen.yaml").read_text("utf-8")).tree.items()
}


def example() -> Checklist:
    problems: list[Problem] = []
    path = PROJECT / "tests" / "examples" / "valid" / "alle-soorten.yaml"
    found = load_instrument(path, PROJECT, SCALES, link_targets(load(PROJECT).pages), problems).instrument
    assert problems == []
    assert isinstance(found, Checklist)
    return found


PLAN = example()


def told(**answers: str) -> list[str]:
    return [reason.text for reason in summary(**answers).rules]


def summary(**answers: str) -> Summary:
    """Answers by name: x_naam_2="Noord" is the name in row 2."""
    given: dict[str, Answer] = {}
    for name, value in answers.items():
        id_, _, row = name.replace("_", "-").rpartition("-")
        key = f"{id_}@{row}" if row.isdecimal() else name.replace("_", "-")
        given[key] = Answer(choice=value) if "wie" in key else Answer(note=value)
    return summarise(PLAN, given)


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
    ],
)
def test_a_rule_speaks(answers: dict[str, str], sentence: str) -> None:
    assert sentence in told(**answers)


def test_rules_are_silent_when_all_is_well() -> None:
    well = told(
        x_naam_1="Noord", x_naam_2="noord", x_wie_1="ja", x_wie_2="nee", x_doel_1="10", x_bereikt_1="10", x_lang="Ja."
    )
    assert well == []


def test_rows_stand_beside_each_other_and_are_called_by_name() -> None:
    table = summary(x_naam_1="Noord", x_naam_3="Zuid", x_wie_3="deels").tables[0]
    assert table.rows == ("Wijk 1: Noord", "Wijk 3: Zuid")
    assert ("Doet de wijk mee?", ("Niet ingevuld", "Deels")) in table.lines


def test_what_is_written_under_an_item_comes_with_it() -> None:
    given = {"x-wie@2": Answer(choice="nee"), "x-wie-actie@2": Answer(note="Bellen")}
    finding = summarise(PLAN, given).stands_out[0]
    assert finding.asked == (("Wat gaat u doen?", "Bellen"),)
    assert finding.cell.place == "Punt 2, wijk 2"
    assert remarks(given, [PLAN]) == []
