"""Stored, deterministic archives of bytecode of the target: one with the trimmed standard library and fii_widgets,
and one a part that a single page adds on demand (the reader of YAML, for the proefbank)."""

import hashlib
import io
import json
import shutil
import subprocess
import sysconfig
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from tools.runtime.requests import START, representative
from tools.runtime.wheel import EPOCH, BuildError

#: The work takes 5 to 20 seconds; a Pyodide that fails to start would wait for ever.
_TIMEOUT = 300
_SCRIPT = Path(__file__).with_name("compile.mjs")


#: What a page adds only when it needs it: name of the part → (distribution, package) on this machine, pure Python
#: and each with its licence.
PARTS = {"yaml": (("pyyaml", "yaml"),), "export": (("XlsxWriter", "xlsxwriter"), ("segno", "segno"))}


@dataclass(frozen=True)
class Archives:
    """What a page loads: the archive that every page needs, and each part by its name."""

    main: bytes
    parts: Mapping[str, bytes]


def build_archives(npm: Path, wheel: Path, node: str, work: Path) -> Archives:
    """Survey, compile, pack and prove; return the archives. Raises BuildError."""
    plan = {"start": START, "wheel": wheel.name, "epoch": EPOCH, "requests": representative()}
    (work / "plan.json").write_text(json.dumps(plan), "utf-8")
    compiled, sources, proofs = (work / name for name in ("compiled", "part-sources", "parts"))
    for folder in (compiled, sources, proofs):
        shutil.rmtree(folder, ignore_errors=True)
    for name in PARTS:
        _source(name, sources / f"{name}.zip")
    _run(node, "survey", npm, work, Path(sysconfig.get_path("purelib")))
    parts = {name: _pack(compiled / f"{name}.zip") for name in PARTS}
    content = _pack(compiled / "stdlib.zip", next(p for p in compiled.glob("*.whl") if p.name != wheel.name))
    proof = work / "proof.zip"
    proof.write_bytes(content)
    proofs.mkdir()
    for name, part in parts.items():
        (proofs / f"{name}.zip").write_bytes(part)
    _run(node, "prove", npm, work, proof)
    return Archives(content, parts)


def archive_name(content: bytes, part: str = "") -> str:
    """Name it by its content: a page and an archive of two versions can never meet in a browser's cache."""
    return f"fii-{f'{part}-' if part else ''}{hashlib.sha256(content).hexdigest()[:12]}.zip"


def licence(part: str) -> str:
    """Return the licences of a part's packages, as they were installed."""
    texts = []
    for distribution, _ in PARTS[part]:
        licences = [path for path in metadata.files(distribution) or () if path.name.upper().startswith("LICEN")]
        if not licences:
            raise BuildError(f"{distribution} came without its licence.")
        texts.append(f"{distribution}\n\n{licences[0].read_text('utf-8')}")
    return "\n\n".join(texts)


def _source(name: str, target: Path) -> None:
    """Zip the Python of installed packages; their compiled speed-ups are for another machine."""
    target.parent.mkdir(exist_ok=True)
    with zipfile.ZipFile(target, "w") as archive:
        for distribution, package in PARTS[name]:
            files = [path for path in metadata.files(distribution) or () if path.parts[0] == package]
            for path in sorted(path for path in files if path.suffix == ".py"):
                archive.write(path.locate(), path.as_posix())


def _pack(*sources: Path) -> bytes:
    """Merge zips, sorted, uncompressed (the server compresses better over the whole) and with one date."""
    members: dict[str, bytes] = {}
    for source in sources:
        with zipfile.ZipFile(source) as archive:
            for name in archive.namelist():
                if ".dist-info/" not in name and not name.endswith("/"):
                    members[name] = archive.read(name)
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_STORED) as archive:
        for name in sorted(members):
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.external_attr = 0o644 << 16
            info.create_system = 3
            archive.writestr(info, members[name])
    return out.getvalue()


def _run(node: str, job: str, npm: Path, work: Path, third: Path) -> None:
    command = [node, str(_SCRIPT), job, str(npm), str(work), str(third)]
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=_TIMEOUT, check=False)
    except subprocess.TimeoutExpired as late:
        raise BuildError(f"Python for the page did not finish '{job}' in {_TIMEOUT} s.") from late
    if done.returncode:
        raise BuildError(f"Python for the page failed at '{job}':\n{done.stdout[-3000:]}{done.stderr[-3000:]}")
