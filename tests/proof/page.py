"""What the trials of the proof see and do on the dossier's page, whatever stands in it. Judges nothing by itself."""

import re
from typing import Any

from tools.paths import DOCS

#: what the page says now, as a reader finds it
SAYS = """() => {
  const shown = (s) => [...new Set([...document.querySelectorAll(s)].filter((e) => e.checkVisibility()).map((e) => e.innerText.trim().slice(0, 90)).filter(Boolean))];
  const status = shown('[data-fii-status]');
  return { wrong: [...shown('[role=alert], [data-fii-alert], [data-fii-complaint]'), ...status.filter((s) => s.includes('Niet opgeslagen'))].join(' '),
    kept: status.length > 0 && status.every((s) => s.includes('Opgeslagen in deze browser')),
    choices: Object.fromEntries([...document.querySelectorAll('[data-fii-item] input[type=radio]:checked')].filter((e) => e.value).map((e) => [e.name, e.value])) };
}"""
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
