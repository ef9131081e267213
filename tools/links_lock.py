"""`python -m tools.links_lock`: links.lock, every page and anchor that may never disappear, from the built site.

Links are an interface: trainers hand them out, saved files and other sites hold them. Reads the site, writes one
text file; `difference` tells what a change would break.
"""

import re
import sys
from pathlib import Path

from tools import markup
from tools.places import ROOT, SITE

LOCK = ROOT / "links.lock"
HEADER = "# Every page and anchor ever published. A line may go only when an alias leads on. See tools/links_lock.py.\n"
#: ids that are a page's own machinery, no place anyone links to
_MACHINERY = re.compile(
    r"inhoud|tabel-\d+|(i|d|dossier)-.+|fig-\d+-.+|.+-(veld|tekst|notitie|uitleg|paneel)|.+-rij-\d+(-.+)?"
)
#: pages that only gather what other pages say
_GATHERING = ("alles/", "geheel/")


def read(site: Path = SITE) -> list[str]:
    """Return the addresses a site offers, sorted: "model/" and "model/#fii-fasen"."""
    found: set[str] = set()
    for path in markup.pages(site):
        if path.name != "index.html":
            continue
        folder = path.parent.relative_to(site).as_posix()
        address = "" if folder == "." else f"{folder}/"
        found.add(address or "./")
        article = markup.read(path).css_first("main article")
        own = "h1[id]" if address.endswith(_GATHERING) else "[id]"
        for node in article.css(own) if article else []:
            id_ = node.attrs.get("id") or ""
            if not _MACHINERY.fullmatch(id_) and "fii-field--asked" not in markup.classes(node):
                found.add(f"{address}#{id_}")
    return sorted(found)


def locked(lock: Path = LOCK) -> list[str]:
    """Return the addresses that were promised."""
    return [line for line in lock.read_text("utf-8").splitlines() if line and not line.startswith("# ")]


def difference(site: Path = SITE, lock: Path = LOCK) -> tuple[list[str], list[str]]:
    """Return (what disappeared, what is new)."""
    now, then = set(read(site)), set(locked(lock))
    return sorted(then - now), sorted(now - then)


def main() -> int:
    """Add what is new; refuse, with the lines, when something disappeared."""
    gone, new = difference() if LOCK.exists() else ([], read())
    if gone:
        print("Deze adressen bestonden en zijn weg. Zet ze terug, of maak een alias:", file=sys.stderr)
        print("\n".join(f"  {address}" for address in gone), file=sys.stderr)
        return 1
    kept = locked() if LOCK.exists() else []
    LOCK.write_text(HEADER + "\n".join(sorted({*kept, *new})) + "\n", "utf-8")
    print(f"links.lock: {len(kept) + len(new)} adressen, waarvan {len(new)} nieuw")
    return 0


if __name__ == "__main__":
    sys.exit(main())
