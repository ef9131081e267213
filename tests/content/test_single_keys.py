"""No letter or sign alone does anything (WCAG 2.1.4): who dictates, or touches a key by mistake, must not set things off."""

import re

from tools.paths import DOCS

#: a key of one sign that a script waits for; keys with a name (Escape, ArrowDown) only act on what has the focus
ONE_SIGN = re.compile(r"""\bkey\s*[!=]==?\s*(['"`])[^'"`]\1|\bcode\s*[!=]==?\s*['"`](?:Key|Digit|Slash)""")
MODIFIER = re.compile(r"\b(?:ctrlKey|metaKey|altKey)\b")


def alone(script: str) -> list[str]:
    """The lines that wait for one sign, and ask for no other key to be held with it."""
    return [line.strip() for line in script.splitlines() if ONE_SIGN.search(line) and not _asks_for_another(line)]


def _asks_for_another(line: str) -> bool:
    return bool(MODIFIER.search(re.sub(r"!\s*event\.\w+Key", "", line)))


def test_no_script_waits_for_one_sign_alone() -> None:
    scripts = {path.name: path.read_text("utf-8") for path in (DOCS / "javascripts").rglob("*.js")}
    found = {name: lines for name, text in scripts.items() if name != "minisearch.js" and (lines := alone(text))}
    assert found == {}
    assert any(ONE_SIGN.search(text) for text in scripts.values())  # it sees the one key that search has


def test_a_key_alone_is_found() -> None:
    assert alone("if (event.key === '/' && !event.ctrlKey && !event.metaKey) open();")
    assert alone('if (key == "?") help();')
    assert alone("if (event.code === 'KeyS') save();")
    assert not alone("if (event.key === 'k' && event.ctrlKey) open();")
    assert not alone("if (event.key === 'Escape') close();")
