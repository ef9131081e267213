"""How much each field takes: characters of a text, days of a calendar. One table for forms, scripts and tests. No logic.

The scripts read it from the fields (data-fii-longest, min, max). A character is a code point. Nothing is cut: the page keeps
a text that is too long in its field, and says so (docs/javascripts/forms/field-check.js).
"""

from collections.abc import Mapping

#: a line, a number, a name, who is there, and an item of a team's own list
LINE, NUMBER, NAME, PRESENT, OWN_ITEM = 200, 20, 80, 200, 300
#: a note, an agenda, a decision: every field of more than one line
TEXT = 10_000
#: the parts of a trainer's session; session/session-plan.js refuses links with more, and a test compares them
SESSION: Mapping[str, int] = {"title": 120, "aim": 600, "minutes": 4, "form": 200, "questions": 2_000}
#: what a date may be: a slip of the fingers gives the year 26 or 202666
FIRST_DAY, LAST_DAY = "1900-01-01", "2100-12-31"
