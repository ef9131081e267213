"""`fii export`: one file from a dossier, on the command line. Prints and writes; what is in the file is decided below."""

import argparse
from pathlib import Path

from fii_widgets.commands import disk
from fii_widgets.commands.dossiers import CODES
from fii_widgets.commands.terminal import say
from fii_widgets.commands.typeset.compiler import PAPER, typeset
from fii_widgets.commands.typeset.paper import paper_data
from fii_widgets.export.files import CALENDAR, TASKS, ZIP, Wanted, make_file
from fii_widgets.export.formats import FORMATS, Format
from fii_widgets.handbook.loader import load_sound
from fii_widgets.report.papers.make import KINDS
from fii_widgets.report.papers.paper import Paper
from fii_widgets.system.visible import named
from fii_widgets.words import word

#: a file that no page makes: it takes a compiler
PDF = "pdf"


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the table."""
    kinds = "\n".join(f"  {kind:<18} {name}" for kind, name in KINDS.items())
    parser = commands.add_parser(
        "export",
        help="maak een bestand van een dossier: verslag, agenda, plan, tabel of agenda-afspraak",
        description=f"Maak een bestand van een dossier.\n\nSoorten:\n{kinds}",
        epilog=CODES,
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("dossier", type=Path, help="een opgeslagen dossier (.json), of een verslag met dossier (.html)")
    parser.add_argument("soort", nargs="?", default="dossier", choices=[*KINDS], metavar="soort", help="zie hierboven")
    parser.add_argument(
        "--als", default="html", choices=[*FORMATS, PDF, CALENDAR, TASKS], help="het soort bestand (standaard: html)"
    )
    parser.add_argument(
        "--van",
        default="",
        metavar="ID",
        help="welk instrument, of welk overleg (standaard: het laatste); bij een agenda van acties: van wie",
    )
    parser.add_argument(
        "--naar", type=disk.target, default=Path(), metavar="PAD", help="een map of een bestand (standaard: deze map)"
    )
    parser.add_argument("--met-dossier", action="store_true", help="een html-verslag dat ook weer als dossier opent")
    parser.add_argument("--site", default="", metavar="ADRES", help="adres van het handboek, voor verwijzingen")
    parser.add_argument("--tijd", default="", metavar="UU:MM", help="bij ics: hoe laat het overleg begint")
    disk.add_overwrite(parser)
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the file and say where. Raises FiiError or OSError; nothing is written then."""
    project = options.map.resolve()
    instruments = [loaded.instrument for loaded in load_sound(project).published]
    site = f"{options.site.rstrip('/')}/" if options.site else ""
    wanted = Wanted(
        kind=options.soort, format=options.als, of=options.van, site=site, carry=options.met_dossier, at=options.tijd
    )
    formats = {**FORMATS, PDF: Format(lambda paper: _pdf_bytes(paper, project), "application/pdf")}
    made = make_file(wanted, instruments, disk.read(options.dossier).writable(), formats)
    path = options.naar / made.name if options.naar.is_dir() else options.naar
    if made.name.endswith(ZIP) and path.suffix != ZIP:
        path = path.with_name(path.name + ZIP)
    disk.place(made.content, path, overwrite=options.overschrijf, source=options.dossier)
    print(word("file_written", path=named(path), size=len(made.content)))
    disk.say_forgotten(made.forgotten)
    if options.als == "csv":
        say(word("about_csv"))
    return 0


def _pdf_bytes(paper: Paper, project: Path) -> bytes:
    made = typeset(PAPER, paper_data(paper), project)
    if made.without:
        say(word("pdf_without", letters=" ".join(sorted(made.without))))
    return made.content
