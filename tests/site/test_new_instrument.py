"""Adding an instrument is writing one YAML file: in a copy of the project, and nothing else is touched."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools import markup
from tools.places import ROOT

COPIED = ("checklists", "docs", "fii_widgets", "macros", "overrides", "tools")
#: made by commands, and not needed to see what a page says
LEFT_OUT = shutil.ignore_patterns("__pycache__", "runtime", "vendor", "fonts", "images")


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site of a project with one YAML file more: the example to copy, under a name of its own."""
    project = tmp_path_factory.mktemp("project")
    for name in COPIED:
        shutil.copytree(ROOT / name, project / name, ignore=LEFT_OUT)
    for name in ("mkdocs.yml", "pyproject.toml"):
        shutil.copyfile(ROOT / name, project / name)
    example = (ROOT / "checklists" / "_voorbeeld.yaml").read_text("utf-8")
    text = example.replace("id: voorbeeld", "id: buurtlijst").replace("vb-", "bl-")
    text = text.replace("titel: Een lijst om te kopiëren", "titel: Onze buurtlijst").replace(
        "herkomst: afgeleid", "herkomst: eigen"
    )
    lines = [line for line in text.splitlines() if not line.strip().startswith(("bron:", "staat_op:"))]
    (project / "checklists" / "buurtlijst.yaml").write_text("\n".join(lines) + "\n", "utf-8")
    env = os.environ | {"NO_MKDOCS_2_WARNING": "1", "PYTHONPATH": str(project)}
    for command in (["fii_widgets", "check"], ["mkdocs", "build", "--strict", "--site-dir", str(project / "site")]):
        done = subprocess.run(
            [sys.executable, "-m", *command], cwd=project, env=env, capture_output=True, text=True, check=False
        )
        assert done.returncode == 0, done.stdout + done.stderr
    return project / "site"


def test_it_has_a_page_with_its_form(site: Path) -> None:
    page = markup.read(site / "checklists" / "buurtlijst" / "index.html")
    assert [markup.text(title) for title in page.css("h1")] == ["Onze buurtlijst"]
    assert page.css_first('#buurtlijst [data-fii-form] input[type=radio][name="bl-01"][value="rood"]')
    assert page.css_first("#buurtlijst [data-fii-summary]")


def test_it_is_in_the_dossier_the_index_the_menu_and_the_proefbank(site: Path) -> None:
    dossier = markup.read(site / "dossier" / "index.html")
    assert dossier.css_first('#buurtlijst [data-fii-item="bl-01"]')
    index = markup.read(site / "checklists" / "index.html")
    assert index.css_first('dl.fii-instruments a[href$="checklists/buurtlijst/"]')
    assert index.css_first('nav.fii-nav a[href$="buurtlijst/"]')
    bench = markup.read(site / "proefbank" / "index.html")
    assert bench.css_first('select option[value="buurtlijst"]')


def test_the_site_without_that_file_has_none_of_it(generated: Path) -> None:
    assert not (generated / "checklists" / "buurtlijst").exists()
    assert "buurtlijst" not in (generated / "dossier" / "index.html").read_text("utf-8")
