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
    wanted = _fonts() | {VENDOR / name: text.encode() for name, text in vendor.texts().items()}
    for folder in (FONTS, VENDOR):
        folder.mkdir(parents=True, exist_ok=True)
        for left in set(folder.iterdir()) - set(wanted):
            left.unlink()
    for path, content in wanted.items():
        if not path.exists() or path.read_bytes() != content:
            path.write_bytes(content)
    return list(wanted)


def _fonts() -> dict[Path, bytes]:
    fonts = {}
    for family, faces in FACES.items():
        package = NODE_MODULES / "@fontsource" / family
        fonts[FONTS / f"{family}.LICENSE.txt"] = (package / "LICENSE").read_bytes()
        for weight, style in faces:
            name = f"{family}-latin-{weight}-{style}.woff2"
            fonts[FONTS / name] = (package / "files" / name).read_bytes()
    return fonts
