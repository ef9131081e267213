"""mkdocs.yml says what the build does and what the templates print: every key has its values, and no others."""

from pathlib import Path

import pytest

from fii_widgets.lint.site_file import check_site_file
from tools.paths import ROOT

CONFIG = (ROOT / "mkdocs.yml").read_text("utf-8").partition("\nnav:")[0] + "\nnav:\n  - Start: index.md\n"


def told(folder: Path, text: str) -> list[int]:
    (folder / "docs").mkdir(exist_ok=True)
    (folder / "docs" / "index.md").touch()
    (folder / "mkdocs.yml").write_text(text, "utf-8")
    return [problem.line for problem in check_site_file(folder)]


def line_of(part: str, text: str = CONFIG) -> int:
    return next(number for number, line in enumerate(text.splitlines(), 1) if part in line)


MAIL, EDIT, SITE, REPO = (
    f'{key}: !ENV [{name}, ""]'
    for key, name in (("contact", "HANDBOEK_MAIL"), ("edit_uri", "HANDBOEK_BEWERK"), ("site_url", "HANDBOEK_URL"), ("repo_url", "HANDBOEK_REPO"))
)  # fmt: skip
BAD = [
    (MAIL, 'contact: "javascript:alert(1)"'), (MAIL, "contact: 'a@x.nl\" onclick=\"x'"), (MAIL, 'contact: !ENV [HOME, ""]'),
    (MAIL, 'contact: !ENV [HANDBOEK_URL, ""]'), (MAIL, 'contact: !ENV [HANDBOEK_MAIL, HOME, ""]'), (MAIL, "contact: [a@x.nl]"),
    (EDIT, 'edit_uri: "javascript:alert(1)//"'), (EDIT, "edit_uri: 'x\" onclick=\"y'"), (EDIT, 'edit_uri: "data:text/html,x"'),
    (SITE, 'site_url: "javascript:alert(1)//"'), (SITE, 'site_url: "//kwaad.example/"'), (SITE, "site_url: 'https://x.nl/\"x'"),
    (REPO, 'repo_url: "javascript:alert(1)"'), (REPO, "repo_url: 'https://x.nl/\" onclick=\"x'"), (REPO, "repo_url: !ENV HOME"),
    ("site_name: Handboek FII", 'site_name: !ENV [HANDBOEK_NAAM, ""]'), ("docs_dir: docs", "docs_dir: !ENV [HANDBOEK_MAP, docs]"),
    ("strict: true", "strict: false"), ("use_directory_urls: true", "use_directory_urls: false"),
    ("generator: false", "generator: true"), ("generator: false", "analytics: {provider: google, property: G-1}"),
    ("generator: false", "logo: 'https://kwaad.example/x.png\" onerror=\"alert(1)'"), ("generator: false", "logo: https://kwaad.example/x.png"),
    ("generator: false", "eigen: ['javascript:alert(1)']"), ("generator: false", "eigen: {a: b}"), ("generator: false", "social: [{link: 'javascript:1'}]"),
    ("editie: handboek-fii", "editie: 'a\"b'"), ("versie: 0.1.0", "versie: '<b>'"), ("Start: index.md", "Start: weg.md"),
    ("Start: index.md", 'Start: "javascript:alert(1)"'), ("Start: index.md", "Start: 'https://x.nl/\" onmouseover=\"alert(1)'"),
    ("Start: index.md", "Start: https://x.nl/"), ("Start: index.md", "Start: //x.nl/x.md"), ("Start: index.md", "Start: ../docs/index.md"), ("Start: index.md", "Start:"),
]  # fmt: skip


@pytest.mark.parametrize(("old", "new"), BAD)
def test_a_value_that_no_table_knows_is_named_at_its_line(tmp_path: Path, old: str, new: str) -> None:
    assert CONFIG.count(old) == 1
    text = CONFIG.replace(old, new)
    assert line_of(new, text) in told(tmp_path, text)


def test_what_a_broken_link_does_to_the_build_is_fixed(tmp_path: Path) -> None:
    text = CONFIG.replace("omitted_files: warn", "omitted_files: ignore")
    assert told(tmp_path, text) == [line_of("validation:")]


def test_no_other_file_is_taken_for_the_configuration(tmp_path: Path) -> None:
    (tmp_path / "mkdocs.yaml").touch()
    assert [problem.file for problem in check_site_file(tmp_path)] == ["mkdocs.yaml"]


@pytest.mark.parametrize("key", ["strict", "use_directory_urls", "docs_dir"])
def test_what_the_build_does_cannot_be_left_out(tmp_path: Path, key: str) -> None:
    assert told(tmp_path, "\n".join(line for line in CONFIG.splitlines() if not line.startswith(f"{key}:")))


@pytest.mark.parametrize("start", ["%TAG ! tag:yaml.org,2002:python/\n---\n", "%YAML 1.2\n---\n"])
def test_a_directive_is_refused(tmp_path: Path, start: str) -> None:
    assert told(tmp_path, start + CONFIG) == [1]


@pytest.mark.parametrize(
    ("old", "new"),
    [
        (MAIL, "contact: handboek@uw-organisatie.nl"), (MAIL, 'contact: ""'), (SITE, "site_url: https://handboek.example:8080/a/b/"),
        (REPO, "repo_url: http://git.example/team/handboek"), (EDIT, "edit_uri: edit/main/docs/"),
        ("site_name: Handboek FII", "site_name: 'Handboek \"Oost\" & West'"),
        ("generator: false", "generator: false\n  logo: images/editie.svg\n  organisatie: Oost\n  eigen: [eigen/, eigen/over-ons/]"),
        ("Start: index.md", "Start:\n      - index.md\n      - Lijst: checklists/toetslijst.md"),
    ],
)  # fmt: skip
def test_what_publishers_and_editions_write_passes(tmp_path: Path, old: str, new: str) -> None:
    (tmp_path / "checklists").mkdir()
    (tmp_path / "checklists" / "toetslijst.yaml").touch()
    assert told(tmp_path, CONFIG.replace(old, new)) == []
