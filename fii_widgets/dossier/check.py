"""A dossier against the instruments of today: what no longer fits is told, and kept. Pure."""

from collections.abc import Collection, Iterator

from fii_widgets.dossier.answers import Answers
from fii_widgets.dossier.list_records import own_item, record
from fii_widgets.instrument.model import Instrument, Item
from fii_widgets.words.common import count


def remarks(answers: Answers, instruments: Collection[Instrument]) -> list[str]:
    """Return Dutch sentences about answers that no instrument of this edition can show.

    Guarantees: nothing is changed or dropped; an empty list means that everything fits.
    """
    items = {item.id: item for instrument in instruments for item in _all_items(instrument)}
    known = {*items, *(id_ for instrument in instruments for id_ in _lines(instrument))}
    lists = {instrument.id for instrument in instruments}
    lapsed = sorted(id_ for id_ in answers if _base(id_) not in known and not _is_of_a_list(id_, known, lists))
    sentences = []
    if lapsed:
        how_many = count(
            len(lapsed),
            "1 antwoord hoort bij een punt dat in deze uitgave niet bestaat. Het blijft bewaard onder ‘Vervallen punten’",
            "{n} antwoorden horen bij punten die in deze uitgave niet bestaan. Ze blijven bewaard onder ‘Vervallen punten’",
        )
        sentences.append(f"{how_many} ({', '.join(lapsed[:10])}{', …' if len(lapsed) > 10 else ''}).")
    for id_ in sorted(answers):
        choice, item = answers[id_].choice, items.get(_base(id_))
        if choice and item and item.option(choice) is None:
            advice = "Kies zelf opnieuw; de notitie blijft staan."
            sentences.append(f"Bij punt {id_} staat een keuze die deze uitgave niet kent: ‘{choice[:40]}’. {advice}")
    return sentences


def _base(id_: str) -> str:
    """An answer's item: what stands before the row."""
    return id_.partition("@")[0]


def _all_items(instrument: Instrument) -> tuple[Item, ...]:
    """The items, and those that a team left out of its own list: their answers are kept."""
    return (*instrument.items, *instrument.hidden)


def _is_of_a_list(id_: str, known: Collection[str], lists: Collection[str]) -> bool:
    """Whether it is a record of a list that has a place here."""
    about, _ = record(id_) or ("", "")
    return about in known or about in lists or own_item(about) in lists


def _lines(instrument: Instrument) -> Iterator[str]:
    """Ids of the lines to write on: those of the instrument, and those asked under each item."""
    yield from (field.id for field in instrument.fields)
    yield from (f"{item.id}-{line.id}" for item in _all_items(instrument) for line in instrument.asked)
