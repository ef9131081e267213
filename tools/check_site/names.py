"""Rules on names: what cannot be seen must be said. One page at a time."""

from __future__ import annotations

from collections.abc import Iterator

from tools.check_site.site import Finding, Rule, Site, SitePage, shown
from tools.pages import markup
from tools.pages.markup import Node

NAMED_BY_ATTRIBUTE = ("aria-label", "aria-labelledby", "title")


def _is_hidden(node: Node | None) -> bool:
    """Tell whether assistive technology skips the element."""
    while node is not None and node.is_element_node:
        if node.attrs.get("aria-hidden") == "true" or node.attrs.get("role") in ("presentation", "none"):
            return True
        node = node.parent
    return False


def _name(node: Node) -> str:
    """Give the words by which an element is known: its own name, its text, or that of its pictures."""
    given = next((value for name in NAMED_BY_ATTRIBUTE if (value := (node.attrs.get(name) or "").strip())), "")
    pictures = " ".join(image.attrs.get("alt") or "" for image in node.css("img[alt]")).strip()
    return given or markup.text(node) or pictures


def alternative_text(page: SitePage, _site: Site) -> Iterator[Finding]:
    """Every picture has words in its place, or says that it needs none."""
    for node in page.all_nodes:
        if node.tag in ("img", "area") and "alt" not in node.attrs:
            advice = 'Beschrijf het beeld in alt; zegt het niets, schrijf dan alt="".'
            yield Finding(page.name, "alt", f"{shown(node)} heeft geen vervangende tekst.", advice)


def drawing_name(page: SitePage, _site: Site) -> Iterator[Finding]:
    """A drawing has a name, or is hidden from those who do not see it."""
    for node in page.all_nodes:
        if node.tag != "svg" or _is_hidden(node) or any(node.attrs.get(name) for name in NAMED_BY_ATTRIBUTE):
            continue
        if any(child.tag == "title" and markup.text(child) for child in markup.children(node)):
            continue
        if markup.text(node) and _in_named_part(node):
            continue  # a drawn menu or figure: its words are text, and what holds it has the name
        advice = 'Geef de tekening een <title>, of zet er aria-hidden="true" op.'
        yield Finding(page.name, "svg-naam", f"{shown(node)} heeft geen naam.", advice)


def _in_named_part(node: Node) -> bool:
    parent = node.parent
    while parent is not None and parent.is_element_node:
        if parent.tag in ("nav", "figure", "section") and (
            any(parent.attrs.get(name) for name in NAMED_BY_ATTRIBUTE) or parent.css("figcaption")
        ):
            return True
        parent = parent.parent
    return False


def link_name(page: SitePage, _site: Site) -> Iterator[Finding]:
    """A link says where it leads; the parts that scripts fill in are marked with data-part."""
    for node in page.all_nodes:
        if node.tag == "a" and "href" in node.attrs and not _name(node) and "data-part" not in node.attrs:
            yield Finding(page.name, "lege-link", f"{shown(node)} heeft geen tekst.", "Schrijf waar de link heen gaat.")


def button_name(page: SitePage, _site: Site) -> Iterator[Finding]:
    """A button says what it does."""
    for node in page.all_nodes:
        if node.tag in ("button", "summary") and not _name(node) and "data-part" not in node.attrs:
            yield Finding(
                page.name, "knop-naam", f"{shown(node)} heeft geen tekst.", "Schrijf op de knop wat die doet."
            )


def label(page: SitePage, _site: Site) -> Iterator[Finding]:
    """Every field says what belongs in it."""
    for node in page.all_nodes:
        if node.tag not in ("input", "select", "textarea") or node.attrs.get("type") in (
            "hidden",
            "submit",
            "button",
            "reset",
        ):
            continue
        if node.id in page.labels or any(node.attrs.get(name) for name in NAMED_BY_ATTRIBUTE) or _in_label(node):
            continue
        yield Finding(
            page.name,
            "label",
            f"het veld {shown(node)} heeft geen label.",
            "Zet er een <label for> bij met hetzelfde id.",
        )


def _in_label(node: Node) -> bool:
    parent = node.parent
    while parent is not None:
        if parent.tag == "label":
            return bool(markup.text(parent))
        parent = parent.parent
    return False


def group_name(page: SitePage, _site: Site) -> Iterator[Finding]:
    """Choices that belong together have their question as legend; a fieldset that is no group to anyone needs none."""
    for node in page.all_nodes:
        if node.tag != "fieldset" or node.attrs.get("role") == "none":
            continue
        if not any(child.tag == "legend" and markup.text(child) for child in markup.children(node)):
            yield Finding(
                page.name, "legend", f"{shown(node)} heeft geen <legend>.", "Zet de vraag in een <legend> als eerste."
            )


RULES: dict[str, Rule] = {
    "alt": alternative_text,
    "svg-naam": drawing_name,
    "lege-link": link_name,
    "knop-naam": button_name,
    "label": label,
    "legend": group_name,
}
