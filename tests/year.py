"""A year of a team of five, as a script: what each member chose every fortnight, and what they held at the table.

The same each time. `held` does at the desk what the page does with the same files. Checks nothing itself.
"""

import random
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from functools import cache

from fii_widgets.dossier.answers import Answer
from fii_widgets.dossier.merge import content_of, merge, registers
from fii_widgets.dossier.records import Action, ActionState, Dossier, Member, Openness, Review, Rhythm, Side, Text
from fii_widgets.instrument.model import Checklist, Instrument
from fii_widgets.report.meetings.review import close
from tests.written import instruments

FORTNIGHTS = 26
PHASES = 6
FIRST = date(2026, 1, 12)
#: id → (how the team calls them, role, side)
TEAM = {
    "m-1": ("PL", "projectleider", Side.GIVING),
    "m-2": ("OG", "opdrachtgever", Side.GIVING),
    "m-3": ("TL", "teamleider", Side.RECEIVING),
    "m-4": ("Wijkteam A", "uitvoerders", Side.RECEIVING),
    "m-5": ("Wijkteam B", "uitvoerders", Side.RECEIVING),
}


@dataclass(frozen=True, kw_only=True)
class Fortnight:
    """What happens in two weeks."""

    number: int  #: 1–26
    day: str  #: of the meeting
    phases: tuple[int, ...]  #: in play: those that were reached; the team keeps looking whether all are still green
    given: Mapping[str, Mapping[str, str]]  #: member → what they choose in their own copy, the day before
    lights: Mapping[str, str]  #: the lights that the team sets together at the table
    decision: str
    action: str
    owner: str

    @property
    def at(self) -> str:
        """The moment of the meeting."""
        return f"{self.day}T10:00:00.000Z"


@cache
def year() -> tuple[Fortnight, ...]:
    """Return the script."""
    found: list[Fortnight] = []
    chosen: dict[str, dict[str, str]] = {who: {} for who in (*TEAM, "team")}
    for number in range(1, FORTNIGHTS + 1):
        phases = tuple(range(1, 2 + (number - 1) * PHASES // FORTNIGHTS))
        lights = [one for one in instruments() if one.id.startswith("stoplicht-") and one.phase in phases]
        also = [_others()[(2 * number + n) % len(_others())] for n in (0, 1)]
        given = {who: _chosen(f"{number} {who}", (*lights, *also), chosen[who]) for who in TEAM}
        found.append(
            Fortnight(
                number=number,
                day=(FIRST + timedelta(weeks=2 * (number - 1))).isoformat(),
                phases=phases,
                given=given,
                lights=_chosen(f"{number} team", lights, chosen["team"]),
                decision=f"Besluit {number}: wij gaan door & kijken over twee weken weer.",
                action=f"Actie {number}: bellen",
                owner=TEAM[f"m-{1 + number % len(TEAM)}"][0],
            )
        )
    return tuple(found)


@cache
def _others() -> tuple[Instrument, ...]:
    """Every instrument with choices but the stoplights; members fill in two each fortnight."""
    found = (one for one in instruments() if isinstance(one, Checklist) and not one.id.startswith("stoplicht-"))
    return tuple(one for one in found if _choices(one))


def _choices(instrument: Instrument) -> dict[str, list[str]]:
    """Where something can be chosen, and what; of rows the first two."""
    found = {}
    for section in instrument.sections if isinstance(instrument, Checklist) else ():
        for row in (1, 2) if section.rows else (0,):
            for item in section.items:
                if item.options:
                    found[f"{item.id}@{row}" if row else item.id] = [option.id for option in item.options]
    return found


def _chosen(seed: str, asked: Iterable[Instrument], before: dict[str, str]) -> dict[str, str]:
    """Choose where nothing was chosen, and one in four times something else; `before` learns it."""
    chance = random.Random(seed)
    found = {}
    for item, options in (pair for one in asked for pair in _choices(one).items()):
        if item not in before or chance.random() < 1 / 4:
            found[item] = chance.choice([option for option in options if option != before.get(item)])
    before |= found
    return found


def start() -> Dossier:
    """Return the team's dossier before its first review: who is in it, and how often they meet."""
    at = f"{(FIRST - timedelta(days=7)).isoformat()}T10:00:00.000Z"
    return Dossier(
        edition="handboek-fii",
        content="0.1.0",
        saved=at,
        name=Text(at=at, text="Een jaar"),
        rhythm=Text(at=at, text=Rhythm.TWO_WEEKS),
        team=Text(at=at, text=Openness.OPEN),
        members=_members(at),
    )


def _members(at: str) -> dict[str, Member]:
    return {id_: Member(at=at, label=label, role=role, side=side) for id_, (label, role, side) in TEAM.items()}


def copies(fortnight: Fortnight) -> list[Dossier]:
    """Return the five files of a fortnight: of each member their own answers until now, and nothing of the others."""
    before = start()
    found = []
    for who in TEAM:
        answers: dict[str, Answer] = {}
        for one in year()[: fortnight.number]:
            at = f"{(date.fromisoformat(one.day) - timedelta(days=1)).isoformat()}T09:30:00.000Z"
            answers |= {item: Answer(choice=choice, at=at) for item, choice in one.given[who].items()}
        saved = max(answer.at for answer in answers.values())
        own = {who: before.members[who]}
        found.append(replace(before, saved=saved, member=who, members=own, answers=dict(sorted(answers.items()))))
    return found


def hold(dossier: Dossier, fortnight: Fortnight) -> Dossier:
    """Merge the five files, set the lights, decide, agree on an action, end an earlier one, and close the review."""
    together = merge(dossier, *copies(fortnight))
    at, id_ = fortnight.at, f"r-{fortnight.number:02}"
    lights = {item: Answer(choice=choice, at=at) for item, choice in fortnight.lights.items()}
    review = Review(
        at=at, date=fortnight.day, phases=fortnight.phases, decisions={"d-1": Text(at=at, text=fortnight.decision)}
    )
    action = Action(at=at, text=fortnight.action, owner=fortnight.owner, review=id_)
    ended = {
        key: replace(one, at=at, state=ActionState.DONE)
        for key, one in together.actions.items()
        if one.state is ActionState.OPEN
    }
    held = replace(
        together,
        saved=at,
        answers={**together.answers, **lights},
        reviews={**together.reviews, id_: review},
        actions={**together.actions, **ended, f"a-{fortnight.number:02}": action},
    )
    closed = close(held, id_, instruments(), at)
    return merge(replace(held, reviews={**held.reviews, id_: closed}))


@cache
def held(many: int = FORTNIGHTS) -> Dossier:
    """Return the team's dossier after this many fortnights."""
    return hold(held(many - 1), year()[many - 1]) if many else merge(start())


def vanished(dossier: Dossier, many: int) -> list[str]:
    """Name what somebody filled in and what is nowhere in the dossier any more."""
    said = {(path, content_of(value)) for path, value in registers(dossier)}
    gone = []
    for fortnight in year()[:many]:
        for who, given in fortnight.given.items():
            wanted = {f"members/{who}/{item}": content_of(Answer(choice=choice)) for item, choice in given.items()}
            gone += [f"{fortnight.number} {path}" for path, content in wanted.items() if (path, content) not in said]
    return gone


def lights(many: int) -> dict[str, str]:
    """The lights of the team after this many fortnights."""
    found: dict[str, str] = {}
    for fortnight in year()[:many]:
        found |= fortnight.lights
    return dict(sorted(found.items()))
