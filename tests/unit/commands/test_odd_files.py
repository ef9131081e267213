"""What is no file, or belongs to somebody else, is refused at once and left alone. Real files."""

import fcntl
import os
import socket
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from fii_widgets.dossier.file.open import open_text
from fii_widgets.system import files
from fii_widgets.system.visible import named
from tests.unit.commands.running import ENGLISH, OLD, TEAM, fii, here


@pytest.fixture
def strange(tmp_path: Path) -> Iterator[Callable[[str], Path]]:
    """Things that are no file, by name."""
    link = socket.socket(socket.AF_UNIX)

    def make(name: str) -> Path:
        path = tmp_path / name
        match name:
            case "fifo":
                os.mkfifo(path)
            case "socket":
                os.chdir(tmp_path)  # a socket's path may be short only
                link.bind(name)
            case "device":
                return Path("/dev/zero")
            case "folder":
                path.mkdir()
            case "circle":
                path.symlink_to(path)
            case "nowhere":
                path.symlink_to(tmp_path / "weg")
            case "to-fifo":
                os.mkfifo(tmp_path / "pijp")
                path.symlink_to(tmp_path / "pijp")
            case "long":
                return tmp_path / ("x" * 300)
            case "below-a-file":
                (tmp_path / "f").write_bytes(b"")
                return tmp_path / "f" / "x"
            case "large":
                path.touch()
                os.truncate(path, 2**31)
        return path

    before = Path.cwd()
    yield make
    os.chdir(before)
    link.close()


KINDS = ("fifo", "socket", "device", "folder", "circle", "nowhere", "to-fifo", "long", "below-a-file", "large", "gone")


@pytest.mark.parametrize("kind", KINDS)
def test_what_is_no_file_is_refused_at_once_in_dutch(
    kind: str, strange: Callable[[str], Path], capsys: pytest.CaptureFixture[str]
) -> None:
    path = strange(kind)
    for words in (("migrate", path), ("merge", TEAM, path), ("check-dossier", path), ("report", path)):
        assert here(*words) == 1
        done = capsys.readouterr()
        said = done.out + done.err
        assert named(path)[:40] in said
        assert not [word for word in ENGLISH if word in said]


@pytest.mark.parametrize("kind", [kind for kind in KINDS if kind not in ("large", "gone")])
def test_nothing_but_a_file_is_written_over_and_no_link_is_followed(
    kind: str, strange: Callable[[str], Path], dossier: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = strange(kind)
    before = sorted(dossier.parent.iterdir())
    for more in ((), ("--overschrijf",)):
        assert here("migrate", dossier, "--naar", path, *more) == 1
        said = capsys.readouterr().err
        assert named(path)[:40] in said
        assert not [word for word in ENGLISH if word in said]
    assert sorted(dossier.parent.iterdir()) == before


def test_a_part_or_a_link_of_somebody_else_is_left_alone(dossier: Path) -> None:
    """Known to fail before: `naam.deel` was written without a look, through a link as well."""
    folder = dossier.parent
    theirs = folder / "nieuw.json.deel"
    theirs.write_bytes(b"van iemand anders")
    (folder / "ander.json.deel").symlink_to(theirs)
    for name in ("nieuw.json", "ander.json"):
        assert here("migrate", dossier, "--naar", folder / name) == 0
    assert theirs.read_bytes() == b"van iemand anders"
    assert (folder / "ander.json.deel").is_symlink()


def test_a_part_that_stands_there_is_never_written_to(dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Whoever guesses the name of a part gains nothing: another one is taken."""
    guessed = dossier.parent / f".fii-{'00' * 8}.deel"
    guessed.write_bytes(b"van iemand anders")
    names = iter([bytes(8), bytes(8), b"\x01" * 8])
    monkeypatch.setattr(files.os, "urandom", lambda _: next(names))
    with guessed.open("rb+") as held:  # else it is cleared away as what a killed command left
        fcntl.flock(held, fcntl.LOCK_EX)
        assert here("migrate", dossier, "--naar", dossier.parent / "nieuw.json") == 0
    assert guessed.read_bytes() == b"van iemand anders"


def test_a_link_to_the_input_is_no_way_round(dossier: Path, capsys: pytest.CaptureFixture[str]) -> None:
    link = dossier.with_name("link.json")
    link.symlink_to(dossier)
    twin = dossier.with_name("tweeling.json")
    os.link(dossier, twin)
    for target in (link, dossier, twin):
        assert here("export", dossier, "--als", "md", "--naar", target, "--overschrijf") == 1
    assert "het dossier waar dit van wordt gemaakt" in capsys.readouterr().err
    assert dossier.read_bytes() == OLD.read_bytes()
    assert here("migrate", dossier, "--naar", dossier, "--overschrijf") == 0  # the same dossier, in its place
    assert open_text(dossier.read_text("utf-8")).schema > 1
    assert twin.read_bytes() == OLD.read_bytes()


@pytest.mark.parametrize("mode", [0o600, 0o640, 0o444 | 0o200])
def test_who_may_read_a_file_stays_the_same(mode: int, dossier: Path) -> None:
    target = dossier.with_name("t.json")
    target.write_bytes(b"")
    target.chmod(mode)
    assert here("migrate", dossier, "--naar", target, "--overschrijf") == 0
    assert target.stat().st_mode & 0o7777 == mode


@pytest.mark.parametrize("target", ["geen/x.json", "geen/", "f/x.json"])
def test_a_folder_that_is_not_there_is_said(target: str, dossier: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(dossier.parent)
    Path("f").write_bytes(b"")
    done = fii("migrate", "d.json", "--naar", target, cwd=dossier.parent)
    assert done.returncode in (1, 2)
    assert "map" in done.stderr
    assert not [word for word in ENGLISH if word in done.stderr]
