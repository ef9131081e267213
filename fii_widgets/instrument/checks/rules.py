"""Do the rules of an instrument name what exists, and have what their kind needs. Opens no files."""

from collections.abc import Mapping

from fii_widgets.errors import did_you_mean
from fii_widgets.instrument.checks.named import check_choices, check_section, with_rows
from fii_widgets.instrument.model import Checklist, Input, Item, Rule, RuleKind
from fii_widgets.shapes.shape import Path, Report

#: kind → (attribute, key an author knows) that it cannot do without
NEEDS = {
    RuleKind.COUNT: (("section", "onderdeel"),),
    RuleKind.MISSING: (("item", "punt"), ("choices", "keuzes")),
    RuleKind.TILT: (("item", "punt"), ("share", "deel")),
    RuleKind.CHOICES: (("choices", "keuzes"),),
    RuleKind.BELOW: (("item", "punt"), ("target", "doel")),
    RuleKind.EMPTY: (("items", "punten"),),
    RuleKind.DIFFERS: (("item", "punt"),),
    RuleKind.ORDER: (("items", "punten"),),
}


def check_rules(instrument: Checklist, report: Report) -> None:
    """Report every rule that can never do what it is for."""
    items = {item.id: item for item in instrument.items}
    for index, rule in enumerate(instrument.rules):
        path = ("regels", index)
        for attribute, key in NEEDS[rule.kind]:
            if not getattr(rule, attribute):
                report(path, f"regel '{rule.id}' van soort '{rule.kind.value}' mist '{key}'.")
        _check_named(rule, instrument, items, path, report)
        if rule.high and rule.low > rule.high:
            report(path, f"regel '{rule.id}' begint bij {rule.low} en houdt op bij {rule.high}. Maak 'tot' groter.")
        meant = {*rule.items, *([rule.item] if rule.item else [])}
        known = {option.id for id_, item in items.items() if not meant or id_ in meant for option in item.options}
        check_choices(f"regel '{rule.id}'", rule.choices, known, path, report)
        if rule.kind is RuleKind.ORDER:
            _check_order(rule, items, path, report)


def _check_named(rule: Rule, instrument: Checklist, items: Mapping[str, Item], path: Path, report: Report) -> None:
    """A rule names a section with rows, and items of this instrument; an empty one may be a field."""
    check_section(f"regel '{rule.id}'", rule.section, with_rows(instrument), path, report)
    known = {*items, *(field.id for field in instrument.fields if rule.kind is RuleKind.EMPTY)}
    for id_ in (*rule.items, *filter(None, (rule.item, rule.target))):
        if id_ not in known:
            report(
                path, f"regel '{rule.id}' noemt punt '{id_}', dat hier niet bestaat.{did_you_mean(id_, tuple(items))}"
            )


def _check_order(rule: Rule, items: Mapping[str, Item], path: Path, report: Report) -> None:
    """An order is of dates, at least two, each named once."""
    if rule.items and not 2 <= len(set(rule.items)) == len(rule.items):
        report((*path, "punten"), f"regel '{rule.id}' noemt de datums in volgorde: twee of meer punten, elk één keer.")
    for id_ in rule.items:
        if id_ in items and items[id_].input is not Input.DATE:
            report((*path, "punten"), f"regel '{rule.id}' noemt punt '{id_}', dat geen datum is ('invoer: datum').")
