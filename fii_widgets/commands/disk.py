"""Dossier files on a disk, for the commands: reads whole, writes whole or not at all, tells where it is."""

import sys
from collections.abc import Sequence
from pathlib import Path

from fii_widgets.dossier.limits import DossierError
from fii_widgets.dossier.open import Opened, open_text
from fii_widgets.export.carried import carried_text
from fii_widgets.loader import load_sound
from fii_widgets.model import Instrument


def read(path: Path) -> Opened:
    """Read a dossier, or a report that carries one. Raises DossierError where it is none, OSError where there is none."""
    try:
        content = path.read_bytes().decode("utf-8-sig")
    except UnicodeDecodeError:
        raise DossierError("text", str(path)) from None
    if content.lstrip().startswith("<"):
        content = carried_text(content, str(path))
    return open_text(content, str(path))


def read_all(paths: Sequence[Path]) -> list[Opened]:
    """Read dossiers one by one, and say how far it is where there are more than a few."""
    found = []
    for number, path in enumerate(paths, 1):
        if len(paths) > 3:
            say(f"Lezen: {number} van {len(paths)} ({path.name})")
        found.append(read(path))
    return found


def write(content: bytes, path: Path | None) -> None:
    """Write to a file, whole or not at all; without a file, to the output of the command."""
    if path is None:
        sys.stdout.buffer.write(content)
        sys.stdout.buffer.flush()
        return
    beside = path.with_name(f"{path.name}.deel")
    beside.write_bytes(content)
    beside.replace(path)
    say(f"Geschreven: {path}")


def instruments(project: Path) -> list[Instrument]:
    """Return the handbook's instruments, for words in sentences; none where there is no handbook at hand."""
    if not (project / "checklists").is_dir():
        return []
    return [one.instrument for one in load_sound(project.resolve()).in_order if "/_" not in one.file]


def say(text: str) -> None:
    """Tell the person at the keyboard; what the command makes goes to the output."""
    print(text, file=sys.stderr)
