"""Runs inside the stock Pyodide: which files of the standard library does our package really use?

The answer is taken from sys.modules after boot, after importing all that the page can reach (imports inside
functions too) and after really calling it. It reads no file of the project itself.
"""

import ast
import importlib
import importlib.util
import json
import sys

#: Imported on roads that no call takes: a failing start, an error on its way to the console, text decoding,
#: dates read from files, waiting. A new module of our own needs no line here.
EXTRA = (
    "asyncio", "asyncio.runners", "calendar", "_strptime", "copy", "dataclasses", "datetime", "enum", "html",
    "html.entities", "json", "linecache", "locale", "random", "re", "re._casefix", "string", "textwrap", "tokenize",
    "traceback", "typing", "unicodedata", "warnings", "_py_warnings", "_colorize", "encodings.aliases",
    "encodings.ascii", "encodings.idna", "encodings.latin_1", "encodings.utf_8", "encodings.utf_8_sig",
)  # fmt: skip
_STDLIB = f"/python{sys.version_info[0]}{sys.version_info[1]}.zip/"


def survey(start: str, requests: list[str], parts: dict[str, str]) -> str:
    """Import module `start`, answer the requests with its `call`, and return JSON text.

    `parts` gives the file of each part that a page adds on demand; what only a part needs goes with that part.
    → {"members": file names inside python_stdlib.zip, "replies": one text a request, "reached": our modules,
       "parts": {name: more such file names}}
    """
    waiting: set[str] = set()
    reached = _import_all(start, waiting)
    for name in EXTRA:
        importlib.import_module(name)
    call = getattr(sys.modules[start], "call", None)
    replies = [call(request) for request in requests] if call else []
    members = sorted(filter(None, map(_member, list(sys.modules.values()))))
    apart = {name: _of_part(start, file, requests, replies, waiting) for name, file in parts.items()}
    if waiting:
        raise ModuleNotFoundError(f"no part holds what these import: {sorted(waiting)}")
    # a package is looked for in one archive only: what belongs to one of the main archive's goes there
    packages = {member.partition("/")[0] for member in members if "/" in member}
    for name, found in apart.items():
        shared = [member for member in found if "/" in member and member.partition("/")[0] in packages]
        members = sorted({*members, *shared})
        apart[name] = [member for member in found if member not in shared]
    return json.dumps({"members": members, "replies": replies, "reached": sorted(reached), "parts": apart})


def _of_part(start: str, file: str, requests: list[str], replies: list[str], waiting: set[str]) -> list[str]:
    """Add a part, answer again what failed without it, and leave sys.modules as it was found.

    What can be imported now is taken out of `waiting`.
    """
    before = set(sys.modules)
    sys.path.append(file)
    waiting -= _import_all(start, set())
    for at, reply in enumerate(replies):
        if '"ok": false' in reply:
            replies[at] = sys.modules[start].call(requests[at])
    new = set(sys.modules) - before
    members = sorted(filter(None, (_member(sys.modules[name]) for name in new)))
    for name in new:
        del sys.modules[name]
    sys.path.remove(file)
    return members


def _import_all(start: str, waiting: set[str]) -> set[str]:
    """Import a module and everything named in its import statements, wherever these stand; return those of ours.

    Those that lack a module of a part that is not there go into `waiting`.
    """
    todo = [start]
    done: set[str] = set()
    while todo:
        name = todo.pop()
        if name in done or not _exists(name):
            continue
        try:
            importlib.import_module(name)
        except ModuleNotFoundError:
            waiting.add(name)
            continue
        if name.partition(".")[0] != start.partition(".")[0]:
            continue
        done.add(name)
        todo += _imports(name)
    return done


def _exists(name: str) -> bool:
    """A module of ours must exist; of others, some are asked for only where they are there (yaml)."""
    try:
        return importlib.util.find_spec(name) is not None
    except ModuleNotFoundError:
        return False


def _imports(name: str) -> list[str]:
    spec = importlib.util.find_spec(name)
    source = spec.loader.get_source(name) if spec and spec.loader else None  # type: ignore[attr-defined]
    found = []
    for node in ast.walk(ast.parse(source or "")):
        if isinstance(node, ast.Import):
            found += [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module and not node.level:
            found.append(node.module)
            if node.module.startswith(name.partition(".")[0]):
                found += [f"{node.module}.{alias.name}" for alias in node.names]
    return found


def _member(module: object) -> str | None:
    file = getattr(module, "__file__", None) or ""
    _, found, member = file.partition(_STDLIB)
    return member if found else None
