"""What the rounds of a list tell → HTML above its summary: a sentence, and the tables behind a press. No answers are read."""

from fii_widgets.render.markup import Html, element, join
from fii_widgets.render.parts import table
from fii_widgets.report.instrument.rounds import Rounds
from fii_widgets.report.papers.rounds import rounds_lead, rounds_tables
from fii_widgets.words import word
from fii_widgets.words.common import day


def rounds_html(told: Rounds) -> Html:
    """Return what changed since the last round, in a sentence; each point, and every round, at a press."""
    tables = [table(one.caption, one.columns, one.rows) for one in rounds_tables(told)]
    lead = element("p", rounds_lead(told), class_="fii-sinds")
    if not tables:
        return lead
    name = element("summary", word("rounds_title", date=day(told.last)))
    return join([lead, element("details", name, " ", join(tables), class_="fii-meer fii-meer--rondes")])
