"""Pages and instruments against each other, in the authors' words; every problem at once. Changes nothing."""

from fii_widgets.lint.check import advice, check

__all__ = ["advice", "check"]
