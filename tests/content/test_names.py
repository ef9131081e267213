"""What is written twice must be the same: versions, and paths and commands that the papers name."""

import re
import tomllib
from pathlib import Path

import pytest
import yaml

import fii_widgets

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
