"""Say of every English phrase that it is English (tools/pages/engels.txt), wherever it stands: a screen reader then says it so.

One list in place of a mark at each: titles in menus, help in forms and words of a drawing come from texts that hold none.
"""

from html import escape

from tools.pages import english, markup
from tools.pages.markup import Node, Page


def clean(page: Page) -> None:
    """Mark the phrases of the list in the whole page."""
    if page.body is None:
        return
    for text in markup.texts(page.body):
        said = text.text_content or ""
        if english.listed().search(said) and english.is_read(text):
            _mark(text, said)


def _mark(text: Node, said: str) -> None:
    done = 0
    for found in english.listed().finditer(said):
        text.insert_before(said[done : found.start()])
        text.insert_before(_phrase(text, found[0]), move=True)
        done = found.end()
    text.insert_before(said[done:])
    text.decompose()


def _phrase(text: Node, words: str) -> Node:
    if not any(one.tag == "svg" for one in markup.around(text)):
        return markup.fragment(f'<span lang="en">{escape(words)}</span>')
    drawn = markup.fragment(f'<svg><text><tspan lang="en">{escape(words)}</tspan></text></svg>')
    return drawn.css("tspan")[0]
