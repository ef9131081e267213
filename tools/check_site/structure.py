"""Rules on the build-up of a page: title, headings, ids. One page at a time."""

from collections import Counter
from collections.abc import Iterator

from tools.check_site.site import Fault, Rule, Site, SitePage, shown
from tools.pages import markup

HEADINGS = ("h1", "h2", "h3", "h4", "h5", "h6")
#: Attributes that name other elements of the page by id.
REFERENCES = (
    "for", "aria-labelledby", "aria-describedby", "aria-controls", "aria-details", "aria-owns", "headers", "list", "form",
)  # fmt: skip


def title(page: SitePage, site: Site) -> Iterator[Fault]:
    """Every page has a title, and no two have the same."""
    own = _title(page)
    if not own:
        yield "de pagina heeft geen titel.", "Zet 'title:' in het blok bovenaan de pagina."
    for name, other in site.pages.items():
        if name < page.name and own and _title(other) == own:
            yield f"de titel '{own}' is ook die van {name}.", "Geef een van beide een andere 'title:'."


def _title(page: SitePage) -> str:
    node = page.tree.css_first("head title")
    return markup.text(node) if node is not None else ""


def one_h1(page: SitePage, _site: Site) -> Iterator[Fault]:
    """One first heading a page: what the page is about."""
    headings = [markup.text(node) for node in page.nodes if node.tag == "h1"]
    if not headings:
        yield "de pagina heeft geen kop van het eerste niveau.", "Begin de tekst met één regel '# Kop'."
    if len(headings) > 1:
        names = ", ".join(f"'{text}'" for text in headings)
        what = f"{len(headings)} koppen van het eerste niveau: {names}."
        yield what, "Houd er één; maak van de andere '## Kop'."


def heading_order(page: SitePage, _site: Site) -> Iterator[Fault]:
    """No level is skipped on the way down, and no heading is empty."""
    before = 0
    for node in page.nodes:
        if node.tag not in HEADINGS:
            continue
        level = int(node.tag[1])
        if not markup.text(node):
            yield f"{shown(node)} is leeg.", "Geef de kop tekst, of haal hem weg."
        if level > before + 1 and before:
            what = f"na een kop van niveau {before} komt '{markup.text(node)}' op niveau {level}."
            yield what, f"Maak er niveau {before + 1} van."
        before = level


def unique_ids(page: SitePage, _site: Site) -> Iterator[Fault]:
    """An id names one element, else links and labels lead to the wrong one."""
    for name, count in Counter(page.ids).items():
        if count > 1:
            yield f"het id '{name}' staat {count} keer op de pagina.", "Geef elk een eigen id."


def references(page: SitePage, _site: Site) -> Iterator[Fault]:
    """What names another element by id finds it on the page."""
    ids = set(page.ids)
    for node in page.nodes:
        for attribute in REFERENCES:
            for name in (node.attrs.get(attribute) or "").split():
                if name not in ids:
                    what = f'{shown(node)} wijst met {attribute} naar "{name}", en dat staat niet op de pagina.'
                    yield what, "Verbeter het id, of haal de verwijzing weg."


RULES: dict[str, Rule] = {
    "titel": title,
    "h1": one_h1,
    "kopniveau": heading_order,
    "dubbel-id": unique_ids,
    "verwijzing": references,
}
