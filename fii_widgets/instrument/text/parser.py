"""Tree → instrument: reads it by the table of keys, then checks what must fit together inside one instrument.

Takes the tree from an author's text (source) or from the page's JSON (calls): the same road for both.
Opens no files, knows no HTML.
"""

from collections.abc import Container, Mapping
from itertools import product

from fii_widgets.errors import did_you_mean
from fii_widgets.instrument.checks.actions import check_actions
from fii_widgets.instrument.checks.flows import check_flows
from fii_widgets.instrument.checks.named import check_choice
from fii_widgets.instrument.checks.pictures import check_pictures
from fii_widgets.instrument.checks.rules import check_rules
from fii_widgets.instrument.keys.table import CHECKLIST, KINDS
from fii_widgets.instrument.model import NOT_APPLICABLE, UNKNOWN, Checklist, Input, Instrument, Item
from fii_widgets.instrument.tree import DecisionTree
from fii_widgets.shapes.shape import Path, Report


def parse(tree: object, report: Report) -> Instrument:
    """Build an instrument from a tree, reporting everything that is wrong.

    Guarantees a usable object whatever the tree is; it counts only when nothing was reported.
    """
    kind = tree.get("soort", "checklist") if isinstance(tree, Mapping) else "checklist"
    record = KINDS.get(str(kind), CHECKLIST)
    instrument: Instrument = record.read(tree, (), report)
    _check_ids(instrument, report)
    _check_references(instrument, report)
    if isinstance(instrument, DecisionTree):
        _check_outcomes(instrument, report)
    if isinstance(instrument, Checklist):
        _check_asked(instrument, report)
        _check_rows(instrument, report)
        _check_subjects(instrument, report)
        _check_rounds(instrument, report)
        check_actions(instrument, report)
        check_rules(instrument, report)
        check_pictures(instrument, report)
        check_flows(instrument, report)
    return instrument


def _check_ids(instrument: Instrument, report: Report) -> None:
    seen: set[str] = set()
    sections: list[tuple[str, Path]] = [(one.id, ("onderdelen", i, "id")) for i, one in enumerate(instrument.sections)]
    places = [(instrument.id, ("id",)), *sections]
    places += [(field.id, ("velden", i, "id")) for i, field in enumerate(instrument.fields)]
    places += [(id_, (*path, "id")) for id_, path in _item_places(instrument)]
    for id_, path in places:
        if id_ and id_ in seen:
            report(
                path, f"het id '{id_}' komt in dit instrument twee keer voor. Elk punt heeft een eigen, blijvend id."
            )
        seen.add(id_)


def _item_places(instrument: Instrument) -> list[tuple[str, Path]]:
    """Return where each item stands in the tree, for messages that need its line."""
    in_sections: list[tuple[str, Path]] = [
        (item.id, ("onderdelen", s, "punten", i))
        for s, section in enumerate(instrument.sections)
        for i, item in enumerate(section.items)
    ]
    return in_sections or [(item.id, ("vragen", i)) for i, item in enumerate(instrument.items)]


def _check_references(instrument: Instrument, report: Report) -> None:
    """Choices named in follow-ups and conditions must exist."""
    by_id = {item.id: item for item in instrument.items}
    paths = dict(_item_places(instrument))
    for item in instrument.items:
        if item.input is Input.CHOICE and not item.scale:
            report(
                paths[item.id], f"punt '{item.id}' mist 'schaal' (de keuzes), of 'invoer: tekst' als het geen keuze is."
            )
        elif item.input is not Input.CHOICE and item.scale:
            report(
                (*paths[item.id], "schaal"),
                f"punt '{item.id}' heeft 'invoer: {item.input.value}' en ook een 'schaal'. Haal een van de twee weg.",
            )
        _check_follow_ups(item, paths[item.id], report)
        for other, choice in item.only_with:
            _check_pair(item.id, other, choice, by_id, (*paths[item.id], "alleen_bij"), report)


def _check_follow_ups(item: Item, path: Path, report: Report) -> None:
    choices = tuple(option.id for option in item.options)
    for index, follow_up in enumerate(item.follow_ups):
        for choice in follow_up.on:
            if choice and choice not in choices:
                report(
                    (*path, "vervolg", index, "bij"),
                    f"punt '{item.id}' kent de keuze '{choice}' niet.{did_you_mean(choice, choices)}",
                )


def _check_asked(instrument: Checklist, report: Report) -> None:
    ids = [one.id for one in instrument.asked]
    for index, id_ in enumerate(ids):
        if id_ and id_ in ids[:index]:
            report(("bij_elk_punt", index, "id"), f"'bij_elk_punt' heeft het id '{id_}' twee keer. Kies een ander.")


def _check_rows(instrument: Checklist, report: Report) -> None:
    for index, section in enumerate(instrument.sections):
        if section.rows and section.rows.fewest > section.rows.most:
            report(
                ("onderdelen", index, "rijen"),
                f"'rijen' begint met {section.rows.fewest} en houdt op bij {section.rows.most}. Maak 'tot' even groot of groter.",
            )
        fields = tuple(field.id for field in instrument.fields)
        if section.rows and section.rows.chosen not in ("", *fields):
            near = did_you_mean(section.rows.chosen, fields)
            report(
                ("onderdelen", index, "rijen", "gekozen"),
                f"'gekozen' noemt '{section.rows.chosen}', dat hier geen veld is.{near}",
            )


def _check_subjects(instrument: Checklist, report: Report) -> None:
    """A list for each subject has a name for each, and nothing that is kept under a number of its own already."""
    if instrument.subjects is None:
        return
    if not instrument.fields:
        report(("per",), "'per' vraagt een naam voor elk: zet onder 'velden' eerst het veld voor die naam.")
    if instrument.asked or any(section.rows for section in instrument.sections):
        report(("per",), "'per' gaat niet samen met 'rijen' of 'bij_elk_punt'. Kies een van beide.")


def _check_rounds(instrument: Checklist, report: Report) -> None:
    if instrument.round_after and not instrument.rounds:
        report(("ronde_na",), "'ronde_na' zegt wanneer een volgende ronde komt. Zet er ook 'rondes: ja' bij.")


def _check_pair(where: str, other: str, choice: str, items: Mapping[str, Item], path: Path, report: Report) -> bool:
    if other not in items:
        report(path, f"'{where}' noemt punt '{other}', dat hier niet bestaat.{did_you_mean(other, tuple(items))}")
        return False
    return check_choice(f"'{where}'", other, choice, items, path, report)


def _check_outcomes(tree: DecisionTree, report: Report) -> None:
    """Every combination of real answers has exactly one outcome."""
    questions = {question.id: question for question in tree.questions}
    found: dict[frozenset[tuple[str, str]], str] = {}
    whole = True
    for index, outcome in enumerate(tree.outcomes):
        path = ("uitkomsten", index, "als")
        for pair in outcome.when:
            whole &= _check_pair(outcome.id, *pair, questions, path, report)
        if {question for question, _ in outcome.when} != set(questions):
            report(path, f"uitkomst '{outcome.id}' moet bij elke vraag één antwoord noemen: {', '.join(questions)}.")
            whole = False
        key = frozenset(outcome.when)
        if key in found:
            report(path, f"uitkomst '{outcome.id}' heeft dezelfde antwoorden als '{found[key]}'.")
        found[key] = outcome.id
    if whole:
        _check_whole(tree, found, report)


def _check_whole(tree: DecisionTree, found: Container[frozenset[tuple[str, str]]], report: Report) -> None:
    """Report the combinations of real answers for which there is no outcome."""
    real = [[(q.id, o.id) for o in q.options if o.id not in (UNKNOWN, NOT_APPLICABLE)] for q in tree.questions]
    for combination in product(*real):
        if frozenset(combination) not in found:
            missing = ", ".join(f"{question}: {choice}" for question, choice in combination)
            report(("uitkomsten",), f"er is geen uitkomst voor {missing}.")
