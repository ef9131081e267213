"""The proefbank's Python: the same faults as the build, at the same lines, and a form that cannot be in the way."""

import json
import re
import shutil
from functools import cache
from pathlib import Path
from typing import Any

import pytest

from fii_widgets import cli
from fii_widgets.browser import call
from fii_widgets.calls.trial import NAMES
from fii_widgets.handbook.loader import instrument_files
from fii_widgets.instrument.text.yaml_text import MAX_BYTES, MAX_DEPTH
from tests.written import handbook
from tools.passes.trial import known

PROJECT = Path(__file__).parents[3]
TWENTY = PROJECT / "tests" / "examples" / "invalid" / "twintig-fouten.yaml"
EXAMPLE = (PROJECT / "checklists" / "_voorbeeld.yaml").read_text("utf-8")


@cache
def looked_up() -> str:
    """What a page gives along of the other instruments, as JSON."""
    return json.dumps(known(handbook()))


def tried(text: str, **other: Any) -> dict[str, Any]:
    reply = json.loads(
        call(json.dumps({"op": "try", "text": text, "known": json.loads(looked_up()), "root": "../"} | other))
    )
    assert isinstance(reply, dict)
    return reply


def faults(text: str) -> list[str]:
    reply = tried(text)
    assert reply["ok"]
    assert bool(reply["html"]) is not bool(reply["problems"])
    return [f"{problem['line']}: {problem['message']}" for problem in reply["problems"]]


def expected(path: Path) -> list[str]:
    return path.with_name(f"{path.stem}.error.txt").read_text("utf-8").splitlines()


#: a text has no file name to differ from, and no other instruments to take over from
NOT_SEEN_HERE = {"andere-naam", "overname-van", "per-gekozen"}


@pytest.mark.parametrize("path", sorted(TWENTY.parent.glob("*.yaml")), ids=lambda path: path.stem)
def test_a_wrong_text_gets_what_the_build_says(path: Path) -> None:
    found = faults(path.read_text("utf-8"))
    if path.stem in NOT_SEEN_HERE:
        assert set(found) < set(expected(path))
    else:
        assert found == expected(path)


def line_of(text: str) -> int:
    return EXAMPLE[: EXAMPLE.index(text)].count("\n") + 1


@pytest.mark.parametrize("path", list(instrument_files(PROJECT)), ids=lambda path: path.stem)
def test_every_instrument_can_be_begun_with(path: Path) -> None:
    assert faults(path.read_text("utf-8")) == []


def test_twenty_mistakes_give_twenty_messages_with_their_lines(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    """On the command line, in a copy of the project; tests/browser does the same in the page."""
    wanted = expected(TWENTY)
    assert len(wanted) == 20
    assert len({line.split(":")[0] for line in wanted}) == 20
    shutil.copytree(PROJECT / "checklists", tmp_path / "checklists")
    shutil.copytree(PROJECT / "macros", tmp_path / "macros")
    shutil.copytree(
        PROJECT / "docs",
        tmp_path / "docs",
        ignore=lambda folder, names: [n for n in names if "." in n and not n.endswith((".md", ".json"))],
    )
    shutil.copyfile(TWENTY, tmp_path / "checklists" / "_twintig-fouten.yaml")
    assert cli.main(["--map", str(tmp_path), "check"]) == 1
    said = capsys.readouterr().out.splitlines()
    assert said[:-1] == [f"checklists/_twintig-fouten.yaml:{line}" for line in wanted]
    assert said[-1].startswith("20 problemen in 1 bestand.")
    assert faults(TWENTY.read_text("utf-8")) == wanted


def test_what_stands_elsewhere_is_looked_at() -> None:
    taken = re.sub(r"\bvb-01\b", "s1-01", EXAMPLE)
    assert faults(taken) == [
        f"{line_of('id: vb-01 ')}: het id 's1-01' bestaat al in checklists/stoplicht-1.yaml. Kies een nieuw id; opgeslagen antwoorden hangen eraan."
    ]
    of_dossier = re.sub(r"\bvb-01\b", "dossier-naam", EXAMPLE)
    assert faults(of_dossier)[0].startswith(
        f"{line_of('id: vb-01 ')}: het id 'dossier-naam' bestaat al in het dossier zelf."
    )
    assert faults(EXAMPLE.replace("staat_op: f1", "staat_op: sf-1aa"))[0].startswith(
        f"{line_of('staat_op: f1')}: 'staat_op' noemt 'sf-1aa', maar geen pagina heeft dat id. Bedoelde u 'sf-1a'?"
    )


@pytest.mark.parametrize(
    ("text", "says"),
    [
        ("a" * (MAX_BYTES + 1), f"groter dan {MAX_BYTES // 1000} kB"),
        ("é" * (MAX_BYTES // 2 + 1), f"groter dan {MAX_BYTES // 1000} kB"),
        ("[" * 3000, f"meer dan {MAX_DEPTH} niveaus"),
        ("".join(f"{' ' * n}a:\n" for n in range(300)), f"meer dan {MAX_DEPTH} niveaus"),
        ("a: &a [x]\nb: &b [*a, *a]\nc: [*b, *b]", "ankers"),
        ("a: !!python/object/apply:os.system [ls]", "typen"),
        ("a: \x00", "teken dat niet in YAML mag"),
        ("a: '\ud800'", "teken dat niet in YAML mag"),
    ],
)
def test_a_hostile_text_gets_a_sentence(text: str, says: str) -> None:
    assert any(says in fault for fault in faults(text))


def test_what_was_found_is_told_in_one_sentence() -> None:
    assert tried(EXAMPLE)["told"].startswith("Geen fouten")
    assert tried(EXAMPLE.replace("staat_op: f1", "staat_op: f7"))["told"] == f"1 fout, op regel {line_of('staat_op')}."
    assert tried(TWENTY.read_text("utf-8"))["told"] == "20 fouten. De eerste staat op regel 2."


@pytest.mark.parametrize("path", list(instrument_files(PROJECT)), ids=lambda path: path.stem)
def test_no_name_in_the_form_can_be_a_name_of_the_page(path: Path) -> None:
    html = tried(path.read_text("utf-8"))["html"]
    names = re.findall(r' (?:id|name|for|data-fii-item|aria-controls|aria-describedby)="([^"]*)"', html)
    assert names
    assert [name for name in names if not name.startswith(NAMES)] == []
    assert "<script" not in html


def test_the_instrument_on_trial_is_summed_up() -> None:
    tree = tried(EXAMPLE)["tree"]
    asked = {"op": "summary", "instrument": tree, "answers": {"vb-01": {"choice": "rood"}}, "root": "../"}
    reply = json.loads(call(json.dumps(asked)))
    assert reply["ok"]
    assert "Wat u vraagt of doet bij rood of oranje." in reply["html"]


def test_a_page_that_gives_no_list_is_told_so() -> None:
    for wrong in ({}, {"scales": 3}, None):
        reply = tried(EXAMPLE, known=wrong)
        assert reply["ok"] is False
        assert reply["message"].startswith("De lijst van schalen")


def test_what_it_takes_over_is_looked_up_in_the_other_instruments() -> None:
    text = (PROJECT / "checklists" / "gereedheid.yaml").read_text("utf-8")
    assert tried(text)["problems"] == []
    line = next(number for number, one in enumerate(text.splitlines(), 1) if "van: sl-01" in one)
    wrong = tried(text.replace("van: sl-01", "van: sl-0l", 1))
    assert [(one["line"], "sl-0l" in one["message"]) for one in wrong["problems"]] == [(line, True)]
    assert wrong["tree"] is None
