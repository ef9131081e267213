"""Foreign text → text that is fit for a terminal: what would steer it, or cannot be seen, is shown. Prints nothing."""

import re
from os import PathLike, fspath

#: control characters but for tab and line feed, characters that turn the direction of writing or show nothing, and what is
#: no character at all. The joiners of emoji (U+200C, U+200D) stay.
_STEERING = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ud800-\udfff\U000e0000-\U000e007f]"
)
#: a name longer than this is shown without its middle
LONGEST = 240


def visible(text: str) -> str:
    """Return the text as it can go to a terminal: lines and tabs stay, ESC becomes \\x1b, a turning character \\u202e."""
    return _STEERING.sub(_escape, text)


def in_line(text: str) -> str:
    """Return the text on one line: a line end in a name or a note cannot look like a line of ours."""
    return visible(text).replace("\n", "\\n").replace("\t", " ")


def named(path: str | PathLike[str]) -> str:
    """Return the name of a file as a message can hold it; of a very long one the middle is left out, visibly."""
    name = in_line(fspath(path)) or "."
    return name if len(name) <= LONGEST else f"{name[: LONGEST - 80]} … {name[-76:]}"


def _escape(found: re.Match[str]) -> str:
    return found[0].encode("unicode_escape").decode("ascii")
