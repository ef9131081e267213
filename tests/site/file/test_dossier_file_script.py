"""The page writes a dossier to the byte as Python does, in whatever order the keys came: the script itself, in Node."""

import json
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from fii_widgets.dossier.file.open import open_text
from fii_widgets.dossier.limits import DossierError
from fii_widgets.dossier.merge import merge
from fii_widgets.dossier.write import text
from tests import year
from tests.site.page_script import answers
from tests.site.runtime.test_parity_dossiers import threes
from tools.paths import ROOT

GOLDEN = sorted((ROOT / "tests" / "golden").glob("0.2*.json"))


def in_node(texts: list[str], folder: Path) -> list[str]:
    """Read and write each text with the page's script; a refused one gives its code."""
    again = "async (text) => { try { return makeText((await readText(text, 'handboek-fii')).dossier); } catch (error) { return error.code; } }"
    return answers("file/dossier-file.js", "makeText, readText", again, texts, folder)


def as_python_answers(written: str) -> str:
    """The same dossier with its keys in the order in which the page's Python answers."""
    return json.dumps(json.loads(written), ensure_ascii=False, sort_keys=True)


def test_what_python_answered_is_written_as_python_writes_it(tmp_path: Path) -> None:
    written = [text(open_text(path.read_text("utf-8")).dossier) for path in GOLDEN]
    written += [text(merge(one, two)) for one, two, _ in threes()]
    written += [text(year.held(3))]
    assert any('"versions": {\n  "' in one for one in written)
    assert in_node([as_python_answers(one) for one in written], tmp_path) == written


@pytest.mark.parametrize(
    ("path", "value"),
    [
        ("s1-01/x", {"choice": "rood"}),
        ("s1-01", {"text": "een"}),
        ("reviews/r-1", {"choice": "rood"}),
        ("settings/kleur", {"text": "rood"}),
        ("members/m-1/s1-01/x", {"choice": "rood"}),
        ("settings/rhythm", {"text": "dagelijks"}),
        ("settings/team", {"text": "ja"}),
        ("reviews/1", {"date": "2026-01-05", "state": "open"}),
        ("reviews/r-1/notes/_", {"text": "een"}),
        ("reviews/r-1/decisions/1", {"text": "een"}),
        ("actions/1", {"text": "een", "state": "open"}),
        ("members/1", {"label": "PL"}),
        (f"places/{'p' * 41}/s1-01", {"choice": "rood"}),
        ("members/m-1/-", {"choice": "rood"}),
    ],
)
def test_a_version_that_python_refuses_is_refused_here(path: str, value: dict[str, str], tmp_path: Path) -> None:
    tree = json.loads(GOLDEN[0].read_text("utf-8"))
    tree["versions"] = {path: [{**value, "at": "2026-01-01T09:00:00.000Z"}]}
    wrong = json.dumps(tree)
    with pytest.raises(DossierError, match="versions"):
        open_text(wrong)
    assert in_node([wrong], tmp_path) == ["shape"]


def test_a_day_that_python_does_not_know_is_refused_here(tmp_path: Path) -> None:
    tree = json.loads(GOLDEN[0].read_text("utf-8"))
    tree["actions"] = {"a-1": {"at": "2026-01-01T09:00:00.000Z", "text": "", "state": "open", "due": "0000-01-01"}}
    with pytest.raises(DossierError, match="due"):
        open_text(json.dumps(tree))
    assert in_node([json.dumps(tree)], tmp_path) == ["shape"]


def test_the_page_and_python_know_the_same_times(tmp_path: Path) -> None:
    """A time that only the page could read would make every question about that dossier fail."""
    good = ["2026-01-01T10:00Z", "2024-02-29T23:59:59.1234567+23:59", "2026-01-01T10:00:00+0100", "0002-01-01T00:00:00"]
    wrong = ["2026-02-30T10:00:00Z", "2026-01-01T24:00:00Z", "0000-01-01T00:00:00Z", "9999-12-31T23:59:59-01:00"]
    wrong += ["0001-01-01T00:00:00+01:00", "2026-01-01T10Z", "2026-01-01T10:00:60Z", "2026-01-01T10:00:00+24:00"]
    tree = json.loads(GOLDEN[0].read_text("utf-8"))
    files = [json.dumps(tree | {"saved": at}) for at in good + wrong]
    assert [found == "shape" for found in in_node(files, tmp_path)] == [False] * len(good) + [True] * len(wrong)
    for number, file in enumerate(files):
        if number < len(good):
            merge(open_text(file).dossier, open_text(files[0]).dossier)
        else:
            with pytest.raises(DossierError, match="saved"):
                open_text(file)


def test_times_far_ahead_are_brought_back_in_their_order(tmp_path: Path) -> None:
    """A change could not be newer than 9998 for years; and a day after it no file could be made."""
    ahead = ["9998-12-31T23:59:59.998Z", "9998-12-31T23:59:59.999Z", "2199-01-01T00:00:00+01:00"]
    near = (datetime.now(UTC) + timedelta(days=30)).isoformat(timespec="milliseconds").replace("+00:00", "Z")
    answer = {"note": "a"}
    tree = json.loads(GOLDEN[0].read_text("utf-8")) | {"answers": {}, "saved": ahead[1]}
    tree["answers"] = {f"s1-0{n}": {**answer, "at": at} for n, at in enumerate([*ahead, near])}
    now = datetime.now(UTC)
    opened = open_text(json.dumps(tree), now=now)
    page = json.loads(in_node([json.dumps(tree)], tmp_path)[0])
    assert opened.ahead == 3
    for saved, times in (
        (opened.dossier.saved, [one.at for one in opened.dossier.answers.values()]),
        (page["saved"], [one["at"] for one in page["answers"].values()]),
    ):
        first, second, third, last = times
        assert (last, second) == (near, saved)
        assert third < first < second < (now + timedelta(minutes=5)).isoformat()


def test_keys_that_are_numbers_stand_in_the_same_order_in_page_and_python(tmp_path: Path) -> None:
    """Scripts put whole numbers first, from low to high, whatever the order in which they came."""
    tree = json.loads(GOLDEN[0].read_text("utf-8"))
    at = "2026-01-01T09:00:00.000Z"
    ids = ["10", "9", "010", "1a", "4294967294", "4294967295", "0"]
    tree["answers"] = {id_: {"choice": "rood", "at": at} for id_ in ids}
    tree["versions"] = {id_: [{"choice": "groen", "at": at}] for id_ in ids}
    tree["members"] = {"m-1": {"at": at, "answers": tree["answers"]}}
    tree["reviews"] = {"r-1": {"at": at, "date": "2026-01-05", "state": "closed", "lights": dict.fromkeys(ids, "")}}
    written = text(open_text(json.dumps(tree)).dossier)
    assert in_node([json.dumps(tree)], tmp_path) == [written]
    assert list(json.loads(written)["answers"]) == ["0", "9", "10", "4294967294", "010", "1a", "4294967295"]


def test_a_text_under_an_id_that_is_called_like_a_time_stays_as_it_is(tmp_path: Path) -> None:
    late = "2099-01-01T09:00:00.000Z"
    tree = json.loads(GOLDEN[0].read_text("utf-8"))
    lights = {"at": late, "saved": late}
    review = {"date": "2026-01-05", "state": "closed", "lights": lights, "present": [late], "agenda": late}
    tree["reviews"] = {"r-1": {**review, "at": late}}
    [page] = in_node([json.dumps(tree)], tmp_path)
    opened = open_text(json.dumps(tree), now=datetime.now(UTC))
    assert opened.ahead == 1
    for found in (json.loads(page)["reviews"]["r-1"], json.loads(text(opened.dossier))["reviews"]["r-1"]):
        assert found["at"] < late
        assert (found["lights"], found["present"], found["agenda"]) == (lights, [late], late)


def full(**parts: object) -> str:
    """A file of our edition as another program may write it: nothing that a reader adds by itself, and no spaces."""
    tree = {"schema": 3, "kind": "fii-dossier", "edition": "handboek-fii", "saved": "2026-01-01T09:00:00.000Z", **parts}
    return json.dumps(tree, ensure_ascii=False, separators=(",", ":"))


def test_a_file_at_the_limit_can_be_written_again_and_opened(tmp_path: Path) -> None:
    at = "2026-01-01T09:00:00.000Z"
    review = {"at": at, "date": "2026-01-05", "state": "closed"}
    files = [
        full(answers={f"s{n}": {"note": "x" * 4_130, "at": at} for n in range(1_000)}),
        full(actions={f"a{n}": {"at": at, "text": "", "state": "open"} for n in range(26_000)}),
        full(reviews={"r-1": {**review, "present": [""] * 399_980}}),
    ]
    page = in_node(files, tmp_path)
    for file, written in zip(files, page, strict=True):
        before, again = open_text(file).dossier, open_text(written).dossier
        assert again == before
        assert text(before) == written


@pytest.mark.parametrize("held", [2, 8, 26])
def test_what_a_meeting_froze_is_read_whole_however_much_it_is(held: int, tmp_path: Path) -> None:
    """A file is judged in lots. Minutes of one phase go in one lot, those of some phases in two, a board of its own after that."""
    written = text(year.held(held))
    (again,) = in_node([written], tmp_path)
    assert open_text(again).dossier.reviews == open_text(written).dossier.reviews


def test_what_is_measured_in_turns_is_what_is_measured_at_once(tmp_path: Path) -> None:
    at = "2026-01-01T09:00:00.000Z"
    notes = {f"n{n}": {"at": at, "text": "é" * (n % 7)} for n in range(900)}
    texts = [*(text(year.held(many)) for many in (3, 26)), text(open_text(full()).dossier)]
    texts += [
        text(open_text(file).dossier)
        for file in (
            full(answers={f"s{n}": {"note": "x" * n, "at": at} for n in range(900)}),
            full(actions={f"a{n}": {"at": at, "text": "", "state": "open"} for n in range(900)}),
            full(
                reviews={
                    "r-1": {"at": at, "date": "2026-01-05", "state": "closed", "notes": notes, "present": [""] * 900}
                }
            ),
        )
    ]
    both = """async (text) => { const tree = JSON.parse(text);
      return JSON.stringify([fullness(tree), await fullnessInTurns(tree, { isOver: () => false, next: async () => {} })]); }"""
    found = map(json.loads, answers("file/dossier-text.js", "fullness, fullnessInTurns", both, texts, tmp_path))
    for at_once, in_turns in found:
        assert in_turns == at_once > 0
