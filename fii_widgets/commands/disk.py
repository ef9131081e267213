"""Dossier files on a disk, for the commands: reads whole, writes whole or not at all, tells where it is."""

import argparse
import os
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path

from fii_widgets.commands.terminal import say
from fii_widgets.dossier.file.kinds import ROOM, json_text
from fii_widgets.dossier.file.open import Opened, open_text
from fii_widgets.dossier.limits import BYTES, DossierError
from fii_widgets.handbook.loader import load_sound
from fii_widgets.instrument.model import Instrument
from fii_widgets.system import files
from fii_widgets.system.files import FileError, TooLargeError
from fii_widgets.system.visible import named
from fii_widgets.words import word
from fii_widgets.words.scripts import WORDS_FOR_SCRIPTS

#: so many of something take no time
FEW = 3

_TO = "schrijf naar dit bestand; zonder --naar gaat het naar het scherm, en blijft elk bestand zoals het is"


def read(path: Path) -> Opened:
    """Read a dossier, or a report that carries one. Raises DossierError where it is none, FileError where there is none."""
    try:
        content = files.read(path, ROOM * BYTES)
    except TooLargeError:
        raise DossierError("size", named(path)) from None
    opened = open_text(json_text(content, named(path)), named(path), now=datetime.now(UTC))
    if opened.ahead:
        say(f"{named(path)}: {counted('preview.ahead', opened.ahead)}")
    return opened


def counted(key: str, n: int) -> str:
    """Return a sentence of the page about so many of something."""
    return WORDS_FOR_SCRIPTS[f"{key}.1" if n == 1 else f"{key}.n"].format(aantal=n)


def say_forgotten(lines: int) -> None:
    """Say how much of the history had no room in a file."""
    if lines:
        say(counted("save.forgotten", lines))


def read_all(paths: Sequence[Path]) -> list[Opened]:
    """Read dossiers one by one, and say how far it is where there are more than a few."""
    found = []
    for number, path in enumerate(paths, 1):
        progress("Lezen", number, len(paths), named(path.name))
        found.append(read(path))
    return found


def progress(what: str, number: int, all_: int, name: str) -> None:
    """Say how far long work is; work that is done in a moment is not spoken of."""
    if all_ > FEW:
        say(f"{what}: {number} van {all_} ({name})")


def target(text: str) -> Path:
    """Read where a command must write; what ends as a folder must be one. For argparse."""
    if text.endswith(("/", os.sep)) and not Path(text).is_dir():
        raise argparse.ArgumentTypeError(word("no_such_folder", folder=named(text)))
    return Path(text)


def add_target(parser: argparse.ArgumentParser) -> None:
    """Let a command write to a file, and to one that is there only when asked to."""
    parser.add_argument("--naar", type=target, metavar="BESTAND", help=_TO)
    add_overwrite(parser)


def add_overwrite(parser: argparse.ArgumentParser) -> None:
    """Add the word with which a command may write over a file, the same for every command."""
    parser.add_argument("--overschrijf", action="store_true", help="vervang een bestand dat er al staat")


def write(content: bytes, options: argparse.Namespace, source: Path | None = None) -> None:
    """Write to the file that the options name; without one, to the output of the command. Raises as `place` does."""
    if options.naar is None:
        if sys.stdout.isatty():
            print(content.decode(), end="")
        else:
            sys.stdout.buffer.write(content)
            sys.stdout.buffer.flush()
        return
    place(content, options.naar, overwrite=options.overschrijf, source=source)
    say(f"Geschreven: {named(options.naar)}")


def place(content: bytes, path: Path, *, overwrite: bool, source: Path | None = None) -> None:
    """Write a file, whole or not at all (see files.write). Raises FileError, also where it would replace its source."""
    if source and path.exists() and path.samefile(source):
        raise FileError(word("into_source", path=named(path)))
    if files.write(content, path, overwrite=overwrite):
        say(word("cleared", folder=named(path.parent)))


def instruments(project: Path) -> list[Instrument]:
    """Return the handbook's instruments, for words in sentences; none where there is no handbook at hand."""
    if not (project / "checklists").is_dir():
        return []
    return [loaded.instrument for loaded in load_sound(project.resolve()).published]
