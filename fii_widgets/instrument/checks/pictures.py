"""Can the picture of an instrument be drawn from its items; does it name what exists. Opens no files."""

from collections.abc import Iterable

from fii_widgets.errors import did_you_mean
from fii_widgets.instrument.checks.named import check_choices, check_section, with_rows
from fii_widgets.instrument.keys.pictures import PICTURE
from fii_widgets.instrument.model import Checklist, Input, Item
from fii_widgets.instrument.picture import PictureKind, PictureSpec
from fii_widgets.shapes.shape import Path, Report

#: kind → what it cannot do without, what it may have
KEYS = {
    PictureKind.PROFILE: ((), ("sections",)),
    PictureKind.COVER: (("section", "items", "choices", "name"), ("group", "groups")),
    PictureKind.SPREAD: (("section", "name", "down", "across", "choices"), ("light",)),
    PictureKind.REACHED: (("section", "series", "period", "target", "reached", "counted"), ("date",)),
    PictureKind.BALANCE: (("weight", "sides"), ()),
}
#: attribute that names an item → how that item must be answered
ANSWERED = {
    "items": Input.CHOICE,
    "group": Input.CHOICE,
    "down": Input.CHOICE,
    "across": Input.CHOICE,
    "light": Input.CHOICE,
    "weight": Input.CHOICE,
    "target": Input.NUMBER,
    "reached": Input.NUMBER,
    "date": Input.DATE,
    "name": Input.LINE,
    "period": Input.LINE,
    "counted": Input.LINE,
    "series": Input.LINE,
}
NAMES = {key.attribute: key.name for key in PICTURE.keys}


def check_pictures(instrument: Checklist, report: Report) -> None:
    """Report every picture that could not be drawn, and every choice to be named that does not exist."""
    for index, spec in enumerate(instrument.pictures):
        _check(spec, instrument, ("beeld", index) if len(instrument.pictures) > 1 else ("beeld",), report)
    if instrument.named:
        known = {option.id for item in instrument.items for option in item.options}
        check_choices("'noemen'", instrument.named.choices, known, ("noemen",), report)


def _check(spec: PictureSpec, instrument: Checklist, path: Path, report: Report) -> None:
    name = f"beeld '{spec.kind.value}'"
    _check_keys(name, spec, path, report)
    items = _items(name, spec, instrument, path, report)
    for attribute, input_ in ANSWERED.items():
        value = getattr(spec, attribute)
        for id_ in value if isinstance(value, tuple) else (value,) if value else ():
            _check_item(name, id_, items, input_, (*path, NAMES[attribute]), report)
    if spec.kind is PictureKind.PROFILE:
        _check_sections(name, spec, instrument, path, report)
    check_choices(name, spec.groups, _choices(items, [spec.group]), (*path, "groepen"), report)
    judged = [spec.down] if spec.down else spec.items
    check_choices(name, spec.choices, _choices(items, judged), (*path, "keuzes"), report)
    for index, side in enumerate(spec.sides):
        here = (*path, "zijden", index)
        check_choices(name, (side.choice,), _choices(items, [spec.weight]), here, report)
        for id_ in side.items:
            _check_item(name, id_, items, Input.CHOICE, here, report)


def _check_keys(name: str, spec: PictureSpec, path: Path, report: Report) -> None:
    """A picture has the keys that its kind needs, and no other."""
    needed, possible = KEYS[spec.kind]
    for attribute in needed:
        if not getattr(spec, attribute):
            report(path, f"{name} mist '{NAMES[attribute]}'.")
    for attribute, key in NAMES.items():
        if getattr(spec, attribute) and attribute not in ("kind", "title", *needed, *possible):
            report((*path, key), f"{name} heeft niets aan '{key}'.")


def _items(name: str, spec: PictureSpec, instrument: Checklist, path: Path, report: Report) -> dict[str, Item]:
    """Give the items that a picture can name: those of its section, where it has one."""
    sections = with_rows(instrument)
    check_section(name, spec.section, sections, (*path, "onderdeel"), report)
    items = sections.get(spec.section, instrument.items)
    return {item.id: item for item in items}


def _choices(items: dict[str, Item], named: Iterable[str]) -> set[str]:
    return {option.id for id_ in named if id_ in items for option in items[id_].options}


def _check_item(name: str, id_: str, items: dict[str, Item], input_: Input, path: Path, report: Report) -> None:
    if id_ not in items:
        report(path, f"{name} noemt punt '{id_}', dat daar niet bestaat.{did_you_mean(id_, tuple(items))}")
    elif items[id_].input is not input_:
        report(path, f"{name} noemt punt '{id_}', maar dat wordt niet ingevuld als '{input_.value}'.")


def _check_sections(name: str, spec: PictureSpec, instrument: Checklist, path: Path, report: Report) -> None:
    """The bars of a profile can be read under each other only where the choices are the same."""
    plain = {section.id: section for section in instrument.sections if not section.rows}
    for id_ in spec.sections:
        if id_ not in plain:
            report(
                path,
                f"{name} noemt onderdeel '{id_}', dat niet bestaat of rijen heeft.{did_you_mean(id_, tuple(plain))}",
            )
    shown = [section for id_, section in plain.items() if not spec.sections or id_ in spec.sections]
    scales = {item.scale.id for section in shown for item in section.items if item.scale}
    if len(scales) != 1:
        report(path, f"{name} telt punten met dezelfde schaal, en hier zijn het er {len(scales)}.")
