"""What the page tells lists of its dossier: under the names that Python knows, and only what is so and still to come."""

from pathlib import Path

from fii_widgets.instrument.settings import DOSSIER
from tests.site.page_script import answers

ASK = """({ name, rhythm, day }) => {
  const next = { soon: '2099-12-15', past: '2026-11-01' }[day] ?? '';
  const reviews = day ? [['r', { date: next, state: 'planned', phases: [], present: [] }]] : [];
  return knownOf({ name, registers: new Map(rhythm ? [['settings/rhythm', { text: rhythm }]] : []), under: () => reviews });
}"""
CHANGES = "([id, names]) => canChange(id, names)"


def test_the_page_tells_what_is_known_and_leaves_out_what_is_not(tmp_path: Path) -> None:
    asked = [
        {"name": "De Wissel", "rhythm": "maandelijks", "day": "soon"},
        {"name": "", "rhythm": "", "day": ""},
        {"name": "", "rhythm": "", "day": "past"},
    ]
    whole, nothing, past = answers("instrument/settings.js", "knownOf", ASK, asked, tmp_path)  # type: ignore[arg-type]
    assert whole == {
        "dossier-naam": "De Wissel",
        "dossier-ritme": "maandelijks",
        "dossier-volgende": "2099-12-15",
    }
    assert list(whole) == [item.id for item in DOSSIER.items]
    assert nothing == past == {}


def test_a_list_hears_of_the_dossier_where_it_takes_something_over_from_it(tmp_path: Path) -> None:
    asked = [
        ["settings/name", ["sl-01", "dossier-naam"]],
        ["reviews/r-1", ["dossier-volgende"]],
        ["settings/name", ["sl-01"]],
        ["actions/a-1", ["dossier-naam"]],
    ]
    assert answers("instrument/settings.js", "canChange", CHANGES, asked, tmp_path) == [True, True, False, False]  # type: ignore[arg-type]
