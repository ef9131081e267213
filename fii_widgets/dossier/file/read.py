"""A tree of today's schema → a dossier, by the one table (fields). Strict on shapes, kind to ids it does not know."""

from collections.abc import Mapping
from typing import Any

from fii_widgets.dossier.keys.table import DOSSIER
from fii_widgets.dossier.limits import DossierError
from fii_widgets.dossier.records import Dossier


def read_dossier(tree: Mapping[str, Any], file: str = "") -> Dossier:
    """Read a tree of today's schema. Guarantees: every id and time is well-formed. Raises DossierError with the place."""

    def fail(where: str, code: str = "shape") -> DossierError:
        return DossierError(code, file, where)

    dossier: Dossier = DOSSIER.read(tree, "", fail)
    return dossier
