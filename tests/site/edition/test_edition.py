"""An organisation's own edition, built by the command that people use: site and offline copy, from one folder."""

import os
import shutil
import socket
import subprocess
import sys
import urllib.request
import zipfile
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Playwright

import fii_widgets
from tests.browser.driver.chromium import FLAGS
from tests.browser.driver.start import program
from tools.addresses import codes
from tools.edition import own_codes
from tools.edition.lay import LEFT_OUT
from tools.pages import markup
from tools.paths import ROOT, RUNTIME

EXAMPLE = ROOT / "tests" / "examples" / "editie"
pytestmark = pytest.mark.skipif(not (RUNTIME / "runtime.json").is_file(), reason="no runtime: make runtime")


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder with site/ and dist/ of the example edition."""
    folder = tmp_path_factory.mktemp("uitgave")
    command = [
        "tools.edition",
        "offline",
        f"--editie={EXAMPLE}",
        f"--to={folder / 'site'}",
        f"--dist={folder / 'dist'}",
    ]
    done = subprocess.run([sys.executable, "-m", *command], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def test_every_page_has_its_name_logo_colours_and_contact(made: Path) -> None:
    for name in ("index.html", "model/1-signaleren/1a-opdrachtgever/index.html", "eigen/index.html"):
        page = markup.read(made / "site" / name)
        mark = page.css_first(".fii-merk__naam")
        assert mark is not None
        assert markup.text(mark) == "Handboek Welzijn Oost"
        assert page.css_first('.fii-merk img[src$="images/editie.svg"][alt=""]')
        assert page.css_first('meta[name="fii-edition"][content="welzijn-oost"]')
        assert page.css_first(f'meta[name="fii-version"][content="{fii_widgets.__version__}"]')
        assert page.css_first('link[rel="stylesheet"][href*="stylesheets/handboek-"]')
        assert page.css_first('.fii-footer a[href="mailto:vernieuwen@welzijn-oost.example"]')
    home = markup.read(made / "site" / "index.html")
    assert home.css_first('.fii-welkom a[href="eigen/"]')
    (sheet,) = (made / "site" / "stylesheets").glob("handboek-*.css")
    assert sheet.read_text("utf-8").rfind("--schakel: #00584f") > 0


def test_its_own_instrument_works_where_all_instruments_do(made: Path) -> None:
    page = markup.read(made / "site" / "checklists" / "buurtlijst" / "index.html")
    assert page.css_first('#buurtlijst [data-fii-form] input[type=radio][name="buurtlijst-01"][value="rood"]')
    dossier = markup.read(made / "site" / "dossier" / "index.html")
    assert "buurtlijst-01" in {node.attrs.get("data-fii-item") for node in markup.elements(dossier)}


def test_its_own_pages_and_examples_are_in_the_menu(made: Path) -> None:
    home = markup.read(made / "site" / "index.html")
    for address in ("eigen/", "eigen/voorbeelden/", "checklists/buurtlijst/"):
        assert home.css_first(f'nav.fii-nav a[href="{address}"]'), address
    codes = next((made / "site" / "javascripts").glob("codes-list-*.js")).read_text("utf-8").replace("\\", "")
    assert '"eigen1":"eigen/"' in codes, "a code that no later handbook gives out"
    assert '"buurtlijst":"checklists/buurtlijst/"' in codes
    examples = markup.read(made / "site" / "eigen" / "voorbeelden" / "index.html")
    assert examples.css_first('article a[href="../../voorbeelden/buurtkamer.json"]')
    assert examples.css_first('article a[href="../../dossier/#voorbeeld-buurtkamer"]')
    dossier = markup.read(made / "site" / "dossier" / "index.html")
    assert dossier.css_first('#voorbeeld-buurtkamer[data-fii-example="buurtkamer"]')
    assert dossier.css_first("#voorbeeld-samen-leren"), "those of the handbook stay"
    assert "van Welzijn Oost" in markup.text(examples.css_first(".fii-herkomst"))  # type: ignore[arg-type]


def test_the_offline_copy_has_all_of_it_under_its_own_name(made: Path) -> None:
    name = f"welzijn-oost-{fii_widgets.__version__}"
    with zipfile.ZipFile(made / "dist" / f"{name}.zip") as archive:
        names = set(archive.namelist())
        readme = archive.read(f"{name}/LEESMIJ.txt").decode("utf-8-sig")
    assert readme.startswith(f"Handboek Welzijn Oost, versie {fii_widgets.__version__}")
    wanted = (
        "checklists/buurtlijst/index.html", "eigen/index.html", "voorbeelden/buurtkamer.json", "voorbeelden/buurtkamer.js", "images/editie.svg",
        "javascripts/handboek.js", "runtime/fii.zip.js",
    )  # fmt: skip
    assert {f"{name}/{file}" for file in wanted} <= names


def test_the_handbook_itself_is_as_it_was(made: Path) -> None:
    left = [
        ROOT / "docs" / "eigen",
        ROOT / "docs" / "checklists" / "buurtlijst.md",
        ROOT / "checklists" / "buurtlijst.yaml",
    ]
    assert [path for path in left if path.exists()] == []


def test_codes_of_its_own_places_are_kept_in_its_folder(made: Path, tmp_path: Path) -> None:
    count, lost = own_codes.keep(tmp_path, ROOT, made / "site", ROOT)
    own = codes.read(tmp_path / "codes.lock")
    assert (len(own), lost) == (count, [])
    assert own["eigen1"] == "eigen/"
    assert any(address.startswith("checklists/buurtlijst/") for address in own.values())
    assert not {*own} & {*codes.read()}, "only its own"
    # what is kept decides, also where a page came in between and where one is gone
    kept = {code: address for code, address in own.items() if address != "eigen/"}
    codes.write(codes.Codes(given={**kept, "eigen9": "eigen/", "eigen8": "eigen/weg/"}), tmp_path / "codes.lock")
    (tmp_path / "bouw").mkdir()
    shutil.copyfile(ROOT / "codes.lock", tmp_path / "bouw" / "codes.lock")
    own_codes.lay(own_codes.read(tmp_path, ROOT)[0], tmp_path / "bouw")
    _, lost = own_codes.keep(tmp_path, ROOT, made / "site", tmp_path / "bouw")
    assert codes.read(tmp_path / "codes.lock") == {**kept, "eigen9": "eigen/", "eigen8": "eigen/weg/"}
    assert lost == ["eigen8 eigen/weg/"]


def test_in_a_folder_a_reader_fills_in_its_own_list_and_reads_what_to_do(
    made: Path, tmp_path: Path, chromium: Browser
) -> None:
    name = f"welzijn-oost-{fii_widgets.__version__}"
    _unpacked(made / "dist" / f"{name}.zip", tmp_path)
    with chromium.new_context() as context:
        page = context.new_page()
        page.goto(f"{(tmp_path / name / 'dossier' / 'index.html').as_uri()}#buurtlijst")
        page.wait_for_selector("html[data-fii-started]")
        page.click('label:has(> input[name="buurtlijst-01"][value="rood"])')
        page.get_by_text("Vraag de opbouwwerker wie mee wil denken.").first.wait_for()
        page.locator("#buurtlijst [data-fii-summary]").get_by_text("1 punt staat op rood").wait_for(timeout=60_000)
        assert page.evaluate("async () => (await indexedDB.databases()).map((one) => one.name).join()").count(
            "welzijn-oost"
        )


@pytest.mark.full
def test_it_is_served_and_made_again_when_its_author_writes(tmp_path: Path) -> None:
    own = tmp_path / "uitgave"
    shutil.copytree(EXAMPLE, own)
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    command = [sys.executable, "-m", "tools.serve", "--port", str(port), "--editie", str(own)]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, text=True) as served:
        assert served.stdout
        try:
            assert any("staat op" in line for line in served.stdout), "it stopped before it served"
            page = own / "paginas" / "index.md"
            page.write_text(page.read_text("utf-8") + "\nEen afspraak van vandaag.\n", "utf-8")
            assert any(line.startswith("Klaar") for line in served.stdout)
            with urllib.request.urlopen(f"http://127.0.0.1:{port}/eigen/") as answer:
                assert "Een afspraak van vandaag." in answer.read().decode()
        finally:
            served.terminate()


@pytest.mark.full
def test_over_a_later_handbook_the_same_folder_builds_again(made: Path, tmp_path: Path, playwright: Playwright) -> None:
    later = tmp_path / "later"
    shutil.copytree(ROOT, later, ignore=shutil.ignore_patterns(*LEFT_OUT))
    (later / "node_modules").symlink_to(ROOT / "node_modules", target_is_directory=True)
    page = later / "docs" / "inleiding.md"
    page.write_text(page.read_text("utf-8") + "\nEen zin uit een later handboek.\n", "utf-8")
    config = later / "mkdocs.yml"
    now = f"  versie: {fii_widgets.__version__}"
    assert now in config.read_text("utf-8")
    config.write_text(config.read_text("utf-8").replace(now, "  versie: 9.9.9"), "utf-8")
    out = [f"--to={tmp_path / 'site'}", f"--dist={tmp_path / 'dist'}"]
    done = subprocess.run(
        [sys.executable, "-m", "tools.edition", "offline", f"--editie={EXAMPLE}", *out],
        cwd=later, env=os.environ | {"PYTHONPATH": str(later)}, capture_output=True, text=True, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    text = (tmp_path / "site" / "inleiding" / "index.html").read_text("utf-8")
    assert "Een zin uit een later handboek." in text
    assert 'name="fii-version" content="9.9.9"' in text
    assert 'name="fii-edition" content="welzijn-oost"' in text, "the answers of readers hang on this name"
    assert (tmp_path / "site" / "checklists" / "buurtlijst" / "index.html").is_file()
    # what a reader filled in before is there after it
    old = _unpacked(made / "dist" / f"welzijn-oost-{fii_widgets.__version__}.zip", tmp_path / "oud")
    new = _unpacked(tmp_path / "dist" / "welzijn-oost-9.9.9.zip", tmp_path / "nieuw")
    red = 'input[name="buurtlijst-01"][value="rood"]'
    options = {"executable_path": program("chromium"), "args": list(FLAGS)}
    with playwright.chromium.launch_persistent_context(tmp_path / "profiel", **options) as context:  # type: ignore[arg-type]
        page_ = context.new_page()
        page_.goto(f"{(old / 'dossier' / 'index.html').as_uri()}#buurtlijst")
        page_.wait_for_selector("html[data-fii-started]")
        page_.click(f"label:has(> {red})")
        page_.locator("#buurtlijst [data-fii-status]").get_by_text("Opgeslagen").wait_for()
    with playwright.chromium.launch_persistent_context(tmp_path / "profiel", **options) as context:  # type: ignore[arg-type]
        page_ = context.new_page()
        page_.goto(f"{(new / 'dossier' / 'index.html').as_uri()}#buurtlijst")
        page_.wait_for_selector(f"{red}:checked", state="attached")


def _unpacked(file: Path, folder: Path) -> Path:
    with zipfile.ZipFile(file) as archive:
        archive.extractall(folder)
    return folder / file.stem
