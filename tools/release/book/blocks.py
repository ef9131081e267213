"""The elements of an article → the blocks of a book: headings, paragraphs, lists, tables, figures, forms. Pure."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby, zip_longest
from typing import Any

from tools.pages import markup
from tools.pages.markup import Node
from tools.release.book import forms
from tools.release.book.drawings import Drawings
from tools.release.book.inline import Leads, runs

type Block = dict[str, Any]

_HEADINGS = {"h1", "h2", "h3", "h4", "h5", "h6"}
#: paragraphs that look like something
_LOOKS = ("vogelvlucht", "kernvraag", "wie", "fii-aangehaald", "fii-verwijs", "fii-samenspel__naam")
#: of two drawings of one figure the one for a narrow screen; words that a figure has for who does not see it
_LEFT_OUT = (
    "fii-figure__woorden",
    "fii-beeld--smal",
    "fii-lijn__beeld--hoog",
    "fii-eerder",
    "fii-own-bar",
    "fii-actions",
)
#: letters: a column is as wide as so many at least, and a table of fewer stays on one page
_SHORT, _WHOLE = 12, 1800
_INLINE = {"a", "em", "strong", "span", "b", "i", "abbr", "cite", "code", "time", "br", "img"}


@dataclass
class Reader:
    """Reads articles; a heading never skips a level, as a screen reader wants it."""

    leads: Leads
    drawings: Drawings
    level: int = 0  #: of the last heading
    up: int = 0  #: by so many levels what is read now stands higher in a book than on its page

    def blocks(self, node: Node) -> Iterator[Block]:
        """Give the blocks in an element; what stands loose in it together is a paragraph."""
        for is_loose, together in groupby(node.iter(include_text=True), _is_loose):
            if is_loose:
                if found := runs(together, self.leads):
                    yield {"kind": "paragraph", "runs": found}
                continue
            for child in together:
                if child.is_element_node and not _is_left_out(child):
                    yield from self._named(child)

    def _named(self, node: Node) -> Iterator[Block]:
        found = list(self._block(node))
        if found and (id_ := node.attrs.get("id")) and not any(block.get("id") for block in found[:1]):
            found[0]["id"] = id_
        yield from found

    def _block(self, node: Node) -> Iterator[Block]:
        tag, classes = node.tag or "", markup.classes(node)
        if tag in _HEADINGS:
            yield self.heading(node)
        elif tag == "p":
            look = next((name for name in _LOOKS if name in classes), "")
            if found := runs([node], self.leads):
                yield {"kind": "paragraph", "look": look.rpartition("fii-")[2], "runs": found}
        elif tag in ("ul", "ol"):
            items = [list(self.blocks(item)) for item in markup.children(node) if item.tag == "li"]
            yield {"kind": "list", "ordered": tag == "ol", "items": [item for item in items if item]}
        elif tag == "dl":
            yield {"kind": "terms", "items": list(self._terms(node))}
        elif tag == "table":
            yield self._table(node)
        else:
            yield from self._holder(node, classes)

    def _holder(self, node: Node, classes: list[str]) -> Iterator[Block]:
        """Give what an element that holds others is on paper; where it is nothing, what it holds."""
        if "fii-form" in classes:
            yield {"kind": "form", "blocks": list(forms.blocks(node, self.leads, self.heading))}
        elif "admonition" in classes:
            yield {"kind": "note", "blocks": list(self.blocks(node))}
        elif node.tag == "figure" and node.css_first("svg") is not None:
            yield self._figure(node)
        elif node.tag == "footer":
            # the day that a page changed stands once, in front
            lines = [one for one in markup.children(node) if one.css_first("time") is None]
            yield {"kind": "source", "blocks": [block for one in lines for block in self._block(one)]}
        else:
            yield from self.blocks(node)

    def heading(self, node: Node) -> Block:
        """Give a heading, at most one level below the one before."""
        self.level = min(int((node.tag or "h2")[1:]) - 1 - self.up, self.level + 1)
        look = next((name.removeprefix("blok-") for name in markup.classes(node) if name.startswith("blok-")), "")
        return {"kind": "heading", "level": self.level, "look": look, "runs": runs([node], self.leads)}

    def _terms(self, node: Node) -> Iterator[Block]:
        """Give each term with what is said of it, as <dl> has them."""
        term: Block = {}
        for child in markup.children(node):
            if child.tag == "dt":
                if term:
                    yield term
                term = {"id": child.attrs.get("id") or "", "term": runs([child], self.leads), "blocks": []}
            else:
                term["blocks"] += self._said(child)
        if term:
            yield term

    def _said(self, node: Node) -> list[Block]:
        """Give what is said of a term; parts that stand apart are lines."""
        parts = [child for child in markup.children(node) if child.tag == "span"]
        lines = [runs([part], self.leads) for part in parts] or [runs([node], self.leads)]
        return [{"kind": "paragraph", "runs": one} for one in lines if one]

    def _table(self, node: Node) -> Block:
        """Give a table; one without a head says a few things of one subject, and is no table on paper."""
        caption = node.css_first("caption")
        cells = [list(markup.children(row)) for row in node.css("tr")]
        rows = [[list(self.blocks(cell)) for cell in row] for row in cells]
        table = {"caption": runs([caption], self.leads) if caption is not None else [], "rows": rows}
        if node.css_first("thead") is None:
            return {"kind": "facts", **table}
        columns = zip_longest(*([len(markup.text(cell)) for cell in row] for row in cells[1:]), fillvalue=0)
        longest = [max(_SHORT, *column) for column in columns]
        return {
            "kind": "table",
            **table,
            "head": [runs([cell], self.leads) for cell in cells[0]],
            "rows": rows[1:],
            "widths": [round(letters**0.5, 1) for letters in longest],
            "whole": len(markup.text(node)) < _WHOLE,
        }

    def _figure(self, node: Node) -> Block:
        drawing = next(svg for svg in node.css("svg") if not _is_left_out(svg))
        caption = node.css_first("figcaption")
        parts = markup.children(caption) if caption is not None else ()
        lines = [runs([part], self.leads) for part in parts if not _is_left_out(part)]
        words = node.css_first(".fii-figure__woorden > div")
        alt = markup.text(words) if words is not None else node.attrs.get("aria-label") or ""
        return {
            "kind": "figure",
            "alt": alt,
            "caption": [one for one in lines if one],
            "svg": self.drawings.whole(drawing),
        }


def _is_loose(node: Node) -> bool:
    return node.is_text_node or node.tag in _INLINE


def _is_left_out(node: Node) -> bool:
    return "hidden" in node.attributes or any(name in _LEFT_OUT for name in markup.classes(node))
