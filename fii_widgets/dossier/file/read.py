"""A tree of today's schema → a dossier, by the table of keys. Strict on shapes, kind to ids it does not know."""

from collections.abc import Mapping
from typing import Any, NoReturn

from fii_widgets.dossier.keys.table import DOSSIER
from fii_widgets.dossier.limits import DossierError
from fii_widgets.dossier.records import Dossier
from fii_widgets.shapes.shape import Path


def read_dossier(tree: Mapping[str, Any], file: str = "") -> Dossier:
    """Read a tree of today's schema. Guarantees: every id and time is well-formed. Raises DossierError with the place."""

    def stop(path: Path, fault: str) -> NoReturn:
        code = fault if fault in ("text", "string") else "shape"
        raise DossierError(code, file, "/".join(map(str, path)).lstrip("/")) from None

    dossier: Dossier = DOSSIER.read(tree, (), stop)
    return dossier
