"""`python -m tools.serve [--editie MAP]`: what `make site` makes, on this machine only, and again on every change.

A plain file server with the site's own headers; it changes no byte of what it serves. Its words are Dutch:
authors read them.
"""

import argparse
import shutil
import subprocess
import sys
import threading
import time
from collections.abc import Iterable
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from fii_widgets.commands import terminal
from tools import build
from tools.file_server import make_server
from tools.paths import CACHE, ROOT, SITE

WATCHED = (
    "docs",
    "checklists",
    "fii_widgets",
    "macros",
    "overrides",
    "tools",
    "mkdocs.yml",
    "aliassen.yml",
    "package-lock.json",
)
#: Made by the build itself: watching these would go round for ever.
_MADE = ("docs/runtime", "docs/stylesheets/fonts", "docs/javascripts/vendor", "__pycache__")
#: An edition stands apart, so that site/ stays what `make site` made.
EDITION_SITE = CACHE / "editie-site"
#: An editor writes a file in several steps.
_SETTLE = 0.4


class Changes(FileSystemEventHandler):
    """Remembers which file changed last; the main thread builds."""

    def __init__(self) -> None:
        self.file = ""
        self.happened = threading.Event()

    def on_any_event(self, event: FileSystemEvent) -> None:
        """Note a change that can make the site different."""
        if event.event_type in ("opened", "closed_no_write") or event.is_directory:
            return
        path = Path(str(event.src_path))
        name = path.relative_to(ROOT).as_posix() if path.is_relative_to(ROOT) else path.name
        if not any(part in name for part in _MADE) and not path.name.startswith(".") and not name.endswith("~"):
            self.file = name
            self.happened.set()


def main(arguments: list[str] | None = None) -> int:
    """Build once, serve, rebuild until stopped. Exit 1 when the first build fails or the port is taken."""
    parser = argparse.ArgumentParser(prog="python -m tools.serve")
    parser.add_argument("--port", type=int, default=8000)
    parser.add_argument("--editie", type=Path, metavar="MAP", help="an organisation's own edition")
    asked = parser.parse_args(arguments)
    port: int = asked.port
    edition: Path | None = asked.editie
    served = EDITION_SITE if edition else SITE
    try:
        server = make_server(served, port)
    except OSError:
        print(
            f"Poort {port} is bezet: draait het handboek al in een ander venster?\n"
            f"Sluit dat venster, of kies een andere poort: python tools/do.py serve --port {port + 1}",
            file=sys.stderr,
        )
        return 1
    print("Het handboek wordt gemaakt. De eerste keer duurt dat ongeveer een halve minuut.", flush=True)
    if edition:
        shutil.rmtree(served, ignore_errors=True)  # of another edition, perhaps
    if not rebuild(edition) and not served.exists():
        server.server_close()
        return 1
    changes = Changes()
    observer = watch(changes, [edition] if edition else [])
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"Het handboek staat op http://127.0.0.1:{port}/ — stop met Ctrl-C.", flush=True)
    try:
        while True:
            changes.happened.wait()
            time.sleep(_SETTLE)
            changes.happened.clear()
            print(f"\n{changes.file} is veranderd: het handboek wordt opnieuw gemaakt …", flush=True)
            rebuild(edition)
    except KeyboardInterrupt:
        print("\nGestopt.")
    finally:
        server.shutdown()
        observer.stop()
    return 0


def rebuild(edition: Path | None) -> bool:
    """Build; show the new pages also where the checks find something, but say so."""
    start = time.monotonic()
    module = ["tools.edition", "site", "--editie", str(edition)] if edition else ["tools.build"]
    served = EDITION_SITE if edition else SITE
    command = [sys.executable, "-m", *module, "--to", str(served), "--despite-findings"]
    code = subprocess.run(command, cwd=ROOT, check=False).returncode
    if code not in (0, build.FOUND):
        print("Dit ging niet goed. Hierboven staat waarom. De vorige versie blijft staan.", flush=True)
        return False
    print(f"Klaar in {time.monotonic() - start:.0f} s. Ververs de pagina in uw browser.", flush=True)
    if code == build.FOUND:
        print("De controle vond hierboven nog iets. Zonder dat te herstellen komt deze versie niet online.", flush=True)
    return True


def watch(changes: Changes, others: Iterable[Path]) -> BaseObserver:
    """Start to look for changes in the handbook and in other folders."""
    observer = Observer()
    for path in (*(ROOT / name for name in WATCHED), *others):
        if path.exists():
            observer.schedule(changes, str(path), recursive=path.is_dir())
    observer.start()
    return observer


if __name__ == "__main__":
    terminal.leave(terminal.run(main))
