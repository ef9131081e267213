"""The passes over the built site: what they take out, what they put in, and that they are the last word."""

import html
import json
import re
import shutil
from pathlib import Path

import pytest

from fii_widgets.commands import terminal
from fii_widgets.handbook.pages import read_pages
from tools import passes
from tools.file_server import read_headers
from tools.pages import english, markup
from tools.passes import __main__ as command
from tools.passes import foreign, leftovers, policy, reading_time, sessions, tables
from tools.paths import DOCS


def page(body: str, head: str = "") -> markup.Page:
    return markup.parse(f'<!doctype html><html><head>{head}<meta charset="utf-8"></head><body>{body}</body></html>')


def test_the_policy_comes_right_after_the_character_set() -> None:
    tree = page("", head="<title>x</title><script src='head.js'></script>")
    policy.clean(tree)
    assert tree.head is not None
    names = [(node.tag, *node.attrs) for node in markup.children(tree.head)]
    assert names[:3] == [("meta", "charset"), ("meta", "http-equiv", "content"), ("meta", "name", "content")]


def test_the_policy_is_strict_online_and_relaxed_offline_no_further_than_measured() -> None:
    online, offline = policy.text(policy.ONLINE), policy.text(policy.OFFLINE)
    assert online == (
        "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; style-src 'self'; img-src 'self' data:; "
        "font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; "
        "object-src 'none'; require-trusted-types-for 'script'; trusted-types fii"
    )
    for word in ("blob:", "unsafe-inline", "'unsafe-eval'", "http", "*"):
        assert word not in online + offline
    relaxed = {name for name in policy.ONLINE if policy.ONLINE[name] != policy.OFFLINE[name]}
    assert relaxed == {"font-src", "connect-src", "worker-src"}


def test_the_reading_time_is_of_the_text_alone() -> None:
    words = "<p>een <b>twee</b></p>" * 150
    form = f"<section class='fii-instrument'>{words}</section><script type='application/json'>{words}</script>"
    tree = page(f"<article><p class='fii-leestijd'></p>{words}{form}</article>")
    reading_time.clean(tree)
    reading_time.clean(tree)
    assert markup.text(tree.css_first(".fii-leestijd")) == "Leestijd: ongeveer 2 minuten"  # type: ignore[arg-type]
    short = page("<article><p class='fii-leestijd'></p><p>een</p></article>")
    reading_time.clean(short)
    assert "ongeveer 1 minuut" in (short.html or "")


def test_a_script_that_stands_in_a_page_is_not_ours_and_stays_out_of_the_policy() -> None:
    tree = page("<script>a()</script><script type='module'>b()</script><script type='application/json'>{}</script>")
    policy.clean(tree)
    content = tree.css_first("meta[http-equiv]").attrs["content"] or ""  # type: ignore[union-attr]
    assert content == policy.text(policy.ONLINE)
    assert "sha256" not in content


def test_the_headers_carry_the_same_policy(tmp_path: Path) -> None:
    policy.write_headers(tmp_path)
    text = (tmp_path / "_headers").read_text("utf-8")
    assert text.startswith("/*\n  Content-Security-Policy: " + policy.text(policy.ONLINE))
    assert "Referrer-Policy: no-referrer" in text


def test_a_page_may_stand_in_a_frame_of_another_site_and_the_dossier_may_not(tmp_path: Path) -> None:
    policy.write_headers(tmp_path)
    rules = dict(read_headers(tmp_path))
    assert rules["/*"][0][1].endswith("; frame-ancestors 'self' http: https:")
    assert rules["/dossier/*"] == [("Content-Security-Policy", "frame-ancestors 'self'")]


def test_wide_tables_can_be_reached_and_have_a_name() -> None:
    wide = "<table><tr><td>1</td><td>2</td><td>3</td><td>4</td></tr></table>"
    tree = page(f"<main><h2 id='kop'>Kop</h2>{wide}<table><tr><td>1</td></tr></table></main>")
    tables.clean(tree)
    tables.clean(tree)
    (group,) = tree.css(".fii-table-scroll")
    assert dict(group.attrs.items()) == {
        "class": "fii-table-scroll", "role": "group", "tabindex": "0", "aria-labelledby": "kop",
    }  # fmt: skip


def test_heads_of_columns_and_rows_are_heads() -> None:
    row = '<tr><td class="fii-align-right" id="a&amp;b">Wie <em>dan</em></td><td>Wat</td></tr>'
    tree = page(f"<main><table><thead><tr><th>1</th><th>2</th></tr></thead><tbody>{row * 2}</tbody></table></main>")
    tables.clean(tree)
    tables.clean(tree)
    assert [head.attrs.get("scope") for head in tree.css("thead th")] == ["col", "col"]
    assert tree.css("tbody tr")[1].inner_html == (
        '<th scope="row" class="fii-align-right fii-rijkop" id="a&amp;b">Wie <em>dan</em></th><td>Wat</td>'
    )
    one = page(f"<main><table><thead><tr><th>1</th><th>2</th></tr></thead><tbody>{row}</tbody></table></main>")
    tables.clean(one)
    assert not one.css("tbody th")


def test_english_is_marked_wherever_it_stands() -> None:
    tree = page(
        "<p>Een Learning Climate, of <em lang='en'>fidelity</em>; <code>fidelity</code>, infidelity, high-fidelity &amp; zo.</p>"
        "<svg><text>fidelity</text></svg><template><p>fidelity</p></template>"
    )
    for _ in range(2):
        foreign.clean(tree)
    assert tree.body is not None
    assert tree.body.inner_html == (
        '<p>Een <span lang="en">Learning Climate</span>, of <em lang="en">fidelity</em>; <code>fidelity</code>, infidelity, '
        'high-fidelity &amp; zo.</p><svg><text><tspan lang="en">fidelity</tspan></text></svg>'
        '<template><p><span lang="en">fidelity</span></p></template>'
    )


def test_every_phrase_of_the_list_stands_in_the_site(site: Path) -> None:
    marked = re.compile('lang="en">([^<]*)<')
    said = {
        html.unescape(one).lower() for path in markup.pages(site) for one in marked.findall(path.read_text("utf-8"))
    }
    assert [phrase for phrase in english.phrases() if phrase.lower() not in said] == []
    listed = list(english.phrases())
    assert listed == sorted(listed, key=str.lower)


def test_alignment_becomes_a_class_and_other_styles_stay_for_the_checker() -> None:
    tree = page('<table><tr><td style="text-align: right;">1</td><td style="color: red">2</td></tr></table>')
    leftovers.clean(tree)
    right, red = tree.css("td")
    assert dict(right.attrs.items()) == {"class": "fii-align-right"}
    assert red.attrs["style"] == "color: red"


def test_leftovers_of_the_theme_go_and_what_holds_something_stays() -> None:
    tree = page(
        '<input class="md-toggle" id="__drawer" type="checkbox"><label class="md-overlay" for="__drawer"></label>'
        '<div data-md-component="announce"></div><div data-md-component="main"><p>Tekst</p></div>'
        "<script>__md_scope=1</script><script src='../assets/javascripts/bundle.js'></script>",
        head='<meta name="generator" content="x">',
    )
    leftovers.clean(tree)
    assert tree.body is not None
    assert [node.tag for node in markup.below(tree.body)] == ["body", "div", "p"]
    assert not tree.css('meta[name="generator"]')


def test_nothing_of_the_theme_is_left_in_the_site(site: Path) -> None:
    assert not list(site.glob("assets/**/*.js"))
    assert not list(site.rglob("*.map"))
    for path in markup.pages(site):
        text = path.read_text("utf-8")
        assert "__md_" not in text
        assert "md-toggle" not in text


def test_a_second_run_changes_nothing(site: Path, tmp_path: Path) -> None:
    again = tmp_path / "again"
    shutil.copytree(site, again)
    passes.apply(again)
    files = {path.relative_to(site) for path in site.rglob("*") if path.is_file()}
    assert files == {path.relative_to(again) for path in again.rglob("*") if path.is_file()}
    assert all((site / name).read_bytes() == (again / name).read_bytes() for name in files)


def test_every_page_names_scripts_and_styles_that_are_there(site: Path) -> None:
    """Also the thousand that only lead from a code to its place, which no other check reads."""
    there = {
        path.relative_to(site).as_posix()
        for folder in ("javascripts", "stylesheets")
        for path in (site / folder).rglob("*.*")
    }
    pages = list(site.rglob("*.html"))
    named = {
        name
        for path in pages
        for name in re.findall(r'(?:src|href)="[^"]*?((?:javascripts|stylesheets)/[^"]+)"', path.read_text("utf-8"))
    }
    assert len(pages) > 1000
    assert named <= there
    assert not [name for name in named if not re.search(r"-\w{8}\.(js|css)$", name)]


def test_the_schemas_are_published(site: Path) -> None:
    for name in ("dossier-1.json", "dossier-2.json", "dossier-3.json", "checklist.json", "schalen.json"):
        assert json.loads((site / "schema" / name).read_text("utf-8"))["$schema"].startswith("https://json-schema.org/")
    assert '"stoplicht"' in (site / "schema" / "checklist.json").read_text("utf-8")  # scales by name


def test_an_example_is_published_as_a_file_and_as_the_script_that_a_folder_needs(site: Path) -> None:
    files = sorted((site / "voorbeelden").glob("*.json"))
    assert len(files) == 4
    for file in files:
        name, _, literal = file.with_suffix(".js").read_text("utf-8").partition("=")
        assert name == "globalThis.fiiVoorbeeld"
        assert json.loads(json.loads(literal.removesuffix(";\n"))) == file.read_text("utf-8")


def test_what_pages_offer_a_trainer_is_published_as_the_script_that_a_folder_needs(site: Path) -> None:
    name, _, literal = (site / "trainers" / "materiaal.js").read_text("utf-8").partition("=")
    assert name == "globalThis.fiiMateriaal"
    matter = json.loads(json.loads(literal.removesuffix(";\n")))
    told = {address for address in matter if re.search(r"/(casus|reflectie)-", address)}
    assert told == {page.address for page in read_pages(DOCS) if page.value("soort") in ("casus", "reflectie")}
    assert all(len(matter[address]["questions"]) >= 2 and matter[address]["lead"] for address in told)
    assert matter["model/1-signaleren/casus-samen-leren/"]["questions"][0].startswith("Aanzet vroeg om een training")
    assert len(matter["model/5-implementeren/5b-plan-do-check-act/"]["questions"]) == 1  # its key question
    ((called, title, fragment), *_) = matter["checklists/stoplicht-1/"]["filled"]
    assert (called, title) == ("samen-leren", "Voorbeeld: Samen Leren")
    assert fragment.startswith("fii1~stoplicht-1~")


def test_a_site_without_the_page_for_trainers_gets_no_list(tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text("<main><article><p class='kernvraag'>Wie?</p></article></main>", "utf-8")
    assert sessions.write(tmp_path) == 0
    assert [path.name for path in tmp_path.iterdir()] == ["index.html"]


def test_the_command_asks_for_a_site(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert terminal.run(lambda: command.main([str(tmp_path)])) == 1
    assert "make site" in capsys.readouterr().err
