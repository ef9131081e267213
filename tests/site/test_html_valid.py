"""The Nu HTML checker finds no error on any page of the site, nor of the copy for a folder, and refuses a bad page."""

import json
import os
import shutil
import subprocess
import sysconfig
from pathlib import Path

import pytest

from tools.offline import pages
from tools.pages import markup
from tools.paths import NODE_MODULES
from tools.setup.programs import find_java

JAR = NODE_MODULES / "vnu-jar" / "build" / "dist" / "vnu.jar"
BAD = """<!doctype html><html lang="nl"><head><meta charset="utf-8"><title>Slecht</title></head>
<body><h1 id="a">Een</h1><p id="a"><div>twee</div></p><img src="x.png"><ul><p>drie</p></ul></body></html>"""


@pytest.fixture(scope="module")
def errors(site: Path, tmp_path_factory: pytest.TempPathFactory) -> dict[str, list[str]]:
    """One run over all three, for the checker takes longer to start than to read: folder → one line an error."""
    folder = tmp_path_factory.mktemp("valid")
    # Of the copy, where addresses and the policy differ, `make test` takes a part of the pages.
    part = 1 if os.environ.get("FII_FULL") == "1" else 4
    for at, path in enumerate(markup.pages(site)):
        text = path.read_text("utf-8")
        for name, page in (("site", text), *([("copy", pages.rewrite(text))] if at % part == 0 else [])):
            target = folder / name / path.relative_to(site)
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(page, "utf-8")
    (folder / "bad").mkdir()
    (folder / "bad" / "slecht.html").write_text(BAD, "utf-8")
    found: dict[str, list[str]] = {"site": [], "copy": [], "bad": []}
    for message in check(folder):
        path = message["url"].rpartition(f"{folder.name}/")[2]
        found[path.split("/")[0]].append(
            f"{path}:{message.get('lastLine')}: {message['message']} {message.get('extract', '')!r}"
        )
    shutil.rmtree(folder)
    return found


def check(folder: Path) -> list[dict[str, str]]:
    """Run the checker over every HTML file under a folder."""
    java = os.environ.get("FII_JAVA") or find_java(os.environ.get("PATH", ""), Path(sysconfig.get_path("purelib")))
    assert java, "no Java here: python tools/do.py setup"
    command = [
        java,
        "-Xss2m",
        "-jar",
        str(JAR),
        "--format",
        "json",
        "--stdout",
        "--errors-only",
        "--skip-non-html",
        str(folder),
    ]
    done = subprocess.run(command, capture_output=True, text=True, check=False, timeout=600)
    assert done.returncode in (0, 1), done.stderr
    return list(json.loads(done.stdout)["messages"])


def test_every_page_of_the_site(errors: dict[str, list[str]]) -> None:
    assert errors["site"] == []


def test_every_page_of_the_copy_for_a_folder(errors: dict[str, list[str]]) -> None:
    assert errors["copy"] == []


@pytest.mark.parametrize(
    "said", ["Duplicate ID", "“p” element in scope", "“img” element must have", "“p” not allowed as child"]
)
def test_a_bad_page_is_refused(errors: dict[str, list[str]], said: str) -> None:
    assert [line for line in errors["bad"] if said in line], errors["bad"]
