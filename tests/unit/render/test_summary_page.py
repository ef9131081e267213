"""The summary on a page: what stands out first and in a screen, each reason and all that was filled in at a press."""

import lxml.html
import pytest

from fii_widgets.dossier.answers import Answer, Answers
from fii_widgets.instrument.model import Instrument
from fii_widgets.render.reports.summary import FIRST, FIRST_RULES, ROOMY, summary_html
from fii_widgets.report.instrument.summary import summarise
from tests.written import handbook


def page(instrument: Instrument, answers: Answers) -> lxml.html.HtmlElement:
    html = summary_html(summarise(instrument, answers), "../", "", 3)
    return lxml.html.fragment_fromstring(html, create_parent="div")


def named(id_: str) -> Instrument:
    return handbook().instruments[id_].instrument


def red(instrument: Instrument, many: int) -> dict[str, Answer]:
    """So many points with the choice that is red."""
    judged = [item for item in instrument.items if any(one.signal.value == "rood" for one in item.options)][:many]
    return {
        item.id: Answer(choice=next(one.id for one in item.options if one.signal.value == "rood")) for item in judged
    }


def outline(root: lxml.html.HtmlElement) -> list[str]:
    """What follows what: headings, folds by their names, and the class of the rest."""
    return [
        f"{one.tag} {one.find('summary').text_content()}"
        if one.tag == "details"
        else one.text_content()
        if one.tag.startswith("h")
        else one.get("class", "")
        for one in root
    ]


def test_what_stands_out_comes_first_and_what_was_filled_in_is_folded() -> None:
    given = red(named("condities"), 10) | {
        "cd-organisaties-welzijn-1": Answer(choice="bevorderend"),
        "cd-datum": Answer(note="3 maart"),
    }
    found = outline(page(named("condities"), given))
    assert found[:2] == ["fii-lead", "fii-tally"]
    heads = [one for one in found if not one.startswith("fii-")]
    assert heads[0] == "Let op"
    assert heads.index("Let op") < heads.index("Wat opvalt")
    assert heads[heads.index("Wat opvalt") + 1] == "details Nog 8 punten"
    assert heads.index("details In beeld") > heads.index("Wat opvalt")
    assert heads[-1] == "details Waarom zie ik dit?"


@pytest.mark.parametrize(("many", "rest"), [(1, ""), (3, ""), (4, "Nog 1 punt"), (9, "Nog 6 punten")])
def test_the_first_points_are_seen_and_the_others_behind_their_number(many: int, rest: str) -> None:
    found = page(named("stoplicht-1"), red(named("stoplicht-1"), many))
    assert len(found.xpath("./ul[@class='fii-findings']/li")) == min(many, FIRST)
    folds = found.xpath("./details[contains(@class, 'fii-meer--stands_out')]")
    assert [one.find("summary").text_content() for one in folds] == ([rest] if rest else [])
    assert len(found.xpath(".//li[contains(@class, 'fii-finding--rood')]")) == many
    assert len(found.xpath(".//*[@data-fii-about]")) == many  # each can become an action


def test_signals_of_the_list_take_the_room_of_one_point_and_say_their_fact_first() -> None:
    found = page(named("gereedheid"), red(named("gereedheid"), 13))
    rules, points = found.xpath("./ul[@class='fii-findings']")
    assert len(rules) <= FIRST_RULES
    assert len(points) == FIRST - 1
    rule = found.xpath(".//li[contains(@class, 'fii-finding--regel')]/details")[0]
    assert rule.find("summary").text_content() == "Iets mooi vinden is nog geen toezegging."
    whole = "Iets mooi vinden is nog geen toezegging. Vraag wat de organisatie er op korte termijn zelf aan geeft."
    assert rule.text_content().startswith(whole)


def test_what_no_room_is_left_for_is_folded_under_its_own_name() -> None:
    unknown = {item.id: Answer(choice="onbekend") for item in named("gereedheid").items[10:12]}
    found = page(named("gereedheid"), red(named("gereedheid"), 10) | unknown)
    assert "details Nog onbekend (2)" in outline(found)


def test_each_reason_is_in_a_fold_and_its_sentence_is_not() -> None:
    answers = red(named("stoplicht-1"), 3) | {"s1-01": Answer(choice="rood", note="Later.")}
    for one in page(named("stoplicht-1"), answers).xpath(".//li[contains(@class, 'fii-finding')]"):
        assert [child.tag for child in one] == ["details"]
        name = one.find("details/summary").text_content()
        assert name.strip().startswith("Rood · Punt ")
        assert "Waarom zie ik dit?" not in name
        assert one.find("details").xpath("./p[@class='fii-why']")


@pytest.mark.parametrize(("many", "seen"), [(1, True), (ROOMY, True), (ROOMY + 1, False)])
def test_what_to_do_is_seen_where_there_is_room(many: int, seen: bool) -> None:
    found = page(named("gereedheid"), red(named("gereedheid"), many))
    advice = found.xpath("./ul/li/p[@class='fii-follow-up']")
    assert bool(advice) is seen
    assert len(found.xpath(".//p[@class='fii-follow-up']")) >= many  # nowhere is it gone


def test_where_nothing_stands_out_what_was_filled_in_is_open() -> None:
    found = page(named("gereedheid"), {"g-kandidaat": Answer(note="Wijkteam Zuid")})
    assert "Wat u schreef" in outline(found)
    assert found.xpath("./dl[@class='fii-written']")
