"""A page that only leads on: a title, a link, and a script that follows it. Knows no address of the handbook."""

from __future__ import annotations

from html import escape

from tools import markup
from tools.links_lock import ALIAS_PAGE
from tools.passes import policy

_NAME = ALIAS_PAGE.split('"')[1]
STYLES = ("lettertypen", "kleuren", "handboek", "plekken")


def write(root: str, title: str, heading: str, body: str, canonical: str = "") -> str:
    """Return the page; `root` is the way to the site's root ("../../"), `body` is HTML with a link to follow.

    The link is marked data-fii-onward (docs/javascripts/moved.js).
    """
    known = f'<link rel="canonical" href="{escape(canonical)}">' if canonical else ""
    styles = "".join(f'<link rel="stylesheet" href="{root}stylesheets/{name}.css">' for name in STYLES)
    page = markup.parse(
        f'<!DOCTYPE html><html lang="nl"><head><meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<meta name="robots" content="noindex"><meta name="{_NAME}" content="{escape(title)}">'
        f"<title>{escape(title)} · Handboek FII</title>{known}{styles}</head>"
        f'<body class="fii-verder"><main><h1>{escape(heading)}</h1>{body}</main>'
        f'<script src="{root}javascripts/moved.js"></script></body></html>'
    )
    policy.clean(page)
    return markup.serialise(page)
