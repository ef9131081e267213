"""codes.lock: a short code that people can say ("5b.2") for every section, point, figure and term. Never used twice.

Reads the built site and the lock; `assign` gives what is new the next free number. Writes only in `write`.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from pathlib import Path

from fii_widgets.errors import Problem, SourceError
from fii_widgets.lint.leads import ADDRESS, CODE
from fii_widgets.system import files
from tools.addresses import aliases
from tools.addresses.aliases import Aliases
from tools.pages import places
from tools.pages.markup import Node, Page
from tools.pages.parts import GATHERING, NO_TEXT, menu
from tools.pages.places import is_place
from tools.paths import ROOT

LOCK = ROOT / "codes.lock"
_HEADER = "# The short code of every place, and the address it got: {count} codes. No line ever goes, no code is used twice.\n# Made by `python -m tools.addresses.links_lock`; a place that moves keeps its code by its alias (aliassen.yml).\n"
_COUNT = re.compile(r"(\d+) codes\.")
#: the id of a page → what its code is; {0} is the part in brackets, + a number in its own row
_PAGES = (
    (r"sf-(\w+)", "{0}"),
    (r"f(\d)", "{0}"),
    (r"f(\d)-inzichten", "{0}i"),
    (r"ns-begrippen", "b"),
    (r"cas-.+", "c+"),
    (r"ref-.+", "r+"),
    (r"fii.*", "m+"),
    (r"bg.*", "a+"),
    (r"it.*", "t+"),
    (r"ns-.+", "n+"),
    (r"hb-.+|cl", "h+"),
    (r".+", "p+"),
)
#: pages of an edition number in a row of their own: a later handbook gives out none of it
_OWN, _OWN_CODE = "eigen/", "eigen+"
_FIGURE = re.compile(r"fig-(\d+)")


@dataclass(frozen=True)
class Spots:
    """One page, and the places on it that get a code, in the order in which they are numbered."""

    address: str
    #: what its code begins with, where the page itself says so; else the rules of its id
    prefix: str
    id: str
    places: tuple[str, ...]


@dataclass
class Codes:
    """Every code with the address it leads to now."""

    leads: dict[str, str] = field(default_factory=dict)
    #: address now → code
    of: dict[str, str] = field(default_factory=dict)
    #: what the lock must hold: code → the address it was given for
    given: dict[str, str] = field(default_factory=dict)


def read(lock: Path = LOCK) -> dict[str, str]:
    """Return what was given: code → address. Raises SourceError where the lock was changed by hand."""
    text = files.read_text(lock) if lock.is_file() else ""
    given: dict[str, str] = {}
    problems = []
    for number, line in enumerate(text.splitlines(), 1):
        if line.startswith("#") or not line.strip():
            continue
        code, _, address = line.partition(" ")
        if not (CODE.fullmatch(code) and ADDRESS.fullmatch(address)) or code in given or address in given.values():
            problems.append(Problem(lock.name, number, f"'{line}' staat hier dubbel of is geen code met een adres."))
        given[code] = address
    counted = _COUNT.search(text)
    if given and (counted is None or int(counted[1]) != len(given)):
        difference = f"er horen {counted[1] if counted else '?'} codes te staan en het zijn er {len(given)}."
        problems.append(Problem(lock.name, 0, f"{difference} Een code mag nooit weg: zet de oude regels terug."))
    if problems:
        raise SourceError(problems)
    return given


def write(codes: Codes, lock: Path = LOCK) -> None:
    """Write the lock, in the order of the codes."""
    lines = [f"{code} {address}" for code, address in sorted(codes.given.items(), key=lambda pair: _order(pair[0]))]
    text = _HEADER.format(count=len(lines)) + "\n".join(lines) + "\n"
    files.write(text.encode(), lock, overwrite=True)


def _order(code: str) -> list[tuple[int, str]]:
    return [(int(part), "") if part.isdigit() else (-1, part) for part in re.findall(r"\d+|\D+", code)]


def of_site(site: Path, lock: Path = LOCK) -> Codes:
    """Return the codes of a built site. Raises SourceError where the lock or the file of aliases is wrong."""
    return assign(read(lock), pages(site), aliases.read(places.offered(site), aliases.FILE))


def assign(given: dict[str, str], pages: Iterable[Spots], leads: Aliases) -> Codes:
    """Give every place its code: the one it has, else the next free number of its page."""
    codes = Codes(given=dict(given))
    for code, address in given.items():
        if (now := leads.lead(address)) is not None:
            codes.leads[code] = now
            codes.of.setdefault(now, code)
    for page in pages:
        own = codes.of.get(page.address) or _give(codes, _page_code(page, codes), page.address)
        for place in page.places:
            address = f"{page.address.removeprefix('./')}#{place}"
            if address not in codes.of:
                _give(codes, _place_code(place, own, codes), address)
    return codes


def _give(codes: Codes, code: str, address: str) -> str:
    codes.given[code] = codes.leads[code] = address
    codes.of[address] = code
    return code


def _page_code(page: Spots, codes: Codes) -> str:
    form = page.prefix
    if not form:
        form = next(form.format(*match.groups()) for rule, form in _PAGES if (match := re.fullmatch(rule, page.id)))
    if not form.endswith("+") and form not in codes.given:
        return form
    return _next(form.removesuffix("+"), codes)


def _place_code(place: str, page: str, codes: Codes) -> str:
    figure = _FIGURE.fullmatch(place)
    if figure and f"fig{figure[1]}" not in codes.given:
        return f"fig{figure[1]}"
    return _next(f"{page}.", codes)


def _next(start: str, codes: Codes) -> str:
    numbers = (code.removeprefix(start) for code in codes.given if code.startswith(start))
    return f"{start}{max((int(number) for number in numbers if number.isdigit()), default=0) + 1}"


def pages(site: Path) -> list[Spots]:
    """Return every page that gets codes, in the order of the menu; pages outside it last."""
    texts = [
        spots
        for address, page in places.addressed(site)
        if not address.startswith(NO_TEXT) and not address.endswith(GATHERING) and (spots := _spots(page, address))
    ]
    order = {address: at for at, address in enumerate(menu(site))}
    return sorted(texts, key=lambda spots: (order.get(spots.address, len(order)), spots.address))


def _spots(page: Page, address: str) -> Spots | None:
    article = page.css_first("main article")
    heading = article.css_first("h1") if article else None
    if article is None or heading is None or not heading.id:
        return None
    items = article.css("[data-fii-item]") if address.startswith("checklists/") else []
    prefix = (items[0].attrs.get("data-fii-item") or "").partition("-")[0] if items else ""
    if address.startswith(_OWN):
        prefix = _OWN_CODE
    chosen = [
        *(item for item in items if is_item(item)),
        *article.css("h2[id], h3[id]"),
        *article.css(".fii-figure[id]"),
        *article.css("h4[id], dt[id]"),
    ]
    places = [node.id or "" for node in chosen if is_place(node)]
    return Spots(address, prefix, heading.id, tuple(place for place in dict.fromkeys(places) if place))


def is_item(node: Node) -> bool:
    """Tell whether an item is a numbered line of a form, and no field beside them or in a row."""
    return bool(node.id) and is_place(node) and node.css_first(".fii-item__number") is not None
