"""`fii check`, `fii schema`, `fii report`: what is done with the handbook itself. Prints; decides nothing itself."""

import argparse
import json
import os
from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

from fii_widgets import lint
from fii_widgets.commands import disk
from fii_widgets.commands.dossiers import CODES
from fii_widgets.errors import Problem, annotation
from fii_widgets.export.formats import write
from fii_widgets.handbook.loader import load_sound
from fii_widgets.instrument.keys import schema
from fii_widgets.instrument.model import Instrument
from fii_widgets.report.papers.make import build
from fii_widgets.system.visible import in_line
from fii_widgets.words.common import count

SCHEMA_FILE, SCALES_FILE = (Path("checklists") / f"{name}.schema.json" for name in ("checklist", "schalen"))


def add(commands: Any) -> None:
    """Register the commands."""
    check = commands.add_parser("check", help="zoek fouten in pagina's en instrumenten", epilog=CODES)
    check.add_argument("--github", action="store_true", help="toon elke fout ook bij de regel in het pull request")
    check.set_defaults(run=_check)
    schemas = commands.add_parser("schema", help="schrijf het JSON Schema voor editors opnieuw", epilog=CODES)
    schemas.set_defaults(run=_schema)
    report = commands.add_parser("report", help="maak een verslag van een dossier (Markdown)", epilog=CODES)
    report.add_argument("dossier", type=Path, help="een opgeslagen dossier (.json)")
    report.set_defaults(run=_report)


def _check(options: argparse.Namespace) -> int:
    problems = lint.check(options.map.resolve())
    for problem in problems:
        print(in_line(str(problem)))
        if options.github or os.environ.get("GITHUB_ACTIONS") == "true":
            print(annotation("error", problem.file, problem.line, problem.message))
    if not problems:
        for hint in lint.advice(options.map.resolve()):
            print(in_line(f"Advies, geen fout. {hint}"))
    print(_closing_line(problems))
    return 1 if problems else 0


def _closing_line(problems: Sequence[Problem]) -> str:
    if not problems:
        return "Alles in orde: pagina's en instrumenten kloppen met elkaar."
    files = len({problem.file for problem in problems})
    return (
        f"{count(len(problems), '1 probleem', '{n} problemen')} in {count(files, '1 bestand', '{n} bestanden')}. "
        "Er is niets gepubliceerd."
    )


def _schema(options: argparse.Namespace) -> int:
    made = {
        SCHEMA_FILE: schema.instrument_schema(load_sound(options.map.resolve()).scales),
        SCALES_FILE: schema.scales_schema(),
    }
    for file, document in made.items():
        text = json.dumps(document, ensure_ascii=False, indent=1) + "\n"
        disk.place(text.encode(), options.map / file, overwrite=True)
        print(f"{file} is bijgewerkt.")
    return 0


def _report(options: argparse.Namespace) -> int:
    dossier = disk.read(options.dossier).writable()
    instruments = [loaded.instrument for loaded in load_sound(options.map.resolve()).published]
    print(write(build("dossier", list(_told(instruments)), dossier), "md").decode(), end="")
    return 0


def _told(instruments: Sequence[Instrument]) -> Iterator[Instrument]:
    """Say how far it is while the instruments are taken up."""
    for number, instrument in enumerate(instruments, 1):
        disk.progress("Verslag maken", number, len(instruments), instrument.title)
        yield instrument
