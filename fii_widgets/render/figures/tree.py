"""Figure 8: a tree that is watered. Makes pictures, knows no page. The base of the trunk is the origin."""

import math
from itertools import pairwise

from fii_widgets.render.figures.shapes import Parts, lines, picture, words
from fii_widgets.render.markup import Html, element, join
from fii_widgets.words.figures import CAN, LEAVES, TRUNK

type Point = tuple[float, float]

#: branches from the trunk outwards: start, two handles, tip (a cubic curve)
BRANCHES: tuple[tuple[Point, Point, Point, Point], ...] = (
    ((-4, -108), (-14, -146), (-62, -142), (-112, -166)),
    ((-4, -122), (-14, -168), (-56, -186), (-88, -222)),
    ((-1, -130), (-2, -178), (-26, -214), (-38, -256)),
    ((1, -130), (4, -176), (20, -220), (22, -266)),
    ((4, -122), (14, -166), (50, -194), (78, -232)),
    ((4, -108), (16, -142), (62, -140), (114, -162)),
)
#: where a branch bears leaves: how far along, and on which side
BEARS = ((0.44, 1), (0.52, -1), (0.61, 1), (0.69, -1), (0.78, 1), (0.86, -1), (0.95, 1))
#: what stands at the tip of each branch
TIPS = ("bloem", "blad", "knop", "bloem", "blad", "bloem")
#: buds on the way: which branch, how far along, on which side
BUDS = ((1, 0.9, -1), (4, 0.93, 1), (5, 0.74, -1), (0, 0.72, 1))
LEAF = "M0 0C5 -9 16 -10 25 0C16 9 6 9 0 0Z"
TRUNK_SHAPE = "M-28 0C-15 -5 -12 -28 -11 -60C-10 -88 -8 -108 -9 -134H8C7 -108 10 -88 11 -60C12 -28 15 -5 28 0Z"


def draw(id_: str) -> Html:
    """Return the tree for a wide and for a narrow place."""
    return join([picture(id_, "breed", 640, 312, _wide()), picture(id_, "smal", 332, 424, _narrow())])


def _wide() -> Parts:
    """The names beside what they name."""
    return [
        _at(336, 306, [_ground(-216, 176), *_tree(), _at(-204, -116, _can())]),
        *_name(494, 66, LEAVES, 18),
        _leader("M486 61H424"),
        *_name(494, 232, TRUNK, 18),
        _leader("M486 227H360"),
        *_name(104, 196, CAN, 18, "eind"),
        _leader("M112 191H126"),
    ]


def _narrow() -> Parts:
    """The names above and under what they name."""
    return [
        _at(204, 348, [_ground(-194, 118), *_tree(), _at(-186, -112, _can())]),
        *_name(2, 20, LEAVES, 30),
        _leader("M40 50V96Q40 110 54 114L104 128"),
        *_name(204, 394, TRUNK, 18, "midden"),
        _leader("M204 374V356"),
        *_name(12, 394, CAN, 18),
        _leader("M44 374V302"),
    ]


def _name(x: int, y: int, name: tuple[str, str], letters: int, side: str = "") -> list[Html]:
    return [words(x, y, name[0], f"naam {side}"), *lines(x, y + 21, name[1], letters, side)]


def _leader(path: str) -> Html:
    return element("path", class_="fii-beeld__wijs", d=path)


def _at(x: float, y: float, parts: Parts, degrees: float = 0) -> Html:
    turn = f" rotate({degrees:g})" if degrees else ""
    return element("g", *parts, transform=f"translate({x:g} {y:g}){turn}")


def _ground(left: int, right: int) -> Html:
    return element("path", class_="fii-beeld__grond", d=f"M{left} 0H{right}")


def _tree() -> Parts:
    """Branches behind, then leaves, then what flowers."""
    wood: Parts = [element("path", class_="fii-beeld__tak", d=_curve(branch)) for branch in BRANCHES]
    wood.append(element("path", class_="fii-beeld__stam", d=TRUNK_SHAPE))
    leaves: Parts = []
    for branch, tip in zip(BRANCHES, TIPS, strict=True):
        leaves += [_leaf(branch, t, side) for t, side in BEARS]
        leaves.append(_leaf(branch, 1, 0) if tip == "blad" else None)
    buds: Parts = [_bud(BRANCHES[number], t, side) for number, t, side in BUDS]
    flowers: Parts = [
        _flower(*branch[3]) if tip == "bloem" else _bud(branch, 1, 0) if tip == "knop" else None
        for branch, tip in zip(BRANCHES, TIPS, strict=True)
    ]
    return [*wood, *leaves, *buds, *flowers]


def _leaf(branch: tuple[Point, ...], t: float, side: int) -> Html:
    (x, y), degrees = _on(branch, t)
    return _at(x, y, [element("path", class_="fii-beeld__blad", d=LEAF)], degrees - 52 * side)


def _bud(branch: tuple[Point, ...], t: float, side: int) -> Html:
    (x, y), degrees = _on(branch, t)
    stalk = element("path", class_="fii-beeld__steel", d="M0 0H9")
    bud = element("path", class_="fii-beeld__knop", d="M8 0C9 -6 15 -6 19 0C15 6 9 6 8 0Z")
    return _at(x, y, [stalk, bud], degrees - 64 * side)


def _flower(x: float, y: float) -> Html:
    petals: Parts = [
        element(
            "circle", class_="fii-beeld__bloem", cx=f"{7 * math.cos(turn):.1f}", cy=f"{7 * math.sin(turn):.1f}", r=6
        )
        for turn in (math.tau * number / 5 - math.pi / 2 for number in range(5))
    ]
    return _at(x, y, [*petals, element("circle", class_="fii-beeld__hart", cx=0, cy=0, r=4)])


def _can() -> Parts:
    """A watering can that pours to the right. The origin is its upper left corner, before it is tilted."""
    body = element("path", class_="fii-beeld__gieter", d="M4 0H58L64 52Q64 56 60 56H4Q0 56 0 52Z")
    handle = element("path", class_="fii-beeld__greep", d="M4 8C-24 4 -26 44 1 44M14 0C16 -22 46 -22 50 0")
    spout = element("path", class_="fii-beeld__gieter", d="M62 34L98 -4L104 1L64 52Z")
    rose = element("path", class_="fii-beeld__greep", d="M92 -11L112 8")
    drops: Parts = [
        element(
            "path",
            class_="fii-beeld__druppel",
            d="M0 0C3 5 4 7 4 9A4 4 0 0 1 -4 9C-4 7 -3 5 0 0Z",
            transform=f"translate({x} {y})",
        )
        for x, y in ((112, 46), (126, 44), (138, 57), (119, 68), (134, 78), (150, 74), (146, 96), (162, 92))
    ]
    return [element("g", handle, spout, body, rose, transform="rotate(22 30 28)"), *drops]


def _curve(branch: tuple[Point, ...]) -> str:
    start, *rest = (f"{x:g} {y:g}" for x, y in branch)
    return f"M{start}C{' '.join(rest)}"


def _on(branch: tuple[Point, ...], t: float) -> tuple[Point, float]:
    """Return a point of a curve and the direction there, in degrees."""
    weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
    x, y = (sum(w * p[axis] for w, p in zip(weights, branch, strict=True)) for axis in (0, 1))
    slopes = (3 * (1 - t) ** 2, 6 * t * (1 - t), 3 * t**2)
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(branch)]
    dx, dy = (sum(s * step[axis] for s, step in zip(slopes, steps, strict=True)) for axis in (0, 1))
    return (round(x, 1), round(y, 1)), round(math.degrees(math.atan2(dy, dx)))
