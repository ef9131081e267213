"""Where a text in the handbook comes from: a document and its lines. Read in instruments and above pages. Data only."""

from fii_widgets.instrument.model import Source
from fii_widgets.instrument.shapes import LINES, Pattern
from fii_widgets.shapes.record import Key, Record
from fii_widgets.shapes.shape import OneOf, Path, Report

#: document → how many lines it has
DOCUMENTS = {"handreiking": 2769, "tool-implementatie": 457, "verslag": 16}


def _within(source: Source, path: Path, report: Report) -> None:
    """Report lines that run backwards, or that the document does not have."""
    place, most = (*path, "regels"), DOCUMENTS[source.document]
    for first, last in source.ranges:
        outside = next((line for line in (first, last) if not 1 <= line <= most), None)
        if outside is not None:
            report(
                place, f"'regels' noemt regel {outside}, en '{source.document}' heeft de regels 1 tot en met {most}."
            )
        elif first > last:
            report(place, f"'regels' loopt terug: {first}-{last}. Schrijf de eerste regel vooraan: {last}-{first}.")


SOURCE = Record(
    "bron",
    Source,
    (
        Key("document", OneOf(tuple(DOCUMENTS)), "welk brondocument"),
        Key("regels", Pattern(LINES, '"257-271, 301"'), "de regels in dat document", "lines"),
    ),
    check=_within,
)
