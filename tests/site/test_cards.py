"""In the built site an instrument is a card in every page that explains it, and a form at once on its own page."""

from pathlib import Path

from tools.pages import markup

CARD = "[data-fii-fold-panel] [data-fii-form], [data-fii-fold-panel][data-fii-form]"


def wrong(site: Path) -> list[str]:
    """Pages with a form that should be folded and is not, or is and should not be."""
    found = []
    for path in markup.pages(site):
        page = markup.read(path)
        forms, folded = len(page.css("[data-fii-form]")), len(page.css(CARD))
        address = path.relative_to(site).as_posix()
        if folded != (0 if address.startswith("checklists/") else forms):
            found.append(address)
    return found


def test_every_page_that_explains_an_instrument_shows_a_card(site: Path) -> None:
    assert wrong(site) == []


def test_a_form_that_is_not_folded_is_found(site: Path, tmp_path: Path) -> None:
    for address in ("model/1-signaleren", "checklists/stoplicht-1"):
        text = (site / address / "index.html").read_text("utf-8")
        (tmp_path / address).mkdir(parents=True)
        (tmp_path / address / "index.html").write_text(text.replace("data-fii-fold-panel", "data-x"), "utf-8")
    assert wrong(tmp_path) == ["model/1-signaleren/index.html"]
    text = (site / "model/1-signaleren/index.html").read_text("utf-8")
    (tmp_path / "model/1-signaleren/index.html").write_text(text, "utf-8")
    (tmp_path / "checklists/stoplicht-1/index.html").write_text(text, "utf-8")
    assert wrong(tmp_path) == ["checklists/stoplicht-1/index.html"]


def test_a_page_that_gathers_others_shows_every_form(site: Path) -> None:
    page = markup.read(site / "alles/index.html")
    assert page.css(".fii-card__panel") == [] or not page.css(".fii-card__panel[hidden]")
    assert page.css(".fii-card__foot") == []
