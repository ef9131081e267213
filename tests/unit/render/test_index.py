"""The list of lists: by phase and moment, each with when and with whom; nothing where an author says nothing."""

import re
from dataclasses import replace

from fii_widgets.render.frames.index import instrument_index
from tests.written import handbook, instrument


def test_the_lists_stand_by_phase_and_moment() -> None:
    shown = [one.instrument for one in handbook().published]
    html = instrument_index(shown, "../")
    parts = dict(re.findall(r"<h2[^>]*>([^<]+)</h2>(.*?)(?=<h2|$)", html))
    assert list(parts) == [
        "Alle fasen", "Fase 1 Signaleren", "Fase 2 Verkennen", "Fase 3 Innoveren", "Fase 4 Versterken",
        "Fase 5 Implementeren", "Fase 6 Borgen", "Uitvoeren in de wijk",
    ]  # fmt: skip
    lists = {title: re.findall(r'"\.\./checklists/([a-z0-9-]+)/"', part) for title, part in parts.items()}
    assert lists["Fase 2 Verkennen"] == ["shortlist", "gereedheid", "plan-van-aanpak", "eigenaarschap", "stoplicht-2"]
    assert sorted(id_ for part in lists.values() for id_ in part) == sorted(one.id for one in shown)
    assert "<b>Met wie:</b> mensen die de organisaties kennen" in parts["Fase 2 Verkennen"]


def test_every_list_of_the_handbook_says_when_and_with_whom() -> None:
    lacking = [
        one.instrument.id for one in handbook().published if not (one.instrument.moment and one.instrument.with_whom)
    ]
    assert lacking == []


def test_a_list_that_says_neither_has_no_empty_words() -> None:
    html = instrument_index([replace(instrument("shortlist"), moment="", with_whom="")], "")
    assert "Wanneer:" not in html
    assert "Met wie:" not in html
    assert "Omvang:</b> 11 punten per kandidaat" in html
