"""What travels by link comes back whole or not at all."""

import binascii
import os
import random
import re
from xml.etree import ElementTree

import pytest
import segno

from fii_widgets.dossier.answers import Answer
from fii_widgets.errors import RequestError
from fii_widgets.export.link import LONGEST, make_fragment, qr_svg, read_fragment
from fii_widgets.instrument.model import Checklist
from tests.unit.states import state
from tests.written import instruments

STATES = 50 if os.environ.get("FII_FULL") else 10
AT = "2026-11-22T10:00:00.000Z"


@pytest.mark.parametrize("number", range(1, STATES + 1))
def test_choices_travel_by_link_and_notes_do_not(number: int) -> None:
    answers = state(number).answers
    for one in instruments():
        known = {item.id: item for item in one.items if item.options}
        chosen = {
            id_: answer.choice for id_, answer in answers.items() if id_.partition("@")[0] in known and answer.choice
        }
        if not chosen:
            with pytest.raises(RequestError, match="nog geen keuze"):
                make_fragment(one, answers)
            continue
        fragment = make_fragment(one, answers)
        assert len(fragment) <= LONGEST
        assert re.fullmatch(r"[A-Za-z0-9@._~:,-]+", fragment)
        linked = read_fragment(f"#{fragment}", instruments())
        assert (linked.instrument, dict(linked.choices), linked.unknown) == (one.id, chosen, ())
        for answer in answers.values():
            assert len(answer.note) < 8 or answer.note not in fragment


def test_a_small_instrument_is_a_short_link() -> None:
    answers = {item.id: Answer(choice="groen", at=AT) for item in _light().items}
    assert len(make_fragment(_light(), answers)) < 80


def _light() -> Checklist:
    found = next(one for one in instruments() if one.id == "stoplicht-1")
    assert isinstance(found, Checklist)
    return found


def test_any_sign_that_was_lost_or_changed_is_noticed() -> None:
    fragment = make_fragment(_light(), {"s1-01": Answer(choice="groen"), "s1-02": Answer(choice="rood")})
    chance = random.Random(1)
    for at in range(len(fragment)):
        changed = fragment[:at] + chance.choice("abcdef0123456789".replace(fragment[at], "")) + fragment[at + 1 :]
        for broken in (changed, fragment[:at], fragment[:at] + fragment[at + 1 :]):
            with pytest.raises(RequestError, match="Uw antwoorden zijn niet veranderd"):
                read_fragment(broken, instruments())


@pytest.mark.parametrize(
    "broken", ["", "#", "fii1", "fii1~~~~", "fii9~a~b~c~d", "fii1~" * 3000, "<script>", "fii1~stoplicht-1~0~s1~rood:é"]
)
def test_what_is_no_link_is_refused(broken: str) -> None:
    with pytest.raises(RequestError):
        read_fragment(broken, instruments())


def test_a_whole_link_is_refused_when_it_is_longer_than_a_link_may_be() -> None:
    def link(points: int) -> str:
        body = f"s1-~rood:{','.join(f'{n:04}' for n in range(1000, 1000 + points))}"
        return f"fii1~stoplicht-1~{binascii.crc32(f'stoplicht-1~{body}'.encode()):08x}~{body}"

    most = next(points for points in range(1, LONGEST) if len(link(points + 1)) > LONGEST)
    assert len(read_fragment(link(most), instruments()).unknown) == most
    with pytest.raises(RequestError, match="Uw antwoorden zijn niet veranderd"):
        read_fragment(link(most + 1), instruments())


def test_points_that_this_edition_does_not_know_are_told_apart() -> None:
    older = _light()
    fragment = make_fragment(older, {"s1-01": Answer(choice="groen"), "s1-02": Answer(choice="rood")})
    fewer = [one for one in instruments() if one.id != "stoplicht-1"]
    with pytest.raises(RequestError, match="niet bestaat"):
        read_fragment(fragment, fewer)
    assert read_fragment(fragment, instruments()).unknown == ()
    strange = make_fragment(older, {"s1-01": Answer(choice="paars"), "s1-02": Answer(choice="rood")})
    linked = read_fragment(strange, instruments())
    assert (dict(linked.choices), linked.unknown) == ({"s1-02": "rood"}, ("s1-01",))


@pytest.mark.parametrize("row", ["a:b", "9" * 80, "-1", "3"])
def test_a_place_that_the_form_does_not_have_is_left_out(row: str) -> None:
    """It would be taken over and shown by nobody, or keep a file from being saved."""
    fragment = make_fragment(_light(), {"s1-01": Answer(choice="groen"), f"s1-02@{row}": Answer(choice="rood")})
    linked = read_fragment(fragment, instruments())
    assert (dict(linked.choices), linked.unknown) == ({"s1-01": "groen"}, (f"s1-02@{row}",))


def test_a_code_is_drawn_with_a_title_and_only_when_it_can_be_read() -> None:
    svg = qr_svg("https://handboek.example/#fii1~a", "Link & code")
    title = ElementTree.fromstring(svg).find("{http://www.w3.org/2000/svg}title")
    assert title is not None
    assert title.text == "Link & code"
    with pytest.raises(RequestError, match="te lang"):
        qr_svg("https://handboek.example/" + "x" * 400, "t")


def drawn(svg: str) -> list[list[int]]:
    """Read the modules of a picture of a code back from its path, without the quiet border."""
    space = "{http://www.w3.org/2000/svg}"
    root = ElementTree.fromstring(svg)
    path = root.find(f"{space}path")
    assert path is not None
    size = int(root.attrib["viewBox"].split()[2])
    squares = re.findall(r"M(\d+) (\d+)h1v1h-1z", path.attrib["d"])
    assert "".join(f"M{x} {y}h1v1h-1z" for x, y in squares) == path.attrib["d"]  # and nothing else is drawn
    dark = {(int(x), int(y)) for x, y in squares}
    whole = [[int((x, y) in dark) for x in range(size)] for y in range(size)]
    edges = [*whole[:4], *whole[-4:], *(row[:4] + row[-4:] for row in whole)]
    assert not any(any(row) for row in edges)
    return [row[4:-4] for row in whole[4:-4]]


@pytest.mark.parametrize("length", [1, 60, 369])
def test_the_modules_that_are_drawn_are_those_of_the_address(length: int) -> None:
    address = "https://handboek.example/#fii1~" + "a" * length
    svg = qr_svg(address, "Link")
    code = segno.make(address, error="m", micro=False)
    assert drawn(svg) == [list(row) for row in code.matrix]
    assert drawn(svg) != [list(row) for row in segno.make(f"{address}b", error="m", micro=False).matrix]
    turned = svg.replace("M4 4h", "M4 5h", 1)  # known-bad: one module a row lower
    assert drawn(turned) != [list(row) for row in code.matrix]
