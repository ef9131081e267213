"""The words of the scripts: every key that a script uses has a sentence, and every sentence is used."""

import re
from pathlib import Path

from fii_widgets.words import computer, scripts, session

#: what every page with an instrument carries, and what one page only does
WORDS_FOR_SCRIPTS = scripts.WORDS_FOR_SCRIPTS | session.FOR_SCRIPTS | computer.FOR_SCRIPTS
SCRIPTS = Path(__file__).parents[3] / "docs" / "javascripts"
SAID = re.compile(r"\b(say|sayCount|sayMoment)\('([a-z]+\.[a-z-]+)'")
QUOTED = re.compile(r"'([a-z]+\.[a-z-]+)'")
#: keys made of a kind and a code that stands elsewhere in the scripts
MADE = ("store.", "file.", "python.")


def used() -> set[str]:
    keys: set[str] = set()
    for script in SCRIPTS.rglob("*.js"):
        for function, key in SAID.findall(script.read_text("utf-8")):
            forms = {"sayCount": (f"{key}.1", f"{key}.n"), "sayMoment": (key, f"{key}-day")}
            keys.update(forms.get(function, (key,)))
    return keys


def test_every_key_has_a_sentence() -> None:
    assert used() - WORDS_FOR_SCRIPTS.keys() == set()


def test_every_sentence_is_used() -> None:
    quoted = {key for script in SCRIPTS.rglob("*.js") for key in QUOTED.findall(script.read_text("utf-8"))}
    bases = {key: re.sub(r"(\.1|\.n|-day)$", "", key) for key in WORDS_FOR_SCRIPTS}
    assert {key for key, base in bases.items() if base not in quoted and not key.startswith(MADE)} == set()


def test_every_code_has_a_sentence() -> None:
    """The codes stand in the typedefs: StoreCode, TextCode, KindCode, FileCode and PythonCode."""
    for file, type_, kind in (
        ("store/store-error.js", "StoreCode", "store"),
        ("file/json-scan.js", "TextCode", "file"),
        ("file/file-kinds.js", "KindCode", "file"),
        ("file/dossier-file.js", "FileCode", "file"),
        ("python/client.js", "PythonCode", "python"),
    ):
        text = (SCRIPTS / file).read_text("utf-8")
        (codes,) = re.findall(r"@typedef \{([^}]*)\} " + type_, text)
        for code in re.findall(r"\| '([a-z]+)'|^'([a-z]+)'|^'([a-z]+)", codes):
            name = next(part for part in code if part)
            assert f"{kind}.{name}" in WORDS_FOR_SCRIPTS, (file, name)
