"""How a command meets its terminal: what it prints is made safe, and every way in which it can end gets Dutch words.

Loads nothing but the standard library and words, so that Ctrl-C is answered while the rest is still being loaded.
"""

import os
import signal
import sys
import threading
import traceback
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from types import FrameType
from typing import Any, NoReturn, TextIO, cast

from fii_widgets.errors import FiiError, SourceError
from fii_widgets.system.files import refused
from fii_widgets.system.visible import in_line, visible
from fii_widgets.words import word

#: what the shell expects of a command that was stopped, and of one whose reader went away
STOPPED, ENDED, NO_READER = 130, 143, 141


#: which process a person started: those below it inherit its number
_RUNNING = "FII_RUNNING"
_NO_COLOUR = "NO_COLOR"


class _EndedError(BaseException):
    """The system asks the command to end; what it was writing is put in order first."""


class _ClosedError(Exception):
    """There is no output to write to."""


class _Safe:
    """A stream that shows what would steer a terminal, wherever the text came from."""

    def __init__(self, stream: TextIO | None, *, needed: bool) -> None:
        self._stream, self._needed = stream, needed
        self._refused: OSError | None = None

    def write(self, text: str) -> int:
        if self._stream is None:
            if self._needed:
                raise _ClosedError
            return len(text)
        try:
            return self._stream.write(visible(text))
        except OSError as error:
            if self._needed:
                self._refused = error
                raise
            return len(text)  # who cannot be told cannot be told that either; the exit code still says it

    def flush(self) -> None:
        if self._refused:  # argparse passes over what a write raises
            raise self._refused
        try:
            if self._stream:
                self._stream.flush()
        except OSError:
            if self._needed:
                raise

    def isatty(self) -> bool:
        return self._stream is not None and self._stream.isatty()

    @property
    def buffer(self) -> Any:
        """The bytes below, for what goes into a file as it is."""
        if self._stream is None:
            raise _ClosedError
        return self._stream.buffer

    def __getattr__(self, name: str) -> Any:
        return getattr(self._stream, name)


def run(work: Callable[[], int]) -> int:
    """Do the work of a command and return its exit code; what it raises is told in one Dutch line.

    Guarantees: nothing that steers a terminal is printed, and only a fault of our own shows a traceback.
    """
    with _safe_streams():
        try:
            with _signals():
                return _finished(work)
        except KeyboardInterrupt:
            return _stopped(STOPPED)
        except _EndedError:
            return _stopped(ENDED)
        except BrokenPipeError:
            _give_up(sys.stdout)
            return NO_READER
        except _ClosedError:
            return _told(word("output_closed"))
        except SourceError as error:
            return _told("\n".join(in_line(str(problem)) for problem in error.problems))
        except OSError as error:
            _give_up(sys.stdout)
            return _told(refused(error, word("output") if _is_of_output(error) else ""))
        except MemoryError:
            return _told(word("no_memory"))
        except UnicodeError:
            return _own_fault()
        except (FiiError, ValueError) as error:
            return _told(in_line(str(error)))
        except Exception:
            return _own_fault()


def leave(code: int) -> NoReturn:
    """End the process with a code. After Ctrl-C at once: else Python may end as if nobody had answered the signal."""
    if sys.stderr:
        try:
            sys.stderr.flush()
        except OSError:  # who cannot be told cannot be told at the end either
            _give_up(sys.stderr)
    if code == STOPPED:
        os._exit(code)
    sys.exit(code)


def say(text: str) -> None:
    """Tell the person at the keyboard one thing, on one line; what the command makes goes to the output."""
    print(in_line(text), file=sys.stderr)


def _finished(work: Callable[[], int]) -> int:
    """Let what was printed arrive before the command says that all is well."""
    try:
        code = work()
    except SystemExit as stopped:  # argparse: help was asked, or the words were wrong
        sys.stdout.flush()
        if isinstance(stopped.code, str):
            return _told(in_line(stopped.code))
        raise
    sys.stdout.flush()
    return code


def _told(text: str, code: int = 1) -> int:
    print(text, file=sys.stderr)
    return code


def _stopped(code: int) -> int:
    """Say it once: Ctrl-C comes to the command and to every program that it runs."""
    return code if _below_another() else _told(word("stopped"), code)


def _below_another() -> bool:
    return os.environ.get(_RUNNING) not in (None, str(os.getpid()))


def _own_fault() -> int:
    print(word("own_fault"), file=sys.stderr)
    traceback.print_exc()
    return 1


def _is_of_output(error: OSError) -> bool:
    """Writing to the output is the one thing that the system refuses without naming a file."""
    return error.filename is None and error.errno is not None and not isinstance(error, FileNotFoundError)


@contextmanager
def _safe_streams() -> Iterator[None]:
    out, err = sys.stdout, sys.stderr
    for stream in (out, err):
        # A file or a pipe gets UTF-8 whatever the language of the system; a terminal that lacks a letter shows its number.
        if stream is not None and hasattr(stream, "reconfigure"):
            stream.reconfigure(encoding=None if stream.isatty() else "utf-8", errors="backslashreplace")
    before = {name: os.environ.get(name) for name in (_RUNNING, _NO_COLOUR)}
    os.environ.setdefault(_RUNNING, str(os.getpid()))
    os.environ[_NO_COLOUR] = "1"  # argparse and tracebacks of newer Pythons colour by themselves, with escape sequences
    sys.stdout, sys.stderr = cast("TextIO", _Safe(out, needed=True)), cast("TextIO", _Safe(err, needed=False))
    try:
        yield
    finally:
        sys.stdout, sys.stderr = out, err
        for name, value in before.items():
            if value is None:
                del os.environ[name]
            else:
                os.environ[name] = value


@contextmanager
def _signals() -> Iterator[None]:
    """Let a command that the system ends, or whose window is closed, put in order what it was writing."""
    names = ("SIGTERM", "SIGHUP") if threading.current_thread() is threading.main_thread() else ()
    before = {number: signal.signal(number, _end) for name in names if (number := getattr(signal, name, None))}
    try:
        yield
    finally:
        for number, handler in before.items():
            signal.signal(number, handler)


def _end(number: int, frame: FrameType | None) -> None:
    raise _EndedError


def _give_up(stream: TextIO) -> None:
    """Let Python not try once more, at its own end, what a stream refused."""
    try:
        handle = stream.fileno()
    except (AttributeError, OSError, ValueError):  # no stream of the system: a test reads along
        return
    nowhere = os.open(os.devnull, os.O_WRONLY)
    os.dup2(nowhere, handle)
    os.close(nowhere)
