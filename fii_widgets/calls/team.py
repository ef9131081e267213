"""Operations on what members and places filled in: the spread of a team, places side by side."""

from fii_widgets.calls import given
from fii_widgets.calls.given import Reply, Request
from fii_widgets.dossier.records import Dossier, Side
from fii_widgets.errors import RequestError
from fii_widgets.instrument.model import Instrument
from fii_widgets.render.reports.places import places_html
from fii_widgets.render.reports.team import part_html, team_html
from fii_widgets.report.meetings.places import places_report
from fii_widgets.report.meetings.team import TeamReport, team_report
from fii_widgets.words import word


def spread_of(dossier: Dossier, instruments: list[Instrument]) -> TeamReport:
    """Return the team's report with the handbook's own words."""
    names = {side.value: word(f"side_{side.value}") for side in Side}
    return team_report(dossier, instruments, names, word("other_roles"))


def _team(request: Request) -> Reply:
    dossier = given.dossier(request)
    report = spread_of(dossier, given.own_instruments(request, dossier))
    if part := given.text(request, "part"):
        if (html := part_html(report, part)) is None:
            raise RequestError(word("no_part"))
        return {"html": html}
    return {"html": team_html(report, given.level(request)), "members": report.members}


def _places(request: Request) -> Reply:
    dossier = given.dossier(request)
    found = places_report(dossier, given.own_instruments(request, dossier))
    html = places_html(found, given.text(request, "root"), given.text(request, "index"), given.level(request))
    return {"html": html, "places": sum(not one.gone for one in dossier.places.values())}


OPERATIONS = {"team": _team, "places": _places}
