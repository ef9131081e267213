"""A question for a file → the file, with its name and type. The one road to exports, for the page and the command line."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import time

from fii_widgets.dossier.file.kinds import ROOM
from fii_widgets.dossier.limits import BYTES
from fii_widgets.dossier.records import Dossier
from fii_widgets.dossier.write import written
from fii_widgets.errors import RequestError
from fii_widgets.export.csv import is_several
from fii_widgets.export.formats import FORMATS, Format
from fii_widgets.export.html.page import html_bytes
from fii_widgets.export.ics import deadlines_bytes, ics_bytes
from fii_widgets.export.parts.safe import cleaned, slug
from fii_widgets.instrument.model import Instrument
from fii_widgets.report.papers.dates import deadlines, meetings
from fii_widgets.report.papers.make import build
from fii_widgets.words import word

CALENDAR = "ics"
#: the days of actions as tasks to tick off; as CALENDAR they are entries of a day
TASKS = "ics-taken"
ACTIONS = "acties"
#: how the name ends of a file that holds several
ZIP = ".zip"


@dataclass(frozen=True, kw_only=True)
class Wanted:
    """Which file is asked for."""

    kind: str  #: one of papers.KINDS; a calendar is of the meetings, but for actions
    format: str  #: one of the formats at hand, CALENDAR or TASKS
    of: str = ""  #: id of an instrument or a review; of a calendar of actions their owner; empty: of all
    site: str = ""  #: address of the handbook, for links; empty: not known
    carry: bool = False  #: an HTML report that is a save file too
    at: str = ""  #: "10:00": when the meetings of a calendar begin; empty: the whole day


@dataclass(frozen=True, kw_only=True)
class File:
    """A file that was made."""

    name: str
    type: str
    content: bytes
    forgotten: int = 0  #: so many lines of the history have no room in a dossier that goes along


def make_file(
    wanted: Wanted, instruments: Sequence[Instrument], dossier: Dossier, formats: Mapping[str, Format] = FORMATS
) -> File:
    """Make the file. Raises RequestError on a kind, a format or an id that does not exist, and where it could not be opened again."""
    if wanted.kind == ACTIONS and wanted.format in (CALENDAR, TASKS):
        content = deadlines_bytes(deadlines(dossier, instruments, wanted.of), tasks=wanted.format == TASKS)
        name = "-".join(filter(None, ["acties", slug(wanted.of), dossier.saved[:10]]))
        return File(name=f"{name}.ics", type="text/calendar", content=content)
    if wanted.format == CALENDAR:
        series = meetings(dossier, wanted.site)
        content = ics_bytes(series, _time(wanted.at))
        return File(name=f"overleg-{series.first.isoformat()}.ics", type="text/calendar", content=content)
    if wanted.format not in formats:
        raise RequestError(word("paper_unknown_format", name=wanted.format[:40]))
    paper = build(wanted.kind, instruments, dossier, wanted.of, wanted.site)
    forgotten = 0
    if wanted.carry and wanted.format == "html":
        carried = written(dossier)
        forgotten = carried.forgotten
        content = html_bytes(cleaned(paper), carried.text)
        if len(content) > ROOM * BYTES:
            raise RequestError(word("report_size"))
    else:
        content = formats[wanted.format].write(cleaned(paper))
    parts = [wanted.of if wanted.kind == "instrument" else wanted.kind, dossier.name.text if dossier.name else ""]
    name = "-".join(filter(None, [*map(slug, parts), paper.date]))
    if wanted.format == "csv" and is_several(cleaned(paper)):
        return File(name=f"{name}.csv{ZIP}", type="application/zip", content=content)
    return File(name=f"{name}.{wanted.format}", type=formats[wanted.format].type, content=content, forgotten=forgotten)


def _time(text: str) -> time | None:
    if not text:
        return None
    try:
        found = time.fromisoformat(text)
    except ValueError:
        raise RequestError(word("calendar_no_time")) from None
    if found.tzinfo:  # a meeting is where the team is
        raise RequestError(word("calendar_no_time"))
    return found
