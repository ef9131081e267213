"""The comparison of two engines finds what a reader or a link would miss, and nothing that they cannot tell apart."""

from pathlib import Path

import pytest

from tools.engines import __main__ as engines
from tools.engines.build import ENGINES
from tools.engines.compare import IDS, LINKS, PAGES, TEXT, compare
from tools.paths import ROOT

pytestmark = pytest.mark.full  # what they guard runs a few times a year

PAGE = """<!doctype html><html lang="nl"><head><title>Model</title><link rel="icon" href="../images/x.svg"></head>
<body><nav><a href="../">Start</a> <a href="./">Model</a></nav>
<main><h1 id="fii">Het model</h1><p>Zes <b>fasen</b>.</p><ul><li id="a">een</li><li>twee</li></ul>
<a href="#a">naar een</a><template><p id="b">klaar</p></template></main></body></html>"""


def site(folder: Path, page: str, name: str = "model/index.html") -> Path:
    for file, text in {"index.html": "<title>Start</title>", name: page}.items():
        (folder / file).parent.mkdir(parents=True, exist_ok=True)
        (folder / file).write_text(text, "utf-8")
    return folder


def differences(tmp_path: Path, other: str, name: str = "model/index.html") -> list[tuple[str, str]]:
    found = compare(site(tmp_path / "een", PAGE), site(tmp_path / "ander", other, name))
    return [(difference.page, difference.kind) for difference in found]


def test_the_same_otherwise_written_is_the_same(tmp_path: Path) -> None:
    same = PAGE.replace('href="./"', 'href="."').replace("</li><li>", "</li>\n  <li>").replace("Zes ", "Zes\n")
    assert same.count("\n") > PAGE.count("\n")
    assert differences(tmp_path, same) == []


@pytest.mark.parametrize(
    ("old", "new", "kinds"),
    [
        ('id="fii"', 'id="het-model"', [IDS]),
        ('id="b"', 'id="c"', [IDS]),
        ('<li id="a">', "<li>", [IDS]),
        ('<li>twee', '<li id="a">twee', [IDS]),
        ('href="#a"', 'href="#b"', [LINKS]),
        ('href="../"', 'href="./"', [LINKS]),
        ("../images/x.svg", "../images/y.svg", [LINKS]),
        ('<a href="#a">naar een</a>', "naar een", [LINKS]),
        ("Zes <b>fasen", "Zes<b>fasen", [TEXT]),
        ("twee", "drie", [TEXT]),
        ("klaar", "bijna", [TEXT]),
        ("<title>Model", "<title>Het model", [TEXT]),
        ("</li><li>twee</li>", ", twee</li>", [TEXT]),
    ],
)  # fmt: skip
def test_what_differs_is_found(tmp_path: Path, old: str, new: str, kinds: list[str]) -> None:
    assert old in PAGE
    assert differences(tmp_path, PAGE.replace(old, new, 1)) == [("model/index.html", kind) for kind in kinds]


def test_a_page_that_is_not_there_or_new_is_found(tmp_path: Path) -> None:
    found = differences(tmp_path, PAGE, "modellen/index.html")
    assert found == [("model/index.html", PAGES), ("modellen/index.html", PAGES)]


@pytest.mark.parametrize(
    ("change", "code", "said"),
    [
        (("", ""), 0, "pages that differ from MkDocs' own: 0 in ids, 0 in links, 0 in text"),
        (("twee", "drie"), 0, "  only zensical: Zes fasen. een drie\n"),
        (('id="fii"', 'id="nu"'), 1, "  only mkdocs: fii\n  only zensical: nu\n"),
        (('href="#a"', 'href="#b"'), 1, "  only zensical: <a> model/index.html#b\n"),
    ],
)
def test_the_command_tells_and_refuses(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str],
    change: tuple[str, str], code: int, said: str,
) -> None:  # fmt: skip
    other = site(tmp_path / "ander", PAGE.replace(*change, 1) if change[0] else PAGE)
    monkeypatch.setattr(engines, "build", lambda name: other)
    monkeypatch.setattr(engines, "check", lambda folder: "")
    assert engines.main(["zensical", "--beside", str(site(tmp_path / "een", PAGE))]) == code
    assert said in capsys.readouterr().out


def test_a_site_that_its_checks_refuse_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    own = site(tmp_path / "een", PAGE)
    monkeypatch.setattr(engines, "build", lambda name: own)
    monkeypatch.setattr(engines, "check", lambda folder: "links")
    assert engines.main(["properdocs", "--beside", str(own)]) == 1


@pytest.mark.parametrize("name", ENGINES)
def test_each_engine_has_its_own_lock(name: str) -> None:
    asked = (ROOT / f"requirements-{name}.in").read_text("utf-8").splitlines()
    assert "-c requirements.txt" in asked, "what two engines use must be the same, or the comparison says nothing"
    assert any(line.startswith(f"{name}==") for line in asked)
    assert name not in (ROOT / "requirements.in").read_text("utf-8")
