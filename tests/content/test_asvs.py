"""OWASP ASVS 5.0 against this site: every requirement is judged once, and what is said to hold is shown by something."""

import re
from collections import Counter
from collections.abc import Iterable
from pathlib import Path

import pytest

from tests.content.named_tests import exists
from tools.paths import DOCS

LIST = Path(__file__).with_name("asvs-5.0.tsv")
HOSTS = "docs/over/privacy-en-veiligheid.md"
#: section → how many requirements it has in version 5.0.0
SIZES = {
    "1.1": 2, "1.2": 10, "1.3": 12, "1.4": 3, "1.5": 3, "2.1": 3, "2.2": 3, "2.3": 5, "2.4": 2,
    "3.1": 1, "3.2": 3, "3.3": 5, "3.4": 8, "3.5": 8, "3.6": 1, "3.7": 5, "4.1": 5, "4.2": 5, "4.3": 2, "4.4": 4,
    "5.1": 1, "5.2": 6, "5.3": 3, "5.4": 3, "6.1": 3, "6.2": 12, "6.3": 8, "6.4": 6, "6.5": 8, "6.6": 4, "6.7": 2, "6.8": 4,
    "7.1": 3, "7.2": 4, "7.3": 2, "7.4": 5, "7.5": 3, "7.6": 2, "8.1": 4, "8.2": 4, "8.3": 3, "8.4": 2, "9.1": 3, "9.2": 4,
    "10.1": 2, "10.2": 3, "10.3": 5, "10.4": 16, "10.5": 5, "10.6": 2, "10.7": 3,
    "11.1": 4, "11.2": 5, "11.3": 5, "11.4": 4, "11.5": 2, "11.6": 2, "11.7": 2, "12.1": 5, "12.2": 2, "12.3": 5,
    "13.1": 4, "13.2": 6, "13.3": 4, "13.4": 7, "14.1": 2, "14.2": 8, "14.3": 3, "15.1": 5, "15.2": 5, "15.3": 7, "15.4": 4,
    "16.1": 1, "16.2": 5, "16.3": 4, "16.4": 3, "16.5": 4, "17.1": 2, "17.2": 8, "17.3": 2,
}  # fmt: skip
REQUIREMENTS = [f"{section}.{number}" for section, size in SIZES.items() for number in range(1, size + 1)]


def faults(lines: Iterable[str]) -> list[str]:
    """Everything that is wrong with the list."""
    found: list[str] = []
    judged: Counter[str] = Counter()
    for line in lines:
        if line.startswith("#"):
            continue
        number, level, applies, asks, shown = line.split("\t")
        under = [one for one in REQUIREMENTS if one == number or one.startswith(f"{number}.")]
        judged.update(under)
        if not under or not re.fullmatch(r"[123]" if number in REQUIREMENTS else "-", level) or not asks:
            found.append(f"{number}: no such requirement, or no level or words")
        if applies == "no":
            found += [f"{number}: no reason"] * (len(shown.split()) < 2)
        elif applies in ("yes", "host"):
            found += [f"{number}: {one} is not there" for one in shown.split() if not exists(one)]
            found += [f"{number}: the host is told nowhere"] * (applies == "host" and HOSTS not in shown)
            found += [f"{number}: shown by nothing"] * (not shown)
        else:
            found.append(f"{number}: '{applies}'")
    found += [f"{one} is judged {judged[one]} times" for one in REQUIREMENTS if judged[one] != 1]
    return found


def test_every_requirement_is_judged_once_and_shown_by_what_exists() -> None:
    assert faults(LIST.read_text("utf-8").splitlines()) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("\n3.3\t", "\n3.9\t", "3.3.1 is judged 0 times"),
        ("\n3.4.4\t", "\n3.4.3\t", "3.4.3 is judged 2 times"),
        ("::test_the_headers_carry_the_same_policy", "::test_the_headers", "is not there"),
        ("\thost\t", "\tmaybe\t", "'maybe'"),
        ("\tnone are set", "\t", "3.3: no reason"),
        ("tools/passes/policy.py", "tools/passes/beleid.py", "tools/passes/beleid.py is not there"),
    ],
)
def test_a_list_that_shows_less_than_it_says_is_noticed(old: str, new: str, fault: str) -> None:
    text = LIST.read_text("utf-8")
    assert old in text
    assert any(fault in one for one in faults(text.replace(old, new).splitlines()))


def test_no_script_listens_to_messages_of_other_windows() -> None:
    """Requirement 3.5.5. A worker and a channel hear only what this site sends; a window hears everybody."""
    scripts = {path.name: path.read_text("utf-8") for path in (DOCS / "javascripts").rglob("*.js")}
    listens = re.compile(r"addEventListener\(\s*['\"]message|(?:window|globalThis|self|\s|\))\.?onmessage\s*=")
    found = {name for name, text in scripts.items() if listens.search(text)}
    assert found == {"core.js", "folder-worker.js"}, "the two that run in the worker"
