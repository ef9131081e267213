"""Rules on links inside the site: relative, and leading to a file and an id that exist."""

from collections.abc import Iterator
from urllib.parse import urlsplit

from tools.check_site.site import Fault, Rule, Site, SitePage, shown
from tools.pages.markup import Node

ATTRIBUTES = ("href", "src", "poster", "data", "xlink:href")
#: The page that a host shows for an unknown address stands at no known depth, so its links start at the root.
ABSOLUTE_ALLOWED = ("404.html",)


def addresses(node: Node) -> Iterator[str]:
    """Give every address that an element names."""
    for attribute in ATTRIBUTES:
        value = node.attrs.get(attribute)
        if value is not None and not (attribute == "data" and node.tag != "object"):
            yield value.strip()
    for candidate in (node.attrs.get("srcset") or "").split(","):
        if candidate.strip():
            yield candidate.split()[0]


def is_local(address: str) -> bool:
    """Tell whether an address leads to this site: no scheme and no host."""
    parts = urlsplit(address)
    return not parts.scheme and not parts.netloc


def broken_link(page: SitePage, site: Site) -> Iterator[Fault]:
    """A relative address leads to a file of the site."""
    for node, address in _local(page):
        target = page.resolve(address)
        if target.file is None:
            what = f'{shown(node)}: "{address}" leidt buiten de site.'
            yield what, "Verbeter het adres."
        elif target.file not in site.files:
            hint = " (zet een / achter een map)" if f"{target.file}/index.html" in site.files else ""
            what = f'{shown(node)}: "{address}" bestaat niet{hint}.'
            yield what, "Verbeter het adres, of maak de pagina."


def broken_anchor(page: SitePage, site: Site) -> Iterator[Fault]:
    """The part after # is an id of the page it leads to."""
    for node, address in _local(page):
        target = page.resolve(address)
        if target.file in site.files and target.file is not None and not site.has_id(target.file, target.fragment):
            what = f'{shown(node)}: het id "{target.fragment}" staat niet in {target.file}.'
            yield what, "Verbeter het deel achter #."


def absolute(page: SitePage, _site: Site) -> Iterator[Fault]:
    """Links inside the site are relative: it must work in a folder and under any address."""
    if page.name in ABSOLUTE_ALLOWED:
        return
    for node in page.all_nodes:
        for address in addresses(node):
            if address.startswith("/") and not address.startswith("//"):
                what = f'{shown(node)}: "{address}" begint bij de wortel van de host.'
                yield what, "Schrijf het adres vanaf deze pagina, met ../"


def _local(page: SitePage) -> Iterator[tuple[Node, str]]:
    for node in page.all_nodes:
        for address in addresses(node):
            if is_local(address) and not (address.startswith("/") and page.name not in ABSOLUTE_ALLOWED):
                yield node, address


RULES: dict[str, Rule] = {"koppeling": broken_link, "anker": broken_anchor, "absoluut": absolute}
