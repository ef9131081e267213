"""The four example dossiers: sound and canonical files, plainly invented, worth an exercise, and on the pages both ways."""

import json
import re
from dataclasses import replace
from datetime import date, timedelta
from itertools import pairwise

import pytest

from fii_widgets.browser import call
from fii_widgets.dossier.check import remarks
from fii_widgets.dossier.file.open import open_text
from fii_widgets.dossier.records import ActionState, Dossier, ReviewState
from fii_widgets.dossier.write import text, tree
from fii_widgets.export.filled import filled
from fii_widgets.export.link import read_fragment
from fii_widgets.handbook.pages import read_pages
from fii_widgets.report.meetings.history import history
from fii_widgets.report.meetings.lights import RANK
from fii_widgets.words import scripts, word
from fii_widgets.words.examples import EXAMPLES
from macros import widgets
from tests.written import instruments, trees
from tools.paths import DOCS

PAGES = {page.id: page for page in read_pages(DOCS)}
FILES = sorted((DOCS / "voorbeelden").glob("*.json"))
#: how a team could be recognised in a text: what an example must not hold
PERSONAL = re.compile(r"@\w+\.\w|\b06[- ]?\d{8}|\b(?:mevrouw|meneer|dhr|mw)\b\.?", re.I)


def read(name: str) -> Dossier:
    return open_text((DOCS / "voorbeelden" / f"{name}.json").read_text("utf-8"), name, "handboek-fii").dossier


def faults(dossier: Dossier) -> list[str]:
    """Name what keeps a dossier from being an example; the same for the four and for what must be refused."""
    found = list(remarks(dossier.answers, instruments()))
    known = {item.id for one in instruments() for item in one.items} | {one.id for one in instruments()}
    reviews = sorted(dossier.reviews.values(), key=lambda one: one.date)
    named = {item for one in reviews for item in (*one.lights, *one.notes)}
    named |= {one.item for one in dossier.actions.values() if one.item}
    found += [f"unknown: {item}" for item in sorted(named - known)]
    if not (dossier.name and dossier.name.text.startswith("Voorbeeld (verzonnen): ")):
        found.append("the name does not say that it is invented")
    if len(reviews) != 6 or any(one.state is not ReviewState.CLOSED for one in reviews[:-1]):
        found.append("six reviews, closed but for the last")
    days = [date.fromisoformat(one.date) for one in reviews]
    if any(later - earlier != timedelta(days=14) for earlier, later in pairwise(days)):
        found.append("not every two weeks")
    if PERSONAL.search(text(dossier)):
        found.append("looks like a person's data")
    return found


def test_the_files_are_those_that_are_listed() -> None:
    assert {path.stem for path in FILES} == set(EXAMPLES)


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_is_sound_and_as_this_project_writes_it(name: str) -> None:
    dossier = read(name)
    assert faults(dossier) == []
    assert text(dossier) == (DOCS / "voorbeelden" / f"{name}.json").read_text("utf-8")


@pytest.mark.parametrize("name", EXAMPLES)
def test_an_example_has_something_to_find(name: str) -> None:
    dossier = read(name)
    reviews = sorted(dossier.reviews, key=lambda id_: dossier.reviews[id_].date)
    tracks = [track for phase in history(dossier, instruments(), "2026-11-22").phases for track in phase.tracks]
    ways = [[RANK[one.shape] for one in track.lights if one and one.shape in RANK] for track in tracks]
    assert any(max(map(len, re.findall("0+", "".join(map(str, way)))), default=0) >= 4 for way in ways), "long red"
    assert any(later < earlier for way in ways for earlier, later in pairwise(way)), "a light that got worse"
    assert any(way and way[-1] == 2 and way[0] < 2 for way in ways), "a light that became green"
    states = [one.state for one in dossier.actions.values()]
    assert ActionState.DONE in states
    carried = [a for a in dossier.actions.values() if a.state is ActionState.OPEN and a.review in reviews[:-1]]
    assert carried, "an action that was carried over"
    filled = {id_.partition("@")[0] for id_ in dossier.answers}
    used = [one.id for one in instruments() if filled & {item.id for item in one.items}]
    assert len(used) >= 5
    assert any(one.decisions for one in dossier.reviews.values())


def test_together_they_show_every_kind_of_instrument() -> None:
    filled = {id_.partition("@")[0] for name in EXAMPLES for id_ in read(name).answers}
    used = {kind(tree) for one, tree in zip(instruments(), trees(), strict=True) if filled & {i.id for i in one.items}}
    assert used == {kind(tree) for tree in trees()}


def kind(source: object) -> str:
    assert isinstance(source, dict)
    return str(source["soort"])


@pytest.mark.parametrize("name", EXAMPLES)
def test_python_has_an_answer_to_everything_the_page_asks(name: str) -> None:
    dossier = read(name)
    whole = tree(dossier)
    common = {"instruments": trees(), "today": "2026-11-22", "root": "../", "index": "", "level": 3}
    answers = {**common, "answers": whole["answers"], "written": {}}
    asked = [
        {"op": "check", "dossier": whole, **common},
        {"op": "overview", **answers},
        {"op": "paper", "kind": "dossier", "dossier": whole, **common},
        {"op": "history", "dossier": whole, **common},
        *({"op": "review", "dossier": whole, "id": id_, **common} for id_ in dossier.reviews),
    ]
    for one in asked:
        reply = json.loads(call(json.dumps(one)))
        assert reply["ok"], (one["op"], reply.get("message"))


def test_a_case_has_its_example_and_an_example_its_case() -> None:
    page = PAGES["hb-voorbeelden"]
    links = re.findall(r"\]\((model/[^)]*/casus-[^)]*\.md)\)", page.text)
    cases = {one.file: one for one in PAGES.values() if one.value("soort") == "casus"}
    # each case of the guide; a case that someone adds may have one
    assert {file for file, one in cases.items() if one.meta.tree.get("bronnen")} <= set(links) <= set(cases)
    assert re.findall(r'\{\{ voorbeeld\("([^"]+)"\) \}\}', page.text) == list(EXAMPLES)
    for file, name in zip(links, EXAMPLES, strict=True):
        case = next(one for one in PAGES.values() if one.file == file)
        assert f"voorbeelden.md#hb-voorbeelden-{name})" in case.text
    ids = {heading.id for heading in page.headings}
    assert {f"hb-voorbeelden-{name}{part}" for name in EXAMPLES for part in ("", "-vragen")} <= ids


def test_the_words_name_what_stands_on_the_page() -> None:
    said = " ".join(scripts.WORDS_FOR_SCRIPTS[key] for key in ("example.beside", "example.failed"))
    for quoted in (
        word("apply_new"),
        word("dossiers"),
        word("open"),
        PAGES["hb-voorbeelden"].value("title"),
    ):
        assert f"‘{quoted}’" in said


def test_what_is_no_example_is_refused() -> None:
    sound = read("amigos")
    first = min(sound.reviews, key=lambda id_: sound.reviews[id_].date)
    assert sound.name
    bad = [
        replace(sound, name=replace(sound.name, text="Amigo’s")),
        replace(sound, reviews={id_: one for id_, one in sound.reviews.items() if id_ != first}),
        replace(sound, reviews={**sound.reviews, first: replace(sound.reviews[first], state=ReviewState.OPEN)}),
        replace(sound, reviews={**sound.reviews, first: replace(sound.reviews[first], date="2026-08-30")}),
        replace(sound, reviews={**sound.reviews, first: replace(sound.reviews[first], lights={"s2-99": "rood"})}),
        replace(sound, reviews={**sound.reviews, first: replace(sound.reviews[first], present=("Mw. Jansen",))}),
        replace(sound, answers={**sound.answers, "s2-99": next(iter(sound.answers.values()))}),
    ]
    assert [len(faults(one)) for one in bad] == [1] * len(bad)


def test_what_the_page_tells_the_trainer_is_in_the_files() -> None:
    reds = {
        "samen-leren": ("s1-09", 5),
        "amigos": ("s2-04", 5),
        "ajt": ("s3-04", 4),
        "moeders-van-rotterdam": ("s4-03", 4),
    }
    for name, (item, times) in reds.items():
        assert sum(one.lights.get(item) == "rood" for one in read(name).reviews.values()) == times
    tasks = read("samen-leren").answers
    assert [tasks[f"pa-organisatie@{n}"].choice for n in range(1, 9)].count("ontvangend") == 6
    ajt = read("ajt").answers
    assert ajt["ba-08"].note == "9"
    assert sum(id_.startswith("mb-bestanddeel@") for id_ in ajt) == 8
    assert sum(id_.startswith("mb-zeggen-doen@") for id_ in ajt) == 2
    amigos = [one.choice for id_, one in read("amigos").answers.items() if id_.startswith("sl-") and id_.endswith("@3")]
    assert (amigos.count("nee"), amigos.count("onbekend")) == (0, 3)
    mothers = read("moeders-van-rotterdam")
    assert mothers.answers["om-5-telt@1"].note != mothers.answers["om-5-telt@2"].note
    assert [one.owner for one in mothers.actions.values()].count("") == 2


def test_a_link_fills_an_instrument_in_as_the_example_did() -> None:
    answers = {name: read(name).answers for name in EXAMPLES}
    found = filled(instruments(), answers)
    links = 0
    for one in instruments():
        known = {item.id: item for item in one.items}
        for name, given in answers.items():
            own = {id_: given[id_] for id_ in given if id_.partition("@")[0] in known}
            chosen = {id_: a.choice for id_, a in own.items() if a.choice and known[id_.partition("@")[0]].options}
            fragment = found.get(one.id, {}).get(name)
            if chosen:
                linked = read_fragment(f"#{fragment}", instruments())
                assert (linked.instrument, dict(linked.choices), linked.unknown) == (one.id, chosen, ())
                links += 1
            else:  # only texts, which no link carries: the whole dossier shows them
                assert fragment == ("" if any(a.note for a in own.values()) else None)
    assert links >= 20
    assert found["eigenaarschap"] == {"samen-leren": ""}


def test_the_links_stand_on_the_page_of_the_instrument_and_with_the_example() -> None:
    fragment = filled(instruments(), {"amigos": read("amigos").answers})["stoplicht-2"]["amigos"]
    page = str(widgets.instrument("../../", "stoplicht-2", eigen_pagina=True))
    assert f'href="#{fragment}"' in page
    assert 'class="fii-ingevuld"' not in str(widgets.instrument("../../", "stoplicht-2"))
    assert 'class="fii-ingevuld"' not in str(widgets.instrument("../../", "cfir", eigen_pagina=True))
    assert f'href="../checklists/stoplicht-2/#{fragment}"' in str(widgets.example("../", "amigos"))
    whole = str(widgets.instrument("../../", "eigenaarschap", eigen_pagina=True))
    assert 'href="../../dossier/#voorbeeld-samen-leren"' in whole
