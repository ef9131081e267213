"""Candidates beside each other: one line for each, whatever it was filled in in; the chosen one is marked, nobody wins."""

from dataclasses import replace

from fii_widgets.dossier.answers import Answer, Answers
from fii_widgets.dossier.records import Dossier
from fii_widgets.report.instrument.beside import beside
from fii_widgets.report.instrument.offers import offers
from fii_widgets.report.instrument.subjects import fillings
from fii_widgets.report.instrument.summary import summarise
from fii_widgets.report.papers.make import build
from fii_widgets.report.papers.paper import Heading, Paper, Table, for_reading
from tests.unit.report.test_subjects import AT, TITLE, TWO, given, list_of
from tests.written import instrument, instruments

TITLED = "Kandidaten naast elkaar"
ROWS = given(sl_01__1="Stichting Oost", sl_02__1="nee", sl_01__2="WIJKTEAM  zuid", sl_08__2="extern")
ALL: Answers = {**TWO, **ROWS, **given(g_gesproken="Manager", sl_gekozen="DE  wissel")}


def compared(paper: Paper) -> list[Table]:
    return [block for block in paper.blocks if isinstance(block, Table) and block.caption == TITLED]


def paper(kind: str, answers: Answers, of: str = "") -> Paper:
    return build(kind, instruments(), Dossier(edition="handboek-fii", saved=AT, answers=answers), of)


def row_of(filling: str, row: str) -> Answers:
    """What the page writes down: which row is about the same one."""
    return {f"{filling}.plek": Answer(note=row)}


def test_a_name_joins_what_two_lists_say() -> None:
    found = beside(instruments(), ALL)
    assert found
    assert [(one.name, bool(one.said), bool(one.summary)) for one in found.each] == [
        ("Stichting Oost", True, False),
        ("WIJKTEAM zuid", True, True),
        ("De Wissel", False, True),
    ]
    assert [one.title for one in found.each if "(gekozen)" in one.title] == ["De Wissel (gekozen)"]


def test_what_was_written_down_joins_them_under_another_name_too() -> None:
    """As after a merge: in one copy somebody gave the row another name, in the other somebody filled in the list."""
    linked = {**ALL, **given(sl_01__2="Buurtwerk Zuid"), **row_of("g-kandidaat", "sl-01@2")}
    linked["sl-01@2"] = replace(linked["sl-01@2"], at="2026-12-02T10:00:00Z")

    def seen(answers: Answers) -> list[tuple[str, bool, bool]]:
        found = beside(instruments(), answers)
        assert found
        return [(one.title, bool(one.said), bool(one.summary)) for one in found.each]

    joined = [("Stichting Oost", True, False), ("Buurtwerk Zuid", True, True), ("De Wissel (gekozen)", False, True)]
    assert seen(linked) == joined
    assert seen({**linked, **given(sl_gekozen="Wijkteam  ZUID")})[1] == ("Buurtwerk Zuid (gekozen)", True, True)
    apart = {**linked, **row_of("g-kandidaat", "")}
    assert [name for name, *_ in seen(apart)] == [
        "Stichting Oost", "Buurtwerk Zuid", "Wijkteam Zuid", "De Wissel (gekozen)",
    ]  # fmt: skip
    gone = {**linked, **row_of("g-kandidaat", "sl-01@9")}  # nothing stands there: the name says it
    assert len(seen(gone)) == 4


def test_two_rows_of_one_name_are_two_and_a_row_has_one_filling() -> None:
    twice = {
        **given(sl_01__1="Zuid", sl_01__2="Zuid", g_kandidaat="Zuid", g_01="ja"),
        **row_of("g-kandidaat", "sl-01@2"),
    }
    found = beside(instruments(), twice)
    assert found
    assert [one.summary is not None for one in found.each] == [False, True]
    both = {**twice, **given(g_kandidaat__2="Zuid", g_01__2="nee"), **row_of("g-kandidaat@2", "sl-01@2")}
    found = beside(instruments(), both)
    assert found
    assert [one.summary.tally[0].label if one.summary else "" for one in found.each] == ["Nee", "Ja"]


def test_one_candidate_is_not_compared_and_the_same_name_twice_loses_nothing() -> None:
    assert beside(instruments(), given(g_kandidaat="Zuid", sl_01__1="ZUID")) is None
    assert beside(instruments(), {}) is None
    twice = beside(instruments(), given(g_kandidaat="Zuid", g_01="ja", g_kandidaat__2="Zuid", g_01__2="nee"))
    assert twice
    assert [one.summary.tally[0].label for one in twice.each if one.summary] == ["Ja", "Nee"]
    nameless = beside(instruments(), given(g_01="ja", g_01__2="nee", sl_02__1="ja"))
    assert nameless
    assert [one.name for one in nameless.each] == ["", "", ""]


def test_paper_has_a_table_with_what_each_list_says() -> None:
    (table,) = compared(paper("dossier", ALL))
    assert table.columns == (
        "Punt", "Kandidaat 1: Stichting Oost", "Kandidaat 2: WIJKTEAM zuid", "Kandidaat 3: De Wissel (gekozen)",
    )  # fmt: skip
    rows = {row[0]: row[1:] for row in table.rows}
    assert rows["Naam van de organisatie"] == ("Stichting Oost", "WIJKTEAM zuid", "De Wissel (gekozen)")
    assert rows["De interventie past bij de bedoeling van deze organisatie."] == ("Nee", "Niet ingevuld", "–")
    assert rows["Met wie u hebt gesproken (functies, geen namen)"] == ("–", "Manager", "–")
    counts = rows[TITLE]
    assert counts[0] == "nog niets ingevuld"
    assert counts[1].startswith("Nee: 1 · Ja: 1 · ")
    assert [text.partition(".")[0] for text in rows["Antwoord: Nee"]] == ["–", "2", "1"]
    assert for_reading(table) == (table,)


def test_paper_of_either_list_has_it_and_others_do_not() -> None:
    for of in ("gereedheid", "shortlist"):
        assert len(compared(paper("instrument", ALL, of))) == 1, of
    assert compared(paper("instrument", ALL, "cfir")) == []
    assert compared(paper("instrument", given(g_kandidaat="Zuid", g_01="ja"), "gereedheid")) == []
    alone = build("instrument", [instrument("gereedheid")], Dossier(edition="e", saved=AT, answers=ALL), "gereedheid")
    (table,) = compared(alone)  # a page that has this list only knows nothing of the other
    assert table.columns[1:] == ("Kandidaat 1: Wijkteam Zuid", "Kandidaat 2: De Wissel (gekozen)")
    (turned,) = for_reading(table)
    assert [row[1] for row in turned.rows] == ["Wijkteam Zuid", "De Wissel (gekozen)"]


def test_the_mark_follows_the_name_and_can_be_taken_back() -> None:
    def titles(answers: Answers) -> list[str]:
        return [one.title for one, _ in fillings(instrument("gereedheid"), answers)]

    assert titles(TWO) == [f"{TITLE}: Wijkteam Zuid", f"{TITLE}: De Wissel"]
    assert titles(ALL) == [f"{TITLE}: Wijkteam Zuid", f"{TITLE}: De Wissel (gekozen)"]
    other = {**ALL, **given(sl_gekozen="Wijkteam Zuid")}
    assert titles(other) == [f"{TITLE}: Wijkteam Zuid (gekozen)", f"{TITLE}: De Wissel"]  # one at a time
    assert titles({**ALL, "sl-gekozen": replace(ALL["sl-gekozen"], note="")}) == titles(TWO)
    rows = {**ALL, **given(sl_gekozen="Stichting Oost")}
    (table,) = summarise(instrument("shortlist"), rows).tables
    assert table.rows == ("Kandidaat 1: Stichting Oost (gekozen)", "Kandidaat 2: WIJKTEAM zuid")
    heads = [block.text for block in paper("dossier", ALL).blocks if isinstance(block, Heading)]
    assert f"{TITLE}: De Wissel (gekozen)" in heads


def test_the_chosen_name_is_offered_where_a_list_asks_for_the_organisation() -> None:
    (group,) = offers(list_of("cfir"), {**ALL, **given(sl_gekozen="Stichting Oost")})
    assert [offer.text for offer in group.offers] == ["Wijkteam Zuid", "De Wissel", "Stichting Oost"]
    assert group.offers[-1].reason == "Uit de shortlist, de gekozen organisatie"
    assert [put.cell for put in group.offers[-1].puts] == ["cf-v-organisatie"]
    assert offers(list_of("cfir"), given(sl_gekozen="Nog te kiezen")) == []
