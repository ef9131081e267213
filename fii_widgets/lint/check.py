"""Everything an author can get wrong, both ways, all at once. Reads through the loader; changes nothing."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from fii_widgets.errors import Problem, SourceError, in_file
from fii_widgets.handbook.loader import Handbook, Loaded, load
from fii_widgets.handbook.pages import Page
from fii_widgets.handbook.phases import NAMES
from fii_widgets.instrument.text import source
from fii_widgets.instrument.tree import DecisionTree
from fii_widgets.lint import promises
from fii_widgets.lint.calls import Call, calls, check_calls
from fii_widgets.lint.files import check_files
from fii_widgets.lint.footnotes import check_footnotes
from fii_widgets.lint.language.unfinished import unfinished_instrument, unfinished_page
from fii_widgets.lint.language.wording import wording
from fii_widgets.lint.links import Targets, check_links, ids_of
from fii_widgets.lint.menu import check_menu
from fii_widgets.lint.pages import check_page
from fii_widgets.lint.unique import check_ids, check_page_ids, check_titles
from fii_widgets.lint.unsafe import dangers, known_macros


def check(project: Path) -> list[Problem]:
    """Return every problem in a project folder, sorted by file and line; files that cannot be read come first, alone.

    The one answer for `fii check`, `make serve`, `make site` and, by macros/guard, for every engine that builds the site.
    """
    if unreadable := sorted(check_files(project)):
        return unreadable
    try:
        handbook = load(project)
    except SourceError as unreadable_files:
        return unreadable_files.problems
    macros = known_macros(project / "macros")
    instruments = {
        id_: isinstance(loaded.instrument, DecisionTree) or loaded.document.broken
        for id_, loaded in handbook.instruments.items()
        if not loaded.is_example
    }
    problems = [*dangers(project, handbook)]
    targets = link_targets(project, handbook)
    examples = {Path(file).stem for file in targets.files if file.startswith("voorbeelden/")}
    forms = _forms(handbook)
    for page in handbook.pages:
        problems += check_page(page)
        problems += check_calls(page, macros, instruments, NAMES, examples)
        problems += unfinished_page(page)
        problems += check_footnotes(page)
        problems += check_page_ids(page, forms)
        problems += check_links(page, targets)
    for loaded in handbook.instruments.values():
        problems += unfinished_instrument(loaded.file, loaded.document)
    problems += check_menu(project, handbook.pages)
    problems += check_ids(handbook.pages, handbook.promised)
    problems += check_titles(handbook.pages, handbook.promised)
    problems += _places(handbook)
    told = {(problem.file, problem.line) for problem in problems}
    problems += promises.check_promises(handbook, targets, told)
    return sorted(set(problems))


def advice(project: Path) -> list[Problem]:
    """Return what would read better, sorted by file and line; nothing stands in the way of it."""
    return sorted(set(wording(load(project))))


def link_targets(project: Path, handbook: Handbook) -> Targets:
    """Return the pages with their ids, those that instruments get when the site is made, and the other files."""
    docs = project / "docs"
    forms = _forms(handbook)
    promised = handbook.promised.pages
    own = {f"checklists/{id_}.md": ids and frozenset((*ids, f"cl-{id_}")) for id_, ids in forms.items()}
    pages = {page.file: ids_of(page, forms, promised.get(page.address, ())) for page in handbook.pages}
    files = {path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_file() and path.suffix != ".md"}
    return Targets({**own, **pages}, files, promises.gone(handbook.promised))


def _forms(handbook: Handbook) -> dict[str, frozenset[str] | None]:
    """Return the ids of the form of every instrument that readers see; None where its text cannot be read."""
    return {
        id_: None if loaded.document.broken else _form_ids(loaded)
        for id_, loaded in handbook.instruments.items()
        if not loaded.is_example
    }


def _form_ids(loaded: Loaded) -> frozenset[str]:
    sections = (section.id for section in loaded.instrument.sections)
    return frozenset((loaded.instrument.id, *sections, *source.own_ids(loaded.instrument)))


def _places(handbook: Handbook) -> Iterator[Problem]:
    """Instruments and the pages they stand on name each other."""
    names = {page.file: _name(page, handbook) for page in handbook.pages}
    by_id = {names[page.file]: page for page in handbook.pages if names[page.file]}
    called: Mapping[str, list[Call]] = {
        page.file: [call for call in calls(page) if call.name == "instrument"] for page in handbook.pages
    }
    known_ids = by_id.keys() | handbook.promised.ids
    for loaded in handbook.instruments.values():
        if not loaded.is_example and not loaded.document.broken:
            line = loaded.document.line(("staat_op",))
            yield from in_file(loaded.file, source.unknown_pages(loaded.instrument, loaded.document, known_ids))
            yield from _stands_where_it_says(loaded, line, by_id, called)
    for page in handbook.pages:
        for call in called[page.file]:
            known = handbook.instruments.get(call.first)
            if (
                known
                and not known.document.broken
                and not call.own_page
                and names[page.file] not in known.instrument.explained_on
            ):
                yield Problem(
                    f"docs/{page.file}",
                    call.line,
                    f"instrument '{call.first}' noemt deze pagina niet. Zet '{names[page.file]}' bij 'staat_op' in {known.file}.",
                )


def _name(page: Page, handbook: Handbook) -> str:
    """Return the id by which others know a page: that of its title where it was published, whatever its head says."""
    title = page.headings[0].id if page.headings else ""
    return title if handbook.promised.is_of(page.address, title) else page.id


def _stands_where_it_says(
    loaded: Loaded, line: int, by_id: Mapping[str, Page], called: Mapping[str, list[Call]]
) -> Iterator[Problem]:
    id_ = loaded.instrument.id
    for page_id in loaded.instrument.explained_on:
        if page_id in by_id and not any(call.first == id_ for call in called[by_id[page_id].file]):
            yield Problem(
                loaded.file,
                line,
                f"'staat_op' noemt '{page_id}', maar docs/{by_id[page_id].file} toont het niet met {{{{ instrument(\"{id_}\") }}}}.",
            )
    own = f"checklists/{id_}.md"
    # An instrument without a page of its own gets one when the site is made (macros.own_pages).
    if any(page.file == own for page in by_id.values()) and not any(
        call.first == id_ and call.own_page for page in by_id.values() if page.file == own for call in called[page.file]
    ):
        yield Problem(
            f"docs/{own}",
            1,
            f'deze pagina toont het instrument niet met {{{{ instrument("{id_}", eigen_pagina=True) }}}}.',
        )
