"""One instrument's text → tree → instrument, with every problem at its line; the build and the proefbank both use it.

Resolves what an author names (a scale, a page) into what the browser needs, so that the page's JSON is whole.
Opens no files.
"""

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from fii_widgets.errors import did_you_mean
from fii_widgets.instrument.model import Instrument
from fii_widgets.instrument.settings import DOSSIER
from fii_widgets.instrument.text import parser, yaml_text
from fii_widgets.shapes.shape import Path, Report

type Targets = Mapping[str, tuple[str, str]]


@dataclass(frozen=True)
class Read:
    """An instrument, the tree it came from, and what is wrong with it."""

    instrument: Instrument
    tree: dict[str, Any]
    document: yaml_text.Document  #: where each key stands
    faults: tuple[tuple[int, str], ...]  #: (line, Dutch sentence)


def read_instrument(text: str, scales: Mapping[str, Any], targets: Targets, stem: str | None = None) -> Read:
    """Read one text. Never raises.

    scales: name → scale in full. targets: id → (title, address) of every page and heading. stem: the name of the
    file without its ending, where there is one: an instrument's id is equal to it.
    """
    document = yaml_text.read(text)
    if not text.strip():
        document.stop(1, "het bestand is leeg. Zet terug wat erin stond, of begin met checklists/_voorbeeld.yaml.")
    faults = list(document.faults)

    def report(path: Path, message: str) -> None:
        if not document.broken:
            faults.append((document.line(path), message))

    if not isinstance(document.tree, dict):
        document.stop(1, "het bestand moet sleutels hebben, zoals 'id:' en 'titel:'.")
        faults.append(document.faults[-1])
    tree: dict[str, Any] = _Resolver(scales, targets, report).resolved(document.tree)
    instrument = parser.parse(tree, report)
    if stem is not None and instrument.id and instrument.id != stem.removeprefix("_"):
        report(("id",), f"het id '{instrument.id}' is niet gelijk aan de bestandsnaam '{stem}'.")
    if stem is not None:  # whatever its text says, others know it by the name of its file
        instrument = replace(instrument, id=stem.removeprefix("_"))
    return Read(instrument, tree, document, tuple(faults))


def ids_in_use(
    instrument: Instrument, document: yaml_text.Document, elsewhere: Mapping[str, str]
) -> Iterator[tuple[int, str]]:
    """Yield a fault for every id that another file has, or the dossier itself; elsewhere: id → file."""
    elsewhere = {**elsewhere, **{item.id: "het dossier zelf" for item in DOSSIER.items}}
    for id_ in own_ids(instrument):
        if id_ in elsewhere:
            yield (
                _line_of(document, id_),
                f"het id '{id_}' bestaat al in {elsewhere[id_]}. Kies een nieuw id; opgeslagen antwoorden hangen eraan.",
            )


def own_ids(instrument: Instrument) -> tuple[str, ...]:
    """Return the ids that answers hang on."""
    return (*(item.id for item in instrument.items), *(field.id for field in instrument.fields))


def unknown_pages(
    instrument: Instrument, document: yaml_text.Document, pages: Collection[str]
) -> Iterator[tuple[int, str]]:
    """Yield a fault for every page under 'staat_op' that does not exist; pages: ids."""
    for id_ in instrument.explained_on:
        if id_ and id_ not in pages:
            yield (
                document.line(("staat_op",)),
                f"'staat_op' noemt '{id_}', maar geen pagina heeft dat id.{did_you_mean(id_, sorted(pages))}",
            )


@dataclass(frozen=True)
class _Resolver:
    """Puts scales in full and links with a title and an address into a copy of a tree."""

    scales: Mapping[str, Any]
    targets: Targets
    report: Report

    def resolved(self, tree: Any, path: Path = (), default: Any = None) -> Any:
        """Return the copy; `default` is the instrument's own scale: that of every item that names none."""
        if isinstance(tree, list):
            return [self.resolved(child, (*path, i), default) for i, child in enumerate(tree)]
        if not isinstance(tree, dict):
            return tree
        own = tree.get("schaal")
        if not path and isinstance(own, str):
            tree, default = {key: value for key, value in tree.items() if key != "schaal"}, self._scale(own, path)
        result = {key: self._value(key, value, (*path, key), default) for key, value in tree.items()}
        if not path and "lees" not in tree:
            result |= self._explained(tree)
        if default is not None and _lacks_scale(result, path):
            result["schaal"] = default
        return result

    def _value(self, key: str, value: Any, here: Path, default: Any) -> Any:
        if key == "lees":
            return [self._link(name, here) for name in _listed(value)]
        if key == "schaal" and isinstance(value, str):
            return self._scale(value, here[:-1])
        return self.resolved(value, here, default)

    def _explained(self, tree: Mapping[str, Any]) -> dict[str, Any]:
        """Where an author names no paragraph, an instrument rests on the pages that explain it."""
        known = [name for name in _listed(tree.get("staat_op", [])) if isinstance(name, str) and name in self.targets]
        return {"lees": [self._link(name, ()) for name in known]} if known else {}

    def _scale(self, name: str, path: Path) -> Any:
        if name in self.scales:
            return self.scales[name]
        self.report((*path, "schaal"), f"schaal '{name}' bestaat niet.{did_you_mean(name, tuple(self.scales))}")
        return next(iter(self.scales.values()), {"id": name, "keuzes": []})

    def _link(self, named: Any, path: Path) -> dict[str, str]:
        """Fill in the address and, unless the author gave one, the title of what 'lees' names."""
        own = named if isinstance(named, dict) else {"id": named}
        name = own.get("id")
        if not isinstance(name, str) or name not in self.targets:
            near = did_you_mean(str(name), tuple(self.targets))
            self.report(path, f"'lees' noemt '{name}', maar geen pagina of kop heeft dat id.{near}")
            return {"id": str(name)}
        title, address = self.targets[name]
        return {"titel": title, **own, **({"adres": address} if address else {})}


def _listed(value: Any) -> list[Any]:
    return value if isinstance(value, list) else [value]


def _lacks_scale(item: Mapping[str, Any], path: Path) -> bool:
    """Tell whether this is an item that is answered with a choice and names no scale."""
    is_item = path[-2:-1] in (("punten",), ("vragen",))
    return is_item and "schaal" not in item and item.get("invoer", "keuze") == "keuze"


def _line_of(document: yaml_text.Document, id_: str) -> int:
    for path, line in document.lines.items():
        if path and path[-1] == "id":
            node: Any = document.tree
            for part in path:
                node = node[part]
            if node == id_:
                return line
    return 1
