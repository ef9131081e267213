"""The text or tree of a file → a dossier of today, or the reason why not. The one way in for untrusted data. Pure."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from fii_widgets.dossier.answers import Answer
from fii_widgets.dossier.file.migrate import migrate
from fii_widgets.dossier.file.read import read_dossier
from fii_widgets.dossier.file.times import not_ahead
from fii_widgets.dossier.limits import DossierError, parse_text
from fii_widgets.dossier.merge import merge
from fii_widgets.dossier.records import KIND, NEVER, SCHEMA, Dossier
from fii_widgets.errors import RequestError
from fii_widgets.words import word


@dataclass(frozen=True, kw_only=True)
class Opened:
    """A file that was read."""

    dossier: Dossier
    schema: int  #: of the file itself
    ahead: int = 0  #: how many times lay far ahead of now and were brought back
    newer: bool  #: made by a later handbook: to look at only, what we do not know was passed over

    def writable(self, file: str = "") -> Dossier:
        """Return what was opened. Raises RequestError where it may only be looked at; file: one of several to merge."""
        if self.newer:
            newer = word("newer", schema=self.schema, known=SCHEMA)
            raise RequestError(word("merge_newer", file=file) if file else newer)
        return self.dossier


def open_text(text: str, file: str = "", edition: str = "", now: datetime | None = None) -> Opened:
    """Read the text of a file; `edition` refuses those of other editions. Raises DossierError.

    now: brings times that lie far ahead of it back, as the page did with what comes from there.
    """
    return open_tree(parse_text(text, file), file, edition, now)


def open_tree(tree: object, file: str = "", edition: str = "", now: datetime | None = None) -> Opened:
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
    today, ahead = not_ahead(migrate(tree), now) if now else (migrate(tree), 0)
    # merging with itself puts every register in order, also in a file that another program wrote
    return Opened(dossier=merge(read_dossier(today, file)), schema=schema, newer=False, ahead=ahead)


def _known_part(tree: Mapping[str, Any], file: str) -> Dossier:
    """Read of a later schema what can be shown: answers of the shape we know."""
    answers = tree.get("answers", {})
    if not isinstance(answers, Mapping):
        raise DossierError("shape", file, "answers")
    kept: dict[str, Answer] = {}
    for id_, answer in answers.items():
        part = {"schema": SCHEMA, "kind": KIND, "edition": "x", "saved": NEVER, "answers": {id_: answer}}
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
