"""aliassen.yml: each line that is wrong is refused with its line; what is missing is asked for as the line to add."""

from pathlib import Path

import pytest

from fii_widgets.errors import SourceError
from tools.addresses import aliases

NOW = [
    "./",
    "#start",
    "model/",
    "model/#fii",
    "model/nieuw/",
    "model/nieuw/#sf-9a",
    "model/nieuw/#doel",
    "model/nieuw/#wat",
]


def read(tmp_path: Path, text: str) -> aliases.Aliases:
    file = tmp_path / "aliassen.yml"
    file.write_text(text, "utf-8")
    return aliases.read(NOW, file)


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("# uitleg\nmodel/oud/: model/niew/\n", 2, "'model/niew/' bestaat niet. Bedoelde u 'model/nieuw/'?"),
        (
            "model/oud/: model/nieuw/\nmodel/ouder/: model/oud/\n",
            2,
            "Schrijf rechtstreeks 'model/ouder/: model/nieuw/'",
        ),
        ("a/: b/\nb/: a/\n", 1, "lopen in een kring: 'a/' → 'b/' → 'a/'"),
        ("a/: a/\n", 1, "'a/' leidt naar zichzelf"),
        ("model/: model/nieuw/\n", 1, "'model/' bestaat nog"),
        ("model/nieuw/#doel: model/#fii\n", 1, "'model/nieuw/#doel' bestaat nog"),
        ("weg/#kop: model/#fii\n", 1, "de pagina 'weg/' is er niet meer"),
        ("/model/oud: model/nieuw/\n", 1, "'/model/oud' is geen goede regel"),
        ("model/oud/:\n  - model/\n", 1, "'model/oud/' is geen goede regel"),
        ("- model/oud/\n", 1, "hier horen regels als"),
        ("a/: model/\na/: model/nieuw/\n", 2, "a/"),
    ],
)
def test_a_wrong_line_is_refused_with_its_number(tmp_path: Path, text: str, line: int, words: str) -> None:
    with pytest.raises(SourceError) as caught:
        read(tmp_path, text)
    found = [str(problem) for problem in caught.value.problems]
    assert any(each.startswith(f"aliassen.yml:{line}: ") and words in each for each in found), found


def test_an_alias_of_a_page_holds_for_the_places_that_keep_their_id(tmp_path: Path) -> None:
    found = read(tmp_path, 'model/oud/: model/nieuw/\nmodel/oud/#wie: model/nieuw/#wat\n"#begin": model/#fii\n')
    leads = {address: found.lead(address) for address in ("model/oud/", "model/oud/#doel", "model/oud/#wie", "#begin")}
    assert leads == {
        "model/oud/": "model/nieuw/",
        "model/oud/#doel": "model/nieuw/#doel",
        "model/oud/#wie": "model/nieuw/#wat",
        "#begin": "model/#fii",
    }
    assert found.lead("model/oud/#nergens") is None
    assert found.lead("model/weg/") is None


def test_no_file_and_an_empty_file_hold_no_aliases(tmp_path: Path) -> None:
    assert aliases.read(NOW, tmp_path / "geen.yml").lines == {}
    assert read(tmp_path, "# alleen uitleg\n").lines == {}


def test_what_is_missing_is_asked_for_in_lines_that_mend_it(tmp_path: Path) -> None:
    promised = [
        "model/oud/", "model/oud/#sf-9a", "model/oud/#doel", "model/oud/#waat",  # a page that moved and changed
        "model/#fii", "model/#fi",  # a place that went
        "#start", "#begin",
    ]  # fmt: skip
    fresh = ["model/nieuw/", "model/nieuw/#sf-9a", "model/nieuw/#doel", "model/nieuw/#wat", "#start"]
    text = aliases.as_lines(aliases.missing(promised, read(tmp_path, ""), fresh))
    assert text.splitlines() == [
        '"#begin": "#start"',
        "model/#fi: model/",
        "model/oud/: model/nieuw/",
        "model/oud/#waat: model/nieuw/#wat",
    ]
    mended = read(tmp_path, text)
    assert aliases.missing(promised, mended, fresh) == []
