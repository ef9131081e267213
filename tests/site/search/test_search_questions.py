"""Search, measured: the questions of tests/content/zoekvragen.tsv through the site's own engine, and the authors' list."""

from collections import Counter
from pathlib import Path

import pytest

from tests.content import search_questions
from tests.content.search_questions import NONE, RECALL, Question
from tests.site.search.test_search import ask, targets
from tools.paths import DOCS, ROOT
from tools.search import index


def test_the_questions_ask_what_exists() -> None:
    questions = search_questions.read()
    # The lock has the addresses without their aliases first; rows of an instrument have no address for ever.
    promised = {line.split()[0] for line in (ROOT / "links.lock").read_text("utf-8").splitlines() if line}
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
    assert len(questions) >= 160


def test_recall_over_all_questions(site: Path) -> None:
    questions = search_questions.read()
    answers = ask(site, *(question.text for question in questions))
    found = {text: targets(answer) for text, answer in answers.items()}
    missed = search_questions.misses(questions, found, search_questions.tops(site))
    asked = [question for question in questions if question.kind != NONE]
    failed = [question for question in missed if question.kind != NONE]
    recall = 1 - len(failed) / len(asked)
    print(f"recall@{search_questions.AMONG}: {recall:.3f} of {len(asked)} questions")
    listed = "\n".join(f"{q.kind}: {q.text!r} gave {found[q.text][:3]}" for q in missed)
    assert recall >= RECALL, f"recall {recall:.3f}\n{listed}"
    assert [question.text for question in missed if question.kind == NONE] == [], listed


def test_a_wrong_answer_is_a_miss() -> None:
    one = Question("borgen", ("model/6-borgen/#f6",), "woord")
    none = Question("kernfusie", (), NONE)
    headings = {"model/6-borgen/": "f6"}
    right = {"borgen": ["model/6-borgen/"], "kernfusie": []}
    assert search_questions.misses([one, none], right, headings) == []
    late = {"borgen": ["a/", "b/", "c/", "model/6-borgen/"], "kernfusie": ["a/"]}
    assert search_questions.misses([one, none], late, headings) == [one, none]


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


def test_the_list_stands_where_authors_find_it() -> None:
    assert (DOCS / index.ALIKE).is_file()


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
