"""Runs the subjects of the proof in processes of their own, two at a time, and sets the table. Knows no subject.

A process that dies or takes too long costs its own part only; what it had found counts, and so does its end. All of it
takes hours: `--continue` goes on where a run of the same commit was stopped, and never forgets what that found.
"""

import argparse
import os
import shutil
import signal
import subprocess
import sys
import time
import zipfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from playwright.sync_api import sync_playwright

from tests.proof.ground import Ground
from tests.proof.subjects import SUBJECTS, Subject, spread
from tests.proof.tally import COLUMNS, Tally, table
from tools import offline
from tools.paths import CACHE, ROOT, SITE

WORK = CACHE / "proof"
#: where people keep things: a path with blanks and an accent
COPY = WORK / "Map van Joëlle (é)"
WORKERS = 2
#: how many seconds between two lines that say how far a part is
TELL = 20
#: how many seconds a part that is ended has to close its browsers
CLOSING = 20


@dataclass
class Job:
    """One part of a subject, in a process of its own."""

    name: str
    part: int
    seeds: int
    process: "subprocess.Popen[bytes]"
    started: float

    @property
    def result(self) -> Path:
        return result_of(self.name, self.part)


def main(arguments: list[str]) -> int:
    """Run the subjects asked for, all of them without a name; exit 1 unless every column holds 0."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(1))  # what was started is ended on the way out
    given = _parser().parse_args(arguments)
    names = given.subjects or list(SUBJECTS)
    if unknown := [name for name in names if name not in SUBJECTS]:
        print(f"There is no {', '.join(unknown)}. There are:\n{_list()}", file=sys.stderr)
        return 2
    if given.part is not None:
        return _work(
            names[0], _seeds(names[0], given.count, given.only)[given.part :: SUBJECTS[names[0]].parts], given.part
        )
    if not (SITE / "index.html").is_file():
        print("There is no site to try. First: python tools/do.py site", file=sys.stderr)
        return 1
    if refused := _lay(again=not given.go_on):
        print(refused, file=sys.stderr)
        return 1
    began = time.monotonic()
    _run_all([(name, part) for name in names for part in range(SUBJECTS[name].parts)], given)
    rows = [(name, SUBJECTS[name].title, _result(name)) for name in names]
    print("\n" + table([(title, tally) for _, title, tally in rows]))
    print("\n" + "\n".join(f"{column}: {meaning}" for column, meaning in COLUMNS.items()))
    _say(
        f"done in {(time.monotonic() - began) / 60:.0f} minutes; all notes stand in {WORK.relative_to(ROOT).as_posix()}"
    )
    return 0 if all(tally.is_clean for _, _, tally in rows) else 1


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="python -m tools.release.proof",
        description="Try what could lose an answer or let somebody in, and set one table of it.",
        epilog=_list(),
        formatter_class=argparse.RawDescriptionHelpFormatter,
    )
    parser.add_argument("subjects", nargs="*", help="which subjects; all of them without a name")
    parser.add_argument("--count", type=int, help="this many seeds of each subject, spread over all")
    parser.add_argument("--only", type=int, help="this seed alone")
    parser.add_argument("--continue", dest="go_on", action="store_true", help="go on where a run was stopped")
    parser.add_argument("--part", type=int, help=argparse.SUPPRESS)
    return parser


def _list() -> str:
    return "\n".join(f"  {name:<18} {one.title}, {one.seeds} seeds" for name, one in SUBJECTS.items())


def _seeds(name: str, count: int | None, only: int | None) -> list[int]:
    full = SUBJECTS[name].seeds
    return [only] if only is not None else spread(full, count or full)


def _lay(*, again: bool) -> str:
    """Unpack the copy afresh and forget what an earlier run found; to go on, say what is in the way, else ''."""
    commit = WORK / "commit"
    tree = _git("rev-parse", "HEAD") + _git("status", "--porcelain")
    if not again:
        same = commit.is_file() and commit.read_text("utf-8") == tree
        return "" if same else "There is no run of this very tree to go on with. Leave --continue out."
    shutil.rmtree(WORK, ignore_errors=True)
    made = offline.build(SITE, WORK / "dist")
    with zipfile.ZipFile(made.path) as archive:
        archive.extractall(COPY)
    commit.write_text(tree, "utf-8")
    return ""


def _git(*words: str) -> str:
    return subprocess.run(["git", *words], cwd=ROOT, capture_output=True, text=True, check=True).stdout


def result_of(name: str, part: int) -> Path:
    return WORK / f"{name}-{part}.json"


def _result(name: str) -> Tally:
    whole = Tally()
    for part in range(SUBJECTS[name].parts):
        whole.add(Tally.read(result_of(name, part)))
    return whole


def _run_all(waiting: list[tuple[str, int]], given: argparse.Namespace) -> None:
    running: list[Job] = []
    try:
        while waiting or running:
            while waiting and len(running) < WORKERS:
                running += _begin(*waiting.pop(0), given)
            for job in [job for job in running if _has_ended(job)]:
                running.remove(job)
            time.sleep(0.2)
    finally:
        for job in running:
            _kill(job)


def _begin(name: str, part: int, given: argparse.Namespace) -> list[Job]:
    """Start a part, unless no seed is left in it."""
    subject = SUBJECTS[name]
    done = Tally.read(result_of(name, part)).done
    seeds = [seed for seed in _seeds(name, given.count, given.only)[part :: subject.parts] if seed not in done]
    if not seeds:
        return []
    asked = [f"--count={given.count}"] if given.count else []
    asked += [f"--only={given.only}"] if given.only is not None else []
    command = [sys.executable, "-m", "tools.release.proof", name, f"--part={part}", *asked]
    # A session of its own: what it starts can be ended with it.
    process = subprocess.Popen(command, cwd=ROOT, start_new_session=True)
    return [Job(name, part, len(seeds), process, time.monotonic())]


def _has_ended(job: Job) -> bool:
    """Say whether a part is over; one that broke off, or takes too long, has that in its result."""
    minutes = (time.monotonic() - job.started) / 60
    code = job.process.poll()
    if code is None and minutes < SUBJECTS[job.name].minutes:
        return False
    if code != 0:
        why = "took more time than it may" if code is None else f"ended with {code}"
        _kill(job)
        tally = Tally.read(job.result)
        tally.note("hung", "?", f"part {job.part} {why}, after {tally.tried} tries")
        tally.write(job.result)
    _say(f"{job.name}, part {job.part + 1} of {SUBJECTS[job.name].parts}: {minutes:.1f} minutes, {_told(job.result)}")
    return True


def _told(result: Path) -> str:
    tally = Tally.read(result)
    wrong = ", ".join(f"{number} {column}" for column, number in tally.found.items() if number)
    return f"{tally.tried} tried, {wrong or 'nothing wrong'}"


def _kill(job: Job) -> None:
    """Let a part close its browsers, which are in groups of their own; then end what is left of it."""
    if job.process.poll() is None:
        job.process.terminate()
        try:
            job.process.wait(CLOSING)
        except subprocess.TimeoutExpired:
            if hasattr(os, "killpg"):
                os.killpg(job.process.pid, signal.SIGKILL)
            job.process.kill()
    job.process.wait()


def _work(name: str, seeds: Sequence[int], part: int) -> int:
    """Do one part, in this process: write down what is known after every seed."""
    subject = SUBJECTS[name]
    tally = Tally.read(result_of(name, part))
    folder = WORK / f"{name}-{part}"
    folder.mkdir(parents=True, exist_ok=True)
    with sync_playwright() as playwright:
        ground = Ground(SITE, next(COPY.iterdir()), playwright, folder)
        subject.run(ground, watched(seeds, subject, f"{name}, part {part + 1}", tally, result_of(name, part)), tally)
    tally.write(result_of(name, part))
    shutil.rmtree(folder, ignore_errors=True)
    return 0


def watched(seeds: Sequence[int], subject: Subject, told: str, tally: Tally, file: Path) -> Iterator[int]:
    """Give the seeds that are not done yet; write down what is known after each."""
    seeds = [seed for seed in seeds if seed not in tally.done]
    last = time.monotonic()
    for number, seed in enumerate(seeds):
        if time.monotonic() - last > TELL:
            last = time.monotonic()
            _say(f"{told}: {number} of {len(seeds)} seeds")
        yield seed
        tally.done.append(seed)
        tally.write(file)


def _say(text: str) -> None:
    print(f"proof: {text}", file=sys.stderr, flush=True)
