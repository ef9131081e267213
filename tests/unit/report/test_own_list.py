"""A team's own list: what is added, reworded, hidden and moved reaches every summary; the list as a file reads back."""

import dataclasses
import json
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from fii_widgets import browser
from fii_widgets.cli import main
from fii_widgets.dossier.answers import Answer
from fii_widgets.dossier.check import remarks
from fii_widgets.dossier.list_records import own_item, permanent, record
from fii_widgets.dossier.records import Dossier
from fii_widgets.errors import Problem, RequestError
from fii_widgets.export.formats import write
from fii_widgets.export.list_yaml import list_yaml
from fii_widgets.handbook.loader import Loaded, load_instrument
from fii_widgets.handbook.pages import link_targets
from fii_widgets.instrument.model import Checklist, Instrument, Item, Origin
from fii_widgets.instrument.text import yaml_text
from fii_widgets.render.reports.summary import summary_html
from fii_widgets.report.instrument.own_list import is_adaptable, own_list, usual
from fii_widgets.report.instrument.summary import summarise
from fii_widgets.report.papers.make import build
from tests.written import handbook

PROJECT = Path(__file__).parents[3]
SCALES = {
    name: {"id": name, **tree}
    for name, tree in yaml_text.read((PROJECT / "checklists" / "schalen.yaml").read_text("utf-8")).tree.items()
}
OWN = "stoplicht-1.e-abc123"
#: the files of those that a team may make its own; the architecture page says so, and why not of the other kinds
OWNED = (
    *(f"stoplicht-{phase}" for phase in range(1, 7)),
    *(
        "balans",
        "borging",
        "bruikbaarheid",
        "cfir",
        "condities",
        "gereedheid",
        "monitoringeisen",
        "pijlers",
        "_voorbeeld",
    ),
)


def lists() -> list[Loaded]:
    """Those that a team may make its own."""
    return [one for one in handbook().in_order if is_adaptable(one.instrument)]


def stoplight() -> Checklist:
    instrument = handbook().instruments["stoplicht-1"].instrument
    assert is_adaptable(instrument)
    return instrument


def test_a_team_makes_its_own_of_every_stoplight_and_every_other_checklist_without_rows() -> None:
    assert {Path(one.file).stem for one in lists()} == set(OWNED)


def note(**notes: str) -> dict[str, Answer]:
    return {id_: Answer(note=text) for id_, text in notes.items()}


def added(text: str = "De wethouder doet mee.", place: str = "s1-kaders") -> dict[str, Answer]:
    return note(**{f"{OWN}.tekst": text, f"{OWN}.plek": place})


def ids(instrument: Instrument) -> list[str]:
    return [item.id for item in instrument.items]


def test_ids_of_records() -> None:
    assert record("s1-01.tekst") == ("s1-01", "tekst")
    assert record(f"{OWN}.plek") == (OWN, "plek")
    assert record("s1-01") is record("s1-01@2") is record(OWN) is None
    assert own_item(OWN) == "stoplicht-1"
    assert own_item("s1-01") == own_item("stoplicht-1") == own_item(f"{OWN}-actie") == ""


def test_without_records_nothing_changes_and_other_kinds_never_do() -> None:
    plain = stoplight()
    assert own_list(plain, {"s1-01": Answer(choice="rood"), "s2-01.tekst": Answer(note="x")}) is plain
    tree = handbook().instruments["startpunt"].instrument
    assert own_list(tree, note(**{"sp-01.tekst": "x"})) is tree
    assert "shortlist" not in {one.instrument.id for one in lists()}
    assert len(lists()) >= 14


def test_an_own_item_stands_in_its_section_with_the_usual_scale_and_no_source() -> None:
    instrument = own_list(stoplight(), added())
    assert isinstance(instrument, Checklist)
    item = next(section.items[-1] for section in instrument.sections if section.id == "s1-kaders")
    assert (item.id, item.text, item.origin, item.source) == (OWN, "De wethouder doet mee.", Origin.OWN, None)
    assert item.scale == usual(stoplight()).scale
    assert own_list(instrument, added()) is instrument, "a list is applied once"


def test_an_own_item_of_a_section_that_is_gone_stands_in_the_last() -> None:
    assert ids(own_list(stoplight(), added(place="s1-vroeger")))[-1] == OWN


def test_own_words_keep_the_handbooks_beside_them_and_are_not_literal() -> None:
    before = stoplight().items[0]
    literal = dataclasses.replace(
        stoplight(),
        sections=tuple(
            dataclasses.replace(s, items=tuple(dataclasses.replace(i, origin=Origin.LITERAL) for i in s.items))
            for s in stoplight().sections
        ),
    )
    item = own_list(literal, note(**{"s1-01.tekst": "  Wij kennen \n onze opdrachtgever. "})).items[0]
    assert (item.text, item.handbook) == ("Wij kennen onze opdrachtgever.", before.text)
    assert (item.id, item.origin, item.source) == ("s1-01", Origin.DERIVED, before.source)
    same = own_list(literal, note(**{"s1-01.tekst": before.text})).items[0]
    assert (same.handbook, same.origin) == ("", Origin.LITERAL)


def test_hidden_items_do_not_count_are_named_and_keep_their_answer() -> None:
    answers = {"s1-01": Answer(choice="rood"), "s1-02": Answer(choice="groen"), "s1-01.verborgen": Answer(choice="ja")}
    summary = summarise(stoplight(), answers)
    assert summary.signals.total() == 10
    assert summary.stands_out == ()
    (sentence,) = [one.text for one in summary.remarks]
    assert sentence.startswith("Uw team liet 1 punt weg uit deze lijst: ‘De opdrachtgever staat met organisatie")
    assert sentence in summary_html(summary, "", "", 3)
    assert answers["s1-01"].choice == "rood"
    assert remarks(answers, [own_list(stoplight(), answers)]) == []
    assert not summarise(stoplight(), {"s1-02": Answer(choice="groen")}).remarks


def test_the_numbers_follow_the_teams_order() -> None:
    answers = {**added(), OWN: Answer(choice="rood"), **note(**{"stoplicht-1.volgorde": f"s1-02 {OWN} s1-06 s1-05"})}
    instrument = own_list(stoplight(), answers)
    assert ids(instrument) == [
        *("s1-01", "s1-02", "s1-03", "s1-10", "s1-04", OWN, "s1-06", "s1-11", "s1-05", "s1-07", "s1-08", "s1-09")
    ]
    summary = summarise(stoplight(), answers)
    assert summary.stands_out[0].cell.place == "Punt 6"
    html = summary_html(summary, "", "", 3)
    assert "De wethouder doet mee. (eigen punt)" in html
    assert "het staat niet in het handboek" in html


def test_a_new_item_of_the_handbook_stays_behind_the_one_it_follows() -> None:
    order = note(**{"stoplicht-1.volgorde": "s1-09 s1-07"})
    assert ids(own_list(stoplight(), order))[-3:] == ["s1-09", "s1-07", "s1-08"]


def test_own_words_are_shown_with_the_handbooks_beneath_and_stay_text() -> None:
    answers = {"s1-01": Answer(choice="rood"), **note(**{"s1-01.tekst": "<b>Wij</b> *weten* het."})}
    summary = summarise(stoplight(), answers)
    html = summary_html(summary, "", "", 3)
    assert "&lt;b&gt;Wij&lt;/b&gt;" in html
    assert "In het handboek: ‘De opdrachtgever staat met organisatie" in html
    paper = write(
        build("instrument", [stoplight()], Dossier(edition="x", answers=answers), "stoplicht-1"), "md"
    ).decode()
    assert r"\*weten\*" in paper
    assert "In het handboek" in paper


def test_rules_and_conditions_that_speak_of_hidden_items_are_silent() -> None:
    for one in lists():
        instrument = one.instrument
        assert isinstance(instrument, Checklist)
        for item in instrument.items:
            left = own_list(instrument, {f"{item.id}.verborgen": Answer(choice="ja")})
            assert isinstance(left, Checklist)
            named = [id_ for rule in left.rules for id_ in (*rule.items, rule.item, rule.target)]
            named += [other for kept in left.items for other, _ in kept.only_with]
            assert item.id not in named, one.file


def test_the_check_of_a_file_knows_the_records_and_says_which_have_no_place() -> None:
    good = {**added(), OWN: Answer(choice="rood"), **note(**{"s1-01.tekst": "a", "stoplicht-1.volgorde": "s1-02"})}
    assert remarks(good, [own_list(stoplight(), good)]) == []
    wrong = {**good, "weg-01.tekst": Answer(note="a"), OWN: Answer(choice="paars")}
    said = " ".join(remarks(wrong, [own_list(stoplight(), wrong)]))
    assert "weg-01.tekst" in said
    assert "paars" in said


def read_back(text: str, folder: Path, id_: str) -> Instrument:
    (folder / "checklists").mkdir(exist_ok=True)
    path = folder / "checklists" / f"{id_}.yaml"
    path.write_text(text, "utf-8")
    problems: list[Problem] = []
    found = load_instrument(path, folder, SCALES, link_targets(handbook().pages), problems).instrument
    assert problems == []
    return found


def as_file(instrument: Checklist) -> Instrument:
    """What a file can hold of a list: own items with permanent ids, and not what the handbook said."""

    def kept(item: Item) -> Item:
        return dataclasses.replace(item, id=permanent(item.id), handbook="")

    sections = tuple(
        dataclasses.replace(section, items=tuple(kept(item) for item in section.items))
        for section in instrument.sections
    )
    flows = tuple(dataclasses.replace(flow, giver=None) for flow in instrument.flows)  # the loader fills these in
    return dataclasses.replace(instrument, sections=sections, flows=flows, hidden=(), adapted=False)


@pytest.mark.parametrize("loaded", OWNED, indirect=True)
def test_every_list_reads_back_as_it_is_and_without_any_one_item(loaded: Loaded, tmp_path: Path) -> None:
    instrument: Any = loaded.instrument
    assert read_back(list_yaml(instrument), tmp_path, instrument.id) == as_file(instrument)
    for item in instrument.items[:: max(1, len(instrument.items) // 4)]:
        left = own_list(instrument, {f"{item.id}.verborgen": Answer(choice="ja")})
        assert is_adaptable(left)
        if left.items:
            assert read_back(list_yaml(left), tmp_path, instrument.id) == as_file(left)


TEXTS = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=120)


@settings(max_examples=60, deadline=None)
@given(
    own=TEXTS,
    worded=TEXTS,
    order=st.permutations(["s1-05", "s1-06", OWN]),
    hidden=st.sets(st.sampled_from(["s1-03", "s1-04", "s1-09"])),
)
def test_whatever_was_typed_reads_back(
    own: str, worded: str, order: list[str], hidden: set[str], tmp_path_factory: Any
) -> None:
    answers = {
        **added(own), **note(**{"s1-05.tekst": worded, "stoplicht-1.volgorde": " ".join(order)}),
        **{f"{id_}.verborgen": Answer(choice="ja") for id_ in hidden},
    }  # fmt: skip
    instrument = own_list(stoplight(), answers)
    assert is_adaptable(instrument)
    folder = tmp_path_factory.mktemp("lijst")
    assert read_back(list_yaml(instrument), folder, "stoplicht-1") == as_file(instrument)


def test_hard_texts_read_back_and_a_long_one_is_refused_in_words(tmp_path: Path) -> None:
    for text in (
        'a: "b" \\ #c',
        "ja",
        "- x",
        "'",
        "&anker *x !!str",
        "\x7f\x9fx\ufeff😀",
        "{{ x }} {% y %}",
        "x" * 300,
    ):
        instrument = own_list(stoplight(), added(text))
        assert is_adaptable(instrument)
        back = read_back(list_yaml(instrument), tmp_path, "stoplicht-1")
        found = next(item.text for item in back.items if item.origin is Origin.OWN)
        assert found == text
    with pytest.raises(RequestError, match=r"begint met ‘x{40}…’ is langer dan 300 tekens"):
        list_yaml(own_list(stoplight(), added("x" * 301)))


def test_the_browser_gives_the_file_and_refuses_in_words() -> None:
    one = handbook().instruments["stoplicht-1"]
    wire = {id_: {"note": answer.note} for id_, answer in added().items()}
    reply = json.loads(browser.call(json.dumps({"op": "list_yaml", "instrument": one.tree, "answers": wire})))
    assert "stoplicht-1-e-abc123" in reply["text"]
    nothing = {f"{item.id}.verborgen": {"choice": "ja"} for item in one.instrument.items}
    reply = json.loads(browser.call(json.dumps({"op": "list_yaml", "instrument": one.tree, "answers": nothing})))
    assert reply["message"] == "Uw lijst heeft geen punten meer. Zet er eerst een of meer terug."
    tree = handbook().instruments["startpunt"].tree
    assert not json.loads(browser.call(json.dumps({"op": "list_yaml", "instrument": tree, "answers": {}})))["ok"]


def test_the_command_line_writes_the_same_file(tmp_path: Path, capfd: pytest.CaptureFixture[str]) -> None:
    at = "2026-11-22T10:00:00Z"
    file = tmp_path / "dossier.json"
    file.write_text(
        json.dumps(
            {
                "schema": 1, "kind": "fii-dossier", "edition": "handboek-fii", "content": "0.1.0", "saved": at,
                "answers": {id_: {"note": answer.note, "at": at} for id_, answer in added().items()},
                "history": [], "actions": [],
            }
        ),
        "utf-8",
    )  # fmt: skip
    assert main(["--map", str(PROJECT), "lijst", str(file), "stoplicht-1"]) == 0
    instrument = own_list(stoplight(), added())
    assert is_adaptable(instrument)
    assert capfd.readouterr().out == list_yaml(instrument)
    assert main(["--map", str(PROJECT), "lijst", str(file), "gereedhed"]) == 1
    assert "Bedoelde u 'gereedheid'?" in capfd.readouterr().err
