"""YAML text → plain tree with line numbers. Every scalar stays text; aliases, tags and doubles are refused.

Knows nothing of instruments and opens no files.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field

import yaml

from fii_widgets.instrument.text import yaml_cause
from fii_widgets.shapes.shape import Path

#: about eight times the longest instrument; the page's Python reads it in a few seconds
MAX_BYTES = 100_000
MAX_DEPTH = 20
NO_TAGS = "tekens als & * en ! (ankers, verwijzingen, typen) mogen hier niet. Zet de tekst tussen aanhalingstekens."

type Tree = str | list[Tree] | dict[str, Tree]


@dataclass
class Document:
    """A parsed text: the tree, where each part stands, and what is wrong with it."""

    tree: Tree = field(default_factory=dict)
    lines: dict[Path, int] = field(default_factory=dict)  #: 1-based line of each key or list entry
    faults: list[tuple[int, str]] = field(default_factory=list)  #: (line, Dutch sentence)
    broken: bool = False  #: reading stopped half-way: what the tree lacks says nothing
    text: str = field(default="", repr=False)  #: where it is broken, what may still name ids

    def line(self, path: Path) -> int:
        """Return the line of a path, or of its nearest parent."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)

    def stop(self, line: int, message: str) -> None:
        """Note a fault after which nothing of the text can be used; what was noted of that line is the same fault."""
        self.faults[:] = [fault for fault in self.faults if fault[0] != line]
        self.faults.append((line, message))
        self.broken = True
        self.tree = {}


class _TooDeepError(Exception):
    """Stops the reading; its text is the line."""


def read(text: str, first_line: int = 1) -> Document:
    """Parse a text. Never raises: what is wrong stands in `faults`, with its line."""
    document = Document(text=text)
    if len(text.encode("utf-8", "replace")) > MAX_BYTES:
        document.stop(first_line, f"het bestand is groter dan {MAX_BYTES // 1000} kB. Splits het in meer bestanden.")
        return document
    try:
        # Events come one by one and nothing is looked up: a text cannot grow, and depth is met before it hurts.
        events = iter(yaml.parse(text, Loader=yaml.SafeLoader))
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent):
                if event.version or event.tags:
                    document.faults.append((first_line, "een regel die met % begint, mag hier niet. Haal haar weg."))
                document.tree = _Reader(events, document, first_line).node(next(events), ())
                break
        else:
            return document
        for event in events:
            if isinstance(event, yaml.DocumentStartEvent) and event.start_mark:
                line = event.start_mark.line + first_line
                document.faults.append((line, "hier begint een tweede document (een regel met ---). Maak er één van."))
    except _TooDeepError as deep:
        document.stop(deep.args[0], f"dit staat meer dan {MAX_DEPTH} niveaus diep.")
    except yaml.MarkedYAMLError as error:
        stopped = _line_of(error)
        done = yaml_cause.cause(text, stopped, _reach)
        line, message = done or (stopped, f"dit is geen geldige YAML: {_plain(str(error.problem or error.context))}")
        document.stop(line + first_line - 1, message)
    except yaml.reader.ReaderError as error:
        line = text.count("\n", 0, error.position) + first_line
        document.stop(line, "hier staat een teken dat niet in YAML mag. Haal het weg; vaak is het onzichtbaar.")
    if not document.broken:
        for line in yaml_cause.odd_spaces(text):
            document.stop(line + first_line - 1, yaml_cause.HARD_SPACE)
    return document


def _line_of(error: yaml.MarkedYAMLError) -> int:
    mark = error.problem_mark or error.context_mark
    return (mark.line if mark else 0) + 1


def _reach(text: str) -> int | None:
    """Return the line at which the parser stops, or None where it reads the text to its end."""
    try:
        for _ in yaml.parse(text, Loader=yaml.SafeLoader):
            pass
    except yaml.MarkedYAMLError as error:
        return _line_of(error)
    return None


def texts(tree: Tree, path: Path = ()) -> Iterator[tuple[Path, str]]:
    """Yield every text of a tree with its place, keys too: in a menu they are the titles."""
    if isinstance(tree, str):
        yield path, tree
        return
    for key, part in tree.items() if isinstance(tree, dict) else enumerate(tree):
        yield from [((*path, key), key)] if isinstance(key, str) else []
        yield from texts(part, (*path, key))


@dataclass
class _Reader:
    """Takes events off a stream, one node at a time; writes lines and faults into the document."""

    events: Iterator[yaml.Event]
    document: Document
    first_line: int

    def node(self, event: yaml.Event, path: Path) -> Tree:
        line = self._line(event)
        self.document.lines.setdefault(path, line)
        if len(path) > MAX_DEPTH:
            raise _TooDeepError(line)
        self._refuse_marks(event)
        if isinstance(event, yaml.MappingStartEvent):
            return self._mapping(path)
        if isinstance(event, yaml.SequenceStartEvent):
            entries: list[Tree] = []
            while not isinstance(event := next(self.events), yaml.SequenceEndEvent):
                entries.append(self.node(event, (*path, len(entries))))
            return entries
        # What an alias stood for is not looked up; its own mark keeps the place from being called empty.
        return self._scalar(event, line) if isinstance(event, yaml.ScalarEvent) else "*"

    def _scalar(self, event: yaml.ScalarEvent, line: int) -> str:
        """Take quotes of a text processor for what they were meant to be, and say so."""
        value = str(event.value)
        found = None if event.style else yaml_cause.CURLY_QUOTED.fullmatch(value)
        if found:
            self.document.faults.append((line, yaml_cause.CURLY_QUOTES))
        elif not event.style and yaml_cause.CURLY_OPEN.fullmatch(value):
            self.document.stop(line, yaml_cause.CURLY_QUOTES)
        return found[1] if found else value

    def _mapping(self, path: Path) -> Tree:
        result: dict[str, Tree] = {}
        again = False  #: a second entry begins without its dash: what follows is told with it
        while not isinstance(event := next(self.events), yaml.MappingEndEvent):
            line = self._line(event)
            if not isinstance(event, yaml.ScalarEvent):
                self.document.faults.append((line, "een sleutel moet een gewoon woord zijn."))
                self._pass_over(event, path)
                self._pass_over(next(self.events), path)
                continue
            self._refuse_marks(event)
            key = str(event.value)
            if key in result:
                first = key == next(iter(result)) and len(result) > 1
                dash = " Begint hier iets nieuws, zet er dan een streepje voor." if first else ""
                if not again:
                    self.document.faults.append((line, f"de sleutel '{key}' staat hier twee keer.{dash}"))
                again = again or first
                self._pass_over(next(self.events), path)
                continue
            self.document.lines[(*path, key)] = line
            result[key] = self.node(next(self.events), (*path, key))
        return result

    def _line(self, event: yaml.Event) -> int:
        return (event.start_mark.line if event.start_mark else 0) + self.first_line

    def _refuse_marks(self, event: yaml.Event) -> None:
        if getattr(event, "anchor", None) or getattr(event, "tag", None):
            self.document.faults.append((self._line(event), NO_TAGS))

    def _pass_over(self, event: yaml.Event, path: Path) -> None:
        """Read a node that counts for nothing."""
        _Reader(self.events, Document(), self.first_line).node(event, (*path, ""))


_WORDS = {
    "expected ',' or": "tussen { } of [ ] ontbreekt een komma of een haakje, of staat een leesteken. Zet de tekst tussen aanhalingstekens.",
    "expected the node content": "hier houdt de tekst te vroeg op, of er staat een haakje te veel of te weinig.",
    "found undefined tag handle": "een ! staat aan het begin van een tekst. Zet de tekst tussen aanhalingstekens.",
    "mapping values are not allowed here": "hier staat een dubbele punt te veel. Zet de tekst tussen aanhalingstekens.",
    "could not find expected ':'": "hier ontbreekt een dubbele punt na de sleutel.",
    "expected <block end>": "de inspringing klopt niet, een streepje staat verkeerd of een aanhalingsteken is niet gesloten.",
    "found character '\\t' that cannot start any token": "hier staat een tab. Gebruik spaties.",
    "found unexpected end of stream": "een aanhalingsteken is niet gesloten.",
    "found undefined alias": "een * verwijst nergens naar. Zet de tekst tussen aanhalingstekens.",
    "did not find expected key": "hier werd een sleutel verwacht; kijk naar de inspringing.",
    "while scanning a quoted scalar": "een aanhalingsteken is niet gesloten.",
}


def _plain(reason: str) -> str:
    """Put the parser's reason in an author's words."""
    for start, words in _WORDS.items():
        if reason.startswith(start):
            return words
    return "deze regel is niet te lezen. Kijk naar de spaties aan het begin, de dubbele punten en de aanhalingstekens."
