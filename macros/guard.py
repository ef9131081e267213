"""What stands between a page and the machine that builds it: the check before anything is rendered, and a sandbox.

The check is that of `fii check`, so a plain build refuses the same. The sandbox is for what the check did not see: in
it a page reaches the macros and nothing else. Called by mkdocs-macros; Zensical calls the first part a page.
"""

import functools
from pathlib import Path
from typing import Any

from jinja2 import StrictUndefined
from jinja2.sandbox import ImmutableSandboxedEnvironment

from fii_widgets.errors import Problem, SourceError
from fii_widgets.lint import check
from fii_widgets.lint.calls import check_code, pieces
from fii_widgets.lint.files import OWN
from fii_widgets.words.common import count


class UnsafeError(SourceError, SystemExit):
    """Ends a build with its sentences and no traceback; a server that builds again goes on with the next change."""

    def __init__(self, problems: list[Problem]) -> None:
        super().__init__(problems)
        self.code = f"\n{self}\n{count(len(problems), '1 probleem', '{n} problemen')}. Er is niets gebouwd."


class Sandbox(ImmutableSandboxedEnvironment):
    """A Jinja environment in which a page can call the macros and reach nothing else."""

    def __init__(self, macros: dict[str, Any]) -> None:
        super().__init__(undefined=StrictUndefined)
        self.globals = dict(macros)
        self.filters, self.tests = {}, {}

    def is_safe_attribute(self, obj: Any, attr: str, value: Any) -> bool:
        """No value that a page can name has parts."""
        return False

    def is_safe_callable(self, obj: Any) -> bool:
        """Only a macro can be called."""
        return any(obj is macro for macro in self.globals.values())


def stop_at_faults(project: Path) -> None:
    """Raise UnsafeError with all that `fii check` finds, before a page is rendered."""
    if problems := _checked(project, _stamp(project)):
        raise UnsafeError(problems)


def on_pre_page_macros(env: Any) -> None:
    """Look once more, at the very text that is rendered and at its title, and put the sandbox in its place."""
    macros = {name: env.macros[name] for name in env.variables["fii_macros"]}
    file = f"docs/{env.page.file.src_uri}"
    problems = [*check_code(file, env.markdown, macros), *check_code(file, env.page.title or "", macros)]
    if any(piece.call for piece in pieces(env.page.title or "")):
        problems.append(Problem(file, 0, "in een titel kan geen macro staan."))
    if not env.page.meta:
        problems.append(
            Problem(file, 1, "de kop van deze pagina is niet gelezen, en zou als tekst in de pagina staan.")
        )
    if problems:
        raise UnsafeError(problems)
    env._env = Sandbox(macros)


@functools.cache
def _checked(project: Path, stamp: object) -> list[Problem]:
    """Look once at files that did not change: Zensical asks for every page."""
    return check(project)


def _stamp(project: Path) -> object:
    paths = [*(project / name for name in OWN), *(project / "docs").rglob("*.md"), *(project / "checklists").glob("*")]
    return tuple((path, path.lstat().st_mtime_ns) for path in paths if path.exists() or path.is_symlink())
