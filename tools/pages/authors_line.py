"""Where an author wrote what stands at an address of the site, and a remark at that line. Reads docs/ and checklists/."""

import os
from collections.abc import Iterable
from pathlib import Path

from fii_widgets.errors import annotation
from tools.paths import ROOT


def remark(level: str, file: str, line: int, text: str, *, always: bool = False) -> None:
    """In a workflow, show a text at its line of the pull request too; level: error, warning or notice."""
    if always or os.environ.get("GITHUB_ACTIONS") == "true":
        print(annotation(level, file, line, text))


def find(page: str, words: Iterable[str] = (), project: Path = ROOT) -> tuple[str, int]:
    """Return the file of a page ("model/", "model/index.html") and the line on which the first of the words stands.

    Line 1 where none of them does; an empty name where no author wrote the page.
    """
    stem = page.removesuffix("index.html").removeprefix("./").strip("/")
    names = [f"docs/{stem}.md", f"docs/{stem}/index.md"] if stem else ["docs/index.md"]
    files = [name for name in (*names, f"{stem}.yaml") if (project / name).is_file()]
    for word in words:
        for name in files:
            for number, line in enumerate((project / name).read_text("utf-8").splitlines(), 1):
                if word and word in line:
                    return name, number
    return (files[0], 1) if files else ("", 0)
