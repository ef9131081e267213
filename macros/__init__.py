"""Dutch macro names ↔ functions, and nothing else. mkdocs-macros calls define_env once a build, and
on_pre_page_macros before each page.

A macro returns one string without newlines, so that Markdown leaves it alone; it stands alone on its line.
"""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from fii_widgets.render.markup import Html
from macros import guard, missing, own_pages, widgets
from macros.guard import on_pre_page_macros

__all__ = ["define_env", "on_pre_page_macros"]

#: what an author may write in a page; `fii check` reads this table too
MACROS: Mapping[str, Callable[..., Html]] = {
    "lijn": widgets.line,
    "fasen_in_tekst": widgets.phases_as_text,
    "beslistabel": widgets.decision_table,
    "figuur": widgets.figure,
    "instrument": widgets.instrument,
    "instrumenten": widgets.instrument_list,
    "herkomst": widgets.provenance_counts,
    "dossier": widgets.dossier,
    "voorbeeld": widgets.example,
    "voorbeelden": widgets.examples_in_dossier,
    "proefbank": widgets.trial,
    "bijeenkomst": widgets.session,
    "aangehaald": widgets.cited_on,
    "casusgegevens": widgets.case_facts,
    "geheel": widgets.gathered,
    "codeveld": widgets.code_field,
    "codelijst": widgets.code_list,
    "uitgave": widgets.hand_out,
    "mijn_computer": widgets.computer,
    "nieuws": widgets.news,
}


def define_env(env: Any) -> None:
    """Look at what the pages hold; then give every instrument a page, and register the macros. Each gets the page it
    stands on, to know the way to the site's root."""
    guard.stop_at_faults(widgets.PROJECT)
    missing.tell(Path(env.conf["docs_dir"]))
    instruments = widgets.published()
    own_pages.write_pages(instruments, Path(env.conf["docs_dir"]))
    own_pages.add_to_menu(instruments, env.conf["nav"] or [])
    env.variables["fii_macros"] = tuple(MACROS)  # for guard: it must not know what imports it
    for name, function in MACROS.items():
        env.macro(widgets.on_page(function, env), name)
