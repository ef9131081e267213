"""Take out what the theme leaves behind and nobody uses; removes, never adds content."""

import re
from pathlib import Path

from tools.pages import markup
from tools.pages.markup import Node, Page

#: Whole elements of the theme that only its own script would use.
UNUSED = (
    'meta[name="generator"]',
    "input.md-toggle",
    "label.md-overlay",
    "label[for^='__']",
    "div.md-dialog",
    "div.md-progress",
    "div.md-search",
    '[data-md-component="skip"]',  # our header has its own, to the text and not to the heading
    "script#__config",
    'link[rel="modulepreload"]',
    'link[rel="next"]',  # Firefox fetches it ahead, which the policy refuses
    'link[rel="prev"]',
)
#: Words that only occur in inline scripts of the theme.
THEME_SCRIPT = ("__md_scope", "__md_get", "__md_hash", "__md_set")
#: Files that the generator writes and that a published site does not need.
UNUSED_FILES = ("sitemap.xml.gz", "search.json", "search/search_index.json", "search/search_index.js")
_ALIGN = re.compile(r"text-align:\s*(left|right|center);?")
_URL = re.compile(r"url\(\s*['\"]?([^'\")?#]+)")


def clean(page: Page) -> None:
    """Remove the theme's leftovers from one page and write its inline alignment as classes."""
    for selector in UNUSED:
        for node in page.css(selector):
            node.decompose()
    for script in page.css("script"):
        source = script.attrs.get("src") or ""
        if any(word in (script.text() or "") for word in THEME_SCRIPT) or "assets/javascripts/" in source:
            script.decompose()
    for node in page.css("[data-md-component]"):
        if _is_hollow(node):
            node.decompose()
    for node in page.css('[tabindex=""]'):
        del node.attrs["tabindex"]
    for node in page.css("[style]"):
        # The policy refuses style attributes; Markdown makes them for columns of a table only.
        align = _ALIGN.fullmatch((node.attrs.get("style") or "").strip())
        if align:
            del node.attrs["style"]
            markup.add_class(node, f"fii-align-{align[1]}")


def _is_hollow(node: Node) -> bool:
    """Tell whether a component of the theme holds nothing that a reader could see or use."""
    return not markup.text(node) and not node.css("a, button, input, select, textarea, img, svg, script, link")


def drop_files(site: Path) -> int:
    """Remove files of the theme that no page and no style sheet names; give how many."""
    used = _used_files(site)
    unused = [path for name in UNUSED_FILES if (path := site / name).is_file()]
    unused += [path for path in (site / "assets").rglob("*") if path.is_file() and path.resolve() not in used]
    unused += site.rglob("*.d.ts")  # types, for the checker of our scripts
    if _has_no_address(site / "sitemap.xml"):
        # Without the publisher's address the list of addresses would be a list of nothing.
        unused.append(site / "sitemap.xml")
    for path in unused:
        path.unlink()
    for folder in sorted((p for p in site.rglob("*") if p.is_dir()), reverse=True):
        if not any(folder.iterdir()):
            folder.rmdir()
    return len(unused)


def _has_no_address(sitemap: Path) -> bool:
    return sitemap.is_file() and "<loc>http" not in sitemap.read_text("utf-8")


def _used_files(site: Path) -> set[Path]:
    """Give the files that pages load, and those that their style sheets load in turn."""
    used: set[Path] = set()
    for path in markup.pages(site):
        base = site if path.name == "404.html" else path.parent
        for node in markup.read(path).css("link[href], script[src], img[src], source[src]"):
            address = node.attrs.get("href") or node.attrs.get("src") or ""
            used.add((base / address.lstrip("/").split("?")[0].split("#")[0]).resolve())
    for style in [path for path in used if path.suffix == ".css" and path.is_file()]:
        used |= {(style.parent / name).resolve() for name in _URL.findall(style.read_text("utf-8"))}
    return used
