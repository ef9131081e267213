"""Rules on what a page may do: nothing from another host, nothing inline, a policy on every page."""

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from fii_widgets.lint.markup import ELEMENTS
from tools.check_site.links import addresses
from tools.check_site.site import Fault, Finding, Rule, Site, SitePage, shown
from tools.pages.markup import Node
from tools.passes.policy import is_executable

#: Elements whose address the browser opens only when the reader asks for it.
ONLY_ON_REQUEST = ("a", "area")
#: <link rel> that only names an address.
ONLY_NAMED = frozenset(("canonical", "alternate", "license", "author", "prev", "next", "help", "me"))
#: Schemes that load nothing from anywhere.
HARMLESS = frozenset(("data", "blob", "about", "mailto", "tel", ""))
#: What pages are built with, beside what an author may write; anything else came in by a road we do not know.
OWN_ELEMENTS = frozenset(
    "article aside b body button circle clippath datalist defs desc dialog ellipse fieldset figcaption figure footer form g "  # noqa: SIM905
    "head header html i input kbd label legend line link main mark meta nav noscript optgroup option output path polygon "
    "polyline progress rect script section select small span sub svg template text textarea tfoot time title tspan".split()
)
#: Attributes by which an element sends, loads or hands over something; no page of ours needs them.
NEVER = frozenset(
    "action archive attributionsrc background codebase formaction imagesrcset lowsrc manifest nonce ping profile shadowrootmode "  # noqa: SIM905
    "srcdoc srcset usemap".split()
)
_BRING_IN = "Zet het bestand in de site zelf, of haal het weg."
_STYLE_ADDRESS = re.compile(r"url\(\s*['\"]?([^'\")]*)|@import\s+['\"]([^'\"]+)")


def _loads_elsewhere(node: Node, address: str) -> bool:
    parts = urlsplit(address)
    if node.tag in ONLY_ON_REQUEST and parts.scheme in ("http", "https", "mailto", "tel"):
        return False
    if node.tag in ONLY_ON_REQUEST and parts.scheme:
        return True
    if node.tag == "link" and set((node.attrs.get("rel") or "").lower().split()) <= ONLY_NAMED:
        return False
    return bool(parts.netloc) or parts.scheme.lower() not in HARMLESS


def other_host(page: SitePage, _site: Site) -> Iterator[Fault]:
    """The browser loads nothing from another host by itself."""
    for node in page.all_nodes:
        for address in addresses(node):
            if _loads_elsewhere(node, address):
                yield f'{shown(node)} haalt "{address}" bij een ander op.', _BRING_IN
        if node.tag == "meta" and (node.attrs.get("http-equiv") or "").lower() == "refresh":
            yield "de pagina stuurt vanzelf door.", "Zet er een gewone link."


def inline(page: SitePage, _site: Site) -> Iterator[Fault]:
    """No inline styles, scripts or handlers: the policy refuses them."""
    for node in page.all_nodes:
        if "style" in node.attrs:
            yield f"{shown(node)} heeft een style.", "Geef het een class en schrijf de stijl in het CSS-bestand."
        if node.tag == "style":
            yield "er staat een <style> in de pagina.", "Zet de stijl in het CSS-bestand."
        if node.tag == "script" and "src" not in node.attrs and is_executable(node):
            yield "er staat een script in de pagina zelf.", "Zet het in een bestand in docs/javascripts."
        for name in node.attrs:
            if name.lower().startswith("on"):
                yield f"{shown(node)} heeft {name}.", "Laat een script naar de gebeurtenis luisteren."
        if any(address.lower().startswith("javascript:") for address in addresses(node)):
            yield f"{shown(node)} voert een script uit.", "Maak er een knop van."


def known(page: SitePage, _site: Site) -> Iterator[Fault]:
    """Nothing but the elements that pages are built with, and nothing that sends or hands over."""
    for node in page.all_nodes:
        tag = (node.tag or "").lower()
        if tag not in OWN_ELEMENTS and tag not in ELEMENTS and tag != "style":
            yield f"<{tag}> hoort niet in een pagina.", "Haal het weg."
        rel = (node.attrs.get("rel") or "").lower().split()
        wrong = [name for name in node.attrs if name.lower() in NEVER]
        wrong += ["rel=opener"] if "opener" in rel else []
        wrong += ["target"] if "target" in node.attrs and "noopener" not in rel else []
        for name in wrong:
            yield f"{shown(node)} heeft {name}.", "Haal het weg."


def policy(page: SitePage, _site: Site) -> Iterator[Fault]:
    """Every page carries the Content-Security-Policy, before its first script."""
    for node in page.nodes:
        if node.tag == "meta" and (node.attrs.get("http-equiv") or "").lower() == "content-security-policy":
            return
        if node.tag in ("script", "link", "style", "body"):
            break
    what = "de pagina heeft geen Content-Security-Policy, of pas na iets wat laadt."
    yield what, "Laat de site maken met: make site"


def style_sheets(site: Site) -> list[Finding]:
    """Check what style sheets load: from this site, and there."""
    findings: list[Finding] = []
    for name in sorted(file for file in site.files if file.endswith(".css")):
        for match in _STYLE_ADDRESS.finditer((site.folder / name).read_text("utf-8")):
            address = (match[1] or match[2] or "").strip()
            parts = urlsplit(address)
            if parts.scheme == "data" or not parts.path:
                continue
            if parts.scheme or parts.netloc:
                what = f'het stijlblad haalt "{address}" bij een ander op.'
                findings.append(Finding(name, "ander-adres", what, _BRING_IN))
            elif not ((site.folder / name).parent / parts.path).resolve().is_file():
                advice = "Verbeter het adres in het stijlblad."
                findings.append(Finding(name, "koppeling", f'"{address}" bestaat niet.', advice))
    return findings


def outbound(site: Site) -> list[str]:
    """List the addresses elsewhere to which a reader can go, for whoever wants to look them over."""
    links = (node for page in site.pages.values() for node in page.tagged(*ONLY_ON_REQUEST))
    return sorted({address for node in links for address in addresses(node) if urlsplit(address).netloc})


RULES: dict[str, Rule] = {"ander-adres": other_host, "inline": inline, "bekend": known, "csp": policy}
