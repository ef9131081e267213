"""Turn what the site generator built into what is published; engine-independent, the last word on every page.

Works on files only and in place. Running it twice changes nothing the second time.
"""

from pathlib import Path

from tools.pages import markup
from tools.passes import (
    assets,
    examples,
    foreign,
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


def apply(site: Path) -> str:
    """Run all passes over a built site and say in Dutch what was done.

    Raises NoSiteError where there is none, SourceError for wrong aliases.
    """
    moved.clear(site)
    paths = markup.pages(site)
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
        sections += index.sections(page, name)
        foreign.clean(page)
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
    dropped = leftovers.drop_files(site)
    return (
        f"{len(paths)} pagina's afgewerkt, {len(sections)} stukken in het zoekregister, "
        f"{explained} begrippen, {dropped} ongebruikte bestanden van het thema weggelaten."
    )
