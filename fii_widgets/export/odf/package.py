"""What both kinds of OpenDocument file share: manifest, title, language, and the zip around them."""

from fii_widgets.export.parts.pack import pack
from fii_widgets.export.parts.xml import HEAD, attribute, text
from fii_widgets.report.papers.paper import Paper

_URN = "urn:oasis:names:tc:opendocument:xmlns"
NAMESPACES = " ".join(
    [
        *(f'xmlns:{name}="{_URN}:{name}:1.0"' for name in ("office", "style", "text", "table", "meta", "manifest")),
        f'xmlns:number="{_URN}:datastyle:1.0"',
        f'xmlns:config="{_URN}:config:1.0"',
        f'xmlns:fo="{_URN}:xsl-fo-compatible:1.0"',
        f'xmlns:svg="{_URN}:svg-compatible:1.0"',
        'xmlns:dc="http://purl.org/dc/elements/1.1/"',
        'xmlns:loext="urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0"',
    ]
)
VERSION = 'office:version="1.3"'


def odf_bytes(paper: Paper, type_: str, content: str, styles: str, settings: str = "") -> bytes:
    """Return the file; `content`, `styles` and `settings` are what stands inside their root elements."""
    meta = (
        f"<office:meta><meta:generator>Handboek FII</meta:generator><dc:title>{text(paper.title)}</dc:title>"
        f"<dc:language>{text(paper.lang)}</dc:language>"
        f"<meta:creation-date>{text(paper.date[:10] or '1980-01-01')}T00:00:00</meta:creation-date></office:meta>"
    )
    parts = {
        "content.xml": _root("document-content", content),
        "styles.xml": _root("document-styles", styles),
        "meta.xml": _root("document-meta", meta),
    }
    if settings:
        parts["settings.xml"] = _root("document-settings", settings)
    entries = [("/", type_), *((name, "text/xml") for name in parts)]
    files = "".join(
        f'<manifest:file-entry manifest:full-path="{name}" manifest:media-type="{kind}"/>' for name, kind in entries
    )
    manifest = f'{HEAD}<manifest:manifest xmlns:manifest="{_URN}:manifest:1.0" manifest:version="1.3">{files}</manifest:manifest>'
    return pack({"mimetype": type_, **parts, "META-INF/manifest.xml": manifest})


def language(lang: str) -> str:
    """Return the attributes that tell the language of all text."""
    short, _, country = lang.partition("-")
    return f"fo:language={attribute(short)} fo:country={attribute(country or 'none')}"


def _root(name: str, inside: str) -> str:
    return f"{HEAD}<office:{name} {NAMESPACES} {VERSION}>{inside}</office:{name}>"
