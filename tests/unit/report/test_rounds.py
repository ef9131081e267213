"""What closed rounds tell: what changed since the last one, what stays and since when, on the page and on paper; and their size."""

import json
from dataclasses import replace

from fii_widgets.browser import call
from fii_widgets.dossier.answers import Answer
from fii_widgets.dossier.file.open import open_text
from fii_widgets.dossier.merge import merge
from fii_widgets.dossier.records import Dossier, Round
from fii_widgets.dossier.shown import shown
from fii_widgets.dossier.write import text, tree
from fii_widgets.report.instrument.rounds import rounds_of, since, told_rounds
from fii_widgets.report.papers.make import build
from fii_widgets.report.papers.paper import Heading, Paragraph, Table
from tests.written import instrument, loaded

AT = "2026-01-05T09:00:00.000Z"
FIRST, SECOND, THIRD = "ba-01", "ba-02", "ba-03"


def closed(date: str, answers: dict[str, Answer], instrument: str = "balans", **more: int) -> Round:
    return Round(at=f"{date}T10:00:00.000Z", instrument=instrument, date=date, answers=answers, **more)


ONE = {FIRST: Answer(choice="ja", at=AT), SECOND: Answer(choice="nee", at=AT)}
NOW = {**ONE, FIRST: Answer(choice="deels", at=AT), THIRD: Answer(choice="ja", at=AT)}
ROUNDS = {"n-2": closed("2026-06-01", {**ONE, FIRST: Answer(at=AT)}), "n-1": closed("2026-02-01", ONE)}
DOSSIER = merge(Dossier(edition="handboek-fii", answers=NOW, rounds=ROUNDS))


def test_what_changed_what_stays_and_the_trend() -> None:
    rounds = rounds_of(DOSSIER.rounds, "balans")
    assert [one.date for one in rounds] == ["2026-02-01", "2026-06-01"]
    told = told_rounds(instrument("balans"), NOW, rounds)
    assert told is not None
    assert [(one.text[:2], one.was, one.now) for one in told.changed] == [
        ("1.", "–", "Deels"),
        ("3.", "–", "Ja"),
    ]
    assert [(one.text[:2], one.now, one.since) for one in told.steady] == [("2.", "Nee", "2026-02-01")]
    assert [day for day, _ in told.trend] == ["1 februari 2026", "1 juni 2026", "nu"]
    assert told.trend[0][1] == "1 ja, 1 nee"


def test_since_goes_back_to_the_first_round_that_said_the_same() -> None:
    note = replace(NOW[SECOND], note="nu met een notitie")
    rounds = rounds_of(DOSSIER.rounds, "balans")
    assert since(SECOND, note, rounds, is_choice=True) == "2026-02-01"
    assert since(SECOND, note, rounds, is_choice=False) == ""
    assert since(FIRST, NOW[FIRST], rounds, is_choice=True) == ""
    assert told_rounds(instrument("balans"), NOW, ()) is None


def test_the_paper_says_first_what_changed() -> None:
    blocks = build("instrument", [instrument("balans")], DOSSIER, of="balans").blocks
    heading, lead, *tables = blocks[1:6]
    assert isinstance(heading, Heading)
    assert heading.text == "Sinds de ronde van 1 juni 2026"
    assert isinstance(lead, Paragraph)
    assert lead.text == "2 punten zijn anders dan in de ronde van 1 juni 2026."
    assert [one.caption for one in tables if isinstance(one, Table)][1:] == [
        "Niet gewijzigd, en nog geen groen",
        "Alle rondes",
    ]
    assert (
        build("instrument", [instrument("balans")], replace(DOSSIER, rounds={}), of="balans").blocks[1:] == blocks[6:]
    )


def test_the_page_says_it_above_the_summary_and_hostile_words_are_text() -> None:
    tree_ = tree(DOSSIER)
    sent = [{"at": one["at"], "date": one["date"], "answers": one["answers"]} for one in tree_["rounds"].values()]
    page = json.loads(
        call(
            json.dumps(
                {
                    "op": "summary",
                    "instrument": loaded("balans").tree,
                    "answers": tree_["answers"],
                    "rounds": sent,
                    "root": "",
                    "index": "",
                }
            )
        )
    )
    assert page["ok"], page
    assert page["html"].startswith('<p class="fii-sinds">')


def test_a_removed_round_and_one_of_another_subject_are_not_told() -> None:
    gone = replace(ROUNDS["n-1"], removed=True)
    both = {"n-1": gone, "n-3": closed("2026-07-01", ONE, subject=2), "n-4": closed("2026-07-01", ONE, "borging")}
    dossier = shown(replace(DOSSIER, rounds=both))
    assert rounds_of(dossier.rounds, "balans") == ()
    assert rounds_of(dossier.rounds, "balans", 2) == (both["n-3"],)


def test_two_machines_that_close_a_round_both_keep_theirs() -> None:
    other = replace(DOSSIER, rounds={"n-9": closed("2026-06-01", NOW)})
    together = merge(DOSSIER, other)
    assert set(together.rounds) == {"n-1", "n-2", "n-9"}
    assert text(together) == text(merge(other, DOSSIER))
    assert together.versions == {}


def test_four_rounds_of_five_lists_are_small_and_open_again() -> None:
    lists = ["condities", "cfir", "gereedheid", "borging", "balans"]
    found = {id_: instrument(id_) for id_ in lists}
    rounds = {
        f"n-{id_}-{n}": closed(
            f"202{n}-02-01",
            {
                item.id: Answer(choice=item.options[0].id if item.options else "", note="n" * 60, at=AT)
                for item in one.items
            },
            id_,
        )
        for id_, one in found.items()
        for n in range(4)
    }
    written = text(Dossier(edition="handboek-fii", rounds=rounds))
    assert len(written.encode()) < 200_000
    assert open_text(written, "a.json", "handboek-fii").dossier.rounds == rounds
