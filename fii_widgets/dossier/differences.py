"""Files that are merged → what came in, and where they say different things, as data. Pure; knows no words.

Whether a file had already seen the other value (it stands among its versions) tells an update from a difference.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from fii_widgets.dossier.forgotten import Forgotten, joined, set_at, since
from fii_widgets.dossier.merge import content_of, later, merge, registers, winner
from fii_widgets.dossier.records import Dossier, Member, Value


@dataclass(frozen=True, kw_only=True)
class Told:
    """What one file says about a register."""

    whose: int  #: which of the files
    value: Value


@dataclass(frozen=True, kw_only=True)
class Difference:
    """A register about which two or more files say something else, without one knowing of the other."""

    path: str
    told: tuple[Told, ...]  #: one for each different value, with the file that said it last
    kept: Value  #: what stands after merging


def differences(dossiers: Sequence[Dossier]) -> Iterator[Difference]:
    """Yield the registers in which files differ, by path; of what was forgotten nothing is told.

    Guarantees: none for files that are each other's update.
    """
    team = len({dossier.member for dossier in dossiers}) > 1 or not dossiers[0].member
    placed = [_placed(dossier, team) for dossier in dossiers]
    gone = joined(dossier.forgotten.items() for dossier in placed)
    stands = [dict(_left(dossier, gone)) for dossier in placed]
    seen = [_seen(dossier) for dossier in placed]
    for path in sorted({path for values in stands for path in values}):
        claims = _told(path, stands)
        if len(claims) < 2:
            continue
        kept = winner([claim.value for claim in claims.values()])
        known = seen[claims[_said(kept)].whose].get(path, set())
        others = [claim for content, claim in claims.items() if content != _said(kept) and content not in known]
        if others:
            yield Difference(path=path, told=(claims[_said(kept)], *others), kept=kept)


def _left(dossier: Dossier, gone: Forgotten) -> Iterator[tuple[str, Value]]:
    return ((path, value) for path, value in _standing(dossier) if not gone or set_at(value) > since(gone, path))


def _told(path: str, stands: Sequence[Mapping[str, Value]]) -> dict[str, Told]:
    """Give each different value of a register, by its content, with the file that said it last."""
    claims: dict[str, Told] = {}
    for whose, values in enumerate(stands):
        if path in values:
            value = values[path]
            known_as = claims.get(_said(value))
            if known_as is None or later(value, known_as.value):
                claims[_said(value)] = Told(whose=whose, value=value)
    return claims


def _said(value: Value) -> str:
    """What a value says. Which lists a member was asked last is no opinion: a file of before that differs in nothing."""
    return content_of(replace(value, asked="", given="") if isinstance(value, Member) else value)


def renewed(base: Dossier, after: Dossier) -> int:
    """Count the registers that another file brought or renewed; the two were merged already."""
    before = dict(_standing(_placed(base, not after.member)))
    return sum(1 for path, value in _standing(after) if before.get(path) != value)


def _placed(dossier: Dossier, team: bool) -> Dossier:
    """Put a member's own answers where they stand in the team's dossier."""
    return merge(dossier, Dossier(edition=dossier.edition)) if team and dossier.member else dossier


def _standing(dossier: Dossier) -> Iterator[tuple[str, Value]]:
    return registers(replace(dossier, versions={}))


def _seen(dossier: Dossier) -> dict[str, set[str]]:
    return {path: {_said(value) for value in values} for path, values in dossier.versions.items()}
