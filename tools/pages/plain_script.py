"""Write a list as a classic script with one assignment: from a folder on a disk a browser takes data in no other way."""

import json
from pathlib import Path
from typing import Any


def write(path: Path, name: str, data: Any) -> None:
    """Let the script at `path` put `data`, as JSON text, in the global `name` ("globalThis.fiiTerms").

    JSON text in a string, because browsers read that fastest; all but two line separators can stand in it.
    """
    inner = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    literal = json.dumps(inner, ensure_ascii=False).replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(f"{name}={literal};\n", "utf-8")
