"""A report that is a save file too: the dossier's text inside an HTML page, and out of it again.

The text stands in a script element whose type no browser runs, with every sign that could end it written as an escape
of JSON. Reading looks for that one element as plain text; the page is never taken apart, built or shown.
"""

from fii_widgets.dossier.limits import BYTES, DossierError
from fii_widgets.dossier.open import open_text
from fii_widgets.dossier.records import Dossier
from fii_widgets.render.markup import Html

_START = '<script type="application/json" id="fii-dossier">'
_END = "</script>"
#: within JSON these stand in strings only
_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}
#: how many times the dossier's own limit a whole report may be
ROOM = 4


def data_element(dossier: str) -> Html | None:
    """Return the element that carries the text of a dossier; None without one."""
    if not dossier:
        return None
    text = dossier
    for sign, escape in _ESCAPES.items():
        text = text.replace(sign, escape)
    return Html(f"{_START}{text}{_END}")


def carried_text(html: str, file: str = "") -> str:
    """Return the JSON text that a report carries. Raises DossierError where there is none, or more than one."""
    if len(html) > ROOM * BYTES:
        raise DossierError("size", file)
    _, found, rest = html.partition(_START)
    text, end, after = rest.partition(_END)
    if not found or not end or "<" in text or _START in after:
        raise DossierError("kind", file)
    return text


def report_data(html: str, file: str = "", edition: str = "") -> Dossier:
    """Return the dossier that a report carries, without loss. Raises DossierError as for any opened file."""
    return open_text(carried_text(html, file), file, edition).dossier
