"""Rules of the sources that speak as a follow-up to one answer: by hand, with the choice that asks and one that does not.

The other tests read the choices from the files, and would agree with a file that lost one.
"""

import pytest

from fii_widgets.dossier.answers import Answer
from fii_widgets.instrument.model import Checklist
from fii_widgets.report.cells import cell_id
from fii_widgets.report.instrument.summary import summarise
from tests.written import handbook

#: rule → (instrument, item, choice with which it is asked, words of what is then asked, choice with which it is not)
CASES = {
    "realistic within the frames": ("opdrachtkaart", "ok-haalbaar", "nee", "kleiner of scherper", "ja"),
    "ambitious enough": ("opdrachtkaart", "ok-ambitieus", "deels", "de vraag achter de vraag", "ja"),
    "financing by law: is the vision understood": ("shortlist", "sl-08", "wettelijk", "de visie", "extern"),
    "financing from outside: who pays": ("shortlist", "sl-08", "extern", "wie de organisatie betalen", "wettelijk"),
    "the caseload may change": ("shortlist", "sl-06", "nee", "of die kan veranderen", "ja"),
    "by law, in the talk": ("gereedheid", "g-07", "wettelijk", "de visie", "nvt"),
    "from outside, in the talk": ("gereedheid", "g-07", "extern", "de financiers", "wettelijk"),
    "also the aims of the intervention": ("gereedheid", "g-10", "deels", "de doelen van de interventie", "ja"),
    "people, part-time or full-time": ("gereedheid", "g-13", "nee", "hoeveel uur", "ja"),
    "content and operations in balance": ("plan-van-aanpak", "pa-balans", "nee", "de inhoud vooraan", "ja"),
    "agreements may change, and are written down": ("plan-van-aanpak", "pa-open", "nee", "in het logboek", "ja"),
    "within the frames": ("balans", "ba-02", "nee", "waar het knelt", "ja"),
    "in and out of the group": ("bruikbaarheid", "bi-5", "nee", "bij de doelgroep hoort", "ja"),
    "said and done": ("bruikbaarheid", "bi-7", "deels", "vaardigheden, houding en kennis", "ja"),
    "green light of each key figure": ("sleutelfiguren", "sk-groen", "nog-niet", "wie deze persoon benadert", "ja"),
    "expectations": ("draagkracht", "dr-3", "onbekend", "Vraag elke partij", "ja"),
    "everything on the table": ("draagkracht", "dr-4", "nee", "een-op-een", "ja"),
    "a mandate": ("implementatieteam", "tm-8", "nee", "waarover het team zelf mag beslissen", "ja"),
    "support before a team": ("implementatieteam", "tm-draagkracht", "deels", "Ga terug naar 4b", "ja"),
    "selection before training": ("selectie-training-coaching", "sc-competenties", "nee", "met deze mensen", "ja"),
    "selective reach": ("outputmonitor", "om-5-breed", "nee", "misschien selectief", "ja"),
    "whom we miss": ("monitoringeisen", "me-3", "nee", "kijk wie u mist", "ja"),
    "talk it over together": ("monitoringeisen", "me-6", "deels", "gezamenlijk overleg", "ja"),
    "who the others are": ("strategie", "st-3", "anderen", "wie die anderen zijn", "zelf"),
    "a red light says what to do": ("stoplicht-1", "s1-01", "rood", "zoek op wie daar beslist", "groen"),
}


def asked_after(id_: str, item: str, choice: str) -> list[str]:
    """Answer one item, in the first row where there are rows, and give what the summary asks of it."""
    instrument = handbook().instruments[id_].instrument
    assert isinstance(instrument, Checklist)
    (section,) = [section for section in instrument.sections if any(one.id == item for one in section.items)]
    known = next(one for one in section.items if one.id == item)
    assert known.option(choice) is not None, "a choice that does not exist would always be silent"
    given = {cell_id(item, 1 if section.rows else 0): Answer(choice=choice)}
    summary = summarise(instrument, given)
    return [
        reason.text
        for found in {*summary.stands_out, *summary.questions, *summary.unknown, *summary.named}
        if found.cell.item.id == item
        for reason in found.follow_ups
    ]


@pytest.mark.parametrize("name", CASES)
def test_follow_up(name: str) -> None:
    id_, item, choice, words, other = CASES[name]
    assert [words in text for text in asked_after(id_, item, choice)] == [True]
    assert not any(words in text for text in asked_after(id_, item, other))
