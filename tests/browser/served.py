"""A built site behind a server whose answers a test can hold back. Knows no page."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from tools.file_server import SiteHandler, make_server


class Gate:
    """What the server was asked, and a door for the files of the Python runtime."""

    def __init__(self) -> None:
        self.asked: list[str] = []
        self.open = threading.Event()
        self.open.set()

    def runtime(self) -> list[str]:
        return [path for path in self.asked if "/runtime/" in path]


@contextmanager
def served(folder: Path) -> Iterator[tuple[str, Gate]]:
    """Serve a folder; give its address and the gate."""
    gate = Gate()
    server = make_server(folder)

    class Gated(SiteHandler):
        def do_GET(self) -> None:
            gate.asked.append(self.path)
            if "/runtime/" in self.path:
                gate.open.wait(120)
            super().do_GET()

    server.RequestHandlerClass = partial(Gated, directory=str(folder))  # type: ignore[assignment]
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_address[1]}", gate
    finally:
        gate.open.set()
        server.shutdown()
        server.server_close()
