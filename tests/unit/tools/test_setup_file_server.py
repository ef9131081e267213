"""What `make serve` answers: right types, the site's own headers, the site's own 404 page; and what it answers nobody."""

import http.client
import socket
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools.file_server import TYPES, make_server, read_headers


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    (tmp_path / "leeg").mkdir()
    (tmp_path / "dossier").mkdir()
    (tmp_path / "dossier" / "index.html").write_text("dossier", "utf-8")
    (tmp_path / ".geheim").write_text("geheim", "utf-8")
    (tmp_path / "index.html").write_text("<p>é", "utf-8")
    (tmp_path / "404.html").write_text("niet gevonden", "utf-8")
    (tmp_path / "_headers").write_text(
        "# uitleg\n/*\n  X-Een: a: b\n/runtime/*\n  X-Twee: c\n/dossier/*\n  X-Drie: d\n", "utf-8"
    )
    (tmp_path / "runtime").mkdir()
    for suffix in TYPES:
        (tmp_path / "runtime" / f"x{suffix}").write_bytes(b"x")
    server = make_server(tmp_path)
    thread = threading.Thread(target=server.serve_forever, args=(0.02,), daemon=True)
    thread.start()
    yield server.server_address[1]
    server.shutdown()
    server.server_close()
    thread.join()


def get(port: int, path: str) -> http.client.HTTPResponse:
    connection = http.client.HTTPConnection("127.0.0.1", port, timeout=10)
    connection.request("GET", path, headers={"Connection": "close"})
    answer = connection.getresponse()
    answer.body = answer.read()  # type: ignore[attr-defined]
    connection.close()
    return answer


def test_modules_and_wasm_have_the_types_that_browsers_demand(port: int) -> None:
    assert get(port, "/runtime/x.mjs").getheader("Content-Type") == "text/javascript; charset=utf-8"
    assert get(port, "/runtime/x.wasm").getheader("Content-Type") == "application/wasm"
    assert get(port, "/").getheader("Content-Type") == "text/html; charset=utf-8"


def test_headers_come_from_the_site(port: int) -> None:
    assert get(port, "/?x=1").getheader("X-Een") == "a: b"
    assert get(port, "/").getheader("X-Twee") is None
    assert get(port, "/runtime/x.js").getheader("X-Twee") == "c"


@pytest.mark.parametrize("path", ["/weg", "/leeg/", "/../pyproject.toml"])
def test_what_is_not_there_gets_the_page_for_it(port: int, path: str) -> None:
    answer = get(port, path)
    assert answer.status == 404
    assert answer.body == b"niet gevonden"  # type: ignore[attr-defined]
    assert answer.getheader("X-Een") == "a: b"


def test_a_taken_port_is_noticed(port: int, tmp_path: Path) -> None:
    with pytest.raises(OSError, match="port taken"):
        make_server(tmp_path, port)


def test_a_site_without_headers_has_none(tmp_path: Path) -> None:
    assert read_headers(tmp_path) == []


def raw(port: int, *lines: str, host: str = "") -> tuple[int, dict[str, str], bytes]:
    """Send lines as they are, with the right Host unless another is given; return status, headers and body."""
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        named = [host] if host else [f"Host: 127.0.0.1:{port}"]
        connection.sendall("\r\n".join([lines[0], *named, *lines[1:], "Connection: close", "", ""]).encode("latin-1"))
        answer = b"".join(iter(lambda: connection.recv(65536), b""))
    head, _, body = answer.partition(b"\r\n\r\n")
    first, *rest = head.decode("latin-1").split("\r\n")
    return int(first.split()[1]), dict(line.split(": ", 1) for line in rest), body


@pytest.mark.parametrize("name", ["127.0.0.1", "localhost", "[::1]", "LocalHost"])
def test_its_own_names_are_answered(port: int, name: str) -> None:
    assert raw(port, "GET / HTTP/1.1", host=f"Host: {name}:{port}")[0] == 200


@pytest.mark.parametrize(
    "host",
    [
        "Host: kwaad.example", "Host: kwaad.example:{port}", "Host: 127.0.0.1", "Host: 127.0.0.1:1", "Host: ",
        "Host: localhost.kwaad.example:{port}", "Host: 127.0.0.1:{port}@kwaad.example", "X-Host: 127.0.0.1:{port}",
        "Host: 127.0.0.1:{port}\r\nHost: kwaad.example", "Host: 0.0.0.0:{port}", "Host: 2130706433:{port}",
    ],
)  # fmt: skip
def test_a_name_from_elsewhere_is_refused(port: int, host: str) -> None:
    status, headers, body = raw(port, "GET /dossier/ HTTP/1.1", host=host.format(port=port))
    assert (status, headers["Connection"]) == (421, "close")
    assert b"dossier" not in body
    assert f"Gebruik http://127.0.0.1:{port}/.".encode() in body


def test_a_request_without_a_name_is_refused(port: int) -> None:
    for request in ("GET /dossier/ HTTP/1.0", "GET /dossier/"):
        with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
            connection.sendall(f"{request}\r\n\r\n".encode())
            answer = b"".join(iter(lambda: connection.recv(65536), b""))
        assert b"Gebruik http://127.0.0.1" in answer
        assert b"dossier" not in answer


@pytest.mark.parametrize(
    "path",
    [
        "/_headers", "/%5fheaders", "/_HEADERS", "/_headers.", "/_headers%20", "/_headers/", "/%5F%68eaders?x", "/_redirects",
        "/.geheim", "/%2egeheim", "/dossier/../.geheim", "/dossier/..%2f.geheim", "/dossier/%2e%2e/_headers",
        "/%2e%2e/buiten.txt", "/..%5cbuiten.txt", "/..\\buiten.txt", "/%2fdossier/", "/dossier//index.html",
        "/dossier/.", "/dossier/%2e/", "/./dossier/", "/index.html%00", "/index.html%00.png", "/C:/index.html",
        "/index.html::$DATA", "/index.html/", "/dossier/index.html/", "/leeg/", "/leeg", "/%252e%252e/buiten.txt",
        "http://kwaad.example/", "*", "index.html", "/uit/", "/uit/buiten.txt", "/bestand.txt", "/kop.txt", "/rond",
        "/punt/", "/%ff",
    ],
)  # fmt: skip
def test_nothing_outside_the_site_or_for_its_host_is_served(port: int, tmp_path: Path, path: str) -> None:
    """A link that leads out of the folder, or to what is hidden in it, is not there."""
    outside = tmp_path.with_name(f"{tmp_path.name}-buiten")
    outside.mkdir()
    for name in ("buiten.txt", "index.html"):
        (outside / name).write_text("buiten", "utf-8")
    (tmp_path / "punt").mkdir()
    for link, target in {
        "uit": outside, "bestand.txt": outside / "buiten.txt", "kop.txt": tmp_path / "_headers", "rond": tmp_path / "rond",
        "punt/index.html": tmp_path / ".geheim",
    }.items():  # fmt: skip
        (tmp_path / link).symlink_to(target)
    status, _, body = raw(port, f"GET {path} HTTP/1.1")
    assert status == 404 or (status, path) == (301, "/leeg")
    assert body in (b"niet gevonden", b"")


@pytest.mark.parametrize(
    "path", ["/dossier/", "/%64ossier/", "/dossier%2f", "/dossier/index.html", "/ook/", "/ook.html", "//dossier/"]
)
def test_a_rule_holds_for_what_is_served_however_it_is_asked(port: int, tmp_path: Path, path: str) -> None:
    """A link within the folder is followed, and the rule for its target goes with it."""
    (tmp_path / "ook").symlink_to(tmp_path / "dossier")
    (tmp_path / "ook.html").symlink_to(tmp_path / "dossier" / "index.html")
    status, headers, body = raw(port, f"GET {path} HTTP/1.1")
    assert (status, headers.get("X-Drie"), headers.get("X-Een"), body) == (200, "d", "a: b", b"dossier")


@pytest.mark.parametrize("method", ["POST", "PUT", "DELETE", "OPTIONS", "TRACE", "CONNECT", "PROPFIND"])
def test_it_only_gives(port: int, method: str) -> None:
    status, headers, _ = raw(port, f"{method} / HTTP/1.1")
    assert (status, headers["Connection"]) == (501, "close")
    assert raw(port, "HEAD /dossier/ HTTP/1.1")[2] == b""


def test_what_comes_behind_a_body_is_no_request(port: int) -> None:
    status, _, answer = raw(port, "GET / HTTP/1.1", "Content-Length: 4")
    assert (status, answer.count(b"HTTP/1.1")) == (400, 0)


def test_a_folder_without_a_slash_leads_to_itself_and_nowhere_else(port: int) -> None:
    status, headers, _ = raw(port, "GET //dossier HTTP/1.1")
    assert (status, headers["Location"]) == (301, "/dossier/")
