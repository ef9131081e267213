"""Files → what they say, by other people's readers. Knows nothing of how the files were made.

Each reader of a text gives the same kinds of lines: ("title", text), ("subtitle", text), ("heading", level, text),
("text", text), ("item", text) and ("table", caption, header row, rows).
"""

import csv
import io
import re
import warnings
import zipfile
from typing import Any
from xml.etree.ElementTree import Element

import docx
import html5lib
import odfdo
import openpyxl
from docx.oxml.ns import qn
from markdown_it import MarkdownIt

type Lines = list[tuple[Any, ...]]


def read_html(content: bytes) -> Lines:
    """By html5lib, as browsers do."""
    return _html_lines(html5lib.parse(content.decode("utf-8"), namespaceHTMLElements=False))


def read_print(html: str) -> Lines:
    """By html5lib: what the page puts on paper. Each paragraph is a line; a light's mark before its word is passed over,
    and so is a drawing: it must have a name, and its table right after it."""
    body = html5lib.parse(html, namespaceHTMLElements=False).find("body")
    assert body is not None
    lines: Lines = []
    titles: list[str] = []
    for node in body:
        match node.tag:
            case "h2":
                lines.append(("title", _all(node)))
            case "h3" | "h4" | "h5" | "h6":
                lines.append(("heading", int(node.tag[1]) - 2, _all(node)))
            case "p" if node.get("class") == "fii-beeldtitel":
                titles.append(_all(node))
            case "{http://www.w3.org/2000/svg}svg":
                assert titles
            case "p":
                lines.append(("subtitle" if node.get("class") == "fii-verslag__kop" else "text", _all(node)))
            case "ul":
                lines += [("item", _all(item)) for item in node]
            case "table":
                caption = node.find("caption")
                assert caption is not None
                (head,) = node.findall("thead/tr")
                assert {cell.get("scope") for cell in head} == {"col"}
                drawn = "fii-beeldtabel" in node.get("class", "")
                assert not drawn or titles.pop() == _all(caption)
                read = _behind_column if drawn else _paragraphs
                rows = [[read(cell) for cell in row] for row in node.findall("tbody/tr")]
                lines.append(("table", _all(caption), [_all(cell) for cell in head], rows))
            case other:
                raise AssertionError(f"<{other}> does not belong on paper")
    return lines


def _behind_column(cell: Element) -> str:
    """The cell of a picture's table, without the name of its column that a narrow screen shows."""
    column = cell.find("span")
    return _all(cell).removeprefix(_all(column) if column is not None else "")


def _paragraphs(cell: Element) -> str:
    return "\n".join(_all(line)[1:] if line.find("span") is not None else _all(line) for line in cell.findall("p"))


def read_md(content: bytes) -> Lines:
    """By markdown-it, as CommonMark with tables; runs of white space are one space in Markdown."""
    html = MarkdownIt("commonmark").enable("table").render(content.decode("utf-8"))
    return _html_lines(html5lib.parse(html, namespaceHTMLElements=False))


def _html_lines(tree: Element) -> Lines:
    lines: Lines = []
    for node in tree.iter():
        if node.tag in ("h1", "h2", "h3", "h4", "h5", "h6"):
            level = int(node.tag[1]) - 1
            lines.append(("heading", level, _all(node)) if level else ("title", _all(node)))
        elif node.tag == "p" and node.get("class") == "subtitle":
            lines.append(("subtitle", _all(node)))
        elif node.tag == "p":
            lines.append(("text", _all(node)))
        elif node.tag == "li":
            lines.append(("item", _all(node)))
        elif node.tag == "table":
            rows = [[_all(cell) for cell in row if cell.tag in ("th", "td")] for row in node.iter("tr")]
            caption = node.find("caption")
            lines.append(("table", _all(caption) if caption is not None else "", rows[0], rows[1:]))
    return lines


def _all(node: Element) -> str:
    return "".join(node.itertext())


def read_docx(content: bytes) -> Lines:
    """By python-docx."""
    document = docx.Document(io.BytesIO(content))
    fields = [qn(name) for name in ("w:fldSimple", "w:instrText", "w:hyperlink", "w:object")]
    assert not [
        one.tag for one in document.element.body.iter() if one.tag in fields
    ]  # text only: nothing is worked out
    lines: Lines = []
    for block in document.iter_inner_content():
        if isinstance(block, docx.table.Table):
            rows = [[cell.text for cell in row.cells] for row in block.rows]
            caption = block._tbl.tblPr.find(qn("w:tblCaption"))
            assert caption is not None
            lines.append(("table", _called(lines, caption.get(qn("w:val"))), rows[0], rows[1:]))
            continue
        style = block.style.name if block.style else ""
        if style.startswith("Heading "):
            lines.append(("heading", int(style.removeprefix("Heading ")), block.text))
        elif style != "Fii After Table":
            names = {"Title": "title", "Subtitle": "subtitle", "List Bullet": "item", "Caption": "caption"}
            lines.append((names.get(style, "text"), block.text))
    return lines


def _called(lines: Lines, name: str) -> str:
    """The name of a table, which must stand above it: as its caption, which is taken off, or as a heading."""
    assert lines[-1][-1] == name
    if lines[-1][0] == "caption":
        lines.pop()
    return name


def docx_header_rows(content: bytes) -> list[bool]:
    """Say of each table whether its first row, and no other, is marked as a row of headings."""
    found = []
    for table in docx.Document(io.BytesIO(content)).tables:
        marked = [row._tr.find(f"{qn('w:trPr')}/{qn('w:tblHeader')}") is not None for row in table.rows]
        found.append(marked[0] and not any(marked[1:]))
    return found


def read_odt(content: bytes) -> Lines:
    """By odfdo."""
    body = odfdo.Document(io.BytesIO(content)).body
    assert not body.get_elements("//@table:formula | //text:a | //text:conditional-text | //text:expression")
    lines: Lines = []
    for element in body.children:
        match element.tag:
            case "text:h":
                lines.append(("heading", int(element.get_attribute("text:outline-level")), element.inner_text))
            case "text:p":
                names = {"Title": "title", "Subtitle": "subtitle", "Caption": "caption"}
                lines.append((names.get(element.get_attribute("text:style-name"), "text"), element.inner_text))
            case "text:list":
                lines += [("item", one.inner_text) for one in element.get_elements("text:list-item/text:p")]
            case "table:table":
                head = element.get_elements("table:table-header-rows/table:table-row")
                rows = element.get_elements("table:table-row")
                assert len(head) == 1
                (title,) = element.get_elements("table:title")
                lines.append(
                    ("table", _called(lines, title.inner_text), _odf_row(head[0]), [_odf_row(row) for row in rows])
                )
    return lines


def read_ods(content: bytes) -> dict[str, list[list[str]]]:
    """By odfdo: each sheet's rows as they are shown; refuses a day or a number that is not what is shown, and a sheet of
    a table without a row of headings. The first sheet is there to be read, and has none."""
    sheets: dict[str, list[list[str]]] = {}
    for table in odfdo.Document(io.BytesIO(content)).body.get_elements("//table:table"):
        head = table.get_elements("table:table-header-rows/table:table-row")
        assert len(head) == (1 if sheets else 0)
        rows = [*head, *table.get_elements("table:table-row")]
        sheets[table.get_attribute("table:name")] = [_odf_row(row) for row in rows]
    return sheets


def _odf_row(row: Any) -> list[str]:
    texts = []
    for cell in row.get_elements("table:table-cell"):
        lines = [one.inner_text for one in cell.get_elements("text:p")]
        match cell.get_attribute("office:value-type"):
            case "date":
                assert lines == [_day(cell.get_attribute("office:date-value"))]
            case "float":
                assert [line.replace(".", "").replace(",", ".") for line in lines] == [
                    cell.get_attribute("office:value")
                ]
            case kind:
                assert kind == "string" or (kind is None and not lines)
        assert cell.get_attribute("table:formula") is None
        texts.append("\n".join(lines))
    return texts


def read_xlsx(content: bytes) -> dict[str, list[list[str]]]:
    """By openpyxl: each sheet's rows as they are shown; refuses what is worked out. The first sheet is there to be read,
    and has no row of headings."""
    sheets: dict[str, list[list[str]]] = {}
    for sheet in openpyxl.load_workbook(io.BytesIO(content)):
        assert (sheet.freeze_panes, sheet.print_title_rows) == (("A2", "$1:$1") if sheets else (None, None))
        rows = []
        for row in sheet.iter_rows():
            assert all(cell.data_type in ("s", "d", "n") for cell in row)
            assert all(cell.hyperlink is None for cell in row)
            rows.append([_xlsx_shown(cell) for cell in row])
        sheets[sheet.title] = rows
    return sheets


def _xlsx_shown(cell: Any) -> str:
    """What somebody sees in a cell, in Dutch: a day by its name, a number by its format."""
    if cell.value is None:
        return ""
    if cell.data_type == "d":
        assert cell.number_format == "[$-413]d mmmm yyyy"
        return _day(cell.value.date().isoformat())
    if cell.data_type == "n":
        whole, _, part = cell.number_format.partition(".")
        shown = f"{cell.value:{',' if whole == '#,##0' else ''}.{len(part)}f}"
        assert whole in ("0", "#,##0")
        return shown.translate(str.maketrans(",.", ".,"))
    return str(cell.value)


_MONTHS = [
    "januari",
    "februari",
    "maart",
    "april",
    "mei",
    "juni",
    "juli",
    "augustus",
    "september",
    "oktober",
    "november",
    "december",
]


def _day(iso: str) -> str:
    year, month, number = iso.split("-")
    return f"{int(number)} {_MONTHS[int(month) - 1]} {year}"


#: what a formula starts with
_RUN = ("=", "+", "-", "@", "＝", "＋", "－", "＠")


def read_csv(content: bytes) -> list[list[str]]:
    """By the csv module; one apostrophe in front says: text. Before that is taken off, no cell may look like a formula,
    neither whole nor cut at another separator or at its line ends."""
    with warnings.catch_warnings():
        rows = list(csv.reader(io.StringIO(content.decode("utf-8-sig"), newline=""), delimiter=";", strict=True))
    for row in rows:
        for cell in row:
            assert not cell.startswith(("\t", "\r"))
            for piece in re.split(r"[;,\t|\r\n]", cell):
                assert not piece.lstrip(' "').startswith(_RUN), cell
    return [[_read_cell(cell) for cell in row] for row in rows]


def csv_files(content: bytes) -> list[bytes]:
    """The CSV files of a paper: the one that it is, or those in its zip."""
    if not content.startswith(b"PK"):
        return [content]
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return [archive.read(name) for name in archive.namelist()]


def _read_cell(cell: str) -> str:
    pieces = re.split(r"([;,\t|\n])", cell.removeprefix("'"))
    for at in range(2, len(pieces), 2):
        rest = pieces[at].lstrip(' "\u00a0')
        if rest.lstrip("'").startswith(_RUN) and rest.startswith("'"):
            pieces[at] = pieces[at].replace("'", "", 1)
    return "".join(pieces)


def members(content: bytes) -> list[zipfile.ZipInfo]:
    """List what an office file is made of."""
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        return archive.infolist()


def changed(content: bytes, name: str, old: bytes, new: bytes) -> bytes:
    """Give an office file with one part changed: what a check must notice."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as archive, zipfile.ZipFile(out, "w") as copy:
        assert old in archive.read(name)
        for info in archive.infolist():
            part = archive.read(info.filename)
            copy.writestr(info, part.replace(old, new) if info.filename == name else part)
    return out.getvalue()
