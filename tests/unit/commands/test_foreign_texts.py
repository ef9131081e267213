"""What a dossier, a list or a name holds never steers the terminal, and an odd encoding is named."""

import json
import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from fii_widgets.cli import main
from fii_widgets.errors import SourceError
from fii_widgets.system import files
from fii_widgets.system.visible import LONGEST, in_line, named, visible
from tests.unit.commands.running import PROJECT, TEAM, fii
from tools.edition.read import read as read_edition


@pytest.mark.parametrize(
    ("foreign", "shown"),
    [
        ("\x1b[31mrood", "\\x1b[31mrood"),
        ("\x1b]0;titel\x07", "\\x1b]0;titel\\x07"),
        ("\x9b2J", "\\x9b2J"),
        ("a\rb\x08", "a\\rb\\x08"),
        ("\u202egnp.exe", "\\u202egnp.exe"),
        ("\u2066a\u2069\u200b", "\\u2066a\\u2069\\u200b"),
        ("\udcff", "\\udcff"),
        ("é – ‘x’ 👩\u200d💻 漢\n\tz", "é – ‘x’ 👩\u200d💻 漢\n\tz"),
    ],
)
def test_what_steers_a_terminal_is_shown_and_the_rest_stays(foreign: str, shown: str) -> None:
    assert visible(foreign) == shown
    assert "\n" not in in_line(foreign)
    assert len(named("x" * 5000)) <= LONGEST


HOSTILE = "\x1b]0;x\x07\x9b31m \u202e \x7f\rAlles in orde"


def test_no_text_of_a_dossier_or_a_name_steers_the_terminal(tmp_path: Path) -> None:
    tree = json.loads(TEAM.read_text("utf-8"))
    for answer in tree["answers"].values():
        answer["note"] = HOSTILE
    for action in tree["actions"].values():
        action |= {"text": HOSTILE, "owner": HOSTILE}
    for member in tree["members"].values():
        member |= {"label": HOSTILE, "role": HOSTILE}
    one, other = tmp_path / "a\n\x1b[2J.json", tmp_path / "b\udcff\u202e.json"
    for path, note in ((one, HOSTILE), (other, f"{HOSTILE}!")):
        for answer in tree["answers"].values():
            answer["note"] = note
        path.write_text(json.dumps(tree), "utf-8")
    for words in (
        ("report", one),
        ("merge", one, other, "--naar", tmp_path / "m\x1b.json"),
        ("check-dossier", one, other, tmp_path / "weg\x1b.json"),
        ("migrate", tmp_path / "nee\x1b[0m\n.json"),
        ("export", one, "--als", "md", "--naar", tmp_path / "e\x1b.md"),
        ("export", one, "instrument", "--van", "\x1b[31m"),
        ("lijst", one, "\x1b[31m"),
        ("\x1b[31m\u202e",),
        ("nieuw", "casus", "\x1b[31m"),
    ):
        done = fii(*words)
        said = done.stdout + done.stderr
        assert not [character for character in "\x1b\x07\x9b\x7f\r\u202e\udcff" if character in said], words
        assert "\nAlles in orde" not in said
        assert done.returncode in (0, 1, 2)
        assert "Traceback" not in said


def test_on_a_terminal_a_dossier_itself_is_made_safe_too(tmp_path: Path) -> None:
    path = tmp_path / "d.json"
    tree = json.loads(TEAM.read_text("utf-8")) | {"content": "\x9b31m\u202e"}
    path.write_text(json.dumps(tree), "utf-8")
    ours, theirs = pty.openpty()
    done = fii("migrate", path, capture_output=False, stdout=theirs, stderr=subprocess.PIPE)
    os.close(theirs)
    shown = b""
    while True:
        try:
            piece = os.read(ours, 65536)
        except OSError:  # Linux: the other side is closed
            break
        if not piece:
            break
        shown += piece
    os.close(ours)
    assert done.returncode == 0
    assert "\\x9b31m\\u202e" in shown.decode()
    assert not [character for character in "\x1b\x9b\u202e" if character in shown.decode()]


def test_a_key_in_a_list_cannot_write_a_line_for_the_workflow(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    for part in ("checklists", "macros", "docs"):
        shutil.copytree(PROJECT / part, tmp_path / part)
    list_ = tmp_path / "checklists" / "stoplicht-1.yaml"
    list_.write_text(list_.read_text("utf-8") + '"a\\n::error::weg\\e[31m": x\n', "utf-8")
    assert main(["--map", str(tmp_path), "check"]) == 1
    said = capsys.readouterr().out
    assert "\\n::error::weg" in said
    assert "\n::error" not in said
    assert "\x1b" not in said


@pytest.mark.parametrize(
    ("content", "part"),
    [
        ("tekst: é\n".encode("utf-16"), "UTF-16"),
        ("# a\ntekst: caf\u00e9\n".encode("cp1252"), ":2: hier staat een teken dat geen UTF-8 is"),
        (b"a\x00\xff\xfe", "geen tekst in UTF-8"),
    ],
)
def test_an_encoding_of_another_program_is_named_at_its_line(content: bytes, part: str, tmp_path: Path) -> None:
    (tmp_path / "x.yaml").write_bytes(content)
    (tmp_path / "y.yaml").write_bytes(content)
    with pytest.raises(SourceError) as refused:
        files.read_texts([tmp_path / "x.yaml", tmp_path / "y.yaml"], tmp_path)
    assert part in str(refused.value)
    assert len(refused.value.problems) == 2
    (tmp_path / "x.yaml").write_bytes("\ufeffa: é\r\n".encode())
    assert files.read_texts([tmp_path / "x.yaml"], tmp_path)[tmp_path / "x.yaml"] == "a: é\n"


def test_check_does_not_wait_for_a_list_that_is_no_file(tmp_path: Path) -> None:
    for part in ("checklists", "macros"):
        shutil.copytree(PROJECT / part, tmp_path / part)
    (tmp_path / "docs").mkdir()
    os.mkfifo(tmp_path / "checklists" / "buurt.yaml")
    os.mkfifo(tmp_path / "docs" / "buurt.md")
    (tmp_path / "checklists" / "wijk.yaml").symlink_to("/dev/zero")
    done = subprocess.run(
        [sys.executable, "-m", "fii_widgets.cli", "--map", str(tmp_path), "check"],
        capture_output=True, text=True, timeout=120, cwd=PROJECT, check=False,
    )  # fmt: skip
    assert done.returncode == 1
    assert "docs/buurt.md" in done.stdout
    assert "geen gewoon bestand" in done.stdout


def test_an_edition_with_a_file_that_is_none_is_told_and_not_waited_for(tmp_path: Path) -> None:
    folder = tmp_path / "uitgave"
    (folder / "voorbeelden").mkdir(parents=True)
    (folder / "checklists").mkdir()
    os.mkfifo(folder / "checklists" / "buurt.yaml")
    (folder / "editie.yaml").write_bytes("id: buurt\nnaam: café\n".encode("cp1252"))
    (problem,) = read_edition(folder, PROJECT).problems
    assert (problem.line, "UTF-8" in problem.message) == (2, True)
    (folder / "editie.yaml").write_text("id: buurt\nnaam: x\norganisatie: y\n", "utf-8")
    found = read_edition(folder, PROJECT).problems
    assert [Path(one.file).name for one in found if "gewoon bestand" in one.message] == ["buurt.yaml"]
    (folder / "voorbeelden" / "buurt.json").symlink_to("/dev/zero")
    (problem,) = read_edition(folder, PROJECT).problems  # before anything is read
    assert (Path(problem.file).name, "koppeling" in problem.message) == ("buurt.json", True)
