"""Every colour of letters and lights can be read on every paper: light, dark and printed."""

import re
from itertools import product
from pathlib import Path

import pytest

STYLES = (Path(__file__).parents[2] / "docs/stylesheets/base/colours.css").read_text(encoding="utf-8")
PAPERS = ("papier", "kaart", "tint")
LETTERS = ("inkt", "inkt-zacht", "schakel", "groen", "oranje", "rood", *(f"fase-{n}" for n in range(1, 7)))


def blocks() -> dict[str, dict[str, str]]:
    found = re.findall(r"(:root[^{]*)\{([^}]*)\}", STYLES)
    read = [dict(re.findall(r"--([\w-]+): (#[0-9a-f]{3,6});", body)) for _, body in found]
    light, device, chosen, paper = read
    assert device == chosen, "the two dark blocks differ"
    return {"light": light, "dark": light | device, "print": light | paper}


def luminance(colour: str) -> float:
    digits = colour[1:] if len(colour) == 7 else "".join(2 * digit for digit in colour[1:])
    parts = [int(digits[at : at + 2], 16) / 255 for at in (0, 2, 4)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


@pytest.mark.parametrize("face", ["light", "dark", "print"])
def test_letters_can_be_read_and_edges_can_be_seen(face: str) -> None:
    colours = blocks()[face]
    weak = [
        (letter, paper, round(contrast(colours[letter], colours[paper]), 2))
        for letter, paper in product(LETTERS, PAPERS)
        if contrast(colours[letter], colours[paper]) < 4.5
    ]
    weak += [
        (edge, paper, round(contrast(colours[edge], colours[paper]), 2))
        for edge, paper in product(("rand", "focus"), PAPERS)
        if contrast(colours[edge], colours[paper]) < 3
    ]
    assert weak == []


def test_the_measure_itself_refuses_grey_on_grey() -> None:
    assert contrast("#000", "#ffffff") == pytest.approx(21)
    assert contrast("#999999", "#fff") < 3
