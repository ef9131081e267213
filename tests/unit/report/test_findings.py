"""What stands out in all lists together: rules and red points, of each list one in turn, the last one changed first."""

from fii_widgets.dossier.answers import Answer
from fii_widgets.report.instrument.findings import Line, findings, parted
from fii_widgets.report.instrument.subjects import each_filling
from fii_widgets.report.instrument.summary import summarise
from tests.written import instrument, instruments

EARLY, LATE = "2026-10-01T10:00:00.000Z", "2026-11-01T10:00:00.000Z"


def found(**answers: tuple[str, str]) -> list[Line]:
    """What stands out in all lists of the handbook; an item by name: sl_05_1 is that of row 1."""
    keys = {name: "@".join(name.replace("_", "-").rsplit("--", 1)) for name in answers}
    given = {keys[name]: Answer(choice=choice, at=at) for name, (choice, at) in answers.items()}
    return findings((summarise(*filling), filling[1]) for filling in each_filling(instruments(), given))


def test_a_rule_says_its_first_sentence_and_when_its_list_changed() -> None:
    [rule] = found(dr_1=("te-weinig", EARLY), dr_4=("ja", LATE))
    assert rule == Line(
        about="draagkracht",
        text="Beleg met het management een of meer sessies om de draagkracht te voeden.",
        light="",
        place=instrument("draagkracht").title,
        at=LATE,
    )


def test_a_red_point_names_its_row_and_leads_there_after_the_rules_of_its_list() -> None:
    *rules, point = found(sl_05__2=("nee", EARLY))
    assert not any(one.light for one in rules)
    assert (point.light, point.at) == ("Nee", EARLY)
    assert point.about == "sl-05@2"
    assert point.place == f"{instrument('shortlist').title}, punt 5 (kandidaat 2)"


def test_the_point_of_a_list_for_more_candidates_leads_to_the_list() -> None:
    lines = [one for one in found(g_13=("nee", EARLY), g_13__2=("nee", EARLY)) if one.light]
    assert [one.about for one in lines] == ["gereedheid"] * 2
    assert len({one.place for one in lines}) == 2


def test_a_red_light_of_a_stoplight_is_not_said_twice() -> None:
    assert found(s1_02=("rood", EARLY)) == []
    assert found(s1_02=("rood", EARLY), g_13=("nee", EARLY)) == found(g_13=("nee", EARLY)) != []


def test_of_each_list_one_in_turn_the_one_that_changed_last_first() -> None:
    lines = found(dr_2=("nee", EARLY), sl_05__1=("nee", LATE), sl_06__1=("nee", LATE))
    titles = [one.place.split(",")[0] for one in lines]
    early, late = (instrument(id_).title for id_ in ("draagkracht", "shortlist"))
    assert titles[:4] == [late, early, late, early]
    assert {"dr-2", "sl-05@1", "sl-06@1"} < {one.about for one in lines}


def test_a_text_is_parted_after_its_first_sentence() -> None:
    assert parted("Een. Twee. Drie.") == ("Een.", "Twee. Drie.")
    assert parted("Nog 3.5 en verder") == ("Nog 3.5 en verder", "")
