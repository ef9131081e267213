"""aliassen.yml: where an address that was published leads now. Reads and checks it; writes no page.

An address is a page ("model/stoplicht/", the start page is "./") or a place on one ("model/stoplicht/#lichten").
"""

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from difflib import get_close_matches
from pathlib import Path

from fii_widgets.errors import Problem, SourceError, did_you_mean, in_file
from fii_widgets.instrument.text import yaml_text
from fii_widgets.lint.leads import ADDRESS
from fii_widgets.system import files
from tools.paths import ROOT

FILE = ROOT / "aliassen.yml"


@dataclass(frozen=True)
class Alias:
    """One line of the file."""

    old: str
    new: str
    line: int


@dataclass(frozen=True)
class Aliases:
    """All lines of the file, by the old address."""

    lines: dict[str, Alias]
    #: addresses that the site really has
    now: frozenset[str]

    def __iter__(self) -> Iterator[Alias]:
        return iter(self.lines.values())

    def lead(self, address: str) -> str | None:
        """Return where an address leads, itself where it exists; None where it leads nowhere.

        An alias of a page holds for every place on it that keeps its id.
        """
        if address in self.now:
            return address
        if alias := self.lines.get(address):
            return alias.new
        page, mark, anchor = address.partition("#")
        moved = self.lines.get(page) if mark else None
        there = f"{_page(moved.new)}#{anchor}" if moved else ""
        return there if there in self.now else None


def read(now: Collection[str], path: Path = FILE) -> Aliases:
    """Read the file; raise SourceError with every line that is wrong. Without a file there are no aliases."""
    document = yaml_text.read(files.read_text(path)) if path.is_file() else yaml_text.Document()
    problems = [*in_file(path.name, document.faults)]
    lines: dict[str, Alias] = {}
    tree = document.tree if isinstance(document.tree, dict) else {}
    if not isinstance(document.tree, dict) and document.tree:
        problems.append(Problem(path.name, 1, "hier horen regels als 'oud/adres/: nieuw/adres/'."))
    for old, new in tree.items():
        line = document.line((old,))
        if not isinstance(new, str) or not all(ADDRESS.fullmatch(part) for part in (old, new)):
            form = "Schrijf twee adressen vanaf de hoofdmap, een pagina met / aan het eind: 'oud/adres/#kop: nieuw/adres/#kop'."
            problems.append(Problem(path.name, line, f"'{old}' is geen goede regel. {form}"))
            continue
        lines[_plain(old)] = Alias(_plain(old), _plain(new), line)
    aliases = Aliases(lines, frozenset(now))
    problems += [Problem(path.name, alias.line, wrong) for alias in aliases for wrong in _wrong(alias, aliases)]
    if problems:
        raise SourceError(problems)
    return aliases


def _plain(address: str) -> str:
    """A place on the start page has no page before it."""
    return address.removeprefix("./") if "#" in address else address


def _page(address: str) -> str:
    return address.partition("#")[0]


def _wrong(alias: Alias, aliases: Aliases) -> Iterator[str]:
    """Say in Dutch what is wrong with one line."""
    old, new = alias.old, alias.new
    if old in aliases.now:
        yield f"'{old}' bestaat nog. Haal deze regel weg, of geef de pagina of kop een ander adres."
    if new == old:
        yield f"'{old}' leidt naar zichzelf. Schrijf achter de dubbele punt het nieuwe adres."
    elif new in aliases.lines and new not in aliases.now:
        yield _chained(alias, aliases)
    elif new not in aliases.now:
        known = sorted(address for address in aliases.now if ("#" in address) == ("#" in new))
        yield f"'{new}' bestaat niet.{did_you_mean(new, known) or ' Noem een pagina of kop die er is.'}"
    page = _page(old)
    if page != old and (page or "./") not in aliases.now and page not in aliases.lines:
        yield f"de pagina '{page}' is er niet meer. Zet er ook een regel bij voor de pagina zelf: '{page}: …'."


def _chained(alias: Alias, aliases: Aliases) -> str:
    """An alias that leads to an alias: say where the row ends, or that it goes round."""
    seen, end = [alias.old], alias.new
    while end in aliases.lines and end not in seen:
        seen.append(end)
        end = aliases.lines[end].new
    row = "' → '".join([*seen, end])
    if end in seen:
        return f"deze regels lopen in een kring: '{row}'. Laat er een naar een bestaand adres leiden."
    return f"'{alias.new}' is zelf een oud adres: '{row}'. Schrijf rechtstreeks '{alias.old}: {end}'."


def missing(promised: Collection[str], aliases: Aliases, fresh: Collection[str]) -> list[tuple[str, str]]:
    """Return (address, the likeliest new one) for every promised address that leads nowhere.

    `fresh` are addresses that were never promised: where something new came, something old went. A place on a page
    that moves is left out where the line of its page is enough.
    """
    gone = sorted(address for address in promised if aliases.lead(address) is None)
    pages = {address: _likely_page(address, promised, aliases.now) for address in gone if "#" not in address}
    lines = list(pages.items())
    for address in gone:
        page, mark, anchor = address.partition("#")
        there = pages.get(page) or (aliases.lines[page].new if page in aliases.lines else page)
        if mark and f"{there}#{anchor}" not in aliases.now:
            lines.append((address, _likely_place(anchor, _page(there), aliases.now, fresh)))
    return sorted(lines)


def _likely_page(page: str, promised: Collection[str], now: Collection[str]) -> str:
    """Find the page that has most of the ids that this page had; else one that is called alike; else the one above."""
    had = {address.partition("#")[2] for address in promised if address.startswith(f"{page}#")}
    shared: dict[str, int] = {}
    for address in now:
        at, mark, anchor = address.partition("#")
        if mark and anchor in had:
            shared[at] = shared.get(at, 0) + 1
    if shared:
        return max(sorted(shared), key=shared.__getitem__) or "./"
    above = f"{page.rstrip('/').rpartition('/')[0]}/".removeprefix("/")
    near = get_close_matches(page, [address for address in now if "#" not in address], n=1, cutoff=0.7)
    return near[0] if near else above if above in now else "./"


def _likely_place(anchor: str, page: str, now: Collection[str], fresh: Collection[str]) -> str:
    """Find the new place on the page that is called most alike; else that id on another page; else the page."""
    on_page = [address.partition("#")[2] for address in fresh if address.startswith(f"{page}#")]
    if near := get_close_matches(anchor, sorted(on_page), n=1, cutoff=0.0):
        return f"{page}#{near[0]}"
    elsewhere = sorted(address for address in now if address.partition("#")[2] == anchor)
    return elsewhere[0] if elsewhere else page or "./"


def as_lines(lines: Sequence[tuple[str, str]]) -> str:
    """Write lines as they must stand in the file; an address that begins with # needs quotes."""
    return "\n".join(f"{_quoted(old)}: {_quoted(new)}" for old, new in lines)


def _quoted(address: str) -> str:
    return f'"{address}"' if address.startswith("#") else address
