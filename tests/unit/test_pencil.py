"""The pencil under a page leads to the repository's editor; without an account there is the mail."""

import re
from pathlib import Path
from typing import Any

import jinja2
import pytest
from mkdocs.config import load_config
from mkdocs.structure.files import File
from mkdocs.structure.pages import Page

PROJECT = Path(__file__).parents[2]
REPO = "https://git.example/team/handboek"


def foot(monkeypatch: pytest.MonkeyPatch, file: str, kind: str, gemaakt: str = "", **env: str) -> str:
    """The foot of a page, with the addresses as mkdocs makes them from the environment."""
    for name in ("HANDBOEK_REPO", "HANDBOEK_BEWERK", "HANDBOEK_MAIL", "HANDBOEK_URL"):
        monkeypatch.setenv(name, env.get(name, ""))
    config: Any = load_config(str(PROJECT / "mkdocs.yml"))
    page: Any = Page(None, File(file, config.docs_dir, config.site_dir, True), config)
    page.meta = {"id": "x", "soort": kind, "gemaakt": gemaakt}
    templates = jinja2.Environment(loader=jinja2.FileSystemLoader(PROJECT / "overrides"), autoescape=True)
    templates.filters["url"] = str
    template = templates.get_template("partials/source-file.html")
    return template.render(page=page, config=config, nav=type("Nav", (), {"pages": []}))


def test_it_leads_to_the_file_of_the_page_in_the_configured_repository(monkeypatch: pytest.MonkeyPatch) -> None:
    env = {"HANDBOEK_REPO": REPO, "HANDBOEK_BEWERK": "edit/main/docs/"}
    html = foot(monkeypatch, "model/1-signaleren/1a-opdrachtgever.md", "subfase", **env)
    assert f'href="{REPO}/edit/main/docs/model/1-signaleren/1a-opdrachtgever.md">Verbeter deze pagina</a>' in html
    assert ".yaml" not in html
    assert "mailto:" not in html


def test_of_an_instrument_it_leads_to_its_items_too(monkeypatch: pytest.MonkeyPatch) -> None:
    env = {"HANDBOEK_REPO": REPO, "HANDBOEK_BEWERK": "edit/main/docs/"}
    html = foot(monkeypatch, "checklists/stoplicht-1.md", "instrument", **env)
    assert f'href="{REPO}/edit/main/checklists/stoplicht-1.yaml"' in html


def test_of_an_instrument_that_is_only_yaml_it_leads_to_no_page_that_is_not_there(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    env = {"HANDBOEK_REPO": REPO, "HANDBOEK_BEWERK": "edit/main/docs/"}
    html = foot(monkeypatch, "checklists/buurtlijst.md", "instrument", gemaakt="vanzelf", **env)
    assert re.findall(r'href="([^"]*)"', html) == [f"{REPO}/edit/main/checklists/buurtlijst.yaml"]


def test_the_mail_comes_from_the_configuration(monkeypatch: pytest.MonkeyPatch) -> None:
    html = foot(monkeypatch, "index.md", "start", HANDBOEK_MAIL="redactie@example.org")
    assert 'href="mailto:redactie@example.org?subject=x"' in html
    assert "Verbeter deze pagina" not in html


def test_without_configuration_nothing_is_promised(monkeypatch: pytest.MonkeyPatch) -> None:
    html = foot(monkeypatch, "index.md", "start")
    assert "mailto" not in html
    assert "Verbeter" not in html
