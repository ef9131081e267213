"""The words that argparse says itself, in Dutch. It asks gettext for them; this answers in its place."""

import argparse

WORDS = {
    "usage: ": "gebruik: ",
    "positional arguments": "wat u opgeeft",
    "options": "opties",
    "show this help message and exit": "toon deze uitleg en stop",
    "the following arguments are required: %s": "dit ontbreekt nog: %s",
    "unrecognized arguments: %s": "dit is hier niet bekend: %s",
    "invalid choice: %(value)r (choose from %(choices)s)": "%(value)r bestaat niet; kies uit %(choices)s",
    "invalid choice: %(value)r, maybe you meant %(closest)r? (choose from %(choices)s)": (
        "%(value)r bestaat niet; bedoelde u %(closest)r? Kies uit %(choices)s"
    ),
    "expected one argument": "hier hoort iets achter",
    "expected at least one argument": "hier hoort ten minste één ding achter",
    "expected at most one argument": "hier hoort hoogstens één ding achter",
    "argument %(argument_name)s: %(message)s": "bij %(argument_name)s: %(message)s",
    "not allowed with argument %s": "dit gaat niet samen met %s",
    "ambiguous option: %(option)s could match %(matches)s": "%(option)s kan dit zijn: %(matches)s",
    "ignored explicit argument %r": "%r hoort hier niet",
    "%(prog)s: error: %(message)s\n": "%(prog)s: %(message)s\nHulp: %(prog)s --help\n",
}


def speak_dutch() -> None:
    """Let argparse take its words from here. It looks its function up by name each time it says something."""
    setattr(argparse, "_", lambda text: WORDS.get(text, text))  # noqa: B010 (no such name in the type stubs)
    setattr(argparse, "ngettext", _plural)  # noqa: B010


def _plural(one: str, many: str, n: int) -> str:
    """Say how many things are expected; the rest of argparse's plurals we never reach."""
    return f"hier {'hoort 1 ding' if n == 1 else f'horen {n} dingen'} achter" if "argument" in one else one
