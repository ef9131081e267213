"""The macros that pages call, read as Jinja reads them: they exist, stand right, name what exists; no other code.

A page may hold known macros with literal arguments, and comments. Opens no files.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Generator, Iterator, Mapping
from dataclasses import dataclass

from jinja2 import Environment, TemplateSyntaxError, nodes

from fii_widgets.errors import Problem, did_you_mean
from fii_widgets.handbook.pages import Page, outside_code
from fii_widgets.words.figures import FIGURES

_JINJA = Environment(autoescape=True)
_SO = 'Zo wel: {{ instrument("stoplicht-1") }}.'
_BARE = re.compile(r"\s*(?:\{(?!\{))?\s*(\w+)\(.*\)\s*\}{0,2}\s*")  #: a macro with too few of them
_NEWLINE = re.compile(r"\r\n|\r|\n")  # as Jinja counts them
#: so many broken marks are told of one text: reading on costs time each time
_BROKEN = 50
#: with these Jinja begins something
MARKS = ("{{", "{%", "{#")
#: what an argument may hold: nothing that Markdown, HTML or Jinja acts on, wherever a macro puts it
_PLAIN = r"[^\W_]|[\u0300-\u036f .,:;?()/'\"‘’“”„–—…&%+=@€°-]"
_ARGUMENT = re.compile(rf"(?:{_PLAIN})*|\[vul in: (?:{_PLAIN})*\]")  # the second is told of by lint/language/unfinished


@dataclass(frozen=True)
class Call:
    """A macro call on a page."""

    name: str
    first: str  #: first argument where it is a text, else empty
    line: int
    own_page: bool  #: eigen_pagina=True was given
    count: int = 0  #: arguments without a name
    named: tuple[str, ...] = ()  #: those with one


@dataclass(frozen=True)
class Takes:
    """The arguments that a macro takes."""

    names: tuple[str, ...] = ()  #: in order
    needed: int = 0  #: so many of them must be given
    any_named: bool = False  #: and whatever has a name

    def wrong(self, call: Call) -> str:
        """Say what is wrong with what a call gives, or nothing."""
        strange = [name for name in call.named if name not in self.names and not self.any_named]
        missing = [name for name in self.names[call.count : self.needed] if name not in call.named]
        if strange:
            return f"de macro '{call.name}' kent '{strange[0]}' niet.{did_you_mean(strange[0], self.names)}"
        if call.count > len(self.names):
            return (
                f"de macro '{call.name}' krijgt hier {call.count} waarden, en kent er {len(self.names)}. Haal er weg."
            )
        if missing:
            return f"de macro '{call.name}' mist een waarde ({missing[0].strip('_')}). Schrijf die tussen de haakjes, tussen aanhalingstekens."
        if any(name in self.names[: call.count] for name in call.named):
            return f"de macro '{call.name}' krijgt een waarde twee keer. Haal er een weg."
        return ""


@dataclass(frozen=True)
class Piece:
    """A part of a text as Jinja takes it apart: text that stays, a call, or a fault in an author's words."""

    line: int
    text: str = ""  #: what stays as it is
    call: Call | None = None
    fault: str = ""


def calls(page: Page) -> list[Call]:
    """Return the calls that can be read; what cannot is reported by `check_calls`."""
    return [piece.call for piece in pieces(page.text) if piece.call]


def check_calls(
    page: Page,
    macros: Mapping[str, Takes],
    instruments: Mapping[str, bool],
    places: Collection[str],
    examples: Collection[str] = (),
) -> Iterator[Problem]:
    """Yield what is wrong with the macro calls of one page; instruments: id → whether it is a decision tree."""
    file = f"docs/{page.file}"
    yield from check_code(file, page.text, macros)
    #: macro → what its first argument names, and what is wrong when that does not exist
    names: dict[str, tuple[Collection[str], str]] = {
        "instrument": (instruments, "instrument '{}' bestaat niet."),
        "beslistabel": ([id_ for id_, tree in instruments.items() if tree], "'{}' is geen beslisboom."),
        "voorbeeld": (examples, "voorbeeld '{}' staat niet in docs/voorbeelden."),
        "lijn": (("", *places), "'{}' staat niet op de lijn."),
        "figuur": (FIGURES, "figuur '{}' is er niet getekend."),
    }
    for number, line in outside_code(page.text.splitlines(), page.body_line):
        if (bare := _BARE.fullmatch(line)) and bare[1] in macros:
            yield Problem(file, number, f"een macro staat tussen twee accolades aan beide kanten. {_SO}")
    for call in calls(page):
        if call.name in macros and (fault := macros[call.name].wrong(call)):
            yield Problem(file, call.line, fault)
            continue
        known, wrong = names.get(call.name, ((call.first,), ""))
        if call.first not in known:
            near = did_you_mean(call.first, sorted(filter(None, known)))
            yield Problem(file, call.line, f"{wrong.format(call.first)}{near}")


def check_code(file: str, text: str, macros: Collection[str]) -> Iterator[Problem]:
    """Yield what Jinja would run in a text beside known macros that stand alone on their line."""
    lines = _NEWLINE.split(text)
    for piece in pieces(text):
        if piece.fault:
            yield Problem(file, piece.line, piece.fault)
        elif piece.call and piece.call.name not in macros:
            advice = did_you_mean(piece.call.name, sorted(macros))
            yield Problem(file, piece.line, f"de macro '{piece.call.name}' bestaat niet.{advice}")
        elif piece.call and not _stands_alone(lines[piece.line - 1]):
            message = f"de macro '{piece.call.name}' moet alleen op een regel staan, helemaal links."
            yield Problem(file, piece.line, message)


def pieces(text: str) -> Iterator[Piece]:
    """Take a text apart with Jinja's own reader; after a mark that never ends reading goes on at the next line."""
    lines = _NEWLINE.split(text)
    start = 0
    for _ in range(_BROKEN):
        broken = yield from _pieces("\n".join(lines[start:]), start)
        if not broken:
            return
        yield Piece(broken, fault=_broken(lines[broken - 1].strip()))
        start = broken
    yield Piece(start, fault="hierna is niet verder gelezen; herstel eerst wat erboven staat.")


def _broken(line: str) -> str:
    if "{#" not in line:
        return f"'{line[line.find('{') :][:80]}' is geen macro. {_SO}"
    if line.startswith("#"):
        return "een id achter een kop schrijft u met een dubbele punt: {: #naam }."
    return "deze opmerking houdt nergens op. Schrijf haar zo: {# opmerking #}."


def _pieces(text: str, before: int) -> Generator[Piece, None, int]:
    """Yield the pieces of a text that begins after so many lines; return the line where it cannot be read, or 0."""
    opened, inner = 0, ""
    try:
        for at, kind, value in _JINJA.lex(text):
            line = at + before
            if kind == "data":
                yield Piece(line, text=value)
            elif kind == "variable_begin":
                opened, inner = line, value
            elif kind == "variable_end":
                yield _read(opened, inner + value)
                opened = 0
            elif opened:
                inner += value
            elif kind in ("block_begin", "raw_begin"):
                yield Piece(line, fault="{% … %} mag niet in een pagina: het voert code uit. Haal het weg.")
            elif kind in ("comment_begin", "comment_end") and value not in ("{#", "#}"):
                yield Piece(line, fault="schrijf een opmerking zonder + of -, zo: {# opmerking #}.")
    except TemplateSyntaxError as error:
        return opened or error.lineno + before
    return opened


def _stands_alone(line: str) -> bool:
    return line.startswith("{{") and line.rstrip().endswith("}}") and line.count("{{") == 1


def _shown(character: str) -> str:
    return f"'{character}'" if character.isprintable() else f"U+{ord(character):04X}"


def _read(line: int, source: str) -> Piece:
    """Take one {{ … }} for what it is: a call with literal arguments, or nothing that may stand in a page."""
    fault = Piece(line, fault=f"'{' '.join(source.split())[:80]}' is geen macro. {_SO}")
    try:
        (output,) = _JINJA.parse(source).body
    except (TemplateSyntaxError, ValueError, RecursionError):
        return fault
    (node,) = output.nodes if isinstance(output, nodes.Output) else (output,)
    if not isinstance(node, nodes.Call) or not isinstance(node.node, nodes.Name) or node.dyn_args or node.dyn_kwargs:
        return fault
    values = [*node.args, *(keyword.value for keyword in node.kwargs)]
    if not all(isinstance(value, nodes.Const) and isinstance(value.value, str | bool | int) for value in values):
        return fault
    if source.startswith(("{{-", "{{+")) or source.rstrip().endswith("-}}"):
        return Piece(line, fault=f"schrijf een macro zonder + of - bij de haken. {_SO}")
    for value in values:
        if isinstance(value, nodes.Const) and not _ARGUMENT.fullmatch(str(value.value)):
            strange = re.sub(_PLAIN, "", str(value.value))[0]
            return Piece(
                line,
                fault=f"het teken {_shown(strange)} kan niet in een macro. Gebruik daar letters, cijfers en gewone leestekens.",
            )
    first = node.args[0].value if node.args and isinstance(node.args[0], nodes.Const) else ""
    own = any(
        keyword.key == "eigen_pagina" and isinstance(keyword.value, nodes.Const) and keyword.value.value is True
        for keyword in node.kwargs
    )
    named = tuple(keyword.key for keyword in node.kwargs)
    text = first if isinstance(first, str) else ""
    return Piece(line, call=Call(node.node.name, text, line, own, len(node.args), named))
