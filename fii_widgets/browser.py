"""What JavaScript may ask: JSON text in, JSON text out. Never raises, reads no files, knows no page.

The same functions run in the tests under CPython, so that the browser has no code of its own.
"""

import json
from collections.abc import Callable, Mapping
from dataclasses import asdict
from typing import Any

from fii_widgets import __version__
from fii_widgets.calls import exports, files, flows, given, meetings, team, trial
from fii_widgets.dossier import check
from fii_widgets.dossier.answers import read_answers
from fii_widgets.errors import RequestError
from fii_widgets.export.list_yaml import list_yaml
from fii_widgets.render.markup import join
from fii_widgets.render.reports.overview import overview_html
from fii_widgets.render.reports.rounds import rounds_html
from fii_widgets.render.reports.summary import summary_html
from fii_widgets.report.instrument.findings import findings
from fii_widgets.report.instrument.own_list import is_adaptable, own_list
from fii_widgets.report.instrument.rounds import told_rounds
from fii_widgets.report.instrument.subjects import each_filling
from fii_widgets.report.instrument.summary import summarise
from fii_widgets.words import word

FAILED = "Het verslag kon niet worden gemaakt. Uw antwoorden zijn bewaard in deze browser. Laad de pagina opnieuw, of druk de lijst af."


def call(text: str) -> str:
    """Answer one request. Guarantees JSON with `ok`; on `ok: false` a Dutch `message` for the reader."""
    try:
        request = json.loads(text)
        if not isinstance(request, Mapping):
            raise RequestError(FAILED)
        request = given.in_full(request)
        operation = OPERATIONS.get(str(request.get("op")))
        if operation is None:
            raise RequestError(FAILED)
        reply = {"ok": True, "version": __version__, **operation(request)}
    except RequestError as error:
        reply = {"ok": False, "message": str(error)}
    except ModuleNotFoundError as error:  # a part of the runtime that could not be added
        reply = {"ok": False, "message": word("paper_no_archive"), "detail": str(error)}
    except Exception as error:  # the worker must live: whatever happens becomes an answer
        reply = {"ok": False, "message": FAILED, "detail": f"{type(error).__name__}: {error}"}
    return json.dumps(reply, ensure_ascii=False, sort_keys=True)


def _summary(request: Mapping[str, Any]) -> dict[str, Any]:
    instrument = given.instrument(request.get("instrument"))
    answers = read_answers(request.get("answers", {}))
    summary = summarise(instrument, answers)
    level = int(request.get("level", 3))
    html = summary_html(summary, given.text(request, "root"), given.text(request, "index"), level)
    if told := told_rounds(instrument, answers, given.rounds(request, instrument.id)):
        html = join([rounds_html(told), html])
    return {"html": html, "lead": summary.lead, "signals": dict(sorted(summary.signals.items()))}


def _overview(request: Mapping[str, Any]) -> dict[str, Any]:
    answers = read_answers(request.get("answers", {}))
    fillings = each_filling(given.instruments(request), answers)
    summaries = [summarise(*filling) for filling in fillings]
    written = {str(id_): str(where) for id_, where in dict(request.get("written", {})).items()}
    found = findings((summary, own) for summary, (_, own) in zip(summaries, fillings, strict=True))
    return {"html": overview_html(summaries, written), "findings": [asdict(line) for line in found]}


def _check(request: Mapping[str, Any]) -> dict[str, Any]:
    dossier = request.get("dossier")
    answers = read_answers(dossier.get("answers", {}) if isinstance(dossier, Mapping) else None)
    return {"remarks": check.remarks(answers, [own_list(one, answers) for one in given.instruments(request)])}


def _know(request: Mapping[str, Any]) -> dict[str, Any]:
    """Read the instruments ahead of a question about them: the first reading takes longest."""
    given.instruments(request)
    return {}


def _list_yaml(request: Mapping[str, Any]) -> dict[str, Any]:
    instrument = own_list(given.instrument(request.get("instrument")), read_answers(request.get("answers", {})))
    if not is_adaptable(instrument):
        raise RequestError(FAILED)
    if not instrument.items:
        raise RequestError(word("list_empty"))
    return {"text": list_yaml(instrument)}


OPERATIONS: Mapping[str, Callable[[Mapping[str, Any]], dict[str, Any]]] = {
    "summary": _summary,
    "overview": _overview,
    "check": _check,
    "know": _know,
    "list_yaml": _list_yaml,
    **exports.OPERATIONS,
    **files.OPERATIONS,
    **flows.OPERATIONS,
    **meetings.OPERATIONS,
    **team.OPERATIONS,
    **trial.OPERATIONS,
}
