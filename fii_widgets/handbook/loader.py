"""The only reader of instrument files: YAML → tree → instrument, with every problem at its file and line.

What a text says is read by `source`, the same in the browser; this module knows where the texts are.
"""

import functools
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from fii_widgets.errors import Problem, SourceError, in_file
from fii_widgets.handbook import pages, promised
from fii_widgets.instrument.checks.connect import connect
from fii_widgets.instrument.checks.routes import check_route
from fii_widgets.instrument.keys import table
from fii_widgets.instrument.model import Instrument, Scale
from fii_widgets.instrument.text import parser, source, yaml_text
from fii_widgets.shapes.shape import Report
from fii_widgets.system.files import read_texts

SCALES_FILE = "schalen.yaml"


@dataclass(frozen=True)
class Loaded:
    """An instrument and the tree it came from; the tree goes into the page as JSON."""

    instrument: Instrument
    tree: dict[str, Any]
    file: str  #: relative to the project
    document: yaml_text.Document  #: where each key stands

    @property
    def address(self) -> str:
        """Where its own page is published, from the site's root."""
        return f"checklists/{self.instrument.id}/"

    @property
    def is_example(self) -> bool:
        """Whether it is there to be copied by authors, and not published."""
        return self.file.rpartition("/")[2].startswith("_")


@dataclass(frozen=True)
class Handbook:
    """Everything the authors wrote: instruments by id, and pages."""

    instruments: Mapping[str, Loaded]
    pages: tuple[pages.Page, ...]
    problems: tuple[Problem, ...]
    scales: Mapping[str, Any]  #: by name, in full
    promised: promised.Promised  #: the addresses that were published

    @property
    def in_order(self) -> tuple[Loaded, ...]:
        """Instruments in the order of the phases, those of every phase first, and of the moments within one."""
        return tuple(sorted(self.instruments.values(), key=_place))

    @property
    def published(self) -> tuple[Loaded, ...]:
        """The instruments that readers see, in the same order."""
        return tuple(loaded for loaded in self.in_order if not loaded.is_example)


def _place(loaded: Loaded) -> tuple[int, int, str]:
    return loaded.instrument.phase or 0, loaded.instrument.order, loaded.file


@functools.cache
def load(project: Path) -> Handbook:
    """Read all instruments and pages below a project folder. Problems are collected, not raised."""
    read = pages.read_pages(project / "docs")
    published = promised.read_promised(project)
    read_texts(instrument_files(project), project)  # tells of all that cannot be read, not only of the first
    problems: list[Problem] = []
    scales = _load_scales(project / "checklists" / SCALES_FILE, problems)
    targets = {**published.targets, **pages.link_targets(read)}
    by_id: dict[str, Loaded] = {}
    files = [load_instrument(path, project, scales, targets, problems) for path in instrument_files(project)]
    taken = _owners(files, published)
    for loaded in files:
        by_id[loaded.instrument.id] = loaded
        elsewhere = {id_: file for id_, file in taken.items() if file != loaded.file}
        problems += in_file(loaded.file, source.ids_in_use(loaded.instrument, loaded.document, elsewhere))
    whole = {id_: connected(loaded, by_id, problems, published) for id_, loaded in by_id.items()}
    return Handbook(whole, read, tuple(sorted(set(problems))), scales, published)


def _owners(files: list[Loaded], published: promised.Promised) -> dict[str, str]:
    """Return id → the file that it belongs to: where it was published, else the first that has it."""
    owners: dict[str, str] = {}
    for loaded in files:
        for id_ in source.own_ids(loaded.instrument):
            if published.is_of(loaded.address, id_):
                owners[id_] = loaded.file
            owners.setdefault(id_, loaded.file)
    return owners


def connected(
    loaded: Loaded,
    by_id: Mapping[str, Loaded],
    problems: list[Problem],
    published: promised.Promised = promised.Promised(),  # noqa: B008 (holds nothing, and nothing changes it)
) -> Loaded:
    """Put in what an instrument takes over from the others; report what does not fit with them.

    What another file lost, or whose text cannot be read, is told there and not here.
    """

    def elsewhere(id_: str) -> bool:
        return any(
            published.is_of(other.address, id_) or (other.document.broken and id_ in other.document.text)
            for other in by_id.values()
        )

    others = [other.instrument for other in by_id.values() if not other.is_example]
    report = _reporter(loaded.file, loaded.document, problems)
    check_route(loaded.instrument, others, report)
    tree = connect(loaded.instrument, loaded.tree, others, report, elsewhere)
    # a fault of the tree itself was reported when it was read
    return replace(loaded, tree=tree, instrument=parser.parse(tree, lambda *_: None)) if tree != loaded.tree else loaded


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
    (text,) = read_texts([path], project).values()
    read = source.read_instrument(text, scales, targets, path.stem)
    problems += in_file(file, read.faults)
    return Loaded(read.instrument, read.tree, file, read.document)


def _load_scales(path: Path, problems: list[Problem]) -> dict[str, Any]:
    (text,) = read_texts([path], path.parent.parent).values()
    document = yaml_text.read(text)
    file = f"checklists/{path.name}"
    problems += in_file(file, document.faults)
    report = _reporter(file, document, problems)
    scales: dict[str, Any] = {}
    for name, tree in (document.tree if isinstance(document.tree, dict) else {}).items():
        whole = {"id": name, **(tree if isinstance(tree, dict) else {})}
        scale: Scale = table.SCALE.read(whole, (name,), report)
        ids = [option.id for option in scale.options]
        report_double = [id_ for id_ in ids if ids.count(id_) > 1]
        if report_double:
            report((name,), f"schaal '{name}' heeft de keuze '{report_double[0]}' twee keer.")
        scales[name] = whole
    return scales


def _reporter(file: str, document: yaml_text.Document, problems: list[Problem]) -> Report:
    return lambda path, message: problems.append(Problem(file, document.line(path), message))
