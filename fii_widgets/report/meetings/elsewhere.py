"""What changed between two meetings in the lists that neither of them looked at. Pure."""

from collections.abc import Iterator, Sequence

from fii_widgets.dossier.merge import instant
from fii_widgets.dossier.records import Dossier, Review, ReviewState
from fii_widgets.instrument.model import Instrument


def elsewhere(
    dossier: Dossier, review: Review, previous: Review | None, instruments: Sequence[Instrument]
) -> Iterator[tuple[str, int]]:
    """Count what changed in other instruments between the two reviews."""
    if previous is None:
        return
    start = instant(previous.at)
    end = instant(review.at) if review.state is ReviewState.CLOSED else "9999"
    fresh = {id_.partition("@")[0] for id_, one in dossier.answers.items() if start < instant(one.at) <= end}
    for instrument in instruments:
        if not (instrument.phase in review.phases and instrument.id.startswith("stoplicht-")):
            n = len(fresh & _ids(instrument))
            if n:
                yield instrument.title, n


def _ids(instrument: Instrument) -> set[str]:
    return {
        *(field.id for field in instrument.fields),
        *(item.id for item in instrument.items),
        *(f"{item.id}-{line.id}" for item in instrument.items for line in instrument.asked),
    }
