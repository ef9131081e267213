"""Whose an action is. Pure. docs/javascripts/facts/stored.js (isOf) says the same of the page."""

import re
import unicodedata

#: an action may be of several: `KV, TB`, `KV en TB`
_BETWEEN = re.compile(r" ?[,;/+&] ?| en ")


def is_of(owner: str, who: str) -> bool:
    """Whether an action with this owner, as it was written, is of somebody: alone, or with others."""
    whole, name = _plain(owner), _plain(who)
    return name != "" and name in (whole, *_BETWEEN.split(whole))


def _plain(text: str) -> str:
    """Fold a text to plain lower case letters, as docs/javascripts/base/fold.js does."""
    folded = (unicodedata.normalize("NFD", one.lower())[0] if "\x7f" < one <= "\uffff" else one.lower()
              for one in unicodedata.normalize("NFC", text))  # fmt: skip
    return " ".join("".join(folded).split())
