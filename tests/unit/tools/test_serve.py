"""`make serve`: what it builds, for the handbook and for an edition, and that a change in either folder is seen."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from tools import build, do, serve
from tools.paths import ROOT, SITE


@pytest.fixture
def commands(monkeypatch: pytest.MonkeyPatch) -> Callable[[int], list[list[str]]]:
    """Let no build run: give back what would have run, and the exit code that it ends with."""

    def stand_in(code: int) -> list[list[str]]:
        ran: list[list[str]] = []

        def run(command: list[str], **_: Any) -> SimpleNamespace:
            ran.append(command[1:])
            return SimpleNamespace(returncode=code)

        monkeypatch.setattr(subprocess, "run", run)
        return ran

    return stand_in


def test_the_handbook_and_an_edition_are_built_by_their_own_command(
    commands: Callable[[int], list[list[str]]], tmp_path: Path
) -> None:
    ran = commands(0)
    assert serve.rebuild(None)
    assert serve.rebuild(tmp_path)
    here, there = str(SITE), str(serve.EDITION_SITE)
    assert ran == [
        ["-m", "tools.build", "--to", here, "--despite-findings"],
        ["-m", "tools.edition", "site", "--editie", str(tmp_path), "--to", there, "--despite-findings"],
    ]
    assert here != there, "site/ stays the handbook's own"


@pytest.mark.parametrize(
    ("code", "shown", "said"),
    [
        (0, True, "Ververs de pagina"),
        (build.FOUND, True, "komt deze versie niet online"),
        (1, False, "De vorige versie blijft staan."),
    ],
)
def test_what_it_says_of_a_build(
    commands: Callable[[int], list[list[str]]], capsys: pytest.CaptureFixture[str], code: int, shown: bool, said: str
) -> None:
    commands(code)
    assert serve.rebuild(None) is shown
    assert said in capsys.readouterr().out


def test_a_change_in_the_folder_of_an_edition_is_seen(tmp_path: Path) -> None:
    folder = tmp_path / "uitgave"
    (folder / "paginas").mkdir(parents=True)
    changes = serve.Changes()
    observer = serve.watch(changes, [folder])
    try:
        (folder / "paginas" / "index.md").write_text("# Nieuw", "utf-8")
        assert changes.happened.wait(10)
        assert changes.file == "index.md"
        watched = {watch.path for watch in observer._emitter_for_watch}
        assert {str(ROOT / "docs"), str(ROOT / "checklists"), str(folder)} <= watched
    finally:
        observer.stop()
        observer.join()


def test_an_edition_that_is_not_there_is_not_served(tmp_path: Path) -> None:
    assert serve.main(["--port", "0", "--editie", str(tmp_path / "weg")]) == 1


def test_the_command_gives_the_edition_to_the_server(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    ran: list[list[str]] = []
    monkeypatch.setattr(do, "prepare", lambda needs: (Path(sys.executable), {}))
    monkeypatch.setattr(do, "run", lambda command, env: ran.append(command[2:]) or 0)
    for command in ("serve", "site"):
        assert do.main([command, "--editie", str(tmp_path)]) == 0
    assert ran == [["tools.serve", "--editie", str(tmp_path)], ["tools.edition", "site", "--editie", str(tmp_path)]]
