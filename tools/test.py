"""`python -m tools.test`: every check, the site and the offline copy, then pytest, whose closing lines (what took longest, how many passed) are the last.

`--full` sets FII_FULL=1 and includes the tests marked `full`. What stands after `--` goes to pytest.
"""

import os
import subprocess
import sys

from tools.places import NODE_MODULES, ROOT, SITE

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
    return subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-n", "2", "--durations=30", "--durations-min=5", *marker, *rest],
        cwd=ROOT,
        env=env,
        check=False,
    ).returncode


def _run(name: str, command: list[str], env: dict[str, str]) -> bool:
    print(f"== {name}", flush=True)
    return subprocess.run(command, cwd=ROOT, env=env, check=False).returncode == 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
