"""Building the site against a plain mkdocs-material build of the same Markdown. Starts programs; opens no browser."""

import re
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

import yaml

from tools.bench.ground import build_site, run
from tools.bench.numbers import Comparison
from tools.edition.lay import configuration
from tools.paths import DOCS, ROOT

OURS = "what `make site` does once the runtime is there: mkdocs with instruments, all passes, the checker over the built site"
THEIRS = "`mkdocs build` with mkdocs-material as it comes and its search plugin, over the same Markdown; macros replaced by empty strings beforehand, no runtime to copy"
_MACRO = re.compile(r"\{\{.*?\}\}|\{%.*?%\}", re.DOTALL)


def measure(work: Path, times: int, say: Callable[[str], None]) -> list[Comparison]:
    """Measure in turns."""
    plain = lay_plain(work / "plain")
    comparison = Comparison("building the site", OURS, THEIRS, unit="s", digits=1)
    for turn in range(times):
        ours = _clock(lambda: build_site(work / "site"))
        theirs = _clock(lambda: run("the plain build", ["-m", "mkdocs", "build", "--quiet"], plain))
        comparison.add(ours, theirs)
        say(f"{comparison.name}, {turn + 1} of {times}: {ours:.1f} against {theirs:.1f} s")
    return [comparison]


def lay_plain(folder: Path) -> Path:
    """Write the project of the plain build: Markdown and drawings, and the smallest configuration."""
    shutil.rmtree(folder, ignore_errors=True)
    for source in DOCS.rglob("*.md"):
        target = folder / "docs" / source.relative_to(DOCS)
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(without_macros(source.read_text("utf-8")), "utf-8")
    text = yaml.safe_dump(plain_configuration(configuration(ROOT / "mkdocs.yml")), allow_unicode=True)
    (folder / "mkdocs.yml").write_text(text, "utf-8")
    return folder


def without_macros(text: str) -> str:
    """Take every macro out of a page."""
    return _MACRO.sub("", text)


def plain_configuration(own: dict[str, Any]) -> dict[str, Any]:
    """Give the configuration of the plain build; what changes how Markdown is read and ordered is the same as ours."""
    same: dict[str, Any] = {
        name: own[name] for name in ("nav", "markdown_extensions", "use_directory_urls") if name in own
    }
    return {"site_name": own["site_name"], "theme": {"name": "material"}, "plugins": ["search"], **same}


def _clock(work: Callable[[], None]) -> float:
    start = time.perf_counter()
    work()
    return time.perf_counter() - start
