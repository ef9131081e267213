"""`python -m tools.check [--alles]`: what an author wants to know before a proposal. Ends with the verdict, one line.

Advice on reading comes first, and of the pages that changed only; `--alles` gives it of every page.
"""

import argparse

from fii_widgets import cli
from fii_widgets.commands import terminal
from tools.pages import changed, readability, spelling
from tools.paths import DOCS, ROOT


def main(arguments: list[str] | None = None) -> int:
    """Give the advice, then check; return what the check returns. Other words go to `fii check`."""
    parser = argparse.ArgumentParser(prog="python tools/do.py check", add_help=False)
    parser.add_argument("--alles", action="store_true", help="ook hoe pagina's lezen die niet zijn veranderd")
    asked, others = parser.parse_known_args(arguments)
    readability.main(DOCS, None if asked.alles else changed.pages(ROOT))
    spelling.main()
    return cli.main(["check", *others])


if __name__ == "__main__":
    terminal.leave(terminal.run(main))
