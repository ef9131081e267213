"""`python -m tools.addresses.links_lock`: links.lock, every page and anchor that may never disappear, from the built site.

Links are an interface: trainers hand them out, saved files and other sites hold them. Reads the site, writes one
text file; `difference` tells what a change would break. With `--controle SITE` it only tells. What is new is welcome
in a proposal; who publishes (FII_RELEASE=1) records it first, for what is published stays.
"""

import os
import sys
from pathlib import Path

from fii_widgets.commands import terminal
from fii_widgets.system import files
from tools.addresses import aliases, codes
from tools.pages import authors_line, markup, places
from tools.paths import ROOT, SITE

LOCK = ROOT / "links.lock"
HEADER = "# Every page and anchor ever published; no line ever goes, what moves gets an alias. See tools/addresses/links_lock.py.\n"
#: the edition that this lock promises something for; others have their own places
EDITION = "handboek-fii"
WELCOME = "Dat mag. Wie het handboek uitgeeft, legt ze vast met `make codes`; u hoeft niets te doen."
RECORD = "Draai `make codes` op deze stand, neem links.lock en codes.lock op in het handboek en geef dan uit."


def locked(lock: Path = LOCK) -> list[str]:
    """Return the addresses that were promised."""
    return [line for line in lock.read_text("utf-8").splitlines() if line and not line.startswith("# ")]


def difference(
    site: Path = SITE, lock: Path = LOCK, leads: Path = aliases.FILE
) -> tuple[list[tuple[str, str]], list[str]]:
    """Return (what leads nowhere, each with its likeliest new address; what is new).

    Raises SourceError where the file of aliases is wrong.
    """
    now, then = places.offered(site), locked(lock)
    new = sorted({*now} - {*then})
    return aliases.missing(then, aliases.read(now, leads), new), new


def is_edition(site: Path) -> bool:
    """Tell whether a site is that of an organisation's own edition."""
    named = markup.attribute(markup.read(site / "index.html"), 'meta[name="fii-edition"]', "content")
    return named not in ("", EDITION)


def refusal(gone: list[tuple[str, str]]) -> str:
    """Say in Dutch what disappeared and which lines mend it."""
    count = (
        "Dit adres is ooit gepubliceerd en leidt nu"
        if len(gone) == 1
        else "Deze adressen zijn ooit gepubliceerd en leiden nu"
    )
    return (
        f"{aliases.FILE.name}: {count} nergens heen. Zet de pagina of kop terug, of zet dit in {aliases.FILE.name} "
        f"en kijk na of het nieuwe adres klopt:\n{aliases.as_lines(gone)}"
    )


def is_release() -> bool:
    """Tell whether this build is to be published: then every address and code is recorded."""
    return os.environ.get("FII_RELEASE") == "1"


def _tell_new(new: list[str]) -> bool:
    """Say what is not recorded yet; return whether that stops the build."""
    if not new:
        return False
    shown = ", ".join(new[:5]) + (" …" if len(new) > 5 else "")
    what = "1 nieuw adres of nieuwe code" if len(new) == 1 else f"{len(new)} nieuwe adressen of codes"
    if is_release():
        level, text = "error", f"{what} nog niet vastgelegd: {shown}. {RECORD}"
    else:
        level, text = "notice", f"{what}: {shown}. {WELCOME}"
    print(f"{LOCK.name}: {text}", file=sys.stderr)
    authors_line.remark(level, LOCK.name, 1, text)
    return is_release()


def _tell_gone(gone: list[tuple[str, str]]) -> None:
    """Say what disappeared; in a workflow also at the page it stood on, near what came in its place."""
    print(refusal(gone), file=sys.stderr)
    for old, new in gone:
        page, _, _anchor = old.partition("#")
        file, line = authors_line.find(page, [new.partition("#")[2]])
        text = refusal([(old, new)]).partition(": ")[2]
        authors_line.remark("error", file or aliases.FILE.name, line, text)


def main(arguments: list[str] | None = None) -> int:
    """Add what is new, codes too; refuse, with the lines, when something disappeared.

    Raises SourceError where a lock or the file of aliases is wrong.
    """
    words = sys.argv[1:] if arguments is None else arguments
    only_check = "--controle" in words
    site = next((Path(name) for name in words if not name.startswith("--")), SITE)
    gone, new = difference(site, LOCK, aliases.FILE)
    made = codes.of_site(site, codes.LOCK)
    if gone:
        _tell_gone(gone)
        return 1
    if only_check:
        # an edition keeps the codes of its own places in its own folder (tools/edition/own_codes.py)
        unrecorded = (
            [] if is_edition(site) else [*new, *(code for code in made.given if code not in codes.read(codes.LOCK))]
        )
        return int(_tell_new(unrecorded))
    kept = locked(LOCK)
    text = HEADER + "\n".join(sorted({*kept, *new})) + "\n"
    files.write(text.encode(), LOCK, overwrite=True)
    print(f"links.lock: {len(kept) + len(new)} adressen, waarvan {len(new)} nieuw")
    codes.write(made, codes.LOCK)
    print(f"codes.lock: {len(made.given)} codes")
    return 0


if __name__ == "__main__":
    terminal.leave(terminal.run(main))
