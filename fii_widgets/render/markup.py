"""The one place where text becomes HTML. Everything is escaped unless it is already Html."""

from collections.abc import Iterable
from html import escape

VOID = frozenset({"br", "hr", "img", "input", "meta", "link"})


class Html(str):
    """Text that is safe to put in a page as it stands. Made only by this module's functions."""

    __slots__ = ()


type Child = str | Html | Iterable[Child] | None


def text(value: str) -> Html:
    """Escape a text for use between tags or in an attribute."""
    return Html(escape(value, quote=True))


def spaced(parts: Iterable[Child]) -> list[Child]:
    """Put a blank between parts: where nothing but the style parts them, they would be one word."""
    return [piece for part in parts for piece in (" ", part)][1:]


def join(children: Iterable[Child]) -> Html:
    """Put children behind each other; plain strings are escaped, None is nothing."""
    parts: list[str] = []
    for child in children:
        if child is None:
            continue
        if isinstance(child, Html):
            parts.append(child)
        elif isinstance(child, str):
            parts.append(escape(child, quote=True))
        else:
            parts.append(join(child))
    return Html("".join(parts))


def element(tag: str, /, *children: Child, **attributes: str | int | bool | None) -> Html:
    """Return an element. `class_` is class, `data_fii_id` is data-fii-id; True is a bare attribute,
    None and False leave it out."""
    parts = [tag]
    if tag == "textarea" or (tag == "input" and attributes.get("type") in ("text", "search")):
        attributes.setdefault("dir", "auto")  # a reader may write in any script
    for name, value in attributes.items():
        if value is None or value is False:
            continue
        name = name.rstrip("_").replace("_", "-")
        parts.append(name if value is True else f'{name}="{escape(str(value), quote=True)}"')
    opening = f"<{' '.join(parts)}>"
    return Html(opening) if tag in VOID else Html(f"{opening}{join(children)}</{tag}>")
