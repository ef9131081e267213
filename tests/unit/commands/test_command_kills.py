"""A command that is killed leaves the old file or the new one, and nothing that the next run does not clear away."""

import os
from pathlib import Path

import pytest

from tests.unit.commands.command_kills import TARGET, THEIRS, WRITING, harm, kill, whole

KILLS = 100 if os.environ.get("FII_FULL") == "1" else 6


@pytest.mark.parametrize("number", range(KILLS))
def test_a_kill_at_any_moment_leaves_a_whole_file(number: int, tmp_path: Path) -> None:
    seed = number if KILLS == 100 else number * 5  # some of each command, in both ways
    assert kill(seed, tmp_path) == ""


def test_half_a_file_and_what_nobody_clears_away_are_noticed(tmp_path: Path) -> None:
    """Known-bad: the first half of the new file, an empty file, and a part under a name of the old way."""
    new = whole(WRITING[1])
    for content in (new[: len(new) // 2], b""):
        (tmp_path / TARGET).write_bytes(content)
        assert "bytes stand there" in harm(tmp_path, THEIRS, new)
    (tmp_path / TARGET).write_bytes(new)
    assert harm(tmp_path, None, new) == ""
    (tmp_path / f"{TARGET}.deel").write_bytes(b"")
    assert "left behind" in harm(tmp_path, None, new)
