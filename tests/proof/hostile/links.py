"""Makes links that mean harm: the part after the # of an address. Opens none of them.

Every hostile file comes as a link too: its choices where those are spoiled, else its own text.
"""

import base64
import binascii
import json
import zlib
from collections.abc import Iterator
from urllib.parse import quote

from tests.proof.harm import HARMS
from tests.proof.hostile.files import all_files

INSTRUMENT = "stoplicht-1"
ITEMS = ("s1-01", "s1-02", "s1-03")
#: so much of a file goes into an address
ROOM = 20_000
ODD = (
    "__proto__",
    "constructor",
    "../x",
    "s1-01@999999",
    "s1-01@-1",
    "é",
    "s1-99",
    "",
    "s1-01.tekst",
    "stoplicht-1.volgorde",
    "x" * 300,
    "%00",
)


def all_links() -> list[tuple[str, str]]:
    """Return (class, fragment) of each."""
    return [*(("a link", one) for one in _odd()), *_of_files()]


def fragment(body: str, instrument: str = INSTRUMENT, version: str = "fii1") -> str:
    """Return a link with a checksum that fits, whatever it carries."""
    check = f"{binascii.crc32(f'{instrument}~{body}'.encode('utf-8', 'surrogatepass')):08x}"
    return quote(f"{version}~{instrument}~{check}~{body}", safe="~:,@-._!<>\"'()=", errors="surrogatepass")


def _odd() -> Iterator[str]:
    good = fragment("s1-0~rood:1,2")
    yield from (good[:at] for at in range(5, len(good), 3))
    yield from (fragment(f"s1-0~{choice}:1") for choice in ("paars", "", "__proto__", "rood:rood", *HARMS))
    yield from (fragment(f"~rood:{item}") for item in (*ODD, *HARMS))
    yield from (
        fragment("s1-0~rood:1", instrument=one) for one in ("", "stoplicht-9", "__proto__", "../gereedheid", *HARMS)
    )
    yield from (fragment("s1-0~rood:1", version=one) for one in ("fii2", "fii99", "fii0", "fii1e9"))
    yield fragment("s1-0~rood:1~groen:1")
    yield fragment("s1-0~" + "~".join(f"rood:{at}" for at in range(3_000)))
    yield fragment("s1-0~rood:" + ",".join(str(at) for at in range(2_000)))
    yield fragment("s1-0~rood:" + "1," * 100_000)
    yield "fii1~" + "%25" * 20_000
    yield "fii1~" + "%" * 3_000
    yield "fii1%7e" + "%E0%A4%A" * 100
    bomb = base64.urlsafe_b64encode(zlib.compress(b"0" * 10_000_000, 9)).decode()
    yield f"fii1~{INSTRUMENT}~{binascii.crc32(bomb.encode()):08x}~{bomb}"
    yield f"fii2~{bomb}"
    yield fragment("s1-0~rood:1\u202e,2")
    yield fragment("s1-0~rood:1\ud800")


def _of_files() -> Iterator[tuple[str, str]]:
    for file in all_files():
        answers = file.tree.get("answers") if file.tree and len(file.content) < ROOM else None
        groups = [f"{_choice(one)}:{item}" for item, one in answers.items()] if isinstance(answers, dict) else []
        is_spoiled = bool(groups) and groups[0] != "rood:s1-01"
        text = file.content[:ROOM].decode("utf-8", "replace")
        yield file.kind, fragment("~" + "~".join(groups) if is_spoiled else text)


def _choice(answer: object) -> str:
    choice = answer.get("choice", "") if isinstance(answer, dict) else answer
    return choice if isinstance(choice, str) else json.dumps(choice)
