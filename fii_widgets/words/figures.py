"""The Dutch words of the drawn figures: titles, sources, and each figure in words. No drawing, no HTML."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Words:
    """A figure for those who read it."""

    title: str
    source: str  #: whom it follows, as a citation: "Fixsen et al. (2019, p. 2)"
    to: str  #: where that source is described, from the site's root
    note: str  #: what is ours in the drawing
    opening: str = ""  #: the figure in words: what one sees
    points: tuple[str, ...] = ()  #: its parts, in order of reading
    closing: str = ""  #: what the whole says
    ordered: bool = False  #: whether the parts have an order


@dataclass(frozen=True)
class Group:
    """One of the groups that work together."""

    name: str
    people: tuple[str, ...]


FIGURE = "Figuur {number}."
IN_WORDS = "Figuur {number} in woorden"
AFTER = "Naar"
TIMES = "×"

#: fig-4: letter, name, and what the step asks
STEPS = (
    ("P", "Plan", "maak een doordacht plan"),
    ("D", "Do", "voer dat plan uit"),
    ("C", "Check", "volg de uitvoering en de resultaten, en evalueer ze"),
    ("A", "Act", "stel bij waar dat nodig is"),
)

FIGURES: Mapping[str, Words] = {
    "fig-4": Words(
        title="De PDCA-cyclus",
        source="Movisie (2018)",
        to="naslag/literatuur/#lit-movisie-2018",
        note="Eigen tekening.",
        opening="Een kring met vier haltes. U gaat met de klok mee.",
        points=tuple(f"{name}: {text}." for _, name, text in STEPS),
        closing="Na de vierde stap begint de kring opnieuw. Evalueren en bijstellen gaan steeds door.",
        ordered=True,
    ),
    "fig-7": Words(
        title="Effectieve implementatie",
        source="Fixsen et al. (2019, p. 2)",
        to="naslag/literatuur/#lit-fixsen-2019",
        note="Eigen tekening; het teken × is van ons.",
        opening="Drie blokken met een maalteken ertussen. Hun lijnen komen samen bij één uitkomst.",
        points=("een effectieve interventie;", "een effectieve implementatie;", "een stimulerende context."),
        closing="De uitkomst is maatschappelijke impact. Daar zijn de drie blokken samen voor nodig.",
    ),
    "fig-8": Words(
        title="Succesvolle implementatie vergt aandacht voor competenties, leiderschap en organisatie",
        source="Boendermaker & Regeer (2018)",
        to="naslag/literatuur/#lit-boendermaker-regeer-2018",
        note="Eigen tekening.",
        opening="Een boom met blaadjes, knoppen en bloemen. Links ernaast hangt een gieter die water geeft.",
        points=(
            "De stam is de organisatie.",
            "De gieter is het leiderschap: dat voedt de boom.",
            "De blaadjes aan de takken zijn de competenties van de medewerkers.",
        ),
        closing="Is de stam stevig en klopt de voeding, dan groeien de blaadjes en gaan de knoppen open.",
    ),
    "fig-9": Words(
        title="Succesvolle implementatie is een samenspel",
        source="de auteurs van de handreiking",
        to="naslag/bron-en-verantwoording/",
        note="Eigen vormgeving.",
    ),
}

#: fig-4: in the middle of the ring, a line each
AGAIN = ("steeds", "opnieuw")
#: fig-7: what kind of what
FACTORS = (("effectieve", "interventie"), ("effectieve", "implementatie"), ("stimulerende", "context"))
RESULT = ("maatschappelijke", "impact")
#: fig-8: what is drawn, and what it stands for
LEAVES = ("Blaadjes", "competenties van medewerkers")
TRUNK = ("Stam", "organisatie")
CAN = ("Gieter", "leiderschap")
#: fig-9
GROUPS = (
    Group("Gevende organisatie", ("management en projectleiders", "uitvoerend professionals")),
    Group(
        "Ontvangende organisatie",
        ("management en projectleiders", "uitvoerend professionals, vrijwilligers en stagiaires"),
    ),
    Group(
        "Derden",
        (
            "wethouders",
            "beleidsmedewerkers",
            "lijnmanagers",
            "externe organisaties",
            "burgers, bijvoorbeeld in een bewonersplatform",
        ),
    ),
)
