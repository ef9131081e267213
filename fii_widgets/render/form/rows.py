"""The rows of a section as paper has them: a head with what is asked, what can be chosen, and empty lines.

On screen, and on paper where something was filled in, the rows come from the form; here are no controls and no answers.
"""

from collections.abc import Mapping

from fii_widgets.instrument.model import Item, Rows, Section
from fii_widgets.render.markup import Html, element
from fii_widgets.words import word


def row_heading(rows: Rows, row: int) -> str:
    """How a row is called on the form: "Kandidaat 2". The scripts rely on the number being its end."""
    return word("row", noun=rows.noun, row=row)


def row_choices(section: Section, numbers: Mapping[str, int]) -> Html | None:
    """Return what can be written in the columns of choices, once: "Bij 2: Ja · Nee"."""
    columns: dict[str, list[str]] = {}
    for item in section.items:
        if item.options:
            columns.setdefault(" · ".join(option.label for option in item.options), []).append(str(numbers[item.id]))
    lines = [
        element("span", word("row_choices", numbers=", ".join(found), choices=words))
        for words, found in columns.items()
    ]
    return element("p", lines, class_="fii-rij-keuzes", aria_hidden="true") if lines else None


def row_head(section: Section, numbers: Mapping[str, int]) -> Html:
    """Return the columns: number and sentence."""
    return element(
        "div",
        element(
            "p",
            element("b", ""),
            [element("span", f"{numbers[item.id]} {item.text}", class_=column_class(item)) for item in section.items],
        ),
        class_="fii-rij-kop",
        aria_hidden="true",
    )


def rows_on_paper(section: Section) -> Html:
    """Return an empty line for each row behind the first; the scripts put the rows of the form in their place."""
    cells = [element("i", class_=column_class(item)) for item in section.items]
    most = section.rows.most if section.rows else 1
    lines = [element("div", element("p", element("b", str(row)), cells)) for row in range(2, most + 1)]
    return element("div", lines, class_="fii-rijen-leeg", aria_hidden="true", data_fii_paper_rows=True)


def column_class(item: Item) -> str:
    """How wide an item's column is."""
    return f"fii-kolom--{item.input.value}"
