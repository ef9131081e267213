"""The build looks at its sources before it runs anything of them."""

import pytest

from fii_widgets import lint
from fii_widgets.errors import Problem
from tools import build
from tools.paths import CACHE


def test_sources_that_could_run_something_are_not_built(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(lint, "check", lambda project: [Problem("docs/x.md", 3, "hier staat een script.")])
    monkeypatch.setattr(build, "run", lambda module: pytest.fail(f"{module} ran"))
    assert build.build(CACHE / "nooit") == "sources"
    assert "docs/x.md:3: hier staat een script." in capsys.readouterr().err


def test_sources_that_are_safe_are_built_step_by_step(monkeypatch: pytest.MonkeyPatch) -> None:
    ran: list[str] = []
    monkeypatch.setattr(lint, "check", lambda project: [])
    monkeypatch.setattr(build, "run", lambda module: not ran.append(module[0]))  # type: ignore[func-returns-value]
    assert build.build(CACHE / "nooit") == ""
    assert ran == ["tools.runtime", "mkdocs", "tools.passes"]
