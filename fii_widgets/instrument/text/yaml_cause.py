"""Why a text is no YAML: what a person did, at the line where it was done. The parser sees it often lines later.

Reads lines as people write them: a dash before an entry, a key and its value on a line, spaces in front. Each suspicion
comes with the line as it was meant; the one with which the parser gets furthest is the cause. Knows no instruments.
"""

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

#: the parser's line, or None where the text is read to its end
type Reach = Callable[[str], int | None]

ODD_SPACE = re.compile(r"[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]")
#: where a blank counts: before a line, behind a dash or a key
_IN_FRONT = re.compile(rf"\s*(?:- ?\s*)*(?:[\w-]+:(?={ODD_SPACE.pattern}))?\s*")
CURLY = "“”„‟‘’‚‛«»"
CURLY_QUOTED = re.compile(rf"[{CURLY}]([^{CURLY}]*)[{CURLY}]")
#: a text that such a quote begins and that is cut off at a comma: what is behind it became a key
CURLY_OPEN = re.compile(rf"[“”„]([^{CURLY}]*)")
HARD_SPACE = "hier staat een harde spatie: een teken dat op een spatie lijkt. Typ de spaties van deze regel opnieuw."
CURLY_QUOTES = 'hier staan krullende aanhalingstekens. Gebruik rechte: ".'
_TAB = "hier staat een tab. Gebruik spaties."
_MERGE = "hier staan twee versies door elkaar (<<<<<<<, =======, >>>>>>>). Kies er een, en haal deze tekens weg."
_QUOTE = "een aanhalingsteken is niet gesloten."
_BEHIND = "achter het aanhalingsteken staat nog tekst. Zet de hele tekst tussen dubbele aanhalingstekens, en gebruik daarin ‘ en ’."
_COLON = "hier staat een dubbele punt te veel. Zet de tekst tussen aanhalingstekens."
_START = "een tekst kan niet beginnen met {}. Zet de tekst tussen aanhalingstekens."
_MACRO = "'{}' is hier gewone tekst: een macro werkt alleen in een pagina. Haal het weg."
_STRAY = "deze regel hoort nergens bij. Zet er een sleutel voor, zoals 'tekst:', of haal de regel weg."
_LINE = re.compile(r"( *)((?:- +)*)(.*)")
_KEY = re.compile(r"(\w[\w-]*|\"[^\"]*\"|'[^']*') *:(?: +(.*)|$)")
_BLOCK = re.compile(r"[|>][+-]?\d?(?: +#.*)?")
_CLOSING = {"[": "]", "{": "}"}
#: so many suspicions are tried: each is one reading of the text
_MOST = 40


@dataclass(frozen=True)
class Suspicion:
    """What may be wrong on a line, and the line as it was meant."""

    line: int
    message: str
    meant: str


def cause(text: str, stopped: int, reach: Reach) -> tuple[int, str] | None:
    """Return (line, Dutch sentence) of what a person did; None where no suspicion brings the parser further.

    stopped: the line at which the parser stopped.
    """
    lines = text.split("\n")
    best: tuple[tuple[float, bool], Suspicion] | None = None
    found = [one for one in _Lines(lines).suspicions() if one.line <= stopped]
    for one in found[-_MOST:]:
        got = reach("\n".join([*lines[: one.line - 1], one.meant, *lines[one.line :]]))
        # of two lines that do not stand under each other, the one with an odd number of blanks is moved by chance
        reached = (float("inf") if got is None else got, bool(_blanks(lines[one.line - 1]) % 2))
        if reached[0] > stopped and (best is None or reached > best[0]):
            best = reached, one
    return (best[1].line, best[1].message) if best else None


def _blanks(text: str) -> int:
    return len(text) - len(text.lstrip(" "))


def odd_spaces(text: str) -> Iterator[int]:
    """Yield the lines on which a hard space stands where a blank counts."""
    for line in _Lines(text.split("\n")).structural():
        if ODD_SPACE.search(_front(line.text)):
            yield line.number


def _front(text: str) -> str:
    found = _IN_FRONT.match(text)
    return found[0] if found else ""


@dataclass(frozen=True)
class _Line:
    number: int
    text: str


@dataclass
class _Lines:
    """Goes down the lines, and knows under which columns keys and dashes may stand."""

    lines: list[str]
    #: (column, whether a dash stands there), the deepest last
    levels: list[tuple[int, bool]] = field(default_factory=list)
    key_column: int = 0
    opens: bool = True  #: the last key has nothing behind it: a deeper level may come
    opener: _Line | None = None  #: the line with which the deepest level began

    def structural(self) -> Iterator[_Line]:
        """Yield the lines outside comments and texts in a block."""
        above: int | None = None  #: the column of the key with a text in a block
        block: int | None = None  #: the column of that text
        for number, text in enumerate(self.lines, 1):
            blank = len(text) - len(text.lstrip())
            if not text.strip():
                continue
            if above is not None and blank > above:
                above, block = None, blank
            if block is not None and blank >= block:
                continue
            above = block = None
            if text.lstrip().startswith("#"):
                continue
            found = _LINE.fullmatch(text)
            key = _KEY.fullmatch(found[3]) if found else None
            if found and _BLOCK.fullmatch((key[2] or "") if key else found[3]):
                above = len(found[1]) + len(found[2]) if key else len(found[1])
            yield _Line(number, text)

    def suspicions(self) -> Iterator[Suspicion]:
        """Yield what may be wrong, line by line."""
        depth = 0
        for line in self.structural():
            if depth > 0:  # within brackets that another line opened
                depth += _depth(line.text)
                continue
            yield from _signs(line)
            yield from self._line(line)
            depth = max(0, _depth(line.text))

    def _line(self, line: _Line) -> Iterator[Suspicion]:
        found = _LINE.fullmatch(line.text)
        if found is None:
            return
        indent, dashes, rest = len(found[1]), found[2], found[3]
        key = _KEY.fullmatch(rest)
        if not key and not dashes:
            yield from self._no_key(line, indent, rest)
            return
        yield from self._column(line, indent, bool(dashes), rest)
        value = (key[2] or "") if key else rest
        if dashes and key:
            self.levels.append((indent + len(dashes), False))
            self.opener = line
        if key:
            self.key_column = indent + len(dashes)
        self.opens = not value.strip() or value.lstrip().startswith("#")
        start = line.text[: len(line.text) - len(value)]
        for message, meant in _values(value):
            yield Suspicion(line.number, message, f"{start}{meant}")

    def _column(self, line: _Line, indent: int, dash: bool, rest: str) -> Iterator[Suspicion]:
        """Hold the column of a line against those of the lines it can belong to."""
        before = list(self.levels)
        while self.levels and self.levels[-1][0] > indent:
            self.levels.pop()
        if (indent, dash) in self.levels:
            while self.levels[-1] != (indent, dash):
                self.levels.pop()
            return
        if not before or (self.opens and (indent > self.key_column or (dash and indent == self.key_column))):
            self.levels.append((indent, dash))
            self.opener = line
            return
        if not dash and (indent, True) in before:
            yield Suspicion(line.number, f"hier ontbreekt een streepje: '- {rest[:40]}'.", f"{' ' * indent}- {rest}")
        yield from self._shifted_opener(indent)
        near = [column for column, is_dash in before if is_dash == dash]
        for column in sorted(near, key=lambda column: (abs(column - indent), -column))[:2]:
            meant = f"{' ' * column}{line.text.lstrip(' ')}"
            yield Suspicion(line.number, _shift(indent, column), meant)
        self.levels = [level for level in before if level[0] <= max(near, default=0)]

    def _shifted_opener(self, indent: int) -> Iterator[Suspicion]:
        """The line that began this level may be the one that stands wrong."""
        if self.opener and self.opener.number > 1:
            text = self.opener.text
            now = _blanks(text)
            column = now + indent - self.key_column
            if 0 <= column != now:
                yield Suspicion(self.opener.number, _shift(now, column), f"{' ' * column}{text.lstrip(' ')}")

    def _no_key(self, line: _Line, indent: int, rest: str) -> Iterator[Suspicion]:
        """A line that is no key and no entry goes on with a text above it, or something is forgotten."""
        blank = " " * indent
        if found := re.match(r"-(?=[\w\"'])", rest):
            yield Suspicion(line.number, "zet een spatie achter het streepje.", f"{blank}- {rest[1:]}")
        if found := re.match(r"([–—•·*]) ?(?=\w)", rest):
            message = f"'{found[1]}' is geen streepje van een lijst. Gebruik een gewoon -, met een spatie erachter."
            yield Suspicion(line.number, message, f"{blank}- {rest[found.end() :]}")
        if found := re.match(r"(\w[\w-]*):(?=[^\s/])", rest):
            message = f"zet een spatie achter de dubbele punt: '{found[1]}: …'."
            yield Suspicion(line.number, message, f"{blank}{found[0]} {rest[found.end() :]}")
        if found := re.match(r"([a-z_]+)\b *[=;]? *", rest):
            message = f"hier ontbreekt een dubbele punt: '{found[1]}: …'."
            if re.search(rf"^[ -]*{found[1]}:", "\n".join(self.lines), re.M):
                yield Suspicion(line.number, message, f"{blank}{found[1]}: {rest[found.end() :]}")
        yield Suspicion(line.number, _STRAY, "")


def _shift(now: int, column: int) -> str:
    amount = abs(now - column)
    spaces = "1 spatie" if amount == 1 else f"{amount} spaties"
    how = "te ver" if now > column else "te weinig"
    ought = "Er hoort 1 spatie" if column == 1 else f"Er horen {column} spaties"
    return f"deze regel springt {spaces} {how} in. {ought} voor te staan."


def _signs(line: _Line) -> Iterator[Suspicion]:
    """Yield signs that look like others, or that a program left."""
    front = _front(line.text)
    if ODD_SPACE.search(front):
        yield Suspicion(line.number, HARD_SPACE, f"{ODD_SPACE.sub(' ', front)}{line.text[len(front) :]}")
    if "\t" in front:
        yield Suspicion(line.number, _TAB, front.replace("\t", "  ") + line.text[len(front) :])
        yield Suspicion(line.number, _TAB, "")
    if re.match(r"(?:<{7}|={7}|>{7})(?: |$)", line.text):
        yield Suspicion(line.number, _MERGE, "")


def _values(value: str) -> Iterator[tuple[str, str]]:
    """Yield what may be wrong with a value, and how it was meant."""
    value = value.strip()
    if not value or value.startswith("#"):
        return
    quoted = '"' + re.sub(rf'["{CURLY}]', "", value) + '"'
    if value.startswith(("{{", "{%")):
        yield _MACRO.format(value[:2]), quoted
    if value[0] in CURLY:
        yield CURLY_QUOTES, quoted
    if any(sign in value for sign in CURLY):
        yield CURLY_QUOTES, re.sub(rf"[{CURLY}]", '"', value)
    yield from _quotes(value, quoted)
    yield from _brackets(value)
    if value[0] in "@`%&*!|>?,]}" or (value[0] in "[{" and not value.endswith(("]", "}"))):
        yield _START.format(value[0]), quoted
    elif value[0] not in "[{\"'" and re.search(r":(?: |$)", value):
        yield _COLON, quoted


def _quotes(value: str, quoted: str) -> Iterator[tuple[str, str]]:
    for mark in ('"', "'"):
        if not re.search(rf"(?:^|[\[{{, ]){mark}", value):
            continue
        if value[0] == mark and value.count(mark) == 1:
            yield _QUOTE, value + mark
        elif value.count(mark) % 2:
            end = len(value.rstrip("]} "))
            yield _QUOTE, value[:end] + mark + value[end:]
        if value[0] == mark and value.count(mark) > 1:
            yield _BEHIND, quoted


def _brackets(value: str) -> Iterator[tuple[str, str]]:
    plain = re.sub(r"\"[^\"]*\"|'[^']*'", "", value)
    for opening, closing in _CLOSING.items():
        more = plain.count(opening) - plain.count(closing)
        if more > 0:
            yield f"een haakje {opening} is niet gesloten.", value + closing * more
            if closing == "]" and value.endswith("}"):
                yield f"een haakje {opening} is niet gesloten.", f"{value[:-1]}{closing * more}}}"
        elif more < 0:
            yield (
                f"er staat een haakje {closing} te veel.",
                closing.join(value.rsplit(closing, 1 - more)[: more or None]),
            )
            yield f"er staat een haakje {closing} te veel.", "".join(value.rsplit(closing, -more))


def _depth(text: str) -> int:
    """Count the brackets that a line opens and does not close, where its value is a list or a table in brackets."""
    found = _LINE.fullmatch(text)
    key = _KEY.fullmatch(found[3]) if found else None
    value = ((key[2] or "") if key else found[3] if found else text).strip()
    plain = re.sub(r"\"[^\"]*\"|'[^']*'", "", value)
    return sum(plain.count(mark) for mark in "[{") - sum(plain.count(mark) for mark in "]}")
