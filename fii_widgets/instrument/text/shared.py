"""A tree whose scales and links stand in it once ↔ a whole tree: what a page carries is light, what is parsed is whole.

The build shares a tree before it goes into a page; the browser spreads it before the parser reads it.
Knows no page and no instrument; both functions are pure.
"""

from collections.abc import Callable, Mapping
from typing import Any

SCALES, LINKS = "schalen", "verwijzingen"


def share(tree: Mapping[str, Any]) -> dict[str, Any]:
    """Return the tree with each scale and each link written once, at the top, and named where it was.

    Guarantees `spread(share(tree)) == tree`: what cannot be named without doubt stays where it stands.
    """
    scales: dict[str, Any] = {}
    links: dict[str, Any] = {}

    def name(node: Any, key: str, found: dict[str, Any]) -> Any:
        id_ = node.get("id") if isinstance(node, Mapping) else None
        if not isinstance(id_, str) or (key == "lees" and set(node) == {"id"}):
            return node
        return id_ if found.setdefault(id_, node) == node else node

    def whole(node: Any, key: str) -> Any:
        if key == "schaal":
            return name(node, key, scales)
        if key == "lees" and isinstance(node, list):
            return [name(link, key, links) for link in node]
        return _below(node, whole)

    shared = {key: whole(node, key) for key, node in tree.items()}
    return {**shared, **({SCALES: scales} if scales else {}), **({LINKS: links} if links else {})}


def spread(tree: object) -> object:
    """Return the tree with every scale and link back in its place; a tree that shares nothing comes back as it is."""
    if not isinstance(tree, Mapping) or not (SCALES in tree or LINKS in tree):
        return tree
    scales, links = _table(tree, SCALES), _table(tree, LINKS)

    def whole(node: Any, key: str) -> Any:
        if key == "schaal":
            return scales.get(node, node) if isinstance(node, str) else node
        if key == "lees" and isinstance(node, list):
            return [links.get(link, link) if isinstance(link, str) else link for link in node]
        return _below(node, whole)

    return {key: whole(node, key) for key, node in tree.items() if key not in (SCALES, LINKS)}


def _below(node: Any, whole: Callable[[Any, str], Any]) -> Any:
    if isinstance(node, list):
        return [whole(child, "") for child in node]
    if isinstance(node, Mapping):
        return {key: whole(child, key) for key, child in node.items()}
    return node


def _table(tree: Mapping[str, Any], key: str) -> Mapping[str, Any]:
    table = tree.get(key)
    return table if isinstance(table, Mapping) else {}
