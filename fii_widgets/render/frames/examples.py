"""The links to an example dossier: to open it beside one's own, to take the file along, or to fill one instrument in.
No answers, no files.

The address of an example is an id on /dossier/. There it stands in a list that says what it is; the scripts show the
example itself, and only one that is in that list. A link that fills in is shown before anything happens with it.
"""

from collections.abc import Iterable, Mapping

from fii_widgets.render.markup import Html, element
from fii_widgets.words import word
from fii_widgets.words.examples import EXAMPLES

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


def filled_links(fragments: Mapping[str, str], root: str, own: Mapping[str, str]) -> Html | None:
    """Return, for the page of an instrument, the links that fill it in; fragments: name of the example → fragment,
    empty where only the whole dossier shows it. Nothing where no example touches it."""
    if not fragments:
        return None
    called = {**EXAMPLES, **own}
    links = [
        element("a", word("filled_choices", name=called[name]), href=f"#{fragment}", data_fii_filled=name)
        if fragment
        else element("a", word("filled_dossier", name=called[name]), href=f"{root}dossier/#{ANCHOR}{name}")
        for name, fragment in fragments.items()
    ]
    return element(
        "div",
        element("p", word("filled_lead" if len(links) == 1 else "filled_leads")),
        element("ul", [element("li", link) for link in links]),
        element("p", word("filled_after"), class_="fii-ingevuld__na") if any(fragments.values()) else None,
        class_="fii-ingevuld",
        data_fii_noindex=True,
    )


def filled_instruments(instruments: Iterable[tuple[str, str, str]], root: str) -> Html | None:
    """Return, under an example, the links to the instruments that it fills in: (id, title, fragment) of each."""
    links = [
        element("li", element("a", title, href=f"{root}checklists/{id_}/#{fragment}"))
        for id_, title, fragment in instruments
        if fragment
    ]
    if not links:
        return None
    return element(
        "details",
        element("summary", word("filled_list")),
        element("ul", links),
        element("p", word("filled_list_after")),
        class_="fii-trainer fii-ingevuld-per",
        data_fii_noindex=True,
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
