"""What a contributor meets at the host of the repository: forms, few boxes, and workflows with least rights."""

import json
import re
import subprocess
import sysconfig
from pathlib import Path
from typing import Any

import pytest
import yaml

from tools import do

PROJECT = Path(__file__).parents[2]
FORMS = sorted((PROJECT / ".github" / "ISSUE_TEMPLATE").glob("[0-9]*.yml"))
WORKFLOWS = sorted((PROJECT / ".github" / "workflows").glob("*.yml"))
#: what a step of a job may hold, and for what
ALLOWED = {
    ("controle.yml", "*"): {"contents": "read"},
    ("kwartaal.yml", "*"): {"contents": "read"},
    ("publicatie.yml", "maak"): {"contents": "read"},
    ("publicatie.yml", "publiceer"): {"pages": "write", "id-token": "write"},
    ("publicatie.yml", "uitgave"): {"contents": "write"},
}
_PINNED = re.compile(r"uses: actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+\n")


def form_faults(form: Any) -> list[str]:
    """What is wrong with an issue form, as the host and our own rules have it."""
    found = [f"no {key}" for key in ("name", "description", "body") if not form.get(key)]
    fields = [field for field in form.get("body", ()) if field["type"] != "markdown"]
    ids = [field.get("id") for field in fields]
    found += ["double ids"] * (len(set(ids)) != len(ids) or None in ids)
    found += ["a field without a label"] * (not all(field["attributes"].get("label") for field in fields))
    found += ["unknown kind"] * (not {field["type"] for field in fields} <= {"input", "textarea", "dropdown"})
    needed = sum(field.get("validations", {}).get("required", False) for field in fields)
    found += [f"{needed} fields are required"] * (not 1 <= needed <= 2)
    return found


def workflow_faults(name: str, text: str) -> list[str]:
    """What is wrong with a workflow: what is not pinned, too many rights, an address, text of others in a command."""
    tree = yaml.safe_load(text)
    found = [line.strip() for line in re.findall(r".*uses:.*\n", text) if not _PINNED.search(line)]
    if re.search(r"https?://", text) or re.search(r"github\.com|github\.io", text):
        found.append("an address")
    for job_name, job in tree["jobs"].items():
        rights = job.get("permissions", tree.get("permissions"))
        allowed = ALLOWED.get((name, job_name), ALLOWED.get((name, "*")))
        if rights != allowed:
            found.append(f"{job_name} has {rights}")
        if "timeout-minutes" not in job:
            found.append(f"{job_name} may run for ever")
        for step in job["steps"]:
            if "${{" in step.get("run", ""):
                found.append(f"text of others in a command: {step['run']}")
            if "checkout" in step.get("uses", "") and step.get("with", {}).get("persist-credentials") is not False:
                found.append("checkout keeps the key")
    return found


@pytest.mark.parametrize("path", FORMS, ids=lambda path: path.stem)
def test_a_form_asks_little_and_is_whole(path: Path) -> None:
    assert form_faults(yaml.safe_load(path.read_text("utf-8"))) == []


def test_there_is_a_form_for_each_of_the_four_roads() -> None:
    names = [yaml.safe_load(path.read_text("utf-8"))["name"] for path in FORMS]
    assert names == ["Fout in de tekst", "Voorstel voor een punt", "Nieuwe casus", "Technisch probleem"]


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        (lambda form: form.pop("description"), "no description"),
        (lambda form: form["body"].append(form["body"][0]), "double ids"),
        (
            lambda form: [field.update(validations={"required": True}) for field in form["body"]],
            "3 fields are required",
        ),
        (lambda form: form["body"][0]["attributes"].pop("label"), "a field without a label"),
    ],
)
def test_a_bad_form_is_refused(change: Any, fault: str) -> None:
    form = yaml.safe_load(FORMS[0].read_text("utf-8"))
    change(form)
    assert fault in form_faults(form)


def test_a_pull_request_asks_at_most_four_boxes() -> None:
    text = (PROJECT / ".github" / "pull_request_template.md").read_text("utf-8")
    assert 1 <= text.count("- [ ]") <= 4


@pytest.mark.parametrize("path", WORKFLOWS, ids=lambda path: path.stem)
def test_a_workflow_is_pinned_has_least_rights_and_names_no_address(path: Path) -> None:
    assert workflow_faults(path.name, path.read_text("utf-8")) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (r"@[0-9a-f]{40} # v5.0.0", "@v5", "- uses: actions/checkout@v5"),
        (r"contents: read", "contents: write", "auteurs has {'contents': 'write'}"),
        (r"persist-credentials: false", "fetch-depth: 1", "checkout keeps the key"),
        (r"make test", "git clone https://example.org/x", "an address"),
        (r"\$ADRES", "${{ github.head_ref }}", "text of others in a command: "),
        (r"    timeout-minutes: 10\n", "", "auteurs may run for ever"),
    ],
)
def test_a_bad_workflow_is_refused(old: str, new: str, fault: str) -> None:
    text = re.sub(old, new, (PROJECT / ".github/workflows/controle.yml").read_text("utf-8"))
    assert any(found.startswith(fault) for found in workflow_faults("controle.yml", text))


def zizmor_findings(*workflows: Path) -> list[str]:
    """What zizmor finds in workflows, at its strictest, without asking any host."""
    tool = Path(sysconfig.get_path("scripts")) / "zizmor"
    asked = ["--offline", "--no-config", "--no-ignores", "--persona=auditor", "--no-exit-codes", "--format=json-v1"]
    done = subprocess.run([tool, *asked, *workflows], capture_output=True, text=True, check=True)
    return [one["ident"] for one in json.loads(done.stdout)]


def test_zizmor_finds_nothing_in_the_workflows() -> None:
    assert zizmor_findings(*WORKFLOWS) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (r"@[0-9a-f]{40} # v5.0.0", "@v5", "unpinned-uses"),
        (r"  pull_request:", "  pull_request_target:", "dangerous-triggers"),
        (r"persist-credentials: false", "fetch-depth: 1", "artipacked"),
        (r"\$ADRES", "${{ github.head_ref }}", "template-injection"),
        (r"contents: read", "contents: write", "excessive-permissions"),
    ],
)
def test_zizmor_refuses_a_bad_workflow(old: str, new: str, fault: str, tmp_path: Path) -> None:
    text = re.sub(old, new, (PROJECT / ".github/workflows/controle.yml").read_text("utf-8"))
    bad = tmp_path / "controle.yml"
    bad.write_text(text, "utf-8")
    assert fault in zizmor_findings(bad)


def test_the_workflows_run_commands_that_exist_and_do_what_was_promised() -> None:
    runs = {path.name: [] for path in WORKFLOWS}
    for path in WORKFLOWS:
        for job in yaml.safe_load(path.read_text("utf-8"))["jobs"].values():
            runs[path.name] += [step["run"] for step in job["steps"] if "run" in step]
    commands = [run for found in runs.values() for run in found]
    named = {name for run in commands for name in re.findall(r"(?:make|tools/do\.py) ([a-z-]+)", run)}
    assert named <= set(do.COMMANDS)
    assert "python tools/do.py check --github" in runs["controle.yml"], "problems at the author's own line"
    assert "make offline" in runs["controle.yml"], "a preview"
    assert {"make test", "make release", "make sbom"} <= set(runs["publicatie.yml"])
    published = yaml.safe_load((PROJECT / ".github/workflows/publicatie.yml").read_text("utf-8"))["jobs"]["maak"]
    assert published["env"]["FII_RELEASE"] == "1", "every address is recorded before it is published"
    assert "FII_RELEASE" not in (PROJECT / ".github/workflows/controle.yml").read_text("utf-8"), (
        "in a proposal it is welcome"
    )
    release = next(run for run in runs["publicatie.yml"] if "release upload" in run)
    assert all(kind in release for kind in ("*.zip", "*.pdf", "*.cdx.json"))
