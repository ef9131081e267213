"""Every data file of the handbook is loaded and checked; a new file is tested by existing."""

import json
from pathlib import Path
from typing import Any

import jsonschema
import pytest
import yaml

from fii_widgets import lint
from fii_widgets.dossier.keys.schema import dossier_schema
from fii_widgets.dossier.records import SCHEMA
from fii_widgets.handbook.loader import instrument_files
from fii_widgets.instrument.keys.schema import instrument_schema, scales_schema
from fii_widgets.instrument.keys.table import KINDS, SCALE
from fii_widgets.instrument.model import RuleKind
from fii_widgets.shapes.record import Record
from tests.written import handbook

PROJECT = Path(__file__).parents[3]
FILES = list(instrument_files(PROJECT))


def test_the_handbook_has_no_problems() -> None:
    assert lint.check(PROJECT) == []


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_the_editor_schema_accepts_what_the_parser_accepts(path: Path) -> None:
    jsonschema.validate(yaml.safe_load(path.read_text("utf-8")), instrument_schema(handbook().scales))


def test_the_editor_schema_accepts_the_scales() -> None:
    scales = yaml.safe_load((PROJECT / "checklists" / "schalen.yaml").read_text("utf-8"))
    jsonschema.validate(scales, scales_schema())
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(scales | {"half": {"keuzes": [{"id": "ja", "lable": "Ja"}]}}, scales_schema())


def test_the_editor_schema_knows_the_scales_by_name() -> None:
    wrong = yaml.safe_load((PROJECT / "checklists" / "_voorbeeld.yaml").read_text("utf-8")) | {"schaal": "stoplihct"}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(wrong, instrument_schema(handbook().scales))


@pytest.mark.parametrize("path", sorted((PROJECT / "checklists").glob("*.yaml")), ids=lambda path: path.stem)
def test_every_file_tells_an_editor_its_schema(path: Path) -> None:
    first = path.read_text("utf-8").splitlines()[0]
    name = first.removeprefix("# yaml-language-server: $schema=")
    assert name != first
    assert name == ("schalen" if path.stem == "schalen" else "checklist") + ".schema.json"
    assert (path.parent / name).is_file()


def keys_of(shape: object, seen: set[int]) -> list[tuple[str, str]]:
    """Every key below a shape of the parser's table, with its help."""
    if id(shape) in seen:
        return []
    seen.add(id(shape))
    found = []
    for key in shape.keys if isinstance(shape, Record) else ():
        found.append((f"{shape.noun}.{key.name}", key.help))
        found += keys_of(key.shape, seen)
    return found + (keys_of(entry, seen) if (entry := getattr(shape, "shape", None)) is not None else [])


def test_every_key_of_the_table_has_a_description_that_editors_show() -> None:
    keys = [pair for record in (*KINDS.values(), SCALE) for pair in keys_of(record, set())]
    assert len(keys) > 60
    assert [name for name, help_ in keys if len(help_) < 6] == []
    assert undescribed(instrument_schema(handbook().scales), "") == []
    assert undescribed(scales_schema(), "") == []
    assert undescribed({"type": "object", "properties": {"a": {"type": "string"}}}, "") == ["/a"]


def undescribed(node: object, path: str) -> list[str]:
    """Keys of a schema without a description: an editor says nothing about them."""
    if isinstance(node, list):
        return [found for index, child in enumerate(node) for found in undescribed(child, f"{path}/{index}")]
    if not isinstance(node, dict):
        return []
    own = node["properties"] if node.get("type") == "object" and "properties" in node else {}
    missing = [f"{path}/{name}" for name, one in own.items() if isinstance(one, dict) and not one.get("description")]
    return missing + [found for key, child in node.items() for found in undescribed(child, f"{path}/{key}")]


def test_the_editor_schema_refuses_an_unknown_key() -> None:
    wrong = yaml.safe_load(FILES[0].read_text("utf-8")) | {"toelichtng": "x"}
    with pytest.raises(jsonschema.ValidationError):
        jsonschema.validate(wrong, instrument_schema())


def test_the_schema_in_the_repository_is_the_schema_of_the_code() -> None:
    stored = json.loads((PROJECT / "checklists" / "checklist.schema.json").read_text("utf-8"))
    assert stored == instrument_schema(handbook().scales), "run: fii schema"
    scales = json.loads((PROJECT / "checklists" / "schalen.schema.json").read_text("utf-8"))
    assert scales == scales_schema(), "run: fii schema"


def schema_of(number: int) -> dict[str, Any]:
    """The published schema of a dossier: today's from the table, earlier ones as they were."""
    if number == SCHEMA:
        return dossier_schema()
    published: dict[str, Any] = json.loads((PROJECT / f"docs/schema/dossier-{number}.json").read_text("utf-8"))
    return published


def test_the_schemas_are_schemas() -> None:
    jsonschema.Draft202012Validator.check_schema(instrument_schema())
    for number in range(1, SCHEMA + 1):
        jsonschema.Draft202012Validator.check_schema(schema_of(number))


@pytest.mark.parametrize(("id_", "count"), [("startpunt", 2), ("stoplicht-1", 11), ("gereedheid", 27)])
def test_the_instruments_have_their_items(id_: str, count: int) -> None:
    assert len(handbook().instruments[id_].instrument.items) == count


@pytest.mark.parametrize("path", sorted((PROJECT / "tests" / "golden").glob("*.json")), ids=lambda path: path.stem)
def test_every_dossier_ever_saved_fits_its_schema(path: Path) -> None:
    dossier = json.loads(path.read_text("utf-8"))
    jsonschema.validate(dossier, schema_of(dossier["schema"]))


def test_the_example_to_copy_explains_every_kind_of_rule() -> None:
    example = (PROJECT / "checklists" / "_voorbeeld.yaml").read_text("utf-8")
    assert [kind.value for kind in RuleKind if f"#   {kind.value} " not in example] == []
