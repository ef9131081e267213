"""A dossier of an older version, to be read and written over."""

from pathlib import Path

import pytest

from tests.unit.commands.running import OLD


@pytest.fixture
def dossier(tmp_path: Path) -> Path:
    path = tmp_path / "d.json"
    path.write_bytes(OLD.read_bytes())
    return path
