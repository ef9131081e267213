"""`python -m tools.passes SITE_DIR`: run the passes and say what they did."""

import sys
from pathlib import Path

from fii_widgets.commands import terminal
from tools import passes


def main(arguments: list[str]) -> int:
    """Run the passes over the folder given, `site` by default."""
    site = Path(arguments[0] if arguments else "site")
    print(f"{site}: {passes.apply(site)}")
    return 0


if __name__ == "__main__":
    terminal.leave(terminal.run(lambda: main(sys.argv[1:])))
