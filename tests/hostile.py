"""Hostile proposals as data, and what must come of each: refused in words by `fii check` and by a plain build, nothing run.

`tests/examples/hostile-pages/` holds the smallest project, and proposals to lay over it: <case>.md is a page,
<case>.yaml an instrument, <case>.json files by path; <case>.error.txt is what `fii check` says. A payload makes the file
TOUCHED. `python tests/hostile.py` tries them all with the real commands and prints a line each.
"""

from __future__ import annotations

import base64
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

ROOT = Path(__file__).resolve().parent.parent
EXAMPLES = ROOT / "tests" / "examples" / "hostile-pages"
TOUCHED = "GERAAKT"


@dataclass(frozen=True)
class Case:
    """One proposal."""

    path: Path

    @property
    def name(self) -> str:
        """What it is called in reports."""
        return self.path.stem

    @property
    def said(self) -> list[str]:
        """What `fii check` must say of it, line by line."""
        return self.path.with_name(f"{self.name}.error.txt").read_text("utf-8").splitlines()

    @property
    def before_build(self) -> bool:
        """Tell whether MkDocs itself runs what is in it before any of our code: only `make` and `fii check` can refuse."""
        return self.path.suffix == ".json" and "mkdocs.yml" in json.loads(self.path.read_text("utf-8"))

    def lay(self, project: Path) -> None:
        """Put its files into a project."""
        if self.path.suffix == ".md":
            shutil.copyfile(self.path, project / "docs" / "voorstel.md")
        elif self.path.suffix == ".yaml":
            shutil.copyfile(self.path, project / "checklists" / self.path.name)
        else:
            for file, content in json.loads(self.path.read_text("utf-8")).items():
                _put(project / file, content)


def cases() -> list[Case]:
    """Return all proposals, by name."""
    return [
        Case(path) for path in sorted(EXAMPLES.iterdir()) if path.is_file() and not path.name.endswith(".error.txt")
    ]


def project(folder: Path) -> Path:
    """Make the smallest project that builds, with the macros and the configuration of the handbook."""
    shutil.copytree(EXAMPLES / "project", folder)
    for part in ("macros", "overrides"):
        shutil.copytree(ROOT / part, folder / part, ignore=shutil.ignore_patterns("__pycache__"))
    config = (ROOT / "mkdocs.yml").read_text("utf-8").partition("\nnav:")[0]
    nav = "nav:\n  - Start: index.md\n  - Voorstel: voorstel.md\n"
    (folder / "mkdocs.yml").write_text(f"{config}\n{nav}", "utf-8")
    (folder / "docs" / "voorstel.md").write_text(_page("voorstel"), "utf-8")
    return folder


def _page(id_: str) -> str:
    start = (EXAMPLES / "project" / "docs" / "index.md").read_text("utf-8")
    return start.replace("start", id_).replace(f"soort: {id_}", "soort: tekst").replace("Start", "Voorstel")


def _put(path: Path, content: Any) -> None:
    """Write a text; {koppeling} a link, {base64} bytes, {keer: [text, n]} a long text, {erbij} a text behind what is there."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if isinstance(content, str):
        path.write_text(content, "utf-8", newline="")
    elif "koppeling" in content:
        path.symlink_to(content["koppeling"])
    elif "base64" in content:
        path.write_bytes(base64.b64decode(content["base64"]))
    elif "keer" in content:
        text, times = content["keer"]
        path.write_text(_page("voorstel") + text * times, "utf-8")
    else:
        with path.open("a", encoding="utf-8") as file:
            file.write(content["erbij"])


@dataclass(frozen=True)
class Outcome:
    """What came of one proposal."""

    name: str
    refused: bool  #: `fii check` ends with 1 and says its sentences
    not_built: bool  #: a plain build ends with another code than 0; true where that is not tried
    ran: bool  #: something of the proposal was run
    said: str


def try_with_commands(case: Case, folder: Path) -> Outcome:
    """Lay a proposal over a fresh project in `folder`, and start the real commands there."""
    place = project(folder / case.name)
    case.lay(place)
    check = run(["fii_widgets.cli", "check"], place)
    refused = check.returncode == 1 and check.stdout.splitlines()[:-1] == case.said
    not_built, said = True, check.stdout
    if not case.before_build:
        build = run(["mkdocs", "build", "--strict", "-d", str(folder / "site")], place)
        not_built, said = build.returncode != 0, f"{said}{build.stderr[-2000:]}"
    return Outcome(case.name, refused, not_built, bool([*folder.rglob(TOUCHED)]), said)


def run(module: list[str], place: Path) -> subprocess.CompletedProcess[str]:
    """Start a module in a project, with this checkout's own packages."""
    env = os.environ | {
        "PYTHONPATH": str(ROOT),
        "PYTHONUTF8": "1",
        "NO_MKDOCS_2_WARNING": "1",
        "PYTHONDONTWRITEBYTECODE": "1",
    }
    env.pop("GITHUB_ACTIONS", None)
    return subprocess.run(
        [sys.executable, "-m", *module], cwd=place, env=env, check=False, capture_output=True, text=True, timeout=300
    )


def try_all() -> Iterator[Outcome]:
    """Try every proposal with the real commands, each in a folder of its own."""
    for case in cases():
        with tempfile.TemporaryDirectory() as folder:
            yield try_with_commands(case, Path(folder))


def main() -> int:
    """Print a line a proposal; exit 1 when one was not refused, was built, or ran."""
    wrong = 0
    for outcome in try_all():
        good = outcome.refused and outcome.not_built and not outcome.ran
        wrong += not good
        print(f"{outcome.name}: {'refused' if good else outcome}", flush=True)
    print(f"{len(cases())} hostile proposals, {wrong} not refused.")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
