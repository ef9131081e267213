"""A list that is filled in for each candidate: each filling reads as if it were the only one, and none is lost."""

import json

from fii_widgets.browser import call
from fii_widgets.dossier.answers import Answer, Answers
from fii_widgets.dossier.check import remarks
from fii_widgets.dossier.records import Dossier, Member, Place
from fii_widgets.instrument.model import Checklist
from fii_widgets.report.instrument.offers import offers
from fii_widgets.report.instrument.sources import _is_known
from fii_widgets.report.instrument.subjects import about, fillings
from fii_widgets.report.instrument.summary import summarise
from fii_widgets.report.meetings.places import places_report
from fii_widgets.report.meetings.review import origin_of
from fii_widgets.report.meetings.team import team_report
from fii_widgets.report.papers.choice import offers as papers
from fii_widgets.report.papers.make import build
from fii_widgets.report.papers.paper import Heading
from tests.written import instrument, instruments, loaded

AT = "2026-11-30T10:00:00.000Z"
TITLE = "Gereedheid van één kandidaat"


def given(**notes: str) -> dict[str, Answer]:
    """Answers: `g_01__2="nee"` is the choice at g-01 about the second; a capital makes it a note."""
    found = {}
    for key, value in notes.items():
        id_ = key.replace("__", "@").replace("_", "-")
        found[id_] = Answer(at=AT, note=value) if value[:1].isupper() else Answer(at=AT, choice=value)
    return found


TWO = given(g_kandidaat="Wijkteam Zuid", g_01="ja", g_02="nee", g_kandidaat__2="De Wissel", g_01__2="nee")


def list_of(id_: str) -> Checklist:
    found = instrument(id_)
    assert isinstance(found, Checklist)
    return found


def read(answers: Answers) -> list[tuple[str, list[str]]]:
    """The titles, and what stands out in each."""
    return [
        (one.title, [finding.cell.item.id for finding in summarise(one, own).stands_out])
        for one, own in fillings(instrument("gereedheid"), answers)
    ]


def test_what_was_filled_in_once_stays_as_it_was() -> None:
    (filling,) = fillings(instrument("gereedheid"), given(g_kandidaat="Wijkteam Zuid", g_02="nee"))
    assert filling == (instrument("gereedheid"), given(g_kandidaat="Wijkteam Zuid", g_02="nee"))


def test_each_candidate_has_a_filling_of_its_own_under_its_name() -> None:
    assert read(TWO) == [(f"{TITLE}: Wijkteam Zuid", ["g-02"]), (f"{TITLE}: De Wissel", ["g-01"])]
    assert read(given(g_02__3="nee")) == [(f"{TITLE}: kandidaat 3", ["g-02"])]  # the first is none yet


def test_the_first_and_another_change_places_and_nothing_else_changes() -> None:
    answers = {**TWO, **given(sl_01__1="Shortlist", s1_01="groen")}
    second = about(instrument("gereedheid"), answers, 2)
    assert second["g-kandidaat"].note == "De Wissel"
    assert second["g-kandidaat@2"].note == "Wijkteam Zuid"
    assert second["g-02"].choice == ""
    assert second["g-02@2"].choice == "nee"
    assert second["sl-01@1"].note == "Shortlist"
    assert second["s1-01"].choice == "groen"
    kept = {id_: one for id_, one in about(instrument("gereedheid"), second, 2).items() if one.choice or one.note}
    assert kept == answers


def test_a_point_that_the_team_added_is_asked_of_each() -> None:
    own = "gereedheid.e-abc123"
    answers = {**TWO, **given(**{f"{own}@2": "nee"}), f"{own}.tekst": Answer(at=AT, note="Wij kennen iemand daar.")}
    assert read(answers) == [(f"{TITLE}: Wijkteam Zuid", ["g-02"]), (f"{TITLE}: De Wissel", ["g-01", own])]


def test_a_candidate_of_the_shortlist_is_offered_until_a_filling_is_about_it() -> None:
    shortlist = given(
        sl_01__1="Wijkteam Zuid", sl_01__2="De Wissel", sl_01__3="Nog te zoeken, iemand in Oost", sl_02__2="nee"
    )
    here = list_of("gereedheid")

    def names(answers: Answers) -> list[str]:
        return [
            offer.text for group in offers(here, answers) for offer in group.offers if group.place.startswith("Naam")
        ]

    assert names(shortlist) == ["Wijkteam Zuid", "De Wissel"]
    first = {**shortlist, **given(g_kandidaat="WIJKTEAM Zuid")}
    assert names(about(here, first, 2)) == ["De Wissel"]
    asked = {"op": "offers", "instrument": loaded("gereedheid").tree, "subject": 2}
    answers = {id_: {"choice": one.choice, "note": one.note} for id_, one in first.items()}
    reply = json.loads(call(json.dumps({**asked, "answers": answers, "take": ["0:sl-01@2:g-kandidaat"]})))
    assert {put["cell"]: put["note"] or put["choice"] for put in reply["puts"]} == {
        "g-kandidaat": "De Wissel",
        "g-01": "nee",
    }


def test_what_is_not_known_yet_is_not_offered() -> None:
    for text in ("Nog te zoeken", "nog onbekend", "Onbekend", "n.t.b.", "?", "…", "Weten we nog niet"):
        assert not _is_known(text), text
    for text in ("Nogal Wiedes", "Onbekend Terrein", "NTB Welzijn", "Notaris?", "Weten wat werkt"):
        assert _is_known(text), text


def test_another_list_may_choose_between_the_candidates() -> None:
    groups = offers(list_of("cfir"), TWO)
    assert [(group.choose, [offer.text for offer in group.offers]) for group in groups] == [
        (True, ["Wijkteam Zuid", "De Wissel"])
    ]
    assert [offer.cell for group in groups for offer in group.offers] == ["g-kandidaat", "g-kandidaat@2"]


def test_a_paper_tells_of_all_of_them() -> None:
    dossier = Dossier(edition="handboek-fii", saved=AT, answers=TWO)
    paper = build("instrument", instruments(), dossier, "gereedheid")
    titles = [block.text for block in paper.blocks if isinstance(block, Heading) and block.level == 1]
    assert paper.title == TITLE
    assert titles == ["Kandidaten naast elkaar", f"{TITLE}: Wijkteam Zuid", f"{TITLE}: De Wissel"]
    whole = build("dossier", instruments(), dossier)
    assert [block.text for block in whole.blocks if isinstance(block, Heading) and TITLE in block.text] == titles[1:]
    only = Dossier(edition="handboek-fii", saved=AT, answers=given(g_01__2="nee"))
    (offer,) = [one for one in papers(instruments(), only) if one.kind == "instrument"]
    assert offer.of == (("gereedheid", TITLE),)


def test_answers_about_a_later_candidate_have_a_place() -> None:
    assert remarks(TWO, instruments()) == []
    rows: Answers = {f"g-kandidaat{n}.plek": Answer(note="sl-01@1") for n in ("", "@2")}
    assert remarks({**TWO, **rows}, instruments()) == []
    assert remarks({"weg.plek": Answer(note="sl-01@1")}, instruments()) != []
    text = instrument("gereedheid").items[0].text
    assert origin_of("g-01@2", instruments(), TWO) == f"{text} (De Wissel)"
    assert origin_of("g-01@3", instruments(), TWO) == f"{text} (kandidaat 3)"


def test_members_and_places_are_not_mixed_up() -> None:
    """Nobody says that one member's second candidate is another's; places are put beside each other by number."""
    members = {id_: Member(at=AT, label=id_, answers=given(g_01__2="nee")) for id_ in ("m-1", "m-2")}
    report = team_report(Dossier(edition="handboek-fii", saved=AT, members=members), instruments(), {}, "")
    assert [one.id for one in report.by_row] == ["gereedheid"]
    assert not report.instruments
    places = {
        id_: Place(at=AT, label=id_, answers=given(g_01__2=choice)) for id_, choice in (("p-1", "nee"), ("p-2", "ja"))
    }
    (found,) = places_report(Dossier(edition="handboek-fii", saved=AT, places=places), instruments())
    assert found.instrument.title == f"{TITLE}: kandidaat 2"
    assert [[said.text for said in line.said] for line in found.lines] == [["Nee", "Ja"]]
