"""What merging did → HTML: what came in, and where the files differ."""

from fii_widgets.render.markup import Html, join
from fii_widgets.render.parts import bullets, heading
from fii_widgets.report.meetings.merge import MergeReport
from fii_widgets.words import word


def merge_html(report: MergeReport, level: int) -> Html:
    """Return two lists; each only where there is something to say."""
    came = bullets(report.lines)
    conflicts = bullets(report.conflicts, "fii-samenvoegen")
    return join(
        [
            [heading(level + 1, word("merge_came_in")), came] if came else None,
            [heading(level + 1, word("merge_conflicts")), conflicts] if conflicts else None,
        ]
    )
