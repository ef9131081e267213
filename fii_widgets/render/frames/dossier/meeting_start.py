"""The frame of a meeting that is still to begin on /dossier/: what it asks, and what is asked again while it is held.

No data; the scripts fill it.
"""

from collections.abc import Collection

from fii_widgets.dossier.records import Rhythm
from fii_widgets.handbook.phases import PHASES
from fii_widgets.instrument.model import Instrument
from fii_widgets.instrument.room import PRESENT
from fii_widgets.instrument.settings import NEXT, RHYTHM, RHYTHMS
from fii_widgets.render.form.controls import button, choices, date_input, field, plain_button, row
from fii_widgets.render.form.offers import asked_in_lists
from fii_widgets.render.markup import Html, element
from fii_widgets.words import word


def meeting_start(instruments: Collection[Instrument]) -> Html:
    """Return the form that begins a meeting, or plans it for another day; the lists may ask for its day and rhythm too."""
    return element(
        "div",
        element("p", word("meetings_intro")),
        element("div", class_="fii-stand__overleg", tabindex="-1", hidden=True, data_fii_coming=True),
        element("h3", word("start")),
        field(
            "overleg-datum",
            word("date"),
            date_input(id="overleg-datum", aria_describedby="overleg-begin-melding", data_fii_part="date"),
        ),
        asked_in_lists(NEXT, "#overleg-datum", instruments),
        _phases("overleg.fase", "overleg-begin-melding"),
        field(
            "overleg-aanwezig",
            word("present_asked"),
            element("input", type="text", id="overleg-aanwezig", data_fii_longest=PRESENT, data_fii_part="present"),
        ),
        choices(
            word("rhythm"),
            "radio",
            "overleg.ritme",
            [(one.value, word(one.value)) for one in Rhythm],
            data_fii_rhythm=True,
        ),
        asked_in_lists(RHYTHM, '[name="overleg.ritme"]', instruments, RHYTHMS),
        row(button("start-meeting", word("start_now")), plain_button("plan-meeting", word("plan_now"))),
        element("p", word("plan_help"), class_="fii-overleg__raad"),
        element("p", class_="fii-alert", role="alert", id="overleg-begin-melding", data_fii_meeting_alert=True),
        element(
            "p",
            word("two_laptops"),
            " ",
            element("a", word("two_laptops_road"), href="#team-samenvoegen"),
            class_="fii-overleg__raad",
        ),
        data_fii_meeting_start=True,
    )


def meeting_facts() -> Html:
    """Return the fold with the day and the phases of the meeting that is held."""
    return element(
        "details",
        element("summary", word("change_facts")),
        field(
            "overleg-dag",
            word("date"),
            date_input(id="overleg-dag", aria_describedby="overleg-wijzig-melding", data_fii_part="date"),
        ),
        _phases("overleg.nu", "overleg-wijzig-melding"),
        element("p", word("change_facts_help"), class_="fii-overleg__raad"),
        element("p", class_="fii-alert", role="alert", id="overleg-wijzig-melding", data_fii_facts_alert=True),
        data_fii_facts=True,
    )


def _phases(name: str, alert: str) -> Html:
    phases = [(str(phase.number), f"{phase.number} {phase.title}") for phase in PHASES]
    return choices(word("phases"), "checkbox", name, phases, aria_describedby=alert)
