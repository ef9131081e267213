"""One reader, from the first answer to a file opened again: in three engines, from a server and from a folder."""

import json
from pathlib import Path

import jsonschema

from fii_widgets.words.scripts import WORDS_FOR_SCRIPTS
from tests.browser.conftest import IN_THREE_ENGINES, Launch, Place, Shared
from tests.browser.handbook import (
    DOSSIER,
    EXPLAINED,
    GIVEN,
    INSTRUMENTS,
    answer,
    box,
    fill,
    forget_all,
    goto,
    holds,
    is_empty,
    kept,
    offer,
    page_of,
    previewed,
    records,
    save,
    see,
    sums_up,
    unfold_card,
)
from tests.browser.served import Server

ALL = {item: given for instrument in INSTRUMENTS for item, given in GIVEN[instrument].items()}


@IN_THREE_ENGINES
def test_a_reader_fills_in_closes_comes_back_saves_wipes_opens_and_undoes(
    launch: Launch, kind: str, place: Place, site: Path
) -> None:
    browser = launch(kind)
    tab = browser.tab()
    for instrument in INSTRUMENTS:
        goto(tab, page_of(place, instrument))
        fill(tab, GIVEN[instrument])
        sums_up(tab, instrument)
        kept(tab)

    if browser.keeps:
        browser.close()
        browser.reopen()
    tab = browser.tab()
    for instrument in INSTRUMENTS:
        goto(tab, page_of(place, instrument))
        holds(tab, GIVEN[instrument])
        sums_up(tab, instrument)

    goto(tab, place.url(DOSSIER))
    holds(tab, ALL)
    status, reminder = "[data-fii-widget=dossier] [data-fii-status]", "[data-fii-widget=dossier] [data-fii-reminder]"
    tab.has_text(status, WORDS_FOR_SCRIPTS["status.no-file"])
    for part in WORDS_FOR_SCRIPTS["reminder.changes.n"].split("{aantal}"):
        tab.has_text(reminder, part)
    assert (
        int("".join(filter(str.isdigit, tab.text(reminder)))) >= len(ALL) == 10
    )  # from ten changes on a reader is told
    file = save(tab)
    tab.has_text(status, WORDS_FOR_SCRIPTS["status.file"].replace("{geleden}", "vandaag"))
    assert tab.text(reminder) == ""
    saved = json.loads(file.read_text("utf-8"))
    jsonschema.validate(saved, json.loads((site / "schema/dossier-3.json").read_text("utf-8")))
    assert {item: (parts.get("choice", ""), parts.get("note", "")) for item, parts in saved["answers"].items()} == ALL

    see(tab, "[data-fii-action=wipe]")
    tab.click("[data-fii-action=wipe]")
    assert tab.evaluate("document.querySelector('dialog[open]').contains(document.activeElement)")
    holds(tab, ALL)
    tab.press("Escape")
    tab.wait_until("() => !document.querySelector('dialog[open]')")
    holds(tab, ALL)
    tab.click("[data-fii-action=wipe]")
    tab.click("[data-fii-action=wipe-now]")
    is_empty(tab)
    assert records(tab) == 0

    offer(tab, file)
    text = previewed(tab)
    assert "er gaat niets verloren" in text
    assert "Keuze: was" not in text  # there is nothing to compare with
    is_empty(tab)
    tab.click("[data-fii-action=apply]")
    holds(tab, ALL)
    kept(tab)
    tab.reload()
    holds(tab, ALL)
    see(tab, "[data-fii-overview]")
    tab.has_text("[data-fii-overview]", "1 punt staat op rood", seconds=90)

    tab.click("[data-fii-action=undo]")
    is_empty(tab)
    kept(tab)
    tab.reload()
    tab.wait_until("() => document.querySelector('[data-fii-status]').textContent !== ''")
    is_empty(tab)

    if browser.hears:
        assert browser.seen.violations() == []
        assert browser.seen.errors() == []


@IN_THREE_ENGINES
def test_the_choices_stand_in_one_row_under_the_statement(shared: Shared, kind: str, server: Server) -> None:
    """And nine points of it fit in a screen and a half: what a meeting looks at together."""
    tab = shared(kind).tab()
    tab.goto(f"{server.url}/checklists/stoplicht-1/")
    tab.size(1280, 800)
    where = """[...document.querySelectorAll('#stoplicht-1 .fii-item:has(.fii-choices)')].map((item) =>
      ['.fii-item__text', '.fii-choices'].map((part) => item.querySelector(part).getBoundingClientRect()))
      .map(([text, choices]) => choices.top > text.bottom - 1 && choices.height < 60)"""
    rows = tab.evaluate(where)
    assert rows == [True] * len(rows) != []
    items = "[...document.querySelectorAll('#stoplicht-1 .fii-item')].map((item) => item.getBoundingClientRect().height).reduce((a, b) => a + b)"
    assert tab.evaluate(items) <= 1_200 * len(rows) / 9
    tab.close()


@IN_THREE_ENGINES
def test_in_a_folder_other_pages_are_paper_and_lead_to_the_fold(
    shared: Shared, kind: str, offline_copy_place: Place
) -> None:
    place = offline_copy_place
    tab = shared(kind).tab()
    forget_all(tab, place)  # other tests share the folder's one store
    for instrument in INSTRUMENTS:
        for page in [f"checklists/{instrument}/", *EXPLAINED[instrument]]:
            tab.goto(place.url(page))
            tab.wait_until(
                "(s) => document.querySelector(`${s} [data-fii-file-only]`).checkVisibility()", box(instrument)
            )
            unfold_card(tab, instrument)
            assert tab.call(
                "(s) => [...document.querySelectorAll(`${s} input, ${s} textarea`)].every((e) => e.disabled)",
                box(instrument),
            )
            assert tab.call(
                "(s) => [...document.querySelectorAll(`${s} textarea`)].every((e) => e.checkVisibility())",
                box(instrument),
            )
        tab.click(f"{box(instrument)} [data-fii-file-only] a")
        tab.wait_until("(end) => location.href.endsWith(end)", f"dossier/index.html#{instrument}")
        tab.wait_until("(id) => document.getElementById(id)?.classList.contains('is-open')", instrument)
        open_folds = tab.evaluate("[...document.querySelectorAll('.fii-fold.is-open')].map((e) => e.id)")
        assert open_folds == [instrument]
        first = next(iter(GIVEN[instrument]))
        assert answer(tab, first) == ("", "")
        assert not tab.call("(i) => document.querySelector(`[name^='${i}']`).disabled", first)
    tab.close()
