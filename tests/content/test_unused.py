"""Nothing stands in the code that nobody calls, and no operation that no script asks. Known-bad: a function of our own."""

import re
from pathlib import Path

from vulture import Vulture

from fii_widgets.browser import OPERATIONS
from fii_widgets.words import WORDS
from tools.paths import DOCS, ROOT

PRODUCT = ("fii_widgets", "macros", "tools")
#: called by others: jinja's sandbox, the servers and watchers of the standard library and watchdog, Pyodide
CALLED = {
    "is_safe_attribute", "is_safe_callable", "translate_path", "log_message", "on_any_event", "survey",
}  # fmt: skip
#: for the workplace (issue 14), which begins and corrects a meeting by these
COMING = {"review_start", "review_correct"}
#: how a script names an operation: in a request, or as what it asks about its own dossier (past-meetings.js)
ASKED = re.compile(r"(?:\bop: |\bquestion\()'([a-z_]+)'")


def unused(*folders: Path) -> set[str]:
    """The names that stand in a file and nowhere else: functions, methods, properties and classes."""
    found = Vulture()
    found.scavenge([str(folder) for folder in folders])
    return {item.name for item in found.get_unused_code() if item.typ in ("function", "method", "property", "class")}


def test_everything_is_called_by_what_is_published_or_builds() -> None:
    assert unused(*(ROOT / name for name in PRODUCT)) == CALLED


def test_what_nobody_calls_is_found(tmp_path: Path) -> None:
    (tmp_path / "a.py").write_text(
        "def told() -> int:\n    return 1\n\n\ndef lost() -> int:\n    return told()\n", "utf-8"
    )
    assert unused(tmp_path) == {"lost"}


def test_every_operation_is_asked_by_a_script() -> None:
    scripts = [path.read_text("utf-8") for path in (DOCS / "javascripts").rglob("*.js")]
    assert {name for text in scripts for name in ASKED.findall(text)} == set(OPERATIONS) - COMING


def unsaid(source: str) -> set[str]:
    """The words that no code names: by their key, as the action of a button, or by what a key begins with."""
    begun = tuple(re.findall(r'\bf"([a-z]+_[a-z_]*)\{', source))
    named = set(re.findall(r"[a-z0-9_-]+", source))
    named |= {name.replace("-", "_") for name in named}
    return {key for key in WORDS if key not in named and not key.startswith(begun)}


def test_every_word_is_said() -> None:
    files = [path for name in PRODUCT for path in (ROOT / name).rglob("*.py") if path.parent.name != "words"]
    source = "\n".join(path.read_text("utf-8") for path in files)
    assert unsaid(source) == set()
    assert unsaid(source.replace("no_owner", "")) == {"no_owner"}
