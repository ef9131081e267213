"""A tree of a dossier, rebuilt along its shape: every part is given with what may stand there. As in shapes/shape-walk.js.

Judges nothing: what is not of its shape is left as it is. Knows no rule.
"""

import re
from collections.abc import Callable
from typing import Any

from fii_widgets.dossier.shapes import ById, ByPath, Maybe
from fii_widgets.shapes.record import Record
from fii_widgets.shapes.shape import ListOf, Shape


def rebuilt(shape: Shape, value: Any, change: Callable[[Shape, Any], Any]) -> Any:
    """Return the value with each part as `change` gives it: first what is inside, then what it stands in."""
    return change(shape, _inside(shape, value, change))


def _inside(shape: Shape, value: Any, change: Callable[[Shape, Any], Any]) -> Any:
    match shape:
        case Maybe():
            return None if value is None else rebuilt(shape.shape, value, change)
        case ListOf() if isinstance(value, list):
            return [rebuilt(shape.shape, one, change) for one in value]
        case Record() if isinstance(value, dict):
            shapes = {key.name: key.shape for key in shape.keys}
            return {key: rebuilt(shapes[key], one, change) if key in shapes else one for key, one in value.items()}
        case ById() if isinstance(value, dict):
            return {id_: rebuilt(shape.shape, one, change) for id_, one in value.items()}
        case ByPath() if isinstance(value, dict):
            return {path: _under(shape, path, one, change) for path, one in value.items()}
        case _:
            return value


def _under(shape: ByPath, path: str, value: Any, change: Callable[[Shape, Any], Any]) -> Any:
    below = next((below for pattern, below in shape.paths if re.fullmatch(pattern, path)), None)
    return rebuilt(below, value, change) if below else value
