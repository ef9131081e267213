"""An instrument in a page that explains it → the card above its form: what it gives, how large it is, where to fill it in.

Where scripts run the form is folded behind it; on paper, without scripts and in a bare page it is open. No answers.
"""

from fii_widgets.instrument.model import Instrument
from fii_widgets.instrument.tree import DecisionTree
from fii_widgets.render.form.controls import switch
from fii_widgets.render.form.place import Place
from fii_widgets.render.markup import Child, Html, element
from fii_widgets.words import word


def card(instrument: Instrument, place: Place, head: Html) -> Html:
    """Return the card; `head` names the instrument and says what it is for."""
    alone = element("a", word("list_alone"), _of(instrument), href=f"{place.root}checklists/{instrument.id}/")
    return element(
        "div",
        head,
        element(
            "div",
            element(
                "p",
                size(instrument),
                element("span", class_="fii-card__state", data_fii_fold_state=True),
                class_="fii-card__facts",
            ),
            file_only(instrument, place),
            element("div", switch(_button(instrument, place)), " ", alone, class_="fii-actions"),
            class_="fii-card__foot",
        ),
        class_="fii-card",
    )


def panel(place: Place, body: Child) -> Html:
    """Return what the card unfolds. A browser that can, finds the words in it and unfolds it by itself."""
    return element(
        "div", body, class_="fii-card__panel", id=_panel_id(place), hidden="until-found", data_fii_fold_panel=True
    )


def _panel_id(place: Place) -> str:
    return f"{place.wrapper_id}-invullen"


def _button(instrument: Instrument, place: Place) -> Html:
    """What folds and unfolds; the style sheet shows one of its words: in a folder the form is there to be read only."""
    return element(
        "button",
        element("span", word("card_fill"), class_="fii-card__fill"),
        element("span", word("card_read"), class_="fii-card__read"),
        element("span", word("card_fold"), class_="fii-card__fold"),
        _of(instrument),
        type="button",
        class_="fii-button fii-button--unfold",
        aria_expanded="false",
        aria_controls=_panel_id(place),
        data_fii_fold_button=True,
    )


def _of(instrument: Instrument) -> Html:
    """For those who do not see what stands above it: a page can have two of these."""
    return element("span", f": {instrument.title}", class_="fii-vh")


def size(instrument: Instrument) -> str:
    """Return how many points it has, those of a row apart: there are as many rows as somebody fills in."""
    if isinstance(instrument, DecisionTree):
        return _counted(len(instrument.items), "card_question", "card_questions")
    rows = [(section.rows.noun, len(section.items)) for section in instrument.sections if section.rows]
    whole = len(instrument.items) - sum(count for _, count in rows)
    counts = [("", whole), *rows] if whole else rows
    said = [_counted(counts[0][1], "card_point", "card_points"), *(str(count) for _, count in counts[1:])]
    return ", ".join(
        word("card_per", n=n, noun=noun.lower()) if noun else n for n, (noun, _) in zip(said, counts, strict=True)
    )


def _counted(count: int, one: str, more: str) -> str:
    return word(one) if count == 1 else word(more, n=count)


def file_only(instrument: Instrument, place: Place) -> Html:
    """Return what leads to the dossier: on file:// every other page is paper; scripts show this there."""
    return element(
        "p",
        word("file_only"),
        " ",
        element("a", word("fill_in_dossier"), class_="fii-button", href=f"{place.root}dossier/#{instrument.id}"),
        class_="fii-file-only",
        hidden=True,
        data_fii_file_only=True,
    )
