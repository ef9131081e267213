"""What an author names must be there: sections, items and choices. One sentence for each fault, whoever names them."""

from collections.abc import Iterable, Mapping

from fii_widgets.errors import did_you_mean
from fii_widgets.instrument.model import Checklist, Item
from fii_widgets.shapes.shape import Path, Report


def with_rows(instrument: Checklist) -> dict[str, tuple[Item, ...]]:
    """Return the items of each section that has rows, by its id."""
    return {section.id: section.items for section in instrument.sections if section.rows}


def check_section(name: str, id_: str, known: Iterable[str], path: Path, report: Report) -> None:
    """Report a section that is not among those with rows; none may be named."""
    if id_ and id_ not in (rows := tuple(known)):
        report(path, f"{name} noemt onderdeel '{id_}', dat geen rijen heeft.{did_you_mean(id_, rows)}")


def check_choices(name: str, choices: Iterable[str], known: set[str], path: Path, report: Report) -> None:
    """Report the choices that no item has which was named; where there is no such item, that was reported already."""
    for choice in choices:
        if known and choice not in known:
            near = did_you_mean(choice, sorted(known))
            report(path, f"{name} noemt de keuze '{choice}', die daar niet bestaat.{near}")


def check_choice(name: str, id_: str, choice: str, items: Mapping[str, Item], path: Path, report: Report) -> bool:
    """Report a choice that one item does not know, where there is such an item; return whether it does."""
    choices = tuple(option.id for option in items[id_].options) if id_ in items else ()
    if id_ in items and choice not in choices:
        near = did_you_mean(choice, choices)
        report(path, f"{name} noemt de keuze '{choice}', die punt '{id_}' niet kent.{near}")
    return choice in choices
