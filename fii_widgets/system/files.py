"""Files on a disk: read within a bound, written whole or not at all. The one place that opens what a person names.

Knows nothing of what is in a file. Not for the page: a page has no disk.
"""

import errno
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from fii_widgets.errors import Problem, RequestError, SourceError
from fii_widgets.system.visible import named
from fii_widgets.words import word
from fii_widgets.words.system import REFUSED

try:
    import fcntl
except ImportError:  # Windows, where a file that is open cannot be taken away anyway
    fcntl = None  # type: ignore[assignment]

#: a text that a person wrote; the largest page is far below
TEXT_MOST = 4_000_000
#: how a file is called while it is being written
_PART, _PART_END = ".fii-", ".deel"
#: on Windows and elsewhere not all of these exist
_SAFE = sum(getattr(os, name, 0) for name in ("O_CLOEXEC", "O_BINARY", "O_NOFOLLOW"))
_WAITLESS = sum(getattr(os, name, 0) for name in ("O_CLOEXEC", "O_BINARY", "O_NONBLOCK"))
_SPECIAL = {stat.S_IFIFO: "fifo", stat.S_IFSOCK: "socket"}
#: a disk without hard links says one of these
_NO_LINKS = {errno.EPERM, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP, errno.EMLINK}


class FileError(RequestError):
    """A file that cannot be read or written; the text says which, why and what to do next. `line`: where, if known."""

    def __init__(self, message: str, why: str = "", line: int = 0) -> None:
        self.why, self.line = why or message, line
        super().__init__(message)


class TooLargeError(FileError):
    """A file of more bytes than were asked for; nothing of it was kept."""


def refused(error: OSError, file: str = "") -> str:
    """Say in Dutch what the system refused, with the file that it is about; `file` where the error names none."""
    name = named(error.filename) if isinstance(error.filename, str | Path) else file
    code = errno.errorcode.get(error.errno or 0, "")
    if code == "ENOENT" and not name:
        return word("no_folder_here")
    why = REFUSED.get(code) or word("refused_other", number=error.errno or "?")
    return word("refused_file", file=name, why=why) if name else f"{why[0].upper()}{why[1:]}"


@contextmanager
def _in_dutch(path: Path) -> Iterator[None]:
    """Tell of the file that the person named, not of the part that was being written."""
    try:
        yield
    except OSError as error:
        raise FileError(refused(OSError(error.errno, "", str(path)))) from error


def read(path: Path, most: int) -> bytes:
    """Read a regular file of at most `most` bytes. Raises FileError, also on what is no file: it never waits."""
    with _in_dutch(path):
        _refuse_special(path, path.stat())
        with open(os.open(path, os.O_RDONLY | _WAITLESS), "rb") as file:  # noqa: PTH123 (a descriptor has no Path)
            _refuse_special(path, os.fstat(file.fileno()))
            content = file.read(most + 1) if os.fstat(file.fileno()).st_size <= most else b""
            if len(content) > most or os.fstat(file.fileno()).st_size > most:
                raise TooLargeError(word("too_large", file=named(path), most=f"{most / 1e6:.0f}"))
    return content


def _refuse_special(path: Path, found: os.stat_result) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise FileError(word("is_folder", file=named(path)))
    if not stat.S_ISREG(found.st_mode):
        what = word(_SPECIAL.get(stat.S_IFMT(found.st_mode), "device"))
        raise FileError(word("is_special", file=named(path), what=what))


def read_text(path: Path, most: int = TEXT_MOST) -> str:
    """Read a text in UTF-8, with or without its mark, with one kind of line end. Raises FileError as `read` does."""
    content = read(path, most)
    try:
        return content.decode("utf-8-sig").replace("\r\n", "\n").replace("\r", "\n")
    except UnicodeDecodeError as error:
        line = 1 + content.count(b"\n", 0, error.start)
    wide = content.startswith((b"\xff\xfe", b"\xfe\xff"))
    why = word("not_utf8_16" if wide else "not_utf8" if b"\0" in content else "not_utf8_line")
    line = line if why == word("not_utf8_line") else 0
    place = f"{named(path)}:{line}" if line else named(path)
    raise FileError(word("refused_file", file=place, why=why), why, line) from None


def read_texts(paths: Iterable[Path], project: Path) -> dict[Path, str]:
    """Read the files of authors. Raises SourceError with every one that cannot be read, by its name in the project."""
    texts: dict[Path, str] = {}
    problems = []
    for path in paths:
        try:
            texts[path] = read_text(path)
        except FileError as error:
            problems.append(Problem(path.relative_to(project).as_posix(), error.line, error.why))
    if problems:
        raise SourceError(problems)
    return texts


def write(content: bytes, path: Path, *, overwrite: bool = False) -> int:
    """Write a file, whole or not at all; return how many parts of stopped commands were cleared away beside it.

    Guarantees: at every moment the old file or the new one stands there whole; a file that is there is replaced only
    with `overwrite`, and keeps who may read it; no link is followed, and nothing but a regular file is replaced; on a
    failure nothing is left behind. Raises FileError.
    """
    with _in_dutch(path):
        old = _refuse_target(path, overwrite)
        cleared = _clear(path.parent)
        part, handle = _new_part(path.parent, private=old is not None)
        try:
            with open(handle, "wb") as file:  # noqa: PTH123 (a descriptor has no Path)
                if old and hasattr(os, "fchmod"):
                    os.fchmod(handle, stat.S_IMODE(old.st_mode))
                file.write(content)
                file.flush()
                os.fsync(handle)
                if fcntl:  # while the lock is held: nobody takes the part for a leftover
                    _put(part, path, overwrite)
            if not fcntl:
                _put(part, path, overwrite)
        finally:
            part.unlink(missing_ok=True)
    return cleared


def _refuse_target(path: Path, overwrite: bool) -> os.stat_result | None:
    """Return what stands there now. Raises FileError where it may not be replaced."""
    try:
        old = path.lstat()
    except FileNotFoundError:
        if not path.parent.is_dir():
            raise FileError(word("no_folder", path=named(path), folder=named(path.parent))) from None
        return None
    if stat.S_ISLNK(old.st_mode):
        raise FileError(word("into_link", path=named(path)))
    if stat.S_ISDIR(old.st_mode):
        raise FileError(word("into_folder", path=named(path)))
    if not stat.S_ISREG(old.st_mode):
        raise FileError(word("into_special", path=named(path)))
    if not overwrite:
        raise FileError(word("file_exists", path=named(path)))
    if not os.access(path, os.W_OK):
        raise PermissionError(errno.EACCES, "")
    return old


def _put(part: Path, path: Path, overwrite: bool) -> None:
    """Give the finished part its name, in one step."""
    if overwrite:
        part.replace(path)
        return
    try:
        os.link(part, path)  # unlike a rename it never takes the place of a file that came meanwhile
    except FileExistsError:
        raise FileError(word("file_exists", path=named(path))) from None
    except (AttributeError, NotImplementedError):
        part.rename(path)
    except OSError as error:
        if error.errno not in _NO_LINKS or os.path.lexists(path):
            raise
        part.rename(path)


def _new_part(folder: Path, *, private: bool) -> tuple[Path, int]:
    """Make a file with a name of chance that nobody else has, and hold it."""
    while True:
        part = folder / f"{_PART}{os.urandom(8).hex()}{_PART_END}"
        try:
            handle = os.open(part, os.O_WRONLY | os.O_CREAT | os.O_EXCL | _SAFE, 0o600 if private else 0o666)
        except FileExistsError:
            continue
        _hold(handle)
        if os.path.lexists(part):
            return part, handle
        os.close(handle)  # another command cleared it away before it was held


def _hold(handle: int) -> bool:
    """Lock a part for as long as it is open; say whether nobody else has it. A disk without locks says yes."""
    try:
        if fcntl:
            fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    except OSError as error:
        if error.errno not in (errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.EINVAL):
            raise
    return True


def _clear(folder: Path) -> int:
    """Clear away the parts that commands left when they were killed; those that are being written are held."""
    cleared = 0
    for part in sorted(folder.glob(f"{_PART}{'[0-9a-f]' * 16}{_PART_END}")):
        with suppress(OSError):  # what cannot be cleared stays, and keeps nobody from writing
            handle = os.open(part, os.O_RDWR | _SAFE | _WAITLESS)
            try:
                if stat.S_ISREG(os.fstat(handle).st_mode) and _hold(handle):
                    part.unlink()
                    cleared += 1
            finally:
                os.close(handle)
    return cleared
