"""The list of lists: by phase, its route first, each with when, with whom and how long; nothing where an author says nothing."""

import re
from dataclasses import replace

from fii_widgets.render.frames.index import instrument_index, phase_index
from tests.written import handbook, instrument


def test_the_lists_stand_by_phase_with_its_route_first() -> None:
    shown = [one.instrument for one in handbook().published]
    html = instrument_index(shown, "../")
    parts = dict(re.findall(r"<h2[^>]*>([^<]+)</h2>(.*?)(?=<h2|$)", html))
    assert list(parts) == [
        "Alle fasen", "Fase 1 Signaleren", "Fase 2 Verkennen", "Fase 3 Innoveren", "Fase 4 Versterken",
        "Fase 5 Implementeren", "Fase 6 Borgen", "Uitvoeren in de wijk",
    ]  # fmt: skip
    lists = {title: re.findall(r'"\.\./checklists/([a-z0-9-]+)/"', part) for title, part in parts.items()}
    assert lists["Fase 2 Verkennen"] == ["plan-van-aanpak", "stoplicht-2", "shortlist", "gereedheid", "eigenaarschap"]
    assert re.findall("<h3>([^<]+)</h3>", parts["Fase 2 Verkennen"]) == ["Route", "Verdieping"]
    assert re.findall("<h3>([^<]+)</h3>", parts["Fase 1 Signaleren"]) == ["Route"]
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


def test_the_page_of_a_phase_has_its_own_lists_in_brief() -> None:
    html = phase_index([one.instrument for one in handbook().published], 2, "../../")
    assert "<h2" not in html
    assert re.findall(r'"\.\./\.\./checklists/([a-z0-9-]+)/"', html) == [
        "plan-van-aanpak", "stoplicht-2", "shortlist", "gereedheid", "eigenaarschap",
    ]  # fmt: skip
    assert html.count("Tijd, geschat:") == 5
    assert "Omvang:" not in html
    assert instrument("shortlist").intro not in html
    assert phase_index([instrument("startpunt")], 2, "") == ""
