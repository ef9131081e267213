"""axe on a page that Chromium shows, in the looks that readers have: light and dark, 320 and 1280 px wide. No rule is waived."""

import json
import os

from playwright.sync_api import Page

from tools.paths import NODE_MODULES

#: put into every page of a context before its own scripts
AXE = NODE_MODULES / "axe-core" / "axe.min.js"
EVERY_LOOK = [(scheme, width) for scheme in ("light", "dark") for width in (320, 1280)]
#: `make test` takes two of the four: each scheme and each width once
LOOKS = EVERY_LOOK if os.environ.get("FII_FULL") else [EVERY_LOOK[0], EVERY_LOOK[-1]]
TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = f"axe.run({{runOnly: {json.dumps(TAGS)}, rules: {{'target-size': {{enabled: true}}}}, resultTypes: ['violations']}})"
#: the page has heard of its new size: its scripts open the menu where there is room
SETTLED = "() => new Promise((done) => requestAnimationFrame(() => requestAnimationFrame(done)))"


def violations(page: Page, looks: list[tuple[str, int]] = LOOKS) -> list[str]:
    """Run axe in each look; give one line a finding, with the element."""
    found = []
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
