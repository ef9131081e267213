"""Places side by side → HTML; where they count different things, the reason and their own words instead."""

from collections.abc import Sequence

from fii_widgets.instrument.model import Checklist
from fii_widgets.render.markup import Child, Html, element, join
from fii_widgets.render.parts import bullets, heading, mark, table
from fii_widgets.render.reports.summary import links
from fii_widgets.report.meetings.places import InstrumentPlaces, PlaceLine
from fii_widgets.words import word


def places_html(reports: Sequence[InstrumentPlaces], root: str, index: str, level: int) -> Html:
    """Return every instrument that two or more places filled in."""
    if not reports:
        return element("p", word("places_none"))
    return join([_instrument(one, root, index, level + 1) for one in reports])


def _instrument(one: InstrumentPlaces, root: str, index: str, level: int) -> Html:
    title = one.instrument.title
    if not one.agree:
        read = one.reason.read if one.reason else ()
        return join(
            [
                heading(level, word("places_apart", title=title)),
                element("p", one.reason.text, class_="fii-remark") if one.reason else None,
                element("p", _unsaid(one.silent), class_="fii-remark") if one.silent else None,
                element("p", links(read, root, index), class_="fii-read-on") if read else None,
                bullets(
                    word(
                        "places_definition",
                        place=each.place,
                        texts="; ".join(each.texts) or word("places_no_text"),
                    )
                    for each in one.definitions
                ),
            ]
        )
    rows: list[Sequence[Child]] = [
        (_point(line, one), *([mark(each.shape), each.text] for each in line.said)) for line in one.lines
    ]
    caption = word("places_caption")
    return join([heading(level, title), table(caption, [word("column_point"), *one.places], rows, "fii-plekken")])


def _unsaid(places: Sequence[str]) -> str:
    key = "places_unsaid_one" if len(places) == 1 else "places_unsaid_many"
    return word(key, places=", ".join(places))


def _point(line: PlaceLine, one: InstrumentPlaces) -> str:
    text = f"{line.number}. {line.item.text}"
    if not line.row or not isinstance(one.instrument, Checklist):
        return text
    noun = next(section.rows.noun for section in one.instrument.sections if line.item in section.items and section.rows)
    return word("places_row", text=text, noun=noun.lower(), row=line.row)
