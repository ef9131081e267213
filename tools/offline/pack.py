"""Write a zip that depends on its files and on nothing else: not on the clock, the machine or the order."""

import io
import zipfile
from collections.abc import Mapping

#: The oldest date that a zip can hold.
DATE = (1980, 1, 1, 0, 0, 0)
_REGULAR_FILE = 0o100644 << 16


def zip_bytes(files: Mapping[str, bytes], top: str) -> bytes:
    """Pack the files under one top folder; the same files give the same bytes."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as archive:
        for name in sorted(files):
            info = zipfile.ZipInfo(f"{top}/{name}", DATE)
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3
            info.external_attr = _REGULAR_FILE
            archive.writestr(info, files[name], compresslevel=9)
    return buffer.getvalue()
