"""`make check`: the advice is on what changed, the verdict is the last line; and what a plain Python or mkdocs is told."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from fii_widgets import cli
from macros import missing
from tools import check
from tools.pages import changed, readability, spelling
from tools.paths import ROOT
from tools.release.lock import GUARD, guarded


def git(folder: Path, *words: str) -> None:
    subprocess.run(["git", "-c", "user.name=x", "-c", "user.email=x@x", *words], cwd=folder, check=True)


@pytest.fixture
def clone(tmp_path: Path) -> Path:
    (tmp_path / "docs" / "model").mkdir(parents=True)
    for name in ("een.md", "twee.md", "model/drie.md"):
        (tmp_path / "docs" / name).write_text("tekst\n", "utf-8")
    git(tmp_path, "init", "-q", "-b", "main")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "x")
    return tmp_path


def test_pages_that_changed_are_known_also_after_a_commit(clone: Path) -> None:
    assert changed.pages(clone) == frozenset()
    git(clone, "switch", "-qc", "voorstel")
    (clone / "docs/een.md").write_text("anders\n", "utf-8")
    git(clone, "commit", "-qam", "x")
    (clone / "docs/model/drie.md").write_text("anders\n", "utf-8")
    (clone / "docs/vier.md").write_text("nieuw\n", "utf-8")
    assert changed.pages(clone) == {"een.md", "model/drie.md", "vier.md"}


def test_in_a_clone_without_its_past_every_page_is_meant(clone: Path, tmp_path: Path) -> None:
    (clone / "docs/een.md").write_text("anders\n", "utf-8")
    git(clone, "commit", "-qam", "x")
    shallow = tmp_path / "ondiep"
    git(clone, "clone", "-q", "--depth=1", f"file://{clone}", str(shallow))
    git(shallow, "switch", "-q", "--detach")
    git(shallow, "branch", "-q", "-D", "main")
    git(shallow, "remote", "remove", "origin")
    assert changed.pages(shallow) is None


def test_without_git_every_page_is_meant(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    assert changed.pages(tmp_path) is None
    monkeypatch.setenv("PATH", "")
    assert changed.pages(tmp_path) is None


def test_reading_is_judged_of_what_is_meant_only(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for name in ("een", "twee"):
        (tmp_path / f"{name}.md").write_text(f"---\nid: {name}\n---\n# X {{: #{name} }}\n\nEen zin.\n", "utf-8")
    readability.main(tmp_path, {"twee.md"})
    assert [line.split(":")[0] for line in capsys.readouterr().out.splitlines() if line[0] != " "] == ["docs/twee.md"]
    (tmp_path / "een.md").write_bytes("é".encode("utf-16"))
    assert readability.main(tmp_path) == 0  # `fii check` tells of it
    assert capsys.readouterr().out == ""


@pytest.mark.parametrize(("words", "meant"), [([], frozenset({"een.md"})), (["--alles", "--github"], None)])
def test_the_verdict_comes_last(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], words: list[str], meant: frozenset[str] | None
) -> None:
    asked: list[object] = []
    monkeypatch.setattr(changed, "pages", lambda root: frozenset({"een.md"}))
    monkeypatch.setattr(readability, "main", lambda docs, only: asked.append(only))
    monkeypatch.setattr(spelling, "main", lambda: None)
    monkeypatch.setattr(cli, "main", lambda given: (asked.append(given), print("1 probleem."), 1)[-1])
    assert check.main(words) == 1
    assert asked == [meant, ["check", *[word for word in words if word != "--alles"]]]
    assert capsys.readouterr().out.splitlines()[-1] == "1 probleem."


def test_every_lock_begins_with_what_a_too_old_python_cannot_pass() -> None:
    locks = {path.name: path.read_text("utf-8") for path in ROOT.glob("requirements*.txt")}
    assert {name for name, lock in locks.items() if not lock.startswith(GUARD)} == set()
    assert guarded("click==1\n") == guarded(guarded("click==1\n")) == f"{GUARD}click==1\n"


def test_the_small_lock_has_no_tests_and_the_versions_of_the_large_one() -> None:
    pinned = {
        name: {line.split(" ")[0] for line in (ROOT / f"{name}.txt").read_text("utf-8").splitlines() if "==" in line}
        for name in ("requirements", "requirements-site")
    }
    assert pinned["requirements-site"] < pinned["requirements"]
    assert not {line.partition("==")[0] for line in pinned["requirements-site"]} & {"pytest", "playwright", "mypy"}


def test_a_plain_build_says_what_it_lacks(tmp_path: Path, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level("INFO", "mkdocs.handboek"):
        missing.tell(tmp_path)
    assert [record.getMessage() for record in caplog.records] == [*missing.MADE.values(), missing.SEARCH, missing.HOW]
    assert {record.levelname for record in caplog.records} == {"INFO"}, "--strict stops at a warning"
    (tmp_path / "runtime").mkdir()
    (tmp_path / "runtime" / "runtime.json").write_text("{}", "utf-8")
    assert len([*missing.missing(tmp_path)]) == len(missing.MADE)
