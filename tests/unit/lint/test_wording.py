"""Forms that the handbook avoids are named, with what it writes instead; the handbook itself has none of them."""

from dataclasses import replace

import pytest

from fii_widgets.handbook.pages import read_page
from fii_widgets.lint.language.forms import FORMS, Form
from fii_widgets.lint.language.wording import read, wording
from fii_widgets.words import common
from tests.written import handbook


def advised(text: str) -> list[str]:
    page = read_page("x.md", f"# Kop\n\n{text}\n")
    return [problem.message for problem in wording(replace(handbook(), pages=(page,), instruments={}))]


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.example)
def test_a_form_that_the_handbook_avoids_is_named_and_what_only_looks_like_it_is_not(form: Form) -> None:
    [message] = advised(form.example)
    assert message == f"‘{form.found(form.example)}’: {form.instead}."
    assert advised(form.allowed) == []
    assert bool(form.unless) <= bool(form.why)


@pytest.mark.parametrize(
    "text",
    [
        "De organisatie meent haar besluit.",
        "`men` is hier code.",
        "Wie lijsten maakt, vult ze in.",
        "Uitvoerders zien het, zij praten met burgers.",
    ],
)
def test_what_only_looks_like_it_is_left_alone(text: str) -> None:
    assert advised(text) == []


def test_a_form_is_named_at_its_line_in_a_title_in_an_instrument_and_on_screen(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(common.WORDS, "note", "Wat men schreef")
    page = read_page("x.md", "---\nid: x\ntitle: Wat men doet\n---\n# Kop\n")
    said = [str(problem) for problem in wording(replace(handbook(), pages=(page,), instruments={}))]
    assert said[0] == "docs/x.md:3: ‘men’: noem wie het doet."
    assert said[1].startswith("fii_widgets/words/common.py:")
    assert not said[1].startswith("fii_widgets/words/common.py:0")


def test_every_kind_of_text_is_read() -> None:
    folders = {file.split("/")[0] for file, _, _ in read(handbook(), leave_out=frozenset())}
    assert folders == {"docs", "checklists", "fii_widgets"}


def test_the_handbook_has_none() -> None:
    assert [str(problem) for problem in wording(handbook())] == []
