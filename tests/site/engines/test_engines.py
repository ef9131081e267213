"""The handbook can change its engine: the real builds, in their own environments, against MkDocs' own site."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tools.engines.build import ENGINES
from tools.pages import markup
from tools.paths import CACHE, ROOT


@pytest.mark.full
@pytest.mark.parametrize("name", ENGINES)
def test_another_engine_makes_the_same_text_ids_and_links(name: str, site: Path) -> None:
    command = [sys.executable, "-m", "tools.engines", name, "--beside", str(site)]
    done = subprocess.run(command, cwd=ROOT, env=os.environ, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr
    pages = len(markup.pages(site))
    assert f"{name}: {pages} pages; pages that differ from MkDocs' own: 0 in ids, 0 in links, 0 in text" in done.stdout
    assert pages > 90
    # it was that engine, in an environment of its own
    there = {path.name.partition("-")[0] for path in (CACHE / "engines" / name).rglob("site-packages/*.dist-info")}
    assert {*ENGINES} & there == {name}
