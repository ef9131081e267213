"""One view of /dossier/: a part of the page that is shown alone, by its fragment. No data; the scripts choose one."""

from fii_widgets.render.markup import Child, Html, element
from fii_widgets.words import word

#: the views, in the order in which they are offered; the first is shown where the address names none
VIEWS = ("stand", "overleg", "acties", "verloop", "team", "lijsten", "stukken", "bewaren")
#: those that a phone offers at once; the others stand behind 'Meer' there
AT_ONCE = ("stand", "overleg", "acties", "lijsten")


def view(id_: str, *content: Child) -> Html:
    """Return a view under its own heading, which gets the focus when the view is opened."""
    heading = f"dossier-kop-{id_}"
    return element(
        "section",
        element(
            "h2", word(f"view_{id_}"), id=heading, class_="fii-view__title", tabindex="-1", data_fii_view_title=True
        ),
        *content,
        class_="fii-view",
        id=id_,
        hidden=id_ != VIEWS[0],
        aria_labelledby=heading,
        data_fii_view=True,
    )


def views_nav() -> Html:
    """Return the ways to all views; the button is for a phone (docs/javascripts/dossier/views-more.js)."""
    rest = "dossier-meer"
    return element(
        "nav",
        element("ul", [_way(id_) for id_ in AT_ONCE]),
        element(
            "button", word("views_more"), type="button", aria_expanded="false", aria_controls=rest, data_fii_more=True
        ),
        element("ul", [_way(id_) for id_ in VIEWS if id_ not in AT_ONCE], id=rest),
        class_="fii-weergaven",
        aria_label=word("views"),
    )


def _way(id_: str) -> Html:
    return element("li", element("a", word(f"view_{id_}"), href=f"#{id_}", data_fii_to=id_))
