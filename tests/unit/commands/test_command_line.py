"""The command line as a terminal has it: odd names, odd files, full disks, stopped half-way. Real processes, real files."""

import json
import os
import resource
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from fii_widgets.commands import terminal
from fii_widgets.dossier.file.open import open_text
from fii_widgets.dossier.limits import BYTES
from fii_widgets.system import files
from fii_widgets.words.system import REFUSED
from tests.unit.commands.running import ENGLISH, OLD, PROJECT, TEAM, fii, here


def test_a_full_disk_leaves_the_old_file_and_no_part(dossier: Path) -> None:
    target = dossier.with_name("t.json")
    for old in (None, b"oud"):
        if old:
            target.write_bytes(old)

        def little_room() -> None:
            resource.setrlimit(resource.RLIMIT_FSIZE, (200, 200))

        done = fii("migrate", dossier, "--naar", target, "--overschrijf", preexec_fn=little_room)
        assert (done.returncode, target.name in done.stderr) == (1, True)
        assert REFUSED["EFBIG"] in done.stderr
        assert (target.read_bytes() if target.exists() else None) == old
        assert sorted(path.name for path in dossier.parent.iterdir()) == (["d.json", "t.json"] if old else ["d.json"])


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="this system has no /dev/full: not run")
def test_an_output_that_is_full_closed_or_not_read_to_the_end_is_said_in_dutch(dossier: Path) -> None:
    with Path("/dev/full").open("w") as full:
        for words in (("migrate", dossier), ("report", TEAM), ("check-dossier", TEAM), ("--help",)):
            done = fii(*words, capture_output=False, stdout=full, stderr=subprocess.PIPE)
            assert (done.returncode, done.stderr.splitlines()[-1]) == (1, f"De uitvoer: {REFUSED['ENOSPC']}")
        done = fii("migrate", dossier, "--naar", dossier.with_name("t.json"), capture_output=False, stderr=full)
        assert (done.returncode, dossier.with_name("t.json").exists()) == (0, True)
    for words in (("migrate", dossier), ("report", TEAM)):
        done = fii(*words, capture_output=False, stderr=subprocess.PIPE, preexec_fn=lambda: os.close(1))
        assert (done.returncode, "De uitvoer is dicht" in done.stderr) == (1, True)
    ours, theirs = os.pipe()
    os.close(ours)
    done = fii("report", TEAM, capture_output=False, stdout=theirs, stderr=subprocess.PIPE)
    os.close(theirs)
    assert done.returncode == terminal.NO_READER
    assert not [word for word in ENGLISH if word in done.stderr]


@pytest.mark.parametrize(
    "env", [{"LC_ALL": "C", "PYTHONCOERCECLOCALE": "0", "PYTHONUTF8": "0"}, {"PYTHONIOENCODING": "ascii"}, {"HOME": ""}]
)
def test_the_language_of_the_system_changes_nothing(env: dict[str, str], tmp_path: Path) -> None:
    tree = json.loads(TEAM.read_text("utf-8"))
    for answer in tree["answers"].values():
        answer["note"] = "café – ‘ja’"
    path = tmp_path / "é.json"
    path.write_text(json.dumps(tree), "utf-8")
    done = fii("report", path, env=os.environ | {"PYTHONPATH": str(PROJECT)} | env, text=False)
    assert (done.returncode, "café – ‘ja’".encode() in done.stdout) == (0, True)


def test_a_folder_that_is_gone_is_said(tmp_path: Path) -> None:
    gone = tmp_path / "weg"
    gone.mkdir()
    command = f"cd {gone} && rmdir {gone} && exec {sys.executable} -m fii_widgets.cli check"
    env = os.environ | {"PYTHONPATH": str(PROJECT)}
    done = subprocess.run(["sh", "-c", command], capture_output=True, text=True, env=env, check=False)
    assert (done.returncode, done.stderr.startswith("De map waarin u werkt, bestaat niet meer.")) == (1, True)


def test_every_word_for_a_refusal_says_what_to_do_next() -> None:
    for words in REFUSED.values():
        assert words.count(". ") >= 1
    unknown = files.refused(OSError(12345, "Something English", "x.json"))
    assert (unknown.startswith("x.json: "), "English" in unknown) == (True, False)


# what authors write ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("number", "code"), [(signal.SIGINT, 130), (signal.SIGTERM, 143), (signal.SIGHUP, 143)])
def test_a_command_that_is_stopped_says_one_line(number: int, code: int, tmp_path: Path) -> None:
    """It is stopped while it waits for the output to be read: the report is longer than a pipe holds."""
    tree = json.loads(TEAM.read_text("utf-8"))
    at = next(iter(tree["answers"].values()))["at"]
    tree["answers"] = {f"s1-{n:02}": {"choice": "rood", "note": "x" * 4000, "at": at} for n in range(1, 10)}
    tree["answers"] |= {
        f"s{f}-{n:02}": {"choice": "rood", "note": "x" * 4000, "at": at} for f in range(2, 7) for n in range(1, 10)
    }
    path = tmp_path / "d.json"
    path.write_text(json.dumps(tree), "utf-8")
    command = [sys.executable, "-m", "fii_widgets.cli", "--map", str(PROJECT), "report", str(path)]
    env = os.environ | {"PYTHONPATH": str(PROJECT)}
    # a shell's background job, and what it starts, has Ctrl-C switched off
    heeding = {"preexec_fn": lambda: signal.signal(signal.SIGINT, signal.SIG_DFL)}
    with subprocess.Popen(
        command, stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=env, text=True, **heeding
    ) as work:
        assert work.stderr
        while "Verslag maken: 2 van" not in work.stderr.readline():
            assert work.poll() is None
        work.send_signal(number)
        _, said = work.communicate(timeout=60)
    assert work.returncode == code
    assert [line for line in said.splitlines() if not line.startswith("Verslag maken")] == [
        "Afgebroken. Elk bestand is zoals het was, of al helemaal geschreven."
    ]


def test_ctrl_c_during_loading_gives_no_traceback(dossier: Path) -> None:
    """By the second module on, each is stopped as it is loaded: what Python itself loads first is not ours to guard."""
    stopping = (
        "import sys\n"
        "class Stop:\n"
        "    def find_spec(self, name, path=None, target=None):\n"
        "        if name == sys.argv[1]: raise KeyboardInterrupt\n"
        "sys.meta_path.insert(0, Stop())\n"
        "sys.argv[2:3] = []\n"
        "import runpy; runpy.run_module('fii_widgets.cli', run_name='__main__')\n"
    )
    for module in (
        "fii_widgets.system.files",
        "argparse",
        "fii_widgets.commands.dossiers",
        "fii_widgets.export.docx.document",
        "yaml",
    ):
        command = [sys.executable, "-c", stopping, module, "x", "--map", str(PROJECT), "migrate", str(dossier)]
        done = subprocess.run(command, capture_output=True, text=True, cwd=PROJECT, check=False)
        assert (done.returncode, "Traceback" in done.stderr) == (130, False), (module, done.stderr)


def test_a_fault_of_our_own_says_so_in_dutch(capsys: pytest.CaptureFixture[str]) -> None:
    def broken() -> int:
        raise KeyError("\x1b[31m")

    def large() -> int:
        raise MemoryError

    assert terminal.run(broken) == 1
    said = capsys.readouterr().err
    assert said.startswith("Er ging iets mis in het programma zelf")
    assert "\x1b" not in said
    assert terminal.run(large) == 1
    assert capsys.readouterr().err.startswith("Er is te weinig geheugen")


def test_two_commands_at_once_leave_one_whole_file(tmp_path: Path) -> None:
    target = tmp_path / "t.json"
    command = [
        sys.executable,
        "-m",
        "fii_widgets.cli",
        "--map",
        str(PROJECT),
        "migrate",
        str(OLD),
        "--naar",
        str(target),
    ]
    env = os.environ | {"PYTHONPATH": str(PROJECT)}
    works = [subprocess.Popen(command, stderr=subprocess.PIPE, env=env, text=True) for _ in range(4)]
    said = [work.communicate(timeout=120)[1] for work in works]
    assert sorted(work.returncode for work in works) == [0, 1, 1, 1]
    assert sum("bestaat al en is niet veranderd" in one for one in said) == 3
    assert open_text(target.read_text("utf-8")).schema > 1
    assert [*tmp_path.iterdir()] == [target]


def test_the_part_of_a_command_that_still_writes_is_not_cleared_away(tmp_path: Path) -> None:
    part, handle = files._new_part(tmp_path, private=False)
    assert files.write(b"x", tmp_path / "x") == 0
    assert part.exists()
    os.close(handle)
    assert files.write(b"x", tmp_path / "x", overwrite=True) == 1
    assert [*tmp_path.iterdir()] == [tmp_path / "x"]


def test_migrate_keeps_what_schema_1_did_not_know_or_refuses_the_file(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    tree = json.loads(OLD.read_text("utf-8"))
    review = {"r-1": {"at": "2026-11-22T01:41:26.478Z", "date": "2026-11-22", "state": "open", "agenda": "x"}}
    label = {"at": "2026-11-22T01:41:26.478Z", "label": "Noord"}
    old = tmp_path / "oud.json"
    for more in ({"reviews": review}, {"places": {"p-1": label}}, {"members": {"m-1": label}}, {"member": "m-1"}):
        target = tmp_path / "nieuw.json"
        target.unlink(missing_ok=True)
        old.write_text(json.dumps(tree | more), "utf-8")
        assert here("migrate", old, "--naar", target) == 0
        assert (
            "Noord" in target.read_text("utf-8")
            or "r-1" in target.read_text("utf-8")
            or "m-1" in target.read_text("utf-8")
        )
    refused = (
        *({"reviews": [review]}, {"reviews": {"r-1": {"wat": 1}}}, {"lampen": 1}, {"saved": 7}, {"name": "Noord"}),
        *({"actions": [{"text": "x", "lang": "y" * BYTES}]}, {"answers": {"a": {"note": "x", "kleur": 1}}}),
        {"history": [{"at": "2026-11-22T01:41:26.478Z", "event": "opened", "changes": [], "wie": "ik"}]},
    )  # fmt: skip
    for more in refused:
        old.write_text(json.dumps(tree | more), "utf-8")
        assert here("migrate", old, "--naar", tmp_path / "weg.json") == 1, more
        assert "Uw antwoorden zijn niet veranderd" in capsys.readouterr().err
    assert not (tmp_path / "weg.json").exists()
    old.write_text(json.dumps(tree | {"actions": [{"text": "Bel", "owner": "JV"}]}), "utf-8")
    assert here("migrate", old, "--naar", tmp_path / "weg.json") == 0
    assert "JV" in (tmp_path / "weg.json").read_text("utf-8")
