"""Named members → one zip: stored, in the order given, with one date. The same members give the same bytes."""

import io
import zipfile
from collections.abc import Mapping

#: the oldest date that a zip can hold
DATE = (1980, 1, 1, 0, 0, 0)


def pack(members: Mapping[str, str | bytes]) -> bytes:
    """Return the zip. Nothing is compressed: two versions of a compressor would give two files."""
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name, content in members.items():
            info = zipfile.ZipInfo(name, DATE)
            info.create_system = 3
            info.external_attr = 0o100644 << 16
            archive.writestr(info, content)
    return out.getvalue()


def repack(content: bytes) -> bytes:
    """Return another writer's zip as `pack` would have made it; the order of its members stays."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return pack({name: archive.read(name) for name in archive.namelist()})
