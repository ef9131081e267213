"""What stands in Bewaren beside the buttons: which file is the newest, handing over, finishing, the question before wiping.

No file, no dossier.
"""

from fii_widgets.render.form.controls import button, plain_button, row
from fii_widgets.render.markup import Html, element
from fii_widgets.words import word


def newest_frame() -> Html:
    """Which file was made or opened last, what is in none, and where the next one comes; the scripts fill it."""
    return element(
        "section",
        element("h3", word("newest"), id="dossier-bestanden"),
        element("ul", class_="fii-changes", data_fii_newest=True),
        row(
            button("choose-file", word("choose_file"), hidden=True),
            button("as-download", word("as_download"), hidden=True),
        ),
        element("p", word("choose_file_help"), class_="fii-item__help", hidden=True, data_fii_newest_help=True),
        class_="fii-dossiers",
        aria_labelledby="dossier-bestanden",
    )


def handover_frame() -> Html:
    """The road to another, in words: it needs no button of its own."""
    return element(
        "section",
        element("h3", word("handover"), id="dossier-overdragen"),
        element("ol", [element("li", step) for step in word("handover_steps").split("|")]),
        element("p", word("handover_both"), " ", element("a", word("handover_merge"), href="#team")),
        class_="fii-dossiers",
        aria_labelledby="dossier-overdragen",
    )


def finish_frame() -> Html:
    """The end of a traject; the scripts hide it once it is finished."""
    return element(
        "section",
        element("h3", word("finish"), id="dossier-afronden"),
        element("p", word("finish_help")),
        row(plain_button("finish", word("finish_now"))),
        element("p", class_="fii-alert", role="alert", data_fii_finish_alert=True),
        class_="fii-dossiers",
        aria_labelledby="dossier-afronden",
        data_fii_finish=True,
    )


def finished_notice() -> Html:
    """What every view says of a finished traject, with the way back."""
    return element(
        "div",
        element("p", tabindex="-1", data_fii_finished_text=True),
        row(plain_button("go-on", word("go_on"))),
        class_="fii-afgerond",
        hidden=True,
        data_fii_finished=True,
    )


def wipe_dialog() -> Html:
    """The question before everything goes; what stands in no file is named by itself."""
    return element(
        "dialog",
        element("h2", word("wipe_title"), id="dossier-wissen"),
        element("p", word("wipe_text")),
        element(
            "p",
            word("wipe_note"),
            " ",
            element("a", word("wipe_note_see"), href="#overleg-notitie", data_fii_action="to-note"),
            hidden=True,
            data_fii_wipe_note=True,
        ),
        row(*(button(one, word(one.replace("-", "_"))) for one in ("save-and-wipe", "wipe-now", "keep"))),
        class_="fii-dialog",
        aria_labelledby="dossier-wissen",
        data_fii_dialog="wipe",
    )
