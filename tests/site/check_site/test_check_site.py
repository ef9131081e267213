"""Our checker of the built site: each rule refuses its known-bad page, and a good page passes them all."""

import shutil
from pathlib import Path

import pytest

from fii_widgets.commands import terminal
from tools import check_site
from tools.check_site import __main__ as command
from tools.check_site import privacy
from tools.check_site.site import Site
from tools.paths import DOCS

HERE = Path(__file__).parent
BAD = sorted((HERE / "bad").glob("*.html"))


@pytest.fixture
def site(tmp_path: Path) -> Path:
    shutil.copy(HERE / "good.html", tmp_path / "index.html")
    return tmp_path


def add(site: Path, name: str, body: str) -> None:
    text = (HERE / "good.html").read_text("utf-8").replace("Goed", name)
    path = site / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text.replace("</main>", f"{body}</main>"), "utf-8")


def found(site: Path) -> list[tuple[str, str]]:
    return [(finding.page, finding.rule) for finding in check_site.check(site)]


def test_every_rule_has_a_known_bad_page() -> None:
    assert {path.stem for path in BAD} == set(check_site.RULES)


def test_a_good_page_has_no_findings(site: Path) -> None:
    assert check_site.check(site) == []


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.stem)
def test_each_bad_page_is_refused_by_its_own_rule_and_no_other(site: Path, path: Path) -> None:
    shutil.copy(path, site / "fout.html")
    assert {rule for page, rule in found(site) if page == "fout.html"} == {path.stem}


@pytest.mark.parametrize(
    ("body", "rule"),
    [
        ('<img src="weg.png" alt="">', "koppeling"),
        ('<img srcset="weg.png 2x" alt="">', "koppeling"),
        ('<video poster="weg.png"></video>', "koppeling"),
        ('<a href="../../buiten/">uit de site</a>', "koppeling"),
        ('<a href="index.html?vraag#weg">anker elders</a>', "anker"),
        ('<a href="#fii1~stoplicht-1~0~s1-0~rood:1">keuzes voor een lijst die hier niet staat</a>', "anker"),
        ('<template><img src="x.png" alt=""></template>', "koppeling"),
        ('<script src="//elders.example/x.js"></script>', "ander-adres"),
        ('<link rel="stylesheet" href="http://elders.example/x.css">', "ander-adres"),
        ('<iframe src="https://elders.example/"></iframe>', "ander-adres"),
        ('<svg aria-hidden="true"><image href="https://elders.example/x.png"/></svg>', "ander-adres"),
        ('<meta http-equiv="refresh" content="0; url=https://elders.example/">', "ander-adres"),
        ("<script>alert(1)</script>", "inline"),
        ("<style>p { color: red }</style>", "inline"),
        ('<button type="button" onclick="a()">Doe</button>', "inline"),
        ('<a href="javascript:a()">Doe</a>', "inline"),
        ('<script type="application/ecmascript">a()</script>', "inline"),
        ('<a href="java&#9;script:a()">Doe</a>', "ander-adres"),
        ('<a href="data:text/html,x">Doe</a>', "ander-adres"),
        ("<object></object>", "bekend"),
        ("<base>", "bekend"),
        ("<svg aria-hidden='true'><foreignObject></foreignObject></svg>", "bekend"),
        ("<svg aria-hidden='true'><animate></animate></svg>", "bekend"),
        ('<a href="index.html" ping="index.html">Doe</a>', "bekend"),
        ('<a href="https://x.example/" target="_blank">Doe</a>', "bekend"),
        ('<a href="https://x.example/" target="_blank" rel="noopener opener">Doe</a>', "bekend"),
        ('<button formaction="index.html">Doe</button>', "bekend"),
        ("<h2></h2>", "kopniveau"),
        ('<a href="#kop">12</a>', "lege-link"),
        ('<nav aria-labelledby="deel"></nav><nav aria-label="Een deel"></nav>', "landmark"),
        ("<template><label>Naam <textarea></textarea></label></template>", "richting"),
        ("<table><tbody><tr><th>Kop</th><td>cel</td></tr></tbody></table>", "tabelkop"),
        ("<table><tbody><tr><td>cel</td></tr></tbody></table>", "tabelkop"),
        ('<label for="weg">Naam</label>', "verwijzing"),
    ],
)
def test_other_faces_of_the_same_faults(site: Path, body: str, rule: str) -> None:
    add(site, "fout.html", body)
    assert ("fout.html", rule) in found(site)


def test_two_pages_with_one_title(site: Path) -> None:
    shutil.copy(HERE / "good.html", site / "tweede.html")
    assert found(site) == [("tweede.html", "titel")]


def test_style_sheets_are_read_too(site: Path) -> None:
    (site / "s.css").write_text('@import "https://elders.example/a.css"; p { background: url(weg.png) }', "utf-8")
    assert found(site) == [("s.css", "ander-adres"), ("s.css", "koppeling")]


def test_links_of_the_page_for_unknown_addresses_start_at_the_root(site: Path) -> None:
    add(site, "404.html", '<a href="/index.html">Start</a>')
    assert found(site) == []
    add(site, "404.html", '<a href="/weg/">Weg</a>')
    assert found(site) == [("404.html", "koppeling")]


def test_links_to_elsewhere_are_allowed_and_listed(site: Path) -> None:
    assert privacy.outbound(Site(site)) == ["https://www.w3.org/"]


def test_the_command_says_everything_at_once(site: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert command.main([str(site)]) == 0
    for path in BAD:
        shutil.copy(path, site / path.name)
    assert command.main([str(site)]) == 1
    said = capsys.readouterr().err
    assert all(f"{path.name}: {path.stem}: " in said for path in BAD)
    assert said.splitlines()[-1].endswith("Deze site is niet klaar om te publiceren.")


def test_no_site_is_said_plainly(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert terminal.run(lambda: command.main([str(tmp_path)])) == 1
    assert "make site" in capsys.readouterr().err


def test_a_finding_is_shown_at_the_line_of_its_author(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    (tmp_path / "model").mkdir()
    (tmp_path / "model/index.html").write_text('<p><a href="../x/#fii-herkomst">x</a><i style="a">y</i></p>', "utf-8")
    text = (DOCS / "model/index.md").read_text("utf-8").splitlines()
    line = next(number for number, one in enumerate(text, 1) if "fii-herkomst" in one)
    for value in ("true", ""):
        monkeypatch.setenv("GITHUB_ACTIONS", value)
        assert command.main([str(tmp_path)]) == 1
        said = capsys.readouterr().out
        assert (f"::error file=docs/model/index.md,line={line}::" in said) == bool(value)
        assert ("::error file=docs/model/index.md,line=1::<i> (y) heeft een style." in said) == bool(value)
