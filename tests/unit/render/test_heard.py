"""What a form says to who does not see it: every field its row, every group its help, and any script may be written."""

from collections import Counter

import pytest

from fii_widgets.instrument.model import Checklist, Instrument
from fii_widgets.render.form.frame import instrument_form
from fii_widgets.render.form.place import Place
from fii_widgets.render.markup import element
from fii_widgets.render.reports.provenance import provenance_table
from tests.written import EACH_INSTRUMENT
from tools.pages import markup
from tools.pages.markup import Page


def form(instrument: Instrument) -> Page:
    return markup.parse(f"<body>{instrument_form(instrument, {}, Place(root='../../', level=2))}</body>")


@EACH_INSTRUMENT
def test_every_field_of_a_row_names_its_row(instrument: Instrument) -> None:
    page = form(instrument)
    for row in page.css("[data-fii-row]"):
        title = markup.text(row.css(".fii-row__title")[0])
        names = [markup.text(label) for label in row.css("[data-fii-item] > label, legend")]
        assert names
        assert [name for name in names if not name.endswith(f"({title})")] == []
    has_rows = isinstance(instrument, Checklist) and any(section.rows for section in instrument.sections)
    assert bool(page.css("[data-fii-row-name]")) == has_rows


@EACH_INSTRUMENT
def test_the_help_of_a_group_is_heard_with_it(instrument: Instrument) -> None:
    page = form(instrument)
    tied = Counter(node.attrs.get("aria-describedby") for node in page.css("[aria-describedby]"))
    assert [node.id for node in page.css(".fii-item__help[id]") if tied[node.id] != 1] == []


@EACH_INSTRUMENT
def test_the_table_of_sources_leads_to_each_item(instrument: Instrument) -> None:
    ids = {node.id for node in form(instrument).css("[id]")}
    links = markup.parse(provenance_table(instrument, "../../")).css("th[scope=row] a")
    assert len(links) == len(instrument.items)
    assert [link.attrs["href"] for link in links if (link.attrs["href"] or "")[1:] not in ids] == []


@pytest.mark.parametrize(
    ("made", "is_auto"),
    [
        (element("textarea", ""), True),
        (element("input", type="text"), True),
        (element("input", type="search"), True),
        (element("input", type="radio"), False),
        (element("input", type="date"), False),
        (element("input", type="text", dir="ltr"), False),
        (element("p", "x"), False),
    ],
)
def test_what_is_written_may_run_from_either_side(made: str, is_auto: bool) -> None:
    assert ('dir="auto"' in made) == is_auto
