"""Breaks good files in ways people do, and knows on which line it did so.

`python tests/mistakes.py` makes tests/examples/invalid/broken anew from tests/examples/invalid/good: a broken file each,
and what `fii check` says of it. What is no UTF-8 stands there as base64. The same ways break files of the real handbook
(`generated`), where what must be said is not written down: it must be at the line, and nowhere else.
"""

from __future__ import annotations

import base64
import random
import re
import shutil
import sys
import tempfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
if __name__ == "__main__":  # as a script; `tests` may then be the name of another's package
    sys.path.insert(1, str(ROOT))
    import hostile
else:
    from tests import hostile

from fii_widgets import lint  # noqa: E402
from fii_widgets.handbook import loader  # noqa: E402

INVALID = ROOT / "tests" / "examples" / "invalid"
GOOD, BROKEN = INVALID / "good", INVALID / "broken"
#: words that no Dutch sentence has
ENGLISH = re.compile(
    r"\b(?:the|this|that|not|expected|found|could|character|line|cannot|while|unexpected|invalid|error|object|argument|missing|with)\b"
)
HARD = "\u00a0"

type Made = tuple[bytes, frozenset[int]]  #: a broken file, and the lines of which one must be named


@dataclass(frozen=True)
class Mistake:
    """One way in which people break a file."""

    name: str
    suffix: str  #: of which files: .yaml or .md
    make: Callable[[str, random.Random | None], Made | None]  #: None where a file has nothing to break that way
    alone: bool = False  #: such a file cannot be read, and is told before all others


@dataclass(frozen=True)
class Example:
    """A broken copy of a file of the small project, and what is said of it."""

    name: str
    file: str
    content: bytes
    lines: frozenset[int]

    @property
    def path(self) -> Path:
        """Where it is kept."""
        ending = "" if _is_text(self.content) else ".base64"
        return BROKEN / f"{self.name}{Path(self.file).suffix}{ending}"

    @property
    def kept(self) -> bytes:
        """What is kept of it."""
        return self.content if _is_text(self.content) else base64.encodebytes(self.content)

    @property
    def places(self) -> tuple[str, ...]:
        """How a message about it begins."""
        return tuple(f"{self.file}:{line}: " if line else f"{self.file}: " for line in sorted(self.lines))

    @property
    def said(self) -> Path:
        """Where is written down what must be said."""
        return BROKEN / f"{self.name}.error.txt"


def _is_text(content: bytes) -> bool:
    try:
        content.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return b"\0" not in content


def _line(
    name: str, suffix: str, where: str, change: str | Callable[[re.Match[str]], str], *, above: str = "", also: int = 0
) -> Mistake:
    """A mistake on one line: the first that fits (or one by chance); `above`: what the line before it is like.

    also: so many lines further down may be named instead.
    """

    def make(text: str, chance: random.Random | None) -> Made | None:
        lines = text.split("\n")
        start = lines.index("---", 1) + 1 if suffix == ".md" and where.startswith("(?#body)") else 0
        fits = [
            number
            for number in range(start, len(lines))
            if re.search(where, lines[number]) and (not above or re.search(above, lines[number - 1]))
        ]
        if not fits:
            return None
        number = chance.choice(fits) if chance else fits[0]
        lines[number] = re.sub(where, change, lines[number], count=1)
        return "\n".join(lines).encode(), frozenset(range(number + 1, number + 2 + also))

    return Mistake(name, suffix, make)


def _whole(name: str, suffix: str, change: Callable[[str], bytes | None], line: Callable[[str], int]) -> Mistake:
    """A mistake of the whole file."""

    def make(text: str, _: random.Random | None) -> Made | None:
        broken = change(text)
        return None if broken is None else (broken, frozenset((line(text),)))

    return Mistake(name, suffix, make, alone=name.startswith("codering"))


def _cp1252(text: str) -> bytes | None:
    try:
        return None if text.isascii() else text.encode("cp1252")
    except UnicodeEncodeError:  # the file has signs that no such program can write
        return None


def _not_ascii(text: str) -> int:
    return next((number for number, line in enumerate(text.split("\n"), 1) if not line.isascii()), 0)


def _open_code(text: str, _: random.Random | None) -> Made | None:
    """Take away the end of the last piece of code of a page."""
    lines = text.split("\n")
    fences = [number for number, line in enumerate(lines) if line.startswith("```")]
    if not fences or len(fences) % 2:
        return None
    return "\n".join([*lines[: fences[-1]], *lines[fences[-1] + 1 :]]).encode(), frozenset((fences[-2] + 1,))


def _both() -> Iterator[Mistake]:
    for suffix in (".yaml", ".md"):
        kind = suffix[1:]
        yield _whole(f"codering-cp1252-{kind}", suffix, _cp1252, _not_ascii)
        yield _whole(f"codering-utf16-le-{kind}", suffix, lambda text: text.encode("utf-16"), lambda _: 0)
        yield _whole(
            f"codering-utf16-be-{kind}", suffix, lambda text: b"\xfe\xff" + text.encode("utf-16-be"), lambda _: 0
        )
        yield _whole(f"leeg-{kind}", suffix, lambda _: b"", lambda _: 1)
        yield _line(f"twee-versies-{kind}", suffix, r"^(?=titel: |title: )", "<<<<<<< HEAD\n")


_SIBLING = r"^ +(?:- )?\w+: [\w\"]"  #: the line above is a key with a value: this one is beside it
_KEY = r"^( {4,})(?=\w+: \S)"
_ENTRY = r"^( +)- (?=id: )"
_TEXT = r"^( +tekst: )(?=\w)"
_QUOTED = r'regels: "([\d, -]+)"\}$'


def _yaml() -> Iterator[Mistake]:
    y = ".yaml"
    yield _line("harde-spatie-voor", y, r"^( +) (?=\w+: )", rf"\1{HARD}")
    yield _line("harde-spaties-voor", y, r"^ +(?=\w+: )", lambda found: HARD * len(found[0]))
    yield _line("harde-spatie-na-dubbele-punt", y, r"^( +\w+:) (?=\w)", rf"\1{HARD}")
    yield _line("harde-spatie-na-streepje", y, r"^( +-) (?=id)", rf"\1{HARD}")
    yield _line("smalle-spatie-voor", y, r"^( +) (?=\w+: )", "\\1\u202f")
    yield _line("spatie-te-veel", y, _KEY, r"\1 ", above=_SIBLING)
    yield _line("drie-spaties-te-veel", y, _KEY, r"\1   ", above=_SIBLING)
    yield _line("spatie-te-weinig", y, r"^ ( {3,})(?=\w+: \S)", r"\1", above=_SIBLING)
    yield _line("spatie-te-veel-bovenaan", y, r"^(?=volgorde: )", " ")
    yield _line("streepje-te-ver", y, r"^( {4,})- (?=id: )", r" \1- ")
    yield _line("streepje-te-weinig", y, r"^ ( {3,})- (?=id: )", r"\1- ")
    yield _line("tab-voor", y, r"^ +(?=\w+: )", "\t")
    yield _line("tab-erbij", y, r"^( +)(?=\w+: )", "\\1\t")
    yield _line("aanhaling-open", y, _QUOTED, r'regels: "\1}')
    yield _line("aanhaling-open-tekst", y, _TEXT, r'\1"')
    yield _line("aanhaling-enkel-open", y, r"^( +tekst: )(?=[^']*$)", r"\1'")
    yield _line("aanhaling-midden", y, r"^( +tekst: )(\w+)(?= [^\"]*$)", r'\1"\2"')
    yield _line("apostrof", y, r"^( +tekst: )[^']*$", r"\1'Er zijn auto's.'")
    yield _line("krullend-regels", y, r'regels: "([^"]*)"', r"regels: “\1”")
    yield _line("krullend-document", y, r"document: ([\w-]+)", r"document: ‘\1’")
    yield _line("krullend-tekst", y, r"^( +tekst: )(\w.*)$", r"\1“\2”")
    yield _line("krullend-dubbele-punt", y, r"^( +tekst: )(\w.*)$", r"\1“Let op: \2”")
    yield _line("sleutel-tekts", y, r"^( +)tekst:", r"\1tekts:")
    yield _line("sleutel-herkomts", y, r"^( +)herkomst:", r"\1herkomts:")
    yield _line("sleutel-hoofdletter", y, r"^( +)tekst:", r"\1Tekst:")
    yield _line("sleutel-engels", y, r"^( +)toelichting:", r"\1help:")
    yield _line("sleutel-bovenaan", y, r"^wanneer:", "waneer:")
    yield _line("sleutel-dubbel", y, r"^( +herkomst: .*)$", r"\1\n\1", also=1)
    yield _line("dubbele-punt-weg", y, r"^( {4,}(?:tekst|herkomst)):(?= )", r"\1")
    yield _line("dubbele-punt-is", y, r"^( {4,}herkomst): ", r"\1 = ")
    yield _line("spatie-na-dubbele-punt-weg", y, r"^( {4,}tekst): (?=\w)", r"\1:")
    yield _line("streepje-weg", y, _ENTRY, r"\1")
    yield _line("streepje-vast", y, _ENTRY, r"\1-")
    yield _line("streepje-lang", y, _ENTRY, r"\1– ")
    yield _line("streepje-bolletje", y, _ENTRY, r"\1• ")
    yield _line("haak-open", y, r"^( +- bij: \[.*)\]$", r"\1")
    yield _line("haak-te-veel", y, r"^( +- bij: \[.*\])$", r"\1]")
    yield _line("accolade-open", y, r"^( +bron: \{.*)\}$", r"\1")
    for sign, called in {
        "@": "apenstaart",
        "%": "procent",
        "`": "accent",
        "*": "ster",
        "&": "en",
        "!": "uitroep",
    }.items():
        yield _line(f"begint-met-{called}", y, _TEXT, rf"\1{sign}")
    yield _line("begint-met-haak", y, _TEXT, r"\1[Nieuw] ")
    yield _line("dubbele-punt-in-tekst", y, _TEXT, r"\1Let op: ")
    yield _line("losse-zin", y, _ENTRY, r"Dit moet nog anders\n\1- ")
    yield _line("losse-regel-in-lijst", y, r"^( +)(?=herkomst: )", r"\1nog nakijken\n\1")
    yield _line("herkomst-onbekend", y, r"^( +herkomst: )\w+", r"\1letterlik")
    yield _line("document-onbekend", y, r"document: [\w-]+", "document: handriking")
    yield _line("regels-terug", y, _QUOTED, 'regels: "14-12"}')
    yield _line("regels-te-ver", y, _QUOTED, 'regels: "1-99999"}')
    yield _line("regels-in-woorden", y, _QUOTED, 'regels: "12 t/m 14"}')
    yield _line("regels-weg", y, r", regels: \"[^\"]*\"\}$", "}")
    yield _line("id-hoofdletter", y, r"^( {4,}- id: )([a-z])", lambda found: f"{found[1]}{found[2].upper()}")
    yield _line("id-spatie", y, r"^( {4,}- id: \w+)-", r"\1 ")
    yield _line("id-hernoemd", y, r"^( {4,}- id: \w+-\w+)$", r"\1x")
    yield _line("datum-andersom", y, r'anders_sinds: ".*"', 'anders_sinds: "30-11-2026"')
    yield _line("lees-onbekend", y, r"^( +lees: ).*$", r"\1bestaat-niet")
    yield _line("keuze-onbekend", y, r"^( +- bij: ).*$", r"\1[paars]")
    yield _line("fase-onbekend", y, r"^(?=volgorde: )", "fase: 7\n")
    yield _line("soort-onbekend", y, r"^soort: .*$", "soort: cheklist")
    yield _line("schaal-onbekend", y, r"^schaal: .*$", "schaal: stoplihct")
    yield _line("route-engels", y, r"^route: .*$", "route: yes")
    yield _line("getal-in-woorden", y, r"^volgorde: .*$", "volgorde: eerst")
    yield _line("tekst-leeg", y, r"^( +tekst:) \w.*$", r"\1")
    yield _line("html-in-tekst", y, _TEXT, r"\1<b>Nieuw</b> ")
    yield _line("macro-in-tekst", y, _TEXT, r"\1{{ nieuw }} ")
    yield _line("id-anders-dan-bestand", y, r"^id: (.*)$", r"id: \1-nieuw")


def _md() -> Iterator[Mistake]:
    m = ".md"
    yield _line("kop-sleutel", m, r"^description:", "descripton:")
    yield _line("kop-dubbele-punt", m, r"^title: (\w.*)$", r"title: Let op: \1")
    yield _line("kop-aanhaling", m, r"^title: (\w.*)$", r'title: "\1')
    yield _line("kop-krullend", m, r"^title: (\w.*)$", r"title: “\1”")
    yield _line("kop-harde-spatie", m, r"^title: ", f"title:{HARD}")
    yield _line("kop-datum", m, r"^gewijzigd: .*$", "gewijzigd: 22-11-2026")
    yield _line("kop-soort", m, r"^soort: .*$", "soort: subfaze")
    yield _line("kop-regels-terug", m, r'regels: "[\d, -]+"', 'regels: "9-3"')
    yield _line("kop-streepjes", m, r"^---$", "—")
    yield _line("kop-spatie", m, r"^(?=title: )", " ")
    yield _line("id-zonder-dubbele-punt", m, r"^(##.*)\{: #", r"\1{#")
    yield _line("id-niet-gesloten", m, r"^(##.*\{: #[\w-]+) \}$", r"\1")
    yield _line("id-weg", m, r"^(##.*) \{: #[\w-]+ \}$", r"\1")
    yield _line("id-van-kop-hernoemd", m, r"^(##.*\{: #[\w-]+) \}$", r"\1x }")
    yield _line("kop-te-diep", m, r"^## ", "#### ")
    yield _line("tweede-hoofdkop", m, r"^## ", "# Nog een kop {: #nog-een-kop }\n\n## ")
    at_end = r"(?#body)^$"
    yield _line("macro-haak-weg", m, at_end, '\n{{ lijn("f1") }\n', also=1)
    yield _line("macro-een-haak", m, at_end, '\n{ lijn("f1") }\n', also=1)
    yield _line("macro-krullend", m, at_end, "\n{{ lijn(“f1”) }}\n", also=1)
    yield _line("macro-onbekend", m, at_end, '\n{{ lin("f1") }}\n', also=1)
    yield _line("macro-waarde-mist", m, at_end, "\n{{ instrument() }}\n", also=1)
    yield _line("macro-waarde-te-veel", m, at_end, '\n{{ lijn("f1", "f2") }}\n', also=1)
    yield _line("macro-naam-onbekend", m, at_end, '\n{{ lijn(hier="f1", daar=2) }}\n', also=1)
    yield _line("macro-haakje-weg", m, at_end, '\n{{ lijn("f1" }}\n', also=1)
    yield _line("instrument-onbekend", m, at_end, '\n{{ instrument("burt") }}\n', also=1)
    yield _line("geen-beslisboom", m, at_end, '\n{{ beslistabel("buurt", "fig-1") }}\n', also=1)
    yield _line("voorbeeld-onbekend", m, at_end, '\n{{ voorbeeld("nergens") }}\n', also=1)
    yield _line("link-nergens", m, at_end, "\nLees [verder](nergens.md).\n", also=1)
    yield _line("link-anker", m, at_end, "\nLees [verder](#bestaat-niet).\n", also=1)
    yield _line("link-vanaf-de-wortel", m, at_end, "\nLees [verder](/wijk/).\n", also=1)
    yield _line("link-zonder-tekst", m, at_end, "\nLees [](index.md).\n", also=1)
    yield _line("beeld-ontbreekt", m, at_end, "\n![Een plein](plein.png)\n", also=1)
    yield _line("voetnoot-zonder-tekst", m, at_end, "\nEen zin.[^bron9]\n", also=1)
    yield _line("voetnoot-zonder-plek", m, at_end, "\n[^bron9]: Een zin.\n", also=1)
    yield _line("html-niet-gesloten", m, at_end, "\n<div>Een zin.\n", also=1)
    yield _line("html-mag-niet", m, at_end, "\n<font>Een zin.</font>\n", also=1)
    yield _line("afvinklijst", m, at_end, "\n- [ ] een taak\n", also=1)
    yield Mistake("codeblok-open", m, _open_code)
    yield _line("id-dubbel-op-pagina", m, at_end, "\nEen zin.\n{: #tweemaal }\n\nEen zin.\n{: #tweemaal }\n", also=5)
    yield _line("nog-in-te-vullen", m, at_end, "\n[vul in: een zin]\n", also=1)


MISTAKES = (*_both(), *_yaml(), *_md())


def examples() -> Iterator[Example]:
    """Break the two files of the small project in every way."""
    for mistake in MISTAKES:
        file = "checklists/buurt.yaml" if mistake.suffix == ".yaml" else "docs/wijk.md"
        made = mistake.make((GOOD / file).read_text("utf-8"), None)
        assert made, f"nothing to break: {mistake.name}"
        yield Example(mistake.name, file, *made)


#: what names things of the small project only
_SMALL = frozenset(("geen-beslisboom", "macro-naam-onbekend"))


def generated(project: Path, seed: int, count: int) -> list[Example]:
    """Break files of a project, each in one way, each at a place by chance; no file twice."""
    chance = random.Random(seed)
    files = sorted([*(project / "checklists").glob("[a-z]*.yaml"), *(project / "docs").rglob("*.md")])
    files = [path for path in files if path.name != "schalen.yaml"]
    chance.shuffle(files)
    ways = [mistake for mistake in MISTAKES if not mistake.alone and mistake.name not in _SMALL]
    made: list[Example] = []
    for path in files:
        text = path.read_text("utf-8")
        for mistake in chance.sample(ways, len(ways)):
            broken = mistake.make(text, chance) if mistake.suffix == path.suffix else None
            if broken:
                made.append(Example(mistake.name, path.relative_to(project).as_posix(), *broken))
                break
        if len(made) == count:
            break
    return made


def missed(place: Path, broken: list[Example]) -> list[str]:
    """Put broken files in a project, and return what `fii check` says too little, too much or in English; then mend them."""
    good = {one.file: (place / one.file).read_bytes() for one in broken}
    try:
        for one in broken:
            (place / one.file).write_bytes(one.content)
        lines = check(place)
    finally:
        for file, content in good.items():
            (place / file).write_bytes(content)
    wrong = []
    for one in broken:
        own = [line for line in lines if line.startswith((f"{one.file}:", f"{one.file} "))]
        if not any(line.startswith(place_) for line in own for place_ in one.places):
            wrong.append(f"{one.name} in {one.file}:{sorted(one.lines)} is not named there: {own[:3]}")
    wrong += [f"about another file: {line}" for line in lines if line.split(":")[0] not in good]
    wrong += [f"English: {line}" for line in lines if ENGLISH.search(re.sub(r"'.*'", "", line))]
    return wrong


def project(folder: Path) -> Path:
    """Make the small project that is sound, with macros and configuration of the handbook."""
    place = hostile.project(folder)
    shutil.copytree(GOOD, place, dirs_exist_ok=True)
    (place / "docs" / "voorstel.md").unlink()
    config = place / "mkdocs.yml"
    config.write_text(config.read_text("utf-8").replace("Voorstel: voorstel.md", "Wijk: wijk.md"), "utf-8")
    return place


def check(place: Path) -> list[str]:
    """Return what `fii check` says, read anew."""
    loader.load.cache_clear()
    return [str(problem) for problem in lint.check(place)]


def said(place: Path, example: Example) -> list[str]:
    """Put a broken file in the place of the good one, and return what is said."""
    good = (GOOD / example.file).read_bytes()
    (place / example.file).write_bytes(example.content)
    try:
        return check(place)
    finally:
        (place / example.file).write_bytes(good)


def main() -> None:
    """Write all examples anew."""
    shutil.rmtree(BROKEN, ignore_errors=True)
    BROKEN.mkdir()
    with tempfile.TemporaryDirectory() as folder:
        place = project(Path(folder) / "project")
        for problem in check(place):
            print("GOED:", problem)
        for example in examples():
            example.path.write_bytes(example.kept)
            lines = said(place, example)
            example.said.write_text("".join(f"{line}\n" for line in lines), "utf-8")
            ok = any(line.startswith(place_) for line in lines for place_ in example.places)
            here = all(line.startswith(example.file) for line in lines)
            print(
                "ok   " if ok and here and len(lines) == 1 else "LOOK ", example.name, sorted(example.lines), lines[:4]
            )


if __name__ == "__main__":
    main()
