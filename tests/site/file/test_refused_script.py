"""What Python refuses, the page refuses before Python sees it, for the same reason. In Node."""

from pathlib import Path

from tests.site.file.test_dossier_file_script import in_node
from tests.site.page_script import answers
from tests.unit.dossier.test_dossier_files import HOSTILE, wrong


def test_every_hostile_file_is_refused_for_the_reason_that_python_gives(tmp_path: Path) -> None:
    wanted = [(code, text) for code, texts in HOSTILE.items() for text in texts]
    found = in_node([text for _, text in wanted], tmp_path)
    other = {text: code for code, (reason, text) in zip(found, wanted, strict=True) if code != reason}
    # JSON.parse does not know the name; Python does, and says that it is no number
    assert other.items() <= {'{"schema":NaN}': "json"}.items()


def test_the_sound_file_that_the_hostile_ones_are_made_of_opens(tmp_path: Path) -> None:
    [opened] = in_node([wrong()], tmp_path)
    assert '"kind": "fii-dossier"' in opened


def test_a_link_in_python_s_html_stays_in_the_handbook(tmp_path: Path) -> None:
    good = ["", "#x", "?a", "../model/#x", "a/b:c", "model/index.html?x=a:b"]
    bad = [
        "javascript:1",
        "JavaScript:1",
        "java\nscript:1",
        "\x01a",
        "https://x",
        "//x",
        "/x",
        "\\\\x",
        "data:,",
        "a b",
    ]
    found = answers("base/safe-html.js", "isRelative", "(text) => isRelative(text)", [*good, *bad], tmp_path)
    assert found == [True] * len(good) + [False] * len(bad)
