"""The commands for dossiers, run as a person runs them: what they write, say, refuse and return."""

import io
import json
import sys
from collections.abc import Sequence
from pathlib import Path

import pytest

from fii_widgets.cli import main
from fii_widgets.dossier.file.open import open_text
from fii_widgets.dossier.merge import merge
from fii_widgets.dossier.records import SCHEMA
from fii_widgets.dossier.write import text

PROJECT = Path(__file__).parents[3]
GOLDEN = PROJECT / "tests" / "golden"
OLD, TEAM, COPY = (
    str(GOLDEN / name) for name in ("0.1.0-rijen.json", "0.2.0-conflicten.json", "0.2.0-eigen-exemplaar.json")
)


class Ran:
    """What a command left behind."""

    def __init__(self, code: int, out: bytes, said: str) -> None:
        self.code, self.out, self.said = code, out, said


@pytest.fixture
def fii(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> object:
    def run(*arguments: str) -> Ran:
        out = io.TextIOWrapper(io.BytesIO(), "utf-8", write_through=True)
        monkeypatch.setattr(sys, "stdout", out)
        try:
            code = main(["--map", str(PROJECT), *arguments])
        except SystemExit as stopped:
            code = int(stopped.code or 0)
        return Ran(code, out.buffer.getvalue(), capsys.readouterr().err)  # type: ignore[attr-defined]

    return run


def test_merge_gives_the_bytes_of_the_library_and_leaves_its_files_alone(fii, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    before = [Path(path).read_bytes() for path in (TEAM, COPY, OLD)]
    done = fii("merge", TEAM, COPY, OLD)
    dossiers = [open_text(content.decode()).dossier for content in before]
    assert (done.code, done.out.decode()) == (0, text(merge(*dossiers)))
    assert done.out == fii("merge", OLD, COPY, TEAM).out
    assert [Path(path).read_bytes() for path in (TEAM, COPY, OLD)] == before
    target = tmp_path / "team.json"
    assert (fii("merge", TEAM, COPY, OLD, "--naar", str(target)).out, target.read_bytes()) == (b"", done.out)
    assert list(tmp_path.iterdir()) == [target]


def test_merge_says_what_came_in_and_where_files_differ_and_how_far_it_is(fii, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    other = tmp_path / "ander.json"
    tree = json.loads(Path(OLD).read_text("utf-8"))
    tree["answers"]["om-1@1"] = {"note": "Iets anders", "at": "2026-11-22T09:00:00.000Z"}
    other.write_text(json.dumps(tree), "utf-8")
    said = fii("merge", OLD, str(other)).said
    assert "ander.json: 1 gegeven erbij of nieuwer." in said
    assert "‘Iets anders’ volgens" in said
    assert "Lezen" not in said
    assert "Lezen: 4 van 4" in fii("merge", OLD, OLD, OLD, str(other)).said


def test_check_tells_what_is_in_a_file_and_refuses_what_is_wrong(fii, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    done = fii("check-dossier", TEAM, str(GOLDEN / "0.1.0-vervallen-punten.json"))
    assert done.code == 0
    assert "in orde. Vorm 2: " in done.out.decode()
    assert "Vervallen punten" in done.out.decode()
    bad = tmp_path / "stuk.json"
    for content in (b"[" * 3000, b"\xff\xfe", b"{}"):
        bad.write_bytes(content)
        done = fii("check-dossier", OLD, str(bad), str(tmp_path / "weg.json"))
        assert done.code == 1
        assert "stuk.json" in done.out.decode()
        assert "2 bestanden zijn niet in orde." in done.out.decode()


@pytest.mark.parametrize("command", [("merge", TEAM, COPY), ("migrate", OLD), ("lijst", TEAM, "stoplicht-1")])
def test_a_file_that_is_there_is_replaced_only_when_asked(fii, tmp_path: Path, command: tuple[str, ...]) -> None:  # type: ignore[no-untyped-def]
    target = tmp_path / "al-daar.json"
    target.write_bytes(b"van iemand anders")
    done = fii(*command, "--naar", str(target))
    assert (done.code, target.read_bytes(), [*tmp_path.iterdir()]) == (1, b"van iemand anders", [target])
    assert "voeg --overschrijf toe" in done.said
    assert fii(*command, "--naar", str(target), "--overschrijf").code == 0
    assert target.read_bytes() == fii(*command).out


def test_migrate_brings_a_file_to_the_shape_of_now(fii, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    target = tmp_path / "nieuw.json"
    done = fii("migrate", OLD, "--naar", str(target))
    assert done.code == 0
    assert f"van vorm 1 naar vorm {SCHEMA}" in done.said
    assert target.read_text("utf-8") == text(open_text(Path(OLD).read_text("utf-8")).dossier)
    again = fii("migrate", str(target))
    assert again.out == target.read_bytes()


def test_a_newer_file_is_not_touched(fii, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    newer = tmp_path / "nieuwer.json"
    newer.write_text(json.dumps(json.loads(Path(TEAM).read_text("utf-8")) | {"schema": SCHEMA + 1}), "utf-8")
    for command in (
        ("merge", OLD, str(newer)),
        ("migrate", str(newer)),
        ("report", str(newer)),
        ("lijst", str(newer), "stoplicht-1"),
        ("export", str(newer), "--als", "md", "--naar", str(tmp_path)),
    ):
        done = fii(*command)
        assert (done.code, done.out) == (1, b"")
        assert "nieuwere versie" in done.said
    assert list(tmp_path.iterdir()) == [newer]


def test_export_writes_a_paper_and_never_over_the_dossier(fii, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    dossier = tmp_path / "dossier.json"
    dossier.write_bytes(Path(TEAM).read_bytes())
    assert fii("export", str(dossier), "--als", "md", "--naar", str(tmp_path)).code == 0
    [paper] = tmp_path.glob("*.md")
    assert paper.read_text("utf-8").startswith("# ")
    done = fii("export", str(dossier), "--als", "md", "--naar", str(dossier))
    assert (done.code, dossier.read_bytes()) == (1, Path(TEAM).read_bytes())


def test_a_report_that_carries_its_dossier_is_a_dossier_too(fii, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    report = tmp_path / "verslag.html"
    assert fii("export", TEAM, "--als", "html", "--met-dossier", "--naar", str(report)).code == 0
    assert fii("migrate", str(report)).out == fii("migrate", TEAM).out
    report.write_text("<p>Geen dossier</p>", "utf-8")
    assert fii("migrate", str(report)).code == 1


def test_report_reads_old_and_new_files(fii) -> None:  # type: ignore[no-untyped-def]
    for path in (OLD, TEAM):
        done = fii("report", path)
        assert done.code == 0
        assert "## " in done.out.decode()


ENGLISH = ("usage", "options:", "positional", "show this", "required", "invalid", "expected", "unrecognized", "error:")


@pytest.mark.parametrize(
    "command", ["", "check", "schema", "report", "merge", "check-dossier", "migrate", "export", "lijst", "nieuw"]
)
def test_help_is_in_dutch(fii, command: str) -> None:  # type: ignore[no-untyped-def]
    done = fii(*filter(None, [command]), "--help")
    assert done.code == 0
    assert "gebruik: fii" in done.out.decode()
    assert not [word for word in ENGLISH if word in done.out.decode()]
    assert "Afloop: 0 is goed, 1 is niet gelukt (lees de melding), 2 is een opdracht die niet klopt." in " ".join(
        done.out.decode().split()
    )


def test_long_work_says_how_far_it_is_and_short_work_does_not(fii) -> None:  # type: ignore[no-untyped-def]
    many = fii("check-dossier", OLD, OLD, OLD, TEAM)
    assert "Nakijken: 4 van 4 (0.2.0-conflicten.json)" in many.said
    assert "Nakijken" not in fii("check-dossier", OLD, TEAM).said
    report = fii("report", OLD)
    assert "Verslag maken: 29 van 29" in report.said
    assert "Verslag maken" not in report.out.decode()


@pytest.mark.parametrize(
    "wrong",
    [
        [],
        ["mrge"],
        ["merge"],
        ["export", "x", "--als", "doc"],
        ["merge", "x", "--naar"],
        ["migrate", "x", "y"],
    ],
)
def test_wrong_words_are_answered_in_dutch_with_2(fii, wrong: Sequence[str]) -> None:  # type: ignore[no-untyped-def]
    done = fii(*wrong)
    assert done.code == 2
    assert "Hulp: fii" in done.said
    assert not [word for word in ENGLISH if word in done.said]


def written(path: Path, **parts: object) -> str:
    """Write a file as another program may: without spaces, and without what a reader adds by itself."""
    tree = {"schema": 3, "kind": "fii-dossier", "edition": "handboek-fii", "saved": "2026-01-01T09:00:00.000Z", **parts}
    path.write_text(json.dumps(tree, ensure_ascii=False, separators=(",", ":")), "utf-8")
    return str(path)


def lights(sign: str) -> dict[str, object]:
    review = {"at": "2026-01-01T09:00:00.000Z", "date": "2026-01-01", "state": "closed"}
    return {f"r-{sign}": review | {"lights": {f"{sign}{n}": "" for n in range(110_000)}}}


def test_what_opens_can_be_migrated_and_opens_again(fii, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    at = "2026-01-01T09:00:00.000Z"
    file = written(tmp_path / "vol.json", answers={f"s{n}": {"note": "x" * 4_130, "at": at} for n in range(1_000)})
    spacious = json.dumps(json.loads(Path(file).read_text("utf-8")), indent=1)
    assert Path(file).stat().st_size < 4 * 1024 * 1024 < len(spacious)
    target = tmp_path / "nu.json"
    done = fii("migrate", file, "--naar", str(target))
    assert (done.code, done.said.count("geschiedenis")) == (0, 0)
    assert open_text(target.read_text("utf-8")).dossier == open_text(Path(file).read_text("utf-8")).dossier


def test_what_would_not_open_again_is_not_written(fii, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    one, other = (written(tmp_path / f"{sign}.json", reviews=lights(sign)) for sign in "ab")
    target = tmp_path / "samen.json"
    done = fii("merge", one, other, "--naar", str(target))
    assert (done.code, target.exists()) == (1, False)
    assert "200.000 gegevens" in done.said
    assert "Er is niets veranderd" in done.said


def test_what_of_the_history_has_no_room_is_told(fii, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    def histories(sign: str) -> list[dict[str, object]]:
        event = {"at": "2026-01-01T09:00:00.000Z", "event": "opened", "changes": []}
        return [event | {"file": f"{sign}{n}{'x' * 9_000}"} for n in range(300)]

    one, other = (written(tmp_path / f"{sign}.json", history=histories(sign)) for sign in "ab")
    target = tmp_path / "samen.json"
    done = fii("merge", one, other, "--naar", str(target))
    assert done.code == 0
    kept = len(open_text(target.read_text("utf-8")).dossier.history)
    assert f"De oudste {600 - kept} regels van de geschiedenis" in done.said


def test_a_time_that_was_brought_back_is_told(fii, tmp_path: Path) -> None:  # type: ignore[no-untyped-def]
    tree = json.loads(Path(TEAM).read_text("utf-8"))
    for hour, answer in zip(("21", "22"), tree["answers"].values(), strict=False):
        answer["at"] = f"9998-12-31T{hour}:59:59.999Z"
    ahead = tmp_path / "straks.json"
    ahead.write_text(json.dumps(tree), "utf-8")
    done = fii("migrate", str(ahead))
    assert "straks.json: In dit bestand staan 2 tijden die nog moeten komen." in done.said
    assert b"9998" not in done.out
    merged = fii("merge", TEAM, str(ahead))
    assert "straks.json: In dit bestand staan 2 tijden die nog moeten komen." in merged.said
    assert b"9998" not in merged.out
    assert "die nog moet" not in fii("migrate", TEAM).said
