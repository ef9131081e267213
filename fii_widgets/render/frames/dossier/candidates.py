"""The frame in which the candidates of a dossier stand beside each other. No data; the scripts fill it when it is opened."""

from fii_widgets.render.markup import Html, element
from fii_widgets.words import word


def candidates_frame() -> Html:
    """Return the fold; it is hidden while there is no candidate."""
    return element(
        "details",
        element(
            "summary",
            element("span", word("candidates")),
            " ",
            element("span", class_="fii-fold__state", data_fii_candidates_state=True),
            id="kandidaten",
        ),
        element("p", word("candidates_help")),
        element("p", class_="fii-alert", role="alert", data_fii_candidates_alert=True),
        element("ul", class_="fii-kandidaten", data_fii_candidates_list=True),
        class_="fii-groep fii-fase-2",
        hidden=True,
        data_fii_candidates=True,
    )
