"""One instrument's choices → a short fragment for a link, and back. No notes, no times; nothing is applied here.

The fragment is text of letters, digits and - . _ ~ @ : , only, so that mail and chat leave it whole:

    fii1~<instrument>~<checksum>~<prefix>~<choice>:<id>,<id>~<choice>:<id>

Ids stand without the prefix that all of them share. Nothing is compressed: for nine points it is shorter than a
compressed text, it cannot blow up when it is read, and two versions of a compressor cannot make two links.
"""

import binascii
import re
from collections.abc import Collection, Mapping
from dataclasses import dataclass

from fii_widgets.dossier.answers import Answers
from fii_widgets.errors import RequestError
from fii_widgets.instrument.model import Instrument
from fii_widgets.render.markup import element
from fii_widgets.report.cells import row_items
from fii_widgets.words import word

VERSION = "fii1"
LONGEST = 8_192
#: a QR code with more than this is hard to read from a screen or a page
QR_LONGEST = 400
#: modules left empty around a code: without them many cameras do not see it
QUIET = 4
_ALLOWED = re.compile(r"[A-Za-z0-9@._~:,-]*")


@dataclass(frozen=True, kw_only=True)
class Linked:
    """What a link holds."""

    instrument: str  #: id
    choices: Mapping[str, str]  #: item id → choice
    unknown: tuple[str, ...]  #: ids or choices that this edition does not know; left out


def make_fragment(instrument: Instrument, answers: Answers) -> str:
    """Return the fragment, without its #. Raises RequestError where nothing was chosen or the link becomes too long."""
    known = {item.id for item in instrument.items if item.options}
    chosen = {id_: one.choice for id_, one in answers.items() if one.choice and id_.partition("@")[0] in known}
    if not chosen:
        raise RequestError(word("link_empty", title=instrument.title))
    prefix = _shared(min(chosen), max(chosen))
    groups: dict[str, list[str]] = {}
    for id_ in sorted(chosen):
        groups.setdefault(chosen[id_], []).append(id_.removeprefix(prefix))
    body = "~".join([prefix, *(f"{choice}:{','.join(groups[choice])}" for choice in sorted(groups))])
    fragment = f"{VERSION}~{instrument.id}~{_checksum(instrument.id, body)}~{body}"
    if len(fragment) > LONGEST or not _ALLOWED.fullmatch(fragment):
        raise RequestError(word("link_too_long"))
    return fragment


def read_fragment(fragment: str, instruments: Collection[Instrument]) -> Linked:
    """Read a fragment, with or without its #. Raises RequestError on everything but a whole link of this handbook."""
    text = fragment.removeprefix("#")
    parts = text.split("~")
    if len(text) > LONGEST or not _ALLOWED.fullmatch(text) or len(parts) < 5:
        raise RequestError(word("link_broken"))
    version, id_, checksum, prefix, *groups = parts
    if version != VERSION:
        raise RequestError(word("link_newer" if re.fullmatch(r"fii\d+", version) else "link_broken"))
    if checksum != _checksum(id_, "~".join([prefix, *groups])):
        raise RequestError(word("link_broken"))
    instrument = next((one for one in instruments if one.id == id_), None)
    if instrument is None:
        raise RequestError(word("link_unknown"))
    return _read_groups(instrument, prefix, groups)


def _read_groups(instrument: Instrument, prefix: str, groups: Collection[str]) -> Linked:
    items = {item.id: item for item in instrument.items} | row_items(instrument)
    choices: dict[str, str] = {}
    unknown: list[str] = []
    for group in groups:
        choice, _, ids = group.partition(":")
        for one in ids.split(","):
            id_ = f"{prefix}{one}"
            if id_ in choices:
                raise RequestError(word("link_broken"))
            item = items.get(id_)
            if item and item.option(choice):
                choices[id_] = choice
            else:
                unknown.append(id_)
    return Linked(instrument=instrument.id, choices=choices, unknown=tuple(unknown))


def qr_svg(address: str, title: str) -> str:
    """Return an address as a QR code in SVG with a title; its two colours are classes. Raises RequestError above
    QR_LONGEST."""
    import segno  # loaded on demand in the page

    if len(address) > QR_LONGEST:
        raise RequestError(word("link_no_qr"))
    code = segno.make(address, error="m", micro=False)
    rows = [bytes(row) for row in code.matrix_iter(border=QUIET)]
    dark = "".join(f"M{x} {y}h1v1h-1z" for y, row in enumerate(rows) for x, module in enumerate(row) if module)
    size = str(len(rows))
    return element(
        "svg",
        element("title", title),
        element("rect", width=size, height=size, class_="fii-qr__licht"),
        element("path", d=dark, class_="fii-qr__donker"),
        xmlns="http://www.w3.org/2000/svg",
        viewBox=f"0 0 {size} {size}",
        class_="fii-qr",
        role="img",
    )


def _shared(first: str, last: str) -> str:
    """Return what the first and the last of a sorted list begin with, and so all between them."""
    length = 0
    while length < min(len(first), len(last)) and first[length] == last[length]:
        length += 1
    return first[:length]


def _checksum(instrument: str, body: str) -> str:
    """Enough to notice a link that was cut off or typed over; it protects against nobody."""
    return f"{binascii.crc32(f'{instrument}~{body}'.encode()):08x}"
