"""Search, measured: the questions of tests/content/zoekvragen*.tsv through the site's own engine, and the authors' lists."""

import json
from collections import Counter
from pathlib import Path

import pytest

from tests.content import search_questions
from tests.content.search_questions import (
    APART,
    EVERYDAY,
    FIRST,
    FRESH,
    NONE,
    OWN,
    RECALL,
    WHOLE,
    Measure,
    Question,
)
from tests.site.search.test_search import ask, node, targets
from tools.pages import markup
from tools.paths import DOCS, ROOT
from tools.search import index


def test_the_questions_ask_what_exists(site: Path) -> None:
    questions = search_questions.read(OWN, APART, FRESH)
    # The lock has the addresses without their aliases first; rows of an instrument have no address for ever.
    promised = {line.split()[0] for line in (ROOT / "links.lock").read_text("utf-8").splitlines() if line}
    promised |= {
        f"{path.relative_to(site).as_posix().removesuffix('index.html')}#{node.id}"
        for path in markup.pages(site)
        for node in markup.elements(markup.read(path))
        if node.id
    }
    wrong = [
        (question.text, place)
        for question in questions
        for place in question.places
        if place not in promised and not (place.endswith("-rij-1") and place.partition("#")[0] in promised)
    ]
    assert wrong == []
    assert [q.text for q in questions if (q.kind == NONE) == bool(q.places)] == []
    assert [text for text, times in Counter(q.text for q in questions).items() if times > 1] == []
    assert {q.kind for q in questions} == search_questions.KINDS
    assert [q.text for q in questions if q.kind == WHOLE and not 8 <= len(q.text.split()) <= 20] == []
    assert len(search_questions.read()) >= 400
    apart = [q for q in search_questions.read(APART) if q.kind != NONE]
    assert len(apart) >= 150
    assert 2 * sum(q.kind in (EVERYDAY, WHOLE) for q in apart) >= len(apart)


@pytest.mark.parametrize("file", [OWN, APART], ids=lambda file: file.stem)
def test_recall_over_all_questions(site: Path, file: Path) -> None:
    questions = search_questions.read(file)
    answers = ask(site, *(question.text for question in questions))
    found = {text: targets(answer) for text, answer in answers.items()}
    headings = search_questions.tops(site)
    whole = search_questions.measured(questions, found, headings)
    print(whole)
    for kind in sorted({question.kind for question in questions} - {NONE}):
        print(f"  {kind}:", search_questions.measured([q for q in questions if q.kind == kind], found, headings))
    missed = search_questions.misses(questions, found, headings)
    listed = "\n".join(f"{q.kind}: {q.text!r} gave {found[q.text][:3]}" for q in missed)
    assert whole.recall >= RECALL, f"{whole}\n{listed}"
    assert whole.first >= FIRST, f"{whole}\n{listed}"
    assert [question.text for question in missed if question.kind == NONE] == [], listed


@pytest.mark.parametrize("kind", [EVERYDAY, WHOLE])
def test_everyday_words_and_whole_questions_are_answered_too(site: Path, kind: str) -> None:
    questions = [question for question in search_questions.read() if question.kind == kind]
    found = {text: targets(answer) for text, answer in ask(site, *(q.text for q in questions)).items()}
    measure = search_questions.measured(questions, found, search_questions.tops(site))
    assert measure.recall >= 0.9, measure
    assert measure.first >= FIRST, measure


def test_questions_that_nothing_was_fitted_to_do_no_worse_than_they_did(site: Path) -> None:
    questions = search_questions.read(FRESH)
    found = {text: targets(answer) for text, answer in ask(site, *(q.text for q in questions)).items()}
    measure = search_questions.measured(questions, found, search_questions.tops(site))
    print(measure)
    assert measure.recall >= 0.4, "the engine before the lists of readers' words had 0.23"


def test_a_wrong_answer_is_a_miss() -> None:
    one = Question("borgen", ("model/6-borgen/#f6",), "woord")
    none = Question("kernfusie", (), NONE)
    headings = {"model/6-borgen/": "f6"}
    right = {"borgen": ["model/6-borgen/"], "kernfusie": []}
    assert search_questions.misses([one, none], right, headings) == []
    late = {"borgen": ["a/", "b/", "c/", "model/6-borgen/"], "kernfusie": ["a/"]}
    assert search_questions.misses([one, none], late, headings) == [one, none]


def test_what_is_measured() -> None:
    one = Question("a", ("p/#x", "q/#y"), "woord")
    none = Question("b", (), NONE)
    assert search_questions.measured([one, none], {"a": ["p/", "q/#y"], "b": ["z/"]}, {"p/": "x"}) == Measure(
        1, 1, 1, 1
    )
    late = search_questions.measured([one], {"a": ["z/", "z/", "z/", "q/#y"]}, {})
    assert (late.recall, late.first) == (0, 0)
    assert 0.2 < late.order < 0.3


def test_every_word_that_the_authors_list_points_to_stands_in_the_handbook(site: Path) -> None:
    said = sorted({said for _, said in index.alike(site, [])})
    assert len(said) > 50
    answers = ask(site, *said)
    assert [text for text, answer in answers.items() if answer["kind"] != "all"] == []


def test_a_line_of_the_list_without_a_tab_is_refused_with_its_number(tmp_path: Path) -> None:
    listed = tmp_path / index.ALIKE
    listed.parent.mkdir(parents=True)
    listed.write_text("# kop\nklant, patiënt\tcliënt\n", "utf-8")
    assert index.alike(tmp_path, []) == [("klant", "cliënt"), ("patiënt", "cliënt")]
    listed.write_text("# kop\nklant cliënt\n", "utf-8")
    with pytest.raises(ValueError, match=r"zoekwoorden\.tsv:2: "):
        index.alike(tmp_path, [])


def test_the_lists_stand_where_authors_find_them() -> None:
    assert (DOCS / index.ALIKE).is_file()
    assert (DOCS / index.ASKED).is_file()


@pytest.fixture(scope="module")
def idle(site: Path) -> dict[str, list[list[str]]]:
    questions = [question.text for question in search_questions.read(OWN, APART)]
    (line,) = node("earn.mjs", site, questions)
    return json.loads(line)


def test_each_other_word_changes_an_answer(site: Path, idle: dict[str, list[list[str]]]) -> None:
    listed = index.alike(site, [])
    assert [pair for pair in idle["alike"] if tuple(pair) in listed] == [], "take these out of the list"


def test_each_question_of_the_list_of_places_finds_its_place_and_would_not_without(
    idle: dict[str, list[list[str]]],
) -> None:
    assert idle["last"] == []
    assert idle["asked"] == [], "take these out of the list"


def test_a_place_that_is_listed_exists(site: Path) -> None:
    found = {
        f"{path.relative_to(site).as_posix().removesuffix('index.html')}#{node.id}": node
        for path in markup.pages(site)
        for node in markup.elements(markup.read(path))
        if node.id
    }
    pages = {path.relative_to(site).as_posix().removesuffix("index.html") for path in markup.pages(site)}
    lines = (DOCS / index.ASKED).read_text("utf-8").splitlines()
    places = [
        line.partition("\t")[0].removeprefix(index.HOME) for line in lines if "\t" in line and not line.startswith("#")
    ]
    assert len(places) > 300
    assert [place for place in places if place not in found and place not in pages] == []
    assert [place for place, times in Counter(places).items() if times > 1] == []


def test_a_line_of_the_list_of_places_is_refused_with_its_number(tmp_path: Path) -> None:
    listed = tmp_path / index.ASKED
    listed.parent.mkdir(parents=True)
    start = index.Section("", "hb", "Start", "Start", "")
    page = index.Section("p/", "", "Een", "Een", "")
    listed.write_text("# kop\n./#hb\tbegin, waar\np/\teen\nweg/\tniets\n", "utf-8")
    assert index.asked(tmp_path, [start, page]) == [(0, "begin"), (0, "waar"), (1, "een")]
    listed.write_text("# kop\np/ een\n", "utf-8")
    with pytest.raises(ValueError, match=r"zoekplekken\.tsv:2: "):
        index.asked(tmp_path, [page])


def test_what_editors_put_first_comes_first(site: Path) -> None:
    first = {
        "stoplicht": "model/stoplicht/", "stop licht": "model/stoplicht/", "stopligt": "model/stoplicht/",
        "plaatjes": "naslag/figuren/", "handleiding": "leeswijzer/", "5b.2": "model/5-implementeren/5b-plan-do-check-act/#sf-5b-kernvraag",
        "III.D.6": "achtergrond/implementeren/cfir/#cfir-iii-d-6", "6B": "model/6-borgen/6b-doorlopend-verbeteren/",
        "bepaal uw startpunt": "model/startpunt/", "con\u00addities": "gereedschap/condities/", "ga naar een code": "ga/",
    }  # fmt: skip
    answers = ask(site, *first)
    assert {question: targets(answer)[0] for question, answer in answers.items()} == first
    assert {question for question, answer in answers.items() if answer["kind"] == "fuzzy"} == {"stopligt"}


def test_part_of_the_handbook_only(site: Path) -> None:
    whole, phase, kind, nothing = (
        ask(site, question)[question.partition("\t")[0]]
        for question in (
            "stoplicht",
            'stoplicht\t{"phase": 2}',
            'stoplicht\t{"kind": "verhaal"}',
            'vuilniszak\t{"phase": 6}',
        )
    )
    assert whole["count"] > phase["count"] > 0
    assert all("2-verkennen" in target or "checklists/" in target for target in targets(phase))
    assert all("/casus-" in target or "/reflectie-" in target or "/inzichten" in target for target in targets(kind))
    assert (nothing["kind"], nothing["count"]) == ("none", 0)
