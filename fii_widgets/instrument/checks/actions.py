"""Do the actions of an instrument stand where something can be written. Looks at this instrument only; opens no files."""

from collections.abc import Mapping

from fii_widgets.errors import did_you_mean
from fii_widgets.instrument.model import Checklist, Input, Item
from fii_widgets.shapes.shape import Report

#: key → how the item that it names must be answered
_ANSWERED = {"wat": (Input.LINE, Input.LINES), "wie": (Input.LINE,), "wanneer": (Input.DATE,)}


def check_actions(instrument: Checklist, report: Report) -> None:
    """Report every column that is not there, cannot hold what it is for, or is not in the row of its action."""
    asked = tuple(line.id for line in instrument.asked)
    items = {item.id: item for item in instrument.items}
    section_of = {item.id: section.id for section in instrument.sections for item in section.items}
    for index, columns in enumerate(instrument.actions):
        for key, id_ in (("wat", columns.what), ("wie", columns.who), ("wanneer", columns.when)):
            path = ("acties", index, key)
            if not id_ or (key == "wat" and id_ in asked):
                continue
            if fault := _fault(key, id_, items, asked):
                report(path, f"'{key}' noemt '{id_}', {fault}")
            elif section_of[id_] != section_of.get(columns.what, ""):
                report(path, f"'{key}' noemt '{id_}', dat niet bij '{columns.what}' in de rij staat.")


def _fault(key: str, id_: str, items: Mapping[str, Item], asked: tuple[str, ...]) -> str:
    if id_ not in items:
        return f"dat hier niet bestaat.{did_you_mean(id_, (*items, *asked))}"
    if items[id_].input not in _ANSWERED[key]:
        return f"maar dat wordt niet ingevuld als {' of '.join(one.value for one in _ANSWERED[key])}."
    return ""
