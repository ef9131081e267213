"""A list that is filled in for each of several, such as each candidate → one filling at a time. Pure.

The answers about the first are kept under the items' own ids, those about the second under `g-01@2`. To read a filling,
it changes places with the first: whoever knows nothing of subjects then sees an instrument that was filled in once.
"""

from collections.abc import Iterable
from dataclasses import replace

from fii_widgets.dossier.answers import EMPTY, Answer, Answers
from fii_widgets.instrument.flow import key_of
from fii_widgets.instrument.model import Instrument, Rows
from fii_widgets.report.instrument.own_list import own_list
from fii_widgets.words import word


def fillings(instrument: Instrument, answers: Answers) -> list[tuple[Instrument, Answers]]:
    """Return the instrument with each of its fillings, at least one; where it is about another than the first, or about
    more, the title says about whom."""
    instrument = own_list(instrument, answers)
    if instrument.subjects is None:
        return [(instrument, answers)]
    numbers = begun(instrument, answers) or [1]
    found = [(instrument, about(instrument, answers, n)) for n in numbers]
    if numbers == [1]:
        return found
    names = [with_mark(one.subjects, own, named(one, own)) for one, own in found]
    return [(called(one, n, name), own) for (one, own), n, name in zip(found, numbers, names, strict=True)]


def each_filling(instruments: Iterable[Instrument], answers: Answers) -> list[tuple[Instrument, Answers]]:
    """Return the fillings of all these instruments, in order."""
    return [filling for instrument in instruments for filling in fillings(instrument, answers)]


def about(instrument: Instrument, answers: Answers, number: int) -> Answers:
    """Return the answers as if this subject were the first, and the first one this."""
    ids = _ids(instrument) if number > 1 else []
    here = {id_: _answer(id_, answers, number) for id_ in ids}
    there = {key_of(id_, number, subjects=True): answers.get(id_, EMPTY) for id_ in ids}
    return {**answers, **there, **here}


def called(instrument: Instrument, number: int, name: str = "") -> Instrument:
    """Return the instrument with whom it is about in its title: by name, else by number."""
    noun = instrument.subjects.noun.lower() if instrument.subjects else ""
    return replace(instrument, title=f"{instrument.title}: {name or f'{noun} {number}'}")


def whom(instrument: Instrument, answers: Answers, number: int) -> str:
    """Say about whom a filling is: by name, else by number. `answers` as they are kept."""
    noun = instrument.subjects.noun.lower() if instrument.subjects else ""
    return named(instrument, about(instrument, answers, number)) or f"{noun} {number}"


def with_mark(rows: Rows | None, answers: Answers, name: str) -> str:
    """Return a name with the mark of whom the team chose, where that is this one."""
    field = rows.chosen if rows else ""
    return word("subject_chosen", name=name) if key(name) == key(answers.get(field, EMPTY).note) != "" else name


def key(name: str) -> str:
    """Return a name without what does not tell two apart: blanks and capitals."""
    return " ".join(name.split()).casefold()


def named(instrument: Instrument, answers: Answers) -> str:
    """Return the name of whom the first filling is about; empty where it has none."""
    return " ".join(answers.get(instrument.fields[0].id, EMPTY).note.split())


def begun(instrument: Instrument, answers: Answers) -> list[int]:
    """Return the numbers of those about whom something was answered."""
    numbers = range(1, instrument.subjects.most + 1) if instrument.subjects else ()
    return [number for number in numbers if _is_begun(instrument, answers, number)]


def _is_begun(instrument: Instrument, answers: Answers, number: int) -> bool:
    given = (_answer(id_, answers, number) for id_ in _ids(instrument))
    return any(one.choice or one.note.strip() for one in given)


def _answer(id_: str, answers: Answers, number: int) -> Answer:
    return answers.get(key_of(id_, number, subjects=True), EMPTY)


def _ids(instrument: Instrument) -> list[str]:
    """What is asked about each: the lines at the head, and the items, those that the team left out too."""
    return [*(field.id for field in instrument.fields), *(item.id for item in (*instrument.items, *instrument.hidden))]
