"""Calls that a page really makes, one of every kind for every instrument: they decide what the archive holds."""

from importlib.util import find_spec

#: the only module that JavaScript may call
START = "fii_widgets.browser" if find_spec("fii_widgets.browser") else "fii_widgets.report.summary"


def representative() -> list[str]:
    """Return request texts, among them broken ones: refusing must work in the page as well."""
    return []
