"""axe on a page that Chromium shows, in the looks that readers have: light and dark, 320 and 1280 px wide. No rule is waived."""

import json
import os
import zlib
from functools import cache
from pathlib import Path

from playwright.sync_api import Page

from tools.pages import markup
from tools.pages.parts import GATHERING
from tools.paths import NODE_MODULES

#: put into every page of a context before its own scripts
AXE = NODE_MODULES / "axe-core" / "axe.min.js"
EVERY_LOOK = [(scheme, width) for scheme in ("light", "dark") for width in (320, 1280)]
FULL = os.environ.get("FII_FULL") == "1"
#: `make test` takes two of the four, each scheme and each width once: of most states one of these, by the test's name
LOOKS = EVERY_LOOK if FULL else [EVERY_LOOK[0], EVERY_LOOK[-1]]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = f"axe.run({{runOnly: {json.dumps(TAGS)}, rules: {{'target-size': {{enabled: true}}}}, resultTypes: ['violations']}})"
#: the page has heard of its new size: its scripts open the menu where there is room
SETTLED = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def violations(page: Page, looks: list[tuple[str, int]] | None = None) -> list[str]:
    """Run axe in each look; give one line a finding, with the element."""
    found = []
    if looks is None:
        turn = zlib.crc32(os.environ["PYTEST_CURRENT_TEST"].encode()) % len(LOOKS)
        looks = LOOKS if FULL else [LOOKS[turn]]
    for scheme, width in looks:
        page.set_viewport_size({"width": width, "height": 900})
        page.emulate_media(color_scheme="dark" if scheme == "dark" else "light")
        page.evaluate(SETTLED)
        for rule in page.evaluate(RUN)["violations"]:
            nodes = "; ".join(
                f"{node['html'][:160]} ({' '.join(node['failureSummary'].split())[:200]})" for node in rule["nodes"][:3]
            )
            found.append(f"{page.url} {scheme} {width}: {rule['id']} × {len(rule['nodes'])}: {nodes}")
    return found


@cache
def one_of_each(site: Path) -> set[str]:
    """Choose pages that have together every kind of element of a site: its name with each of its classes, roles and types.

    The others differ from these in their text only. Pages that gather other pages have nothing of their own.
    """
    kinds = {}
    for file in markup.pages(site):
        address = file.relative_to(site).as_posix().removesuffix("index.html")
        if not address.endswith(GATHERING):
            kinds[address] = {kind for node in markup.elements(markup.read(file)) for kind in _kinds(node)}
    left, chosen = set[str]().union(*kinds.values()), set()
    while left:
        most = max(sorted(kinds), key=lambda address: len(kinds[address] & left))
        chosen.add(most)
        left -= kinds[most]
    return chosen


def _kinds(node: markup.Node) -> list[str]:
    named = [f"{key}={node.attrs[key]}" for key in ("role", "type") if node.attrs.get(key)]
    return [f"{node.tag} {kind}" for kind in ("", *named, *(node.attrs.get("class") or "").split())]
