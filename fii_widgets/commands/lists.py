"""`fii lijst`: a team's own list as the file of an instrument, on the command line. Decides nothing about the list."""

import argparse
from pathlib import Path

from fii_widgets.commands import disk
from fii_widgets.commands.dossiers import CODES
from fii_widgets.errors import did_you_mean
from fii_widgets.export.list_yaml import list_yaml
from fii_widgets.handbook.loader import load_sound
from fii_widgets.report.instrument.own_list import is_adaptable, own_list


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the table."""
    parser = commands.add_parser(
        "lijst", help="schrijf de eigen lijst uit een dossier als YAML van een instrument", epilog=CODES
    )
    parser.add_argument("dossier", type=Path, help="een opgeslagen dossier (.json)")
    parser.add_argument("instrument", help="het id van de lijst, bijvoorbeeld stoplicht-1")
    disk.add_target(parser)
    parser.set_defaults(run=_run)


def _run(options: argparse.Namespace) -> int:
    answers = disk.read(options.dossier).writable().answers
    lists = {
        id_: own_list(one.instrument, answers)
        for id_, one in load_sound(options.map.resolve()).instruments.items()
        if is_adaptable(one.instrument)
    }
    instrument = lists.get(options.instrument)
    if instrument is None or not is_adaptable(instrument):
        near = did_you_mean(options.instrument, tuple(lists))
        raise ValueError(f"'{options.instrument}' is geen lijst om aan te passen.{near}")
    disk.write(list_yaml(instrument).encode(), options, source=options.dossier)
    return 0
