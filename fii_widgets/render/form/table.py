"""A decision tree → the table that the guide prints. No answers, no files."""

from fii_widgets.instrument.tree import DecisionTree, Outcome
from fii_widgets.render.markup import Html, element, join
from fii_widgets.render.reports.summary import links
from fii_widgets.words import word


def decision_table(tree: DecisionTree, id_: str, root: str) -> Html:
    """Return the figure: every combination has a cell; a cell the source leaves empty says so."""
    if tree.table is None or len(tree.questions) != 2:
        return Html("")
    down, across = tree.questions
    by_answers = {frozenset(outcome.when): outcome for outcome in tree.outcomes}
    head = element(
        "tr", element("td", class_="fii-corner"), [element("th", title, scope="col") for _, title in tree.table.columns]
    )
    rows = [
        element(
            "tr",
            element("th", row_title, scope="row"),
            [
                _cell(by_answers[frozenset({(down.id, row), (across.id, column)})], root)
                for column, _ in tree.table.columns
            ],
        )
        for row, row_title in tree.table.rows
    ]
    caption = element("caption", element("strong", f"{word('figure')}."), " ", tree.table.caption)
    return element(
        "div",
        element("table", caption, element("thead", head), element("tbody", rows)),
        class_="fii-figure fii-figure--table",
        id=id_,
    )


def _cell(outcome: Outcome, root: str) -> Html:
    if not outcome.advice:
        return element("td", element("em", word("empty_cell")), class_="fii-empty")
    return element(
        "td",
        join(
            [
                element("strong", outcome.title),
                element("br"),
                outcome.text,
                element("br"),
                links(outcome.read, root, ""),
            ]
        ),
    )
