"""How much a field takes: every field of every form says it, nothing cuts by itself, and it fits in a dossier."""

import re
from datetime import date
from pathlib import Path

import pytest

from fii_widgets.dossier.limits import STRING
from fii_widgets.instrument import room
from fii_widgets.render.form.frame import instrument_form, trial_form
from fii_widgets.render.form.place import Place
from fii_widgets.render.frames.dossier.frame import dossier_frame
from fii_widgets.render.frames.session import session_frame
from fii_widgets.render.markup import Html
from tests.written import handbook
from tools.pages import markup

PROJECT = Path(__file__).parents[3]
#: fields that nobody writes a text of their own in
FREE = ("type=time", "type=file", "type=radio", "type=checkbox", "type=search", "readonly")


def unsaid(html: str) -> list[str]:
    """Return the fields that do not say how much they take, or that let the browser cut what is more."""
    found = []
    for holder in (html, *re.findall(r"<template.*?>(.*?)</template>", html, re.DOTALL)):
        page = markup.parse(f"<body>{holder}</body>")
        for field in page.css("input, textarea"):
            own = field.attributes
            kinds = (f"type={own.get('type')}", *(name for name in own if name == "readonly"))
            says = {"min", "max"} <= own.keys() if own.get("type") == "date" else "data-fii-longest" in own
            if "maxlength" in own or not (says or set(kinds) & set(FREE)):
                found.append(str(own.get("name") or own.get("id") or own.get("data-fii-part")))
    return found


def test_every_field_says_how_much_it_takes() -> None:
    loaded = handbook().in_order
    place = Place(root="../", prefix="", level=2)
    pages = [str(instrument_form(one.instrument, one.tree, place)) for one in loaded]
    pages += [str(trial_form(loaded[0].instrument, Place(root="", names="proef-", level=2))), str(session_frame())]
    pages.append(str(dossier_frame([(one.instrument, one.tree) for one in loaded], Html(""), "../")))
    assert [field for page in pages for field in unsaid(page)] == []
    assert sum(page.count("data-fii-longest") for page in pages) > 500


@pytest.mark.parametrize(
    "bad",
    [
        '<textarea name="a"></textarea>',
        '<input type="text" name="a" maxlength="80" data-fii-longest="80">',
        '<input type="date" name="a">',
        '<template><li><input type="text" name="a"></li></template>',
    ],
)
def test_a_field_that_says_nothing_or_cuts_is_found(bad: str) -> None:
    assert unsaid(bad) == ["a"]


def test_no_script_makes_a_field_that_cuts() -> None:
    for script in (PROJECT / "docs" / "javascripts").rglob("*.js"):
        assert "maxlength" not in script.read_text("utf-8"), script.name


def test_what_fits_in_a_field_fits_in_a_dossier() -> None:
    longest = [room.LINE, room.NUMBER, room.NAME, room.PRESENT, room.OWN_ITEM, room.TEXT, *room.SESSION.values()]
    assert max(longest) == room.TEXT == 10_000 < STRING
    assert date.fromisoformat(room.FIRST_DAY) < date.fromisoformat(room.LAST_DAY)
