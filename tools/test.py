"""`python -m tools.test`: every check, the site and the offline copy, then pytest, which says what took longest and how many passed.

`--full` includes the tests marked `full`, with the full counts, and asks that every address and code is recorded.
What stands after `--` goes to pytest. A test that could not run here, such as one for WebKit, is named with its reason.
When no more than two tests failed, all of them in tests/browser, these run once more, alone, and are named: on a busy
machine a press can come too early or an answer too late. A full run, and a run with arguments for pytest (which may
stop early), gives no second try.
"""

import json
import os
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from fii_widgets import __version__
from fii_widgets.commands import terminal
from tools.paths import DIST, NODE_MODULES, ROOT, SITE

#: pytest's exit code when it ran and tests failed
FAILED = 1
#: how many browser tests may have had bad luck
MOST = 2
#: no function may be harder to follow than this, by cognitive complexity
FOLLOWED = ("fii_widgets", "macros", "tools", "--max-complexity-allowed", "20", "--failed", "--plain")
_PYTHON = sys.executable
#: name → command; a check is quick and needs no browser
CHECKS = {
    "ruff": [_PYTHON, "-m", "ruff", "check", "."],
    "complexipy": [_PYTHON, "-c", "from complexipy.cli import main; main()", *FOLLOWED],
    "mypy": [_PYTHON, "-m", "mypy"],
    "import-linter": [_PYTHON, "-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
    "fii check": [_PYTHON, "-m", "fii_widgets.cli", "check"],
    "tsc": [os.environ.get("FII_NODE", "node"), str(NODE_MODULES / "typescript/bin/tsc"), "-p", "."],
}
MADE = {"site": [_PYTHON, "-m", "tools.build"], "offline": [_PYTHON, "-m", "tools.offline"]}


def main(arguments: list[str]) -> int:
    """Run all checks and name all that fail; build only a sound tree, and test only what was built."""
    full = "--full" in arguments
    rest = arguments[arguments.index("--") + 1 :] if "--" in arguments else []
    # The full tests stand before a release: then every new address and code is recorded (tools/addresses/links_lock.py).
    env = os.environ | ({"FII_FULL": "1", "FII_RELEASE": "1"} if full else {})
    # First what is not in the repository: the type check of the scripts reads it.
    if not _run("runtime", [_PYTHON, "-m", "tools.runtime"], env):
        return 1
    failed = _check(CHECKS, env)
    failed = failed or [name for name, command in MADE.items() if not _run(name, command, env)][:1]
    if failed:
        print(f"Failed: {', '.join(failed)}. The tests were not started.", file=sys.stderr)
        return 1
    marker = [] if full else ["-m", "not full"]
    # The tests look at what was made just now, and make none of their own.
    env |= {"FII_SITE": str(SITE), "FII_OFFLINE": str(DIST / f"handboek-fii-{__version__}.zip")}
    asked = ["-n", "2", "--durations=30", "--durations-min=5", "-rs", *marker, *rest]
    return run_tests(ROOT, asked, env, may_repeat=not full and not rest)


def run_tests(root: Path, arguments: list[str], env: dict[str, str], *, may_repeat: bool) -> int:
    """Run pytest in a folder, then once more the few browser tests that failed. Returns the exit code.

    A first run that may be followed by a second forgets what failed before: the list then holds this run only.
    """
    pytest = [_PYTHON, "-m", "pytest", "-q"]
    forget = ["--cache-clear"] if may_repeat else []
    code = subprocess.run([*pytest, *forget, *arguments], cwd=root, env=env, check=False).returncode
    kept = root / ".pytest_cache/v/cache/lastfailed"
    if not may_repeat or code != FAILED or not kept.is_file():
        return code
    failed: list[str] = list(json.loads(kept.read_text("utf-8")))
    if not 1 <= len(failed) <= MOST or not all(test.startswith("tests/browser/") for test in failed):
        return code
    named = "\n".join(f"  {test}" for test in failed)
    print(f"\n== once more, alone:\n{named}", flush=True)
    if code := subprocess.run([*pytest, *failed], cwd=root, env=env, check=False).returncode:
        return code
    print(f"\nAll passed, but only the second time; find out why, it may be the page:\n{named}")
    return 0


def _check(commands: dict[str, list[str]], env: dict[str, str]) -> list[str]:
    """Run all of them, two at a time, and print what each says in one piece. Returns the names of those that failed."""

    def run(command: list[str]) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            command,
            cwd=ROOT,
            env=env,
            check=False,
            text=True,
            errors="replace",
            stdout=subprocess.PIPE,
            stderr=subprocess.STDOUT,
        )

    failed = []
    with ThreadPoolExecutor(2) as pool:
        for name, done in zip(commands, pool.map(run, commands.values()), strict=True):
            print(f"== {name}\n{done.stdout}", end="", flush=True)
            failed += [name] * (done.returncode != 0)
    return failed


def _run(name: str, command: list[str], env: dict[str, str]) -> bool:
    print(f"== {name}", flush=True)
    return subprocess.run(command, cwd=ROOT, env=env, check=False).returncode == 0


if __name__ == "__main__":
    terminal.leave(terminal.run(lambda: main(sys.argv[1:])))
