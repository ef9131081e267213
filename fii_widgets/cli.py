"""The command line, `fii`: reads the words of a command and lets it be done. Prints nothing and decides nothing itself.

What a command needs is loaded inside the guard of commands.terminal: Ctrl-C is answered there too.
"""

import os
import sys

try:
    from collections.abc import Sequence
    from typing import Any

    from fii_widgets.commands import terminal
except KeyboardInterrupt:  # too early for a word from the table
    sys.stderr.write("Afgebroken.\n")
    sys.stderr.flush()
    os._exit(130)


def main(arguments: Sequence[str] | None = None) -> int:
    """Run a command; return 0 when all is well, 1 when there is something to mend, 2 for wrong words, 130 when stopped."""
    return terminal.run(lambda: _run(arguments))


def _run(arguments: Sequence[str] | None) -> int:
    options = _parser().parse_args(arguments)
    return int(options.run(options))


def _parser() -> Any:
    import argparse
    from pathlib import Path

    from fii_widgets.commands import dossiers, export, handbook, lists, new
    from fii_widgets.commands.dossiers import CODES
    from fii_widgets.commands.dutch import speak_dutch

    speak_dutch()
    parser = argparse.ArgumentParser(
        prog="fii",
        description="Gereedschap voor wie aan Handboek FII schrijft, en voor wie dossiers bij elkaar brengt.",
        epilog=CODES,
    )
    parser.add_argument("--map", type=Path, default=Path(), help="de map van het project (standaard: deze map)")
    commands = parser.add_subparsers(required=True, metavar="opdracht")
    for module in (handbook, dossiers, export, lists, new):
        module.add(commands)
    return parser


def start() -> None:
    """Be the program `fii`: run the command and end the process."""
    terminal.leave(main())


if __name__ == "__main__":
    start()
