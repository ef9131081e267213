"""Texts that an office program likes to make something else of, and a real LibreOffice that tries. Checks nothing itself."""

import io
import shutil
import subprocess
from pathlib import Path
from typing import Any

import openpyxl
import pytest

#: numbers, dates, times, amounts, truths, faults and formulas, as people write them in Dutch or in English
TEMPTING = (
    *("3-4", "1/2", "1e5", "1E+5", "1,5e3", "0612345678", "12", "  3", "3  ", "\u00a05", "1.234,56", "1,234.56", "1 1/2"),
    *("-5", "\u22125", "5,-", "€ 5,-", "€ 5", "5 EUR", "$5", "50%", "5 %", "(5)", ",5", ".5", "1-", "1,", "٣", "０６１２"),
    *("1 jan", "1 jan.", "1 januari 2026", "jan 2026", "mei 2026", "mrt-26", "ma 1 jan", "zaterdag 3 mei 2026", "May 5"),
    *("3 mei 2026 12:00", "2026-11-22", "2026-11-22T10:00:00Z", "22-11-26", "3-4-5", "22/11/2026", "1 sept", "5 mrt"),
    *("1:30", "01:30:15", "12:30 PM", "WAAR", "waar", "onwaar", "TRUE", "False", "#N/A", "#N/B", "#DEEL/0!"),
    *("=1+1", "+31 6 12345678", "-1+1", "@SUM(1)", "＝1+1", " =1+1", '"=1+1"', "'=1+1", '="05"', "-", "=", "=="),
    *("'t is zo", "''", "'5", "'WAAR", "0x1F", "½", "- een\n- twee", "x\n\n+1"),
    # a cell that somebody cuts with another separator, or at its line ends
    *("a\n=1+1", "a\n\n  =1+1", "a,=1+1,b", "a, =1+1,b", "a\t=1+1\tb", "a;=1+1;b", "a|=1+1|b", 'a,"=1+1",b', 'a,""=1+1'),
    *("a,'=1+1", "a\n'=1", "=1,=2", ",=1", "\t=1", "Prijs 5,- per stuk"),
)  # fmt: skip
#: words and sentences that stay as they are
PLAIN = ("Rood is het.", "3 organisaties", "1e lijn", "ja", "maart", "Team 4 – Noord", "a=b", "B-2", "e-mail: a@b.nl")
DUTCH, ENGLISH = 1043, 1033


def office(content: bytes, kind: str, folder: Path, options: str = "") -> list[list[tuple[str, Any]]]:
    """Let LibreOffice open a file of a kind (csv, ods, xlsx) and save it as a workbook: the kind and value of each cell.

    Counts the test as not run where there is no LibreOffice.
    """
    program = shutil.which("soffice")
    if program is None:
        pytest.skip("LibreOffice is not here: not run")
    folder.mkdir(exist_ok=True)
    (folder / f"in.{kind}").write_bytes(content)
    profile = f"-env:UserInstallation={(folder.parent / 'profile').as_uri()}"
    filters = [f"--infilter=CSV:{options}"] if options else []
    command = [
        program,
        profile,
        "--headless",
        *filters,
        "--convert-to",
        "xlsx:Calc MS Excel 2007 XML",
        "--outdir",
        str(folder / "out"),
    ]
    subprocess.run([*command, str(folder / f"in.{kind}")], check=True, capture_output=True, timeout=300)
    book = openpyxl.load_workbook(io.BytesIO((folder / "out" / "in.xlsx").read_bytes()))
    return [[(cell.data_type, cell.value) for cell in row] for row in book[book.sheetnames[-1]].iter_rows()]
