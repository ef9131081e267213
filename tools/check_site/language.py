"""Rules on language: what is not Dutch says so, or a screen reader reads it as if it were. One page at a time."""

from collections.abc import Iterator

from tools.check_site.site import Fault, Rule, Site, SitePage
from tools.pages import english, markup


def page_language(page: SitePage, _site: Site) -> Iterator[Fault]:
    """The page says in which language it is, so that it is read aloud and hyphenated well."""
    html = page.tree.css_first("html")
    if html is None or not html.attrs.get("lang"):
        yield "de pagina zegt niet in welke taal die is.", 'Zet lang="nl" op <html>.'


def english_marked(page: SitePage, _site: Site) -> Iterator[Fault]:
    """English is marked as English."""
    for text in markup.texts(page.tree.body) if page.tree.body is not None else ():
        said = " ".join((text.text_content or "").split())
        if (found := english.telltale().search(said)) and english.is_read(text):
            around = said[max(0, found.start() - 20) : found.end() + 20]
            what = f"'{found[0]}' (in: {around}) is Engels, en dat staat er niet bij."
            yield what, f"Zet het woord of de hele zin in tools/pages/{english.FILE.name}."


RULES: dict[str, Rule] = {"taal": page_language, "engels": english_marked}
