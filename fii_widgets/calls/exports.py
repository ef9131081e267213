"""Operations that make a file of a dossier, or a link of an instrument."""

from base64 import b64encode

from fii_widgets.calls import given
from fii_widgets.calls.given import Reply, Request
from fii_widgets.dossier.answers import read_answers
from fii_widgets.export.files import Wanted, make_file
from fii_widgets.export.link import make_fragment, qr_svg, read_fragment
from fii_widgets.export.parts.safe import cleaned
from fii_widgets.render.reports.paper import paper_html
from fii_widgets.report.papers.choice import offers
from fii_widgets.report.papers.make import build


def _export(request: Request) -> Reply:
    """Make a file. For a workbook (xlsx) the page adds the part "export" of the runtime first."""
    texts = ("kind", "format", "of", "site", "at")
    wanted = Wanted(**{key: given.text(request, key) for key in texts}, carry=bool(request.get("carry")))
    dossier = given.dossier(request)
    made = make_file(wanted, given.instruments(request), dossier)
    content = b64encode(made.content).decode("ascii")
    return {"name": made.name, "type": made.type, "base64": content, "forgotten": made.forgotten}


def _papers(request: Request) -> Reply:
    """Say which papers can be made of a dossier, and what is missing for the others."""
    found = offers(given.instruments(request), given.dossier(request))
    return {"papers": [{"kind": one.kind, "missing": one.missing, "of": [list(of) for of in one.of]} for one in found]}


def _paper(request: Request) -> Reply:
    """Give a paper as HTML, to be read or printed. Links are left out: paper cannot follow them."""
    kind, of = given.text(request, "kind"), given.text(request, "of")
    made = cleaned(build(kind, given.instruments(request), given.dossier(request), of))
    return {"html": paper_html(made, given.level(request))}


def _link(request: Request) -> Reply:
    instrument = given.instrument(request.get("instrument"))
    return {"fragment": make_fragment(instrument, read_answers(request.get("answers", {})))}


def _link_read(request: Request) -> Reply:
    linked = read_fragment(given.text(request, "fragment"), given.instruments(request))
    return {"instrument": linked.instrument, "choices": dict(linked.choices), "unknown": list(linked.unknown)}


def _qr(request: Request) -> Reply:
    """Draw a code; this needs the part "export" as well."""
    return {"svg": qr_svg(given.text(request, "address"), given.text(request, "title"))}


OPERATIONS = {
    "papers": _papers,
    "paper": _paper,
    "export": _export,
    "link": _link,
    "link_read": _link_read,
    "qr": _qr,
}
