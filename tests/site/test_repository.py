"""Greps over the repository: no registry host, no path of one machine, one version number everywhere."""

import json
import re
import subprocess
import tomllib
from pathlib import Path

import pytest

from tools.paths import ROOT

#: Split, so that this file does not find itself.
FORBIDDEN = {
    "package registry": "|".join(
        ("pypi" + r"\.org", "python" + "hosted", "npm" + r"js\.(org|com)", "yarn" + r"pkg\.com")
    ),
    "machine path": "|".join(
        (r"(?<![\w.])/" + "work/", r"(?<![\w.])/" + "home/", r"(?<![\w.])/" + "root/", "/" + "opt/")
    ),
    "workplace": "|".join((r"\.\./" + "shared", r"\." + "library")),
}
#: An apt or curl address in text is a fact for a reader; these are lists that tools made, checked all the same.
BINARY = {".png", ".woff2", ".ico", ".pdf", ".zip"}


def tracked() -> list[Path]:
    """Every file of the repository, or of an unpacked copy without git."""
    done = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, text=True, check=True)
    return [ROOT / name for name in done.stdout.split("\0") if name and (ROOT / name).is_file()]


def findings(text: str) -> list[str]:
    return [rule for rule, pattern in FORBIDDEN.items() if re.search(pattern, text)]


def test_no_file_names_a_registry_or_a_machine() -> None:
    found = {}
    for path in tracked():
        if path.suffix not in BINARY and (rules := findings(path.read_text("utf-8"))):
            found[path.relative_to(ROOT).as_posix()] = rules
    assert found == {}


@pytest.mark.parametrize(
    "bad",
    ["https://registry." + "npm" + "js.org/x", "--find-links /" + "opt/wheels", "/" + "work/main", "../" + "shared/x"],
)
def test_the_rule_refuses_a_known_bad_line(bad: str) -> None:
    assert findings(bad)


def test_every_locked_package_has_a_hash() -> None:
    for lock in ROOT.glob("requirements*.txt"):
        for entry in re.split(r"\n(?=\w)", lock.read_text("utf-8")):
            assert "==" not in entry or "--hash=sha256:" in entry, entry
    packages = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    assert [name for name, package in packages.items() if name and "integrity" not in package] == []


def test_every_direct_dependency_is_locked() -> None:
    for source in ROOT.glob("requirements*.in"):
        locked = source.with_suffix(".txt").read_text("utf-8")
        for line in source.read_text("utf-8").splitlines():
            name = re.split(r"[=<>\s#]", line)[0]
            assert name.startswith("-") or not name or f"\n{name}==" in f"\n{locked}", name


def test_the_version_is_the_same_everywhere() -> None:
    version = tomllib.loads((ROOT / "pyproject.toml").read_text("utf-8"))["project"]["version"]
    assert json.loads((ROOT / "package.json").read_text("utf-8"))["version"] == version
    assert f'__version__ = "{version}"' in (ROOT / "fii_widgets/__init__.py").read_text("utf-8")
    assert re.search(rf"^  versie: {re.escape(version)}\b", (ROOT / "mkdocs.yml").read_text("utf-8"), re.M)
    assert f"## {version}" in (ROOT / "CHANGELOG.md").read_text("utf-8")


def test_links_and_commands_in_the_readme_exist() -> None:
    for name in ("README.md", "CONTRIBUTING.md"):
        text = (ROOT / name).read_text("utf-8")
        for target in re.findall(r"\]\(([^)#:]+)\)", text):
            assert (ROOT / target).exists(), f"{name}: {target}"


def test_only_what_belongs_there_stands_at_the_top() -> None:
    allowed = {
        "docs", "macros", "checklists", "fii_widgets", "mkdocs.yml", "tests", "README.md", "pyproject.toml", "Makefile",
        "requirements.in", "requirements.txt", "requirements-node.in", "requirements-node.txt", "requirements-java.in",
        "requirements-java.txt", "requirements-properdocs.in", "requirements-properdocs.txt", "requirements-zensical.in",
        "requirements-zensical.txt", "requirements-pdf.in", "requirements-pdf.txt", "requirements-site.in", "requirements-site.txt", "package.json", "package-lock.json", ".npmrc", ".gitignore", ".gitattributes",
        "CONTRIBUTING.md", "CHANGELOG.md", "LICENSE", "links.lock", "aliassen.yml", "codes.lock", ".ci", ".github", "overrides", "tools",
        "tsconfig.json",
    }  # fmt: skip
    assert {path.relative_to(ROOT).parts[0] for path in tracked()} - allowed == set()
