"""The proefbank: an author's text → every fault with its line, or the instrument as a form. Reached by `calls` only.

Takes what the rest of the handbook knows (scales, pages, ids) as data from the page. Opens no files, stores nothing.
"""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from fii_widgets.errors import RequestError
from fii_widgets.instrument.checks.connect import connect
from fii_widgets.instrument.checks.routes import check_route
from fii_widgets.instrument.text import parser, source
from fii_widgets.render.form.frame import trial_form
from fii_widgets.render.form.place import Place
from fii_widgets.shapes.shape import Path
from fii_widgets.words import word
from fii_widgets.words.common import count

#: More help nobody: a text with so many faults is no instrument.
MOST = 100


def try_out(text: str, known: Mapping[str, Any], place: Place) -> dict[str, Any]:
    """Read one text as the build would.

    known: {"scales": name → scale in full, "targets": id → [title, address], "pages": [id], "ids": id → file,
    "trees": [every instrument of the handbook, resolved]}.
    → {"problems": [{"line", "message"}], "told": a sentence, "id", "tree", "html"}; the last three are empty as long
    as there is a problem. Raises RequestError where `known` is not what the build wrote.
    """
    try:
        scales = dict(known["scales"])
        targets = {str(id_): (str(title), str(address)) for id_, (title, address) in dict(known["targets"]).items()}
        read = source.read_instrument(text, scales, targets)
        faults = sorted({*read.faults, *_elsewhere(read, known)})
        tree = read.tree if faults else _connected(read, known["trees"], faults)
    except (KeyError, TypeError) as error:
        raise RequestError(word("trial_incomplete")) from error
    reply: dict[str, Any] = {
        "problems": [{"line": line, "message": message} for line, message in faults[:MOST]],
        "told": _told(faults),
        "id": "",
        "tree": None,
        "html": "",
    }
    if not faults:
        reply |= {"id": read.instrument.id, "tree": tree, "html": trial_form(read.instrument, place)}
    return reply


def _elsewhere(read: source.Read, known: Mapping[str, Any]) -> Iterator[tuple[int, str]]:
    """What does not fit with the rest of the handbook; an instrument that exists may keep its own ids."""
    if read.document.broken:
        return
    own = {f"checklists/{mark}{read.instrument.id}.yaml" for mark in ("", "_")}
    others = {id_: file for id_, file in dict(known["ids"]).items() if file not in own}
    yield from source.ids_in_use(read.instrument, read.document, others)
    yield from source.unknown_pages(read.instrument, read.document, set(known["pages"]))


def _connected(read: source.Read, trees: Iterable[Any], faults: list[tuple[int, str]]) -> dict[str, Any]:
    """Look up in the other instruments what this one takes over; adds a fault for what does not fit with them."""
    if not read.instrument.flows and not read.instrument.route:
        return read.tree
    others = [parser.parse(tree, lambda *_: None) for tree in trees]

    def report(path: Path, message: str) -> None:
        faults.append((read.document.line(path), message))

    check_route(read.instrument, others, report)
    return connect(read.instrument, read.tree, others, report)


def _told(faults: list[tuple[int, str]]) -> str:
    if not faults:
        return word("trial_sound")
    return count(
        len(faults), word("trial_fault", line=faults[0][0]), word("trial_faults", n=len(faults), line=faults[0][0])
    )
