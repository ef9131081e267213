"""A page that only leads on: a title, a link, and a script that follows it. Knows no address of the handbook."""

from html import escape
from pathlib import Path

from tools.pages import markup
from tools.pages.places import ALIAS_PAGE
from tools.passes import policy

_NAME = ALIAS_PAGE.split('"')[1]
STYLES = ("base/fonts", "base/colours", "base/handbook", "dossier/places")


def site_name(site: Path) -> str:
    """Return how the site calls itself, an organisation's own edition too: what its titles end in."""
    path = site / "404.html"
    title = markup.read(path).css_first("head title") if path.is_file() else None
    return markup.text(title).rpartition(" · ")[2] if title else ""


def write(name: str, root: str, title: str, heading: str, body: str, canonical: str = "") -> str:
    """Return the page; `name` is that of the site, `root` the way to its root ("../../"), `body` HTML with a link.

    That link is marked data-fii-onward (docs/javascripts/moved.js).
    """
    known = f'<link rel="canonical" href="{escape(canonical)}">' if canonical else ""
    styles = "".join(f'<link rel="stylesheet" href="{root}stylesheets/{name}.css">' for name in STYLES)
    page = markup.parse(
        f'<!DOCTYPE html><html lang="nl"><head><meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="robots" content="noindex"><meta name="{_NAME}" content="{escape(title)}">'
        f"<title>{escape(' · '.join(part for part in (title, name) if part))}</title>{known}{styles}</head>"
        f'<body class="fii-verder"><main><h1>{escape(heading)}</h1>{body}</main>'
        f'<script src="{root}javascripts/moved.js"></script></body></html>'
    )
    policy.clean(page)
    return markup.serialise(page)
