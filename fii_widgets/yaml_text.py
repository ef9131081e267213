"""YAML text → plain tree with line numbers. Every scalar stays text; aliases, tags and doubles are refused.

Knows nothing of instruments and opens no files.
"""

from dataclasses import dataclass, field

import yaml

MAX_BYTES = 200_000
MAX_DEPTH = 20

type Tree = str | list[Tree] | dict[str, Tree]
type Path = tuple[str | int, ...]


@dataclass
class Document:
    """A parsed text: the tree, where each part stands, and what is wrong with it."""

    tree: Tree = field(default_factory=dict)
    lines: dict[Path, int] = field(default_factory=dict)  #: 1-based line of each key or list entry
    faults: list[tuple[int, str]] = field(default_factory=list)  #: (line, Dutch sentence)

    def line(self, path: Path) -> int:
        """Return the line of a path, or of its nearest parent."""
        while path and path not in self.lines:
            path = path[:-1]
        return self.lines.get(path, 1)


def read(text: str, first_line: int = 1) -> Document:
    """Parse a text. Never raises: what is wrong stands in `faults`, with its line."""
    document = Document()
    if len(text.encode("utf-8", "replace")) > MAX_BYTES:
        document.faults.append(
            (first_line, f"het bestand is groter dan {MAX_BYTES // 1000} kB. Splits het in meer bestanden.")
        )
        return document
    try:
        for token in yaml.scan(text, Loader=yaml.SafeLoader):
            if isinstance(token, yaml.AliasToken | yaml.AnchorToken | yaml.TagToken):
                line = token.start_mark.line + first_line
                document.faults.append(
                    (
                        line,
                        "tekens als & * en ! (ankers, verwijzingen, typen) mogen hier niet. Zet de tekst tussen aanhalingstekens.",
                    )
                )
        if document.faults:
            return document
        node = yaml.compose(text, Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as error:
        mark = error.problem_mark or error.context_mark
        line = (mark.line if mark else 0) + first_line
        document.faults.append((line, f"dit is geen geldige YAML: {_plain(str(error.problem or error.context))}"))
        return document
    except (yaml.YAMLError, RecursionError) as error:
        document.faults.append(
            (
                first_line,
                f"dit is geen geldige YAML ({type(error).__name__}). Kijk naar vreemde tekens of te diepe inspringing.",
            )
        )
        return document
    document.tree = _convert(node, (), document, first_line) if node is not None else {}
    return document


def _convert(node: yaml.Node, path: Path, document: Document, first_line: int) -> Tree:
    line = node.start_mark.line + first_line
    document.lines.setdefault(path, line)
    if len(path) > MAX_DEPTH:
        document.faults.append((line, f"dit staat meer dan {MAX_DEPTH} niveaus diep."))
        return ""
    if isinstance(node, yaml.MappingNode):
        result: dict[str, Tree] = {}
        for key_node, value_node in node.value:
            key_line = key_node.start_mark.line + first_line
            if not isinstance(key_node, yaml.ScalarNode):
                document.faults.append((key_line, "een sleutel moet een gewoon woord zijn."))
                continue
            key = str(key_node.value)
            if key in result:
                document.faults.append((key_line, f"de sleutel '{key}' staat hier twee keer."))
                continue
            document.lines[(*path, key)] = key_line
            result[key] = _convert(value_node, (*path, key), document, first_line)
        return result
    if isinstance(node, yaml.SequenceNode):
        return [_convert(child, (*path, index), document, first_line) for index, child in enumerate(node.value)]
    return str(node.value)


_WORDS = {
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
    """Put the parser's reason in an author's words; keep the original where there are none."""
    for start, words in _WORDS.items():
        if reason.startswith(start):
            return words
    return f"{reason}."
