"""What stands once: an id in the handbook and on a page, and a title. Told at the one that came later. Opens no files."""

import re
from collections.abc import Collection, Iterator, Mapping

from fii_widgets.errors import Problem
from fii_widgets.handbook.pages import Page, outside_code
from fii_widgets.handbook.promised import Promised
from fii_widgets.lint.calls import calls

_IDS = re.compile(r"\{:[^}]*?#([\w-]+)[^}]*\}|\sid=\"([\w-]+)\"")
_CODE = re.compile(r"`[^`]*`")


def check_ids(pages: tuple[Page, ...], promised: Promised) -> Iterator[Problem]:
    """Yield headings with an id that another has: links and saved files hang on it."""
    places = [(page, heading) for page in pages for heading in page.headings if heading.id]
    places.sort(key=lambda place: not promised.is_of(place[0].address, place[1].id))
    seen: dict[str, str] = {}
    for page, heading in places:
        if heading.id in seen:
            message = f"het id '{heading.id}' bestaat al ({seen[heading.id]}). Kies een ander."
            yield Problem(f"docs/{page.file}", heading.line, message)
        seen.setdefault(heading.id, f"docs/{page.file}:{heading.line}")


def check_page_ids(page: Page, forms: Mapping[str, Collection[str] | None]) -> Iterator[Problem]:
    """Yield the ids that a page has twice, those of a form on its own page included; forms: instrument → ids."""
    seen: dict[str, int] = {}
    headings = {heading.line for heading in page.headings}
    for call in calls(page):
        if call.name == "instrument" and call.own_page:
            seen.update(dict.fromkeys(forms.get(call.first) or (), call.line))
    for number, line in outside_code(page.text.splitlines(), page.body_line):
        for id_ in (one for found in _IDS.findall(_CODE.sub("", line)) for one in found if one):
            other = seen.get(id_)
            if other and not {number, other} <= headings:  # of two headings is told already
                message = f"het id '{id_}' staat al op deze pagina (regel {other}). Kies een ander."
                yield Problem(f"docs/{page.file}", number, message)
            seen.setdefault(id_, number)


def check_titles(pages: tuple[Page, ...], promised: Promised) -> Iterator[Problem]:
    """Yield pages with the title of another: in a list of results nobody can tell them apart."""
    seen: dict[str, str] = {}
    for page in sorted(pages, key=lambda page: page.address not in promised.pages):
        title = page.value("title")
        if title in seen and title and "[vul in:" not in title:
            line = page.meta.line(("title",))
            message = f"de titel '{title}' is ook die van docs/{seen[title]}. Geef deze pagina een andere."
            yield Problem(f"docs/{page.file}", line, message)
        seen.setdefault(title, page.file)
