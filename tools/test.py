"""`python -m tools.test`: every check, the site and the offline copy, then pytest, whose closing lines (what took longest, how many passed) are the last.

`--full` sets FII_FULL=1 and includes the tests marked `full`. What stands after `--` goes to pytest.
One or two browser tests that failed are run once more, alone, and named: on a busy machine a press can come too early or
an answer too late. What fails twice, more than two, any other test and every full run fail at once.
"""

import json
import os
import subprocess
import sys
from pathlib import Path

from tools.places import NODE_MODULES, ROOT, SITE

#: pytest's exit code when it ran and tests failed
FAILED = 1
#: so many browser tests may have had bad luck
MOST = 2
#: name → command; a check is quick and needs no browser
CHECKS = {
    "ruff": ["-m", "ruff", "check", "."],
    "mypy": ["-m", "mypy"],
    "import-linter": ["-c", "from importlinter.cli import lint_imports_command; lint_imports_command()"],
    "fii check": ["-m", "fii_widgets.cli", "check"],
}
MADE = {"site": ["-m", "tools.site"], "offline": ["-m", "tools.offline"]}


def main(arguments: list[str]) -> int:
    """Run all checks and name all that fail; build only a sound tree, and test only what was built."""
    full = "--full" in arguments
    rest = arguments[arguments.index("--") + 1 :] if "--" in arguments else []
    # The full tests stand before a release: then every new address and code is recorded (tools/links_lock.py).
    env = os.environ | ({"FII_FULL": "1", "FII_RELEASE": "1"} if full else {})
    # First what is not in the repository: the type check of the scripts reads it.
    if not _run("runtime", [sys.executable, "-m", "tools.runtime"], env):
        return 1
    failed = [name for name, command in CHECKS.items() if not _run(name, [sys.executable, *command], env)]
    if not _run("tsc", [os.environ.get("FII_NODE", "node"), str(NODE_MODULES / "typescript/bin/tsc"), "-p", "."], env):
        failed.append("tsc")
    failed = failed or [name for name, command in MADE.items() if not _run(name, [sys.executable, *command], env)][:1]
    if failed:
        print(f"Failed: {', '.join(failed)}. The tests were not started.", file=sys.stderr)
        return 1
    marker = [] if full else ["-m", "not full"]
    env["FII_SITE"] = str(SITE)  # the browser tests look at what was built just now, not at a build of their own
    return run_tests(ROOT, ["-n", "2", "--durations=30", "--durations-min=5", *marker, *rest], env, may_repeat=not full)


def run_tests(root: Path, arguments: list[str], env: dict[str, str], *, may_repeat: bool) -> int:
    """Run pytest in a folder, and the few browser tests that failed once more. Returns the exit code."""
    pytest = [sys.executable, "-m", "pytest", "-q"]
    code = subprocess.run([*pytest, "--cache-clear", *arguments], cwd=root, env=env, check=False).returncode
    kept = root / ".pytest_cache/v/cache/lastfailed"
    failed: list[str] = list(json.loads(kept.read_text("utf-8"))) if code == FAILED and kept.is_file() else []
    if not may_repeat or not 1 <= len(failed) <= MOST or not all(one.startswith("tests/browser/") for one in failed):
        return code
    named = "\n".join(f"  {one}" for one in failed)
    print(f"\n== once more, alone:\n{named}", flush=True)
    if code := subprocess.run([*pytest, *failed], cwd=root, env=env, check=False).returncode:
        return code
    print(f"\nAll passed, but only the second time; find out why, it may be the page:\n{named}")
    return 0


def _run(name: str, command: list[str], env: dict[str, str]) -> bool:
    print(f"== {name}", flush=True)
    return subprocess.run(command, cwd=ROOT, env=env, check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
