"""A dossier → the dossier that a reader sees: without what was taken away. Pure; what is kept and merged is the whole."""

from collections.abc import Mapping
from dataclasses import replace

from fii_widgets.dossier.records import Action, Dossier, Review, ReviewState, Round, Text, Topic


def shown(dossier: Dossier) -> Dossier:
    """Return the dossier without what was removed, and without meetings that nobody began yet (see report/meetings/coming).

    A closed meeting keeps its decisions: it is told as it was, and what was taken away later is told under it.
    """
    reviews = {
        id_: replace(one, decisions=_left(one.decisions)) if one.state is ReviewState.OPEN else one
        for id_, one in _left(dossier.reviews).items()
        if one.state is not ReviewState.PLANNED
    }
    actions, topics, rounds = _left(dossier.actions), _left(dossier.topics), _left(dossier.rounds)
    return replace(dossier, actions=actions, topics=topics, rounds=rounds, reviews=reviews)


def _left[T: (Action, Review, Round, Text, Topic)](records: Mapping[str, T]) -> dict[str, T]:
    return {id_: one for id_, one in records.items() if not one.removed}
