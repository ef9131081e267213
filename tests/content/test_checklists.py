"""Every data file of the handbook is loaded and checked; a new file is tested by existing."""

import json
from pathlib import Path

import jsonschema
import pytest
import yaml

from fii_widgets import lint
from fii_widgets.dossier.schema import dossier_schema_2
from fii_widgets.loader import instrument_files, load
from fii_widgets.model import RuleKind
from fii_widgets.schema import dossier_schema, instrument_schema

PROJECT = Path(__file__).parents[2]
HANDBOOK = load(PROJECT)
FILES = list(instrument_files(PROJECT))


def test_the_handbook_has_no_problems() -> None:
    assert lint.check(PROJECT) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_editor_schema_accepts_what_the_parser_accepts(path: Path) -> None:
    jsonschema.validate(yaml.safe_load(path.read_text("utf-8")), instrument_schema())


def test_the_editor_schema_refuses_an_unknown_key() -> None:
    wrong = yaml.safe_load(FILES[0].read_text("utf-8")) | {"toelichtng": "x"}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(wrong, instrument_schema())


def test_the_schema_in_the_repository_is_the_schema_of_the_code() -> None:
    stored = json.loads((PROJECT / "checklists" / "checklist.schema.json").read_text("utf-8"))
    assert stored == instrument_schema(), "run: fii schema"


def test_the_schemas_are_schemas() -> None:
    jsonschema.Draft202012Validator.check_schema(instrument_schema())
    jsonschema.Draft202012Validator.check_schema(dossier_schema())
    jsonschema.Draft202012Validator.check_schema(dossier_schema_2())


@pytest.mark.parametrize(("id_", "count"), [("startpunt", 2), ("stoplicht-1", 9), ("gereedheid", 27)])
def test_the_instruments_have_their_items(id_: str, count: int) -> None:
    assert len(HANDBOOK.instruments[id_].instrument.items) == count


@pytest.mark.parametrize("path", sorted((PROJECT / "tests" / "golden").glob("*.json")), ids=lambda path: path.stem)
def test_every_dossier_ever_saved_fits_its_schema(path: Path) -> None:
    dossier = json.loads(path.read_text("utf-8"))
    jsonschema.validate(dossier, {1: dossier_schema, 2: dossier_schema_2}[dossier["schema"]]())


def test_the_example_to_copy_explains_every_kind_of_rule() -> None:
    example = (PROJECT / "checklists" / "_voorbeeld.yaml").read_text("utf-8")
    assert [kind.value for kind in RuleKind if f"#   {kind.value} " not in example] == []
