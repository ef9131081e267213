"""Rules on names: what cannot be seen must be said. One page at a time."""

from collections.abc import Iterator

from tools.check_site.site import Fault, Rule, Site, SitePage, shown
from tools.pages import markup
from tools.pages.markup import Node

NAMED_BY_ATTRIBUTE = ("aria-label", "aria-labelledby", "title")
#: fields that say what they are by their value, or to nobody
_NO_LABEL = ("hidden", "submit", "button", "reset")


def _is_hidden(node: Node) -> bool:
    """Tell whether assistive technology skips the element."""
    return any(
        each.attrs.get("aria-hidden") == "true" or each.attrs.get("role") in ("presentation", "none")
        for each in (node, *markup.around(node))
    )


def _has_name(node: Node) -> bool:
    return any(node.attrs.get(name) for name in NAMED_BY_ATTRIBUTE)


def _is_nameless(node: Node) -> bool:
    """Tell whether an element has no words of its own: no name, no text, no picture with words.

    The parts that scripts fill in are marked with data-part.
    """
    own = [node.attrs.get(name) or "" for name in NAMED_BY_ATTRIBUTE]
    pictures = [image.attrs.get("alt") or "" for image in node.css("img[alt]")]
    return "data-part" not in node.attrs and not "".join([*own, markup.text(node), *pictures]).strip()


def _has_titled_child(node: Node, tag: str) -> bool:
    return any(child.tag == tag and markup.text(child) for child in markup.children(node))


def alternative_text(page: SitePage, _site: Site) -> Iterator[Fault]:
    """Every picture has words in its place, or says that it needs none."""
    for node in page.tagged("img", "area"):
        if "alt" not in node.attrs:
            advice = 'Beschrijf het beeld in alt; zegt het niets, schrijf dan alt="".'
            yield f"{shown(node)} heeft geen vervangende tekst.", advice


def drawing_name(page: SitePage, _site: Site) -> Iterator[Fault]:
    """A drawing has a name, or is hidden from those who do not see it."""
    for node in page.tagged("svg"):
        if _is_hidden(node) or _has_name(node) or _has_titled_child(node, "title"):
            continue
        if markup.text(node) and _in_named_part(node):
            continue  # a drawn menu or figure: its words are text, and what holds it has the name
        yield f"{shown(node)} heeft geen naam.", 'Geef de tekening een <title>, of zet er aria-hidden="true" op.'


def drawing_size(page: SitePage, _site: Site) -> Iterator[Fault]:
    """A drawing has a size of its own, for a page that is opened without its style sheet."""
    for node in page.tagged("svg"):
        if not (node.attrs.get("width") and node.attrs.get("height")):
            yield f"{shown(node)} heeft geen maat.", "Geef de tekening een width en een height."


def _in_named_part(node: Node) -> bool:
    parts = (each for each in markup.around(node) if each.tag in ("nav", "figure", "section"))
    return any(_has_name(part) or part.css("figcaption") for part in parts)


def link_name(page: SitePage, _site: Site) -> Iterator[Fault]:
    """A link says where it leads."""
    for node in page.tagged("a"):
        if "href" not in node.attrs:
            continue
        if _is_nameless(node):
            yield f"{shown(node)} heeft geen tekst.", "Schrijf waar de link heen gaat."
        elif not node.attrs.get("aria-label") and markup.text(node).isdigit():
            yield f"{shown(node)} heet alleen ‘{markup.text(node)}’.", "Schrijf erbij waar de link heen gaat."


def button_name(page: SitePage, _site: Site) -> Iterator[Fault]:
    """A button says what it does."""
    for node in page.tagged("button", "summary"):
        if _is_nameless(node):
            yield f"{shown(node)} heeft geen tekst.", "Schrijf op de knop wat die doet."


def label(page: SitePage, _site: Site) -> Iterator[Fault]:
    """Every field says what belongs in it."""
    for node in page.tagged("input", "select", "textarea"):
        if node.attrs.get("type") in _NO_LABEL or node.id in page.labels or _has_name(node) or _in_label(node):
            continue
        yield f"het veld {shown(node)} heeft geen label.", "Zet er een <label for> bij met hetzelfde id."


def _in_label(node: Node) -> bool:
    holder = next((each for each in markup.around(node) if each.tag == "label"), None)
    return holder is not None and bool(markup.text(holder))


def group_name(page: SitePage, _site: Site) -> Iterator[Fault]:
    """Choices that belong together have their question as legend; a fieldset that is no group to anyone needs none."""
    for node in page.tagged("fieldset"):
        if node.attrs.get("role") != "none" and not _has_titled_child(node, "legend"):
            yield f"{shown(node)} heeft geen <legend>.", "Zet de vraag in een <legend> als eerste."


def table_heads(page: SitePage, _site: Site) -> Iterator[Fault]:
    """Of every cell a screen reader can say what it is of: heads say of which row or column. Empty lines are for a pen."""
    for node in page.tagged("table"):
        heads = [cell for cell in markup.below(node) if cell.tag == "th"]
        if any(head.attrs.get("scope") not in ("col", "row") for head in heads):
            yield f"{shown(node)} heeft een kop zonder scope.", 'Schrijf scope="col" of scope="row" bij elke <th>.'
        rows = [row for row in node.css("tbody tr") if markup.text(row)]
        if not heads or (len(rows) > 1 and any(not row.css("th") for row in rows)):
            advice = "Maak van de eerste cel van elke rij een kop: de eerste kolom zegt waar de rij over gaat."
            yield f"{shown(node)} heeft rijen zonder kop.", advice


def landmarks(page: SitePage, _site: Site) -> Iterator[Fault]:
    """Parts of a page that one can jump to have names that tell them apart."""
    seen: set[tuple[str, str]] = set()
    for node in page.tagged("nav", "section", "div", "aside", "form"):
        role = node.attrs.get("role") or {"nav": "navigation", "aside": "complementary"}.get(node.tag or "", "region")
        name = node.attrs.get("aria-label") or _named_by(page, node.attrs.get("aria-labelledby") or "")
        if role not in ("region", "navigation", "complementary", "search") or not name:
            continue
        if (role, name) in seen:
            yield f"er zijn meer delen die ‘{name}’ heten ({shown(node)}).", "Geef elk deel een eigen naam."
        seen.add((role, name))


def _named_by(page: SitePage, ids: str) -> str:
    found = (page.tree.css_first(f'[id="{id_}"]') for id_ in ids.split())
    return " ".join(markup.text(node) for node in found if node is not None)


def help_tied(page: SitePage, _site: Site) -> Iterator[Fault]:
    """Help with a field or with a group of choices is heard there."""
    tied = {id_ for node in page.all_nodes for id_ in (node.attrs.get("aria-describedby") or "").split()}
    for node in page.all_nodes:
        if (node.id or "").endswith("-uitleg") and node.id not in tied:
            yield (
                f"de uitleg {shown(node)} hoort bij geen veld.",
                "Noem het id in aria-describedby van het veld of de groep.",
            )


def direction(page: SitePage, _site: Site) -> Iterator[Fault]:
    """What a reader writes may run from right to left."""
    for node in page.all_nodes:
        kind = node.attrs.get("type") or "text"
        is_text = node.tag == "textarea" or (node.tag == "input" and kind in ("text", "search"))
        if is_text and not node.attrs.get("dir"):
            yield f"{shown(node)} zegt niet van welke kant de tekst loopt.", 'Zet er dir="auto" op.'


RULES: dict[str, Rule] = {
    "alt": alternative_text,
    "svg-naam": drawing_name,
    "lege-link": link_name,
    "knop-naam": button_name,
    "label": label,
    "legend": group_name,
    "tabelkop": table_heads,
    "svg-maat": drawing_size,
    "landmark": landmarks,
    "uitleg": help_tied,
    "richting": direction,
}
