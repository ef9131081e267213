"""Our own checker of the built site: what the site generator and the HTML checker do not see.

Reads, never writes. Every rule has a known-bad page in tests/site/check_site/bad/.
"""

from pathlib import Path

from tools.check_site import language, links, names, privacy, structure
from tools.check_site.site import Finding, Site

#: Name of the rule → what it does with one page.
RULES = structure.RULES | language.RULES | names.RULES | links.RULES | privacy.RULES


def check(folder: Path) -> list[Finding]:
    """Give all findings of a built site, in the order of its pages; raise NoSiteError where there is none."""
    site = Site(folder)
    findings = [
        Finding(page.name, name, *fault)
        for page in site.pages.values()
        for name, rule in RULES.items()
        for fault in rule(page, site)
    ]
    return findings + privacy.style_sheets(site)
