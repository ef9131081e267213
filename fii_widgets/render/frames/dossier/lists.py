"""The lists of /dossier/: each behind a button, its form in a template until somebody opens it. No answers."""

from collections.abc import Iterable, Mapping
from typing import Any

from fii_widgets.instrument.model import Instrument
from fii_widgets.render.form.facts import duration, facts
from fii_widgets.render.form.frame import instrument_form
from fii_widgets.render.form.place import Place
from fii_widgets.render.frames.dossier.candidates import candidates_frame
from fii_widgets.render.frames.groups import grouped
from fii_widgets.render.markup import Html, element
from fii_widgets.words import word


def lists_frame(shown: Iterable[tuple[Instrument, Mapping[str, Any]]], root: str) -> Html:
    """Return every list, together by phase, of each phase first its route."""
    forms = {instrument.id: _list(instrument, tree, root) for instrument, tree in shown}
    phases = [
        _group(
            group.key,
            group.title,
            [_part(key, [forms[one.id] for one in lists]) for key, lists in group.parts],
        )
        for group in grouped(instrument for instrument, _ in shown)
    ]
    begun = _group("begonnen", word("lists_begun"), [], hidden=True)
    return element("div", element("p", word("lists_intro")), candidates_frame(), element("div", phases, begun))


def _group(name: str, title: str, parts: list[Html], *, hidden: bool = False) -> Html:
    """Lists of one phase, or those that were begun in a phase that is not in play: the scripts put them there."""
    return element(
        "details",
        element(
            "summary",
            element("span", title),
            " ",
            element("span", class_="fii-fold__state", data_fii_group_state=True),
        ),
        parts,
        class_=f"fii-groep fii-fase-{name}" if name in "123456" else "fii-groep",
        hidden=hidden,
        data_fii_group=name,
    )


def _part(key: str, lists: list[Html]) -> Html:
    return element("div", element("p", word(key), class_="fii-groep__deel"), lists, data_fii_group_part=key)


def _list(instrument: Instrument, tree: Mapping[str, Any], root: str) -> Html:
    panel = f"d-{instrument.id}-paneel"
    alone = element("a", word("list_alone"), href=f"{root}checklists/{instrument.id}/")
    return element(
        "section",
        element(
            "h3",
            element(
                "button",
                element("span", instrument.title, class_="fii-fold__title"),
                " ",
                element("span", instrument.intro, class_="fii-fold__purpose"),
                " ",
                facts([("index_who", instrument.with_whom), ("fact_time", duration(instrument))]),
                " ",
                element(
                    "span",
                    element("span", data_fii_fold_state=True),
                    " ",
                    element("span", class_="fii-fold__changed", data_fii_fold_changed=True),
                    class_="fii-fold__state",
                ),
                type="button",
                class_="fii-fold__button",
                aria_expanded="false",
                aria_controls=panel,
                data_fii_fold_button=True,
            ),
            class_="fii-fold__heading",
        ),
        element("div", class_="fii-fold__panel", id=panel, data_fii_fold_panel=True),
        element(
            "template",
            instrument_form(instrument, tree, Place(root=root, prefix="d-", level=3, heading=False)),
            element("p", alone),
            data_fii_form_of=instrument.id,
        ),
        class_="fii-fold",
        id=instrument.id,
        data_fii_list=True,
    )
