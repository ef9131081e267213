"""The table of what the proof tries: one line a subject, with its full count and the few seeds of `make test`."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from functools import partial

from tests.proof import kills, roads, storage
from tests.proof.ground import Ground
from tests.proof.tally import Tally

type Run = Callable[[Ground, Iterable[int], Tally], None]


@dataclass(frozen=True, kw_only=True)
class Subject:
    """A seed is one case, or one bundle of cases; the same seed does the same again."""

    title: str
    run: Run
    seeds: int
    short: int  #: how many seeds `make test` tries
    parts: int = 2  #: in how many processes
    minutes: float = 60  #: how long a part may take


def spread(full: int, count: int) -> list[int]:
    """Choose so many of all seeds, evenly."""
    return [number * full // count for number in range(min(count, full))]


SUBJECTS = {
    "kills-chromium": Subject(title="Chromium killed after ‘Opgeslagen’", run=partial(kills.run, "chromium"), seeds=200, short=2),
    "kills-firefox": Subject(title="Firefox killed after ‘Opgeslagen’", run=partial(kills.run, "firefox"), seeds=50, short=1),
    **{
        f"storage-{action}": Subject(
            title=f"a storage call failed: {action}", run=partial(storage.run, action), seeds=storage.SEEDS, short=3
        )
        for action in storage.ACTIONS
    },
    **{
        f"hostile-{road}": Subject(
            title=f"hostile {told}, online and from the folder", run=partial(roads.run, road), seeds=roads.COUNTS[road], short=6
        )
        for road, told in {"file": "files", "link": "links", "store": "stores"}.items()
    },
}
