"""The line: all six stations and fifteen stops, links only where there is a page, words for every shape; and all
that Python sends to the page holds to the list of the one insertion point."""

import itertools
import re
from pathlib import Path

import html5lib
import pytest

from fii_widgets.dossier.answers import Answer
from fii_widgets.handbook.loader import load
from fii_widgets.handbook.phases import PHASES
from fii_widgets.render.line.line import line_nav, line_svg
from fii_widgets.render.line.shapes import Light
from fii_widgets.render.reports.overview import overview_html
from fii_widgets.render.reports.summary import summary_html
from fii_widgets.report.cells import cell_id
from fii_widgets.report.instrument.summary import summarise

ROOT = Path(__file__).parents[3]
STOPS = [stop for phase in PHASES for stop in phase.subphases]
WRITTEN = {"f1": "../1/", "sf-1a": "../1/1a/"}
LIGHTS = {
    "f1": (Light("rood", 2, "2 punten staan op rood"), Light("onbekend", 1, "van 1 punt is het antwoord onbekend"))
}


def drawings(html: str) -> list[str]:
    return re.findall(r"<svg.*?</svg>", html)


def test_each_portrait_names_every_station_and_stop() -> None:
    for drawing in drawings(line_nav(None, WRITTEN)):
        assert drawing.count("fii-lijn__station") == 6
        assert drawing.count('fii-lijn__halte"') == 15
        for name in [phase.title for phase in PHASES] + [stop.title for stop in STOPS]:
            assert f" {name}" in drawing
        assert re.findall(r'href="([^"]+)"', drawing) == ["../1/", "../1/1a/"]
        assert drawing.count(', volgt"') == 6 + 15 - 2


@pytest.mark.parametrize("current", [None, *(phase.id for phase in PHASES), *(stop.id for stop in STOPS)])
@pytest.mark.parametrize("small", [True, False])
def test_the_readers_place_is_marked_once_by_shape_and_word(current: str | None, small: bool) -> None:
    for drawing in drawings(line_svg(current, WRITTEN, small)):
        times = 0 if current is None else 1
        assert drawing.count('fii-lijn__hier"') == drawing.count("<polygon") == times
        assert drawing.count(">u bent hier<") == times


def test_lights_have_a_shape_and_a_sentence() -> None:
    for drawing in drawings(line_svg(None, WRITTEN, small=True, lights=LIGHTS)):
        assert 'fii-lijn__licht--rood"' in drawing
        assert 'aria-label="Fase 1: 2 punten staan op rood, van 1 punt is het antwoord onbekend"' in drawing
    empty, full = (drawings(line_svg(None, WRITTEN, True, lights)) for lights in ({}, LIGHTS))
    box = re.compile(r'viewBox="([^"]+)"')
    assert [box.findall(one) for one in empty] == [box.findall(one) for one in full], "lights must not make it jump"


def allowed() -> dict[str, set[str]]:
    script = (ROOT / "docs/javascripts/base/safe-html.js").read_text(encoding="utf-8")
    return {kind: set(words.split()) for kind, words in re.findall(r"\[(HTML|SVG)\]: words\('([^']+)'\)", script)}


def every_answer() -> list[str]:
    sent = [line_svg(None, WRITTEN, small, lights) for small in (True, False) for lights in (None, LIGHTS)]
    summaries = []
    for one in load(ROOT).instruments.values():
        choices = [item.options for item in one.instrument.items]
        for level, at in itertools.product((2, 3, 4), range(5)):
            answers = {
                cell_id(item.id, row): Answer(
                    choice=options[(at + number) % len(options)].id if options else "", note="een notitie"
                )
                for row in (0, 1, 2)
                for number, (item, options) in enumerate(zip(one.instrument.items, choices, strict=True))
            }
            summaries.append(summarise(one.instrument, answers))
            sent.append(summary_html(summaries[-1], "../", "", level))
    return [*sent, overview_html(summaries, WRITTEN)]


def test_all_that_python_sends_is_on_the_list_of_the_insertion_point() -> None:
    lists = allowed()
    assert set(lists) == {"HTML", "SVG"}
    known = {f"{{http://www.w3.org/1999/xhtml}}{tag}" for tag in lists["HTML"]}
    known |= {f"{{http://www.w3.org/2000/svg}}{tag}" for tag in lists["SVG"]}
    refused = {node.tag for html in every_answer() for node in html5lib.parseFragment(html).iter()} - known
    assert refused - {"DOCUMENT_FRAGMENT"} == set()
