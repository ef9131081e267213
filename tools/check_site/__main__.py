"""`python -m tools.check_site SITE_DIR [--uitgaand]`: print all findings, exit 1 when there are any."""

import re
import sys
from pathlib import Path

from fii_widgets.commands import terminal
from fii_widgets.words.common import count
from tools import check_site
from tools.check_site import privacy
from tools.check_site.site import Finding, Site
from tools.pages import authors_line


def main(arguments: list[str]) -> int:
    """Check the folder given, `site` by default."""
    names = [argument for argument in arguments if not argument.startswith("--")]
    folder = Path(names[0] if names else "site")
    findings = check_site.check(folder)
    if "--uitgaand" in arguments:
        print("\n".join(privacy.outbound(Site(folder))))
    for finding in findings:
        print(finding, file=sys.stderr)
        _show_at_line(finding)
    if findings:
        pages = count(len({finding.page for finding in findings}), "1 bestand", "{n} bestanden")
        number = count(len(findings), "1 bevinding", "{n} bevindingen")
        print(f"{number} in {pages}. Deze site is niet klaar om te publiceren.", file=sys.stderr)
        return 1
    print(f"{folder}: geen bevindingen; {len(check_site.RULES)} regels over alle pagina's.")
    return 0


def _show_at_line(finding: Finding) -> None:
    """Show a finding in the author's own file, at the line that holds what it names."""
    named = [name for pair in re.findall(r'"([^"]+)"|\'([^\']+)\'', finding.what) for name in pair if name]
    # a link has another address in the site than its author wrote: its end is the same
    ends = [name.rstrip("/").rpartition("#" if "#" in name else "/")[2] for name in named]
    file, line = authors_line.find(finding.page, [*named, *ends])
    authors_line.remark("error", file or finding.page, line, f"{finding.what} {finding.next}")


if __name__ == "__main__":
    terminal.leave(terminal.run(lambda: main(sys.argv[1:])))
