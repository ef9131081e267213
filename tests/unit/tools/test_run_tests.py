"""A browser test that fails may try once more; nothing else may. And all checks that fail are named."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import BOTH_WAYS, WEBKIT_ROAD
from tools.paths import ROOT
from tools.test import _check, run_tests

ONCE = """
import pathlib
def test_it{number}():
    mark = pathlib.Path(__file__).with_suffix(".{number}")
    was = mark.exists()
    mark.touch()
    assert was
"""
ALWAYS = "def test_it():\n    assert False\n"


def made(folder: Path, kind: str, text: str) -> Path:
    (folder / "tests" / kind).mkdir(parents=True)
    (folder / "tests" / kind / "test_one.py").write_text(text, "utf-8")
    (folder / "pytest.ini").write_text("[pytest]\n", "utf-8")
    return folder


@pytest.mark.parametrize(
    ("kind", "text", "may_repeat", "code"),
    [
        ("browser", ONCE.format(number=1), True, 0),
        ("browser", ONCE.format(number=1), False, 1),
        ("browser", ALWAYS, True, 1),
        ("browser", "".join(ONCE.format(number=at) for at in range(3)), True, 1),
        ("unit", ONCE.format(number=1), True, 1),
        ("browser", "import nothing_of_this_name", True, 2),
        ("browser", "def test_it():\n    pass\n", True, 0),
    ],
)
def test_only_a_few_browser_tests_get_a_second_try(
    tmp_path: Path, capfd: pytest.CaptureFixture[str], kind: str, text: str, may_repeat: bool, code: int
) -> None:
    env = {name: value for name, value in os.environ.items() if not name.startswith(("PYTEST", "FII"))}
    assert run_tests(made(tmp_path, kind, text), ["tests"], env, may_repeat=may_repeat) == code
    told = capfd.readouterr().out
    twice = kind == "browser" and may_repeat and text.count("assert") == 1
    assert ("once more, alone:\n  tests/browser/test_one.py::test_it" in told) == twice
    assert ("only the second time" in told) == (twice and code == 0)


def test_one_way_of_each_and_one_road_in_webkit_are_run_each_time() -> None:
    env = {name: value for name, value in os.environ.items() if name not in ("FII_FULL", "PYTEST_ADDOPTS")}
    command = [
        sys.executable,
        "-m",
        "pytest",
        "--collect-only",
        "-q",
        "-n0",
        "tests/browser/file/test_files_opened.py",
    ]
    told = subprocess.run(command, cwd=ROOT, env=env, capture_output=True, text=True, check=True).stdout
    assert [line.partition("::")[2] for line in told.splitlines() if "webkit" in line] == [WEBKIT_ROAD]
    assert told.count("test_a_script_in_a_note_is_text[") == 1


def test_what_runs_both_ways_is_there() -> None:
    tests = "".join(file.read_text("utf-8") for file in (ROOT / "tests/browser").rglob("test_*.py"))
    assert [name for name in BOTH_WAYS if f"def {name}(" not in tests] == []


def test_all_checks_that_fail_are_named_with_what_they_said(capsys: pytest.CaptureFixture[str]) -> None:
    said = {"good": "print('fine')", "bad": "print('wrong'); raise SystemExit(1)", "worse": "raise SystemExit('é')"}
    commands = {name: [sys.executable, "-c", code] for name, code in said.items()}
    assert _check(commands, {**os.environ, "PYTHONUTF8": "1"}) == ["bad", "worse"]
    assert capsys.readouterr().out == "== good\nfine\n== bad\nwrong\n== worse\né\n"
