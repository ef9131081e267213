"""The files that authors bring: none is or becomes a way out, and a drawing draws only."""

import os
import time
from pathlib import Path

import pytest

from fii_widgets.lint.files import LINK, check_drawing, check_files

SVG = 'xmlns="http://www.w3.org/2000/svg"'


def told(project: Path) -> dict[str, str]:
    return {problem.file: problem.message for problem in check_files(project)}


@pytest.mark.parametrize(
    "file",
    ["docs/Thumbs.db", "docs/images/Thumbs.db", "docs/.gitkeep", "docs/.DS_Store", "checklists/.gitkeep",
     "docs/runtime/x.js", "overrides/x.png", "overrides/partials/x.html", "mkdocs-handboek.yml"],
)  # fmt: skip
def test_a_link_is_told_whatever_its_name(tmp_path: Path, file: str) -> None:
    """What it leads to would be published with the site, or be in a message."""
    (tmp_path / file).parent.mkdir(parents=True, exist_ok=True)
    (tmp_path / file).symlink_to("/etc/hostname")
    assert told(tmp_path) == {file: LINK}


@pytest.mark.parametrize("file", ["docs/.gitkeep", "docs/Thumbs.db", "overrides/x.html"])
def test_what_is_no_file_is_told_whatever_its_name(tmp_path: Path, file: str) -> None:
    (tmp_path / file).parent.mkdir(parents=True)
    os.mkfifo(tmp_path / file)
    assert list(told(tmp_path)) == [file]


def test_what_a_computer_leaves_behind_is_let_alone_where_no_engine_publishes_it(tmp_path: Path) -> None:
    (tmp_path / "docs").mkdir()
    for name in (".DS_Store", ".gitkeep", "Thumbs.db"):
        (tmp_path / "docs" / name).write_bytes(b"\0")
    assert told(tmp_path) == {"docs/Thumbs.db": "dit bestand maakte Windows, en het komt in de site. Haal het weg."}


@pytest.mark.parametrize(
    "css",
    [
        "background-image:image-set('https://kwaad.example/x.png' 1x)", "background:-webkit-image-set(&quot;//x&quot; 1x)",
        "background:src('https://kwaad.example')", "background:cross-fade('//x', red)", "background:IMAGE('//x')",
        "background:-webkit-cross-fade('//x',red)", "--a:image-set('//x' 1x);fill:var(--a)", "fill:element(#a)",
        "fill:url(//x)", "fill:URL( '//x')", "fill:url(/**/'//x')", "fill:u\\72l(//x)", "background:paint(x)",
    ],
)  # fmt: skip
def test_a_style_that_could_fetch_is_refused_wherever_it_stands(css: str) -> None:
    assert list(check_drawing(f'<svg {SVG} style="{css}"/>'))
    assert list(check_drawing(f"<svg {SVG}><style>g{{{css}}}</style></svg>"))


@pytest.mark.parametrize(
    "svg",
    [
        f'<svg {SVG}><style><g/>@import "//x"</style></svg>',
        f'<svg {SVG}><style>a{{}}<!-- -->@imp<!-- -->ort "//x"</style></svg>',
        f'<svg {SVG}><style>&#64;import "//x"</style></svg>',
        f"<svg {SVG}><style><style>g{{}}</style></style></svg>",
        f'<svg {SVG} xml:base="//x"><use href="#a"/></svg>',
        f'<?xml version="1.0" encoding="big5"?><svg {SVG}/>',
        f'<?xml version="1.0"?><?xml-stylesheet href="//x"?><svg {SVG}/>',
        f'<svg {SVG} fill="image-set(&quot;//x&quot; 1x)"/>',
    ],
)
def test_no_way_of_writing_hides_what_a_drawing_fetches(svg: str) -> None:
    assert list(check_drawing(svg))


def test_what_drawings_are_made_of_passes() -> None:
    drawing = f"""<?xml version="1.0" encoding="UTF-8" standalone="no"?>
<!-- getekend (door ons) --><svg {SVG} viewBox="0 0 9 9" aria-label="een lijn(tje)"><style>.a{{fill:url(#v);stroke:rgb(1,2,3)}}</style>
<g transform="translate(1 2) rotate(3) matrix(1,0,0,1,0,0) skewX(3)" style="fill:rgba(0,0,0,.5);mask:url('#m')"><title>Kop(pen)</title></g>
<use href="#a"/></svg>"""
    assert list(check_drawing(drawing)) == []


@pytest.mark.parametrize(
    ("svg", "refused"),
    [(f'<svg {SVG} id="{"a" * 180_000}"/>', False), (f"<svg {SVG}/>" + "<!--" * 45_000, True)],
    ids=["word", "comments"],
)
def test_a_drawing_is_read_at_once_however_it_is_written(svg: str, refused: bool) -> None:
    began = time.process_time()
    assert bool(list(check_drawing(svg))) == refused
    assert time.process_time() - began < 2
