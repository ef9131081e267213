"""The links and pictures of one page: do they lead to a page, a file and an id that exist. Opens no files.

The build sees the same, but only at the end and without a line; here an author reads it at the line itself.
"""

import posixpath
import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import get_close_matches
from html import unescape

from fii_widgets.errors import Problem, did_you_mean
from fii_widgets.handbook.pages import Page, outside_code
from fii_widgets.lint.calls import calls
from fii_widgets.lint.markup import shown

_TARGET = re.compile(r"(!?)\[[^\]]*\]\(\s*<?([^)\s>]+)")
_NAMELESS = re.compile(r"(?<!!)\[\s*\]\([^)]")
_REFERENCE = re.compile(r"()^ {0,3}\[[^\]^]+\]:\s+<?([^\s>]+)")
_HTML = re.compile(r"()<a\s[^>]*href=\"(#[^\"]*)\"")
_CODE = re.compile(r"`[^`]*`")
_ELSEWHERE = re.compile(r"[a-z][a-z0-9+.-]*:|//|\{\{", re.I)
_IDS = re.compile(r"\{:[^}]*?#([\w-]+)[^}]*\}|\sid=\"([\w-]+)\"")
#: macros whose ids only the build knows; those of an instrument and a figure are known here
_MADE = frozenset(
    (
        "beslistabel",
        "bijeenkomst",
        "codelijst",
        "codeveld",
        "dossier",
        "fasen_in_tekst",
        "instrumenten",
        "proefbank",
        "voorbeelden",
    )
)


@dataclass(frozen=True)
class Targets:
    """What links can lead to."""

    pages: Mapping[str, frozenset[str] | None]  #: file below docs → its ids; None where only the build knows them
    files: Collection[str]  #: all other files below docs
    #: what was published: file → ids. Where one of these is gone, that is told there (promises)
    published: Mapping[str, frozenset[str]] = field(default_factory=dict)

    def was_published(self, file: str, anchor: str) -> bool:
        """Tell whether there was such a place."""
        names = (file, f"{file.removesuffix('/index.md')}.md")
        return any(name in self.published and (not anchor or anchor in self.published[name]) for name in names)


def ids_of(
    page: Page, instruments: Mapping[str, Collection[str] | None], published: Collection[str] = ()
) -> frozenset[str] | None:
    """Return the ids of a page as the build will give them; instruments: id → ids of its form, None where unknown.

    published: the ids that the page had; without them nothing is known of a page whose macros make ids.
    """
    called = calls(page)
    if any(call.name in _MADE and not published for call in called):
        return None
    if any(call.name == "instrument" and instruments.get(call.first, ()) is None for call in called):
        return None
    found = {heading.id for heading in page.headings if heading.id}
    found |= {id_ for match in _IDS.finditer(page.text) for id_ in match.groups() if id_}
    for call in called:
        found |= {call.first, *(instruments.get(call.first) or ())}
    made = published if any(call.name in _MADE for call in called) else ()
    return frozenset((found | {*made}) - {""})


def check_links(page: Page, targets: Targets) -> Iterator[Problem]:
    """Yield every link and picture of a page that leads nowhere, with the nearest that exists."""
    for number, line in outside_code(page.text.splitlines(), page.body_line):
        text = _CODE.sub("", line)
        if _NAMELESS.search(text):
            yield Problem(
                f"docs/{page.file}", number, "deze link heeft geen tekst. Schrijf tussen [ en ] waar die heen gaat."
            )
        for mark, target in (found.groups() for rule in (_TARGET, _REFERENCE, _HTML) for found in rule.finditer(text)):
            target = "".join(unescape(target).split())
            if not _ELSEWHERE.match(target) and (wrong := _wrong(page, mark, target, targets)):
                yield Problem(f"docs/{page.file}", number, wrong)


def _wrong(page: Page, mark: str, target: str, targets: Targets) -> str:
    what = "het beeld" if mark else "de link"
    path, _, anchor = target.partition("#")
    told = shown(target)
    if path.startswith("/"):
        return f"{what} '{told}' begint met een /. Schrijf de weg vanaf dit bestand, bijvoorbeeld ../model/index.md."
    here = posixpath.dirname(page.file)
    file = posixpath.normpath(posixpath.join(here, path)) if path else page.file
    if file not in targets.pages:
        known = [*targets.pages, *targets.files]
        if targets.was_published(file, ""):
            return ""
        return "" if file in known else f"{what} '{told}' leidt nergens heen: {_missing(file, here, known)}"
    ids = targets.pages[file]
    if not anchor or ids is None or anchor in ids or targets.was_published(file, anchor):
        return ""
    near = did_you_mean(anchor, sorted(ids))
    return f"de link '{told}' leidt nergens heen: op docs/{file} staat geen id '{shown(anchor)}'.{near}"


def _missing(file: str, here: str, known: list[str]) -> str:
    """Say which file is not there, and which of the same name or nearly that is, as the author must write it."""
    inside = [f"{file}.md", f"{file}/index.md"]
    same = [one for one in known if one in inside or posixpath.basename(one) == posixpath.basename(file)]
    near = [one for one in same if one in inside] or get_close_matches(file, known, n=1, cutoff=0.6) or same
    advice = f" Bedoelde u '{posixpath.relpath(near[0], here or '.')}'?" if near else ""
    return f"docs/{shown(file)} bestaat niet.{advice}"
