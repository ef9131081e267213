"""The page says of every decision what paper says: the same dossiers as Python makes them, asked of decided.js."""

from dataclasses import replace
from pathlib import Path

from fii_widgets.dossier.merge import merge
from fii_widgets.dossier.records import Dossier, Review
from fii_widgets.dossier.write import tree
from fii_widgets.report.meetings.decisions import decided
from tests.site.store.test_dossier_state_script import SOON, in_node
from tests.unit.report.meetings.test_decisions import DECEMBER, FIRST, JANUARY, Text, at, held, said

TODAY = "2026-12-06"
ASK = f"""
  const {{ decidedOf, isDue }} = await script('facts/decided');
  const {{ registers }} = await script('file/dossier-registers');
  return given.trees.map((tree) => {{
    const found = registers(tree);
    const under = (path) => [...found].filter(([id]) => id.startsWith(path) && !id.includes('/', path.length)).map(([id, value]) => [id.slice(path.length), value]);
    return decidedOf({{ registers: found, under }}).map((one) => [one.key, one.date, one.text, one.standing, one.again, one.by.map(({{ date, text }}) => [date, text]), isDue(one, '{TODAY}')]);
  }});
"""


def python(dossier: Dossier) -> list[list[object]]:
    return [
        [
            f"{one.review}/{one.id}",
            one.date,
            one.text,
            str(one.standing),
            one.again,
            [list(pair) for pair in one.by],
            one.is_due(TODAY),
        ]
        for one in decided(dossier)
    ]


def cases() -> list[Dossier]:
    second = held(FIRST, "r-2", DECEMBER, d_4=Text(at=at(DECEMBER), text="Wij kopen.", replaces="r-1/d-1"))
    lapsed = said(said(second, "c-1", DECEMBER, "d-2", again="2027-03-01"), "c-2", JANUARY, "d-2", lapsed=True)
    review = lapsed.reviews["r-1"]
    undone = {**review.corrections, "c-2": replace(review.corrections["c-2"], removed=True)}
    gone = {**review.decisions, "d-1": replace(review.decisions["d-1"], at=at(JANUARY), removed=True)}
    never = {**review.decisions, "d-9": Text(at=at(JANUARY), text="Nooit in het verslag.", removed=True)}
    itself = Review(
        at=at(JANUARY), date=JANUARY, decisions={"d-7": Text(at=at(JANUARY), text="Rond", replaces="r-3/d-7")}
    )
    twice = Review(
        at=at(JANUARY), date=JANUARY, decisions={"d-8": Text(at=at(JANUARY), text="Ook.", replaces="r-1/d-1")}
    )
    given = Text(at=at(JANUARY), text="Wij huren de zaal.", again="2026-12-01")
    laptop = Review(at=at(JANUARY), date="2026-11-22", phases=(1,), decisions={"d-1": given})
    return [
        FIRST,
        second,
        lapsed,
        replace(lapsed, reviews={**lapsed.reviews, "r-1": replace(review, corrections=undone)}),
        replace(lapsed, reviews={**lapsed.reviews, "r-1": replace(review, decisions=gone)}),
        replace(lapsed, reviews={**lapsed.reviews, "r-1": replace(review, decisions=never)}),
        replace(lapsed, reviews={**lapsed.reviews, "r-3": itself}),
        replace(lapsed, reviews={**lapsed.reviews, "r-3": twice}),
        replace(lapsed, reviews={**lapsed.reviews, "r-3": replace(twice, removed=True)}),
        merge(FIRST, replace(FIRST, reviews={"r-1": laptop})),
        merge(said(FIRST, "c-1", DECEMBER, "d-1", lapsed=True), said(FIRST, "c-2", JANUARY, "d-1", again="2026-12-01")),
    ]


def test_the_page_says_of_every_decision_what_paper_says(tmp_path: Path) -> None:
    found = in_node(tmp_path, ASK, trees=[tree(one) for one in cases()])
    assert found == [python(one) for one in cases()]
    assert {row[3] for rows in found for row in rows} == {"geldt", "vervangen", "vervallen", "weggehaald"}


def test_what_is_said_last_is_the_latest_whatever_clock_wrote_the_line_before(tmp_path: Path) -> None:
    found = in_node(
        tmp_path,
        """
        const state = await begun();
        const { DecisionActs } = await script('records/decision-acts');
        document.documentElement = { lang: 'nl' };
        const acts = new DecisionActs({ state, tell: () => undefined }, () => undefined);
        acts.holds({ review: 'r-1', id: 'd-1', text: 'Wij huren.', said: [{ path: 'x', at: given.before }] });
        const [[path, value]] = [...state.registers];
        return [path.split('/').slice(0, 3), value.about, Date.parse(value.at) > Date.parse(given.before)];
        """,
        before=SOON,
    )
    assert found == [["reviews", "r-1", "corrections"], "d-1", True]
