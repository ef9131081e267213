"""Numbers and dates as people write them → values to compare. Pure; None where it is neither."""

from datetime import date

LONGEST = 12  #: letters of a number; more could become infinite, which no drawing and no sentence can hold


def number_of(text: str) -> float | None:
    """Read a number: "1.200", "12,5", "40". What is longer than LONGEST was not meant as one."""
    bare = text.replace(" ", "").replace(".", "").replace(",", ".")
    return float(bare) if len(bare) <= LONGEST and bare.replace(".", "", 1).isdecimal() else None


def plain(number: float) -> str:
    """Write a number without more digits than it needs: "40,5", "1200"."""
    return f"{number:g}".replace(".", ",")


def date_of(text: str) -> date | None:
    """Read the date of a date field: "2027-05-01"."""
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None
