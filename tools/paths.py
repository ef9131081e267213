"""Where things stand in the project folder; imported by all build code, imports nothing of it."""

from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
#: what may be thrown away at any time
CACHE = ROOT / ".cache"
NODE_MODULES = ROOT / "node_modules"
DOCS = ROOT / "docs"
#: the Python runtime as the site serves it
RUNTIME = DOCS / "runtime"
FONTS = DOCS / "stylesheets" / "fonts"
VENDOR = DOCS / "javascripts" / "vendor"
SITE = ROOT / "site"
DIST = ROOT / "dist"
