"""A report that is a save file: the dossier comes out as it went in, nothing of it ends the element it stands in."""

import os
import re
from dataclasses import replace

import html5lib
import pytest

from fii_widgets.dossier.answers import Answer
from fii_widgets.dossier.file.kinds import carried_text
from fii_widgets.dossier.file.open import open_text
from fii_widgets.dossier.limits import DossierError
from fii_widgets.dossier.records import Dossier, Event
from fii_widgets.dossier.write import text
from fii_widgets.errors import RequestError
from fii_widgets.export.files import Wanted, make_file
from fii_widgets.export.html.carried import data_element
from tests.unit.states import HOSTILE, state
from tests.written import instruments


def opened(html: str) -> Dossier:
    """Give the dossier that a report carries."""
    return open_text(carried_text(html)).dossier


def report(dossier: Dossier, *, carry: bool = True) -> str:
    wanted = Wanted(kind="dossier", format="html", carry=carry)
    return make_file(wanted, instruments(), dossier).content.decode("utf-8")


@pytest.mark.parametrize("number", range(50 if os.environ.get("FII_FULL") else 6))
def test_the_dossier_comes_out_without_loss(number: int) -> None:
    dossier = state(number)
    html = report(dossier)
    assert opened(html) == dossier
    assert text(opened(html)) == text(dossier)


@pytest.mark.parametrize(
    "note",
    [
        *HOSTILE,
        "</script><script>alert(1)</script>",
        "<!--<script>",
        '<script type="application/json" id="fii-dossier">',
    ],
)
def test_no_note_ends_the_element_or_makes_one(note: str) -> None:
    element = str(data_element('{"a": "' + note.replace("\\", "\\\\").replace('"', '\\"') + '"}'))
    tree = html5lib.parse(f"<!DOCTYPE html><title>x</title><body>{element}", namespaceHTMLElements=False)
    scripts = list(tree.iter("script"))
    assert [script.get("type") for script in scripts] == ["application/json"]
    assert "<" not in (scripts[0].text or "")


def test_a_report_without_data_carries_nothing() -> None:
    html = report(state(3), carry=False)
    assert "<script" not in html
    with pytest.raises(DossierError) as refused:
        opened(html)
    assert refused.value.code == "page"


def test_the_page_runs_nothing_and_fetches_nothing() -> None:
    html = report(state(5))
    tree = html5lib.parse(html, namespaceHTMLElements=False)
    policy = next(node.get("content") for node in tree.iter("meta") if node.get("http-equiv"))
    assert re.fullmatch(r"default-src 'none'; style-src 'sha256-[^']+'; base-uri 'none'; form-action 'none'", policy)
    assert [node.get("type") for node in tree.iter("script")] == ["application/json"]
    assert not [node.tag for node in tree.iter() if node.tag in ("img", "link", "iframe", "object", "form", "base")]
    assert not [
        name for node in tree.iter() for name in list(node.attrib) if name.startswith("on") or name in ("src", "style")
    ]
    assert "@import" not in html
    assert "url(" not in html


def notes(many: int, note: str) -> Dossier:
    at = "2026-01-01T09:00:00.000Z"
    return replace(state(1), answers={f"s1-{n}": Answer(note=note, at=at) for n in range(many)})


@pytest.mark.parametrize("note", ["<&>" * 3_300, "\\<" * 3_300, "</script>" * 1_100, "\u2028" * 3_300])
def test_a_dossier_that_fits_in_a_file_fits_in_a_report(note: str) -> None:
    dossier = notes(200, note)  # escaped it would be more than a file may be
    assert opened(report(dossier)) == dossier


def test_a_report_carries_as_much_of_the_history_as_a_file_does() -> None:
    event = Event(at="2026-01-01T09:00:00.000Z", event="opened", file="é" * 5_000)
    dossier = replace(
        notes(150, "é" * 9_000), history=tuple(replace(event, file=f"{n}{event.file}") for n in range(300))
    )
    made = make_file(Wanted(kind="dossier", format="html", carry=True), instruments(), dossier)
    kept = opened(made.content.decode("utf-8"))
    assert 0 < made.forgotten == len(dossier.history) - len(kept.history) < 300
    assert kept == replace(dossier, history=dossier.history[made.forgotten :]) == open_text(text(dossier)).dossier


def test_a_report_that_could_not_be_opened_is_not_made() -> None:
    for dossier, said in ((notes(430, "é" * 9_000), "4 MB"), (notes(410, "<" * 9_900), "zonder dossier")):
        with pytest.raises(RequestError, match=said):
            report(dossier)


GOOD = '<p>x</p><script type="application/json" id="fii-dossier">{}</script>'


@pytest.mark.parametrize(
    ("html", "code"),
    [
        ("", "page"),
        ("<p>geen gegevens</p>", "page"),
        (GOOD + GOOD, "page"),
        (GOOD.replace("</script>", ""), "page"),
        (GOOD.replace("{}", "{}<b>"), "page"),
        (GOOD.replace("{}", "[" * 3000 + "]" * 3000), "depth"),
        (GOOD.replace("{}", '{"a": 1, "\\u0061": 2}'), "duplicate"),
        (GOOD.replace("{}", '{"__proto__": 1}'), "prototype"),
        (GOOD.replace("{}", "{"), "cut"),
        (GOOD, "kind"),
        (GOOD.replace("{}", '{"a":"' + "x" * 5_000_000 + '"}'), "size"),
    ],
)
def test_hostile_pages_are_refused(html: str, code: str) -> None:
    with pytest.raises(DossierError) as refused:
        opened(html)
    assert refused.value.code == code


def test_the_text_is_found_as_text() -> None:
    assert carried_text(GOOD) == "{}"
