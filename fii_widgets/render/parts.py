"""Small pieces that summaries, reports and pictures share: a mark, a heading, a list, a table. No answers, no words."""

from collections.abc import Iterable, Sequence

from fii_widgets.render.markup import Child, Html, element


def mark(shape: str) -> list[Child]:
    """Return the mark of a choice and the blank behind it; nothing for a choice without a light."""
    if shape in ("", "vrij"):
        return []
    return [element("span", class_=f"fii-shape fii-shape--{shape}", aria_hidden="true"), " "]


def heading(level: int, words: str) -> Html:
    """Return a heading; six is the deepest there is."""
    return element(f"h{min(level, 6)}", words)


def later(title: str, name: str, *, is_open: bool = False) -> Html:
    """Return a fold that the page fills when it is opened, and empties again: there is too much of it to keep there."""
    return element("details", element("summary", title), class_="fii-meer", data_fii_later=name, open=is_open)


def bullets(rows: Iterable[Child], kind: str = "") -> Html | None:
    """Return a list, or nothing."""
    items = [element("li", row) for row in rows]
    return element("ul", items, class_=kind or None) if items else None


def grid(
    caption: str, columns: Iterable[str], rows: Iterable[Html], kind: str | None = None, **attributes: bool
) -> Html:
    """Return a table of rows that are made already, under a row of headings."""
    return element(
        "table",
        element("caption", caption),
        element("thead", element("tr", [element("th", one, scope="col") for one in columns])),
        element("tbody", rows),
        class_=kind,
        **attributes,
    )


def table(caption: str, columns: Sequence[str], rows: Iterable[Sequence[Child]], kind: str = "") -> Html:
    """Return a table; the first cell of a row heads it. Each cell says its column, for a page too narrow for columns."""
    body = [
        element(
            "tr",
            element("th", first, scope="row"),
            [
                element("td", element("span", f"{column}: ", class_="fii-rows-table__rij"), cell)
                for column, cell in zip(columns[1:], rest, strict=True)
            ],
        )
        for first, *rest in rows
    ]
    return grid(caption, columns, body, f"fii-rows-table {kind}".strip())
