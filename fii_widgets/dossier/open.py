"""The text or tree of a file → a dossier of today, or the reason why not. The one way in for untrusted data. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from fii_widgets.dossier.answers import Answer
from fii_widgets.dossier.limits import DossierError, parse_text
from fii_widgets.dossier.merge import merge
from fii_widgets.dossier.migrate import migrate
from fii_widgets.dossier.read import ITEM_ID, read_dossier
from fii_widgets.dossier.records import KIND, NEVER, SCHEMA, Dossier


@dataclass(frozen=True, kw_only=True)
class Opened:
    """A file that was read."""

    dossier: Dossier
    schema: int  #: of the file itself
    newer: bool  #: made by a later handbook: to look at only, what we do not know was passed over


def open_text(text: str, file: str = "", edition: str = "") -> Opened:
    """Read the text of a file; `edition` refuses those of other editions. Raises DossierError."""
    return open_tree(parse_text(text, file), file, edition)


def open_tree(tree: object, file: str = "", edition: str = "") -> Opened:
    """Read a tree that was parsed and scanned already. Raises DossierError."""
    if not isinstance(tree, Mapping) or tree.get("kind") != KIND:
        raise DossierError("kind", file)
    schema = tree.get("schema")
    if type(schema) is not int or schema < 1:
        raise DossierError("shape", file, "schema")
    if edition and tree.get("edition") != edition:
        raise DossierError("edition", file)
    if schema > SCHEMA:
        return Opened(dossier=_known_part(tree, file), schema=schema, newer=True)
    # merging with itself puts every register in order, also in a file that another program wrote
    return Opened(dossier=merge(read_dossier(migrate(tree), file)), schema=schema, newer=False)


def _known_part(tree: Mapping[str, Any], file: str) -> Dossier:
    """Read of a later schema what can be shown: answers of the shape we know."""
    answers = tree.get("answers", {})
    if not isinstance(answers, Mapping):
        raise DossierError("shape", file, "answers")
    kept: dict[str, Answer] = {}
    for id_, answer in answers.items():
        part = {"schema": SCHEMA, "edition": "x", "saved": NEVER, "answers": {id_: answer}}
        if ITEM_ID.fullmatch(id_):
            try:
                kept.update(read_dossier(part, file).answers)
            except DossierError:
                continue
    saved, content = tree.get("saved"), tree.get("content")
    return Dossier(
        edition=str(tree.get("edition", "")),
        content=content if isinstance(content, str) else "",
        saved=saved if isinstance(saved, str) else NEVER,
        answers=kept,
    )
