"""What the set-up says: one line of progress a step, and one plain reason when it must stop."""

import sys


class SetupError(Exception):
    """The set-up cannot go on; the text says what was missing and what to do."""


def step(text: str) -> None:
    """Say what is being done. To stderr: the output of a command stays its own."""
    print("set-up: " + text, file=sys.stderr, flush=True)
