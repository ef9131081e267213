"""Which pages were changed since they were last published, as git knows it. Reads; changes nothing."""

import subprocess
from pathlib import Path

#: where the published text is, the first of these that exists; in a workflow the first parent of a merge
BASES = ("origin/HEAD", "origin/main", "main", "HEAD^1")


def pages(root: Path) -> frozenset[str] | None:
    """Return the pages below docs that differ from what was published, new ones too; None where git cannot tell."""
    base = next((found for name in BASES if (found := _git(root, "merge-base", "HEAD", name))), None)
    if not base and _git(root, "rev-parse", "--is-shallow-repository") == ["true"]:  # as a workflow has it
        return None
    changed = _git(root, "diff", "--name-only", "--relative", base[0] if base else "HEAD", "--", "docs")
    new = _git(root, "ls-files", "--others", "--exclude-standard", "--", "docs")
    if changed is None or new is None:
        return None
    return frozenset(name.removeprefix("docs/") for name in (*changed, *new) if name.endswith(".md"))


def _git(root: Path, *words: str) -> list[str] | None:
    try:
        done = subprocess.run(["git", *words], cwd=root, capture_output=True, text=True, check=False)
    except OSError:  # no git on this machine
        return None
    return None if done.returncode else done.stdout.splitlines()
