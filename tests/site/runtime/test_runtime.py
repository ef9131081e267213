"""The Python of the page: what the archive holds, that it is deterministic, and that each guard refuses."""

import json
import os
import shutil
import zipfile
from pathlib import Path

import pytest

from tools.paths import FONTS, NODE_MODULES, ROOT, RUNTIME, VENDOR
from tools.runtime import __main__ as runtime
from tools.runtime import archive, assets, wheel
from tools.runtime.requests import representative


@pytest.fixture(scope="module")
def made() -> dict:  # type: ignore[type-arg]
    """Make the runtime as `make runtime` does; a moment when it is up to date."""
    assert runtime.main() == 0
    return json.loads((RUNTIME / "runtime.json").read_text("utf-8"))


@pytest.fixture(scope="module")
def members(made: dict) -> set[str]:  # type: ignore[type-arg]
    with zipfile.ZipFile(RUNTIME / made["archive"]) as pack:
        return set(pack.namelist())


@pytest.fixture(scope="module")
def package(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The wheel of fii_widgets."""
    return wheel.build_wheel(NODE_MODULES / "pyodide", tmp_path_factory.mktemp("wheel"))


def test_archive_and_wheel_hold_the_same_modules(members: set[str], package: Path) -> None:
    with zipfile.ZipFile(package) as built:
        of_wheel = {name for name in built.namelist() if ".dist-info/" not in name}
    compiled = {name.removesuffix(".py") + ".pyc" if name.endswith(".py") else name for name in of_wheel}
    assert {name for name in members if name.startswith("fii_widgets/")} == compiled
    sources = [path.relative_to(ROOT) for path in (ROOT / "fii_widgets").rglob("*.py")]
    on_disk = {path.as_posix() + "c" for path in sources if path.parts[1] not in wheel.LEFT_OUT}
    assert {name for name in compiled if name.endswith(".pyc")} == on_disk


def test_only_bytecode_of_the_target_is_in_the_archive(made: dict) -> None:  # type: ignore[type-arg]
    magic = set()
    with zipfile.ZipFile(RUNTIME / made["archive"]) as pack:
        for info in pack.infolist():
            assert info.compress_type == zipfile.ZIP_STORED
            assert info.date_time == (1980, 1, 1, 0, 0, 0)
            assert not info.filename.endswith(".py")
            if info.filename.endswith(".pyc"):
                magic.add(pack.read(info)[:4])
    assert len(magic) == 1


def test_the_page_gets_no_yaml_reader_with_the_rest(members: set[str]) -> None:
    apart = ("yaml", "_yaml", "xlsxwriter", "segno", "email/", "http/", "pyodide_build", "packaging")
    assert not [name for name in members if name.startswith(apart)]
    assert {path.name for path in RUNTIME.glob("*.zip")} == {runtime.archive_name(_bytes()), *_made()["parts"].values()}


def test_the_reader_of_yaml_is_a_part_of_its_own_with_its_licence(made: dict) -> None:  # type: ignore[type-arg]
    part = RUNTIME / made["parts"]["yaml"]
    with zipfile.ZipFile(part) as pack:
        names = pack.namelist()
    assert {"yaml/__init__.pyc", "yaml/scanner.pyc"} <= set(names)
    assert all(name.startswith("yaml/") and name.endswith(".pyc") for name in names)
    assert part.stat().st_size < 300_000
    assert "Permission is hereby granted" in (RUNTIME / "LICENSE-yaml.txt").read_text("utf-8")


def test_what_a_page_may_need_is_there(members: set[str]) -> None:
    for name in ("json/__init__", "dataclasses", "re/__init__", "datetime", "_strptime", "html/__init__", "enum",
                 "traceback", "asyncio/__init__", "pyodide/webloop", "_pyodide/_base", "encodings/utf_8"):  # fmt: skip
        assert f"{name}.pyc" in members


def test_the_description_is_true(made: dict) -> None:  # type: ignore[type-arg]
    for name, file in made["files"].items():
        assert (RUNTIME / name).stat().st_size == file["bytes"]
        assert runtime._sha256(RUNTIME / name) == file["sha256"]
    assert made["archive"] in made["files"]
    assert made["lock"]["packages"] == {}


def test_pyodide_is_shipped_unchanged() -> None:
    pins = json.loads(runtime.PINS.read_text("utf-8"))["sha256"]
    assert {name: runtime._sha256(RUNTIME / name) for name in runtime.CORE} == {
        name: pins[name] for name in runtime.CORE
    }


def test_the_wheel_is_deterministic(package: Path, tmp_path: Path) -> None:
    assert wheel.build_wheel(NODE_MODULES / "pyodide", tmp_path).read_bytes() == package.read_bytes()


@pytest.mark.full  # the build of the archive proves what it made; that it is made the same again is for a release
def test_the_archive_is_deterministic_and_proved(package: Path) -> None:
    work = package.parents[1]  # where the archive looks for its wheel
    again = archive.build_archives(NODE_MODULES / "pyodide", package, _node(), work)
    assert again.main == _bytes()
    assert again.parts == {part: (RUNTIME / file).read_bytes() for part, file in _made()["parts"].items()}


def test_a_changed_pyodide_is_refused(tmp_path: Path) -> None:
    shutil.copytree(NODE_MODULES / "pyodide", tmp_path / "npm", ignore=shutil.ignore_patterns("*.map", "*.html"))
    runtime.check_pins(tmp_path / "npm")
    with (tmp_path / "npm/pyodide.mjs").open("a", encoding="utf-8") as file:
        file.write("//\n")
    with pytest.raises(wheel.BuildError, match="changed after npm unpacked it"):
        runtime.check_pins(tmp_path / "npm")


def test_an_archive_that_answers_otherwise_is_refused(tmp_path: Path) -> None:
    """Known-bad: the survey expects a reply that the archive does not give."""
    plan = {"start": "fii_widgets.browser", "wheel": "", "epoch": wheel.EPOCH, "requests": representative()[:1]}
    (tmp_path / "plan.json").write_text(json.dumps(plan), "utf-8")
    (tmp_path / "survey.json").write_text(json.dumps({"replies": ["iets anders"]}), "utf-8")
    pack = tmp_path / "fii.zip"
    pack.write_bytes(_bytes())
    with pytest.raises(wheel.BuildError, match="answers differently"):
        archive._run(_node(), "prove", NODE_MODULES / "pyodide", tmp_path, pack)


def test_an_archive_without_a_needed_module_is_refused(tmp_path: Path) -> None:
    """Known-bad: a trimming that went one module too far."""
    plan = {"start": "fii_widgets.browser", "wheel": "", "epoch": wheel.EPOCH, "requests": []}
    (tmp_path / "plan.json").write_text(json.dumps(plan), "utf-8")
    (tmp_path / "survey.json").write_text(json.dumps({"replies": []}), "utf-8")
    with zipfile.ZipFile(RUNTIME / _made()["archive"]) as full, zipfile.ZipFile(tmp_path / "less.zip", "w") as less:
        for name in full.namelist():
            if name != "json/decoder.pyc":
                less.writestr(name, full.read(name))
    with pytest.raises(wheel.BuildError, match="failed at 'prove'"):
        archive._run(_node(), "prove", NODE_MODULES / "pyodide", tmp_path, tmp_path / "less.zip")


def test_fonts_and_search_engine_are_laid_out_with_their_licences() -> None:
    made = {path.name for path in assets.copy_assets()}
    assert {path.name for path in FONTS.iterdir()} | {path.name for path in VENDOR.iterdir()} == made
    assert len([name for name in made if name.endswith(".woff2")]) == 7
    assert "source-serif-4.LICENSE.txt" in made


def test_the_libraries_of_exports_are_a_part_of_their_own_with_their_licences(made: dict) -> None:  # type: ignore[type-arg]
    with zipfile.ZipFile(RUNTIME / made["parts"]["export"]) as pack:
        names = set(pack.namelist())
    assert {"xlsxwriter/workbook.pyc", "segno/encoder.pyc", "fractions.pyc"} <= names
    assert all(name.endswith(".pyc") for name in names)
    licences = (RUNTIME / "LICENSE-export.txt").read_text("utf-8")
    assert "XlsxWriter" in licences
    assert licences.count("Redistribution and use") == 2


def _made() -> dict:  # type: ignore[type-arg]
    return json.loads((RUNTIME / "runtime.json").read_text("utf-8"))  # type: ignore[no-any-return]


def _bytes() -> bytes:
    return (RUNTIME / _made()["archive"]).read_bytes()


def _node() -> str:
    return os.environ.get("FII_NODE") or shutil.which("node") or "node"
