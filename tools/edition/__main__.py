"""`python -m tools.edition site|offline|pdf|check|codes --editie MAP`: lay an edition over the handbook and build that.

The work is done by the build folder's own tools, so that an edition is made and checked exactly as the handbook is.
"""

import argparse
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path

from fii_widgets import __version__, lint
from fii_widgets.commands import terminal
from fii_widgets.errors import Problem
from fii_widgets.system.visible import in_line
from fii_widgets.words.common import count
from tools.edition import own_codes
from tools.edition.lay import lay
from tools.edition.read import Edition, read
from tools.pages import authors_line
from tools.paths import CACHE, DIST, ROOT, SITE

COMMANDS = ("site", "offline", "pdf", "release", "check", "codes")


def main(arguments: list[str] | None = None) -> int:
    """Build or check an edition; show every problem at the author's own file. Nothing is published when there is one."""
    parser = argparse.ArgumentParser(prog="python -m tools.edition")
    parser.add_argument("command", choices=COMMANDS)
    parser.add_argument("--editie", type=Path, required=True, metavar="MAP")
    parser.add_argument("--to", type=Path, default=SITE, help="another folder than site/")
    parser.add_argument("--dist", type=Path, default=DIST, help="another folder than dist/")
    parser.add_argument("--github", action="store_true")
    parser.add_argument("--despite-findings", action="store_true", help="for `make serve`: see tools.build")
    asked = parser.parse_args(arguments)
    content = read(asked.editie, ROOT)
    if content.problems or not content.edition:
        return _tell(content.problems, asked)
    if asked.command != "check" and _run(["tools.runtime"], ROOT):
        return 1
    (CACHE / "editie").mkdir(parents=True, exist_ok=True)
    # A folder of its own each time: two builds at once must not lay over one another.
    with tempfile.TemporaryDirectory(prefix=f"{content.edition.id}-", dir=CACHE / "editie") as folder:
        target = Path(folder) / content.edition.id
        lay(content.edition, content.files, ROOT, target)
        own_codes.lay(content.codes, target)
        if problems := authors_problems(lint.check(target), content.files):
            return _tell(problems, asked)
        if asked.command != "check":
            return _build(content.edition, target, asked)
    print(f"Alles in orde: '{content.edition.name}' past op het handboek.")
    return 0


def _build(edition: Edition, target: Path, asked: argparse.Namespace) -> int:
    """Build the copy with its own tools, and make what was asked of it."""
    options = ["--despite-findings"] if asked.despite_findings else []
    code = _run(["tools.build", "--to", str(asked.to.resolve()), *options], target)
    if asked.command == "codes" and not code:
        return _keep_codes(asked.editie, asked.to.resolve(), target)
    if code or asked.despite_findings:
        return code
    return _pack(asked.command, edition, target, asked.to.resolve(), asked.dist.resolve())


def authors_problems(problems: Iterable[Problem], files: Mapping[str, Path]) -> list[Problem]:
    """Name the author's own file where a problem stands in a copy of it."""
    own = {place: path.as_posix() for place, path in files.items()}
    return sorted(replace(problem, file=own.get(problem.file, problem.file)) for problem in problems)


def _keep_codes(folder: Path, site: Path, target: Path) -> int:
    count_, lost = own_codes.keep(folder, ROOT, site, target)
    print(f"{folder / own_codes.FILE}: {count(count_, '1 code', '{n} codes')}. Bewaar dit bestand bij uw uitgave.")
    for line in lost:
        print(f"'{line}' leidt nergens meer heen. De code blijft bewaard en komt niet terug op een andere plek.")
    return 0


def _pack(command: str, edition: Edition, target: Path, site: Path, dist: Path) -> int:
    """Make of the built site what the command asks for."""
    pdf = dist / f"{edition.id}-{__version__}.pdf"
    steps = {
        "offline": ["tools.offline", str(site), str(dist)],
        "pdf": ["tools.release.pdf", "--site", str(site), "--to", str(pdf)],
        "release": ["tools.release.hand_out", "--site", str(site), "--dist", str(dist)],
    }
    if asked := list(steps.values()) if command == "release" else [steps[command]] if command in steps else []:
        return next((code for step in asked if (code := _run(step, target))), 0)
    print(f"editie: '{edition.name}' staat in {site.name}/")
    return 0


def _run(module: list[str], folder: Path) -> int:
    """Run a step with the Python code of a folder, whatever stands first on the path here."""
    env = os.environ | {"PYTHONPATH": str(folder)}
    return subprocess.run([sys.executable, "-m", *module], cwd=folder, env=env, check=False).returncode


def _tell(problems: Sequence[Problem], asked: argparse.Namespace) -> int:
    for problem in problems:
        print(in_line(str(problem)))
        authors_line.remark("error", problem.file, problem.line, problem.message, always=asked.github)
    files = len({problem.file for problem in problems})
    print(
        f"{count(len(problems), '1 probleem', '{n} problemen')} in {count(files, '1 bestand', '{n} bestanden')}. "
        "Er is niets gemaakt."
    )
    return 1


if __name__ == "__main__":
    terminal.leave(terminal.run(main))
