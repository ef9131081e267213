"""The house: no room too full, no module too long, and the scripts in layers, as the architecture page lists them."""

import re
from collections import Counter
from pathlib import Path, PurePosixPath

from tools.paths import ROOT

CODE = ("fii_widgets", "macros", "tools", "tests", "docs/javascripts", "docs/stylesheets")
#: how many files of code a folder may hold, and how many lines a module
FILES, LINES = 16, 300
SCRIPTS = ROOT / "docs/javascripts"
_IMPORT = re.compile(r"^(?:import|export)\b[^;]*?'(\.[^']+)'", re.MULTILINE)


def code() -> list[Path]:
    return [
        path
        for folder in CODE
        for path in (ROOT / folder).rglob("*.*")
        if path.suffix in {".py", ".js", ".css"} and not {"vendor", "examples"} & set(path.parts)
    ]


def test_no_room_is_too_full() -> None:
    full = Counter(path.parent.relative_to(ROOT).as_posix() for path in code() if path.name != "__init__.py")
    assert {folder: count for folder, count in full.items() if count > FILES} == {}
    assert max(full.values()) > FILES // 2  # they are counted


def test_no_module_is_too_long() -> None:
    product = [path for path in code() if not path.is_relative_to(ROOT / "tests")]
    long = {path.relative_to(ROOT).as_posix(): len(path.read_text("utf-8").splitlines()) for path in product}
    assert {path: lines for path, lines in long.items() if lines > LINES} == {}
    assert max(long.values()) > LINES // 2


def layers() -> list[str]:
    """The folders of the scripts in the order of the architecture page: one takes of those before it only."""
    tree = (ROOT / "docs/over/hoe-deze-site-werkt.md").read_text("utf-8").split("```")[1]
    return re.findall(r"^ {4}([a-z]+)/", tree.split("javascripts/")[1].split("stylesheets/")[0], re.MULTILINE)


def upward(order: list[str], modules: dict[str, str]) -> list[str]:
    """Imports from a folder that stands later in the order; a module in no folder is an entry, of which nothing takes."""
    rank = {folder: number for number, folder in enumerate(order)}
    wrong = []
    for name, text in modules.items():
        here = PurePosixPath(name).parent
        for target in _IMPORT.findall(text):
            there = PurePosixPath(*_walked((*here.parts, *PurePosixPath(target).parts))).parent
            if "vendor" not in there.parts and rank.get(str(there), len(order)) > rank.get(str(here), len(order)):
                wrong.append(f"{name}: {target}")
    return wrong


def _walked(parts: tuple[str, ...]) -> list[str]:
    walked: list[str] = []
    for part in parts:
        if part == "..":
            walked.pop()
        else:
            walked.append(part)
    return walked


def test_scripts_take_of_the_layers_below_them_only() -> None:
    modules = {
        path.relative_to(SCRIPTS).as_posix(): path.read_text("utf-8")
        for path in SCRIPTS.rglob("*.js")
        if "vendor" not in path.parts
    }
    assert upward(layers(), modules) == []
    assert sum(len(_IMPORT.findall(text)) for text in modules.values()) > 300


def test_an_import_upward_is_refused() -> None:
    bad = {
        "base/a.js": "import { b } from '../page/b.js';\nimport './c.js';",
        "page/b.js": "export {\n  c,\n} from '../init.js';",
    }
    assert upward(["base", "page"], bad) == ["base/a.js: ../page/b.js", "page/b.js: ../init.js"]
