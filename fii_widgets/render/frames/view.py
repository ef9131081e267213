"""One view of /dossier/: a part of the page that is shown alone, by its fragment. No data; the scripts choose one."""

from fii_widgets.render.markup import Child, Html, element
from fii_widgets.words import word

#: the views, in the order in which they are offered; the first is shown where the address names none
VIEWS = ("stand", "overleg", "acties", "verloop", "team", "lijsten", "stukken", "bewaren")


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
    """Return the ways to all views."""
    links = [element("li", element("a", word(f"view_{id_}"), href=f"#{id_}", data_fii_to=id_)) for id_ in VIEWS]
    return element("nav", element("ul", links), class_="fii-weergaven", aria_label=word("views"))
