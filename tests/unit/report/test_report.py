"""The summary says what stands out and why, keeps three kinds of silence apart, and never adds up."""

import pytest

from fii_widgets.dossier.answers import Answer, read_answers
from fii_widgets.dossier.check import remarks
from fii_widgets.errors import RequestError
from fii_widgets.instrument.model import Instrument
from fii_widgets.report.instrument.summary import summarise
from tests.written import handbook


def instrument(id_: str) -> Instrument:
    return handbook().instruments[id_].instrument


def answers(**choices: str) -> dict[str, Answer]:
    return {id_.replace("_", "-"): Answer(choice=choice) for id_, choice in choices.items()}


def test_nothing_filled_in_is_empty() -> None:
    assert summarise(instrument("stoplicht-1"), {}).empty


def test_unknown_not_applicable_and_open_are_three_things() -> None:
    summary = summarise(instrument("stoplicht-1"), answers(s1_01="onbekend", s1_02="nvt"))
    assert dict(summary.signals) == {"onbekend": 1, "nvt": 1, "open": 9}
    assert [(one.shape, one.count) for one in summary.tally] == [("onbekend", 1), ("nvt", 1), ("leeg", 9)]
    assert summary.lead == "Van 1 punt is het antwoord onbekend."


def test_two_scales_that_share_a_choice_are_counted_together() -> None:
    summary = summarise(instrument("gereedheid"), answers(g_01="onbekend", g_07="onbekend"))
    assert summary.lead == "Van 2 punten is het antwoord onbekend."


def test_the_first_sentence_names_what_asks_for_attention_else_what_was_answered() -> None:
    light = instrument("stoplicht-1")
    mixed = summarise(light, answers(s1_01="groen", s1_02="rood", s1_03="oranje"))
    calm = summarise(light, answers(s1_01="groen", s1_02="groen"))
    assert mixed.lead == "1 punt staat op rood en 1 punt staat op oranje."
    assert calm.lead == "2 punten staan op groen."


def test_red_comes_before_amber_whatever_the_order_on_paper() -> None:
    summary = summarise(instrument("stoplicht-1"), answers(s1_01="oranje", s1_05="rood", s1_03="groen"))
    assert [finding.cell.item.id for finding in summary.stands_out] == ["s1-05", "s1-01"]


def test_a_follow_up_comes_only_with_its_choice() -> None:
    red = summarise(instrument("stoplicht-1"), answers(s1_07="rood")).stands_out[0]
    green = summarise(instrument("stoplicht-1"), answers(s1_07="groen"))
    assert "extra middelen" in red.follow_ups[0].text
    assert green.stands_out == ()


def test_all_green_says_look_again_and_only_then() -> None:
    light = instrument("stoplicht-1")
    green = {item.id: Answer(choice="groen") for item in light.items}
    assert any("twee weken" in sentence for sentence in summarise(light, green).closing)
    green["s1-09"] = Answer(choice="oranje")
    assert not any("twee weken" in sentence for sentence in summarise(light, green).closing)


@pytest.mark.parametrize(("choice", "asked"), [("wettelijk", "visie"), ("extern", "financiers")])
def test_financing_chooses_the_next_question(choice: str, asked: str) -> None:
    summary = summarise(instrument("gereedheid"), answers(g_07=choice))
    assert asked in summary.questions[0].follow_ups[0].text
    assert summary.stands_out == ()


def test_an_item_that_is_not_in_play_is_not_open() -> None:
    summary = summarise(instrument("gereedheid"), answers(g_07="wettelijk"))
    assert summary.signals["open"] == 25  # 27, less g-07 itself and g-09
    told = summarise(instrument("gereedheid"), answers(g_07="wettelijk", g_09="nee"))
    assert len(told.remarks) == 1
    assert told.stands_out == ()


@pytest.mark.parametrize(("choice", "open_items"), [("", 27), ("onbekend", 26), ("wettelijk", 25), ("nvt", 24)])
def test_an_item_whose_condition_may_still_hold_is_in_play(choice: str, open_items: int) -> None:
    """Not filled in and unknown leave both follow-up points open; 'not applicable' closes both."""
    assert summarise(instrument("gereedheid"), answers(g_07=choice)).signals["open"] == open_items


def test_readiness_excludes_nobody_and_gives_no_figure() -> None:
    worst = {item.id: Answer(choice="nee") for item in instrument("gereedheid").items}
    summary = summarise(instrument("gereedheid"), worst | answers(g_07="extern"))
    assert any("sluit een organisatie uit" in sentence for sentence in summary.closing)
    assert "%" not in summary.lead


@pytest.mark.parametrize(
    ("client", "known", "target"),
    [("ja", "ja", "f3"), ("ja", "nee", "f2"), ("nee", "nee", "f2")],
)
def test_figure_2_leads_to_a_phase(client: str, known: str, target: str) -> None:
    verdict = summarise(instrument("startpunt"), answers(sp_01=client, sp_02=known)).verdict
    assert verdict is not None
    assert verdict.advice
    assert verdict.reason.read[0].target == target


def test_the_empty_cell_gives_no_advice_and_says_so() -> None:
    verdict = summarise(instrument("startpunt"), answers(sp_01="nee", sp_02="ja")).verdict
    assert verdict is not None
    assert not verdict.advice
    assert "leeg" in verdict.reason.text
    assert verdict.reason.read[0].target == "sf-1a"


def test_an_unknown_answer_asks_to_find_out() -> None:
    verdict = summarise(instrument("startpunt"), answers(sp_01="ja", sp_02="onbekend")).verdict
    assert verdict is not None
    assert not verdict.advice


def test_a_choice_of_another_edition_counts_as_open_and_is_told() -> None:
    strange = answers(s1_01="paars")
    assert summarise(instrument("stoplicht-1"), strange).signals["open"] == 11
    told = remarks({**strange, "zz-99": Answer(note="oud")}, [instrument("stoplicht-1")])
    assert len(told) == 2
    assert "zz-99" in told[0]
    assert "paars" in told[1]


@pytest.mark.parametrize("value", [None, [], {"a": 1}, {"a": {"choice": 1}}, {"a": {"note": []}}])
def test_what_is_no_answer_is_refused(value: object) -> None:
    with pytest.raises(RequestError):
        read_answers(value)


def test_a_line_asked_in_a_row_is_told_even_alone() -> None:
    """Seen in the user's task of draagkracht: what was written there stood in no report."""
    given = {"dr-wie-actie@2": Answer(note="Ik bel morgen.")}
    told = summarise(instrument("draagkracht"), given)
    assert not told.empty
    assert [table.rows for table in told.tables] == [("Sleutelfiguur 2",)]
    assert any("Ik bel morgen." in cell for _, row in told.tables[0].lines for cell in row)
