"""The codes of an edition's own places: a codes.lock in its folder, so that every later build gives out the same.

Reads and writes that file; the handbook's own lock is laid under it in the build folder, and is not touched.
"""

from collections.abc import Iterator, Mapping
from pathlib import Path

from fii_widgets.errors import Problem, SourceError
from fii_widgets.system import files
from tools.addresses import codes

FILE = "codes.lock"


def read(folder: Path, handbook: Path) -> tuple[dict[str, str], list[Problem]]:
    """Return code → address as the folder keeps them, and what is wrong with them."""
    lock = folder / FILE
    try:
        own = codes.read(lock)
    except SourceError as error:
        return {}, [Problem(lock.as_posix(), problem.line, problem.message) for problem in error.problems]
    return own, list(_clashes(lock, own, codes.read(handbook / FILE)))


def _clashes(lock: Path, own: Mapping[str, str], handbook: Mapping[str, str]) -> Iterator[Problem]:
    lines = files.read_text(lock).splitlines() if own else []
    for code, address in own.items():
        if code in handbook:
            message = f"de code '{code}' is in dit handboek van {handbook[code]}. Geef uw pagina of lijst een ander id."
            yield Problem(lock.as_posix(), lines.index(f"{code} {address}") + 1, message)


def lay(own: Mapping[str, str], target: Path) -> None:
    """Let the build folder know the codes of both."""
    if own:
        codes.write(codes.Codes(given={**codes.read(target / FILE), **own}), target / FILE)


def keep(folder: Path, handbook: Path, site: Path, target: Path) -> tuple[int, list[str]]:
    """Write the codes that only the edition has into its folder.

    Return how many there are, and those that lead nowhere any more: they stay, for a code is never used twice.
    """
    made = codes.of_site(site, target / FILE)
    theirs = codes.read(handbook / FILE)
    own = codes.Codes(given={code: address for code, address in made.given.items() if code not in theirs})
    codes.write(own, folder / FILE)
    return len(own.given), [f"{code} {address}" for code, address in own.given.items() if code not in made.leads]
