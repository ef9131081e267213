"""Everything an instrument says stands in its table of sources: nothing speaks without telling where it comes from."""

from fii_widgets.instrument.model import Checklist, Instrument, Origin
from fii_widgets.instrument.tree import DecisionTree
from fii_widgets.render.reports.provenance import provenance_counts, provenance_table, said
from tests.written import EACH_INSTRUMENT, instrument, instruments


@EACH_INSTRUMENT
def test_items_advice_warnings_and_outcomes_all_tell_where_they_come_from(instrument: Instrument) -> None:
    advice = sum(len(item.follow_ups) for item in instrument.items)
    rules = len(instrument.rules) if isinstance(instrument, Checklist) else 0
    outcomes = len(instrument.outcomes) if isinstance(instrument, DecisionTree) else 0
    told = list(said(instrument))
    assert sum(one.item for one in told) == len(instrument.items)
    assert sum(not one.item for one in told) == advice + rules + outcomes
    assert all(one.read for one in told) or instrument.origin is Origin.OWN, "an own list may stand on no page"
    html = provenance_table(instrument, "../../")
    assert html.count("<tr>") == len(told) + 1
    assert html.count('scope="row"') == len(told)
    narrow = ('rij">Herkomst: <', 'rij">Bron, regels: <', 'rij">Lees verder: <')  # what a narrow page has for heads
    assert [html.count(head) for head in narrow] == [len(told)] * 3
    if isinstance(instrument, Checklist):
        assert all(str(rule.source.lines) in html for rule in instrument.rules)


def test_advice_names_its_item_and_its_choices() -> None:
    light = instrument("stoplicht-1")
    assert "Raad bij punt 1 (Oranje, Rood, Onbekend)" in [one.what for one in said(light)]


@EACH_INSTRUMENT
def test_no_blank_of_a_rule_is_shown_as_it_is_written(instrument: Instrument) -> None:
    assert not [one.what for one in said(instrument) if "{" in one.what]


def test_the_counts_add_up_to_all_that_is_said() -> None:
    html = provenance_counts(instruments(), "../../")
    numbers = [int(cell.partition("<")[0]) for cell in html.split("<td>")[1:]]
    assert sum(numbers) == sum(len(list(said(one))) for one in instruments())
    assert html.count("<tr>") == len(instruments()) + 1
    unused = [origin for origin in Origin if not any(one.origin is origin for i in instruments() for one in said(i))]
    assert not any(f", {origin.value}<" in html for origin in unused)
