"""The colours of an edition against those of the handbook: can every letter be read on every paper? Reads one file."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

STYLES = Path("docs") / "stylesheets/base/colours.css"
PAPERS = ("papier", "kaart", "tint")
LETTERS = ("inkt", "inkt-zacht", "schakel", *(f"fase-{n}" for n in range(1, 7)))
#: edges and outlines: seen, not read
EDGES = ("rand", "focus")
NAMES = (*PAPERS, *LETTERS, *EDGES, "haarlijn")
#: letters that an edition does not choose, but that stand on its papers
_FIXED = ("groen", "oranje", "rood")
READ, SEEN = 4.5, 3.0
type Palette = Mapping[str, str]


@dataclass(frozen=True)
class Weak:
    """A pair of colours that do not differ enough."""

    letter: str
    paper: str
    ratio: float
    needed: float
    better: str  #: the nearest colour for the letter that can be read on every paper, or empty


def palettes(project: Path) -> dict[str, dict[str, str]]:
    """Return the handbook's own colours: {"licht": …, "donker": …}. Raises ValueError where the file has another build."""
    blocks = re.findall(r"(:root[^{]*)\{([^}]*)\}", (project / STYLES).read_text("utf-8"))
    read = [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", body)) for _, body in blocks]
    if len(read) < 3:
        raise ValueError(f"{STYLES}: light and dark are not where they were")
    return {"licht": read[0], "donker": read[0] | read[2]}


def contrast(one: str, other: str) -> float:
    """Return how much two colours differ, from 1 to 21, as WCAG measures it."""
    low, high = sorted((_luminance(one), _luminance(other)))
    return (high + 0.05) / (low + 0.05)


def weak(own: Palette, colours: Palette, needs: float = READ) -> Iterator[Weak]:
    """Yield, for each letter and edge, the paper on which it is worst, where that is too weak and of the edition's making.

    colours: all of them, the handbook's with the edition's own over them.
    """
    wanted = [(letter, needs) for letter in (*LETTERS, *_FIXED)] + [(edge, SEEN) for edge in EDGES]
    for letter, needed in wanted:
        papers = PAPERS if letter in own else [paper for paper in PAPERS if paper in own]
        ratios = {paper: contrast(colours[letter], colours[paper]) for paper in papers}
        worst = min(ratios, key=ratios.__getitem__, default="")
        if worst and ratios[worst] < needed:
            yield Weak(letter, worst, ratios[worst], needed, _better(letter, colours, needed))


def _better(letter: str, colours: Palette, needed: float) -> str:
    """Go from a colour to black and to white until it can be read on every paper; the shorter way wins."""
    steps = []
    for end in (0, 255):
        for step in range(1, 101):
            mixed = _mix(colours[letter], end, step / 100)
            if all(contrast(mixed, colours[paper]) >= needed for paper in PAPERS):
                steps.append((step, mixed))
                break
    return min(steps)[1] if steps else ""


def _mix(colour: str, end: int, part: float) -> str:
    return "#" + "".join(f"{round(value + (end - value) * part):02x}" for value in _parts(colour))


def _parts(colour: str) -> list[int]:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    return [int(digits[at : at + 2], 16) for at in (0, 2, 4)]


def _luminance(colour: str) -> float:
    parts = [value / 255 for value in _parts(colour)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def style_sheet(name: str, light: Palette, dark: Palette) -> str:
    """Return the rules that come after the handbook's own; on paper everything stays black on white.

    name: what stands at the foot of each printed page.
    """
    dark_rules = _rules(dark)
    foot = re.sub(r"[\"\\\n<>]", "", name)
    return (
        "/* Made from editie.yaml. */\n"
        f"@media screen {{ :root {{ {_rules(light)} }} }}\n"
        f'@media screen and (prefers-color-scheme: dark) {{ :root:not([data-theme="light"]) {{ {dark_rules} }} }}\n'
        f'@media screen {{ :root[data-theme="dark"] {{ {dark_rules} }} }}\n'
        f'@media print {{ :root {{ --foot: "{foot}"; }} }}\n'
    )


def _rules(palette: Palette) -> str:
    return " ".join(f"--{name}: {value};" for name, value in palette.items())
