"""What stands on the sheets that a browser printed: letters and digits only, for a PDF keeps neither blanks nor hyphens where a page has them."""

import io
import re

from pypdf import PdfReader


def squeeze(text: str) -> str:
    """Keep the letters and digits, each on its own."""
    return re.sub(r"\W+", "", text.replace("\ufb01", "fi").replace("\ufb02", "fl").replace("\ufb00", "ff"))


def letters(pdf: bytes) -> str:
    """Give those of all sheets."""
    return squeeze("".join(sheet.extract_text() for sheet in PdfReader(io.BytesIO(pdf)).pages))
