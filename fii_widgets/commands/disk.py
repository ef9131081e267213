"""Dossier files on a disk, for the commands: reads whole, writes whole or not at all, tells where it is."""

import argparse
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from fii_widgets.dossier.limits import DossierError
from fii_widgets.dossier.open import Opened, open_text
from fii_widgets.dossier.records import SCHEMA, Dossier
from fii_widgets.dossier_words import word as told
from fii_widgets.errors import RequestError
from fii_widgets.export.carried import carried_text
from fii_widgets.loader import load_sound
from fii_widgets.model import Instrument
from fii_widgets.paper_words import word

#: so many of something take no time
FEW = 3

_TO = "schrijf naar dit bestand; zonder --naar gaat het naar het scherm, en blijft elk bestand zoals het is"


def read(path: Path) -> Opened:
    """Read a dossier, or a report that carries one. Raises DossierError where it is none, OSError where there is none."""
    try:
        content = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DossierError("text", str(path)) from None
    if content.lstrip().startswith("<"):
        content = carried_text(content, str(path))
    return open_text(content, str(path), now=datetime.now(UTC))


def read_all(paths: Sequence[Path]) -> list[Opened]:
    """Read dossiers one by one, and say how far it is where there are more than a few."""
    found = []
    for number, path in enumerate(paths, 1):
        progress("Lezen", number, len(paths), path.name)
        found.append(read(path))
    return found


def read_known(path: Path) -> Dossier:
    """Read a dossier that this handbook understands whole. Raises RequestError where a newer one wrote it."""
    opened = read(path)
    if opened.newer:
        raise RequestError(told("newer", schema=opened.schema, known=SCHEMA))
    return opened.dossier


def progress(what: str, number: int, all_: int, name: str) -> None:
    """Say how far long work is; work that is done in a moment is not spoken of."""
    if all_ > FEW:
        say(f"{what}: {number} van {all_} ({name})")


def add_target(parser: argparse.ArgumentParser) -> None:
    """Let a command write to a file, and to one that is there only when asked to."""
    parser.add_argument("--naar", type=Path, metavar="BESTAND", help=_TO)
    add_overwrite(parser)


def add_overwrite(parser: argparse.ArgumentParser) -> None:
    """Add the word with which a command may write over a file, the same for every command."""
    parser.add_argument("--overschrijf", action="store_true", help="vervang een bestand dat er al staat")


def write(content: bytes, options: argparse.Namespace) -> None:
    """Write to the file that the options name; without one, to the output of the command. Raises as `place` does."""
    if options.naar is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    place(content, options.naar, overwrite=options.overschrijf)
    say(f"Geschreven: {options.naar}")


def place(content: bytes, path: Path, *, overwrite: bool) -> None:
    """Write a file, whole or not at all. Raises RequestError where one is there that may not be replaced."""
    if path.exists() and not overwrite:
        raise RequestError(word("file_exists", path=path))
    beside = path.with_name(f"{path.name}.deel")
    beside.write_bytes(content)
    beside.replace(path)


def instruments(project: Path) -> list[Instrument]:
    """Return the handbook's instruments, for words in sentences; none where there is no handbook at hand."""
    if not (project / "checklists").is_dir():
        return []
    return [one.instrument for one in load_sound(project.resolve()).in_order if "/_" not in one.file]


def say(text: str) -> None:
    """Tell the person at the keyboard; what the command makes goes to the output."""
    print(text, file=sys.stderr)
