"""The backbone of the model: six phases and fifteen subphases. Data, and their order.

Titles and numbers are those of the guide (handreiking, 211–1885); titles that the guide spells in two
ways follow the page title (see /naslag/bron-en-verantwoording/).
"""

from dataclasses import dataclass


@dataclass(frozen=True)
class Subphase:
    """A stop on the line."""

    code: str  #: what people say: "1a"
    title: str  #: as the guide has it
    slug: str  #: last part of the address

    @property
    def id(self) -> str:
        """The page's id: "sf-1a"."""
        return f"sf-{self.code}"


@dataclass(frozen=True)
class Phase:
    """A station on the line."""

    number: int  #: 1–6
    title: str  #: one word
    slug: str  #: folder under /model/
    subphases: tuple[Subphase, ...]

    @property
    def id(self) -> str:
        """The page's id: "f1"."""
        return f"f{self.number}"


PHASES: tuple[Phase, ...] = (
    Phase(
        1,
        "Signaleren",
        "1-signaleren",
        (
            Subphase("1a", "Identificeer de opdrachtgever", "1a-opdrachtgever"),
            Subphase("1b", "Identificeer het innovatievraagstuk", "1b-innovatievraagstuk"),
            Subphase("1c", "Identificeer de uitvoeringskaders", "1c-uitvoeringskaders"),
        ),
    ),
    Phase(
        2,
        "Verkennen",
        "2-verkennen",
        (
            Subphase("2a", "Maak een shortlist van passende organisaties", "2a-shortlist"),
            Subphase("2b", "Stel een overeenkomst op met de ontvangende organisatie", "2b-overeenkomst"),
            Subphase("2c", "Creëer gedeeld eigenaarschap", "2c-gedeeld-eigenaarschap"),
        ),
    ),
    Phase(
        3,
        "Innoveren",
        "3-innoveren",
        (
            Subphase("3a", "Balanceer tussen innovatie en implementeerbaarheid", "3a-balans"),
            Subphase("3b", "Beschrijf de methodische onderbouwing", "3b-methodische-onderbouwing"),
        ),
    ),
    Phase(
        4,
        "Versterken",
        "4-versterken",
        (
            Subphase("4a", "Probeer sleutelfiguren te vinden", "4a-sleutelfiguren"),
            Subphase("4b", "Blijf draagkracht voeden", "4b-draagkracht"),
        ),
    ),
    Phase(
        5,
        "Implementeren",
        "5-implementeren",
        (
            Subphase("5a", "Benoem een implementatieteam", "5a-implementatieteam"),
            Subphase("5b", "Rol de interventie uit volgens plan-do-check-act", "5b-plan-do-check-act"),
            Subphase("5c", "Trainen van (uitvoerend) professionals", "5c-professionals-trainen"),
        ),
    ),
    Phase(
        6,
        "Borgen",
        "6-borgen",
        (
            Subphase("6a", "Zorg voor kwaliteitsbewaking", "6a-kwaliteitsbewaking"),
            Subphase("6b", "Blijf de kwaliteit en uitkomsten doorlopend verbeteren", "6b-doorlopend-verbeteren"),
        ),
    ),
)

#: id of a phase or subphase → how it is named in a sentence
NAMES: dict[str, str] = {
    **{phase.id: f"fase {phase.number} {phase.title}" for phase in PHASES},
    **{stop.id: f"{stop.code} {stop.title}" for phase in PHASES for stop in phase.subphases},
}

#: id of a phase or subphase → its file below docs/, written or not
FILES: dict[str, str] = {
    **{phase.id: f"model/{phase.slug}/index.md" for phase in PHASES},
    **{stop.id: f"model/{phase.slug}/{stop.slug}.md" for phase in PHASES for stop in phase.subphases},
}


def rank(number: int | None) -> int:
    """Return where a phase stands among the others; what belongs to every phase comes last."""
    return number or len(PHASES) + 1
