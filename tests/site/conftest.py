"""The whole site, built once for the tests that look at it: the generator, then our passes."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tools import passes
from tools.paths import ROOT


@pytest.fixture(scope="session")
def generated(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """What the generator makes, before our passes."""
    folder = tmp_path_factory.mktemp("site") / "generated"
    command = [sys.executable, "-m", "mkdocs", "build", "--strict", "--quiet", "--site-dir", str(folder)]
    quiet = os.environ | {"NO_MKDOCS_2_WARNING": "1"}
    subprocess.run(command, cwd=ROOT, env=quiet, check=True, capture_output=True)
    return folder


@pytest.fixture(scope="session")
def built(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The finished site: the one that `make test` built just now, or one of our own. Tests read it only."""
    if ready := os.environ.get("FII_SITE"):
        return Path(ready)
    generated: Path = request.getfixturevalue("generated")
    folder = tmp_path_factory.mktemp("site") / "built"
    shutil.copytree(generated, folder)
    passes.apply(folder)
    return folder
