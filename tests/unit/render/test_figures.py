"""The drawn figures: everything in a picture is also text, colours are classes, links lead where they say."""

import re
from pathlib import Path
from xml.etree.ElementTree import Element

import html5lib
import pytest

from fii_widgets.handbook.pages import link_targets, read_pages
from fii_widgets.render.figures.figure import DRAWINGS, figure
from fii_widgets.words.figures import FIGURES, GROUPS

PROJECT = Path(__file__).parents[3]
CSS = (PROJECT / "docs" / "stylesheets/parts/figures.css").read_text("utf-8")
DRAWN = ("fig-4", "fig-7", "fig-8")
SVG = "svg"


def tree(id_: str, root: str = "../../") -> Element:
    return html5lib.parseFragment(figure(id_, root), namespaceHTMLElements=False)[0]


def text(node: Element) -> str:
    return " ".join("".join(node.itertext()).split())


def svgs(node: Element) -> list[Element]:
    return [one for one in node.iter() if isinstance(one.tag, str) and one.tag.rpartition("}")[2] == SVG]


def said(node: Element) -> set[str]:
    """Words of two letters or more; the letter in a stop is the first of the name beside it."""
    return {
        word
        for one in node.iter()
        for part in (one.text, one.tail)
        for word in re.findall(r"\w{2,}", (part or "").lower())
    }


def test_every_figure_has_words_and_a_drawing() -> None:
    assert set(DRAWINGS) == set(FIGURES) == {*DRAWN, "fig-9"}


@pytest.mark.parametrize("id_", FIGURES)
def test_a_figure_has_its_number_its_source_and_its_id(id_: str) -> None:
    found = tree(id_)
    assert (found.tag, found.get("id"), found.get("class")) == ("figure", id_, "fii-figure")
    caption = text(next(found.iter("figcaption")))
    assert caption.startswith(f"Figuur {id_[4:]}. {FIGURES[id_].title}")
    assert f"Naar {FIGURES[id_].source}. Eigen" in caption
    ids = {one.get("id") for one in found.iter()}
    assert found.get("aria-labelledby") in ids


@pytest.mark.parametrize("id_", DRAWN)
def test_what_stands_in_a_picture_stands_in_text_too(id_: str) -> None:
    found = tree(id_)
    pictures = svgs(found)
    assert len(pictures) == 2
    (words,) = (one for one in found.iter("div") if one.get("id") == f"{id_}-woorden")
    for picture in pictures:
        assert said(picture) <= said(words)
        assert picture.get("role") == "img"
        assert picture.get("aria-labelledby") == f"{id_}-titel {id_}-woorden"
    assert said(pictures[1]) <= said(pictures[0])


@pytest.mark.parametrize("id_", FIGURES)
def test_colours_are_classes_and_every_class_has_its_rule(id_: str) -> None:
    html = figure(id_, "")
    assert not re.search(r"\s(style|fill|stroke|color)=", html)
    for names in re.findall(r'class="([^"]*)"', html):
        for name in names.split():
            # a title is a paragraph like any other; the name is for who reads the page's source
            assert f".{name}" in CSS or name == "fii-figure__titel"


def test_no_rule_is_left_without_a_drawing() -> None:
    drawn = "".join(figure(id_, "") for id_ in FIGURES)
    rules = {name for name in re.findall(r"\.(fii-[\w-]+)", CSS) if name not in drawn}
    assert rules == {"fii-beelddata"}  # a picture has its words behind the same button


@pytest.mark.parametrize("id_", FIGURES)
def test_the_source_stands_where_its_link_leads(id_: str) -> None:
    (link,) = tree(id_, "../../").iter("a")
    assert link.get("href") == f"../../{FIGURES[id_].to}"
    known = {address for _, address in link_targets(read_pages(PROJECT / "docs")).values()}
    assert FIGURES[id_].to in known


def test_the_groups_are_a_list_of_lists() -> None:
    outer = next(tree("fig-9").iter("ul"))
    assert [text(group.find("p")) for group in outer.findall("li")] == [group.name for group in GROUPS]  # type: ignore[arg-type]
    assert [text(one) for one in outer.iter("li") if one.find("ul") is None] == [
        one for group in GROUPS for one in group.people
    ]


def test_an_unknown_figure_is_refused_with_the_nearest() -> None:
    with pytest.raises(ValueError, match=r"figuur 'fig-44' bestaat niet\. Bedoelde u 'fig-4'\?"):
        figure("fig-44", "")
