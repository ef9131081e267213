"""The command line: `fii check`, `fii schema`, `fii report`, and those of commands/. Prints; decides nothing itself."""

import argparse
import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path

from fii_widgets import lint, schema
from fii_widgets.commands import disk, dossiers, export, lists, new
from fii_widgets.commands.dossiers import CODES
from fii_widgets.commands.dutch import speak_dutch
from fii_widgets.dossier.check import remarks
from fii_widgets.errors import FiiError, Problem, annotation
from fii_widgets.labels import count
from fii_widgets.loader import load_sound
from fii_widgets.render.markdown import summary_markdown
from fii_widgets.report.own_list import own_list
from fii_widgets.report.summary import summarise

#: modules of commands; each registers its own
COMMANDS = (dossiers, export, lists, new)
SCHEMA_FILE, SCALES_FILE = (Path("checklists") / f"{name}.schema.json" for name in ("checklist", "schalen"))


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return 0 when all is well, 1 when there is something to mend, 2 for wrong words."""
    options = _parser().parse_args(arguments)
    try:
        return int(options.run(options))
    except (FiiError, OSError, ValueError) as error:
        print(error, file=sys.stderr)
        return 1


def _parser() -> argparse.ArgumentParser:
    speak_dutch()
    parser = argparse.ArgumentParser(
        prog="fii",
        description="Gereedschap voor wie aan Handboek FII schrijft, en voor wie dossiers bij elkaar brengt.",
        epilog=CODES,
    )
    parser.add_argument("--map", type=Path, default=Path(), help="de map van het project (standaard: deze map)")
    commands = parser.add_subparsers(required=True, metavar="opdracht")
    check = commands.add_parser("check", help="zoek fouten in pagina's en instrumenten", epilog=CODES)
    check.add_argument("--github", action="store_true", help="toon elke fout ook bij de regel in het pull request")
    check.set_defaults(run=_check)
    schemas = commands.add_parser("schema", help="schrijf het JSON Schema voor editors opnieuw", epilog=CODES)
    schemas.set_defaults(run=_schema)
    report = commands.add_parser("report", help="maak een verslag van een dossier (Markdown)", epilog=CODES)
    report.add_argument("dossier", type=Path, help="een opgeslagen dossier (.json)")
    report.set_defaults(run=_report)
    for module in COMMANDS:
        module.add(commands)
    return parser


def _check(options: argparse.Namespace) -> int:
    problems = lint.check(options.map.resolve())
    for problem in problems:
        print(problem)
        if options.github or os.environ.get("GITHUB_ACTIONS") == "true":
            print(annotation("error", problem.file, problem.line, problem.message))
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
        (options.map / file).write_text(json.dumps(document, ensure_ascii=False, indent=1) + "\n", "utf-8")
        print(f"{file} is bijgewerkt.")
    return 0


def _report(options: argparse.Namespace) -> int:
    answers = disk.read_known(options.dossier).answers
    handbook = load_sound(options.map.resolve())
    instruments = [one.instrument for one in handbook.in_order if "/_" not in one.file]
    for number, instrument in enumerate(instruments, 1):
        disk.progress("Verslag maken", number, len(instruments), instrument.title)
        summary = summarise(instrument, answers)
        if not summary.empty:
            print(summary_markdown(summary))
    for remark in remarks(answers, [own_list(one, answers) for one in instruments]):
        print(f"> {remark}")
    return 0


if __name__ == "__main__":
    sys.exit(main())
