"""Everything an author can get wrong, both ways, all at once. Reads through the loader; changes nothing."""

from collections.abc import Iterator, Mapping
from pathlib import Path

from fii_widgets.errors import Problem, in_file
from fii_widgets.handbook.loader import Handbook, Loaded, load
from fii_widgets.handbook.pages import Page
from fii_widgets.handbook.phases import NAMES
from fii_widgets.instrument.text import source
from fii_widgets.lint.calls import Call, calls, check_calls
from fii_widgets.lint.files import check_files
from fii_widgets.lint.links import Targets, check_links, ids_of
from fii_widgets.lint.menu import check_menu
from fii_widgets.lint.pages import check_page
from fii_widgets.lint.unfinished import unfinished_instrument, unfinished_page
from fii_widgets.lint.unsafe import dangers, macro_names
from fii_widgets.lint.wording import wording


def check(project: Path) -> list[Problem]:
    """Return every problem in a project folder, sorted by file and line; files that cannot be read come first, alone."""
    if unreadable := sorted(check_files(project)):
        return unreadable
    handbook = load(project)
    macros = macro_names(project / "macros" / "__init__.py")
    instruments = {id_ for id_, loaded in handbook.instruments.items() if not loaded.is_example}
    problems = [*dangers(project, handbook)]
    targets = link_targets(project, handbook)
    for page in handbook.pages:
        problems += check_page(page)
        problems += check_calls(page, macros, instruments, NAMES)
        problems += unfinished_page(page)
        problems += check_links(page, targets)
    for loaded in handbook.instruments.values():
        problems += unfinished_instrument(loaded.file, loaded.document)
    problems += check_menu(project, handbook.pages)
    problems += _ids(handbook.pages)
    problems += _places(handbook)
    return sorted(set(problems))


def advice(project: Path) -> list[Problem]:
    """Return what would read better, sorted by file and line; nothing stands in the way of it."""
    return sorted(set(wording(load(project))))


def link_targets(project: Path, handbook: Handbook) -> Targets:
    """Return the pages with their ids, those that instruments get when the site is made, and the other files."""
    docs = project / "docs"
    forms = {id_: _form_ids(loaded) for id_, loaded in handbook.instruments.items() if not loaded.is_example}
    pages = {f"checklists/{id_}.md": frozenset((*ids, f"cl-{id_}")) for id_, ids in forms.items()}
    files = {path.relative_to(docs).as_posix() for path in docs.rglob("*") if path.is_file() and path.suffix != ".md"}
    return Targets({**pages, **{page.file: ids_of(page, forms) for page in handbook.pages}}, files)


def _form_ids(loaded: Loaded) -> frozenset[str]:
    sections = (section.id for section in loaded.instrument.sections)
    return frozenset((loaded.instrument.id, *sections, *source.own_ids(loaded.instrument)))


def _ids(pages: tuple[Page, ...]) -> Iterator[Problem]:
    """An id stands once in the whole handbook: links and saved files hang on it."""
    seen: dict[str, str] = {}
    for page in pages:
        for heading in page.headings:
            if not heading.id:
                continue
            place = f"docs/{page.file}:{heading.line}"
            if heading.id in seen:
                yield Problem(
                    f"docs/{page.file}",
                    heading.line,
                    f"het id '{heading.id}' bestaat al ({seen[heading.id]}). Kies een ander.",
                )
            seen.setdefault(heading.id, place)


def _places(handbook: Handbook) -> Iterator[Problem]:
    """Instruments and the pages they stand on name each other."""
    by_id = {page.id: page for page in handbook.pages if page.id}
    called: Mapping[str, list[Call]] = {
        page.id: [call for call in calls(page) if call.name == "instrument"] for page in handbook.pages
    }
    for loaded in handbook.instruments.values():
        if not loaded.is_example:
            yield from _stands_where_it_says(loaded, by_id, called)
    for page in handbook.pages:
        for call in called[page.id]:
            known = handbook.instruments.get(call.first)
            if known and not call.own_page and page.id not in known.instrument.explained_on:
                yield Problem(
                    f"docs/{page.file}",
                    call.line,
                    f"instrument '{call.first}' noemt deze pagina niet. Zet '{page.id}' bij 'staat_op' in {known.file}.",
                )


def _stands_where_it_says(
    loaded: Loaded, by_id: Mapping[str, Page], called: Mapping[str, list[Call]]
) -> Iterator[Problem]:
    id_ = loaded.instrument.id
    line = loaded.document.line(("staat_op",))
    yield from in_file(loaded.file, source.unknown_pages(loaded.instrument, loaded.document, by_id))
    for page_id in loaded.instrument.explained_on:
        if page_id in by_id and not any(call.first == id_ for call in called[page_id]):
            yield Problem(
                loaded.file,
                line,
                f"'staat_op' noemt '{page_id}', maar docs/{by_id[page_id].file} toont het niet met {{{{ instrument(\"{id_}\") }}}}.",
            )
    own = f"checklists/{id_}.md"
    # An instrument without a page of its own gets one when the site is made (macros.own_pages).
    if any(page.file == own for page in by_id.values()) and not any(
        call.first == id_ and call.own_page for page in by_id.values() if page.file == own for call in called[page.id]
    ):
        yield Problem(
            f"docs/{own}",
            1,
            f'deze pagina toont het instrument niet met {{{{ instrument("{id_}", eigen_pagina=True) }}}}.',
        )
