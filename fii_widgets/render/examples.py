"""The links to an example dossier: to open it beside one's own, and to take the file along. No answers, no files.

The address of an example is an id on /dossier/. There it stands in a list that says what it is; the scripts show the
example itself, and only one that is in that list.
"""

from collections.abc import Mapping

from fii_widgets.example_words import EXAMPLES, word
from fii_widgets.render.markup import Html, element

#: before the name, in the address of an example on /dossier/
ANCHOR = "voorbeeld-"


def example_links(name: str, root: str, own: Mapping[str, str]) -> Html:
    """Return what a reader can do with one example; own: those of an edition. KeyError: there is no such example."""
    called = {**EXAMPLES, **own}[name]
    return element(
        "p",
        element("a", word("example_open", name=called), class_="fii-button", href=f"{root}dossier/#{ANCHOR}{name}"),
        " ",
        element("a", word("example_file", name=called), href=f"{root}voorbeelden/{name}.json", download=True),
        class_="fii-actions fii-voorbeeld",
    )


def example_list(root: str, own: Mapping[str, str]) -> Html:
    """Return the examples as /dossier/ lists them: each the place where its address leads.

    own: those of an edition, name of the file → name; no page of the handbook tells of them.
    """
    return element(
        "ul",
        [
            element(
                "li",
                element("a", word("example_open", name=called), href=f"#{ANCHOR}{name}"),
                *_told(name, called, root),
                id=f"{ANCHOR}{name}",
                data_fii_example=name,
            )
            for name, called in {**EXAMPLES, **own}.items()
        ],
    )


def _told(name: str, called: str, root: str) -> list[Html | str]:
    """Where the handbook tells what an example is about."""
    if name not in EXAMPLES:
        return []
    return [". ", element("a", word("example_page", name=called), href=f"{root}voorbeelden/#hb-voorbeelden-{name}")]
