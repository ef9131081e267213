"""Files that are opened: every kept file opens for ever, and hostile ones are refused with a sentence that helps."""

import json
from dataclasses import MISSING, fields
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from fii_widgets.dossier.file.open import open_text, open_tree
from fii_widgets.dossier.keys import table
from fii_widgets.dossier.keys.schema import dossier_schema
from fii_widgets.dossier.limits import BYTES, DossierError, parse_text
from fii_widgets.dossier.merge import merge
from fii_widgets.dossier.records import Dossier
from fii_widgets.dossier.write import text, tree
from fii_widgets.shapes.record import ABSENT, Record

GOLDEN = sorted((Path(__file__).parents[2] / "golden").glob("*.json"))
TIME = "2026-11-22T01:41:26.478Z"
SOUND: dict[str, Any] = tree(Dossier(edition="handboek-fii"))


def test_there_are_files_of_both_schemas() -> None:
    schemas = [json.loads(path.read_text("utf-8"))["schema"] for path in GOLDEN]
    assert len(GOLDEN) >= 20
    assert schemas.count(1) >= 8
    assert schemas.count(2) >= 8


@pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
def test_every_dossier_ever_saved_opens_without_loss(path: Path) -> None:
    raw = json.loads(path.read_text("utf-8"))
    opened = open_text(path.read_text("utf-8"), path.name, "handboek-fii")
    assert not opened.newer
    written = tree(opened.dossier)
    assert written["answers"] == {id_: {k: v for k, v in one.items() if v} for id_, one in raw["answers"].items()}
    assert written["history"] == raw["history"]
    if raw["schema"] > 1:
        assert (
            written | {"schema": raw["schema"]}
            == {"aside": [], "topics": {}, "rounds": {}, "asked": None, "keeper": None} | raw
        )
    jsonschema.validate(written, dossier_schema())
    assert text(merge(opened.dossier, opened.dossier)) == text(opened.dossier)


def wrong(**parts: object) -> str:
    return json.dumps(SOUND | parts)


HOSTILE = {
    "size": ['{"a":"' + "x" * BYTES + '"}'],
    "depth": ["[" * 3000 + "]" * 3000, '{"a":' * 21 + "1" + "}" * 21],
    "keys": ["[" + "1," * 400_001 + "1]", "{" + ",".join(f'"{n}":1' for n in range(200_001)) + "}"],
    "string": [wrong(content="x" * 12_001), wrong(content="\U0001f600" * 12_001), f'{{"{"x" * 12_001}":1}}'],
    "duplicate": ['{"kind":1,"kind":2}', '{"kind":1,"k\\u0069nd":2}'],
    "prototype": ['{"__proto__":1}', '{"a":{"constructor":1}}', '{"\\u0070rototype":1}'],
    "number": [f'{{"schema":{number}}}' for number in ("1e999", "2.0", "2e0", "-0", "9007199254740993", "1" * 18)],
    "text": [wrong(content="\ud800"), '{"a":"\\udfff"}', '{"\\ud83d":1}'],
    "json": ["nul", "}", '{"a":1}x', '{"a":NaN}', '{"a":01}', '{"a":1,}', '{"a":"\n"}', '{"a":\u00a01}', '{"a":"\\x"}'],
    "empty": ["", " \n"],
    "cut": ["{", '{"kind":"fii-dossier","answers":{"s1-01":{"cho', '{"a":1', '{"a":tru', "[["],
    "two": ['{"a":1}{', '{"a":1}\n\n{"a":1}'],
    "quotes": ["{'a':1}", "{“kind”:1}", '{"a“:"b”}', "{&quot;a&quot;:1}", '{\\"a\\":1}'],
    "kind": ["[]", "1", '"x"', "null", wrong(kind="fii"), '{"schema":2}'],
    "edition": [wrong(edition="ander")],
    "shape": [
        wrong(schema="2"),
        wrong(schema=True),
        wrong(schema=0),
        wrong(extra=1),
        wrong(saved="gisteren"),
        wrong(saved="2026-13-01T00:00:00Z"),
        wrong(saved="2026-02-30T00:00:00Z"),
        wrong(saved="2026-01-01T24:00:00Z"),
        wrong(saved="9999-12-31T23:59:59-01:00"),
        wrong(saved="0001-01-01T00:00:00+01:00"),
        wrong(answers=[]),
        wrong(answers={"-x": {"at": TIME}}),
        wrong(answers={"x/y": {"at": TIME}}),
        wrong(answers={"x" * 81: {"at": TIME}}),
        wrong(answers={"s1-01": {"choice": 1, "at": TIME}}),
        wrong(answers={"s1-01": {"choice": "rood"}}),
        wrong(answers={"s1-01": {"choice": "rood", "at": TIME, "html": "<b>"}}),
        wrong(name="Noord"),
        wrong(rhythm={"at": TIME, "text": "wekelijks"}),
        wrong(team={"at": TIME, "text": "ja"}),
        wrong(member="../m"),
        wrong(reviews={"1": {}}),
        wrong(reviews={"r-1": {"at": TIME, "date": "2026-02-30", "state": "open"}}),
        wrong(reviews={"r-1": {"at": TIME, "date": "2026-02-03", "state": "weg"}}),
        wrong(reviews={"r-1": {"at": TIME, "date": "2026-02-03", "state": "open", "phases": [7]}}),
        wrong(reviews={"r-1": {"at": TIME, "date": "2026-02-03", "state": "open", "phases": [True]}}),
        wrong(reviews={"r-1": {"at": TIME, "date": "2026-02-03", "state": "open", "decisions": {"d-1": "x"}}}),
        wrong(actions=[]),
        wrong(actions={"a-1": {"at": TIME, "text": "x", "state": "misschien"}}),
        wrong(actions={"a-1": {"at": TIME, "text": "x", "state": "open", "due": "morgen"}}),
        wrong(members={"m-1": {"at": TIME, "side": "geen"}}),
        wrong(members={"m-1": {"at": TIME, "gone": "ja"}}),
        wrong(places={"p-1": {"at": TIME, "answers": {"s1-01": {}}}}),
        wrong(versions={"settings/html": []}),
        wrong(versions={"a/b/c/d/e": []}),
        wrong(versions={"s1-01": [{"choice": "rood"}]}),
        wrong(versions={"reviews/r-1": [{"at": TIME}]}),
        wrong(versions={"reviews/r-1": [{"at": TIME, "date": "2026-02-03", "state": "open", "notes": {}}]}),
        wrong(versions={"members/m-1": [{"at": TIME, "label": "PL", "answers": {}}]}),
        wrong(versions={"s1-01": {"choice": "rood", "at": TIME}}),
        wrong(aside=[{"where": "answers/x", "text": "y"}]),
        wrong(versions={"settings/rhythm": [{"at": TIME, "text": "dagelijks"}]}),
        wrong(versions={"settings/team": [{"at": TIME, "text": "ja"}]}),
        wrong(history=[{"at": TIME, "event": "gestolen", "changes": []}]),
        wrong(history=[{"at": TIME, "event": "opened", "changes": [{"item": "", "before": None, "after": None}]}]),
    ],
}


@pytest.mark.parametrize(("code", "hostile"), [(code, one) for code, many in HOSTILE.items() for one in many])
def test_a_hostile_file_is_refused_with_a_sentence_that_says_what_is_safe(code: str, hostile: str) -> None:
    with pytest.raises(DossierError) as refused:
        open_text(hostile, "dossier.json", "handboek-fii")
    assert refused.value.code == code
    assert "dossier.json" in str(refused.value)
    assert "Uw antwoorden zijn niet veranderd." in str(refused.value)


def test_the_sound_file_that_the_hostile_ones_are_made_of_opens() -> None:
    assert open_text(wrong(), "dossier.json", "handboek-fii").dossier == Dossier(edition="handboek-fii")


def test_a_string_that_nobody_closed_is_looked_at_once() -> None:
    """Escaped quotes: each could begin a string that ends nowhere. Sixteen thousand took fifteen seconds."""
    with pytest.raises(DossierError) as refused:
        open_text('{"a": "' + '\\"' * 1_000_000)
    assert refused.value.code == "cut"


def test_limits_let_through_what_just_fits() -> None:
    for character in ("x", "\n", "\U0001f600"):
        assert open_text(wrong(content=character * 12_000)).dossier.content == character * 12_000
    assert parse_text('{"a":9007199254740991,"b":-2,"c":2.5}') == {"a": 9007199254740991, "b": -2, "c": 2.5}


def test_a_newer_schema_opens_to_look_at_and_passes_over_what_it_does_not_know() -> None:
    newer = SOUND | {"schema": 4, "lampen": {}, "answers": {"s1-01": {"choice": "rood", "at": TIME}, "x": {"vorm": 1}}}
    opened = open_tree(newer, "dossier.json", "handboek-fii")
    assert (opened.newer, opened.schema, list(opened.dossier.answers)) == (True, 4, ["s1-01"])


def of_schema_1(**parts: object) -> dict[str, Any]:
    return json.loads(GOLDEN[0].read_text("utf-8")) | parts


def test_an_action_of_schema_1_keeps_its_words() -> None:
    found = open_tree(of_schema_1(actions=[{"text": "Bel"}])).dossier.actions
    assert [one.text for one in found.values()] == ["Bel"]


@pytest.mark.parametrize(
    "more",
    [{"actions": [{"wat": 1}]}, {"actions": [{"text": "Bel", "wie": "PL"}]}, {"lampen": {}}, {"actions": ["Bel"]}],
)
def test_what_schema_1_did_not_have_is_refused_and_never_dropped(more: dict[str, Any]) -> None:
    with pytest.raises(DossierError, match="Plaats"):
        open_tree(of_schema_1(**more))


def test_what_schema_1_did_not_have_and_we_know_is_kept() -> None:
    review = {"at": TIME, "date": "2026-02-03", "state": "open"}
    assert open_tree(of_schema_1(reviews={"r-1": review})).dossier.reviews["r-1"].date == "2026-02-03"


@pytest.mark.parametrize("record", [table.ANSWER, table.REVIEW, table.ACTION, table.MEMBER, table.PLACE, table.EVENT])
def test_what_a_file_leaves_out_is_what_the_page_fills_in(record: Record) -> None:
    """The page takes the table's default, Python that of the value itself."""
    own = {
        field.name: field.default_factory if field.default is MISSING else field.default
        for field in fields(record.make)
    }
    for key in record.keys:
        if key.default is not ABSENT:
            ours = own[key.attribute]() if callable(own[key.attribute]) else own[key.attribute]
            assert key.shape.read(key.default, (), pytest.fail) == ours
