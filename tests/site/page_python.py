"""Ask the Python of the page, in Node: the runtime that the site serves, with its parts."""

import os
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from tools.paths import RUNTIME

SCRIPT = Path(__file__).with_name("in_pyodide.mjs")


def answered(requests: Iterable[str], folder: Path) -> Iterator[tuple[str, str]]:
    """Yield each request, a line of JSON, with what the page's Python says to it. None of them is held in memory."""
    asked, told = folder / "requests", folder / "replies"
    with asked.open("w", encoding="utf-8") as file:
        file.writelines(f"{request}\n" for request in requests)
    node = os.environ.get("FII_NODE", "node")
    subprocess.run([node, str(SCRIPT), str(RUNTIME), str(asked), str(told)], check=True, timeout=3600)
    with asked.open(encoding="utf-8") as requests_, told.open(encoding="utf-8") as replies:
        for request, reply in zip(requests_, replies, strict=True):
            yield request.rstrip("\n"), reply.rstrip("\n")
