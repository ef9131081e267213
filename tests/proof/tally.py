"""What one subject of the proof found, and the one table of all. Tries nothing itself."""

import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import asdict, dataclass, field
from pathlib import Path

#: column → what a number in it means; each must be 0
COLUMNS = {
    "lost": "an answer that was kept is gone",
    "run": "a script or command of the attacker ran",
    "hung": "no answer within the patience of the trial, or the trial broke off",
    "dead": "afterwards nothing could be saved any more",
    "silent": "it went wrong and nothing was said",
}
#: how many notes of a subject are printed; all of them stand in its results
SHOWN = 12


@dataclass
class Tally:
    """How often something was tried, and what went wrong; a note names the seed with which it happens again."""

    tried: int = 0
    found: dict[str, int] = field(default_factory=lambda: dict.fromkeys(COLUMNS, 0))
    notes: list[str] = field(default_factory=list)
    done: list[int] = field(default_factory=list)  #: the seeds that need not be tried again

    def note(self, column: str, seed: object, what: str) -> None:
        """Count one failure."""
        self.found[column] += 1
        self.notes.append(f"{column}: seed {seed}: {what}")

    @contextmanager
    def trying(self, seed: int, what: str = "") -> Iterator[None]:
        """Count one try; whatever it raises is a failure of this try and does not stop the next."""
        self.tried += 1
        try:
            yield
        except Exception as error:
            self.note("hung", seed, " ".join(f"{what} {type(error).__name__}: {error}".split())[:600])

    @property
    def is_clean(self) -> bool:
        return self.tried > 0 and not any(self.found.values())

    def write(self, file: Path) -> None:
        """Write all that is known so far, so that a crash keeps it."""
        new = file.with_suffix(".new")
        new.write_text(json.dumps(asdict(self), ensure_ascii=False, indent=1), "utf-8")
        new.replace(file)

    @classmethod
    def read(cls, file: Path) -> "Tally":
        return cls(**json.loads(file.read_text("utf-8"))) if file.is_file() else cls()

    def add(self, other: "Tally") -> None:
        """Take in what another part of the same subject found."""
        self.tried += other.tried
        self.found = {column: self.found[column] + other.found[column] for column in COLUMNS}
        self.notes += other.notes


def table(rows: list[tuple[str, Tally]]) -> str:
    """Set the table, and under it what failed, by subject."""
    heads = ["what was tried", "tried", *COLUMNS]
    lines = [[title, str(tally.tried), *(str(tally.found[column]) for column in COLUMNS)] for title, tally in rows]
    widths = [max(len(line[at]) for line in [heads, *lines]) for at in range(len(heads))]
    text = [_line(heads, widths), "  ".join("-" * width for width in widths), *(_line(line, widths) for line in lines)]
    for title, tally in rows:
        if tally.notes:
            more = [f"  … and {len(tally.notes) - SHOWN} more"] if len(tally.notes) > SHOWN else []
            text += ["", f"{title}:", *(f"  {note}" for note in tally.notes[:SHOWN]), *more]
    return "\n".join(text)


def _line(cells: list[str], widths: list[int]) -> str:
    first, *rest = cells
    return "  ".join(
        [first.ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(rest, widths[1:], strict=True))]
    )
