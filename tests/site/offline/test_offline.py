"""The copy for a folder: what is rewritten, and that the same site gives the same bytes. Browsers open it in tests/browser."""

import base64
import gzip
import json
import re
from pathlib import Path

import pytest

from tools import offline
from tools.offline import pack, pages, parts
from tools.pages import markup
from tools.passes import policy
from tools.paths import RUNTIME

needs_runtime = pytest.mark.skipif(not (RUNTIME / "runtime.json").is_file(), reason="no runtime: make runtime")


@pytest.mark.parametrize(
    ("address", "expected"),
    [
        ("../model/", "../model/index.html"),
        ("../model/?a=1#s1-03", "../model/index.html?a=1#s1-03"),
        ("./", "./index.html"),
        (".", "index.html"),
        ("..", "../index.html"),
        ("../..", "../../index.html"),
        ("#deel", "#deel"),
        ("", ""),
        ("../schema/dossier-1.json", "../schema/dossier-1.json"),
        ("https://www.w3.org/WAI/", "https://www.w3.org/WAI/"),
        ("mailto:a@example.org", "mailto:a@example.org"),
    ],
)
def test_addresses_of_folders_end_in_index_html(address: str, expected: str) -> None:
    assert pages.with_index(address) == expected


def test_a_page_gets_the_plain_script_and_the_policy_of_a_folder() -> None:
    tree = markup.parse(
        pages.rewrite(
            '<!doctype html><html><head><meta charset="utf-8"><link rel="canonical" href="https://x.example/"></head>'
            '<body><a href="../a/">a</a><script type="module" src="../javascripts/init-AB12CD34.js"></script></body></html>'
        )
    )
    script, link = tree.css_first("script"), tree.css_first("a")
    assert script is not None
    assert link is not None
    assert dict(script.attrs.items()) == {"src": "../javascripts/handboek.js", "defer": ""}
    assert link.attrs["href"] == "../a/index.html"
    assert f'content="{policy.text(policy.OFFLINE)}"' in markup.serialise(tree)
    assert not tree.css("link")


def test_a_module_that_would_be_missing_from_the_plain_script_is_refused() -> None:
    with pytest.raises(ValueError, match=r"other\.js"):
        pages.rewrite('<head></head><body><script type="module" src="javascripts/other.js"></script></body>')


def test_a_file_of_the_runtime_comes_out_of_its_script_as_it_went_in() -> None:
    data = bytes(range(256)) * 50
    found = re.fullmatch(
        rb'globalThis\.__fiiAsset\("fii\.zip","application/zip","([^"]+)"\);\n',
        parts.as_script("fii.zip", "application/zip", data),
    )
    assert found
    assert gzip.decompress(base64.b64decode(found[1])) == data


def test_a_worker_that_no_browser_would_start_is_not_made() -> None:
    """Chromium takes no address above 2 MiB; the name behind the script keeps that address out of every error."""
    most = b"x" * parts.WORKER_LIMIT
    wrapped = parts.as_worker(most).decode()
    script = json.loads(wrapped[wrapped.index(",", wrapped.index(",") + 1) + 1 : wrapped.rindex(")")])
    assert script.endswith("//# sourceURL=fii-python.js\n")
    assert len("data:text/javascript;base64,") + len(base64.b64encode(script.encode())) < 2 * 1024 * 1024
    with pytest.raises(ValueError, match="is the most"):
        parts.as_worker(most + b"x")


def test_the_zip_depends_on_its_files_only() -> None:
    files = {"b.txt": b"twee", "a/é.txt": b"een"}
    first = pack.zip_bytes(files, "map")
    assert first == pack.zip_bytes(dict(reversed(files.items())), "map")
    assert first.count(b"map/a/\xc3\xa9.txt") == 2


def test_the_text_for_readers_is_dutch_and_opens_in_the_simplest_editor() -> None:
    text = offline.readme("Handboek FII", "1.2.3")
    assert text.startswith("\ufeffHandboek FII, versie 1.2.3\r\n".encode())
    assert b"\n" not in text.replace(b"\r\n", b"")


def test_no_site_is_said_plainly(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        offline.build(tmp_path, tmp_path / "dist")


@needs_runtime
def test_a_zip_that_is_too_large_is_not_made(site: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offline, "LIMIT", 1000)
    monkeypatch.setattr(offline, "collect", lambda _: {"groot.bin": bytes(1001)})
    with pytest.raises(offline.TooLargeError, match="mag niet"):
        offline.build(site, tmp_path / "dist")
    assert not (tmp_path / "dist").exists()


@needs_runtime
def test_the_same_site_gives_the_same_bytes(site: Path, offline_zip: Path, tmp_path: Path) -> None:
    first = offline_zip.read_bytes()
    assert offline.build(site, tmp_path).path.read_bytes() == first
    assert len(first) <= offline.LIMIT == 12_000_000


@needs_runtime
def test_every_link_of_the_copy_leads_to_a_file(offline_copy: Path) -> None:
    for path in markup.pages(offline_copy):
        for node in markup.elements(markup.read(path)):
            for name in ("href", "src"):
                address = (node.attrs.get(name) or "").split("#")[0].split("?")[0]
                if address and ":" not in address:
                    assert (path.parent / address).is_file(), f"{path}: {address}"


@needs_runtime
def test_nothing_in_the_copy_needs_a_server(offline_copy: Path) -> None:
    names = [path.relative_to(offline_copy).as_posix() for path in offline_copy.rglob("*") if path.is_file()]
    assert not [name for name in names if name.endswith((".woff2", ".wasm", ".mjs", ".map")) or name == "_headers"]
    assert "LEESMIJ.txt" in names
    for path in offline_copy.rglob("*.css"):
        assert ".woff2" not in path.read_text("utf-8")


def test_the_copy_begins_with_reading_filling_in_and_a_file_of_the_team(offline_copy: Path) -> None:
    begin = markup.read(offline_copy / "index.html").css("main article .fii-kopie a")
    assert [markup.text(link) for link in begin] == ["Lezen", "Invullen", "Ik kreeg een bestand van mijn team"]
    for link in begin:
        assert (offline_copy / (link.attrs["href"] or "").partition("#")[0]).is_file()
    with pytest.raises(ValueError, match="no heading"):
        pages.with_beginning("<main><article><p>x</p></article></main>")
