"""What belongs on each kind of page. Data only; read by the page checks."""

from dataclasses import dataclass

#: keys of a page's front matter → whether they are needed
FRONT_MATTER = {
    "id": True,
    "soort": True,
    "title": True,
    "description": True,
    "gewijzigd": True,
    "bronnen": True,
    "fase": False,
    "gemaakt": False,  # by the build, of an instrument without a page: its pencil leads to the YAML
}

KINDS = (
    "start",
    "tekst",
    "model",
    "fase",
    "subfase",
    "inzichten",
    "casus",
    "reflectie",
    "checklists",
    "instrument",
    "dossier",
    "proefbank",
    "naslag",
    "over",
)


@dataclass(frozen=True)
class Fixed:
    """A heading that every page of a kind has, in this order."""

    text: str
    ending: str  #: its id is the page's id with this behind it


HEADINGS: dict[str, tuple[Fixed, ...]] = {
    "subfase": (
        Fixed("Doel", "doel"),
        Fixed("Kernvraag", "kernvraag"),
        Fixed("Activiteit", "activiteit"),
        Fixed("Let op", "let-op"),
        Fixed("Verder", "verder"),
    ),
    "fase": (
        Fixed("Vogelvlucht", "vogelvlucht"),
        Fixed("Klaar als", "afronding"),
        Fixed("In de praktijk", "praktijk"),
        Fixed("Subfasen", "subfasen"),
        Fixed("Stoplicht", "stoplicht"),
    ),
}
