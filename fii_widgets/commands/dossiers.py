"""`fii merge`, `fii check-dossier`, `fii migrate`: dossiers in, dossiers out. The same code as the page runs."""

import argparse
from pathlib import Path
from typing import Any

from fii_widgets.commands import disk
from fii_widgets.commands.terminal import say
from fii_widgets.dossier import check
from fii_widgets.dossier.file.open import Opened
from fii_widgets.dossier.limits import DossierError
from fii_widgets.dossier.merge import merge
from fii_widgets.dossier.records import SCHEMA
from fii_widgets.dossier.shown import shown
from fii_widgets.dossier.write import written
from fii_widgets.report.meetings.merge import merge_report
from fii_widgets.system.files import FileError
from fii_widgets.system.visible import in_line, named
from fii_widgets.words import word
from fii_widgets.words.common import count

#: what stands under the help of every command
CODES = "Afloop: 0 is goed, 1 is niet gelukt (lees de melding), 2 is een opdracht die niet klopt. Na Ctrl-C is het 130."


def add(commands: Any) -> None:
    """Register the commands."""
    several: dict[str, Any] = {"nargs": "+", "type": Path, "metavar": "dossier", "help": "opgeslagen dossiers (.json)"}
    merging = commands.add_parser(
        "merge",
        help="voeg dossiers samen tot één dossier",
        description="Voeg dossiers samen. De volgorde maakt niet uit, en er gaat niets verloren: wat niet blijft staan, "
        "wordt bewaard bij de eerdere versies. Waar de bestanden verschillen, leest u dat.",
        epilog=CODES,
    )
    merging.add_argument("dossiers", **several)
    disk.add_target(merging)
    merging.set_defaults(run=_merge)
    checking = commands.add_parser(
        "check-dossier",
        help="kijk of dossiers in orde zijn",
        description="Kijk of dossiers in orde zijn en wat er opvalt. Er wordt niets veranderd.",
        epilog=CODES,
    )
    checking.add_argument("dossiers", **several)
    checking.set_defaults(run=_check)
    migrating = commands.add_parser(
        "migrate",
        help="breng een ouder dossier naar de vorm van nu",
        description=f"Breng een ouder dossier naar de vorm van nu (vorm {SCHEMA}). Geen antwoord verandert.",
        epilog=CODES,
    )
    migrating.add_argument("dossier", type=Path, help="een opgeslagen dossier (.json)")
    disk.add_target(migrating)
    migrating.set_defaults(run=_migrate)


def _merge(options: argparse.Namespace) -> int:
    opened = disk.read_all(options.dossiers)
    names = [named(path) for path in options.dossiers]
    dossiers = [file.writable(name) for file, name in zip(opened, names, strict=True)]
    together = written(merge(*dossiers), "merge_size")
    report = merge_report(dossiers, names, disk.instruments(options.map))
    disk.write(together.text.encode(), options)
    for line in (*report.lines, *report.conflicts):
        say(line)
    disk.say_forgotten(together.forgotten)
    return 0


def _check(options: argparse.Namespace) -> int:
    instruments = disk.instruments(options.map)
    refused = 0
    for number, path in enumerate(options.dossiers, 1):
        disk.progress("Nakijken", number, len(options.dossiers), named(path.name))
        try:
            opened = disk.read(path)
        except (DossierError, FileError) as error:
            refused += 1
            print(in_line(str(error)))
            continue
        if opened.newer:
            print(f"{named(path)}: {word('newer', schema=opened.schema, known=SCHEMA)}")
            continue
        print(f"{named(path)}: in orde. {_about(opened)}")
        for remark in check.remarks(opened.dossier.answers, instruments) if instruments else ():
            print(f"  {in_line(remark)}")
    if refused:
        print(count(refused, "1 bestand is niet in orde.", "{n} bestanden zijn niet in orde."))
    return 1 if refused else 0


def _about(opened: Opened) -> str:
    """Say in a few words what is in a file."""
    dossier = shown(opened.dossier)
    parts = [
        count(len(dossier.answers), "1 antwoord", "{n} antwoorden"),
        count(len(dossier.reviews), "1 overleg", "{n} overleggen"),
        count(len(dossier.actions), "1 actie", "{n} acties"),
        count(len(dossier.topics), "1 onderwerp", "{n} onderwerpen"),
        count(len(dossier.members), "1 teamlid", "{n} teamleden"),
        count(len(dossier.places), "1 wijk", "{n} wijken"),
        *([count(len(dossier.rounds), "1 gesloten ronde", "{n} gesloten rondes")] if dossier.rounds else []),
    ]
    return f"Vorm {opened.schema}: {', '.join(parts)}."


def _migrate(options: argparse.Namespace) -> int:
    opened = disk.read(options.dossier)
    migrated = written(opened.writable())
    disk.write(migrated.text.encode(), options)
    say(f"{named(options.dossier)}: van vorm {opened.schema} naar vorm {SCHEMA}. {_about(opened)}")
    disk.say_forgotten(migrated.forgotten)
    return 0
