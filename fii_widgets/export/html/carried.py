"""A report that is a save file too: the dossier's text inside an HTML page, and out of it again.

The text stands in a script element whose type no browser runs, with every character that could end it written as an escape
of JSON. How it is found again stands in dossier/kinds.py.
"""

from fii_widgets.dossier.file.kinds import END, START
from fii_widgets.render.markup import Html

#: within JSON these stand in strings only
_ESCAPES = {"<": "\\u003c", ">": "\\u003e", "&": "\\u0026", "\u2028": "\\u2028", "\u2029": "\\u2029"}


def data_element(dossier: str) -> Html | None:
    """Return the element that carries the text of a dossier; None without one."""
    if not dossier:
        return None
    text = dossier
    for character, escape in _ESCAPES.items():
        text = text.replace(character, escape)
    return Html(f"{START}{text}{END}")
