"""Put the link to itself, with its short code, at every heading, point and figure; and publish where codes lead.

Runs after the passes that copy or index pages: what it adds is found by no search and stands in no copy.
"""

from html import escape
from pathlib import Path

from fii_widgets.words import WORDS, word
from tools.addresses import codes
from tools.addresses.aliases import Aliases
from tools.addresses.codes import Codes
from tools.pages import markup, plain_script
from tools.pages.markup import Node, Page
from tools.passes import moved, small_page

MARK = "data-fii-spot"
CLASS = "fii-plek"
#: where docs/javascripts/page/codes.js finds the list
LIST = "javascripts/codes-list.js"
CALL = "globalThis.fiiCodes"
#: the page with the field, and the folder of the pages that lead on
GO = "ga"
#: what says that a link was copied, once a page
TELLS = "data-fii-spots"


def strip(page: Page) -> None:
    """Take out of a page what an earlier run put in."""
    for node in page.css(f"[{TELLS}]"):
        node.decompose()
    for node in page.css(f"a[{MARK}]"):
        if "fii-item__number" in markup.classes(node):
            node.replace_with(markup.fragment(f'<span class="fii-item__number">{escape(markup.text(node))}</span>'))
        else:
            node.decompose()


def write(site: Path, leads: Aliases, lock: Path = codes.LOCK) -> Codes:
    """Write links, list and pages; raise SourceError where the lock is broken."""
    pages = codes.pages(site)
    made = codes.assign(codes.read(lock), pages, leads)
    titles: dict[str, str] = {}
    for spots in pages:
        path = site / spots.address / "index.html"
        page = markup.read(path)
        article = page.css_first("main article")
        if article is not None:
            titles |= _mark(article, spots, made)
            if (script := page.css_first("body > script")) is not None:
                script.insert_before(markup.fragment(_TELLS), move=True)
            markup.write(page, path)
    plain_script.write(site / LIST, CALL, dict(sorted(made.leads.items())))
    _write_pages(site, made, titles)
    _fill_go(site, made, pages, titles)
    return made


def _mark(article: Node, spots: codes.Spots, made: Codes) -> dict[str, str]:
    """Put the links on one page; return how each place is called."""
    ids = {node.id: node for node in article.css("[id]") if node.id}
    heading = ids[spots.id]
    page = markup.text(heading)
    titles = {spots.address: page}
    code = made.of[spots.address]
    heading.insert_after(_link(spots.id, code, word("spot_page", code=code)), move=True)
    for place in spots.places:
        address = f"{spots.address.removeprefix('./')}#{place}"
        node, code = ids[place], made.of[address]
        titles[address] = f"{page}: {_put(node, place, code)}"
    return titles


def _put(node: Node, place: str, code: str) -> str:
    """Put the link of one place; return how the place is called."""
    if node.tag in ("h2", "h3", "h4", "dt"):
        name = markup.text(node)
        # a list of terms takes nothing between its terms: the link stands in it
        put = node.insert_child if node.tag == "dt" else node.insert_after
        put(_link(place, code, word("spot_place", title=name, code=code)), move=True)
        return name
    if (number := node.css_first(".fii-item__number")) is not None:
        shown = markup.text(number)
        words = word("spot_item", code=code)
        number.replace_with(
            markup.fragment(
                # no stop of the keyboard between a question and its answers: the table of sources leads here too
                f'<a class="fii-item__number" href="#{escape(place)}" {MARK}="{code}" title="{escape(words)}" '
                f'tabindex="-1" aria-label="{escape(word("item", number=shown))}">'
                f"{escape(shown)}</a>"
            )
        )
        text = node.css_first(".fii-item__text")
        return markup.text(text) if text else shown
    words = word("spot_figure", number=place.rpartition("-")[2], code=code)
    caption = node.css_first("figcaption")
    first = caption.first_child if caption else None
    if first is not None:
        first.insert_before(_link(place, code, words), move=True)
    else:
        node.insert_child(_link(place, code, words), move=True)
    return markup.text(node.css_first("caption, .fii-figure__titel") or node)[:80]


def _link(place: str, code: str, words: str) -> Node:
    return markup.fragment(
        f'<a class="{CLASS}" href="#{escape(place)}" {MARK}="{code}" aria-label="{escape(words)}" '
        f'title="{escape(words)}">{code}</a>'
    )


def _write_pages(site: Path, made: Codes, titles: dict[str, str]) -> None:
    """A small page a code: a host answers /ga/5b.2 with it."""
    name = small_page.site_name(site)
    for code, address in made.leads.items():
        path = site / GO / code / "index.html"
        path.parent.mkdir(parents=True, exist_ok=True)
        title = titles.get(address) or moved.title(site, address)
        lead = f'<a href="../../{escape(address.removeprefix("./"))}" data-fii-onward="">{escape(title)}</a>'
        heading = word("code_title", code=code)
        path.write_text(
            small_page.write(name, "../../", heading, heading, f"<p>{word('code_leads')} {lead}</p>"), "utf-8"
        )


def _fill_go(site: Path, made: Codes, pages: list[codes.Spots], titles: dict[str, str]) -> None:
    """Put the field, and the codes of pages, on the page that leads to a code."""
    path = site / GO / "index.html"
    if not path.is_file():
        return
    page = markup.read(path)
    lines = "".join(
        f'<li><span class="fii-codes__code">{made.of[spots.address]}</span> '
        f'<a href="../{escape(spots.address.removeprefix("./"))}">{escape(titles[spots.address])}</a></li>'
        for spots in pages
    )
    for name, html in (("field", _FIELD), ("pages", f'<ul class="fii-codes">{lines}</ul>')):
        for holder in page.css(f"[data-fii-go-{name}]"):
            holder.replace_with(markup.fragment(f'<div data-fii-go-{name}="">{html}</div>'))
    markup.write(page, path)


def _said(**words: str) -> str:
    """Write sentences as attributes, for the scripts to say."""
    return " ".join(f'data-say-{name.replace("_", "-")}="{escape(WORDS[word])}"' for name, word in words.items())


_FIELD = (
    f'<form class="fii-ga" data-fii-go="" hidden="" autocomplete="off" '
    f"{_said(unknown='go_unknown', empty='go_empty', failed='go_failed')}>"
    f'<label for="fii-ga-code">{word("go_label")}</label><p class="fii-ga__uitleg" id="fii-ga-uitleg">{word("go_hint")}</p>'
    '<p class="fii-ga__veld"><input type="text" dir="auto" id="fii-ga-code" autocapitalize="none" spellcheck="false" '
    f'enterkeyhint="go" aria-describedby="fii-ga-uitleg fii-ga-melding"><button class="fii-button">{word("go_button")}</button></p>'
    '<p class="fii-ga__melding" id="fii-ga-melding" role="alert" data-part="told"></p></form>'
)
_TELLS = (
    f'<div class="fii-plek-zeg" data-fii-spots="" {_said(copied="spot_copied", folder="spot_folder", by_hand="spot_by_hand", by_hand_folder="spot_by_hand_folder")}>'
    '<p role="status" data-part="status"></p>'
    '<dialog class="fii-dialog" aria-labelledby="fii-plek-titel">'
    f'<h2 id="fii-plek-titel" tabindex="-1">{word("spot_title")}</h2><p data-part="told"></p>'
    f'<p class="fii-field"><label for="fii-plek-link">{word("spot_field")}</label>'
    '<input type="text" dir="auto" readonly="" id="fii-plek-link"></p>'
    f'<p class="fii-actions"><button type="button" class="fii-button" data-part="close">{word("spot_close")}</button></p>'
    "</dialog></div>"
)
