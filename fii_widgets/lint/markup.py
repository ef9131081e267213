"""What HTML a page may hold: a table of elements and attributes, and a reader of HTML that takes nothing else for granted.

Judges what Markdown made of a page. Every < must begin a tag of one strict form; so no browser can read it otherwise.
"""

import re
from collections.abc import Iterator
from html import unescape

_NAMED = r"[a-zA-Z][a-zA-Z0-9-]*"
_TAG = re.compile(rf'<(/?)({_NAMED})((?:\s+{_NAMED}(?:="[^"<>]*")?)*)\s*/?>')
_ATTRIBUTE = re.compile(r'\s+([^\s<>="]+)(?:="([^"<>]*)")?')
#: the same as browsers take it, so that a message can name what is wrong at once
_VALUE = r"\"[^\"]*\"|'[^']*'|[^\s\"'<>=`]+"
_LOOSE = re.compile(rf"<(/?)([a-zA-Z][^\s/<>:]*)((?:[\s/]+[^\s/<>=\"']+(?:\s*=\s*(?:{_VALUE}))?)*)[\s/]*>?")
_LOOSE_ATTRIBUTE = re.compile(rf"[\s/]+([^\s/<>=\"']+)(?:\s*=\s*({_VALUE}))?")
_LONGEST = 1_000
#: how the message ends that is about the absence of something
UNCLOSED = " wordt nergens gesloten."
#: what a reader of an address passes over
_IGNORED = re.compile(r"[\x00-\x20\x7f-\xa0\xad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff]")
_SCHEME = re.compile(r"[a-z][a-z0-9+.-]*:", re.I)
_ELSEWHERE = re.compile(r"https?://[a-z0-9.-]+(:[0-9]+)?([/?#].*)?|mailto:[^@/]+@[a-z0-9.-]+", re.I)
_WORDS = re.compile(r"[a-z0-9_-]+(?: [a-z0-9_-]+)*")
#: names that our own layout and that of the theme are built with; a page has these only
_OURS = re.compile(r"(?:fii|md)-.*")
_CLASSES = frozenset(("fii-condities", "fii-figure", "fii-figure--table", "fii-ingangen", "fii-trainer", "fii-uitleg"))

EVERYWHERE = frozenset(("id", "class", "lang", "title"))
#: element → the attributes it may have beside those of every element
ELEMENTS = {
    **dict.fromkeys(
        "abbr blockquote br caption code dd details div dl dt em h1 h2 h3 h4 h5 h6 hr li p pre strong summary sup "  # noqa: SIM905
        "table tbody thead tr ul".split(),
        frozenset[str](),
    ),
    "a": frozenset(("href",)),
    "img": frozenset(("src", "alt", "width", "height")),
    "ol": frozenset(("start",)),
    "td": frozenset(("colspan", "rowspan", "style")),
    "th": frozenset(("colspan", "rowspan", "style", "scope")),
}
_NUMBER = re.compile(r"[0-9]{1,4}")
#: attribute → what its value must be like, where any text will not do
VALUES = {
    "colspan": _NUMBER,
    "height": _NUMBER,
    "id": re.compile(r"[\w:.-]+"),
    "lang": re.compile(r"[a-zA-Z-]{2,12}"),
    "rowspan": _NUMBER,
    "scope": re.compile(r"row|col|rowgroup|colgroup"),
    "start": _NUMBER,
    "style": re.compile(r"text-align: (?:left|right|center);"),  # as Markdown writes a column that is aligned
    "width": _NUMBER,
}

#: elements that hold nothing; those that are refused too, so that they are not missed as unclosed
_VOID = frozenset("area base br col embed frame hr img input link meta param source track wbr".split())  # noqa: SIM905


def faults(html: str) -> Iterator[str]:
    """Yield in an author's words what a piece of HTML holds beside what the tables allow."""
    opened: list[str] = []
    for mark in re.finditer("<", html):
        at = mark.start()
        strict = _TAG.match(html, at)
        tag = strict or _LOOSE.match(html[at : at + _LONGEST])
        if tag is None:
            yield _no_tag(html[at : at + _LONGEST])
            continue
        closing, name = tag[1], tag[2].lower()
        if closing:
            yield from [] if strict else [_no_tag(tag[0])]
            yield from _close(name, opened)
        else:
            wrong = list(_tag(name, tag[3] if strict else _strict(tag[3])))
            yield from wrong if wrong or strict else [_no_tag(tag[0])]
            if name not in _VOID and (name in ELEMENTS or not tag[0].endswith("/>")):
                opened.append(name)
    for name in opened:
        yield from _unclosed(name)


def _close(name: str, opened: list[str]) -> Iterator[str]:
    """Take an element and what stands open in it off the list; yield what is wrong with that."""
    if name not in opened:
        yield f"</{shown(name)}> sluit iets wat niet open staat."
        return
    while (inner := opened.pop()) != name:
        yield from _unclosed(inner)


def _unclosed(name: str) -> Iterator[str]:
    if name in ELEMENTS:  # of another one was told already that it may not be there
        yield f"<{name}>{UNCLOSED}"


def _no_tag(text: str) -> str:
    if text.startswith("<!--"):
        return "'<!--' komt in de pagina terecht. Schrijf een opmerking zo: {# opmerking #}."
    start = shown(re.split(r"[\s>]", text, maxsplit=1)[0])
    return f"'{start}' is geen hele HTML. Schrijf een < die tekst is als &lt;, en een waarde zo: naam=\"waarde\"."


def _strict(attributes: str) -> str:
    """Write attributes as the strict form has them."""
    found = _LOOSE_ATTRIBUTE.findall(attributes)
    return "".join(f' {name}="{value.strip(chr(34) + chr(39))}"' for name, value in found)


def _tag(name: str, rest: str) -> Iterator[str]:
    if name not in ELEMENTS:
        yield f"<{shown(name)}> mag niet in een pagina. Schrijf het in Markdown; welke HTML mag, staat in CONTRIBUTING.md."
        return
    allowed = EVERYWHERE | ELEMENTS[name]
    for attribute, value in _ATTRIBUTE.findall(rest):
        attribute, value = attribute.lower(), unescape(value)
        if attribute not in allowed:
            yield f"'{attribute}' mag niet bij <{name}>. Wel: {', '.join(sorted(allowed))}."
        elif attribute in ("href", "src"):
            yield from _address(attribute, value)
        elif attribute == "class":
            yield from _classes(value)
        elif attribute in VALUES and not VALUES[attribute].fullmatch(value):
            yield f"'{shown(value)}' kan niet bij '{attribute}'."


def _address(attribute: str, value: str) -> Iterator[str]:
    plain = _IGNORED.sub("", value)
    here = plain == value and not _SCHEME.match(plain) and "\\" not in plain and not plain.startswith("//")
    if attribute == "src" and not here:
        yield f"het beeld '{shown(value)}' staat niet in het handboek. Zet het bestand in docs/images."
    elif attribute == "href" and not here and not (plain == value and _ELSEWHERE.fullmatch(value)):
        yield (
            f"het adres '{shown(value)}' mag niet. Een link leidt naar een plek in het handboek, "
            "of begint met https://, http:// of mailto:."
        )


def _classes(value: str) -> Iterator[str]:
    wrong = [name for name in value.split() if _OURS.fullmatch(name) and name not in _CLASSES]
    if wrong or not _WORDS.fullmatch(value):
        yield f"de class '{shown(wrong[0] if wrong else value)}' is niet voor in een pagina."


def shown(value: str, most: int = 80) -> str:
    """Show a value in a message, without characters that a terminal would act on."""
    return "".join(character if character.isprintable() else "\ufffd" for character in value)[:most]
