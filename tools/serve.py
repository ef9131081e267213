"""`python -m tools.serve`: what `make site` makes, on this machine only, and again on every change.

A plain file server with the site's own headers; it changes no byte of what it serves. Its words are Dutch:
authors read them.
"""

import argparse
import sys
import threading
import time
from pathlib import Path

from watchdog.events import FileSystemEvent, FileSystemEventHandler
from watchdog.observers import Observer
from watchdog.observers.api import BaseObserver

from tools import site
from tools.file_server import make_server
from tools.places import ROOT, SITE

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


def main() -> int:
    """Build once, serve, rebuild until stopped. Exit 1 when the first build fails or the port is taken."""
    parser = argparse.ArgumentParser(prog="python -m tools.serve")
    parser.add_argument("--port", type=int, default=8000)
    port: int = parser.parse_args().port
    try:
        server = make_server(SITE, port)
    except OSError:
        print(
            f"Poort {port} is bezet: draait het handboek al in een ander venster?\n"
            f"Sluit dat venster, of kies een andere poort: python tools/do.py serve --port {port + 1}",
            file=sys.stderr,
        )
        return 1
    print("Het handboek wordt gemaakt. De eerste keer duurt dat ongeveer een halve minuut.", flush=True)
    if not _rebuild() and not SITE.exists():
        return 1
    changes = Changes()
    observer = _watch(changes)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    print(f"Het handboek staat op http://127.0.0.1:{port}/ — stop met Ctrl-C.", flush=True)
    try:
        while True:
            changes.happened.wait()
            time.sleep(_SETTLE)
            changes.happened.clear()
            print(f"\n{changes.file} is veranderd: het handboek wordt opnieuw gemaakt …", flush=True)
            _rebuild()
    except KeyboardInterrupt:
        print("\nGestopt.")
    finally:
        server.shutdown()
        observer.stop()
    return 0


def _rebuild() -> bool:
    """Build; show the new pages also where the checks find something, but say so."""
    start = time.monotonic()
    failed = site.build(site.NEXT)
    if failed:
        print(
            f"Dit ging niet goed (stap '{failed}'). Hierboven staat waarom. De vorige versie blijft staan.", flush=True
        )
        return False
    found = site.check(site.NEXT)
    site.publish(site.NEXT, SITE)
    print(f"Klaar in {time.monotonic() - start:.0f} s. Ververs de pagina in uw browser.", flush=True)
    if found:
        print("De controle vond hierboven nog iets. Zonder dat te herstellen komt deze versie niet online.", flush=True)
    return True


def _watch(changes: Changes) -> BaseObserver:
    observer = Observer()
    for name in WATCHED:
        path = ROOT / name
        if path.exists():
            observer.schedule(changes, str(path), recursive=path.is_dir())
    observer.start()
    return observer


if __name__ == "__main__":
    sys.exit(main())
