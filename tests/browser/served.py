"""A built site behind a server that tells what it was asked, can hold back the Python runtime and answer a file wrongly.

Knows no page.
"""

import re
import socket
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from tools.file_server import SiteHandler, make_server

REPORTS = "/__reports"
#: how a script can fail to arrive: not there, the line broken, nothing in it, cut off, from before it had its exports,
#: and never an answer (until `release`)
WAYS = ("404", "abort", "empty", "syntax", "old", "hang")


class Server:
    """What was asked of the server, and a door for the files of the runtime."""

    def __init__(self, url: str, folder: Path) -> None:
        self.url = url
        self.folder = folder
        self.asked: list[str] = []
        #: What a browser reported as refused by the policy, also in a worker, where no page can hear it.
        self.reports: list[str] = []
        self.answered_runtime = 0
        #: path → one of WAYS
        self.withheld: dict[str, str] = {}
        self._late = threading.Event()
        self._door = threading.Event()
        self._door.set()

    def hold_runtime(self) -> None:
        """Answer nothing under runtime/ until `release`."""
        self._door.clear()

    def release(self) -> None:
        self._door.set()
        self._late.set()

    def answer_late(self) -> None:
        """Answer what hangs now; what hangs after this waits again."""
        late, self._late = self._late, threading.Event()
        late.set()

    def wait_for_release(self) -> None:
        self._late.wait(120)

    def runtime(self) -> list[str]:
        """The files of the runtime that were asked for."""
        return [path for path in self.asked if "/runtime/" in path]

    def wait_at_door(self) -> None:
        self._door.wait(120)
        self.answered_runtime += 1


def spoiled(script: str, way: str) -> str:
    """Give a script as it must not arrive: `empty`, `syntax` or `old` of WAYS."""
    if way == "empty":
        return ""
    if way == "syntax":
        return script[: len(script) // 2] + "\n)("
    return re.sub(r"(?m)(?:^|(?<=[;}]))export\s*\{[^}]*\};?|^export (default )?", "", script)


@contextmanager
def served(folder: Path) -> Iterator[Server]:
    """Serve a folder under its own headers; the address is a new origin each time, so its storage is empty."""
    server = make_server(folder)
    state = Server(f"http://127.0.0.1:{server.server_address[1]}", folder)

    class Watched(SiteHandler):
        def do_GET(self) -> None:
            state.asked.append(self.path)
            if "/runtime/" in self.path:
                state.wait_at_door()
            way = state.withheld.get(self.path)
            if way in (None, "hang"):
                if way:
                    state.wait_for_release()
                super().do_GET()
            elif way == "404":
                self.send_error(404)
            elif way == "abort":
                self.close_connection = True
                self.connection.shutdown(socket.SHUT_RDWR)
            else:
                self.send_wrong(spoiled((folder / self.path.lstrip("/")).read_text("utf-8"), str(way)))

        def send_wrong(self, body: str) -> None:
            self.send_response(200)
            self.send_header("Content-Type", "text/javascript; charset=utf-8")
            self.send_header("Content-Length", str(len(body.encode())))
            self.end_headers()
            self.wfile.write(body.encode())

        def do_POST(self) -> None:
            state.reports.append(self.rfile.read(int(self.headers.get("Content-Length", 0))).decode())
            self.send_response(204)
            self.end_headers()

        def send_header(self, keyword: str, value: str) -> None:
            if keyword == "Content-Security-Policy":
                value += f"; report-uri {REPORTS}"
            if keyword == "Cache-Control":
                value = "no-cache"  # what is withheld must not come out of a cache
            super().send_header(keyword, value)

    server.RequestHandlerClass = partial(Watched, directory=str(folder))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield state
    finally:
        state.release()
        server.shutdown()
        server.server_close()
