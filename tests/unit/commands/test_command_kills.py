"""A command that is killed leaves the old file or the new one, and nothing that the next run does not clear away."""

import os
from pathlib import Path

import pytest

from tests.unit.commands.command_kills import TARGET, THEIRS, WRITING, harm, kill, whole

FULL = os.environ.get("FII_FULL") == "1"
KILLS = 100 if FULL else len(WRITING)


@pytest.mark.parametrize("number", range(KILLS))
def test_a_kill_at_any_moment_leaves_a_whole_file(number: int, tmp_path: Path) -> None:
    seed = number if FULL else 2 * number + number % 2  # each command once, in both ways
    assert kill(seed, tmp_path) == ""


def test_half_a_file_and_what_nobody_clears_away_are_noticed(tmp_path: Path) -> None:
    """Known-bad: the first half of the new file, an empty file, and a part under a name of the old way."""
    writing = WRITING[1]
    old, new = {TARGET: THEIRS}, whole(writing)
    content = new[TARGET] or b""
    for half in (content[: len(content) // 2], b""):
        (tmp_path / TARGET).write_bytes(half)
        assert "bytes stand there" in harm(writing, tmp_path, old, new)
    (tmp_path / TARGET).write_bytes(content)
    assert harm(writing, tmp_path, {TARGET: None}, new) == ""
    (tmp_path / f"{TARGET}.deel").write_bytes(b"")
    assert "left behind" in harm(writing, tmp_path, {TARGET: None}, new)
