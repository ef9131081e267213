"""`fii nieuw` and the templates: what it makes passes `fii check`, or the check names each place that waits."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from fii_widgets import lint
from fii_widgets.cli import main
from fii_widgets.errors import Problem
from fii_widgets.handbook import loader
from fii_widgets.handbook.pages import read_page
from fii_widgets.lint.language.unfinished import unfinished_page

PROJECT = Path(__file__).parents[3]
MADE = shutil.ignore_patterns("runtime", "vendor", "fonts", "images", "javascripts", "stylesheets")
WAITS = "hier moet nog iets: "


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A copy of what authors write, and nothing else."""
    folder = tmp_path_factory.mktemp("handboek")
    for part in ("checklists", "docs", "macros"):
        shutil.copytree(PROJECT / part, folder / part, ignore=MADE)
    shutil.copyfile(PROJECT / "mkdocs.yml", folder / "mkdocs.yml")
    shutil.copytree(PROJECT / "tools" / "sjablonen", folder / "tools" / "sjablonen")
    return folder


@pytest.fixture(autouse=True)
def fresh() -> Iterator[None]:
    loader.load.cache_clear()
    yield
    loader.load.cache_clear()


def fii(project: Path, *words: str) -> int:
    return main(["--map", str(project), *words])


def problems(project: Path) -> list[Problem]:
    loader.load.cache_clear()
    return lint.check(project)


WANTED = [
    ("instrument", "toetslijst", [], "checklists/toetslijst.yaml"),
    ("casus", "toetskamer", ["--fase", "4"], "docs/model/4-versterken/casus-toetskamer.md"),
    ("reflectie", "omweg", ["--fase", "2"], "docs/model/2-verkennen/reflectie-omweg.md"),
    ("subfase", "3c", ["--titel", "Wat dán?"], "docs/model/3-innoveren/3c-wat-dan.md"),
    ("pagina", "bg-geld", ["--in", "achtergrond"], "docs/achtergrond/bg-geld.md"),
]


def test_what_it_makes_waits_for_words_and_then_passes(project: Path, capsys: pytest.CaptureFixture[str]) -> None:
    folder = project.with_name("gemaakt")
    shutil.copytree(project, folder)
    for kind, name, more, made in WANTED:
        assert fii(folder, "nieuw", kind, name, *more) == 0
        said = capsys.readouterr().out
        assert made in said
        assert f"({(folder / made).read_text('utf-8').count('[vul in: ')} plekken)" in said
    files = [made for *_, made in WANTED]
    found = problems(folder)
    for file in files:
        lines = (folder / file).read_text("utf-8").splitlines()
        marks = [(n, mark) for n, line in enumerate(lines, 1) for mark in re.findall(r"\[vul in: ([^\]]*)\]", line)]
        waiting = {(p.line, p.message) for p in found if p.file == file and p.message.startswith(WAITS)}
        assert waiting == {(line, f"{WAITS}{mark}.") for line, mark in marks} != set()
    assert {problem.file for problem in found} == set(files), "another file suffers"

    # filled in: only the menu is left, and what the message says is what to write there
    for file in files:
        text = (folder / file).read_text("utf-8")
        (folder / file).write_text(re.sub(r"\[vul in: [^\]]*\]", f"woorden {len(file)}", text), "utf-8")
    found = problems(folder)
    assert [(p.file, p.line) for p in found] == sorted((file, 1) for file in files if file.endswith(".md"))
    menu = folder / "mkdocs.yml"
    entries = "".join(f"  {problem.message.partition('plek: ')[2]}\n" for problem in found)
    menu.write_text(f"{menu.read_text('utf-8')}{entries}", "utf-8")
    assert problems(folder) == []

    for kind, name, more, made in WANTED:
        before = (folder / made).read_bytes()
        assert fii(folder, "nieuw", kind, name, *more) == 1, "it would be written over"
        assert "bestaat al" in capsys.readouterr().err
        assert (folder / made).read_bytes() == before


@pytest.mark.parametrize(
    ("words", "message"),
    [
        (["casus", "Mijn Casus", "--fase", "1"], "'Mijn Casus' kan geen naam zijn"),
        (["casus", "Mijn Casus", "--fase", "1"], "Bijvoorbeeld: mijn-casus"),
        (["instrument", "stoplicht-1"], "checklists/stoplicht-1.yaml bestaat al"),
        (["casus", "toetskamer"], "Bij welke fase hoort deze casus?"),
        (["subfase", "7a"], "'7a' kan geen subfase zijn"),
        (["subfase", "1a"], "Het id 'sf-1a' bestaat al, op /model/1-signaleren/1a-opdrachtgever/"),
        (["casus", "samen-leren", "--fase", "2"], "Het id 'cas-samen-leren' bestaat al"),
        (["pagina", "geld", "--in", "../weg"], "'../weg' is geen map van docs/"),
    ],
)
def test_a_name_that_cannot_be_is_refused_and_nothing_is_made(
    project: Path, capsys: pytest.CaptureFixture[str], words: list[str], message: str
) -> None:
    before = sorted(project.rglob("*"))
    assert fii(project, "nieuw", *words) == 1
    assert message in capsys.readouterr().err
    assert sorted(project.rglob("*")) == before


@pytest.mark.parametrize(
    ("link", "words"),
    [
        ("docs/uit", ["pagina", "dd", "--in", "uit"]),
        ("docs/uit", ["pagina", "dd", "--in", "uit/dieper"]),
        ("docs/model/4-versterken", ["casus", "toetskamer", "--fase", "4"]),
        ("checklists", ["instrument", "toetslijst"]),
    ],
)
def test_a_folder_that_leads_elsewhere_is_not_written_in(
    project: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str], link: str, words: list[str]
) -> None:
    folder, away = tmp_path / "kopie", tmp_path / "weg"
    away.mkdir()
    shutil.copytree(project, folder)
    shutil.rmtree(folder / link, ignore_errors=True)
    (folder / link).symlink_to(away, target_is_directory=True)
    assert fii(folder, "nieuw", *words) == 1
    assert f"{link} is een koppeling naar een andere plek. Er is niets gemaakt." in capsys.readouterr().err
    assert not [*away.iterdir()]


def test_outside_the_handbook_it_says_where_to_go(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert fii(tmp_path, "nieuw", "instrument", "toetslijst") == 1
    assert "Ga naar de map van het handboek" in capsys.readouterr().err


def test_a_template_copied_by_hand_is_caught_where_a_word_was_forgotten() -> None:
    page = read_page("model/4-versterken/casus-x.md", (PROJECT / "tools/sjablonen/casus.md").read_text("utf-8"))
    found = {(problem.line, problem.message.partition("'")[0]) for problem in unfinished_page(page)}
    title = next(number for number, line in enumerate(page.text.splitlines(), 1) if line.startswith("# [vul in"))
    assert (title, "het id ") in found, "NAAM is still there"
    assert not any(line < 5 for line, _ in found), "the explanation at the top is no place to fill in"


def test_a_mark_between_backticks_explains_and_does_not_wait() -> None:
    page = read_page("x.md", "---\nid: x\n---\n# X {: #x }\n\nSchrijf `[vul in: iets]`.\n")
    assert list(unfinished_page(page)) == []
