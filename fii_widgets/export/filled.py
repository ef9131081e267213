"""Which instruments an example dossier fills, each as the fragment of a link with its choices. Opens no file, knows no page."""

from collections.abc import Iterable, Mapping

from fii_widgets.dossier.answers import Answers
from fii_widgets.export.link import make_fragment
from fii_widgets.instrument.model import Instrument

type Filled = Mapping[str, Mapping[str, str]]


def filled(instruments: Iterable[Instrument], examples: Mapping[str, Answers]) -> Filled:
    """Return instrument → name of the example → fragment, both in the order given.

    The fragment is empty where an example only wrote something: a link carries choices and no text. Instruments that
    no example touches are left out. Raises RequestError where the choices make too long a link.
    """
    found: dict[str, dict[str, str]] = {}
    for instrument in instruments:
        items = {item.id: bool(item.options) for item in instrument.items}
        for name, answers in examples.items():
            own = {id_: one for id_, one in answers.items() if id_.partition("@")[0] in items}
            if any(one.choice and items[id_.partition("@")[0]] for id_, one in own.items()):
                found.setdefault(instrument.id, {})[name] = make_fragment(instrument, own)
            elif any(one.note for one in own.values()):
                found.setdefault(instrument.id, {})[name] = ""
    return found
