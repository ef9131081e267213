"""`python -m tools.release.lock`: renews requirements*.txt and the pins of Pyodide's files.

For whoever changes a dependency. Reads no configuration of this machine, so that the result names no address.
package-lock.json is npm's: after a change in package.json run `npm install --package-lock-only` first, for what is
pinned here is read from node_modules, and that is laid out as package-lock.json says.
"""

import hashlib
import json
import os
import subprocess
import sys
from pathlib import Path

from fii_widgets.commands import terminal
from tools.paths import CACHE, NODE_MODULES, ROOT
from tools.runtime.__main__ import PINS
from tools.setup.python import OLDEST, TOO_OLD, candidates, version_of

#: stands first in every lock: pip stops at this name before it looks at anything else
GUARD = (
    "# On a Python that is too old pip says so: there is no such package.\n"
    f'{TOO_OLD}==0 ; python_version < "{OLDEST[0]}.{OLDEST[1]}" \\\n    --hash=sha256:{"0" * 64}\n'
)
_TOOL = "pip-tools==7.6.2"
_FLAGS = (
    "--quiet", "--generate-hashes", "--no-emit-index-url", "--no-emit-find-links", "--strip-extras", "--allow-unsafe",
    "--no-header", "--annotation-style=line",
)  # fmt: skip


def main() -> int:
    """Renew the locks; pass `--upgrade` to take newer versions of what the .in files leave open."""
    tool = CACHE / "lock-venv"
    env = os.environ | {"PIP_CONFIG_FILE": os.devnull}
    env.pop("PIP_FIND_LINKS", None)
    subprocess.run([*_oldest(), "-m", "venv", "--clear", str(tool)], check=True)
    python = next(path for path in (tool / "bin/python", tool / "Scripts/python.exe") if path.exists())
    subprocess.run([str(python), "-m", "pip", "install", "-q", _TOOL], check=True, env=env)
    # requirements.in first: the others keep to its versions
    for source in sorted(ROOT.glob("requirements*.in"), key=lambda path: (path.stem != "requirements", path.name)):
        target = source.with_suffix(".txt").name
        command = [str(python), "-m", "piptools", "compile", *_FLAGS, *sys.argv[1:], "-o", target, source.name]
        subprocess.run(command, cwd=ROOT, env=env, check=True)
    for lock in ROOT.glob("requirements*.txt"):
        lock.write_text(guarded(lock.read_text("utf-8")), "utf-8")
    _pin(NODE_MODULES / "pyodide")
    return 0


def guarded(lock: str) -> str:
    """Return a lock with the line first that a too old Python cannot pass."""
    return lock if lock.startswith(GUARD) else GUARD + lock


def _oldest() -> list[str]:
    """The oldest Python that we support: what a newer one resolves may refuse to install on it."""
    for command in candidates(os.environ):
        if version_of(command) == OLDEST:
            return command
    raise SystemExit(f"lock: needs Python {OLDEST[0]}.{OLDEST[1]}, so that the lock can be installed on it too.")


def _pin(npm: Path) -> None:
    pins = json.loads(PINS.read_text("utf-8"))
    pins["version"] = json.loads((npm / "package.json").read_text("utf-8"))["version"]
    pins["sha256"] = {name: hashlib.sha256((npm / name).read_bytes()).hexdigest() for name in pins["sha256"]}
    PINS.write_text(json.dumps(pins, indent=2) + "\n", "utf-8")


if __name__ == "__main__":
    terminal.leave(terminal.run(main))
