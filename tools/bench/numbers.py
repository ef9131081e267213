"""Medians, spreads and ratios of what was measured, and the table of them. Knows no browser and no page."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from statistics import median
from typing import Any


@dataclass(frozen=True)
class Spread:
    """The middle of some numbers and how far they lie apart."""

    median: float
    low: float
    high: float
    count: int

    def text(self, digits: int = 0) -> str:
        """Write it as `median (low–high)`; one number has no spread."""
        middle = f"{self.median:.{digits}f}"
        return middle if self.count == 1 else f"{middle} ({self.low:.{digits}f}–{self.high:.{digits}f})"


def spread(values: Sequence[float]) -> Spread:
    """Summarise numbers. Raises ValueError where there are none."""
    if not values:
        raise ValueError("nothing was measured")
    return Spread(median(values), min(values), max(values), len(values))


@dataclass
class Comparison:
    """One line of the report: ours against theirs, measured in turns.

    The ratio is taken a pair, so that a machine that is busy for a minute weighs on both; its median is told.
    Where `theirs` is a limit or an aim and no measurement, it is one number.
    """

    name: str
    ours_is: str
    theirs_is: str
    unit: str = "ms"
    digits: int = 0
    ours: list[float] = field(default_factory=list)
    theirs: list[float] = field(default_factory=list)

    def add(self, ours: float, theirs: float) -> None:
        """Add one pair."""
        self.ours.append(ours)
        self.theirs.append(theirs)

    def ratios(self) -> list[float]:
        """Give ours divided by theirs, a pair; a limit counts for every measurement."""
        others = self.theirs * len(self.ours) if len(self.theirs) == 1 else self.theirs
        return [ours / theirs for ours, theirs in zip(self.ours, others, strict=True) if theirs]

    def as_json(self) -> dict[str, Any]:
        """Give everything, the raw numbers too."""
        ratios = self.ratios()
        return {
            "name": self.name,
            "ours_is": self.ours_is,
            "theirs_is": self.theirs_is,
            "unit": self.unit,
            "ours": self.ours,
            "theirs": self.theirs,
            "ratio": vars(spread(ratios)) if ratios else None,
        }

    def row(self) -> tuple[str, str, str, str, str]:
        """Give the line of the table: name, ratio, ours, theirs, number of repetitions."""
        ratios = self.ratios()
        return (
            self.name,
            spread(ratios).text(2) if ratios else "–",
            f"{spread(self.ours).text(self.digits)} {self.unit}",
            f"{spread(self.theirs).text(self.digits)} {self.unit}",
            str(len(self.ours)),
        )


HEAD = ("", "ratio", "ours", "theirs", "n")


def table(comparisons: Sequence[Comparison]) -> str:
    """Write the lines under each other, columns aligned, and under them what was compared with what."""
    rows = [HEAD, *(comparison.row() for comparison in comparisons)]
    widths = [max(len(row[column]) for row in rows) for column in range(len(HEAD))]
    lines = ["  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)).rstrip() for row in rows]
    lines.insert(1, "-" * max(map(len, lines)))
    return "\n".join([*lines, "", *_legend(comparisons)])


def _legend(comparisons: Sequence[Comparison]) -> list[str]:
    """Say once what was compared with what, and in which lines."""
    names: dict[tuple[str, str], list[str]] = {}
    for comparison in comparisons:
        names.setdefault((comparison.ours_is, comparison.theirs_is), []).append(comparison.name)
    return [f"{'; '.join(alike)}\n  ours: {ours}\n  theirs: {theirs}" for (ours, theirs), alike in names.items()]
