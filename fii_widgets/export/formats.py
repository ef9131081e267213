"""The formats of papers by name. A new one is a function from a paper to bytes and a line here."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from fii_widgets.export.csv import csv_bytes
from fii_widgets.export.docx.document import docx_bytes
from fii_widgets.export.html.page import html_bytes
from fii_widgets.export.md import md_bytes
from fii_widgets.export.odf.ods import ods_bytes
from fii_widgets.export.odf.odt import odt_bytes
from fii_widgets.export.parts.safe import cleaned
from fii_widgets.export.xlsx import xlsx_bytes
from fii_widgets.report.papers.paper import Paper


@dataclass(frozen=True)
class Format:
    """One kind of file."""

    write: Callable[[Paper], bytes]
    type: str  #: media type


FORMATS: Mapping[str, Format] = {
    "html": Format(html_bytes, "text/html"),
    "odt": Format(odt_bytes, "application/vnd.oasis.opendocument.text"),
    "docx": Format(docx_bytes, "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
    "ods": Format(ods_bytes, "application/vnd.oasis.opendocument.spreadsheet"),
    "xlsx": Format(xlsx_bytes, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "csv": Format(csv_bytes, "text/csv"),
    "md": Format(md_bytes, "text/markdown"),
}


def write(paper: Paper, format_: str) -> bytes:
    """Write a paper. What files cannot hold gets a character in its place first (see `cleaned`); raises KeyError on a format that
    is not in FORMATS."""
    return FORMATS[format_].write(cleaned(paper))
