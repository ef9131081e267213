"""The days on which many in the Netherlands are free. Pure; moves no meeting. The page knows the same days (docs/javascripts/facts/day-off.js)."""

from datetime import date, timedelta

_FIXED = {(1, 1): "new-year", (5, 5): "liberation", (12, 25): "christmas", (12, 26): "boxing"}
#: days after Easter Sunday
_AFTER_EASTER = {1: "easter", 39: "ascension", 50: "pentecost"}
_SATURDAY, _SUNDAY = 5, 6


def day_off(day: date) -> str:
    """Return the code of the holiday that a day is, else of the day of the weekend; empty for another day."""
    return holiday(day) or {_SATURDAY: "saturday", _SUNDAY: "sunday"}.get(day.weekday(), "")


def holiday(day: date) -> str:
    """Return the code of the holiday that a day is; empty for another day."""
    king = 26 if date(day.year, 4, 27).weekday() == _SUNDAY else 27
    if (day.month, day.day) == (4, king):
        return "king"
    return _FIXED.get((day.month, day.day)) or _AFTER_EASTER.get((day - _easter(day.year)).days, "")


def _easter(year: int) -> date:
    """Return Easter Sunday, by the rule that is known as that of Meeus, Jones and Butcher."""
    century, rest = divmod(year, 100)
    moon = (19 * (year % 19) + century - century // 4 - (century - (century + 8) // 25 + 1) // 3 + 15) % 30
    week = (32 + 2 * (century % 4) + 2 * (rest // 4) - moon - rest % 4) % 7
    late = (year % 19 + 11 * moon + 22 * week) // 451
    return date(year, 3, 22) + timedelta(days=moon + week - 7 * late)
