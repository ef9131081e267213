"""Pages and instruments against each other, in the authors' words; every problem at once. Changes nothing."""

from fii_widgets.lint.check import advice, check
from fii_widgets.lint.unsafe import unsafe

__all__ = ["advice", "check", "unsafe"]
