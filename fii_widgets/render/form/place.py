"""Where on the site a form stands, and the names that follow from it."""

from dataclasses import dataclass


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where on the site a form stands."""

    root: str  #: relative path to the site's root, with a slash: "../../"
    prefix: str = ""  #: put before element ids, names and keys never change; none on its own page, which has an intro
    level: int = 3  #: level of the instrument's own heading
    heading: bool = True  #: False where the page's h1 or the fold already names it
    folds: bool = False  #: True in a page that explains it: a card first, with the form behind it
    wrapper_id: str = ""  #: id of the section, an address of its own
    names: str = ""  #: put before names and ids, only where nothing is stored (the proefbank)
