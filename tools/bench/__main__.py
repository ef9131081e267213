"""`python -m tools.bench [--quick] [--times N] [--only a,b,…]`: measure, print the table, write dist/bench.json. Judges nothing."""

import argparse
import json
import os
import sys
import time
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

from playwright.sync_api import sync_playwright

from fii_widgets.commands import terminal
from tools import offline
from tools.bench import builds, first_summary, ground, large_files, open_year, page_load, search, stand
from tools.bench.numbers import Comparison, table
from tools.paths import CACHE, DIST, ROOT

#: letter → (name, repetitions, repetitions with --quick)
PARTS: dict[str, tuple[str, int, int]] = {
    "a": ("first summary", 5, 1),
    "b": ("page load", 11, 2),
    "c": ("building the site", 3, 1),
    "d": ("size of the zip", 1, 1),
    "e": ("search", 3, 1),
    "f": ("opening a year", 5, 1),
    "g": ("large files", 3, 1),
    "h": ("stand of a year", 11, 2),
}


def main(arguments: list[str] | None = None) -> int:
    """Measure the parts asked for; exit 1 only where something could not be measured."""
    parser = argparse.ArgumentParser(prog="python -m tools.bench", description="Measure the handbook, as ratios.")
    parser.add_argument("--quick", action="store_true", help="one or two repetitions: a look, no measurement")
    parser.add_argument("--times", type=int, help="this many repetitions")
    described = ", ".join(f"{letter} {name}" for letter, (name, *_) in PARTS.items())
    parser.add_argument("--only", type=parts, default=parts(",".join(PARTS)), metavar="a,b,…", help=described)
    asked = parser.parse_args(arguments)
    times = {letter: repetitions(letter, asked.quick, asked.times) for letter in asked.only}
    before = _load()
    try:
        comparisons = run(times, _say)
    except (ground.GroundError, TimeoutError) as error:
        print(f"bench: {error}", file=sys.stderr)
        return 1
    busy = f"{os.cpu_count()} cores; waiting programs before {before}, after {_load()}"
    print(
        f"\nMedian (lowest–highest) of {'a quick look' if asked.quick else 'measurements in turns'}; ratio = ours / theirs, a pair."
    )
    print(f"Served from this machine: the time of a network is not in it. {busy}.\n")
    print(table(comparisons))
    ours, stock = ground.runtime_megabytes()
    print(
        f"\nPython fetched on a first visit, as gzip: {ours:.1f} MB with our package, stock {stock:.1f} MB without it."
    )
    print(f"Written to {_write(comparisons, busy).relative_to(ROOT).as_posix()}")
    return 0


def parts(text: str) -> list[str]:
    """Read `a,b`: the letters of parts. Raises ArgumentTypeError for any other."""
    letters = [letter.strip() for letter in text.split(",") if letter.strip()]
    unknown = [letter for letter in letters if letter not in PARTS]
    if unknown or not letters:
        raise argparse.ArgumentTypeError(
            f"there is no part {', '.join(unknown) or text!r}; there are {', '.join(PARTS)}"
        )
    return letters


def repetitions(letter: str, is_quick: bool, wanted: int | None) -> int:
    """Say how often to measure a part; a size needs no second look."""
    _, full, quick = PARTS[letter]
    if full == 1:
        return 1
    return wanted or (quick if is_quick else full)


def run(times: dict[str, int], say: Callable[[str], None]) -> list[Comparison]:
    """Lay out what is measured once, and measure the parts, in the order of their letters."""
    say("building what is to be measured")
    work = CACHE / "bench"
    laid = ground.lay(work)
    comparisons: list[Comparison] = []
    with sync_playwright() as playwright:
        for letter in sorted(times):
            start = time.monotonic()
            comparisons += _part(letter, laid, playwright, times[letter], say)
            say(f"{PARTS[letter][0]}: done in {time.monotonic() - start:.0f} s")
    return comparisons


def _part(
    letter: str, laid: ground.Ground, playwright: object, times: int, say: Callable[[str], None]
) -> Iterable[Comparison]:
    if letter == "c":
        return builds.measure(CACHE / "bench", times, say)
    if letter == "d":
        described = (f"{laid.zip.path.name}, {laid.zip.files} files", "the most that it may be")
        size = laid.zip.size / 1e6
        return [
            Comparison("size of the zip", *described, unit="MB", digits=2, ours=[size], theirs=[offline.LIMIT / 1e6])
        ]
    part = {"a": first_summary, "b": page_load, "e": search, "f": open_year, "g": large_files, "h": stand}[letter]
    measured: list[Comparison] = part.measure(laid, playwright, times, say)
    return measured


def _write(comparisons: list[Comparison], busy: str) -> Path:
    DIST.mkdir(exist_ok=True)
    file = DIST / "bench.json"
    content = {
        "at": datetime.now(UTC).isoformat(timespec="seconds"),
        "machine": busy,
        "lines": [comparison.as_json() for comparison in comparisons],
    }
    file.write_text(json.dumps(content, indent=1, ensure_ascii=False) + "\n", "utf-8")
    return file


def _load() -> str:
    return f"{os.getloadavg()[0]:.1f}" if hasattr(os, "getloadavg") else "unknown"


def _say(text: str) -> None:
    print(f"bench: {text}", file=sys.stderr, flush=True)


if __name__ == "__main__":
    terminal.leave(terminal.run(main))
