"""A picture, its table and the answers tell the same, whichever way one counts; an empty picture is not drawn."""

import random
import re
from collections import Counter
from dataclasses import replace
from functools import cache
from pathlib import Path

import html5lib
import pytest

from fii_widgets.dossier.answers import Answer
from fii_widgets.dossier.records import Dossier
from fii_widgets.errors import Problem
from fii_widgets.export.formats import write
from fii_widgets.export.md import plain
from fii_widgets.handbook.loader import instrument_files, load_instrument
from fii_widgets.handbook.pages import link_targets
from fii_widgets.instrument.model import Checklist, Input
from fii_widgets.instrument.text import yaml_text
from fii_widgets.render.pictures.draw import drawings, picture_html
from fii_widgets.render.reports.paper import paper_html
from fii_widgets.render.reports.summary import summary_html
from fii_widgets.report.cells import cell_id, cells
from fii_widgets.report.instrument.summary import summarise
from fii_widgets.report.papers.make import build
from fii_widgets.report.pictures.make import pictures as made
from fii_widgets.report.pictures.make import table
from fii_widgets.report.pictures.picture import Balance, Cover, Picture, Profile, Reached, Spread
from tests.written import handbook, instruments

PROJECT = Path(__file__).parents[3]
SVG = "{http://www.w3.org/2000/svg}"
NUMBERS = ["40", "1.200", "12,5", "0", "veel", "9" * 300, ""]


@cache
def every_kind() -> Checklist:
    """The example of this folder that has every picture."""
    read = yaml_text.read((PROJECT / "checklists" / "schalen.yaml").read_text("utf-8")).tree
    problems: list[Problem] = []
    scales = {name: {"id": name, **tree} for name, tree in read.items()}
    path = PROJECT / "tests" / "examples" / "valid" / "beelden.yaml"
    found = load_instrument(path, PROJECT, scales, link_targets(handbook().pages), problems).instrument
    assert problems == []
    assert isinstance(found, Checklist)
    return found


def checklist(id_: str) -> Checklist:
    found = handbook().instruments[id_].instrument
    assert isinstance(found, Checklist)
    return found


#: the example, and every instrument that asks for a picture
DRAWN = ["beelden", *(path.stem for path in instrument_files(PROJECT) if "\nbeeld:" in path.read_text("utf-8"))]
EACH_DRAWN = pytest.mark.parametrize("instrument", DRAWN, indirect=True)
SEEDS = range(5)


def drawn_by(name: str) -> Checklist:
    return every_kind() if name == DRAWN[0] else checklist(name)


@pytest.fixture
def instrument(request: pytest.FixtureRequest) -> Checklist:
    return drawn_by(request.param)


def filled(instrument: Checklist, seed: int) -> dict[str, Answer]:
    """Answers as people leave them: gaps, unknowns, words where a number should be."""
    chance = random.Random(seed)
    given: dict[str, Answer] = {}
    for section in instrument.sections:
        for row in range(1, section.rows.most + 1) if section.rows else (0,):
            if row and chance.random() < 0.4:
                continue
            for item in section.items:
                if chance.random() < 0.25:
                    continue
                notes = {Input.NUMBER: NUMBERS, Input.DATE: ["2026-06-30", "2025-12-31", "ooit"]}
                note = chance.choice(
                    notes.get(item.input, ["", "Zuid", "zuid", "Een <b>lange</b> naam van wie dit is & doet"])
                )
                choice = chance.choice(item.options).id if item.options else ""
                given[cell_id(item.id, row)] = Answer(choice=choice, note=note)
    return given


def pictures(instrument: Checklist, given: dict[str, Answer]) -> list[Picture]:
    return list(summarise(instrument, given).pictures)


def only(instrument: Checklist, kind: type, given: dict[str, Answer]) -> object:
    return next((one for one in pictures(instrument, given) if isinstance(one, kind)), None)


def test_every_picture_of_the_handbook_is_tested_here() -> None:
    drawn = {
        type(one)
        for instrument in map(drawn_by, DRAWN)
        for seed in SEEDS
        for one in pictures(instrument, filled(instrument, seed))
    }
    assert drawn == {Profile, Cover, Spread, Reached, Balance}
    assert {one.id for one in instruments() if getattr(one, "pictures", ())} == {*DRAWN[1:]}


@EACH_DRAWN
def test_nothing_filled_in_draws_nothing(instrument: Checklist) -> None:
    assert pictures(instrument, {}) == []
    fields_only = {field.id: Answer(note="x") for field in instrument.fields}
    assert pictures(instrument, fields_only) == []


def tiles(html: str, drawing: int) -> Counter[str]:
    """Count the tiles of one of the two drawings by shape, the key included."""
    tree = html5lib.parseFragment(html)
    svg = list(tree.iter(f"{SVG}svg"))[drawing]
    found: Counter[str] = Counter()
    for node in svg.iter():
        name = re.search(r"fii-tegel--(?!rand)([a-z]+)", node.get("class") or "")
        if name:
            found[name[1]] += 1
        elif node.tag == f"{SVG}text" and "vraag" in (node.get("class") or ""):
            found["onbekend" if node.text == "?" else "nvt"] += 1
    return found


def disagree(picture: Profile | Balance, html: str) -> list[str]:
    """What differs between the two drawings, the table as text, and the counts."""
    bars = picture.bars if isinstance(picture, Profile) else [side.bar for side in picture.sides]
    counted = Counter({mark.shape: 1 for mark in picture.marks})  # once in the key
    for bar in bars:
        counted.update({mark.shape: count for mark, count in zip(picture.marks, bar.counts, strict=True)})
    tree = html5lib.parseFragment(html, namespaceHTMLElements=False)
    rows = [["".join(cell.itertext()) for cell in row] for row in tree.iter("tr")][1:]
    told = [
        [bar.label, *(f"{mark.label}: {count}" for mark, count in zip(picture.marks, bar.counts, strict=True))]
        for bar in bars
    ]
    wrong = [f"drawing {index}" for index in (0, 1) if +tiles(html, index) != +counted]
    return [*wrong, *(["table"] if rows != told else [])]


@pytest.mark.parametrize("seed", SEEDS)
@EACH_DRAWN
def test_tiles_table_and_answers_are_the_same_counts(instrument: Checklist, seed: int) -> None:
    given = filled(instrument, seed)
    for picture in pictures(instrument, given):
        if isinstance(picture, Profile | Balance):
            assert disagree(picture, picture_html(picture)) == []
        if isinstance(picture, Profile):
            shown = {bar.label for bar in picture.bars}
            sections = {item.id: section.title for section in instrument.sections for item in section.items}
            answered = Counter(
                (sections[cell.item.id], cell.option.label if cell.option else "Niet ingevuld")
                for cell in cells(instrument, given)
                if cell.item.options and not cell.row and sections[cell.item.id] in shown
            )
            drawn = Counter(
                {
                    (bar.label, mark.label): n
                    for bar in picture.bars
                    for mark, n in zip(picture.marks, bar.counts, strict=True)
                }
            )
            assert +drawn == +answered


def test_a_picture_that_lost_a_tile_or_a_number_is_found() -> None:
    picture = only(every_kind(), Profile, filled(every_kind(), 1))
    assert isinstance(picture, Profile)
    html = picture_html(picture)
    tile = re.search(r'<(rect|circle|polygon) class="fii-tegel fii-tegel--(?!rand)[^>]*></\1>', html)
    assert tile
    assert disagree(picture, html.replace(tile[0], "", 1)) == ["drawing 0"]
    assert disagree(picture, re.sub(r"(: </span>)\d+", r"\g<1>77", html, count=1)) == ["table"]


@pytest.mark.parametrize("seed", SEEDS)
def test_each_person_stands_at_one_place_or_is_said_to_have_none(seed: int) -> None:
    for instrument in (every_kind(), checklist("sleutelfiguren")):
        picture = only(instrument, Spread, filled(instrument, seed))
        if isinstance(picture, Spread):
            placed = [one.number for row in picture.rows for cell in row.cells for one in cell]
            assert sorted([*placed, *(one.number for one in picture.unplaced)]) == [
                one.number for one in picture.people
            ]
            words = " ".join([*(cell for row in table(picture).rows for cell in row), *table(picture).notes])
            assert all(one.name in words for one in picture.people)
            assert all(row.gap == (not any(row.cells)) for row in picture.rows)


def test_an_empty_level_is_a_gap_and_a_level_that_may_be_empty_is_not_drawn() -> None:
    given = {
        "sk-niveau@1": Answer(choice="beleid"),
        "sk-partij@1": Answer(choice="gevend"),
        "sk-niveau@2": Answer(choice="onbekend"),
    }
    picture = only(checklist("sleutelfiguren"), Spread, given)
    assert isinstance(picture, Spread)
    assert [row.label for row in picture.rows if row.gap] == [
        "Wethouder", "Gemeenteraadslid", "Lijnmanager", "Projectleider", "Uitvoerder", "Burger",
    ]  # fmt: skip
    assert "Andere organisatie" not in [row.label for row in picture.rows]
    assert [one.number for one in picture.unplaced] == [2]
    assert picture.nobody_of == ("Ontvangende organisatie", "Derden")
    assert table(picture).rows[0] == ("Wethouder", "nog niemand", "nog niemand", "nog niemand")


def test_a_competence_that_nobody_brings_and_an_organisation_without_anybody_are_gaps() -> None:
    given = {
        "tm-organisatie@1": Answer(choice="gevend"),
        "tm-1@1": Answer(choice="ja"),
        "tm-2@1": Answer(choice="deels"),
    }
    picture = only(checklist("implementatieteam"), Cover, given)
    assert isinstance(picture, Cover)
    assert [row.gap for row in picture.rows] == [False, True, True, True, True, False, True]
    assert [row.marks[0].label for row in picture.rows] == ["Ja", "Deels", *["Niet ingevuld"] * 3, "Ja", "Nee"]


def monitor(*rows: tuple[str, str, str, str, str]) -> Reached | None:
    """Rows of (area, date, target, reached, who counts)."""
    names = ("om-2-waar", "om-5-datum", "om-5-doel", "om-5-bereikt", "om-5-telt")
    given = {
        cell_id(name, row): Answer(note=value)
        for row, values in enumerate(rows, 1)
        for name, value in zip(names, values, strict=True)
    }
    picture = only(checklist("outputmonitor"), Reached, given)
    assert picture is None or isinstance(picture, Reached)
    return picture


def test_periods_stand_in_the_order_of_time_and_without_dates_in_that_of_the_form() -> None:
    late, early = ("Zuid", "2026-12-31", "60", "32", "één keer"), ("Zuid", "2026-06-30", "40", "44", "één keer")
    picture = monitor(late, early)
    assert picture
    assert [one.reached for one in picture.series[0].periods] == [44, 32]
    undated = monitor(late, ("Zuid", "", "40", "44", "één keer"))
    assert undated
    assert [one.reached for one in undated.series[0].periods] == [32, 44]


def test_areas_share_a_scale_only_where_everybody_counts_in_the_same_way() -> None:
    south, north = ("Zuid", "", "60", "30", "Na één keer"), ("Noord", "", "20", "10", "na één keer")
    same = monitor(south, north)
    assert same
    assert same.same_scale
    assert {one.most for one in same.series} == {60}
    for counted in ("het hele aanbod", ""):
        other = monitor(south, (*north[:4], counted))
        assert other
        assert not other.same_scale
        assert [one.most for one in other.series] == [60, 20]
        assert "Vergelijk de blokken niet" in picture_html(other)
    apart = monitor(south, ("Zuid", "", "20", "10", "het hele aanbod"))
    assert apart
    assert len(apart.series) == 2, "one area that began to count otherwise is two series"


def test_half_reached_is_half_as_long_and_what_is_no_number_draws_no_bar() -> None:
    picture = monitor(("Zuid", "", "60", "30", "x"))
    assert picture
    bars = re.findall(r'fii-beeld__staaf" x="(\d+)" y="\d+" width="(\d+)"', picture_html(picture))
    marks = re.findall(r'fii-beeld__doel" d="M(\d+)', picture_html(picture))
    assert ("200", "100") in bars
    assert "400" in marks
    for wrong in ("veel", "9" * 300, ""):
        picture = monitor(("Zuid", "", "60", wrong, "x"))
        assert picture
        assert picture.series[0].periods[0].reached is None
        assert "doel 60, nog geen bereik" in picture_html(picture)
    assert monitor(("Zuid", "", "veel", "weinig", "x")) is None
    assert monitor(("Zuid", "", "0", "0", "x")) is None


@EACH_DRAWN
def test_drawings_have_a_name_words_whole_numbers_and_no_styles(instrument: Checklist) -> None:
    for seed in SEEDS:
        for picture in pictures(instrument, filled(instrument, seed)):
            html = picture_html(picture)
            assert html.count("<title>") == html.count("<desc>") == html.count('role="img"') == 2
            assert "<b>" not in html
            assert not re.search(r' (?:x|y|cx|cy|r|d|width|height|points|viewBox)="[^"]*\.', html)
            assert " style=" not in html
            assert " id=" not in html


@EACH_DRAWN
def test_a_paper_has_each_picture_as_its_table_and_the_printer_draws_it(instrument: Checklist) -> None:
    answers = filled(instrument, 3)
    paper = build("instrument", [instrument], Dossier(edition="x", answers=answers), instrument.id)
    text, html = write(paper, "md").decode(), paper_html(paper)
    found = summarise(instrument, answers).pictures
    assert found
    for picture in found:
        data = table(picture)
        assert f"**{plain(picture.title)}**" in text
        assert all(plain(cell) in text for row in data.rows for cell in row)
        assert all(plain(note) in text for note in data.notes)
        assert drawings(picture) in html


def test_what_helps_is_named_with_what_was_written_under_it() -> None:
    given = {
        "cd-interventie-1": Answer(choice="bevorderend"),
        "cd-interventie-1-actie": Answer(note="Blijf het vertellen."),
        "cd-interventie-2": Answer(choice="belemmerend"),
        "cd-doelgroep-1": Answer(choice="bevorderend", note="in Zuid"),
    }
    summary = summarise(checklist("condities"), given)
    assert [found.cell.item.id for found in summary.named] == ["cd-interventie-1", "cd-doelgroep-1"]
    paper = build("instrument", [checklist("condities")], Dossier(edition="x", answers=given), "condities")
    for text in (summary_html(summary, "../", "", 3), paper_html(paper)):
        kept = text.split("Wat helpt: houd dit vast")[1].partition("</ul>")[0]
        assert "Goed beschreven en overdraagbaar" in kept
        assert "Blijf het vertellen." in kept
        assert "in Zuid" in kept
        assert "Bewezen werkzaam" not in kept
    assert "houd dit vast" not in summary_html(
        summarise(checklist("condities"), {"cd-interventie-2": Answer(choice="belemmerend")}), "../", "", 3
    )


def test_every_class_has_its_rule_and_every_rule_its_drawing() -> None:
    style = {
        name: (PROJECT / f"docs/stylesheets/parts/{name}.css").read_text("utf-8")
        for name in ("pictures", "figures", "instrument", "instrument-parts")
    }
    drawn = "".join(
        summary_html(summarise(one, filled(one, seed)), "../", "", 3)
        for one in map(drawn_by, DRAWN)
        for seed in range(30 if one is every_kind() else 5)
    )
    pictures_only = re.findall(r'class="([^"]*(?:beeld|tegel)[^"]*)"', drawn)
    used = {name for names in pictures_only for name in names.split()}
    without = {name for name in used if not any(f".{name}" in css for css in style.values())}
    # a tile's own name, for its shape
    assert without - {"fii-tegel"} == set()
    assert {name for name in re.findall(r"\.(fii-[\w-]+)", style["pictures"]) if name not in drawn} == set()


def without(instrument: Checklist, gone: set[str]) -> Checklist:
    """The instrument of a team that took items out of its own list."""
    kept = [replace(one, items=tuple(i for i in one.items if i.id not in gone)) for one in instrument.sections]
    return replace(instrument, sections=tuple(kept))


@EACH_DRAWN
def test_whatever_a_team_takes_out_of_its_list_the_pictures_are_made(instrument: Checklist) -> None:
    given = filled(instrument, 2)
    assert pictures(instrument, given)
    for item in instrument.items:
        fewer = without(instrument, {item.id})
        assert all(picture_html(picture) for picture in made(fewer, cells(fewer, given)))
    assert list(made(without(instrument, {item.id for item in instrument.items}), [])) == []
