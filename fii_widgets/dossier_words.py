"""The Dutch words of reviews, history, team and places: what Python says about a dossier. No logic."""

WORDS: dict[str, str] = {
    # merging
    "conflict": "{what}: {sides}. {kept} staat nu in het dossier; het andere is bewaard bij de eerdere versies.",
    "conflict_side": "{value} volgens {whose} ({when})",
    "conflict_more": "Er zijn nog {n} punten waar de bestanden verschillen.",
    "merge_new": "{whose}: {n} gegevens erbij of nieuwer.",
    "merge_new_one": "{whose}: 1 gegeven erbij of nieuwer.",
    "merge_same": "{whose}: niets nieuws.",
    "merge_member": "{whose}: de antwoorden staan nu bij {member}.",
    "merge_size": "Het samengevoegde dossier is groter dan 4 MB en zou niet meer openen. Er is niets veranderd. Kort lange notities in, of voeg minder bestanden samen.",
    "merge_none": "Kies ten minste één dossier om samen te voegen. Er is niets veranderd.",
    "merge_newer": "{file} komt uit een nieuwere versie van het handboek en kan hier alleen worden bekeken. Er is niets veranderd. Voeg het samen in de nieuwste versie.",
    "nothing": "niets ingevuld",
    "quoted": "‘{text}’",
    "what_item": "Punt {item} ‘{text}’",
    "what_lapsed": "Punt {item}",
    "what_name": "De naam van het dossier",
    "what_rhythm": "Het ritme van het overleg",
    "what_team": "Of het team open werkt",
    "what_review": "Het overleg van {date}",
    "what_review_part": "Het overleg van {date}, {part}",
    "what_notes": "notitie bij {item}",
    "what_decisions": "een besluit",
    "what_corrections": "een correctie",
    "what_action": "De actie ‘{text}’",
    "what_member": "Het teamlid {label}",
    "what_place": "De plek {label}",
    "of_member": "{what}, teamlid {label}",
    "of_place": "{what}, plek {label}",
    "merge_conflicts": "Hier verschilden de bestanden",
    "merge_came_in": "Wat erbij kwam",
    # opening
    "newer": "Dit bestand komt uit een nieuwere versie van het handboek (vorm {schema}; dit handboek kent vorm {known}). U kunt het hier alleen bekijken. Open de nieuwste versie om ermee te werken. Aan het bestand is niets veranderd.",
    # reviews
    "no_review": "Dit overleg staat niet in het dossier. Er is niets veranderd.",
    "no_member": "Dit teamlid staat niet in het dossier. Er is niets veranderd.",
    "review_exists": "Dit overleg staat al in het dossier. Er is niets veranderd.",
    "review_closed": "Dit overleg is gesloten en blijft zoals het is. Schrijf een correctie met de datum van vandaag.",
    "review_still_open": "Dit overleg is nog open: pas het gewoon aan. Een correctie is voor een gesloten overleg.",
    "correction_empty": "Schrijf eerst op wat er anders moet zijn. Er is niets veranderd.",
}


def word(key: str, /, **values: object) -> str:
    """Return a word with its blanks filled in."""
    return WORDS[key].format(**values)
