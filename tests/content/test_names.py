"""What is written twice must be the same: versions, and paths and commands that the papers name."""

import json
import re
import tomllib
from pathlib import Path

import pytest
import yaml

import fii_widgets
from tools import do

PROJECT = Path(__file__).parents[2]
PAPERS = ["README.md", "CONTRIBUTING.md", "docs/over/hoe-deze-site-werkt.md"]
PATH = re.compile(r"`((?:docs|checklists|fii_widgets|macros|tools|tests|overrides|\.github|\.ci)/[^`\s<>*]*)`")
MADE = ("docs/runtime", "docs/javascripts/vendor", "docs/stylesheets/fonts")


def test_the_version_is_the_same_everywhere() -> None:
    project = tomllib.loads((PROJECT / "pyproject.toml").read_text("utf-8"))["project"]
    site = yaml.load((PROJECT / "mkdocs.yml").read_text("utf-8").replace("!ENV", ""), yaml.SafeLoader)
    assert fii_widgets.__version__ == project["version"] == site["extra"]["versie"]


@pytest.mark.parametrize("paper", PAPERS)
def test_every_path_a_paper_names_exists(paper: str) -> None:
    named = PATH.findall((PROJECT / paper).read_text("utf-8"))
    gone = [path for path in named if not path.startswith(MADE) and not (PROJECT / path).exists()]
    assert gone == []


@pytest.mark.parametrize("paper", ["README.md", "CONTRIBUTING.md"])
def test_every_make_command_a_paper_names_exists(paper: str) -> None:
    targets = set(re.findall(r"^([a-z-]+):", (PROJECT / "Makefile").read_text("utf-8"), re.M))
    targets |= set(re.findall(r"^\.PHONY: (.*)$", (PROJECT / "Makefile").read_text("utf-8"), re.M)[0].split())
    named = set(re.findall(r"`make ([a-z-]+)`", (PROJECT / paper).read_text("utf-8")))
    assert named <= targets


ARCHITECTURE = (PROJECT / "docs/over/hoe-deze-site-werkt.md").read_text("utf-8")
#: folders that hold no source of ours, or nothing that needs a word
NOT_TOLD = {"site", "dist", "build", "node_modules", "__pycache__"}


def real_tree() -> set[str]:
    """Folders that git would keep: those at the root and theirs, and those of the scripts."""
    top = [p for p in PROJECT.iterdir() if p.is_dir() and not p.name.startswith(".") and p.name not in NOT_TOLD]
    told = {"docs": {"javascripts", "stylesheets", "images", "voorbeelden"}, "overrides": set()}
    found = {f"{p.name}/" for p in top}
    for folder in top:
        for p in folder.iterdir():
            if p.is_dir() and p.name != "__pycache__" and p.name in told.get(folder.name, {p.name}):
                found.add(f"{folder.name}/{p.name}/")
    scripts = PROJECT / "docs/javascripts"
    return found | {f"docs/javascripts/{p.name}/" for p in scripts.iterdir() if p.is_dir() and p.name != "vendor"}


def told_tree(page: str) -> set[str]:
    """Folders in the architecture page's tree."""
    found: list[str] = []
    for line in page.split("```")[1].strip("\n").splitlines():
        depth = (len(line) - len(line.lstrip())) // 2
        above = next((folder for folder in reversed(found) if folder.count("/") == depth), "") if depth else ""
        found.append(above + line.split()[0])
    return set(found)


def test_the_tree_on_the_architecture_page_is_the_real_one() -> None:
    assert told_tree(ARCHITECTURE) == real_tree()


def astray(page: str) -> list[str]:
    """Stops of the tour whose file is not there, or does not hold the word that is named."""
    tour = page.split("{: #over-hoe-rondleiding }")[1].split("\n### ")[0]
    stops = re.findall(r"^\d+\. `([^`]+)`:.*?`([^`]+)`", tour, re.MULTILINE)
    assert len(stops) == len(re.findall(r"^\d+\. ", tour, re.MULTILINE)) >= 12
    return [
        f"{path}: {word}"
        for path, word in stops
        if not (PROJECT / path).is_file()
        or not re.search(rf"\b{re.escape(word)}\b", (PROJECT / path).read_text("utf-8"))
    ]


def test_the_tour_from_yaml_to_summary_goes_past_what_is_there() -> None:
    assert astray(ARCHITECTURE) == []
    bad = ARCHITECTURE.replace("`read_instrument`", "`read_it`").replace(
        "`fii_widgets/browser.py`", "`fii_widgets/page.py`"
    )
    assert astray(bad) == ["fii_widgets/instrument/text/source.py: read_it", "fii_widgets/page.py: call"]


def test_every_command_is_on_the_architecture_page() -> None:
    named = set(re.findall(r"`make ([a-z-]+)`", ARCHITECTURE.split("{: #over-hoe-opdrachten }")[1]))
    assert named == set(do.COMMANDS)


def direct_dependencies() -> set[str]:
    lines = [line for path in PROJECT.glob("requirements*.in") for line in path.read_text("utf-8").splitlines()]
    python = {re.split(r"[=<>\[ ]", line)[0] for line in lines if line and not line.startswith(("#", "-c "))}
    package = json.loads((PROJECT / "package.json").read_text("utf-8"))
    return {*python, *package.get("dependencies", {}), *package.get("devDependencies", {})}


def told_dependencies(page: str) -> set[str]:
    """Libraries in the table of the architecture page that have a reason behind them."""
    table = page.split("| Bibliotheek | Waarvoor |")[1].split("\n\n")[0]
    rows = [row.split("|")[1:3] for row in table.splitlines()[2:]]
    return {name.strip() for names, reason in rows if reason.strip() for name in names.split(",")}


def test_every_direct_dependency_has_its_reason_on_the_architecture_page() -> None:
    assert told_dependencies(ARCHITECTURE) == direct_dependencies()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("| watchdog |", "| waakhond |"),
        ("| zensical, properdocs |", "| zensical |"),
        ("| esbuild | weinig", "| esbuild | | weinig"),
    ],
)
def test_a_dependency_without_a_reason_is_noticed(old: str, new: str) -> None:
    assert old in ARCHITECTURE
    assert told_dependencies(ARCHITECTURE.replace(old, new)) != direct_dependencies()


def test_a_tree_that_is_not_the_real_one_is_noticed() -> None:
    assert told_tree(ARCHITECTURE.replace("  passes/ ", "  passen/ ")) != real_tree()
    assert told_tree(ARCHITECTURE.replace("  passes/ ", "  passes/ x\n  nieuw/ ")) != real_tree()
