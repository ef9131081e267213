"""aliassen.yml, links.lock and codes.lock: each line is an address of the site. Pages are written at what they name.

What leads where, and whether that exists, is known to the build only (tools/aliases, tools/codes).
"""

import re
from collections.abc import Iterator
from pathlib import Path

from fii_widgets.errors import Problem, in_file
from fii_widgets.handbook.promised import ALIASES, read_aliases
from fii_widgets.instrument.text import yaml_text
from fii_widgets.lint.markup import shown

#: a page ("model/stoplicht/", "./"), or a place on one ("model/stoplicht/#lichten"); no part begins with a dot
ADDRESS = re.compile(r"(?=.)(?:\./|(?:\w[\w.-]*/)+)?(?:#[^\s#<>\"]+)?")
CODE = re.compile(r"[a-z0-9]+(?:[.+-][a-z0-9]+)*")


def check_leads(project: Path) -> Iterator[Problem]:
    """Yield every line that is no address, or no code with one."""
    document = read_aliases(project)
    yield from in_file(ALIASES, document.faults)
    for path, address in yaml_text.texts(document.tree):
        if not ADDRESS.fullmatch(address):
            yield Problem(
                ALIASES,
                document.line(path),
                f"'{shown(address)}' is geen adres van het handboek, zoals model/stoplicht/.",
            )
    for name in ("links.lock", "codes.lock"):
        lock = (project / name).read_text("utf-8") if (project / name).is_file() else ""
        for number, text in enumerate(lock.splitlines(), 1):
            code, _, place = text.partition(" ") if name == "codes.lock" else ("a", "", text)
            if text.strip() and not (text.startswith("# ") or (ADDRESS.fullmatch(place) and CODE.fullmatch(code))):
                yield Problem(name, number, f"'{shown(text)}' hoort hier niet. Zet de regel terug zoals die was.")
