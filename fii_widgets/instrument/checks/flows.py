"""Do the flows of an instrument end where something can be filled in. Looks at this instrument only; opens no files."""

from fii_widgets.errors import did_you_mean
from fii_widgets.instrument.checks.named import check_choice
from fii_widgets.instrument.flow import Flow
from fii_widgets.instrument.model import Checklist
from fii_widgets.shapes.shape import Report


def check_flows(instrument: Checklist, report: Report) -> None:
    """Report every flow into something that this instrument does not have, or that is not in the same row."""
    items = {item.id: item for item in instrument.items}
    known = (*items, *(field.id for field in instrument.fields))
    row_of = {item.id: section.id for section in instrument.sections if section.rows for item in section.items}
    for index, flow in enumerate(instrument.flows):
        path = ("neemt_over", index)
        here = row_of.get(flow.target, "")
        for key, id_ in _targets(flow):
            if id_ not in known:
                report((*path, key), f"'{key}' noemt '{id_}', dat hier niet bestaat.{did_you_mean(id_, known)}")
            elif flow.target in known and row_of.get(id_, "") != here:
                report((*path, key), f"'{key}' noemt '{id_}', dat niet in dezelfde rij staat als '{flow.target}'.")
        for id_, choice in flow.fixed:
            check_choice("'zet'", id_, choice, items, (*path, "zet"), report)
        if flow.only_where and not here:
            report((*path, "alleen_waar"), f"'alleen_waar' kan alleen als '{flow.target}' in een rij staat.")
        if flow.together and here:
            report((*path, "samen"), f"'samen' kan niet als '{flow.target}' in een rij staat.")


def _targets(flow: Flow) -> list[tuple[str, str]]:
    """Every id of this instrument that a flow names, with the key it stands at."""
    named = [("naar", flow.target), *(("mee", target) for _, target in flow.along)]
    named += [("zet", target) for target, _ in flow.fixed]
    return [*named, *([("alleen_waar", flow.only_where)] if flow.only_where else [])]
