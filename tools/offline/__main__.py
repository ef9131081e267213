"""`python -m tools.offline [SITE_DIR [DIST_DIR]]`: make the zip and say how large it is."""

import sys
from pathlib import Path

from fii_widgets.commands import terminal
from tools import offline


def main(arguments: list[str]) -> int:
    """Pack the folder given, `site` by default, into `dist`."""
    site = Path(arguments[0] if arguments else "site")
    dist = Path(arguments[1] if len(arguments) > 1 else "dist")
    try:
        made = offline.build(site, dist)
    except FileNotFoundError as error:
        print(f"{error}: ontbreekt. Maak eerst de site met: make site", file=sys.stderr)
        return 1
    print(f"{made.path}: {made.size / 1e6:.2f} MB, {made.files} bestanden.")
    return 0


if __name__ == "__main__":
    terminal.leave(terminal.run(lambda: main(sys.argv[1:])))
