"""The list of terms: every term of the glossary, in its own words, as a plain script."""

import json
from pathlib import Path

import pytest

from tools.passes import terms

GLOSSARY = """<!doctype html><title>Begrippen</title><nav><h2 id="term-menu">Niet dit</h2></nav><main><article>
<h1 id="ns-begrippen">Begrippen</h1><p>Een lijst.</p>
<h2 id="term-pdca">PDCA</h2>
<p>Plan, <em>do</em>,
check &amp; act.</p><p>Lees verder: <a href="../">5b</a></p>
<h2 id="afkortingen">Afkortingen</h2><p>Niet dit.</p>
</article></main>"""


def site(tmp_path: Path, text: str) -> Path:
    path = tmp_path / terms.GLOSSARY
    path.parent.mkdir(parents=True)
    path.write_text(text, "utf-8")
    return tmp_path


def test_a_term_is_the_first_paragraph_under_its_heading(tmp_path: Path) -> None:
    assert terms.collect(site(tmp_path, GLOSSARY)) == {"term-pdca": ("PDCA", "Plan, do, check & act.")}


def test_the_list_is_one_plain_script_that_hands_over_json(tmp_path: Path) -> None:
    assert terms.write(site(tmp_path, GLOSSARY)) == 1
    script = (tmp_path / terms.FILE).read_text("utf-8")
    call, _, literal = script.removesuffix(";\n").partition("=")
    assert call == terms.CALL
    assert json.loads(json.loads(literal)) == {"term-pdca": ["PDCA", "Plan, do, check & act."]}


def test_a_term_without_a_definition_is_refused(tmp_path: Path) -> None:
    with pytest.raises(ValueError, match="'term-pdca' has no definition"):
        terms.collect(site(tmp_path, '<main><article><h2 id="term-pdca">PDCA</h2><h2>Volgende</h2></article></main>'))


def test_a_site_without_a_glossary_has_no_list(tmp_path: Path) -> None:
    assert terms.write(tmp_path) == 0
    assert not (tmp_path / terms.FILE).exists()
