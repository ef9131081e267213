"""A report that is a save file too: the dossier's text inside an HTML page, and out of it again.

The text stands in a script element whose type no browser runs; "<", without which nothing can end it, is written as an
escape of JSON. How it is found again, and counted as it was before, stands in dossier/file/kinds.py.
"""

from fii_widgets.dossier.file.kinds import END, LESS, START
from fii_widgets.render.markup import Html


def data_element(dossier: str) -> Html | None:
    """Return the element that carries the text of a dossier; None without one."""
    if not dossier:
        return None
    text = dossier.replace("<", LESS)  # within JSON it stands in strings only
    return Html(f"{START}{text}{END}")
