"""Of a file that is no dossier the page and the command line say the same: what it is, and what to do next."""

import base64
import os
import subprocess
import sys
from pathlib import Path

import pytest

from fii_widgets.dossier.file.kinds import json_text
from fii_widgets.dossier.file.open import open_text
from fii_widgets.dossier.limits import DossierError
from fii_widgets.words.files import FOR_SCRIPTS
from fii_widgets.words.system import WORDS
from tests.site.page_script import READS, VERDICT, asked
from tests.unit.files import FILES, SOUND


@pytest.mark.parametrize("name", FILES)
def test_a_file_that_is_no_dossier_is_named(name: str) -> None:
    code, content = FILES[name]
    with pytest.raises(DossierError) as refused:
        open_text(json_text(content, name), name)
    assert refused.value.code == code
    assert str(refused.value) == FOR_SCRIPTS[f"file.{code}"].format(bestand=name)


@pytest.mark.parametrize("name", SOUND)
def test_what_only_looks_odd_is_read(name: str) -> None:
    assert open_text(json_text(SOUND[name], name), name, "handboek-fii").dossier


def test_the_page_says_of_each_what_python_says(tmp_path: Path) -> None:
    files = {name: content for name, (_, content) in FILES.items()} | SOUND
    found = asked(READS, VERDICT, [base64.b64encode(one).decode() for one in files.values()], tmp_path)
    expected = [code for code, _ in FILES.values()] + ["opened"] * len(SOUND)
    assert dict(zip(files, found, strict=True)) == dict(zip(files, expected, strict=True))


def test_every_kind_has_a_file_here() -> None:
    by_their_place = {"folder", "unreadable"}
    of_their_json = {"depth", "keys", "string", "duplicate", "prototype", "number", "text", "edition", "shape"}
    codes = {key.removeprefix("file.") for key in FOR_SCRIPTS if key.startswith("file.")}
    assert codes - {code for code, _ in FILES.values()} == by_their_place | of_their_json


def test_on_the_command_line(tmp_path: Path) -> None:
    (tmp_path / "map.json").mkdir()
    names = ["verslag.mhtml", "krul.json", "dossier.zip"]
    for name in names:
        (tmp_path / name).write_bytes(FILES[name][1])
    command = [sys.executable, "-m", "fii_widgets.cli", "check-dossier", *names, "map.json"]
    environment = os.environ | {"PYTHONPATH": str(Path(__file__).parents[3]), "PYTHONUTF8": "1"}
    ended = subprocess.run(command, cwd=tmp_path, env=environment, capture_output=True, text=True, check=False)
    said = [FOR_SCRIPTS[f"file.{FILES[name][0]}"].format(bestand=name) for name in names]
    said.append(WORDS["is_folder"].format(file="map.json"))
    assert ended.returncode == 1
    assert ended.stdout.splitlines() == [*said, "4 bestanden zijn niet in orde."]
