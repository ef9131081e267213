"""A file server for one built site, with the headers of its `_headers` file. For this machine only.

Used by `serve` and by the tests; it never writes and knows no page.
"""

import errno
import socket
from fnmatch import fnmatchcase
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

#: A browser refuses a module or a WebAssembly file under a wrong type, and the system's table differs a machine.
TYPES = {
    ".html": "text/html; charset=utf-8",
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".mjs": "text/javascript; charset=utf-8",
    ".json": "application/json; charset=utf-8",
    ".svg": "image/svg+xml",
    ".png": "image/png",
    ".ico": "image/x-icon",
    ".txt": "text/plain; charset=utf-8",
    ".wasm": "application/wasm",
    ".woff2": "font/woff2",
    ".zip": "application/zip",
    ".pdf": "application/pdf",
    "": "application/octet-stream",
}

type Rules = list[tuple[str, list[tuple[str, str]]]]


class SiteHandler(SimpleHTTPRequestHandler):
    """Serves files; keeps connections open; says nothing about what went well."""

    protocol_version = "HTTP/1.1"
    extensions_map = TYPES

    def end_headers(self) -> None:
        """Add the site's own headers, and let a browser ask again every time."""
        for pattern, headers in read_headers(Path(self.directory)):
            if fnmatchcase(self.path.partition("?")[0], pattern):
                for name, value in headers:
                    self.send_header(name, value)
        self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def list_directory(self, path: object) -> None:
        """Show no folder that has no page: a web host would not do so either."""
        self.send_error(404)

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a missing page with the site's own 404 page."""
        page = Path(self.directory) / "404.html"
        if code != 404 or not page.is_file():
            super().send_error(code, message, explain)
            return
        body = page.read_bytes()
        self.send_response(404)
        self.send_header("Content-Type", TYPES[".html"])
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet: an author's console is for the build."""


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    # On Windows "reuse" lets two programs share a port in silence; elsewhere it only skips a waiting time.
    allow_reuse_address = not hasattr(socket, "SO_EXCLUSIVEADDRUSE")

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that closes a connection early is no news; everything else is."""
        import sys

        error = sys.exception()
        if not isinstance(error, ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def make_server(folder: Path, port: int = 0) -> ThreadingHTTPServer:
    """Return a server on 127.0.0.1, not yet started; port 0 takes a free one. Raises OSError when taken."""
    if port and _answers(port):
        raise OSError(errno.EADDRINUSE, "port taken")
    return _Server(("127.0.0.1", port), partial(SiteHandler, directory=str(folder)))


def read_headers(folder: Path) -> Rules:
    """Read a `_headers` file: a pattern on a line of its own, its headers indented below; `*` matches all."""
    file = folder / "_headers"
    rules: Rules = []
    for line in file.read_text("utf-8").splitlines() if file.is_file() else []:
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        if not line[0].isspace():
            rules.append((line.strip(), []))
        elif rules:
            name, _, value = line.strip().partition(":")
            rules[-1][1].append((name.strip(), value.strip()))
    return rules


def _answers(port: int) -> bool:
    with socket.socket() as probe:
        probe.settimeout(0.5)
        return probe.connect_ex(("127.0.0.1", port)) == 0
