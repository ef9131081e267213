"""`python -m tools.build`: a look at the sources → assets → mkdocs → passes → checks → site/. What stands in site/ passed
every step; nothing runs before the sources are known to run nothing.

Knows the order only; each step is its own program, so that the site can be made by another engine.
"""

import argparse
import os
import shutil
import subprocess
import sys
from pathlib import Path

from fii_widgets import lint
from fii_widgets.commands import terminal
from tools.paths import CACHE, ROOT, SITE

#: Built beside site/ and swapped at the end: a reader of site/ never meets half a site.
NEXT = CACHE / "site-next"
#: the exit code that says: published, and the checks found something
FOUND = 3
QUIET = {
    # Material prints advice about its successor at every build; the choice is explained on the architecture page.
    "NO_MKDOCS_2_WARNING": "1",
    "DISABLE_MKDOCS_2_WARNING": "true",
}


def main(arguments: list[str] | None = None) -> int:
    """Build, check, publish into site/; on a failure leave site/ as it was and say which step failed."""
    parser = argparse.ArgumentParser(prog="python -m tools.build")
    parser.add_argument("--to", type=Path, default=SITE, help="another folder than site/")
    parser.add_argument(
        "--despite-findings", action="store_true", help="for `make serve`: publish what the checks refuse too"
    )
    asked = parser.parse_args(arguments)
    target: Path = asked.to.resolve()
    failed = build(NEXT)
    faults = "" if failed else check(NEXT)
    if failed or (faults and not asked.despite_findings):
        failed = failed or faults
        print(f"site: step '{failed}' failed; {target.name}/ was not changed.", file=sys.stderr)
        return 1
    publish(NEXT, target)
    if not asked.despite_findings:
        print(f"site: {target.name}/ is ready")
    return FOUND if faults else 0


def build(folder: Path) -> str:
    """Build the whole site into a folder; return the name of the step that failed, or nothing."""
    if problems := lint.check(ROOT):
        print(*problems, sep="\n", file=sys.stderr)
        return "sources"
    shutil.rmtree(folder, ignore_errors=True)
    steps = {
        "runtime": ["tools.runtime"],
        "mkdocs": ["mkdocs", "build", "--strict", "--site-dir", str(folder)],
        "passes": ["tools.passes", str(folder)],
    }
    return next((name for name, module in steps.items() if not run(module)), "")


def check(folder: Path) -> str:
    """Look for faults in a built site, and for addresses that disappeared; return the step that found some, or nothing."""
    steps = {
        "check": ["tools.check_site", str(folder)],
        "links": ["tools.addresses.links_lock", "--controle", str(folder)],
    }
    return next((name for name, module in steps.items() if not run(module)), "")


def publish(folder: Path, target: Path) -> None:
    """Put a built folder in the place of another, with no moment at which half of it is there."""
    old = target.with_name(target.name + ".old")
    shutil.rmtree(old, ignore_errors=True)
    if target.exists():
        target.rename(old)
    target.parent.mkdir(parents=True, exist_ok=True)
    shutil.move(folder, target)
    shutil.rmtree(old, ignore_errors=True)


def run(module: list[str]) -> bool:
    """Run one step in the project folder. mkdocs tells every small thing; what is left is for the author."""
    command = [sys.executable, "-m", *module]
    env = os.environ | QUIET
    if module[0] != "mkdocs":
        return subprocess.run(command, cwd=ROOT, env=env, check=False).returncode == 0
    # Not mkdocs' own -q: with it the macros plugin hides its errors and still exits 0.
    done = subprocess.run(
        command, cwd=ROOT, env=env, check=False, text=True, stdout=subprocess.PIPE, stderr=subprocess.STDOUT
    )
    lines = [line for line in done.stdout.splitlines() if not line.startswith("INFO ")]
    print("\n".join(lines), end="\n" if lines else "", file=sys.stderr, flush=True)
    return done.returncode == 0


if __name__ == "__main__":
    terminal.leave(terminal.run(main))
