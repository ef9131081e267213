"""`fii export` writes what was asked, says where, and never replaces a file unasked."""

from pathlib import Path

import pytest

from fii_widgets import cli
from fii_widgets.dossier.file.kinds import carried_text
from fii_widgets.dossier.file.open import open_text
from fii_widgets.dossier.write import text
from tests.unit.readers import read_docx
from tests.unit.states import state

ROOT = str(Path(__file__).parents[3])


@pytest.fixture
def saved(tmp_path: Path) -> Path:
    path = tmp_path / "dossier.json"
    path.write_text(text(state(3)), "utf-8")
    return path


def fii(*words: object) -> int:
    return cli.main(["--map", ROOT, "export", *map(str, words)])


def test_a_file_is_written_where_it_is_said(saved: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert fii(saved, "instrument", "--van", "stoplicht-1", "--als", "docx", "--naar", tmp_path) == 0
    (made,) = tmp_path.glob("stoplicht-1-*.docx")
    assert str(made) in capsys.readouterr().out
    assert read_docx(made.read_bytes())[0] == ("title", "Stoplicht fase 1, Signaleren")


def test_a_file_that_is_there_stays_unless_asked(
    saved: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    target = tmp_path / "plan.odt"
    target.write_bytes(b"van iemand anders")
    asked = (saved, "plan-van-aanpak", "--als", "odt", "--naar", target)
    assert fii(*asked) == 1
    assert target.read_bytes() == b"van iemand anders"
    assert "--overschrijf" in capsys.readouterr().err
    assert fii(*asked, "--overschrijf") == 0
    assert target.read_bytes().startswith(b"PK")


def test_a_report_that_carries_its_dossier_can_be_read_again(saved: Path, tmp_path: Path) -> None:
    report = tmp_path / "verslag.html"
    assert fii(saved, "--met-dossier", "--naar", report) == 0
    assert open_text(carried_text(report.read_text("utf-8"))).dossier == state(3)
    assert fii(report, "acties", "--als", "csv", "--naar", tmp_path / "acties.csv") == 0


@pytest.mark.parametrize(
    ("words", "part"),
    [
        (("instrument", "--van", "nee"), "bestaat niet"),
        (("overleg", "--van", "r-nee"), "overleg"),
        (("overleg", "--als", "ics", "--tijd", "tien"), "overleg|tijd"),
    ],
)
def test_what_cannot_be_made_is_said_and_nothing_is_written(
    words: tuple[str, ...], part: str, saved: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "uit"
    folder.mkdir()
    assert fii(saved, *words, "--naar", folder) == 1
    said = capsys.readouterr().err
    assert any(one in said for one in part.split("|"))
    assert not list(folder.iterdir())


@pytest.mark.parametrize("content", [b"\xff\xfe", b"{}", b"<p>niets</p>", b"[" * 5000])
def test_a_file_that_is_no_dossier_is_refused(
    content: bytes, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = tmp_path / "x.json"
    path.write_bytes(content)
    assert fii(path, "--naar", tmp_path) == 1
    assert "x.json" in capsys.readouterr().err


def test_a_wrong_word_is_exit_code_2_and_help_is_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    with pytest.raises(SystemExit) as ended:
        fii("dossier.json", "gedicht")
    assert ended.value.code == 2
    with pytest.raises(SystemExit) as ended:
        fii("--help")
    assert ended.value.code == 0
    assert "Verslag van het overleg" in capsys.readouterr().out


def test_several_tables_are_a_zip_and_are_called_so(saved: Path, tmp_path: Path) -> None:
    assert fii(saved, "plan-van-aanpak", "--als", "csv", "--naar", tmp_path / "plan.csv") == 0
    assert not (tmp_path / "plan.csv").exists()
    assert (tmp_path / "plan.csv.zip").read_bytes().startswith(b"PK")
    assert fii(saved, "acties", "--als", "csv", "--naar", tmp_path / "acties.csv") == 0
    assert (tmp_path / "acties.csv").read_text("utf-8-sig").count('"Voor wanneer"') == 1
