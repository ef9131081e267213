"""A figure of the handbook → drawing, caption, source and the same in words. Reads no files, knows no page.

The tables among the figures stand in the pages themselves; here are the ones that are drawn.
"""

from collections.abc import Callable, Mapping

from fii_widgets.errors import did_you_mean
from fii_widgets.render.figures import cycle, product, tree
from fii_widgets.render.markup import Html, element, join
from fii_widgets.words.figures import AFTER, FIGURE, FIGURES, GROUPS, IN_WORDS, Group, Words


def _groups(_id: str) -> Html:
    """Figure 9 is text in columns on one line: a list reads better than a picture of a list."""
    return element("ul", [element("li", _group(group)) for group in GROUPS], class_="fii-samenspel")


def _group(group: Group) -> Html:
    people = element("ul", [element("li", one) for one in group.people])
    return join([element("p", group.name, class_="fii-samenspel__naam"), people])


DRAWINGS: Mapping[str, Callable[[str], Html]] = {
    "fig-4": cycle.draw,
    "fig-7": product.draw,
    "fig-8": tree.draw,
    "fig-9": _groups,
}


def figure(id_: str, root: str) -> Html:
    """Return a drawn figure, with links from the page that has `root` as its way to the site's root.

    Raises ValueError with a Dutch sentence where there is no such figure.
    """
    if id_ not in DRAWINGS:
        raise ValueError(f"figuur '{id_}' bestaat niet.{did_you_mean(id_, sorted(DRAWINGS))}")
    told = FIGURES[id_]
    number = id_.removeprefix("fig-")
    caption = element(
        "figcaption",
        element(
            "p",
            element("strong", FIGURE.format(number=number)),
            " ",
            told.title,
            id=f"{id_}-titel",
            class_="fii-figure__titel",
        ),
        element(
            "p",
            f"{AFTER} ",
            element("a", told.source, href=root + told.to),
            f". {told.note}",
            class_="fii-figure__bron",
        ),
        _in_words(id_, number, told),
    )
    return element("figure", DRAWINGS[id_](id_), caption, class_="fii-figure", id=id_, aria_labelledby=f"{id_}-titel")


def _in_words(id_: str, number: str, told: Words) -> Html | None:
    """The whole drawing as text, one press away; it is also what the drawing is called for who does not see it."""
    if not told.points:
        return None
    points = element("ol" if told.ordered else "ul", [element("li", point) for point in told.points])
    return element(
        "details",
        element("summary", IN_WORDS.format(number=number)),
        element("div", element("p", told.opening), points, element("p", told.closing), id=f"{id_}-woorden"),
        class_="fii-figure__woorden",
    )
