"""The page finds a report's dossier as Python does: the script and the package agree, on good and on hostile pages."""

import json
from pathlib import Path

import pytest

from fii_widgets.dossier.file.kinds import carried_text
from fii_widgets.dossier.limits import DossierError
from fii_widgets.export.files import Wanted, make_file
from fii_widgets.export.html.carried import data_element
from tests.site.page_script import answers
from tests.unit.states import state
from tests.written import instruments

GOOD = '<p>x</p><script type="application/json" id="fii-dossier">{}</script>'
PAGES = (
    GOOD,
    f"\n {GOOD}",
    GOOD + GOOD,
    GOOD.replace("</script>", ""),
    GOOD.replace("{}", "{}<b>"),
    "<p>niets</p>",
    "</script>" + GOOD,
    GOOD.replace("json", "jsonp"),
)
#: "<" as a report has it, and what only looks so: a backslash that was made a letter before it
ESCAPES = [
    GOOD.replace("{}", text)
    for text in (r'{"a":"\u003c\\\u003c\\u003c\u003e\"\u003c\u003c"}', r"\\\\\u003c\\\u003c\u003c")
]


def carried(pages: list[str], folder: Path) -> list[str]:
    """What the script finds in each page, or the code of why it finds nothing."""
    ask = "(page) => { try { return carried(page); } catch (error) { return error.code; } }"
    return answers("file/report-file.js", "carried", ask, pages, folder)


def by_python(page: str) -> str:
    """The same by the package."""
    try:
        return carried_text(page)
    except DossierError as error:
        return error.code


def test_the_script_finds_what_the_package_finds_and_nothing_else(tmp_path: Path) -> None:
    wanted = Wanted(kind="dossier", format="html", carry=True)
    reports = [make_file(wanted, instruments(), state(number)).content.decode() for number in (1, 2)]
    pages = [*PAGES, *ESCAPES, *reports]
    found = carried(pages, tmp_path)
    for page, text in zip(pages, found, strict=True):
        assert text == by_python(page)


def test_what_a_report_carries_is_counted_as_it_was_before(tmp_path: Path) -> None:
    text = r'{"a":"<\\u003c\\<<"}'
    assert carried([str(data_element(text))], tmp_path) == [text] == [carried_text(str(data_element(text)))]


def test_a_dossier_file_stays_as_it_is(tmp_path: Path) -> None:
    text = json.dumps({"note": GOOD})
    assert carried([text], tmp_path) == [text]


@pytest.mark.parametrize("page", PAGES[2:6])
def test_hostile_pages_are_refused(page: str, tmp_path: Path) -> None:
    assert carried([page], tmp_path) == ["page"]
