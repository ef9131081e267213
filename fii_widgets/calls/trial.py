"""Operation of the proefbank: an author's text. The only one that needs the reader of YAML."""

from collections.abc import Mapping

from fii_widgets.calls import given
from fii_widgets.calls.given import Reply, Request
from fii_widgets.render.form.place import Place

#: before every name and id of a form on trial; the insertion point in the page refuses others
NAMES = "proef-"


def _try(request: Request) -> Reply:
    # Only here: the page of the proefbank loads the reader of YAML beside this package, other pages do not.
    from fii_widgets.render.form.trial import try_out

    known = request.get("known")
    place = Place(root=given.text(request, "root"), names=NAMES, level=given.level(request))
    return try_out(given.text(request, "text"), known if isinstance(known, Mapping) else {}, place)


OPERATIONS = {"try": _try}
