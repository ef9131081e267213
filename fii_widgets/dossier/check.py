"""A dossier against the instruments of today: what no longer fits is told, and kept. Pure."""

from collections.abc import Collection, Iterator

from fii_widgets.dossier.answers import Answers
from fii_widgets.labels import count
from fii_widgets.model import Checklist, Instrument


def remarks(answers: Answers, instruments: Collection[Instrument]) -> list[str]:
    """Return Dutch sentences about answers that no instrument of this edition can show.

    Guarantees: nothing is changed or dropped; an empty list means that everything fits.
    """
    items = {item.id: item for instrument in instruments for item in instrument.items}
    lines = {id_ for instrument in instruments for id_ in _lines(instrument)}
    lapsed = sorted(id_ for id_ in answers if _base(id_) not in items and _base(id_) not in lines)
    strange = sorted(
        id_
        for id_, answer in answers.items()
        if answer.choice and _base(id_) in items and items[_base(id_)].option(answer.choice) is None
    )
    found = []
    if lapsed:
        found.append(
            count(
                len(lapsed),
                "1 antwoord hoort bij een punt dat in deze uitgave niet bestaat. Het blijft bewaard onder ‘Vervallen punten’.",
                "{n} antwoorden horen bij punten die in deze uitgave niet bestaan. Ze blijven bewaard onder ‘Vervallen punten’.",
            )
            + f" ({', '.join(lapsed[:10])}{', …' if len(lapsed) > 10 else ''})"
        )
    for id_ in strange:
        found.append(
            f"Bij punt {id_} staat een keuze die deze uitgave niet kent: ‘{answers[id_].choice[:40]}’. Kies zelf opnieuw; de notitie blijft staan."
        )
    return found


def _base(id_: str) -> str:
    """An answer's item: what stands before the row."""
    return id_.partition("@")[0]


def _lines(instrument: Instrument) -> Iterator[str]:
    """Ids of the lines to write on: those of the instrument, and those asked under each item."""
    yield from (field.id for field in instrument.fields)
    if isinstance(instrument, Checklist):
        yield from (f"{item.id}-{one.id}" for item in instrument.items for one in instrument.asked)
