"""What a contributor adds is welcome: an instrument, a case, a heading and a term, in a copy of the project.

Adding an instrument is writing one YAML file. Nothing needs a lock, a list of the tests or a count to be changed.
"""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from fii_widgets.cli import main
from tests.site import test_counts
from tests.site.addresses import test_links_lock, test_moved
from tools import check_site, passes
from tools.addresses import codes, links_lock
from tools.check_site.site import Site
from tools.pages import markup, places
from tools.paths import ROOT

COPIED = ("checklists", "docs", "fii_widgets", "macros", "overrides", "tools")
#: made by commands, and not needed to see what a page says
LEFT_OUT = shutil.ignore_patterns("__pycache__", "runtime")
CASE, HEADING, TERM = (
    "model/4-versterken/casus-toetskamer/",
    "inleiding/#hb-inleiding-nieuw",
    "naslag/begrippen/#term-toetskamer",
)

#: `make test` has its short form: the example edition, which adds an instrument and pages (tests/site/edition)
pytestmark = pytest.mark.full


@pytest.fixture(autouse=True)
def _a_proposal(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is new is welcome in a proposal; `make test-full` stands before a release."""
    monkeypatch.delenv("FII_RELEASE", raising=False)


@pytest.fixture(scope="module")
def proposed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a project with one YAML file more, the example to copy under a name of its own; and a new case, heading and term."""
    project = tmp_path_factory.mktemp("project")
    for name in COPIED:
        shutil.copytree(ROOT / name, project / name, ignore=LEFT_OUT)
    for name in ("mkdocs.yml", "pyproject.toml"):
        shutil.copyfile(ROOT / name, project / name)
    example = (ROOT / "checklists" / "_voorbeeld.yaml").read_text("utf-8")
    text = example.replace("id: voorbeeld", "id: toetslijst").replace("vb-", "bl-")
    text = text.replace("titel: Een lijst om te kopiëren", "titel: Onze toetslijst").replace(
        "herkomst: afgeleid", "herkomst: eigen"
    )
    lines = [line for line in text.splitlines() if not line.strip().startswith(("bron:", "staat_op:"))]
    (project / "checklists" / "toetslijst.yaml").write_text("\n".join(lines) + "\n", "utf-8")
    _add_text(project)
    env = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(project)}
    for command in (["fii_widgets", "check"], ["mkdocs", "build", "--strict", "--site-dir", str(project / "site")]):
        done = subprocess.run(
            [sys.executable, "-m", *command], cwd=project, env=env, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


def _add_text(project: Path) -> None:
    new = ["casus", "toetskamer", "--fase", "4", "--titel", "De toetskamer"]
    assert main(["--map", str(project), "nieuw", *new]) == 0
    case = project / "docs" / f"{CASE[:-1]}.md"
    case.write_text(re.sub(r"\[vul in: [^\]]*\]", "Een zin.", case.read_text("utf-8")), "utf-8")
    config = project / "mkdocs.yml"
    line = re.search(r"^( *)- .*model/4-versterken/4a-.*\n", config.read_text("utf-8"), re.M)
    assert line
    menu = f'{line[0]}{line[1]}- "De toetskamer": {CASE[:-1]}.md\n'
    config.write_text(config.read_text("utf-8").replace(line[0], menu, 1), "utf-8")
    for address, title in ((HEADING, "Nieuw"), (TERM, "Buurtkamer")):
        page, _, id_ = address.partition("/#")
        file = project / "docs" / f"{page}.md"
        file.write_text(f"{file.read_text('utf-8')}\n## {title} {{: #{id_} }}\n\nEen zin.\n", "utf-8")


@pytest.fixture(scope="module")
def finished(proposed: Path) -> Path:
    """The same after the passes."""
    folder = proposed.with_name("finished")
    shutil.copytree(proposed, folder)
    (folder / "runtime").mkdir()  # it is made by a command of its own
    passes.apply(folder)
    return folder


@pytest.fixture(scope="module")
def addresses(finished: Path) -> list[str]:
    return places.offered(finished)


def test_what_is_new_passes_the_checks_of_the_build_and_is_told(
    finished: Path, addresses: list[str], capsys: pytest.CaptureFixture[str]
) -> None:
    site = Site(finished)
    changed = {
        CASE,
        "inleiding/",
        "naslag/begrippen/",
        "checklists/toetslijst/",
        "checklists/",
        "dossier/",
        "model/4-versterken/",
    }
    pages = [site.pages[f"{address}index.html"] for address in changed]
    assert [str(one) for page in pages for rule in check_site.RULES.values() for one in rule(page, site)] == []
    assert links_lock.main(["--controle", str(finished)]) == 0
    assert links_lock.WELCOME in capsys.readouterr().err
    assert {CASE, f"{CASE}#cas-toetskamer", HEADING, TERM, "checklists/toetslijst/#bl-01"} <= set(addresses)


def test_what_is_new_passes_the_tests_of_the_locks_and_the_counts(finished: Path, addresses: list[str]) -> None:
    test_links_lock.test_the_site_offers_what_was_promised(finished)
    test_moved.test_every_place_shows_its_code_and_every_code_has_a_page(finished)
    for name in test_counts.COUNTS:
        test_counts.test_nothing_of_the_guide_is_missing_or_double(name, addresses)


def test_a_new_place_gets_a_code_that_was_never_given(finished: Path) -> None:
    kept, made = codes.read(), codes.of_site(finished)
    new = {
        made.of[address]
        for address in (CASE, f"{CASE}#cas-toetskamer-verloop", HEADING, TERM, "checklists/toetslijst/#bl-01")
    }
    assert len(new) == 5
    assert not new & {*kept}


def test_it_has_a_page_with_its_form(proposed: Path) -> None:
    page = markup.read(proposed / "checklists" / "toetslijst" / "index.html")
    assert [markup.text(title) for title in page.css("h1")] == ["Onze toetslijst"]
    assert page.css_first('#toetslijst [data-fii-form] input[type=radio][name="bl-01"][value="rood"]')
    assert page.css_first("#toetslijst [data-fii-summary]")


def test_it_is_in_the_dossier_the_index_the_menu_and_the_proefbank(proposed: Path) -> None:
    dossier = markup.read(proposed / "dossier" / "index.html")
    assert "bl-01" in {node.attrs.get("data-fii-item") for node in markup.elements(dossier)}
    index = markup.read(proposed / "checklists" / "index.html")
    assert index.css_first('dl.fii-instruments a[href$="checklists/toetslijst/"]')
    assert index.css_first('nav.fii-nav a[href$="toetslijst/"]')
    bench = markup.read(proposed / "proefbank" / "index.html")
    assert bench.css_first('select option[value="toetslijst"]')


def test_the_site_without_that_file_has_none_of_it(site: Path) -> None:
    assert not (site / "checklists" / "toetslijst").exists()
    assert "toetslijst" not in (site / "dossier" / "index.html").read_text("utf-8")
