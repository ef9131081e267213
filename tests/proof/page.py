"""What the trials of the proof see and do on the dossier's page, whatever stands in it. Judges nothing by itself."""

import re
from typing import Any

from fii_widgets.words.scripts import WORDS_FOR_SCRIPTS
from tools.paths import DOCS

#: how a sentence begins that tells of something wrong in the line that says where the answers are
_UNSURE = WORDS_FOR_SCRIPTS["status.unsure"].partition(".")[0]
#: what the page says now, as a reader finds it
SAYS = """() => {
  const shown = (s) => [...new Set([...document.querySelectorAll(s)].filter((e) => e.checkVisibility()).map((e) => e.innerText.trim()).filter(Boolean))];
  const status = shown('[data-fii-status]');
  const wrong = [...shown('[role=alert], [data-fii-alert], [data-fii-complaint]'), ...status.filter((s) => s.includes('Niet opgeslagen') || s.includes('UNSURE'))];
  return { wrong: wrong.map((s) => s.slice(0, 90)).join(' '),
    kept: status.length > 0 && status.every((s) => s.includes('Opgeslagen in deze browser')),
    choices: Object.fromEntries([...document.querySelectorAll('[data-fii-item] input[type=radio]:checked')].filter((e) => e.value).map((e) => [e.name, e.value])) };
}""".replace("UNSURE", _UNSURE)
#: gives an item another choice than it has, as a press does, and says which
CLICK = """(item) => {
  const chosen = document.querySelector(`input[name="${item}"]:checked`)?.value;
  const other = { groen: 'oranje', oranje: 'rood' }[chosen] ?? 'groen';
  document.querySelector(`input[name="${item}"][value="${other}"]`).click();
  return other; }"""
#: the layout of the browser's store, as the page's own script has it
LAYOUT = int(
    re.findall(r"(?m)^const LAYOUT = (\d+);", (DOCS / "javascripts/store/answer-store.js").read_text("utf-8"))[0]
)
LIGHTS = ("groen", "oranje", "rood")
type Says = dict[str, Any]
