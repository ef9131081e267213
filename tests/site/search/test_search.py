"""Search: what is in the register, and what the site's own engine makes of Dutch questions."""

import gzip
import json
import os
import subprocess
import sysconfig
from collections.abc import Iterable
from pathlib import Path

import pytest
import snowballstemmer

from tools.pages import markup
from tools.paths import ROOT, VENDOR
from tools.runtime import assets
from tools.search import index, vendor
from tools.setup.programs import find_node

FOUND = find_node(os.environ.get("PATH", ""), Path(sysconfig.get_path("purelib")))
#: Word families, compounds, marks and typing faults: what a reader types → what the page says.
PAGES = {
    "borgen": "<h1 id='a'>Borgen</h1><p>Wat is geborgd, blijft.</p>",
    "team": "<h1 id='b'>Het implementatieteam</h1><p>Acht mensen komen bijeen.</p>",
    "coordinatie": "<h1 id='c'>Coördinatie</h1><p>Wie doet wat?</p>",
    "innovatie": "<h1 id='d'>Een innovatie</h1><h2 id='d-2'>Gemeenten</h2><p>Elke gemeente kiest zelf.</p>",
    "vreemd": "<h1 id='e'>Aanhaling</h1><p>Hij schreef &lt;b&gt;vet&lt;/b&gt; en \u2028 ging weg.</p>",
}


def section(name: str, html: str) -> list[index.Section]:
    page = markup.parse(f"<!doctype html><title>t</title><main><article>{html}</article></main>")
    return index.sections(page, f"{name}/index.html")


@pytest.fixture(scope="session")
def small(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("search")
    index.write(folder, [item for name, html in PAGES.items() for item in section(name, html)])
    return folder


def node(script: str, site: Path, questions: Iterable[str]) -> list[str]:
    assert FOUND, "Node is missing"
    if not (VENDOR / vendor.STEMMER).is_file():
        assets.copy_assets()
    command = [FOUND.node, str(ROOT / "tests/site" / script), str(site)]
    return subprocess.run(
        command, input="\n".join(questions), capture_output=True, text=True, check=True
    ).stdout.splitlines()


def ask(site: Path, *questions: str) -> dict[str, dict]:
    answers = [json.loads(line) for line in node("query.mjs", site, questions)]
    return {answer["question"]: answer for answer in answers}


def targets(answer: dict) -> list[str]:
    return [shown["target"] for shown in answer["shown"]]


def test_a_page_is_cut_at_its_headings_and_menus_stay_out() -> None:
    found = section(
        "p", "<nav>Menu</nav><h1 id='a'>Een</h1><p>x <b>y</b>.</p><h2 id='b'>Twee</h2><ul><li>a</li><li>b</li></ul>"
    )
    assert [(item.anchor, item.heading, item.text) for item in found] == [("", "Een", "x y."), ("b", "Twee", "a b")]
    assert {(item.address, item.page) for item in found} == {("p/", "Een")}


def test_items_are_found_on_the_instruments_own_page_only() -> None:
    html = (
        "<h1>Lijst</h1><section data-fii-id='l'><fieldset id='l-01' data-fii-item='l-01'><legend>"
        "<span class='fii-item__number'>1</span> <span class='fii-item__text'>Is er draagvlak?</span></legend>"
        "<p class='fii-item__help'>Vraag het na.</p><div class='fii-choices'>Groen</div></fieldset></section>"
    )
    own = section("checklists/l", html)
    assert [(item.anchor, item.heading, item.text) for item in own] == [
        ("", "Lijst", ""),
        ("l-01", "Is er draagvlak?", "Vraag het na."),
    ]
    assert [item.heading for item in section("dossier", html)] == ["Lijst"]


def test_what_follows_an_item_belongs_to_what_stands_around_it() -> None:
    html = "<h2 id='deel'>Deel</h2><p>Voor.</p><div id='i-1' data-fii-item='i-1'><label>Naam</label></div><p>Na.</p>"
    found = section("p", f"<h1>Een</h1>{html}")
    assert [(item.anchor, item.text) for item in found] == [("", ""), ("deel", "Voor. Na."), ("i-1", "")]


def test_figures_and_conditions_are_places_of_their_own_and_lines_that_ask_on_are_not() -> None:
    html = (
        "<h2 id='deel'>Deel</h2><p>Voor.</p><div class='fii-figure' id='fig-1'><table><caption>Figuur 1. Een boom</caption>"
        "<tr><td>Stam</td></tr></table></div><p>Na.</p><dl><dt id='co-1'>Bekend</dt><dd>Zin.</dd></dl><p>Slot.</p>"
        "<div id='x-actie' data-fii-item='x-actie' data-fii-of='x'><label>Wat gaat u doen?</label></div>"
    )
    found = section("p", f"<h1>Een</h1>{html}")
    assert [(item.anchor, item.heading, item.text) for item in found[1:]] == [
        ("deel", "Deel", "Voor. Na. Slot."),
        ("fig-1", "Figuur 1. Een boom", "Figuur 1. Een boom Stam"),
        ("co-1", "Bekend", "Zin."),
    ]


def test_a_page_has_the_phase_and_the_kind_of_its_frame() -> None:
    def first(frame: str, name: str) -> tuple[int, str, str]:
        page = markup.parse(f"<main><div class='{frame}'><article><h1>Kop</h1></article></div></main>")
        (found,) = index.sections(page, f"{name}index.html")
        return found.phase, found.kind, found.sort

    assert first("fii-page fii-page--casus fii-page--smal fii-fase-2", "m/") == (2, "verhaal", "casus")
    assert first("fii-page fii-page--tekst", "achtergrond/x/") == (0, "achtergrond", "tekst")
    assert first("fii-page fii-page--tekst", "inleiding/")[1] == "model"
    assert first("fii-page fii-page--tekst", "voorbeelden/")[1] == "over", "a dossier to open, no text of the model"
    assert first("fii-page fii-page--naslag", "naslag/bron-en-verantwoording/")[1] == "over"
    assert first("", "elders/") == (0, "over", "")


def test_every_choice_of_the_dialog_has_pages_and_every_page_a_choice(site: Path) -> None:
    dialog = markup.read(site / "index.html").css_first("[data-fii-search]")
    assert dialog is not None
    found = [
        item
        for path in markup.pages(site)
        for item in index.sections(markup.read(path), path.relative_to(site).as_posix())
    ]
    wanted = {"phase": {str(item.phase) for item in found} - {"0"}, "kind": {item.kind for item in found}}
    for name, values in wanted.items():
        choices = {node.attrs.get("value") or "" for node in dialog.css(f"[data-fii-search-limit={name}]")}
        assert choices == values | {""}


def test_lists_that_only_lead_on_stay_out() -> None:
    found = section("p", "<h1>Een</h1><p>Tekst.</p><h2 id='v' class='blok-verder'>Verder</h2><ul><li>Twee</li></ul>")
    assert [item.heading for item in found] == ["Een"]


def test_the_page_for_unknown_addresses_is_not_found() -> None:
    page = markup.parse("<main><h1>Weg</h1></main>")
    assert index.sections(page, "404.html") == []


def test_the_register_is_one_plain_script_of_json(small: Path) -> None:
    text = (small / index.FILE).read_text("utf-8")
    assert text.startswith('globalThis.fiiSearchRegister="')
    assert "\u2028" not in text
    data = json.loads(json.loads(text.removeprefix("globalThis.fiiSearchRegister=").removesuffix(";\n")))
    assert set(data) == {"pages", "sections", "stop", "asking", "alike", "asked", "aside"}


def test_dutch_questions_find_their_page(small: Path) -> None:
    wanted = {
        "borging": "borgen/", "borgt": "borgen/", "teams": "team/", "team": "team/", "implementeren": "team/",
        "coordinatie": "coordinatie/", "coördineren": "coordinatie/", "innoveren": "innovatie/",
        "gemeente": "innovatie/#d-2", "de gemeenten": "innovatie/#d-2", "coordi": "coordinatie/", "gemeetne": "innovatie/#d-2",
    }  # fmt: skip
    answers = ask(small, *wanted)
    assert {question: targets(answer)[:1] for question, answer in answers.items()} == {
        question: [target] for question, target in wanted.items()
    }
    assert answers["gemeetne"]["kind"] == "fuzzy"


def test_no_result_offers_what_is_near(small: Path) -> None:
    answers = ask(small, "xyzq", "gemxxxten", "de het een")
    assert [(a["kind"], a["count"]) for a in answers.values()] == [("none", 0)] * 3
    assert "gemeenten" in answers["gemxxxten"]["near"]


def test_who_writes_as_it_sounds_finds_it_and_is_told(small: Path) -> None:
    answers = ask(small, "gemeeeeenten", "innovasie")
    assert [targets(answer)[0] for answer in answers.values()] == ["innovatie/#d-2", "innovatie/"]
    assert [(answer["kind"], answer["near"][0]) for answer in answers.values()] == [
        ("fuzzy", "gemeenten"),
        ("fuzzy", "innovatie"),
    ]


def test_text_of_a_page_stays_text(small: Path) -> None:
    (shown,) = ask(small, "schreef")["schreef"]["shown"]
    assert "<b>vet</b>" in shown["context"]
    assert "[schreef]" in shown["context"]


def test_a_context_is_short_and_holds_what_was_asked(site: Path) -> None:
    answers = ask(site, "opdrachtgever", "innovatievraagstuk")
    for answer in answers.values():
        assert answer["kind"] == "all"
        assert all(len(shown["context"]) < 260 for shown in answer["shown"])
        assert any("[" in shown["context"] for shown in answer["shown"])
    assert targets(answers["opdrachtgever"])[0] == "model/1-signaleren/1a-opdrachtgever/"


def test_every_section_of_the_site_can_be_reached(site: Path) -> None:
    for path in markup.pages(site):
        page = markup.read(path)
        ids = {node.id for node in markup.elements(page)}
        for item in index.sections(page, path.relative_to(site).as_posix()):
            assert not item.anchor or item.anchor in ids


def test_the_register_is_small(site: Path) -> None:
    assert len(gzip.compress(next(site.glob("javascripts/search-register-*.js")).read_bytes(), 9)) < 170_000


def test_the_stemmer_of_the_page_and_that_of_python_agree_on_every_word_of_the_site(site: Path, tmp_path: Path) -> None:
    assert FOUND, "Node is missing"
    text = " ".join(
        markup.text(markup.read(path).css_first("main") or markup.read(path).css_first("body"))
        for path in markup.pages(site)
    )  # type: ignore[arg-type]
    words = sorted({word for word in text.lower().split() if word.isalpha()})
    assert len(words) > 500
    (tmp_path / "stemmer.mjs").write_text(vendor.stemmer(), "utf-8")
    (tmp_path / "stem.mjs").write_text(
        "import { DutchStemmer } from './stemmer.mjs'; import { readFileSync } from 'node:fs';\n"
        "const stemmer = new DutchStemmer();\n"
        "console.log(JSON.stringify(JSON.parse(readFileSync(0, 'utf8')).map((word) => stemmer.stemWord(word))));\n"
    )
    command = [FOUND.node, str(tmp_path / "stem.mjs")]
    done = subprocess.run(command, input=json.dumps(words), capture_output=True, text=True, check=True)
    assert json.loads(done.stdout) == snowballstemmer.stemmer("dutch").stemWords(words)


def test_without_scripts_there_is_no_button_that_does_nothing(site: Path) -> None:
    for path in markup.pages(site):
        page = markup.read(path)
        (button,) = page.css("[data-fii-search-open]")
        (dialog,) = page.css("[data-fii-search]")
        assert "hidden" in button.attrs
        assert "open" not in dialog.attrs


def test_a_result_says_what_it_is_and_by_which_other_word_it_was_found(site: Path) -> None:
    dialog = markup.read(site / "index.html").css_first("[data-fii-search]")
    assert dialog is not None
    sorts = {name.removeprefix("data-sort-") for name in dialog.attrs if name.startswith("data-sort-")}
    questions = (
        "proeftuin", "fidelity", "damschroder", "figuur 9", "amigo's", "logboek", "stoplicht fase 3", "privacy", "wijk", "inzichten",
        "leerklimaat", "dossier", "proefbank", "startpagina", "startpunt", "reflectie balans", "figuren", "instrumenten", "ervaringsdeskundigen",
    )  # fmt: skip
    answers = ask(site, *questions)
    shown = [one for answer in answers.values() for one in answer["shown"]]
    assert {one["sort"] for one in shown} <= sorts
    assert {"begrip", "werk", "figuur", "casus", "instrument", "punt", "conditie", "factor"} <= {
        one["sort"] for one in shown
    }
    assert ["proeftuin", "pilot"] in [way for one in answers["proeftuin"]["shown"] for way in one["via"]]
    assert answers["logboek"]["shown"][0]["via"] == []


def test_an_editions_own_pages_rank_with_the_rest(tmp_path: Path) -> None:
    def page(name: str, sort: str, title: str) -> list[index.Section]:
        html = f"<main><div class='fii-page fii-page--{sort}'><article><h1 id='a'>{title}</h1><p>Over loketten.</p></article></div></main>"
        return index.sections(markup.parse(html), f"{name}/index.html")

    found = page("achtergrond/x", "tekst", "Loketten bij de achtergrond van alles") + page(
        "eigen", "tekst", "Onze loketten"
    )
    index.write(tmp_path, found)
    assert targets(ask(tmp_path, "loketten")["loketten"]) == ["eigen/", "achtergrond/x/"]
    assert targets(ask(tmp_path, "onze loketten")["onze loketten"])[0] == "eigen/"


def test_every_sentence_that_the_dialog_says_stands_in_the_page(site: Path) -> None:
    dialog = markup.read(site / "index.html").css_first("[data-fii-search]")
    assert dialog is not None
    said = {name.removeprefix("data-say-") for name in dialog.attrs if name.startswith("data-say-")}
    assert said == {
        "loading", "failed", "where", "one", "many", "first", "none", "elsewhere", "near", "meant", "fuzzy", "some", "long", "via",
    }  # fmt: skip
