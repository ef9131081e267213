"""The Dutch words of the days on which many are free, for calendars and for the scripts. No logic."""

#: after "dat is": the code of a day (dossier/days_off.py, facts/day-off.js) → what it is called
_CALLED = {
    "new-year": "Nieuwjaarsdag",
    "easter": "Tweede Paasdag",
    "king": "Koningsdag",
    "liberation": "Bevrijdingsdag; niet iedereen is dan vrij",
    "ascension": "Hemelvaartsdag",
    "pentecost": "Tweede Pinksterdag",
    "christmas": "Eerste Kerstdag",
    "boxing": "Tweede Kerstdag",
    "saturday": "een zaterdag",
    "sunday": "een zondag",
}

WORDS: dict[str, str] = {
    **{f"off_{code}": called for code, called in _CALLED.items()},
    "off_days": "Let op: {days}.",
    "off_one": "{day} is {called}",
    "off_always": "Let op: dit is {called}.",
}

FOR_SCRIPTS: dict[str, str] = {
    **{f"off.{code}": called for code, called in _CALLED.items()},
    "off.that": "Dat is {dag}.",
    "off.take": "Neem {datum}",
    "off.taken": "Het volgende overleg staat nu op {datum}.",
}
