"""Lay an edition over a copy of the handbook in a build folder. Neither the handbook nor the edition is touched."""

import json
import shutil
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import yaml

from fii_widgets.handbook.pages import read_page
from tools.edition import colours
from tools.edition.read import Edition

#: Of the handbook's folder: what commands make again, what git keeps, and the tests.
LEFT_OUT = (
    ".git", ".venv", ".cache", "node_modules", "site", "site.old", "dist", "build", "tests", "__pycache__",
    ".mypy_cache", ".ruff_cache", ".pytest_cache", ".hypothesis", ".import_linter_cache", "*.egg-info",
)  # fmt: skip
SITE, BASE = "mkdocs.yml", "mkdocs-handboek.yml"
STYLES = "stylesheets/editie.css"
EXAMPLES = "eigen/voorbeelden.md"


def lay(edition: Edition, files: Mapping[str, Path], handbook: Path, target: Path) -> None:
    """Make `target` anew: the handbook, the edition's files, and a configuration that inherits the handbook's."""
    if target.exists():
        shutil.rmtree(target)
    # a link stays a link, so that the check of the copy sees it
    shutil.copytree(handbook, target, symlinks=True, ignore=shutil.ignore_patterns(*LEFT_OUT))
    for place, path in files.items():
        (target / place).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(path, target / place)
    light, dark = (edition.colours.get(face, {}) for face in ("licht", "donker"))
    (target / "docs" / STYLES).write_text(colours.style_sheet(edition.name, light, dark), "utf-8")
    examples = [place for place in files if place.startswith("docs/voorbeelden/")]
    if examples and f"docs/{EXAMPLES}" not in files:
        (target / "docs" / EXAMPLES).parent.mkdir(exist_ok=True)
        (target / "docs" / EXAMPLES).write_text(_examples_page(edition, examples), "utf-8")
    shutil.move(target / SITE, target / BASE)
    _configure(edition, files, target)
    _link(handbook / "node_modules", target / "node_modules")


def _configure(edition: Edition, files: Mapping[str, Path], target: Path) -> None:
    base = configuration(target / BASE)
    pages = sorted((target / "docs" / "eigen").rglob("*.md"))
    own = [
        path.relative_to(target / "docs").as_posix()
        for path in sorted(pages, key=lambda path: (path.stem != "index", path.as_posix()))
    ]
    sheets = [f"checklists/{Path(place).stem}.md" for place in files if place.startswith("checklists/")]
    part = edition.menu or f"Van {edition.organisation}"
    extra: dict[str, Any] = {
        "editie": edition.id,
        "organisatie": edition.organisation,
        "ondertitel": edition.subtitle,
        "welkom": edition.welcome,
        "logo": next((place.removeprefix("docs/") for place in files if place.startswith("docs/images/editie")), ""),
        "eigen": [_address(file) for file in (*own, *sheets)],
    }
    if edition.contact:
        extra["contact"] = edition.contact
    config = {
        "INHERIT": BASE,
        "site_name": edition.name,
        "extra": extra,
        "extra_css": [*base["extra_css"], STYLES],
        "nav": [*base["nav"], *([{part: [{_title(target / "docs" / file): file} for file in own]}] if own else [])],
    }
    text = yaml.safe_dump(config, allow_unicode=True, sort_keys=False, width=10_000)
    # as lines of its own: `fii check` reads this file as an author does
    text += "not_in_nav: |\n" + "".join(f"  {rule}\n" for rule in base.get("not_in_nav", "").split())
    (target / SITE).write_text(f"# Made from editie.yaml; the handbook's own is {BASE}.\n{text}", "utf-8")


def _address(file: str) -> str:
    """The address of a page, as the templates of every engine know it."""
    return file.removesuffix("index.md") if file.endswith("/index.md") else f"{file.removesuffix('.md')}/"


def _title(path: Path) -> str:
    page = read_page(path.name, path.read_text("utf-8"))
    return page.value("title") or path.stem


def _examples_page(edition: Edition, examples: list[str]) -> str:
    """List the examples of an edition, with how to open one."""
    links = "\n".join(f'{{{{ voorbeeld("{Path(place).stem}") }}}}\n' for place in examples)
    return f"""---
id: "eigen-voorbeelden"
soort: "tekst"
title: "Onze voorbeelden"
description: {json.dumps(f"Dossiers van {edition.organisation} om te bekijken of mee te oefenen.", ensure_ascii=False)}
gewijzigd: 2026-01-01
bronnen: []
---
# Onze voorbeelden {{: #eigen-voorbeelden }}

Een voorbeeld opent in [het dossier](../dossier.md), naast uw eigen dossier.
U ziet eerst wat erin staat; daarna kiest u zelf.

{links}
"""


def _link(source: Path, target: Path) -> None:
    """Let the build folder use the handbook's packages; Windows links a folder without special rights in its own way."""
    try:
        target.symlink_to(source, target_is_directory=True)
    except OSError:
        import _winapi

        _winapi.CreateJunction(str(source), str(target))  # type: ignore[attr-defined,unused-ignore]


def configuration(file: Path) -> dict[str, Any]:
    """Read a mkdocs.yml; what comes from the environment (`!ENV`) does not matter here, and is nothing."""

    class Plain(yaml.SafeLoader):
        """Knows no tags."""

    Plain.add_multi_constructor("", lambda *_: None)
    read: dict[str, Any] = yaml.load(file.read_text("utf-8"), Plain)
    return read
