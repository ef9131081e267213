"""The frame of the first view of /dossier/: places for what is so now, and three ways to begin. No data, no judgement."""

from fii_widgets.handbook.phases import PHASES
from fii_widgets.render.form.controls import button, row
from fii_widgets.render.markup import Html, element
from fii_widgets.words import word

#: what stands out, in the order in which a team asks for it
PARTS = ("red", "late", "again", "found", "decided", "further")


def stand_frame() -> Html:
    """Return everything of the view; the scripts fill it with stored facts (docs/javascripts/dossier/stand.js)."""
    return element(
        "div",
        element(
            "div",
            element("p", word("begin_lead")),
            element(
                "ul",
                _way(element("a", word("begin_start"), class_="fii-button", href="#startpunt"), "begin_start_help"),
                _way(button("open", word("begin_file")), "begin_file_help"),
                _way(
                    element("a", word("begin_example"), class_="fii-button", href="#hb-dossier-voorbeelden"),
                    "begin_example_help",
                ),
                class_="fii-stand__begin",
            ),
            element("p", word("stand_folder"), hidden=True, data_fii_stand_folder=True),
            hidden=True,
            data_fii_stand_empty=True,
        ),
        element(
            "div",
            element("div", class_="fii-stand__overleg", data_fii_stand_meeting=True),
            _line(),
            element("ul", class_="fii-stand__fasen", data_fii_stand_phases=True),
            element("p", hidden=True, data_fii_stand_calm=True),
            [_part(name) for name in PARTS],
            hidden=True,
            data_fii_stand=True,
        ),
        class_="fii-stand",
    )


def _way(control: Html, help_: str) -> Html:
    return element("li", row(control), element("p", word(help_)))


def _line() -> Html:
    """The six phases on one line; which are in play is said in words behind it, so the drawing is for the eye only."""
    stops = [
        element("span", str(one.number), class_=f"fii-fase-{one.number}", data_fii_stop=one.number) for one in PHASES
    ]
    return element(
        "p",
        element("span", stops, class_="fii-faselijn", aria_hidden="true"),
        " ",
        element("span", data_fii_stand_now=True),
        class_="fii-stand__lijn",
        hidden=True,
        data_fii_stand_line=True,
    )


def _part(name: str) -> Html:
    return element(
        "section",
        element("h3", word(f"stand_{name}")),
        element("ul", class_=f"fii-feiten fii-feiten--{name}"),
        class_="fii-stand__deel",
        hidden=True,
        data_fii_stand_part=name,
    )
