"""What other tests already try, counted for the table: the glue to each. Tries nothing of its own."""

import json
import tomllib
from collections.abc import Iterable, Sequence
from functools import cache
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

from tests.proof.ground import Ground
from tests.proof.tally import Tally
from tools.paths import ROOT

#: files a seed; of these so many in Pyodide too: together 20,000 and 1,000
FILES, IN_PYODIDE = 1_000, 50


def mutated(ground: Ground, seeds: Iterable[int], tally: Tally) -> None:
    """The same verdict by the page's scripts, by Python at the desk, and for some by the Python of the page."""
    from fii_widgets.browser import call
    from tests import mutated
    from tests.site.file.test_mutated_files import page_says, python_says
    from tests.site.page_python import answered

    for seed in seeds:
        files = list(mutated.files(FILES, seed))
        for number, (content, page) in enumerate(zip(files, page_says(files, ground.work), strict=True)):
            with tally.trying(seed, f"file {number}"):
                if (desk := python_says(content)) != page:
                    tally.note("silent", seed, f"file {number}: page {page}, Python {desk}: {content[:200]!r}")
        texts = [content.decode("utf-8", "replace") for content in islice(files, IN_PYODIDE)]
        requests = [{"op": "open", "text": text, "edition": "handboek-fii"} for text in texts]
        for number, (request, reply) in enumerate(answered(map(json.dumps, requests), ground.work)):
            tally.tried += 1
            if reply != call(request):
                tally.note("silent", seed, f"file {number}: Pyodide says {reply[:200]}, CPython {call(request)[:200]}")


def withheld(kind: str, ways: Sequence[str], ground: Ground, seeds: Iterable[int], tally: Tally) -> None:
    """Every script of a page withheld, one after another; a seed is a page and a way of not arriving."""
    from tests.browser.served import served
    from tests.browser.withheld import PAGES, walk

    with served(ground.site) as server, ground.browser(kind) as browser:
        for seed in seeds:
            page, number = divmod(seed, len(ways))
            way = ways[number]
            with tally.trying(seed, way):
                tally.tried -= 1  # each script is a try
                for outcome in walk(browser.tab(), server, PAGES[page], [way]):
                    tally.tried += 1
                    if outcome.is_silent:
                        column = "lost" if outcome.result.startswith("lost") else "silent"
                        tally.note(
                            column, seed, f"{outcome.page} without {outcome.script} ({way}): {outcome.result[:200]}"
                        )


@cache
def mutation_names() -> list[str]:
    """The protections that are taken out."""
    file = ROOT / "tests/mutations.toml"
    return [one["name"] for one in tomllib.loads(file.read_text("utf-8"))["mutation"]] if file.is_file() else []


def mutations(ground: Ground, seeds: Iterable[int], tally: Tally) -> None:
    """A protection taken out of a copy of the project: a test of it must fail."""
    from tests.proof import mutations

    known = {one.name: one for one in mutations.mutations()}
    with mutations.copied() as copy:
        for seed in seeds:
            one = known[mutation_names()[seed]]
            with tally.trying(seed, one.name):
                mutations.check_sound(copy, one.tests)
                if not mutations.is_noticed(copy, one):
                    tally.note("silent", seed, f"{one.name}: no test noticed; {one.protects}")


def proposals(ground: Ground, seeds: Iterable[int], tally: Tally) -> None:
    """A pull request that means harm, with the real commands: refused in words, not built, and nothing of it run."""
    from tests import hostile

    cases = hostile.cases()
    for seed in seeds:
        with tally.trying(seed, cases[seed].name), TemporaryDirectory() as folder:
            outcome = hostile.try_with_commands(cases[seed], Path(folder))
            if outcome.ran:
                tally.note("run", seed, outcome.name)
            if not (outcome.refused and outcome.not_built):
                tally.note("silent", seed, f"{outcome.name}: {outcome.said[-300:]}")


def how_many_proposals() -> int:
    """Each has a file with what is said of it."""
    return len(list((ROOT / "tests/examples/hostile-pages").glob("*.error.txt")))


def commands(ground: Ground, seeds: Iterable[int], tally: Tally) -> None:
    """A command that writes is killed; the old file or the new one stands there whole."""
    from tests.unit.commands.command_kills import kill

    for seed in seeds:
        with tally.trying(seed), TemporaryDirectory() as folder:
            if wrong := kill(seed, Path(folder)):
                tally.note("lost", seed, wrong)
