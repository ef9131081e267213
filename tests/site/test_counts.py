"""The handbook is whole: what the guide counts, the built site counts. What others add comes on top of it."""

import re
from pathlib import Path

import pytest

from fii_widgets.handbook.pages import read_pages
from tools.pages import places
from tools.paths import DOCS

#: pages that follow a source → their kind; a case that someone adds has none
KINDS = {page.id: page.value("soort") for page in read_pages(DOCS) if page.meta.tree.get("bronnen")}
#: a place on a page can be added by anyone, and links.lock keeps those that are there: of these at least so many
OPEN = {"figuren", "werken", "interventies", "begrippen"}
#: what → (pattern of the addresses that are counted, how many the guide has)
COUNTS = {
    "fasen": (r"^model/\d-[a-z]+/#f\d$", 6),
    "subfasen": (r"^model/\d-[a-z]+/\d[abc]-[a-z-]+/#sf-\d[abc]$", 15),
    "vogelvluchten": (r"#f\d-vogelvlucht$", 6),
    "in de praktijk": (r"#f\d-praktijk$", 6),
    "inzichten": (r"#inz-\d-\d$", 12),
    "casussen": (r"/casus-[a-z-]+/#cas-[a-z-]+$", 4),
    "reflecties": (r"/reflectie-[a-z-]+/#ref-[a-z-]+$", 6),
    "figuren": (r"#fig-\d+$", 9),
    "werken": (r"^naslag/literatuur/#lit-", 24),
    "constructen": (r"^achtergrond/implementeren/cfir/#cfir-(i|ii|iii|iv|v)-[a-z](-\d)?$", 39),
    "condities": (r"^gereedschap/condities/#co-[a-z-]+-\d+$", 45),
    "interventies": (r"^achtergrond/interventies-van-frontlijn/#bg-int-", 8),
    "begrippen": (r"^naslag/begrippen/#term-", 52),
}


@pytest.fixture(scope="module")
def addresses(site: Path) -> list[str]:
    return places.offered(site)


@pytest.mark.parametrize("name", COUNTS)
def test_nothing_of_the_guide_is_missing_or_double(name: str, addresses: list[str]) -> None:
    pattern, count = COUNTS[name]
    found = sum(1 for address in addresses if re.search(pattern, address) and _own(address))
    assert found == count or (name in OPEN and found > count)


def _own(address: str) -> bool:
    """Questions and other parts of a case or reflection are not cases themselves."""
    id_ = address.rpartition("#")[2]
    return not id_.startswith(("cas-", "ref-")) or KINDS.get(id_) in ("casus", "reflectie")


def test_conditions_stand_in_ten_dimensions(addresses: list[str]) -> None:
    found = {match[1] for address in addresses if (match := re.search(r"#co-([a-z-]+)-\d+$", address))}
    assert len(found) == 10
