"""The only reader of instrument files: YAML → tree → instrument, with every problem at its file and line.

Resolves what an author names (a scale, a page) into what the browser needs, so that the page's JSON is whole.
"""

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from fii_widgets import fields, pages, parser, yaml_text
from fii_widgets.connect import connect
from fii_widgets.errors import Problem, SourceError, did_you_mean
from fii_widgets.model import Instrument, Scale
from fii_widgets.shapes import Report

SCALES_FILE = "schalen.yaml"


@dataclass(frozen=True)
class Loaded:
    """An instrument and the tree it came from; the tree goes into the page as JSON."""

    instrument: Instrument
    tree: dict[str, Any]
    file: str  #: relative to the project
    document: yaml_text.Document  #: where each key stands


@dataclass(frozen=True)
class Handbook:
    """Everything the authors wrote: instruments by id, and pages."""

    instruments: Mapping[str, Loaded]
    pages: tuple[pages.Page, ...]
    problems: tuple[Problem, ...]

    @property
    def in_order(self) -> tuple[Loaded, ...]:
        """Instruments in the order of the phases; those of every phase first."""
        return tuple(sorted(self.instruments.values(), key=lambda one: (one.instrument.phase or 0, one.file)))


@functools.cache
def load(project: Path) -> Handbook:
    """Read all instruments and pages below a project folder. Problems are collected, not raised."""
    read = pages.read_pages(project / "docs")
    problems: list[Problem] = []
    scales = _load_scales(project / "checklists" / SCALES_FILE, problems)
    targets = pages.link_targets(read)
    found: dict[str, Loaded] = {}
    seen: dict[str, str] = {}
    for path in instrument_files(project):
        one = load_instrument(path, project, scales, targets, problems)
        found[one.instrument.id] = one
        for id_ in (*(item.id for item in one.instrument.items), *(f.id for f in one.instrument.fields)):
            if id_ in seen and seen[id_] != one.file:
                line = _line_of(one.document, id_)
                problems.append(
                    Problem(
                        one.file,
                        line,
                        f"het id '{id_}' bestaat al in {seen[id_]}. Kies een nieuw id; opgeslagen antwoorden hangen eraan.",
                    )
                )
            seen.setdefault(id_, one.file)
    whole = {id_: connected(one, found, problems) for id_, one in found.items()}
    return Handbook(whole, read, tuple(sorted(set(problems))))


def connected(one: Loaded, found: Mapping[str, Loaded], problems: list[Problem]) -> Loaded:
    """Put in what an instrument takes over from the others; report a source that does not exist."""
    others = (other.instrument for other in found.values() if "/_" not in other.file)
    tree = connect(one.instrument, one.tree, others, _reporter(one.file, one.document, problems))
    # a fault of the tree itself was reported when it was read
    return replace(one, tree=tree, instrument=parser.parse(tree, lambda *_: None)) if tree != one.tree else one


def load_sound(project: Path) -> Handbook:
    """Like `load`, but raise SourceError with every problem when there is one."""
    handbook = load(project)
    if handbook.problems:
        raise SourceError(handbook.problems)
    return handbook


def instrument_files(project: Path) -> Iterator[Path]:
    """Every instrument file, the example that authors copy included."""
    return (path for path in sorted((project / "checklists").glob("*.yaml")) if path.name != SCALES_FILE)


def load_instrument(
    path: Path,
    project: Path,
    scales: Mapping[str, Any],
    targets: Mapping[str, tuple[str, str]],
    problems: list[Problem],
) -> Loaded:
    """Read one file; append what is wrong with it to `problems`."""
    file = path.relative_to(project).as_posix()
    document = yaml_text.read(path.read_text("utf-8"))
    problems += [Problem(file, line, message) for line, message in document.faults]
    report = _reporter(file, document, problems) if not document.faults else lambda *_: None
    tree: dict[str, Any] = (
        _resolve(document.tree, (), scales, targets, report) if isinstance(document.tree, dict) else {}
    )
    instrument = parser.parse(tree, report)
    if instrument.id and instrument.id != path.stem.removeprefix("_"):
        report(("id",), f"het id '{instrument.id}' is niet gelijk aan de bestandsnaam '{path.stem}'.")
    return Loaded(instrument, tree, file, document)


def _load_scales(path: Path, problems: list[Problem]) -> dict[str, Any]:
    document = yaml_text.read(path.read_text("utf-8"))
    file = f"checklists/{path.name}"
    problems += [Problem(file, line, message) for line, message in document.faults]
    report = _reporter(file, document, problems)
    scales: dict[str, Any] = {}
    for name, tree in (document.tree if isinstance(document.tree, dict) else {}).items():
        whole = {"id": name, **(tree if isinstance(tree, dict) else {})}
        scale: Scale = fields.SCALE.read(whole, (name,), report)
        ids = [option.id for option in scale.options]
        report_double = [id_ for id_ in ids if ids.count(id_) > 1]
        if report_double:
            report((name,), f"schaal '{name}' heeft de keuze '{report_double[0]}' twee keer.")
        scales[name] = whole
    return scales


def _reporter(file: str, document: yaml_text.Document, problems: list[Problem]) -> Report:
    def report(path: yaml_text.Path, message: str) -> None:
        problems.append(Problem(file, document.line(path), message))

    return report


def _resolve(
    tree: Any,
    path: yaml_text.Path,
    scales: Mapping[str, Any],
    targets: Mapping[str, tuple[str, str]],
    report: Report,
    default: Any = None,
) -> Any:
    """Return a copy in which scales stand in full and links have a title and an address.

    `default` is the instrument's own scale: the scale of every item that names none.
    """
    if isinstance(tree, list):
        return [_resolve(child, (*path, i), scales, targets, report, default) for i, child in enumerate(tree)]
    if not isinstance(tree, dict):
        return tree
    if not path and isinstance(tree.get("schaal"), str):
        default = _scale(tree["schaal"], scales, ("schaal",), report)
    result: dict[str, Any] = {}
    for key, value in tree.items():
        here = (*path, key)
        if key == "schaal" and isinstance(value, str):
            if path:
                result[key] = _scale(value, scales, here, report)
        elif key == "lees":
            named = value if isinstance(value, list) else [value]
            result[key] = [_link(name, targets, here, report) for name in named]
        else:
            result[key] = _resolve(value, here, scales, targets, report, default)
    if not path and "lees" not in tree:
        # where an author names no paragraph, an instrument rests on the pages that explain it
        pages = tree.get("staat_op", [])
        named = pages if isinstance(pages, list) else [pages]
        known = [name for name in named if isinstance(name, str) and name in targets]
        result |= {"lees": [_link(name, targets, (), report) for name in known]} if known else {}
    if (
        path[-2:-1] in (("punten",), ("vragen",))
        and "schaal" not in result
        and default is not None
        and result.get("invoer", "keuze") == "keuze"
    ):
        result["schaal"] = default
    return result


def _scale(name: str, scales: Mapping[str, Any], path: yaml_text.Path, report: Report) -> Any:
    if name not in scales:
        report(path, f"schaal '{name}' bestaat niet.{did_you_mean(name, tuple(scales))}")
        return next(iter(scales.values()), {"id": name, "keuzes": []})
    return scales[name]


def _link(named: Any, targets: Mapping[str, tuple[str, str]], path: yaml_text.Path, report: Report) -> dict[str, str]:
    """Fill in the address and, unless the author gave one, the title of what 'lees' names."""
    own = named if isinstance(named, dict) else {"id": named}
    name = own.get("id")
    if not isinstance(name, str) or name not in targets:
        report(
            path,
            f"'lees' noemt '{name}', maar geen pagina of kop heeft dat id.{did_you_mean(str(name), tuple(targets))}",
        )
        return {"id": str(name)}
    title, address = targets[name]
    return {"titel": title, **own, **({"adres": address} if address else {})}


def _line_of(document: yaml_text.Document, id_: str) -> int:
    for path, line in document.lines.items():
        if path and path[-1] == "id":
            node: Any = document.tree
            for part in path:
                node = node[part]
            if node == id_:
                return line
    return 1
