"""What was ever given to a reader opens for ever: no kept file changes or goes, and those that are no dossier file open."""

import hashlib
import re
from pathlib import Path

from fii_widgets.commands import disk
from fii_widgets.dossier.file.open import open_text
from fii_widgets.export.link import read_fragment
from tests.written import instruments

GOLDEN = Path(__file__).parents[2] / "golden"
#: one line a file, as sha256sum writes them; a new file gets a line, and no line ever changes or goes
SUMS = GOLDEN / "sha256.txt"
#: so many lines were there when this guard was written, and what they said
KEPT, FIRST = 27, "61c1a959ad2bbe908c4d62ff1ed47605d4283c438ab6f5d93338892b7f3d45da"


def complaints(folder: Path, sums: str) -> list[str]:
    """Compare a folder with its list."""
    known = {name: digest for digest, name in (line.split("  ") for line in sums.splitlines())}
    here = {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.iterdir() if path != SUMS}
    found = [f"{name} is gone" for name in sorted(known.keys() - here.keys())]
    found += [f"{name} has no line in {SUMS.name}" for name in sorted(here.keys() - known.keys())]
    return found + [f"{name} has changed" for name in sorted(known.keys() & here.keys()) if known[name] != here[name]]


def test_no_kept_file_changes_or_goes() -> None:
    assert complaints(GOLDEN, SUMS.read_text("utf-8")) == []


def test_the_list_itself_only_grows() -> None:
    """A file that leaves together with its line is noticed too; new lines go below these."""
    first = SUMS.read_text("utf-8").splitlines(keepends=True)[:KEPT]
    assert hashlib.sha256("".join(first).encode()).hexdigest() == FIRST


def test_a_changed_and_a_removed_file_are_noticed(tmp_path: Path) -> None:
    """Known-bad: one file with a character more, one that went, one that nobody listed."""
    names = ["a.json", "b.json", "c.json"]
    for name in names:
        (tmp_path / name).write_text("{}", "utf-8")
    digest = hashlib.sha256(b"{}").hexdigest()
    sums = "".join(f"{digest}  {name}\n" for name in names)
    assert complaints(tmp_path, sums) == []
    (tmp_path / "a.json").write_text("{} ", "utf-8")
    (tmp_path / "b.json").unlink()
    (tmp_path / "d.json").write_text("{}", "utf-8")
    assert complaints(tmp_path, sums) == ["b.json is gone", "d.json has no line in sha256.txt", "a.json has changed"]


def test_a_report_of_then_gives_its_dossier_back() -> None:
    """The report was made of the kept file of six reviews."""
    report = disk.read(GOLDEN / "0.2.0-verslag-van-zes-overleggen.html")
    kept = open_text((GOLDEN / "0.2.0-zes-overleggen.json").read_text("utf-8"))
    assert report.dossier == kept.dossier


def test_a_link_of_then_still_fills_in_its_instrument() -> None:
    """The link was made of the kept file with all stoplights."""
    fragment = (GOLDEN / "0.2.0-link-stoplicht-1.txt").read_text("utf-8").strip()
    linked = read_fragment(f"#{fragment}", instruments())
    kept = open_text((GOLDEN / "0.1.0-alle-stoplichten.json").read_text("utf-8")).dossier
    wanted = {id_: one.choice for id_, one in kept.answers.items() if re.match(r"s1-", id_)}
    assert wanted
    assert (linked.instrument, linked.choices, linked.unknown) == ("stoplicht-1", wanted, ())
