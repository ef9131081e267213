"""The one entry for all commands: `python tools/do.py <command>`. The Makefile only calls this.

Any Python >= 3.8 may start it. It finds a newer one, makes .venv, fetches what the command needs into the
project folder, and runs the work there. It does no work of its own.
"""

import os
import signal
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
sys.path[0] = str(ROOT)  # not tools/: its site.py would hide the one of the standard library

try:
    from tools.setup import fetch, programs, venv  # the project folder must be on the path first
    from tools.setup.say import SetupError
except KeyboardInterrupt:
    sys.exit(130)

#: command → (what it is for, what it needs beside Python, the modules it runs in turn)
COMMANDS = {
    "serve": (
        "build the handbook and serve it on http://127.0.0.1:8000/, again on every change",
        "node",
        ["tools.serve"],
    ),
    "test": (
        "all checks and tests, generated cases at a twentieth of their count",
        "node java browsers webkit office",
        ["tools.test"],
    ),
    "test-full": (
        "the same with the full counts, and in every way to read",
        "node java browsers webkit office",
        ["tools.test --full"],
    ),
    "proof": (
        "what was tried against loss and attack, as one table; hours",
        "node java browsers webkit office",
        ["tools.build", "tools.release.proof"],
    ),
    "site": ("build and check the site in site/", "node", ["tools.build"]),
    "offline": (
        "make dist/handboek-fii-<version>.zip, the copy that opens by double-click",
        "node",
        ["tools.build", "tools.offline"],
    ),
    "pdf": (
        "make dist/handboek-fii-<version>.pdf, the whole handbook as a book",
        "node",
        ["tools.build", "tools.release.pdf"],
    ),
    "release": (
        "site, offline copy and book, with both to download on the site's own page",
        "node",
        ["tools.build", "tools.offline", "tools.release.pdf", "tools.release.hand_out"],
    ),
    "codes": (
        "before publishing: record new addresses and short codes; of an edition in its own folder",
        "node",
        ["tools.build", "tools.addresses.links_lock"],
    ),
    "sbom": ("make dist/handboek-fii-<version>.cdx.json, the packages it is made with", "node", ["tools.release.sbom"]),
    "check": (
        "for authors: pages and instruments, how they read and are spelt, fast; --alles: every page",
        "node",
        ["tools.check"],
    ),
    "nieuw": ("for authors: a new instrument, case or page from a template", "", ["fii_widgets.cli nieuw"]),
    "runtime": ("make the Python of the page in docs/runtime/", "node", ["tools.runtime"]),
    "bench": ("measure, as ratios", "node browsers", ["tools.bench"]),
    "zensical": ("build with Zensical too, and list what differs", "node", ["tools.engines zensical"]),
    "properdocs": ("build with properdocs too, and list what differs", "node", ["tools.engines properdocs"]),
    "setup": (
        "only fetch what the commands need; zensical, properdocs and lock fetch the rest",
        "node java browsers webkit office",
        [],
    ),
    "lock": (
        "renew the pinned hashes after a change in requirements*.in or package-lock.json",
        "node",
        ["tools.release.lock"],
    ),
}

#: commands that take `--editie MAP`: an organisation's own edition (tools/edition)
EDITIONS = ("serve", "site", "offline", "pdf", "release", "check", "codes")


def main(arguments):
    # type: (list[str]) -> int
    """Run one command and return its exit code; arguments after it go to its last module."""
    if not arguments or arguments[0] not in COMMANDS:
        print("python tools/do.py <command>, one of:")
        for name, (purpose, _, _) in COMMANDS.items():
            print("  %-10s %s" % (name, purpose))
        print("%s take --editie MAP: your own edition." % ", ".join(EDITIONS))
        return 2 if arguments and arguments[0] not in ("-h", "--help") else 0
    _, needs, modules = COMMANDS[arguments[0]]
    arguments = with_whole_path(arguments)
    if arguments[0] in EDITIONS and arguments[0] != "serve" and "--editie" in arguments:
        modules = ["tools.edition %s" % arguments[0]]
    try:
        python, env = prepare(needs.split())
    except SetupError as error:
        print("\n%s" % error, file=sys.stderr)
        return 1
    for module in modules:
        extra = arguments[1:] if module is modules[-1] else []
        code = run([str(python), "-m", *module.split(), *extra], env)
        if code:
            return code
    return 0


def with_whole_path(arguments):
    # type: (list[str]) -> list[str]
    """Let the folder of an edition be found from the project folder too, where the work runs."""
    words = arguments[:1]
    for word in arguments[1:]:
        words += ["--editie", word[9:]] if word.startswith("--editie=") else [word]
    for at, word in enumerate(words[1:], 1):
        if words[at - 1] == "--editie" and Path.cwd() != ROOT:
            words[at] = os.path.abspath(word)
    return words


def prepare(needs):
    # type: (list[str]) -> tuple[Path, dict[str, str]]
    """Fetch what is needed; return the project's Python and the environment in which the work runs."""
    python = venv.ensure_venv(ROOT, os.environ)
    env = dict(os.environ, PYTHONUTF8="1", PLAYWRIGHT_BROWSERS_PATH=str(ROOT / ".cache" / "browsers"))
    first = [str(python.parent)]
    if "node" in needs:
        node = fetch.ensure_node(ROOT, python, os.environ)
        fetch.ensure_node_modules(ROOT, node, os.environ)
        env["FII_NODE"] = node.node
        first.append(str(Path(node.node).parent))
    if "java" in needs:
        env["FII_JAVA"] = fetch.ensure_java(ROOT, python, os.environ)
    kinds = [kind for kind in programs.BROWSERS if kind in needs or "browsers" in needs]
    for kind, browser in fetch.ensure_browsers(ROOT, python, os.environ, kinds).items():
        env["FII_" + kind.upper()] = browser
    for kind in ("webkit", "office"):
        if kind in needs:
            fetch.ensure_or_say(kind, ROOT, python, os.environ)
    env["PATH"] = os.pathsep.join([*first, os.environ.get("PATH", "")])
    return python, env


def run(command, env):
    # type: (list[str], dict[str, str]) -> int
    """Run one module and wait for it, also after Ctrl-C: it gets the same signal and closes by itself."""
    work = subprocess.Popen(command, cwd=str(ROOT), env=env)
    signal.signal(signal.SIGTERM, lambda *_: work.terminate())  # a server must not outlive what started it
    while True:
        try:
            return work.wait()
        except KeyboardInterrupt:
            continue


if __name__ == "__main__":
    try:
        sys.exit(main(sys.argv[1:]))
    except KeyboardInterrupt:  # while something is fetched; a command that works answers for itself
        print("\nAfgebroken.", file=sys.stderr)
        sys.exit(130)
