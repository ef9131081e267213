"""The table of what the proof tries: one line a subject, with its full count and the few seeds of `make test`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from tests.browser.served import WAYS
from tests.browser.withheld import PAGES
from tests.proof import clock, kills, others, roads, storage, tabs
from tests.proof.ground import Ground
from tests.proof.tally import Tally

type Run = Callable[[Ground, Iterable[int], Tally], None]


@dataclass(frozen=True, kw_only=True)
class Subject:
    """A seed is one case, or one bundle of cases; the same seed does the same again."""

    title: str
    run: Run
    seeds: int
    short: tuple[int, ...]  #: the seeds of `make test`; none where another test is the short form
    parts: int = 2  #: in how many processes
    minutes: float = 60  #: how long a part may take


def spread(full: int, count: int) -> list[int]:
    """Choose so many of all seeds, evenly."""
    return [number * full // count for number in range(min(count, full))]


#: the order in which they run; each stands alone
SUBJECTS = {
    "kills-chromium": Subject(
        title="Chromium killed after ‘Opgeslagen’", run=partial(kills.run, "chromium"), seeds=200, short=(0,)
    ),
    "kills-firefox": Subject(
        title="Firefox killed after ‘Opgeslagen’", run=partial(kills.run, "firefox"), seeds=50, short=(0,)
    ),
    **{
        f"storage-{action}": Subject(
            title=f"a storage call failed: {action}",
            run=partial(storage.run, action),
            seeds=storage.SEEDS,
            short=storage.SHORT[action],
        )
        for action in storage.ACTIONS
    },
    "hostile-file": Subject(
        title="hostile files, online and from the folder",
        run=partial(roads.run, "file"),
        seeds=roads.COUNTS["file"],
        short=(),
    ),  # tests/site/file/test_refused_script.py, tests/browser/file/test_files_opened.py
    "hostile-link": Subject(
        title="hostile links, online and from the folder",
        run=partial(roads.run, "link"),
        seeds=roads.COUNTS["link"],
        short=(),
    ),  # tests/browser/papers/test_papers.py
    "hostile-store": Subject(
        title="hostile stores, online and from the folder",
        run=partial(roads.run, "store"),
        seeds=roads.COUNTS["store"],
        short=roads.SHORT,
        parts=4,
    ),
    "mutated": Subject(
        title="changed files: page, Python, Pyodide agree", run=others.mutated, seeds=20, short=()
    ),  # tests/site/file/test_mutated_files.py
    "tabs": Subject(
        title=f"four tabs, {tabs.WRITES} writes each", run=tabs.run, seeds=10, short=()
    ),  # test_recovery.py
    "clock": Subject(title="the clock wrong by −400 to +400 days", run=clock.run, seeds=len(clock.MOMENTS), short=(3,)),
    **{
        f"withheld-{kind}": Subject(
            title=f"a script withheld in {title}",
            run=partial(others.withheld, kind, ways),
            seeds=len(PAGES) * len(ways),
            short=(),
        )
        for kind, title, ways in (
            ("chromium", "Chromium", WAYS),
            ("firefox", "Firefox", WAYS),
            ("webkit", "WebKit", WAYS[:1]),
        )
    },
    "proposals": Subject(
        title="hostile pull requests", run=others.proposals, seeds=others.how_many_proposals(), short=()
    ),
    "commands": Subject(title="the command line killed while it writes", run=others.commands, seeds=100, short=()),
    "mutations": Subject(
        title="a protection taken out: a test fails", run=others.mutations, seeds=len(others.mutation_names()), short=()
    ),  # tests/unit/tools/test_mutations.py
}
