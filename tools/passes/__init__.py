"""Turn what the site generator built into what is published; engine-independent, the last word on every page.

Works on files only and in place. Running it twice changes nothing the second time.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tools import markup, search_index
from tools.passes import examples, leftovers, policy, published, tables, terms, trial, whole


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
    """Run all passes over a built site; raise FileNotFoundError where there is none."""
    paths = markup.pages(site)
    if not paths:
        raise FileNotFoundError(site)
    sections: list[search_index.Section] = []
    for path in paths:
        page = markup.read(path)
        leftovers.clean(page)
        tables.clean(page)
        policy.clean(page)
        sections += search_index.sections(page, path.relative_to(site).as_posix())
        path.write_text(markup.serialise(page), "utf-8")
    whole.write(site)
    search_index.write(site, sections)
    explained = terms.write(site)
    published.write(site)
    trial.write(site)
    examples.write(site)
    policy.write_headers(site)
    return Outcome(len(paths), leftovers.drop_files(site), len(sections), explained)
