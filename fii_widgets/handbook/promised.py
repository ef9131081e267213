"""links.lock as an author meets it: the addresses that were published and have no alias. Judges nothing.

An edition of an organisation has places of its own, and promises none of these.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from fii_widgets.instrument.text import yaml_text
from fii_widgets.system.files import read_text

LOCK, ALIASES = "links.lock", "aliassen.yml"
#: what an edition's own mkdocs.yml builds on (tools/edition)
INHERITED = "mkdocs-handboek.yml"


@dataclass(frozen=True)
class Promised:
    """Every page that was published, with the ids on it, in their order."""

    pages: Mapping[str, tuple[str, ...]] = field(default_factory=dict)  #: address ("model/stoplicht/", "") → ids

    def is_of(self, address: str, id_: str) -> bool:
        """Tell whether an id was published on a page."""
        return id_ in self.pages.get(address, ())

    @cached_property
    def ids(self) -> frozenset[str]:
        """Every id that was published, of whatever page."""
        return frozenset(id_ for ids in self.pages.values() for id_ in ids)

    @property
    def targets(self) -> dict[str, tuple[str, str]]:
        """Every published id as pages.link_targets gives those that are there: what is gone is told where it was."""
        return {id_: (id_, f"{page}#{id_}") for page, ids in self.pages.items() for id_ in ids}


def read_aliases(project: Path) -> yaml_text.Document:
    """Read the file of aliases; nothing where there is none."""
    path = project / ALIASES
    return yaml_text.read(read_text(path)) if path.is_file() else yaml_text.Document()


def read_promised(project: Path) -> Promised:
    """Read the lock of a project; one without, or an edition, promises nothing."""
    path = project / LOCK
    if not path.is_file() or (project / INHERITED).exists():
        return Promised()
    aliases = read_aliases(project).tree
    led = aliases if isinstance(aliases, dict) else {}
    pages: dict[str, list[str]] = {}
    for line in read_text(path).splitlines():
        page = line.partition("#")[0] or "./"
        if line and not line.startswith("# ") and line not in led and page not in led:
            page, _, anchor = line.partition("#")
            pages.setdefault(page.removeprefix("./"), []).extend([anchor] if anchor else [])
    return Promised({page: tuple(ids) for page, ids in pages.items()})
