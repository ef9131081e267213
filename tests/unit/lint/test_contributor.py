"""A new contributor's road, tried in a copy: a change of text, a new case, a new instrument with three mistakes."""

import re
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from fii_widgets.cli import main
from fii_widgets.errors import annotation
from fii_widgets.handbook import loader
from fii_widgets.handbook.pages import read_page
from tools.pages import readability

PROJECT = Path(__file__).parents[3]
LEFT_OUT = shutil.ignore_patterns("runtime", "vendor", "fonts", "images", "javascripts", "stylesheets")
PAPER = (PROJECT / "CONTRIBUTING.md").read_text("utf-8")


@pytest.fixture
def clone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """What a contributor changes, as it is in the repository."""
    for part in ("checklists", "docs", "macros", "tools/sjablonen"):
        shutil.copytree(PROJECT / part, tmp_path / part, ignore=LEFT_OUT)
    for file in ("mkdocs.yml", "aliassen.yml", "links.lock"):
        shutil.copyfile(PROJECT / file, tmp_path / file)
    monkeypatch.delenv("GITHUB_ACTIONS", raising=False)
    loader.load.cache_clear()
    yield tmp_path
    loader.load.cache_clear()


def line_of(file: Path, part: str) -> int:
    return next(number for number, line in enumerate(file.read_text("utf-8").splitlines(), 1) if part in line)


def change(file: Path, old: str, new: str) -> None:
    text = file.read_text("utf-8")
    assert old in text
    file.write_text(text.replace(old, new, 1), "utf-8")


def test_each_mistake_is_shown_on_its_own_line_and_in_the_pull_request(
    clone: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fii = ["--map", str(clone)]
    # a change of text, with a heading that loses its id
    page = clone / "docs/model/1-signaleren/1a-opdrachtgever.md"
    change(page, "## Doel {: #sf-1a-doel .blok-doel }", "## Doelen")
    wanted = [(page, "## Doelen", "de kop 'Doelen' heeft geen vast id")]
    # a link to a page that is not there, and a heading that is gone: told there, not in the pages that lead to it
    page = clone / "docs/leeswijzer.md"
    change(page, "](model/index.md", "](model/indx.md")
    wanted += [(page, "](model/indx.md", "Bedoelde u 'model/index.md'?")]
    change(clone / "docs/gereedschap/procesmodel-en-plan.md", "{: #it-plan-vragen", "{: #it-plan-vraag")
    page = clone / "docs/gereedschap/procesmodel-en-plan.md"
    wanted += [(page, "{: #it-plan-vraag ", "'it-plan-vragen' is gepubliceerd en heet hier nu 'it-plan-vraag'.")]
    # a new case: from the template, one place forgotten, and no line in the menu
    assert main([*fii, "nieuw", "casus", "toetskamer", "--fase", "4", "--titel", "De toetskamer"]) == 0
    case = clone / "docs/model/4-versterken/casus-toetskamer.md"
    text = re.sub(r"\[vul in: (?!een vraag over de eigen)[^\]]*\]", "Een zin.", case.read_text("utf-8"))
    case.write_text(text, "utf-8")
    wanted += [(case, "[vul in: ", "hier moet nog iets: een vraag over de eigen praktijk van de lezer.")]
    wanted += [(case, "---", "deze pagina staat niet in het menu.")]
    # a new instrument with three mistakes: a key, an id that is taken, a scale that is not there
    assert main([*fii, "nieuw", "instrument", "toetslijst", "--titel", "Onze buurt"]) == 0
    sheet = clone / "checklists/toetslijst.yaml"
    sheet.write_text(re.sub(r"\[vul in: [^\]]*\]", "Een zin.", sheet.read_text("utf-8")), "utf-8")
    change(sheet, "schaal: stoplicht", "schaal: stoplihct")
    change(sheet, "id: toetslijst-02", "id: s1-01")
    change(sheet, "        tekst: ", "        tekts: ")
    wanted += [
        (sheet, "schaal: ", "Bedoelde u 'stoplicht'?"),
        (sheet, "id: s1-01", "het id 's1-01' bestaat al in checklists/stoplicht-1.yaml."),
        (sheet, "tekts: ", "heeft een onbekende sleutel 'tekts'. Bedoelde u 'tekst'?"),
    ]
    capsys.readouterr()

    assert main([*fii, "check", "--github"]) == 1
    said = capsys.readouterr().out.splitlines()
    for file, part, message in wanted:
        place = f"{file.relative_to(clone).as_posix()}:{line_of(file, part)}: "
        assert [line for line in said if line.startswith(place) and message in line], (place, message, said)
        start = f"::error file={file.relative_to(clone).as_posix()},line={line_of(file, part)}::"
        assert [line for line in said if line.startswith(start)], start
    files = {file for file, *_ in wanted}
    assert said[-1].endswith(f"in {len(files)} bestanden. Er is niets gepubliceerd.")
    others = {line.partition(":")[0] for line in said[:-1] if not line.startswith("::")}
    assert others == {file.relative_to(clone).as_posix() for file, *_ in wanted}, "nothing else is blamed"


def test_marks_of_an_annotation_cannot_be_words_of_an_author() -> None:
    assert annotation("error", "docs/a,b.md", 0, "50%\n::x") == "::error file=docs/a%2Cb.md,line=1::50%25%0A::x"


def test_advice_on_reading_stands_at_its_sentence(monkeypatch: pytest.MonkeyPatch) -> None:
    long = "Dit is een zin " + "die maar doorgaat " * 20 + "en dan stopt."
    page = read_page("x.md", f"---\nid: x\n---\n# X {{: #x }}\n\nEen korte zin.\n{long}\n")
    measured = readability.measure(page)
    assert [measured.line_of(fault) for fault in measured.faults if "zin van" in fault] == [7]


def test_a_workflow_gets_the_advice_as_warnings(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    long = "Dit is een zin " + "die maar doorgaat " * 20 + "en dan stopt."
    (tmp_path / "x.md").write_text(f"---\nid: x\n---\n# X {{: #x }}\n\n{long}\n", "utf-8")
    for value, times in (("true", 1), ("", 0)):
        monkeypatch.setenv("GITHUB_ACTIONS", value)
        assert readability.main(tmp_path) == 0
        assert capsys.readouterr().out.count("::warning file=docs/x.md,line=6::zin van") == times


@pytest.mark.parametrize("road", ["In de browser", "Met git", "Per mail"])
def test_each_road_has_four_steps(road: str) -> None:
    part = PAPER.split(f"## {road}\n")[1].split("\n## ")[0]
    assert re.findall(r"^(\d)\. \*\*", part, re.M) == ["1", "2", "3", "4"]


def test_the_roads_stand_in_order_and_every_template_has_a_link() -> None:
    heads = re.findall(r"^## (.*)$", PAPER, re.M)
    assert heads[:3] == ["In de browser", "Met git", "Per mail"]
    linked = set(re.findall(r"\]\((tools/sjablonen/[^)]*)\)", PAPER))
    assert linked == {p.relative_to(PROJECT).as_posix() for p in (PROJECT / "tools/sjablonen").iterdir()}
    assert "@" not in re.sub(r"`[^`]*`", "", PAPER), "the address comes from the configuration"
