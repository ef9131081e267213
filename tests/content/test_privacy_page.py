"""The page for who judges privacy and safety says what is: each test exists, each header is the one that is sent."""

import re

import pytest

from fii_widgets.dossier.limits import BYTES, DEPTH, KEYS
from fii_widgets.words import word
from tests.content.named_tests import all_tests
from tools.passes import policy
from tools.paths import DOCS

PAGE = (DOCS / "over/privacy-en-veiligheid.md").read_text("utf-8")
PATHS = sorted((DOCS / "javascripts").rglob("*.js"))
SCRIPTS = [path.read_text("utf-8") for path in PATHS]


def part(id_: str, page: str = PAGE) -> str:
    """What stands under one heading."""
    return re.split(r"^## ", page.split(f"#{id_} }}")[1], flags=re.MULTILINE)[0]


def rows(text: str) -> list[list[str]]:
    """The cells of the tables in a text, without the heads."""
    lines = [
        [cell.strip() for cell in line.strip("|").split("|")] for line in text.splitlines() if line.startswith("|")
    ]
    heads = [at for at, line in enumerate(lines) if set("".join(line)) == {"-"}]
    return [line for at, line in enumerate(lines) if at not in heads and at + 1 not in heads]


def named(page: str) -> list[str]:
    return re.findall(r"`(test_\w+)`", page)


def unproved(page: str) -> list[str]:
    """Promises without a test, and tests that are not there."""
    promises = rows(part("over-privacy-beloften", page))
    found = [promise for promise, tests in promises if not named(tests)]
    return found + [name for name in named(page) if name not in all_tests()]


def test_every_promise_names_a_test_that_exists() -> None:
    assert len(rows(part("over-privacy-beloften"))) >= 12
    assert unproved(PAGE) == []


@pytest.mark.parametrize("name", ["test_wiping_leaves_nothing_in_the_browser", "test_four_tabs_lose_no_write"])
def test_a_promise_whose_test_is_gone_is_noticed(name: str) -> None:
    assert unproved(PAGE.replace(f"`{name}`", "`test_nothing`")) == ["test_nothing"]
    assert len(unproved(PAGE.replace("`test_no_other_host_and_no_refusal`", ""))) == 1


def test_every_threat_names_a_test_or_says_that_there_is_none() -> None:
    threats = rows(part("over-privacy-dreigingen"))
    assert len(threats) >= 8
    assert [who.split("**")[1] for who, _, proof in threats if not named(proof)] == ["Host"]


def told_headers(page: str) -> dict[str, str]:
    """The headers for every file, as the page prints them."""
    block = part("over-privacy-host", page).split("```")[1]
    return dict(line.split(": ", 1) for line in block.strip().splitlines())


def test_the_headers_for_a_host_are_those_of_the_site() -> None:
    assert told_headers(PAGE) == policy.headers()
    path, ancestors = policy.NOT_FRAMED
    assert path == "/dossier/*"
    assert f"```\nContent-Security-Policy: {ancestors}\n```" in part("over-privacy-host")
    what_goes_wrong = " ".join(name for name, _ in rows(part("over-privacy-host")))
    assert set(re.findall(r"`([A-Z][\w-]+)`", what_goes_wrong)) == set(policy.headers())


def test_a_header_that_is_another_is_noticed() -> None:
    assert told_headers(PAGE.replace("form-action 'none'; ", "")) != policy.headers()


def test_the_page_names_every_place_in_the_browser_where_something_is_kept() -> None:
    keepers = [text for text in SCRIPTS if re.search(r"localStorage|indexedDB|kept-text", text)]
    name = re.compile(r"""=\s*['"`](fii-[\w-]+(?::\$\{place\.edition\})?)['"`];""")
    keys = {key.replace("${place.edition}", "handboek-fii") for text in keepers for key in name.findall(text)}
    assert {"fii-dossier:handboek-fii", "fii-theme"} <= keys
    assert set(re.findall(r"`(fii-[\w:-]+\w)`", part("over-privacy-opslag"))) == keys
    other = re.compile(
        r"sessionStorage|document\.cookie|serviceWorker|\bcaches\.|showOpenFilePicker|showDirectoryPicker|storage\.getDirectory"
    )
    assert not [text for text in SCRIPTS if other.search(text)], "a place that is not told"


def test_one_script_writes_in_a_file_of_the_reader_and_the_page_says_so() -> None:
    asks = [path.name for path in PATHS if re.search(r"showSaveFilePicker|createWritable", path.read_text("utf-8"))]
    assert asks == ["chosen-file.js"]
    told = part("over-privacy-opslag")
    assert word("choose_file") in told
    for name in ("indexedDB", "AnswerStore", "from '../store/"):
        assert name not in (DOCS / "javascripts/saving/chosen-file.js").read_text(
            "utf-8"
        )  # the page forgets which file


def test_the_limits_of_a_file_are_those_that_hold() -> None:
    text = part("over-privacy-openen")
    assert f"{BYTES // 1024**2} MB groot en {DEPTH} lagen diep" in text
    assert f"{KEYS:,} namen".replace(",", ".") in text
