"""Untrusted JSON → answers. Keeps what it does not know; raises only on what cannot be an answer at all."""

from collections.abc import Mapping
from dataclasses import dataclass

from fii_widgets.errors import RequestError


@dataclass(frozen=True, kw_only=True)
class Answer:
    """What stands at one item. Empty choice: not answered; the note may stand alone."""

    choice: str = ""
    note: str = ""
    at: str = ""  #: when, as ISO 8601; empty where only what was answered matters
    cleaned: str = ""  #: when words were taken out of the note for good (see records.Text)


type Answers = Mapping[str, Answer]

EMPTY = Answer()


def read_answers(value: object) -> dict[str, Answer]:
    """Read the `answers` of a dossier or a page. Unknown items stay in; other shapes raise RequestError."""
    if not isinstance(value, Mapping):
        raise RequestError("De antwoorden hebben niet de goede vorm. Er is niets veranderd. Laad de pagina opnieuw.")
    return {str(id_): _answer(entry) for id_, entry in value.items()}


def _answer(entry: object) -> Answer:
    if isinstance(entry, Mapping):
        choice, note, at = entry.get("choice", ""), entry.get("note", ""), entry.get("at", "")
        if isinstance(choice, str) and isinstance(note, str) and isinstance(at, str):
            return Answer(choice=choice, note=note, at=at)
    raise RequestError("Een antwoord heeft niet de goede vorm. Er is niets veranderd. Laad de pagina opnieuw.")
