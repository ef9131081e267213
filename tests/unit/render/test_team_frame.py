"""The frames of team and places: every hook that the scripts ask for is there, once; every word is used."""

import re
from functools import cache
from pathlib import Path

from fii_widgets.render.frames.dossier.places import places_frame
from fii_widgets.render.frames.dossier.team import own_copy_frame, own_copy_next, team_frame
from fii_widgets.words import team
from tests.written import instruments

PROJECT = Path(__file__).parents[3]
SCRIPTS = PROJECT / "docs" / "javascripts"
#: scripts that a widget hands its elements to
HELPERS = {
    "team/team-widget.js": ("team/team-ask.js", "team/team-merge.js", "team/records-widget.js"),
    "team/places-widget.js": ("team/records-widget.js",),
}
#: what the dossier around these frames does
AROUND = {"give-back"}


@cache
def frames() -> dict[str, str]:
    """The frame that each script works in."""
    return {
        "team/team-widget.js": str(team_frame((one.id, one.title) for one in instruments())),
        "team/places-widget.js": str(places_frame(instruments())),
        "dossier/own-copy.js": str(own_copy_frame()) + str(own_copy_next()),
    }


def asked(script: str) -> set[str]:
    found: set[str] = set()
    for name in (script, *HELPERS.get(script, ())):
        text = (SCRIPTS / name).read_text("utf-8")
        found.update(re.findall(r"(?:own|need)\('(data-fii-[^']+)'[,)]", text))
    return found


def test_every_hook_stands_in_its_frame_once() -> None:
    for script, html in frames().items():
        assert len(asked(script)) > (0 if "own-copy" in script else 5)
        for hook in asked(script):
            assert len(re.findall(rf"\s{re.escape(hook)}(?=[\s=>])", html)) == 1, (script, hook)


def test_every_button_does_something() -> None:
    for script, html in frames().items():
        text = "\n".join((SCRIPTS / name).read_text("utf-8") for name in (script, *HELPERS.get(script, ())))
        for action in {*re.findall(r'data-fii-action="([^"]+)"', html)} - AROUND:
            assert re.search(rf"^ +'?{action}'?: ", text, re.MULTILINE), (script, action)


def test_ids_stand_once_and_labels_point_at_them() -> None:
    html = "".join(frames().values())
    ids = re.findall(r'\sid="([^"]+)"', html)
    assert len(ids) == len(set(ids))
    assert set(re.findall(r'\s(?:for|aria-labelledby)="([^"]+)"', html)) <= set(ids)


def test_every_word_of_the_frames_is_shown() -> None:
    html = "".join(frames().values())
    assert {key for key, words in team.WORDS.items() if f">{words}<" not in html} == {"places"}


def test_the_first_choice_is_the_instrument_that_says_when_places_compare() -> None:
    assert re.findall(r'<option value="([^"]*)" selected', frames()["team/places-widget.js"]) == ["outputmonitor"]
    without = [one for one in instruments() if one.id != "outputmonitor"]
    assert "selected" not in str(places_frame(without))
