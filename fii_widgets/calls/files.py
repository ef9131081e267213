"""Operations on dossier files: merge, and the blind copy for one member."""

from dataclasses import replace

from fii_widgets.calls import given
from fii_widgets.calls.given import Reply, Request
from fii_widgets.dossier import list_records, write
from fii_widgets.dossier.file.open import open_tree
from fii_widgets.dossier.merge import merge
from fii_widgets.dossier.records import Dossier
from fii_widgets.errors import RequestError
from fii_widgets.render.reports.merge import merge_html
from fii_widgets.report.meetings.merge import merge_report
from fii_widgets.words import word


def _merge(request: Request) -> Reply:
    trees = list(request.get("dossiers", []))
    if not trees:
        raise RequestError(word("merge_none"))
    told = [str(name) for name in request.get("names", [])]
    names = [told[n] if n < len(told) else f"bestand {n + 1}" for n in range(len(trees))]
    dossiers = [open_tree(tree, name).writable(name) for tree, name in zip(trees, names, strict=True)]
    together = merge(*dossiers)
    report = merge_report(dossiers, names, given.own_instruments(request, together))
    write.written(together, "merge_size")  # it must fit in a file before it takes the place of what the page has
    return {
        "dossier": write.tree(together),
        "lines": list(report.lines),
        "conflicts": list(report.conflicts),
        "html": merge_html(report, given.level(request)),
    }


def _member_copy(request: Request) -> Reply:
    """Everything of the others stays out: members fill in without seeing each other's answers."""
    dossier = given.dossier(request)
    id_ = given.text(request, "member")
    member = given.known(dossier.members, id_, "no_member")
    # the list as the team made it goes along: the members judge the same points
    own_words = {id_: one for id_, one in dossier.answers.items() if list_records.record(id_)}
    copy = Dossier(
        edition=dossier.edition,
        content=dossier.content,
        saved=dossier.saved,
        name=dossier.name,
        rhythm=dossier.rhythm,
        team=dossier.team,
        member=id_,
        members={id_: replace(member, answers={})},
        answers=own_words | dict(member.answers),
    )
    return {"dossier": write.tree(copy)}


OPERATIONS = {"merge": _merge, "member_copy": _member_copy}
