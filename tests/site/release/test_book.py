"""What an article becomes in a book: nothing of it is lost, what is for a screen alone is left out."""

import re
from pathlib import Path
from typing import Any

import pytest

from tools.pages import markup
from tools.paths import DOCS, ROOT
from tools.release.book.blocks import Reader
from tools.release.book.drawings import Drawings
from tools.release.book.gather import book
from tools.release.book.inline import Leads, runs

LEADS = Leads("https://x.example/alles/", frozenset({"hier"}))
DRAWINGS = Drawings(DOCS / "stylesheets")


def read(html: str, leads: Leads = LEADS) -> list[dict[str, Any]]:
    return list(Reader(leads, DRAWINGS).blocks(markup.fragment(f"<section>{html}</section>")))


def line(html: str, leads: Leads = LEADS) -> list[dict[str, Any]]:
    return runs([markup.fragment(f"<p>{html}</p>")], leads)


def test_a_line_has_single_blanks_and_says_what_is_strong() -> None:
    assert line(" a \n <strong> b<em>c </em></strong>  d<br> e ") == [
        {"text": "a "},
        {"text": "b", "strong": True},
        {"text": "c ", "strong": True, "soft": True},
        {"text": "d"},
        {"text": "\n"},
        {"text": "e"},
    ]


@pytest.mark.parametrize(
    ("href", "found"),
    [
        ("#hier", {"to": "hier"}),
        ("#weg", {}),
        ("../dossier/", {"url": "https://x.example/dossier/"}),
        ("https://y.example/", {"url": "https://y.example/"}),
    ],
)
def test_a_link_leads_to_a_place_in_the_book_or_to_an_address(href: str, found: dict[str, str]) -> None:
    assert line(f'<a href="{href}">x</a>') == [{"text": "x", **found}]


def test_where_no_address_is_known_a_link_out_of_the_book_is_text() -> None:
    assert line('<a href="../dossier/">x</a>', Leads("", frozenset())) == [{"text": "x"}]


def test_what_nobody_sees_on_the_page_is_not_in_the_book() -> None:
    html = '<p hidden>weg</p><p>a<span class="fii-vh">weg</span><span hidden>weg</span></p><details class="fii-figure__woorden">weg</details>'
    assert "weg" not in str(read(html))


def test_a_picture_of_an_edition_says_what_it_shows() -> None:
    assert line('<img src="x.png" alt="Een kaart">') == [{"text": "[Een kaart]"}]


def test_what_stands_loose_together_is_one_paragraph() -> None:
    (only,) = read("Tekst <em>en</em> meer")
    assert [run["text"] for run in only["runs"]] == ["Tekst ", "en", " meer"]


def test_a_heading_skips_no_level() -> None:
    assert [block["level"] for block in read("<h2>a</h2><h5>b</h5><h3>c</h3>")] == [1, 2, 2]


def test_a_table_without_a_head_is_no_table_for_who_hears_it() -> None:
    html = "<table><tbody><tr><th>Plaats</th><td>Rotterdam</td></tr></tbody></table>"
    assert [block["kind"] for block in read(html)] == ["facts"]
    assert read("<table><thead><tr><th>a</th></tr></thead><tr><td>b</td></tr></table>")[0]["head"] == [[{"text": "a"}]]


def test_a_point_has_its_choices_but_none_to_take_back() -> None:
    choice = '<label class="fii-choice fii-choice--{}"><input><span>{}</span></label>'
    html = (
        '<div class="fii-form"><div class="fii-item" id="p"><span class="fii-item__number">1</span>'
        '<span class="fii-item__text">Zin.</span><p class="fii-item__help" hidden>weg</p>'
        f"{choice.format('groen', 'Groen')}{choice.format('vrij', 'Anders')}{choice.format('leeg', 'Wis')}"
        '<div class="fii-note"></div></div></div>'
    )
    (form,) = read(html)
    (point,) = form["blocks"]
    assert (point["number"], point["helps"], point["note"], point["lines"]) == ("1", [], True, 0)
    assert point["choices"] == [{"sign": "groen", "word": "Groen"}, {"sign": "", "word": "Anders"}]


def test_a_drawing_has_the_colours_of_the_page_and_no_name_of_one_is_left() -> None:
    drawn = DRAWINGS.whole(markup.fragment('<svg class="fii-beeld"><a href="x"><path class="fii-fase-1"/></a></svg>'))
    assert ".fii-fase-1.fii-lijn__spoor" in drawn
    assert "#a33b20" in drawn
    assert "var(" not in drawn
    assert "<a" not in drawn


def texts(found: Any) -> list[str]:
    if isinstance(found, list) and found and all(isinstance(one, dict) and "text" in one for one in found):
        return ["".join(run["text"] for run in found)]
    parts = found.values() if isinstance(found, dict) else found if isinstance(found, list) else []
    return [found] if isinstance(found, str) else [text for one in parts for text in texts(one)]


def test_every_word_of_the_handbook_is_in_the_book(site: Path) -> None:
    page = markup.read(site / "alles" / "index.html")
    for gone in page.css(
        ".fii-geheel__inhoud, [hidden], .fii-vh, .fii-choice--leeg, p:has(> time), .fii-beeld--smal, svg, .fii-row, .fii-eerder, .fii-instrument__facts"
    ):
        gone.decompose()
    whole = page.css_first(".fii-geheel")
    assert whole is not None
    made = book(site, DOCS / "stylesheets", ROOT / "codes.lock", "")
    has = set(re.findall(r"\w+", " ".join(texts(made["parts"]))))
    assert set(re.findall(r"\w+", whole.text(separator=" "))) - has == {"Notitie"}  # stands in the template


def test_a_page_of_an_edition_may_say_something_above_its_title(tmp_path: Path) -> None:
    (tmp_path / "alles").mkdir()
    (tmp_path / "alles" / "index.html").write_text(
        '<p class="fii-merk__naam">Boek</p><section class="fii-geheel__deel fii-geheel__deel--1"><p>Van Oost.</p>'
        '<h2 id="a">Titel</h2><p>Tekst.</p><footer><p><time datetime="2026-12-01">1 december</time></p></footer></section>',
        "utf-8",
    )
    (part,) = book(tmp_path, DOCS / "stylesheets", ROOT / "codes.lock", "")["parts"]
    assert (part["title"], part["level"], part["chapter"]) == ("Titel", 1, "Titel")
    assert [block["runs"][0]["text"] for block in part["blocks"][:2]] == ["Van Oost.", "Tekst."]
