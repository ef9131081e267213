"""`python -m tools.engines zensical|properdocs`: build with another engine, compare with MkDocs, list what differs.

Exit 1 when a page, an id or a link differs, or when the other site does not pass the checks of `make site`.
"""

import argparse
import sys
from collections import Counter
from pathlib import Path

from fii_widgets.commands import terminal
from tools.build import check
from tools.engines.build import ENGINES, build, reference
from tools.engines.compare import FATAL, IDS, LINKS, TEXT, Difference, compare
from tools.pages import markup
from tools.setup.say import SetupError

#: of one difference on one page: the rest is of the same kind
_SHOWN = 8


def main(arguments: list[str] | None = None) -> int:
    """Build, check, compare and tell."""
    parser = argparse.ArgumentParser(prog="python -m tools.engines")
    parser.add_argument("engine", choices=ENGINES)
    parser.add_argument("--beside", type=Path, help="a finished site of MkDocs; without it one is built")
    asked = parser.parse_args(arguments)
    try:
        other = build(asked.engine)
        own = asked.beside or reference(asked.engine)
    except SetupError as error:
        print(f"\n{error}", file=sys.stderr)
        return 1
    refused = check(other)
    differences = compare(own, other)
    lines = [line for difference in differences for line in told(difference, asked.engine)]
    print(*lines, summary(asked.engine, differences, len(markup.pages(other))), sep="\n")
    if refused:
        print(f"{asked.engine}: step '{refused}' finds faults in its site; they stand above.", file=sys.stderr)
    return 1 if refused or any(difference.kind in FATAL for difference in differences) else 0


def told(difference: Difference, engine: str) -> list[str]:
    """Return a difference as lines for a person."""
    lines = [f"{difference.page}: {difference.kind}"]
    for name, side in (("mkdocs", difference.first), (engine, difference.second)):
        lines += [f"  only {name}: {what}" for what in side[:_SHOWN]]
        if len(side) > _SHOWN:
            lines.append(f"  only {name}: and {len(side) - _SHOWN} more")
    return lines


def summary(engine: str, differences: list[Difference], pages: int) -> str:
    """Return the last line: how many pages differ in what."""
    counts = Counter(difference.kind for difference in differences)
    kinds = ", ".join(f"{counts[kind]} in {kind}" for kind in (IDS, LINKS, TEXT))
    return f"{engine}: {pages} pages; pages that differ from MkDocs' own: {kinds}"


if __name__ == "__main__":
    terminal.leave(terminal.run(main))
