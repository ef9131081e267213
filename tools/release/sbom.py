"""`python -m tools.release.sbom`: dist/handboek-fii-<version>.cdx.json, every package that the handbook is made with.

One CycloneDX file from both locks: npm tells of its own, `packaging` reads the other. What goes into the site or the
offline copy is 'required', what only builds and tests is 'excluded'. The same locks give the same bytes.
"""

import json
import re
import subprocess
import uuid
from importlib import metadata
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from fii_widgets.commands import terminal
from fii_widgets.system import files
from tools.paths import DIST, ROOT
from tools.runtime.archive import PARTS
from tools.setup.programs import own_node
from tools.setup.python import TOO_OLD

#: Python packages of which something is published: the parts of the runtime, and the stemmer that sphinx carries.
PUBLISHED = {canonicalize_name(name) for part in PARTS.values() for name, _ in part} | {"sphinx"}
_HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")


def python_components(lock: str) -> list[dict[str, Any]]:
    """Return a component for each package of a requirements file with hashes."""
    components = []
    for entry in lock.replace("\\\n", " ").splitlines():
        plain = entry.partition(" #")[0].strip()
        if not plain or plain.startswith(("#", "-")):
            continue
        wanted = Requirement(plain.partition(" --hash")[0].strip())
        if wanted.name == TOO_OLD:
            continue
        name = canonicalize_name(wanted.name)
        version = str(wanted.specifier).removeprefix("==")
        components.append(
            {
                "bom-ref": f"pypi:{name}@{version}",
                "type": "library",
                "name": name,
                "version": version,
                "scope": "required" if name in PUBLISHED else "excluded",
                "purl": f"pkg:pypi/{name}@{version}",
                **_licence(name),
                # one of these is what pip accepts; the file it takes depends on the machine
                "properties": [{"name": "lock:sha256", "value": value} for value in sorted(_HASH.findall(plain))],
            }
        )
    return components


def _licence(name: str) -> dict[str, Any]:
    """Say what an installed package says of its licence."""
    try:
        about = metadata.metadata(name)
    except metadata.PackageNotFoundError:
        return {}
    if expression := about.get("License-Expression"):
        return {"licenses": [{"expression": expression}]}
    named = [
        value.rpartition(" :: ")[2] for value in about.get_all("Classifier") or () if value.startswith("License ::")
    ]
    return {"licenses": [{"license": {"name": value}} for value in named]} if named else {}


def npm_bill(root: Path) -> dict[str, Any]:
    """Ask npm for the bill of package-lock.json; what only develops is marked 'excluded'. Raises FileNotFoundError."""
    command = [*own_node().npm, "sbom", "--sbom-format", "cyclonedx", "--package-lock-only"]
    done = subprocess.run(command, cwd=root, capture_output=True, text=True, check=True)
    bill: dict[str, Any] = json.loads(done.stdout)
    for component in bill["components"]:
        marks = {mark["name"] for mark in component.get("properties", ())}
        component["scope"] = "excluded" if "cdx:npm:package:development" in marks else "required"
    return bill


def bill(root: Path = ROOT) -> dict[str, Any]:
    """Return one bill of both locks, with nothing of this machine or this moment in it."""
    made = npm_bill(root)
    package = json.loads((root / "package.json").read_text("utf-8"))
    made["metadata"].pop("timestamp", None)
    made["metadata"]["component"] |= {"type": "application", "name": package["name"], "description": "Handboek FII"}
    locks = [lock.read_text("utf-8") for lock in sorted(root.glob("requirements*.txt"))]
    # by reference: an engine's own lock names again what both use
    made["components"] += {
        component["bom-ref"]: component for lock in locks for component in python_components(lock)
    }.values()
    made["serialNumber"] = f"urn:uuid:{uuid.uuid5(uuid.NAMESPACE_URL, json.dumps(made['components'], sort_keys=True))}"
    return made


def main() -> int:
    """Write the file and say how much is in it."""
    made = bill()
    component = made["metadata"]["component"]
    target = DIST / f"{component['name']}-{component['version']}.cdx.json"
    target.parent.mkdir(parents=True, exist_ok=True)
    text = json.dumps(made, indent=1, ensure_ascii=False) + "\n"
    files.write(text.encode(), target, overwrite=True)
    published = sum(component["scope"] == "required" for component in made["components"])
    print(f"sbom: {target.name}, {len(made['components'])} packages, {published} of them in the site")
    return 0


if __name__ == "__main__":
    terminal.leave(terminal.run(main))
