"""`python -m tools.check_site SITE_DIR [--uitgaand]`: print all findings, exit 1 when there are any."""

from __future__ import annotations

import sys
from pathlib import Path

from tools import check_site
from tools.check_site import privacy
from tools.check_site.site import Site


def main(arguments: list[str]) -> int:
    """Check the folder given, `site` by default."""
    names = [argument for argument in arguments if not argument.startswith("--")]
    folder = Path(names[0] if names else "site")
    try:
        findings = check_site.check(folder)
    except FileNotFoundError:
        print(f"{folder}: hier staat geen gebouwde site. Bouw die eerst met: make site", file=sys.stderr)
        return 1
    if "--uitgaand" in arguments:
        print("\n".join(privacy.outbound(Site(folder))))
    for finding in findings:
        print(finding, file=sys.stderr)
    pages = len({finding.page for finding in findings})
    if findings:
        print(
            f"{len(findings)} {_word(len(findings), 'bevinding', 'bevindingen')} in {pages} "
            f"{_word(pages, 'bestand', 'bestanden')}. Deze site is niet klaar om te publiceren.",
            file=sys.stderr,
        )
        return 1
    print(f"{folder}: geen bevindingen; {len(check_site.RULES)} regels over alle pagina's.")
    return 0


def _word(count: int, one: str, many: str) -> str:
    return one if count == 1 else many


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
