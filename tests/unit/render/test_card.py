"""The card above a form: only in a page that explains the instrument, with all it needs to unfold what stands below it."""

import html5lib
import pytest

from fii_widgets.handbook.loader import Loaded
from fii_widgets.render.form.card import size
from fii_widgets.render.form.frame import instrument_form
from fii_widgets.render.form.place import Place
from fii_widgets.words import word
from tests.written import EACH_FILE, instrument

HERE = Place(root="../", prefix="i-", folds=True, wrapper_id="i-lijst")


@EACH_FILE
def test_what_the_card_unfolds_is_the_whole_form(loaded: Loaded) -> None:
    tree = html5lib.parse(instrument_form(loaded.instrument, loaded.tree, HERE), namespaceHTMLElements=False)
    (button,) = (one for one in tree.iter("button") if "data-fii-fold-button" in one.attrib)
    (panel,) = (one for one in tree.iter("div") if "data-fii-fold-panel" in one.attrib)
    assert button.get("aria-expanded") == "false"
    assert button.get("aria-controls") == panel.get("id") == "i-lijst-invullen"
    assert panel.get("hidden") == "until-found"
    for name in ("data-fii-item", "data-fii-status", "data-fii-summary"):
        inside = [one for one in panel.iter() if name in one.attrib]
        assert inside == [one for one in tree.iter() if name in one.attrib] != []
    links = {one.get("href") for one in tree.iter("a") if one not in panel.iter("a")}
    assert links == {f"../checklists/{loaded.instrument.id}/", f"../dossier/#{loaded.instrument.id}"}
    said = ["".join(one.itertext()) for one in tree.iter("p")]
    assert said.count(loaded.instrument.intro) == 1
    assert said.count(size(loaded.instrument)) == 1


@pytest.mark.parametrize("prefix", ["", "d-"])
def test_no_other_form_has_one(prefix: str) -> None:
    one = instrument("stoplicht-1")
    form = instrument_form(one, {}, Place(root="../", prefix=prefix))
    assert "data-fii-fold" not in form
    assert word("card_fill") not in form


@pytest.mark.parametrize(
    ("id_", "said"),
    [
        ("stoplicht-1", "11 punten"),
        ("startpunt", "2 vragen"),
        ("shortlist", "11 punten per kandidaat"),
        ("eigenaarschap", "1 punt, 4 per groep"),
    ],
)
def test_how_large_it_is_comes_from_the_instrument(id_: str, said: str) -> None:
    assert size(instrument(id_)) == said
