"""The copy for a folder: what is rewritten, that the same site gives the same bytes, and that browsers open it."""

import base64
import gzip
import json
import os
import re
import subprocess
import sysconfig
import zipfile
from pathlib import Path

import pytest

from tools import offline
from tools.offline import pack, pages, parts
from tools.pages import markup
from tools.passes import policy
from tools.paths import ROOT, RUNTIME
from tools.setup.programs import find_browser, find_node

HERE = Path(__file__).parent
PATH = os.environ.get("PATH", "")
needs_runtime = pytest.mark.skipif(not (RUNTIME / "runtime.json").is_file(), reason="no runtime: make runtime")


@pytest.fixture(scope="session")
def copy(built: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The zip, unpacked where people keep things: a path with spaces and accents."""
    folder = tmp_path_factory.mktemp("offline")
    made = offline.build(built, folder / "dist")
    place = folder / "Map van Joëlle (é)"
    with zipfile.ZipFile(made.path) as archive:
        archive.extractall(place)
    return place / made.path.stem


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
def test_a_zip_that_is_too_large_is_not_made(built: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(offline, "LIMIT", 1000)
    with pytest.raises(offline.TooLargeError, match="mag niet"):
        offline.build(built, tmp_path / "dist")
    assert not (tmp_path / "dist").exists()


@needs_runtime
def test_the_same_site_gives_the_same_bytes(built: Path, tmp_path: Path) -> None:
    first, second = (offline.build(built, tmp_path / name).path.read_bytes() for name in ("a", "b"))
    assert first == second
    assert len(first) <= offline.LIMIT == 12_000_000


@needs_runtime
def test_every_link_of_the_copy_leads_to_a_file(copy: Path) -> None:
    for path in markup.pages(copy):
        for node in markup.elements(markup.read(path)):
            for name in ("href", "src"):
                address = (node.attrs.get(name) or "").split("#")[0].split("?")[0]
                if address and ":" not in address:
                    assert (path.parent / address).is_file(), f"{path}: {address}"


@needs_runtime
def test_nothing_in_the_copy_needs_a_server(copy: Path) -> None:
    names = [path.relative_to(copy).as_posix() for path in copy.rglob("*") if path.is_file()]
    assert not [name for name in names if name.endswith((".woff2", ".wasm", ".mjs", ".map")) or name == "_headers"]
    assert "LEESMIJ.txt" in names
    for path in copy.rglob("*.css"):
        assert ".woff2" not in path.read_text("utf-8")


@needs_runtime
@pytest.mark.parametrize("kind", ["chromium", "firefox"])
def test_a_browser_opens_the_copy(copy: Path, kind: str) -> None:
    node = find_node(PATH, Path(sysconfig.get_path("purelib")))
    browser = find_browser(kind, PATH, [Path(os.environ.get(f"FII_{kind.upper()}", ""))])
    assert node, "Node is missing"
    if not browser:
        pytest.skip(f"no {kind} here")
    # In `make test` each page in one browser or the other; `make test-full` has both.
    names = sorted(path.relative_to(copy).as_posix() for path in markup.pages(copy))
    names = names if os.environ.get("FII_FULL") == "1" else names[kind == "firefox" :: 2]
    command = [node.node, str(HERE / "open_copy.mjs"), kind, browser, str(copy), *names]
    done = subprocess.run(command, capture_output=True, text=True, check=True, timeout=300, cwd=ROOT)
    seen = json.loads(done.stdout)
    assert seen["requests"] == []
    assert seen["messages"] == []
    assert list(seen["pages"]) == names
    for page in seen["pages"].values():
        assert page["title"]
        assert page["scripts"]
        assert page["styled"]
        assert page["fonts"] > 0
        assert page["broken"] == 0
    assert seen["search"]["marked"] > 0
    assert seen["search"]["first"].endswith("/model/1-signaleren/1a-opdrachtgever/index.html")
    assert seen["search"]["opened"]["heading"].startswith("1a")
