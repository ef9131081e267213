"""One stored, deterministic archive: the trimmed standard library and fii_widgets, as bytecode of the target."""

import hashlib
import io
import json
import shutil
import subprocess
import sysconfig
import zipfile
from pathlib import Path

from tools.runtime.requests import START, representative
from tools.runtime.wheel import EPOCH, BuildError

#: The work takes 5 to 20 seconds; a Pyodide that fails to start would wait for ever.
_TIMEOUT = 300
_SCRIPT = Path(__file__).with_name("compile.mjs")


def build_archive(npm: Path, wheel: Path, node: str, work: Path) -> bytes:
    """Survey, compile, pack and prove; return the archive's bytes. Raises BuildError."""
    plan = {"start": START, "wheel": wheel.name, "epoch": EPOCH, "requests": representative()}
    (work / "plan.json").write_text(json.dumps(plan), "utf-8")
    compiled = work / "compiled"
    shutil.rmtree(compiled, ignore_errors=True)
    _run(node, "survey", npm, work, Path(sysconfig.get_path("purelib")))
    content = _pack(compiled / "stdlib.zip", next(p for p in compiled.glob("*.whl") if p.name != wheel.name))
    proof = work / "proof.zip"
    proof.write_bytes(content)
    _run(node, "prove", npm, work, proof)
    return content


def archive_name(content: bytes) -> str:
    """Name it by its content: a page and an archive of two versions can never meet in a browser's cache."""
    return f"fii-{hashlib.sha256(content).hexdigest()[:12]}.zip"


def _pack(stdlib: Path, wheel: Path) -> bytes:
    """Merge the two, sorted, uncompressed (the server compresses better over the whole) and with one date."""
    members: dict[str, bytes] = {}
    for source in (stdlib, wheel):
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
