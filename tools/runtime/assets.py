"""Copies the fonts and the search engine out of node_modules; changes no code in them."""

from pathlib import Path

from tools.paths import FONTS, NODE_MODULES, VENDOR
from tools.search import vendor

#: family → (weight, style) that the stylesheet names; more would be dead weight in the offline copy
FACES = {
    "source-serif-4": (("400", "normal"), ("400", "italic"), ("600", "normal"), ("700", "normal")),
    "source-sans-3": (("400", "normal"), ("600", "normal"), ("700", "normal")),
}


def copy_assets() -> list[Path]:
    """Lay fonts with their licences and the search engine where the site expects them; return the files."""
    made = [_copy(source, target) for source, target in _wanted()] + vendor.write()
    for folder in (FONTS, VENDOR):
        for left in set(folder.iterdir()) - set(made):
            left.unlink()
    return made


def _wanted() -> list[tuple[Path, Path]]:
    pairs = []
    for family, faces in FACES.items():
        package = NODE_MODULES / "@fontsource" / family
        pairs.append((package / "LICENSE", FONTS / f"{family}.LICENSE.txt"))
        for weight, style in faces:
            name = f"{family}-latin-{weight}-{style}.woff2"
            pairs.append((package / "files" / name, FONTS / name))
    return pairs


def _copy(source: Path, target: Path) -> Path:
    target.parent.mkdir(parents=True, exist_ok=True)
    content = source.read_bytes()
    if not target.exists() or target.read_bytes() != content:
        target.write_bytes(content)
    return target
