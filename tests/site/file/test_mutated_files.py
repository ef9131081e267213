"""Page and Python refuse the same files, each with the same code: files changed by chance, and files of every kind."""

import base64
import json
import os
from contextlib import suppress
from itertools import batched
from pathlib import Path

from fii_widgets.browser import call
from fii_widgets.dossier.file.kinds import json_text
from fii_widgets.dossier.file.open import open_text
from fii_widgets.dossier.limits import DossierError, parse_text
from tests import mutated
from tests.proof.hostile.files import all_files
from tests.site.page_python import answered
from tests.site.page_script import READS, VERDICT, asked

CASES = 20_000 if os.environ.get("FII_FULL") else 500


def python_says(content: bytes) -> str:
    """`opened` or `newer`, or the code of why not."""
    try:
        text = json_text(content)
        opened = open_text(text, edition="handboek-fii")
    except DossierError as error:
        return error.code
    if parse_text(text) != json.loads(text):
        return "misread"
    return "newer" if opened.newer else "opened"


def page_says(files: list[bytes], folder: Path) -> list[str]:
    """The same of each file, by the page's own scripts."""
    return asked(READS, VERDICT, [base64.b64encode(one).decode() for one in files], folder)


def test_page_and_python_refuse_the_same_mutated_files(tmp_path: Path) -> None:
    seen: dict[str, int] = {}
    different = []
    for files in batched(mutated.files(CASES), 2_000):
        for content, page in zip(files, page_says(list(files), tmp_path), strict=True):
            python = python_says(content)
            seen[python] = seen.get(python, 0) + 1
            if page != python:
                different.append((page, python, content))
    assert different == []
    assert seen.keys() >= {
        "opened",
        "newer",
        "shape",
        "kind",
        "edition",
        "json",
        "cut",
        "quotes",
        "two",
        "number",
        "duplicate",
    }
    assert seen["opened"] > CASES / 20


def test_page_and_python_agree_on_every_file_that_means_harm(tmp_path: Path) -> None:
    """Each class of `make proof`, which opens them in browsers."""
    files = all_files()
    found = page_says([one.content for one in files], tmp_path)
    different = [
        (one.kind, one.name, page) for one, page in zip(files, found, strict=True) if page != python_says(one.content)
    ]
    assert different == []


def test_the_runtime_of_the_site_refuses_what_python_refuses(tmp_path: Path) -> None:
    """Of the files that are text at all: the page's Python never sees another."""
    texts = []
    for content in mutated.files(CASES // 20):
        with suppress(DossierError):
            texts.append(json_text(content))
    requests = [{"op": "open", "text": text, "edition": "handboek-fii"} for text in texts]
    replies = list(answered(map(json.dumps, requests), tmp_path))
    assert len(replies) > CASES // 40
    assert [request[:500] for request, reply in replies if reply != call(request)] == []
