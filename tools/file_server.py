"""A file server for one built site, with the headers of its `_headers` file. For this machine only.

Used by `serve` and by the tests; it never writes and knows no page. An address is decoded and resolved first; every rule
is about the file that it leads to. Any website can make a browser ask here, so only this machine's own names are answered.
"""

import errno
import io
import re
import socket
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from fnmatch import fnmatchcase
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import BinaryIO
from urllib.parse import unquote

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
#: what a browser on this machine can call it; a name that leads here from elsewhere (DNS rebinding) is another
NAMES = ("127.0.0.1", "localhost", "[::1]")
#: files that are there for a host to read
FOR_HOSTS = ("_headers", "_redirects")
#: characters that are no part of an address of ours, and that some system reads as a way elsewhere
_ODD = re.compile(r'[\x00-\x1f\x7f\\:*?"<>|]')

type Rules = list[tuple[str, list[tuple[str, str]]]]


class SiteHandler(SimpleHTTPRequestHandler):
    """Serves files; keeps connections open; says nothing about what went well."""

    protocol_version = "HTTP/1.1"
    extensions_map = TYPES
    #: the address as it was asked, decoded, and that of the file it leads to: a rule for either holds
    asked = meant = ""
    found = Path()
    code = 0

    def send_response(self, code: int, message: str | None = None) -> None:
        """Remember how it went."""
        self.code = code
        super().send_response(code, message)

    def parse_request(self) -> bool:
        """Refuse what is not meant for this server, before anything is looked up."""
        self.asked = self.meant = ""
        if not super().parse_request():
            return False
        number = self.connection.getsockname()[1]
        port = "" if number == 80 else f":{number}"
        hosts = [host.lower() for host in self.headers.get_all("Host", [])]
        if hosts not in [[f"{name}{port}"] for name in NAMES]:
            self._refuse(421, f"Dit adres is niet van het handboek op deze computer. Gebruik http://127.0.0.1{port}/.")
        elif self.command in ("GET", "HEAD") and (
            "Content-Length" in self.headers or "Transfer-Encoding" in self.headers
        ):
            self._refuse(400, "Deze server neemt niets aan.")
        else:
            return True
        return False

    def _refuse(self, code: int, words: str) -> None:
        self._answer(code, TYPES[".txt"], f"{words}\n".encode(), Connection="close")

    def _answer(self, code: int, kind: str, body: bytes, **headers: str) -> None:
        self.send_response(code)
        for name, value in {"Content-Type": kind, "Content-Length": str(len(body)), **headers}.items():
            self.send_header(name, value)
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def send_head(self) -> io.BytesIO | BinaryIO | None:
        """Find the file first; answer 404 for what leads out of the folder, is hidden, or is for a host only."""
        self.asked = unquote(self.path.partition("?")[0].partition("#")[0])
        found = self._find()
        if found is None:
            self.send_error(404)
            return None
        self.found = found
        self.meant = f"/{found.relative_to(self._root()).as_posix()}"
        return super().send_head()

    def _find(self) -> Path | None:
        """Return the file itself, or a folder that is asked without a slash; no file where a link leads out."""
        start, *parts = self.asked.split("/")
        folder = bool(parts) and parts[-1] == ""
        inner = parts[:-1] if folder else parts
        if start or not parts or not all(map(_is_public, inner)):
            return None
        try:
            found = self._root().joinpath(*inner, *(["index.html"] if folder else [])).resolve(strict=True)
        except (OSError, RuntimeError):  # not there, or a link that leads to itself
            return None
        inside = found.is_relative_to(self._root()) and all(map(_is_public, found.relative_to(self._root()).parts))
        return found if inside and (found.is_file() or (found.is_dir() and not folder)) else None

    def _root(self) -> Path:
        return Path(self.directory).resolve()

    def translate_path(self, path: str) -> str:
        """Serve the file that was found; the address is not read a second time."""
        return str(self.found)

    def end_headers(self) -> None:
        """Add the site's own headers, and let a browser ask again every time for what may change under its name."""
        names = set()
        for pattern, headers in read_headers(Path(self.directory)):
            # a disk that knows no capitals gives the same file for both
            if any(fnmatchcase(address.casefold(), pattern.casefold()) for address in (self.asked, self.meant)):
                for name, value in headers:
                    if name != "Cache-Control" or self.code < 400:  # what is not there may come
                        self.send_header(name, value)
                        names.add(name)
        if "Cache-Control" not in names:
            self.send_header("Cache-Control", "no-cache")
        super().end_headers()

    def send_error(self, code: int, message: str | None = None, explain: str | None = None) -> None:
        """Answer a missing page with the site's own 404 page."""
        page = Path(self.directory) / "404.html"
        if code == 404 and page.is_file():
            self._answer(404, TYPES[".html"], page.read_bytes())
        else:
            super().send_error(code, message, explain)

    def log_message(self, format: str, *args: object) -> None:
        """Keep quiet: an author's console is for the build."""


def _is_public(name: str) -> bool:
    """Tell whether a part of an address can be that of a page or file; a system may read the others as something else."""
    plain = name.casefold()
    return bool(name) and plain == plain.strip(". ") and plain not in FOR_HOSTS and not _ODD.search(name)


class _Server(ThreadingHTTPServer):
    daemon_threads = True
    # On Windows "reuse" lets two programs share a port in silence; elsewhere it only skips a waiting time.
    allow_reuse_address = not hasattr(socket, "SO_EXCLUSIVEADDRUSE")

    def handle_error(self, request: object, client_address: object) -> None:
        """A browser that closes a connection early is no news; everything else is."""
        if not isinstance(sys.exception(), ConnectionError):
            super().handle_error(request, client_address)  # type: ignore[arg-type]


def make_server(folder: Path, port: int = 0) -> ThreadingHTTPServer:
    """Return a server on 127.0.0.1, not yet started; port 0 takes a free one. Raises OSError when taken."""
    if port and _answers(port):
        raise OSError(errno.EADDRINUSE, "port taken")
    return _Server(("127.0.0.1", port), partial(SiteHandler, directory=str(folder)))


@contextmanager
def served(folder: Path) -> Iterator[str]:
    """Serve a folder for as long as it is needed, at an address of its own: a new origin has no cache and no store."""
    server = make_server(folder)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


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
