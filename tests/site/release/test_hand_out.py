"""What stands ready to download on the site: the files of dist/, as they are, each with its size and hash."""

import hashlib
import shutil
from pathlib import Path

import pytest

from tools import offline
from tools.offline import pages
from tools.pages import markup
from tools.release import hand_out


@pytest.fixture
def made(site: Path, tmp_path: Path) -> tuple[Path, Path]:
    """A site of two pages of the real one, and what was made of it."""
    for name in ("index.html", hand_out.PAGE):
        (tmp_path / "site" / name).parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(site / name, tmp_path / "site" / name)
    dist = tmp_path / "dist"
    dist.mkdir()
    edition, version = pages.identity(markup.read(site / "index.html"))
    for kind, content in (("zip", b"z" * 1_234_567), ("pdf", b"p")):
        (dist / f"{edition}-{version}.{kind}").write_bytes(content)
    return tmp_path / "site", dist


def _page(site: Path) -> markup.Node:
    node = markup.read(site / hand_out.PAGE).css_first(f"[{hand_out.PLACE}]")
    assert node is not None
    return node


def _run(site: Path, dist: Path) -> int:
    return hand_out.main(["--site", str(site), "--dist", str(dist)])


def test_until_then_the_page_says_who_has_the_files(site: Path) -> None:
    assert "liggen geen bestanden klaar" in markup.text(_page(site))


def test_each_file_stands_there_with_its_size_and_hash_and_a_second_time_changes_nothing(
    made: tuple[Path, Path],
) -> None:
    site, dist = made
    assert _run(site, dist) == 0
    links = _page(site).css("a[download]")
    files = [(site / hand_out.PAGE).parent / (link.attrs["href"] or "") for link in links]
    assert [file.resolve().read_bytes() for file in files] == [b"z" * 1_234_567, b"p"]
    hashes = [markup.text(code) for code in _page(site).css("code")]
    assert hashes == [hashlib.sha256(file.resolve().read_bytes()).hexdigest() for file in files]
    assert "(zip, 1,2 MB)" in markup.text(links[0])
    before = (site / hand_out.PAGE).read_bytes()
    assert _run(site, dist) == 0
    assert (site / hand_out.PAGE).read_bytes() == before


def test_what_was_not_made_is_named_and_the_site_stays(
    made: tuple[Path, Path], capsys: pytest.CaptureFixture[str]
) -> None:
    site, dist = made
    before = (site / hand_out.PAGE).read_bytes()
    (gone,) = dist.glob("*.pdf")
    gone.unlink()
    assert _run(site, dist) == 1
    assert gone.name in capsys.readouterr().err
    assert (site / hand_out.PAGE).read_bytes() == before
    assert not (site / hand_out.FOLDER).exists()


def test_a_copy_holds_no_copy(site: Path, tmp_path: Path) -> None:
    copy = tmp_path / "site"
    shutil.copytree(site, copy)
    (copy / hand_out.FOLDER).mkdir(exist_ok=True)
    (copy / hand_out.FOLDER / "x.zip").write_bytes(b"x")
    assert not [name for name in offline.collect(copy) if name.startswith(hand_out.FOLDER)]
