"""Templates keep to what both Jinja (MkDocs) and MiniJinja (Zensical) have; `make zensical` builds them for real."""

import re
from pathlib import Path

import pytest

from tools.paths import ROOT

TEMPLATES = sorted((ROOT / "overrides").rglob("*.html"))
#: what one of the two does not have, as found by building: pattern → what to write in its place
ONE_ENGINE_ONLY = {
    r"(?<!\bzeg)\.\w+\(": "no method: a filter, a slice, or a namespace that grows",
    r"\|\s*wordcount\b": "a pass, as tools/passes/reading_time.py",
    r"\.file\b": "page.url",
    r"\.is_(homepage|page|section|link)\b": "compare page.url with nav.homepage.url",
    r"\bin nav\b(?!\.)": "nav.items",
    r"\bif (not )?page\b(?![.\w])": "page.url is defined: Zensical gives the page for unknown addresses an empty page",
    r"\|\s*round\(\s*\d+\s*,": "whole numbers with //",
    r"\.(year|month|day)\b": "the text of the date",
}


def findings(template: str) -> list[str]:
    """What in a template only one engine understands."""
    template = re.sub(r"\{#.*?#\}", "", template, flags=re.S)
    code = " ".join(re.findall(r"\{[{%](.*?)[%}]\}", template, re.S))
    code = re.sub(r"\"[^\"]*\"|'[^']*'", "''", code)
    return [pattern for pattern in ONE_ENGINE_ONLY if re.search(pattern, code)]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_is_for_every_engine(path: Path) -> None:
    assert findings(path.read_text("utf-8")) == []


def test_there_are_templates() -> None:
    assert len(TEMPLATES) > 10


@pytest.mark.parametrize(
    "bad",
    [
        '{% if page.url.endswith("x/") %}{% endif %}',
        "{% set minuten = page.content | striptags | wordcount %}",
        "{{ page.file.src_uri }}",
        "{% if page.is_homepage %}{% endif %}",
        "{% for item in nav %}{% endfor %}",
        "{% if page and page.toc %}{% endif %}",
        '{{ (woorden / 200) | round(0, "ceil") }}',
        "{{ dag.year }}",
    ],
)
def test_what_one_engine_does_not_have_is_refused(bad: str) -> None:
    assert len(findings(bad)) == 1


def test_words_of_the_page_and_of_comments_do_not_count() -> None:
    assert findings("{# page.file #}<p>bestand.file() in nav x</p>{{ 'a.b()' }}{{ zeg.titel(page) }}") == []


#: what an author or an edition wrote, and what makes it text
_WORDS = re.compile(r"\b(config\.(extra|site_name|site_url)|page\.meta|passage\.|\.title\b|\bsite\b|canonical_url)")
_ESCAPED = re.compile(r"\|\s*(e|url|urlencode)\b|^\s*zeg\.|\bif\b")


def unescaped(template: str) -> list[str]:
    """What a template prints of an author's words as HTML: MkDocs escapes nothing by itself."""
    printed = re.findall(r"\{\{-?(.*?)-?\}\}", re.sub(r"\{#.*?#\}", "", template, flags=re.S), re.S)
    return [code.strip() for code in printed if _WORDS.search(code) and not _ESCAPED.search(code)]


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_an_authors_words_are_printed_as_text(path: Path) -> None:
    # the headings of a page come from Markdown, as HTML that the check of pages has seen
    assert [code for code in unescaped(path.read_text("utf-8")) if code != "kop.title"] == []


def test_words_that_are_printed_as_html_are_refused() -> None:
    bad = "<title>{{ page.meta.title }} {{ site }}</title>{{ config.extra.versie }}{{ passage.document }}{{ p.title | striptags }}"
    assert len(unescaped(bad)) == 5


#: an address that the menu or an edition names, and what keeps it inside its attribute in both engines
_ADDRESS = re.compile(r"\b(item|kind)\.url\b|\bnaar\b|\bextra\.logo\b")
_INSIDE = re.compile(r"""\| url \| replace\('"', "%22"\)\s*$""")


def test_an_address_of_the_menu_cannot_leave_its_attribute() -> None:
    printed = [code for path in TEMPLATES for code in re.findall(r'="\{\{(.*?)\}\}"', path.read_text("utf-8"))]
    found = [code for code in printed if _ADDRESS.search(code)]
    assert len(found) == 4
    assert [code for code in found if not _INSIDE.search(code)] == []
