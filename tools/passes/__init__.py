"""Turn what the site generator built into what is published; engine-independent, the last word on every page.

Works on files only and in place. Running it twice changes nothing the second time.
"""

from dataclasses import dataclass
from pathlib import Path

from tools.pages import markup
from tools.passes import (
    assets,
    examples,
    leftovers,
    moved,
    policy,
    published,
    reading_time,
    sessions,
    spots,
    tables,
    terms,
    trial,
    whole,
)
from tools.search import index

#: Pages that search does not find: a way to other pages, no text.
NOT_FOUND = ("ga/index.html",)


@dataclass(frozen=True)
class Outcome:
    """What the passes did, for one line to the person who built the site."""

    #: pages rewritten
    pages: int
    #: files of the theme that no page uses and that are gone
    dropped: int
    #: sections in the search index
    sections: int
    #: words of the glossary that are explained where they stand
    terms: int


def apply(site: Path) -> Outcome:
    """Run all passes over a built site; raise FileNotFoundError where there is none, SourceError for wrong aliases."""
    moved.clear(site)
    paths = markup.pages(site)
    if not paths:
        raise FileNotFoundError(site)
    sections: list[index.Section] = []
    for path in paths:
        page = markup.read(path)
        moved.strip(page)
        spots.strip(page)
        leftovers.clean(page)
        tables.clean(page)
        reading_time.clean(page)
        policy.clean(page)
        name = path.relative_to(site).as_posix()
        sections += index.sections(page, name) if name not in NOT_FOUND else []
        markup.write(page, path)
    whole.write(site)
    index.write(site, sections)
    explained = terms.write(site)
    published.write(site)
    trial.write(site)
    examples.write(site)
    sessions.write(site)
    leads = moved.write(site)
    spots.write(site, leads)
    policy.write_headers(site)
    assets.write(site)
    return Outcome(len(paths), leftovers.drop_files(site), len(sections), explained)
