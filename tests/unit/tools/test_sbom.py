"""The bill of materials names every package of both locks, and says which of them readers get."""

import json
import os
import re
import sysconfig
from pathlib import Path

import pytest

from tools.paths import ROOT
from tools.release import sbom
from tools.setup.programs import find_node
from tools.setup.python import TOO_OLD

LOCK = """\
xlsxwriter==3.2.9 \\
    --hash=sha256:{a} \\
    --hash=sha256:{b}
    # via -r requirements.in
colorama==0.4.6 ; sys_platform == "win32" --hash=sha256:{a}  # via x
""".format(a="a" * 64, b="b" * 64)


def test_a_lock_is_read_with_versions_hashes_and_markers() -> None:
    one, other = sbom.python_components(LOCK)
    assert (one["purl"], one["scope"]) == ("pkg:pypi/xlsxwriter@3.2.9", "required")
    assert [mark["value"][0] for mark in one["properties"]] == ["a", "b"]
    assert one["licenses"]
    assert (other["name"], other["version"], other["scope"]) == ("colorama", "0.4.6", "excluded")


@pytest.mark.skipif(
    find_node(os.environ.get("PATH", ""), Path(sysconfig.get_path("purelib"))) is None, reason="npm is not here"
)
def test_the_bill_has_every_package_of_both_locks_and_nothing_of_this_machine() -> None:
    bill = sbom.bill()
    assert bill == sbom.bill(), "the same locks, the same bytes"
    assert (bill["bomFormat"], bill["specVersion"]) == ("CycloneDX", "1.5")
    purls = {component["purl"] for component in bill["components"]}
    packages = json.loads((ROOT / "package-lock.json").read_text("utf-8"))["packages"]
    for name, package in packages.items():
        if name:
            npm = name.rpartition("node_modules/")[2].replace("@", "%40")
            assert f"pkg:npm/{npm}@{package['version']}" in purls
    for lock in ROOT.glob("requirements*.txt"):
        for name, version in re.findall(r"^([\w.-]+)==(\S+)", lock.read_text("utf-8"), re.M):
            # the line that stops pip where Python is too old is no package
            assert (f"pkg:pypi/{name}@{version}" in purls) is (name != TOO_OLD)
    references = [component["bom-ref"] for component in bill["components"]]
    assert len(references) == len(set(references)), "each package once, in however many locks it stands"
    published = {component["name"] for component in bill["components"] if component["scope"] == "required"}
    assert {"pyodide", "minisearch", "pyyaml", "xlsxwriter", "segno"} <= published
    assert not {"playwright", "pytest", "esbuild", "axe-core"} & published
    text = json.dumps(bill)
    assert str(Path.home()) not in text
    assert str(ROOT) not in text
