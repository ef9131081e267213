"""Hostile proposals: `fii check` refuses each in words, a plain build refuses them, and behind that a sandbox holds.

`make proof` tries each with the real commands (tests/hostile.py); here is the same in one process, and one real build.
"""

from __future__ import annotations

import re
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from jinja2.exceptions import SecurityError, TemplateError, UndefinedError

from fii_widgets import lint
from fii_widgets.handbook import loader
from fii_widgets.lint.site_file import FIXED
from macros import guard
from tests import hostile
from tests.hostile import EXAMPLES, TOUCHED, Case, cases, project

JINJA = sorted(EXAMPLES.glob("jinja-*.md"))


@pytest.fixture
def place(tmp_path: Path) -> Path:
    loader.load.cache_clear()
    return project(tmp_path / "project")


def test_there_are_enough_of_them() -> None:
    assert len(cases()) >= 80
    assert {case.path.suffix for case in cases()} == {".md", ".yaml", ".json"}


def test_the_project_they_are_laid_over_is_sound(place: Path) -> None:
    assert lint.check(place) == []


@pytest.mark.parametrize("case", cases(), ids=lambda case: case.name)
def test_each_is_refused_in_words_before_anything_is_built(place: Path, case: Case) -> None:
    case.lay(place)
    assert [str(problem) for problem in lint.check(place)] == case.said != []
    assert not [*place.rglob(TOUCHED)]


def test_a_plain_build_refuses_them_all_at_once_and_runs_nothing(
    tmp_path: Path,
) -> None:
    """One real start of mkdocs for every page together: what it says is what `fii check` says, and no page is made."""
    place = project(tmp_path / "project")
    for path in EXAMPLES.glob("*.md"):
        (place / "docs" / path.name).write_text(path.read_text("utf-8"), "utf-8")
    done = hostile.run(["mkdocs", "build", "--strict", "-d", str(tmp_path / "site")], place)
    assert done.returncode == 1
    for case in cases():
        if case.path.suffix == ".md":
            for line in case.said:
                if "voorstel.md: " not in line:
                    assert line.replace("voorstel.md", case.path.name) in done.stderr
    assert "Er is niets gebouwd." in done.stderr
    assert "Traceback" not in done.stderr
    assert not (tmp_path / "site").exists()
    assert not [*tmp_path.rglob(TOUCHED)]


@pytest.mark.parametrize("path", JINJA, ids=lambda path: path.stem)
def test_the_sandbox_runs_nothing_where_the_check_is_taken_out(
    path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    sandbox = guard.Sandbox({"lijn": lambda *_, **__: "lijn", "casusgegevens": lambda **_: "x"})
    body = path.read_text("utf-8").split("---\n", 2)[2]
    harmless = ("raw", "opmerking", "macro-in-attribuut", "call")
    if path.stem.removeprefix("jinja-").startswith(harmless):
        sandbox.from_string(body).render()
    else:
        with pytest.raises((SecurityError, UndefinedError, TemplateError, TypeError)):
            sandbox.from_string(body).render(config=SimpleNamespace(x=1))
    assert not [*tmp_path.iterdir()]


class _Env(SimpleNamespace):
    """What mkdocs-macros gives before a page is rendered."""


def _env(text: str, title: str) -> Any:
    page = SimpleNamespace(title=title, meta={"id": "x"}, file=SimpleNamespace(src_uri="x.md"))
    macro = {"lijn": lambda: "lijn"}
    return _Env(page=page, markdown=text, macros=macro | {"now": print}, variables={"fii_macros": ["lijn"]}, _env=None)


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("{{ now() }}", "Titel"),
        ("{% set x = 1 %}", "Titel"),
        ("Tekst", "{{ lijn() }}"),
        ("Tekst", "{% set x = 1 %}"),
        ("Tekst", "{{ x }}"),
    ],
)
def test_the_very_text_that_is_rendered_is_looked_at_once_more(text: str, title: str) -> None:
    """What another plugin made of a page after the check, or a title from the menu."""
    with pytest.raises(guard.UnsafeError):
        guard.on_pre_page_macros(_env(text, title))


def test_a_page_whose_head_was_not_read_is_not_rendered() -> None:
    """MkDocs passes over a head that it cannot read, and prints it as Markdown."""
    env = _env("---\ntitle: =\n---\n# X\n", "X")
    env.page.meta = {}
    with pytest.raises(guard.UnsafeError, match="niet gelezen"):
        guard.on_pre_page_macros(env)


def test_a_sound_page_is_rendered_in_the_sandbox() -> None:
    env = _env("{{ lijn() }}", "Titel")
    guard.on_pre_page_macros(env)
    assert env._env.from_string(env.markdown).render(now=print) == "lijn"
    with pytest.raises(SecurityError):
        env._env.from_string("{{ now() }}").render(now=print)


def test_the_configuration_of_the_handbook_is_the_one_that_is_known() -> None:
    """Known-good beside the known-bad of hostile-pages/site-*.json."""
    text = (hostile.ROOT / "mkdocs.yml").read_text("utf-8")
    assert all(re.search(rf"^{key}:", text, re.M) for key in FIXED if key != "INHERIT")
    assert lint.check(hostile.ROOT) == []
