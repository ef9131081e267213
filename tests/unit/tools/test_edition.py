"""An organisation's own edition: what its folder may say, how it lies over the handbook, and that an upgrade keeps it."""

import hashlib
import shutil
from pathlib import Path

import pytest
import yaml

import fii_widgets
from fii_widgets import lint
from fii_widgets.dossier.file.open import open_text
from fii_widgets.handbook import loader
from tools.addresses import codes
from tools.edition import colours, own_codes
from tools.edition.__main__ import authors_problems, main
from tools.edition.lay import BASE, lay
from tools.edition.read import FOLDERS, read
from tools.paths import ROOT

EXAMPLE = ROOT / "tests" / "examples" / "editie"
MADE = shutil.ignore_patterns("runtime", "vendor", "fonts", "__pycache__")


@pytest.fixture
def own(tmp_path: Path) -> Path:
    folder = tmp_path / "uitgave"
    shutil.copytree(EXAMPLE, folder)
    return folder


def told(folder: Path, handbook: Path = ROOT) -> list[str]:
    return [str(problem).replace(f"{folder.as_posix()}/", "") for problem in read(folder, handbook).problems]


def change(folder: Path, old: str, new: str) -> None:
    file = folder / "editie.yaml"
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_the_example_is_sound(own: Path) -> None:
    found = read(own, ROOT)
    assert found.problems == ()
    assert found.edition is not None
    assert found.edition.name == "Handboek Welzijn Oost"
    assert {place.partition("/")[0] for place in found.files} == {"docs", "checklists"}


@pytest.mark.parametrize(
    ("old", "new", "message"),
    [
        ("naam:", "naem:", "editie.yaml:4: uitgave 'welzijn-oost' heeft een onbekende sleutel 'naem'. Bedoelde u 'naam'?"),
        ("id: welzijn-oost ", "id: Welzijn Oost ", "editie.yaml:3: 'id' 'Welzijn Oost' heeft niet de goede vorm."),
        ("id: welzijn-oost ", "id: handboek-fii ", "editie.yaml:3: 'handboek-fii' is van het handboek zelf"),
        ("logo: logo.svg", "logo: loga.svg", "editie.yaml:9: het logo 'loga.svg' staat niet in deze map. Bedoelde u 'logo.svg'?"),
        ("contact: vernieuwen@", "contact: ", "editie.yaml:10: 'contact' 'welzijn-oost.example' heeft niet de goede vorm."),
        ('focus: "#00584f"', 'focus: "groen"', "editie.yaml:17: 'focus' 'groen' heeft niet de goede vorm. Zo wel: \"#1f4e8c\"."),
        ("naam: ", 'naam: "</title><script>alert(1)</script>" #', "editie.yaml:4: hier kan geen macro of HTML staan. Schrijf gewone tekst."),
        ("menu: ", 'menu: "{{ x }}" #', "editie.yaml:8: hier kan geen macro of HTML staan. Schrijf gewone tekst."),
        ("id: ", "id: !!python/object/apply:os.system [x] #", "editie.yaml:3: tekens als & * en !"),
        ("    schakel:", "    schakkel:", "editie.yaml:16: kleuren heeft een onbekende sleutel 'schakkel'. Bedoelde u 'schakel'?"),
        ("naam: H", "naam: [H", "editie.yaml:4: een haakje [ is niet gesloten."),
        (
            'schakel: "#00584f"', 'schakel: "#7fb9b0"',
            "editie.yaml:16: 'schakel' is niet goed te zien op 'tint' (licht): het contrast is 1,9 en moet 4,5 zijn.",
        ),
        (
            'papier: "#f7faf9"', 'papier: "#557777"',
            "editie.yaml:13: 'inkt' is niet goed te zien op 'papier' (licht): het contrast is ",
        ),
        (
            'schakel: "#8fd8cc"', 'schakel: "#00584f"',
            "editie.yaml:19: 'schakel' is niet goed te zien op 'kaart' (donker): het contrast is ",
        ),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_at_its_line(own: Path, old: str, new: str, message: str) -> None:
    change(own, old, new)
    assert [line for line in told(own) if line.startswith(message)], told(own)


def test_the_colour_that_is_advised_can_be_read(own: Path) -> None:
    change(own, 'schakel: "#00584f"', 'schakel: "#7fb9b0"')
    advice = next(line for line in told(own) if "'schakel'" in line).partition("achtergrond: ")[2].rstrip(".")
    change(own, '"#7fb9b0"', f'"{advice}"')
    assert told(own) == []


def test_the_measure_is_that_of_wcag_and_the_handbook_itself_passes() -> None:
    assert colours.contrast("#000", "#ffffff") == pytest.approx(21)
    assert colours.contrast("#767676", "#fff") == pytest.approx(4.54, abs=0.01)
    for face, palette in colours.palettes(ROOT).items():
        assert list(colours.weak(palette, palette)) == [], face


def test_files_that_would_replace_or_do_nothing_are_refused(own: Path) -> None:
    shutil.copyfile(own / "checklists" / "buurtlijst.yaml", own / "checklists" / "stoplicht-1.yaml")
    (own / "pagina").mkdir()
    (own / "paginas" / "brief.docx").write_bytes(b"")
    (own / "voorbeelden" / "kapot.json").write_text("{", "utf-8")
    shutil.copyfile(own / "voorbeelden" / "buurtkamer.json", own / "voorbeelden" / "De kamer.json")
    found = told(own)
    assert [
        line for line in found if line.startswith("checklists/stoplicht-1.yaml: zo’n bestand heeft het handboek al")
    ]
    assert "pagina: hier doet het handboek niets mee. Bedoelde u 'paginas'?" in found
    assert (
        "paginas/brief.docx: dit soort bestand hoort niet in paginas/. Wel: .md, .svg, .png, .jpg, .webp, .pdf."
        in found
    )
    assert [line for line in found if line.startswith("voorbeelden/kapot.json: ")]
    assert [line for line in found if line.startswith("voorbeelden/De kamer.json: gebruik in de naam kleine letters")]
    assert len(found) == 5


def test_a_link_to_elsewhere_is_no_part_of_an_edition(own: Path, tmp_path: Path) -> None:
    (tmp_path / "geheim.md").write_text("geheim", "utf-8")
    (own / "paginas" / "geheim.md").symlink_to(tmp_path / "geheim.md")
    (own / "paginas" / "map").symlink_to(tmp_path, target_is_directory=True)
    (own / "codes.lock").symlink_to(tmp_path / "geheim.md")
    link = "dit is een koppeling naar een andere plek. Zet het bestand zelf hier."
    assert told(own) == [f"{name}: {link}" for name in ("codes.lock", "paginas/geheim.md", "paginas/map")]


@pytest.mark.parametrize(
    "name", ["editie.yaml", "codes.lock", "checklists", "voorbeelden", "voorbeelden/x.json", "logo.svg"]
)
def test_what_a_link_leads_to_is_never_read(own: Path, tmp_path: Path, name: str) -> None:
    """A message about what is elsewhere would show it."""
    away = tmp_path / "weg"
    away.mkdir()
    (away / "geheim.json").write_text("geheim: [", "utf-8")
    place = own / name
    if place.exists():
        place.rename(tmp_path / "oud")
    place.symlink_to(away if "." not in name else away / "geheim.json")
    assert told(own) == [f"{name}: dit is een koppeling naar een andere plek. Zet het bestand zelf hier."]


def test_no_code_comes_with_an_edition(own: Path, upgraded: Path, tmp_path: Path) -> None:
    """Its pages and drawings are held to the same tables, at the author's own file; Python has no place in it."""
    (own / "main.py").write_text("open('GERAAKT', 'w')", "utf-8")
    (own / "paginas" / "hooks.py").write_text("open('GERAAKT', 'w')", "utf-8")
    assert [line.partition(":")[0] for line in told(own)] == ["main.py", "paginas/hooks.py"]
    (own / "main.py").unlink()
    (own / "paginas" / "hooks.py").unlink()
    page = own / "paginas" / "index.md"
    page.write_text(f"{page.read_text('utf-8')}\n{{% set x = 1 %}}\n\n<script>x</script>\n", "utf-8")
    (own / "paginas" / "beeld.svg").write_text('<svg xmlns="http://www.w3.org/2000/svg" onload="x"/>', "utf-8")
    found = read(own, upgraded)
    assert found.edition is not None
    target = tmp_path / "gelegd"
    lay(found.edition, found.files, upgraded, target)
    # what cannot be published as it is comes first, alone
    drawn = authors_problems(lint.check(target), found.files)
    assert [problem.file for problem in drawn] == [(own / "paginas" / "beeld.svg").as_posix()]
    (target / "docs" / "eigen" / "beeld.svg").unlink()
    loader.load.cache_clear()
    written = [str(problem) for problem in authors_problems(lint.check(target), found.files)]
    assert len(written) == 2
    assert all(line.startswith(f"{page.as_posix()}:") for line in written)


def test_a_folder_without_the_file_says_what_is_missing(tmp_path: Path) -> None:
    (tmp_path / "uitgave.yaml").write_text("", "utf-8")
    assert told(tmp_path) == [
        "editie.yaml: dit bestand is er niet; elke uitgave begint ermee. Er staat wel: uitgave.yaml."
    ]


def tree(folder: Path) -> dict[str, str]:
    files = (path for path in sorted(folder.rglob("*")) if path.is_file() and "node_modules" not in path.parts)
    return {path.relative_to(folder).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in files}


@pytest.fixture(scope="module")
def upgraded(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A later handbook: another version, a page with another text, one instrument more."""
    folder = tmp_path_factory.mktemp("later")
    for part in ("docs", "checklists", "macros", "overrides"):
        shutil.copytree(ROOT / part, folder / part, ignore=MADE)
    text = (ROOT / "mkdocs.yml").read_text("utf-8")
    now = f"  versie: {fii_widgets.__version__}"
    assert now in text
    (folder / "mkdocs.yml").write_text(text.replace(now, "  versie: 9.9.9"), "utf-8")
    page = folder / "docs" / "inleiding.md"
    page.write_text(page.read_text("utf-8") + "\nEen zin uit een later handboek.\n", "utf-8")
    return folder


def test_an_upgrade_keeps_the_edition_and_the_edition_keeps_the_upgrade(
    own: Path, upgraded: Path, tmp_path: Path
) -> None:
    before = tree(own), tree(upgraded)
    found = read(own, upgraded)
    assert found.edition
    assert found.problems == ()
    target = tmp_path / "bouw"
    for _ in range(2):  # a second time over what the first left
        lay(found.edition, found.files, upgraded, target)
    assert (tree(own), tree(upgraded)) == before, "neither folder is touched"
    laid = tree(target)
    changed = {name for name, value in before[1].items() if laid.get(name) != value}
    assert changed == {"mkdocs.yml"}, "every file of the handbook is as it was, its configuration inherited"
    assert laid[BASE] == before[1]["mkdocs.yml"]
    assert all(laid[place] == before[0][path.relative_to(own).as_posix()] for place, path in found.files.items())
    config = yaml.safe_load((target / "mkdocs.yml").read_text("utf-8"))
    assert (config["site_name"], config["extra"]["editie"]) == ("Handboek Welzijn Oost", "welzijn-oost")
    assert "versie" not in config["extra"], "the version is that of the handbook"
    part = config["nav"][-1]["Van Welzijn Oost"]
    assert part == [{"Onze afspraken": "eigen/index.md"}, {"Onze voorbeelden": "eigen/voorbeelden.md"}]
    assert "--schakel: #00584f;" in (target / "docs" / "stylesheets" / "editie.css").read_text("utf-8")
    loader.load.cache_clear()
    assert lint.check(target) == []


def test_codes_that_are_kept_are_laid_over_those_of_the_handbook(own: Path, upgraded: Path, tmp_path: Path) -> None:
    codes.write(codes.Codes(given={"eigen9": "eigen/"}), own / "codes.lock")
    found = read(own, upgraded)
    assert (found.problems, found.codes) == ((), {"eigen9": "eigen/"})
    assert found.edition
    lay(found.edition, found.files, upgraded, tmp_path / "bouw")
    own_codes.lay(found.codes, tmp_path / "bouw")
    theirs = codes.read(upgraded / "codes.lock")
    assert codes.read(tmp_path / "bouw" / "codes.lock") == {**theirs, "eigen9": "eigen/"}


def test_a_code_that_the_handbook_gave_out_or_a_line_that_is_gone_is_told(own: Path) -> None:
    theirs = next(code for code, address in codes.read().items() if address == "inleiding/")
    codes.write(codes.Codes(given={"eigen1": "eigen/", theirs: "eigen/twee/"}), own / "codes.lock")
    [said] = told(own)
    assert said.startswith(
        f"codes.lock:{3 if theirs < 'eigen1' else 4}: de code '{theirs}' is in dit handboek van inleiding/."
    )
    lines = (own / "codes.lock").read_text("utf-8").splitlines()
    (own / "codes.lock").write_text("\n".join(lines[:-1]) + "\n", "utf-8")
    assert "Een code mag nooit weg" in " ".join(told(own))


def test_a_fault_in_an_own_list_is_shown_in_the_authors_own_file(own: Path, upgraded: Path, tmp_path: Path) -> None:
    sheet = own / "checklists" / "buurtlijst.yaml"
    sheet.write_text(sheet.read_text("utf-8").replace("schaal: stoplicht", "schaal: stoplihct"), "utf-8")
    found = read(own, upgraded)
    assert found.edition
    lay(found.edition, found.files, upgraded, tmp_path / "bouw")
    loader.load.cache_clear()
    problems = authors_problems(lint.check(tmp_path / "bouw"), found.files)
    assert problems[0].file == sheet.as_posix()
    assert problems[0].line == 5
    assert "Bedoelde u 'stoplicht'?" in problems[0].message


def test_the_command_says_what_is_wrong_and_makes_nothing(
    own: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    change(own, "naam:", "naem:")
    out = tmp_path / "site"
    assert main(["site", "--editie", str(own), "--to", str(out), "--github"]) == 1
    said = capsys.readouterr().out
    assert "onbekende sleutel 'naem'" in said
    assert f"::error file={(own / 'editie.yaml').as_posix()},line=4::" in said
    assert said.splitlines()[-1].endswith("Er is niets gemaakt.")
    assert not out.exists()


def test_the_examples_of_an_edition_open() -> None:
    for path in (EXAMPLE / "voorbeelden").glob("*.json"):
        assert open_text(path.read_text("utf-8"), path.name).dossier.answers
    assert set(FOLDERS) <= {path.name for path in EXAMPLE.iterdir()}
