"""codes.lock: what has a code keeps it, what is new gets the next free number, and no code is used twice."""

from pathlib import Path

import pytest

from fii_widgets.errors import SourceError
from tools.addresses import codes
from tools.addresses.aliases import Alias, Aliases
from tools.addresses.codes import Spots

PAGE = "model/5/5b/"


def leads(*now: str) -> Aliases:
    return Aliases({}, frozenset(now))


def test_a_page_and_its_places_get_codes_and_keep_them() -> None:
    page = Spots(PAGE, "", "sf-5b", ("doel", "kernvraag"))
    first = codes.assign({}, [page], leads(PAGE, f"{PAGE}#doel", f"{PAGE}#kernvraag"))
    assert first.given == {"5b": PAGE, "5b.1": f"{PAGE}#doel", "5b.2": f"{PAGE}#kernvraag"}
    more = Spots(PAGE, "", "sf-5b", ("nieuw", "doel", "kernvraag"))
    now = (PAGE, f"{PAGE}#doel", f"{PAGE}#kernvraag", f"{PAGE}#nieuw")
    assert codes.assign(first.given, [more], leads(*now)).of[f"{PAGE}#nieuw"] == "5b.3"


def test_a_code_whose_place_is_gone_is_not_used_again() -> None:
    given = {"5b": PAGE, "5b.1": f"{PAGE}#doel", "5b.2": f"{PAGE}#weg"}
    made = codes.assign(
        given, [Spots(PAGE, "", "sf-5b", ("doel", "nieuw"))], leads(PAGE, f"{PAGE}#doel", f"{PAGE}#nieuw")
    )
    assert made.of[f"{PAGE}#nieuw"] == "5b.3"
    assert "5b.2" not in made.leads
    assert made.given["5b.2"] == f"{PAGE}#weg"


def test_a_place_that_moved_keeps_its_code_by_its_alias() -> None:
    alias = Alias(f"{PAGE}#oud", f"{PAGE}#nieuw", 1)
    found = Aliases({alias.old: alias}, frozenset([PAGE, f"{PAGE}#nieuw"]))
    made = codes.assign({"5b": PAGE, "5b.1": f"{PAGE}#oud"}, [Spots(PAGE, "", "sf-5b", ("nieuw",))], found)
    assert made.leads["5b.1"] == f"{PAGE}#nieuw"
    assert made.given == {"5b": PAGE, "5b.1": f"{PAGE}#oud"}


@pytest.mark.parametrize(
    ("page", "code"),
    [
        (Spots("a/", "", "sf-1a", ()), "1a"),
        (Spots("a/", "", "f3", ()), "3"),
        (Spots("a/", "", "f3-inzichten", ()), "3i"),
        (Spots("a/", "", "cas-ajt", ()), "c3"),
        (Spots("a/", "", "ref-nieuw", ()), "r1"),
        (Spots("a/", "s1", "cl-stoplicht-1", ()), "s1"),
        (Spots("a/", "", "ns-begrippen", ()), "b"),
        (Spots("a/", "", "eigen", ()), "p1"),
    ],
)
def test_the_id_of_a_page_says_how_its_code_begins(page: Spots, code: str) -> None:
    assert codes.assign({"c1": "x/", "c2": "y/"}, [page], leads("a/", "x/", "y/")).of["a/"] == code


def test_a_page_whose_code_is_taken_gets_another() -> None:
    made = codes.assign({"sp": "x/"}, [Spots("a/", "sp", "cl-spelregels", ())], leads("a/", "x/"))
    assert made.of["a/"] == "sp1"


def test_a_figure_is_called_by_its_number() -> None:
    made = codes.assign({}, [Spots("a/", "", "bg", ("fig-5",))], leads("a/", "a/#fig-5"))
    assert made.of["a/#fig-5"] == "fig5"


def test_a_line_that_was_taken_away_is_noticed(tmp_path: Path) -> None:
    lock = tmp_path / "codes.lock"
    codes.write(codes.Codes(given={"5b": PAGE, "5b.1": f"{PAGE}#doel", "5b.10": "x/", "5b.2": "y/"}), lock)
    lines = lock.read_text("utf-8").splitlines()
    assert [line.split()[0] for line in lines[2:]] == ["5b", "5b.1", "5b.2", "5b.10"]
    assert len(codes.read(lock)) == 4
    lock.write_text("\n".join(lines[:-1]), "utf-8")
    with pytest.raises(SourceError, match="er horen 4 codes te staan en het zijn er 3"):
        codes.read(lock)
    lock.write_text("\n".join([*lines[:-1], "5b z/"]), "utf-8")
    with pytest.raises(SourceError, match=r"codes.lock:6: '5b z/' staat hier dubbel"):
        codes.read(lock)
