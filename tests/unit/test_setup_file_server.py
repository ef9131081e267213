"""What `make serve` answers: right types, the site's own headers, the site's own 404 page."""

import http.client
import threading
from collections.abc import Iterator
from pathlib import Path

import pytest

from tools.file_server import TYPES, make_server, read_headers


@pytest.fixture
def port(tmp_path: Path) -> Iterator[int]:
    (tmp_path / "leeg").mkdir()
    (tmp_path / "index.html").write_text("<p>é", "utf-8")
    (tmp_path / "404.html").write_text("niet gevonden", "utf-8")
    (tmp_path / "_headers").write_text("# uitleg\n/*\n  X-Een: a: b\n/runtime/*\n  X-Twee: c\n", "utf-8")
    (tmp_path / "runtime").mkdir()
    for suffix in TYPES:
        (tmp_path / "runtime" / f"x{suffix}").write_bytes(b"x")
    server = make_server(tmp_path)
    thread = threading.Thread(target=server.serve_forever, daemon=True)
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
