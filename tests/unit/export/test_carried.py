"""A report that is a save file: the dossier comes out as it went in, nothing of it ends the element it stands in."""

import os
import re

import html5lib
import pytest

from fii_widgets.dossier.file.kinds import carried_text
from fii_widgets.dossier.file.open import open_text
from fii_widgets.dossier.limits import DossierError
from fii_widgets.dossier.records import Dossier
from fii_widgets.dossier.write import text
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
