"""A trainer's session: the blank sheet is complete without scripts, and a link holds a whole plan or none.

The script that reads links runs here in node, without a browser: it touches no page.
"""

import base64
import json
import os
import re
import subprocess
import sysconfig
from pathlib import Path
from typing import Any

import pytest

from fii_widgets.instrument.room import SESSION
from fii_widgets.render.frames.session import NOTES, PLACES, QUESTIONS, session_frame
from tools.pages import markup
from tools.paths import ROOT
from tools.setup.programs import find_node

NODE = find_node(os.environ.get("PATH", ""), Path(sysconfig.get_path("purelib")))
SCRIPT = ROOT / "docs" / "javascripts" / "session/session-plan.js"
PLAN = [
    'Leren "samen" & <b>',
    "Weten wie wat doet.\nEn wanneer, café.",
    "90",
    "Kring",
    "Een?\n\nTwee?",
    ["5b.2", "c1", "s1=samen-leren"],
]
ASK = """import { readFragment, fragmentOf, cleaned, questionsOf } from %s;
const asked = JSON.parse(await new Response(process.stdin).text());
const read = (hash) => { const found = readFragment(hash);
  return 'plan' in found ? { ...found, again: fragmentOf(found.plan), lines: questionsOf(found.plan) } : found; };
console.log(JSON.stringify({ read: asked.read.map(read), cleaned: asked.cleaned.map((pair) => cleaned(...pair)) }));
"""


def fragment(tree: object) -> str:
    packed = base64.urlsafe_b64encode(json.dumps(tree, ensure_ascii=False, separators=(",", ":")).encode())
    return "bijeenkomst1~" + packed.decode().rstrip("=")


def ask(read: list[str], cleaned: list[list[str]] | None = None) -> dict[str, Any]:
    assert NODE, "Node is missing"
    done = subprocess.run(
        [NODE.node, "--input-type=module", "-e", ASK % json.dumps(SCRIPT.as_uri())],
        input=json.dumps({"read": read, "cleaned": cleaned or []}), capture_output=True, text=True, check=True,
    )  # fmt: skip
    answer: dict[str, Any] = json.loads(done.stdout)
    return answer


def changed(at: int, value: object) -> str:
    return fragment([*PLAN[:at], value, *PLAN[at + 1 :]])


def test_a_plan_travels_whole() -> None:
    link = fragment(PLAN)
    assert re.fullmatch(r"[A-Za-z0-9~_-]+", link)
    largest = ["é" * 120, "é" * 600, "9999", "é" * 200, "é" * 2000, [f"{n}" for n in range(30)]]
    found = ask([f"#{link}", link.replace("~", "%7E"), fragment(largest), fragment(["", "", "", "", "", []])])["read"]
    names = ("title", "aim", "minutes", "form", "questions", "places")
    assert [found[0]["plan"][name] for name in names] == PLAN
    assert found[0]["again"] == found[1]["again"] == link
    assert found[0]["lines"] == ["Een?", "Twee?"]
    assert found[2]["again"] == fragment(largest)
    assert "plan" in found[3]


HOSTILE = {
    "cut off": fragment(PLAN)[:-7],
    "no base64": "bijeenkomst1~<img src=x onerror=alert(1)>",
    "no utf-8": "bijeenkomst1~" + base64.urlsafe_b64encode(b'["\xff"]').decode(),
    "no list": fragment({"title": "x"}),
    "too few": fragment(PLAN[:5]),
    "too many": fragment([*PLAN, "x"]),
    "a number": changed(0, 5),
    "a long title": changed(0, "x" * 121),
    "lines in a title": changed(0, "x\ny"),
    "letters for minutes": changed(2, "9o"),
    "a character that turns letters round": changed(0, "x\u202ey"),
    "a character that shows nothing": changed(3, "x\u200by"),
    "a null": changed(1, "x\u0000"),
    "an address for a code": changed(5, ["https://elders.example/"]),
    "markup for a code": changed(5, ["<b>"]),
    "a code twice": changed(5, ["c1", "c1"]),
    "many codes": changed(5, [f"{n}" for n in range(31)]),
    "no list of codes": changed(5, "c1"),
    "a prototype": changed(5, ["__proto__"]),
    "deep": "bijeenkomst1~" + base64.urlsafe_b64encode(b"[" * 9000).decode(),
}


def test_what_is_no_plan_is_refused() -> None:
    found = ask(list(HOSTILE.values()))["read"]
    assert dict(zip(HOSTILE, found, strict=True)) == {key: {"fault": "broken"} for key in HOSTILE}
    others = ask(["", "#hb-trainers", "#fii1~a~b~c~d", "bijeenkomst2~x", "bijeenkomst1~" + "A" * 20_000])["read"]
    assert [one["fault"] for one in others] == ["none", "none", "none", "newer", "long"]


def test_what_is_typed_fits_in_a_link() -> None:
    typed = [["title", "a\nb\u202ec\t" + "x" * 200], ["aim", "a\r\nb"], ["minutes", "90 min"]]
    assert ask([], typed)["cleaned"] == ["a bc " + "x" * 200, "a\nb", "90"]


def test_fields_and_links_have_the_same_limits() -> None:
    (said,) = re.findall(r"MOST = \{(.*?)\}", SCRIPT.read_text("utf-8"))
    limits = {name: int(value.replace("_", "")) for name, value in re.findall(r"(\w+): ([\d_]+)", said)}
    assert limits == {**SESSION, "places": 30}
    assert "passen 30 delen" in (ROOT / "fii_widgets" / "words" / "session.py").read_text("utf-8")


def test_the_blank_sheet_is_there_without_scripts() -> None:
    page = markup.parse(f"<body>{session_frame()}</body>")
    sheet = page.css_first("[data-fii-sheet]")
    assert sheet is not None
    assert [markup.text(node) for node in sheet.css("dt, h3")] == [
        "Doel", "Tijd", "Werkvorm", "Wat we gebruiken", "Vragen voor het gesprek", "Aantekeningen",
    ]  # fmt: skip
    assert len(sheet.css(".fii-blad__regel")) == 1 + 3 + PLACES + QUESTIONS + NOTES
    assert not sheet.css("input, textarea, button, [id]")  # it is copied to be printed


@pytest.mark.parametrize("name", SESSION)
def test_every_field_has_its_label_and_its_limit(name: str) -> None:
    page = markup.parse(f"<body>{session_frame()}</body>")
    field = page.css_first(f"[data-fii-part={name}]")
    assert field is not None
    assert field.attrs["data-fii-longest"] == str(SESSION[name])
    assert page.css_first(f'label[for="{field.id}"]') is not None
