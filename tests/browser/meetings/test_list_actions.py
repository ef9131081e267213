"""A task of a plan and the action of a condition stand among the actions: changed there or in the list, they are one thing."""

import json
from pathlib import Path

import pytest

from fii_widgets.dossier.file.read import read_dossier
from fii_widgets.dossier.records import ActionState
from tests.browser.conftest import Place, Shared
from tests.browser.driver import Tab
from tests.browser.handbook import dossier, holding, kept, see

TASK, CONDITION = "l.pa-taak@2", "l.cd-interventie-1-actie"
ANSWERS = {
    "pa-taak@2": {"note": "Werving ervaringsdeskundigen"},
    "pa-trekker@2": {"note": "TB"},
    "pa-taak-datum@2": {"note": "2026-01-05"},
    "cd-interventie-1": {"choice": "belemmerend"},
    "cd-interventie-1-actie": {"note": "Folder herschrijven"},
}
SHOWN = """(list) => [...document.querySelectorAll(`[data-fii-${list}] > li`)].map((line) => [...line.querySelectorAll('[data-fii-part]')]
    .filter((field) => field.dataset.fiiPart !== 'item').map((field) => field.value).join('|'))"""


def put(tab: Tab, record: str, part: str, value: str) -> None:
    tab.call(
        """(record, part, value) => { const field = document.querySelector(`[data-fii-record="${record}"] [data-fii-part="${part}"]`);
        field.value = value; field.dispatchEvent(new Event('change', {bubbles: true})); }""",
        record,
        part,
        value,
    )


@pytest.mark.no_python
@pytest.mark.parametrize(("kind", "place"), [("chromium", "http"), ("firefox", "file")], indirect=["place"])
def test_an_action_of_a_list_is_one_thing_in_two_places(
    shared: Shared, kind: str, place: Place, tmp_path: Path
) -> None:
    tab = shared(kind).tab()
    holding(tab, place, tmp_path, dossier(ANSWERS))
    see(tab, "[data-fii-stand]")
    tab.has_text("[data-fii-stand-part=late]", "Werving ervaringsdeskundigen")  # a plan's task that is late is late
    see(tab, "[data-fii-actions]")
    tab.wait_until("() => document.querySelectorAll('[data-fii-actions] > li').length === 2")
    assert sorted(tab.call(SHOWN, "actions")) == [
        "Folder herschrijven|||open",
        "Werving ervaringsdeskundigen|TB|2026-01-05|open",
    ]
    says = tab.evaluate(
        "[...document.querySelectorAll('[data-fii-actions] [data-fii-from]')].map((e) => e.textContent)"
    )
    assert sorted(says) == ["Deze actie staat in: Condities", "Deze actie staat in: Plan van aanpak"]
    # what the list asks goes there, what it does not ask stays with the action
    put(tab, TASK, "owner", "KV")
    put(tab, CONDITION, "owner", "AN")
    put(tab, CONDITION, "due", "2027-03-01")
    kept(tab)
    tab.click(f'[data-fii-record="{TASK}"] [data-fii-from] a')
    tab.wait_until("() => document.querySelector('[name=\"pa-trekker@2.note\"]')?.value === 'KV'")
    tab.wait_until("() => document.activeElement?.name === 'pa-taak@2.note'")
    tab.type(" in de wijk")
    tab.press("Tab")
    kept(tab)
    see(tab, "[data-fii-actions]")
    put(tab, TASK, "state", "klaar")
    tab.wait_until("() => document.querySelectorAll('[data-fii-actions] > li').length === 1")
    kept(tab)
    tab.reload()
    see(tab, "[data-fii-actions]")
    tab.wait_until("() => document.querySelectorAll('[data-fii-actions] > li').length === 1")
    assert tab.call(SHOWN, "actions") == ["Folder herschrijven|AN|2027-03-01|open"]
    see(tab, "[data-fii-action=save]")
    saved = read_dossier(json.loads(tab.download("[data-fii-action=save]").read_text("utf-8")))
    assert saved.answers["pa-trekker@2"].note == "KV"
    assert {one.item: (one.owner, one.due, one.state) for one in saved.actions.values()} == {
        "pa-taak@2": ("KV", "2026-01-05", ActionState.DONE),
        "cd-interventie-1-actie": ("AN", "2027-03-01", ActionState.OPEN),
    }
    tab.close()


def test_what_was_taken_over_stands_once_and_what_goes_from_its_list_stays(
    shared: Shared, place: Place, tmp_path: Path
) -> None:
    """tests/unit/report/meetings/test_list_actions.py has the same cases for papers."""
    tab = shared("chromium").tab()
    over = {"ip-4-actie@1": {"note": "folder  herschrijven"}, "ip-4-wie@1": {"note": "KV"}}
    twice = {"pa-taak@3": {"note": "Werving ervaringsdeskundigen"}, "pa-taak-datum@3": {"note": "half mei"}}
    holding(tab, place, tmp_path, dossier(ANSWERS | over | twice))
    see(tab, "[data-fii-actions]")
    tab.wait_until("() => document.querySelectorAll('[data-fii-actions] > li').length === 3")
    assert sorted(tab.call(SHOWN, "actions")) == [
        "Werving ervaringsdeskundigen|TB|2026-01-05|open",
        "Werving ervaringsdeskundigen|||open",
        "folder  herschrijven|KV||open",
    ]
    put(tab, "l.pa-taak@3", "state", "bezig")
    line = "document.querySelector('[data-fii-record=\"l.pa-taak@3\"]')"
    assert tab.evaluate(f"{line}.querySelector('textarea').readOnly && !{line}.querySelector('[data-fii-remove]')")
    tab.click('[data-fii-record="l.pa-taak@3"] [data-fii-from] a')
    tab.wait_until("() => document.activeElement?.name === 'pa-taak@3.note'")
    tab.evaluate("document.activeElement.select()")
    tab.press("Delete")
    tab.press("Tab")
    kept(tab)
    see(tab, "[data-fii-actions]")
    tab.wait_until("() => !document.querySelector('[data-fii-record=\"l.pa-taak@3\"]')")
    assert "Werving ervaringsdeskundigen|||bezig" in tab.call(SHOWN, "actions")
    see(tab, "[data-fii-action=save]")
    saved = json.loads(tab.download("[data-fii-action=save]").read_text("utf-8"))["answers"]
    assert saved["pa-taak-datum@3"]["note"] == "half mei"  # no day: not shown there, and not touched
    tab.close()
