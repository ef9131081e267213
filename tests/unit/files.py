"""Files that are no dossier, or were one, as people really have them: name → (what is said of it, its bytes)."""

import base64
import gzip
import io
import json
import lzma
import plistlib
import quopri
import zipfile
import zlib
from email.message import EmailMessage

import docx
import openpyxl

from fii_widgets.dossier.records import Dossier
from fii_widgets.dossier.write import text
from fii_widgets.export.html.carried import data_element
from tools.paths import ROOT

GOOD = text(Dossier(edition="handboek-fii")).replace('"content": ""', '"content": "één ’s"')
REPORT = (ROOT / "tests/golden/0.2.0-verslag-van-zes-overleggen.html").read_text("utf-8")
ADDRESS = "https://voorbeeld.nl/dossier.json"


def _zipped(name: str, content: bytes, method: int = zipfile.ZIP_DEFLATED) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w", method) as archive:
        archive.writestr(name, content)
    return made.getvalue()


def _office(document: "docx.document.Document | openpyxl.Workbook") -> bytes:
    made = io.BytesIO()
    document.save(made)
    return made.getvalue()


def _mail() -> bytes:
    message = EmailMessage()
    message["From"], message["To"], message["Subject"] = "a@voorbeeld.nl", "b@voorbeeld.nl", "Het dossier"
    message.set_content("Hierbij.")
    message.add_attachment(GOOD.encode(), maintype="application", subtype="json", filename="dossier.json")
    return message.as_bytes()


def _archive(header: str) -> bytes:
    page = quopri.encodestring(f"<!DOCTYPE html><title>x</title>{data_element(GOOD)}".encode())
    top = f'{header}MIME-Version: 1.0\r\nContent-Type: multipart/related;\r\n\tboundary="x"\r\n\r\n--x\r\nContent-Type: text/html\r\n\r\n'
    return top.encode() + page + b"\r\n--x--\r\n"


def _png() -> bytes:
    return b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR\x00\x00\x00\x01\x00\x00\x00\x01\x08\x00\x00\x00\x00" + zlib.compress(
        b"\x00\x00"
    )


FILES: dict[str, tuple[str, bytes]] = {
    "leeg.json": ("empty", b""),
    "wit.json": ("empty", b"\xef\xbb\xbf \r\n"),
    "nullen.json": ("empty", b"\x00" * 9_000),
    "dossier.zip": ("zip", _zipped("dossier.json", GOOD.encode())),
    "leeg.zip": ("zip", b"PK\x05\x06" + b"\x00" * 18),
    "dossier.json.gz": ("zip", gzip.compress(GOOD.encode())),
    "dossier.json.xz": ("zip", lzma.compress(GOOD.encode())),
    "dossier.7z": ("zip", b"7z\xbc\xaf\x27\x1c\x00\x04"),
    "verslag.docx": ("office", _office(docx.Document())),
    "acties.xlsx": ("office", _office(openpyxl.Workbook())),
    "verslag.odt": ("office", _zipped("mimetype", b"application/vnd.oasis.opendocument.text", zipfile.ZIP_STORED)),
    "oud.doc": ("office", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 500),
    "brief.rtf": ("office", b"{\\rtf1\\ansi {\\fonttbl}}"),
    "verslag.pdf": ("pdf", b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"),
    "scherm.png": ("image", _png()),
    "foto.jpg": ("image", b"\xff\xd8\xff\xe0\x00\x10JFIF\x00"),
    "foto.heic": ("image", b"\x00\x00\x00\x18ftypheic\x00\x00\x00\x00"),
    "foto.webp": ("image", b"RIFF\x24\x00\x00\x00WEBPVP8 "),
    "plaat.svg": ("image", b'<?xml version="1.0"?>\n<svg xmlns="http://www.w3.org/2000/svg"/>'),
    "pagina.html": ("page", b"<!DOCTYPE html>\n<html lang=nl><title>Niet gevonden</title><h1>File not found</h1>"),
    "half verslag.html": ("page", REPORT[: REPORT.index("</script>")].encode()),
    "verslag.mhtml": ("archive", _archive("From: <Saved by Blink>\r\nSnapshot-Content-Location: https://voorbeeld.nl/\r\nSubject: Verslag\r\nDate: Sun, 29 Nov 2026 10:00:00 -0000\r\n")),
    "word.mht": ("archive", _archive("")),
    "verslag.webarchive": ("archive", plistlib.dumps({"WebMainResource": {"WebResourceData": REPORT.encode()}}, fmt=plistlib.FMT_BINARY)),
    "dossier.eml": ("mail", _mail()),
    "uit mbox": ("mail", b"From a@voorbeeld.nl Sun Nov 29 10:00:00 2026\n" + _mail()),
    "base64.txt": ("json", base64.encodebytes(GOOD.encode())),
    "dossier.url": ("link", f"[InternetShortcut]\r\nURL={ADDRESS}\r\n".encode()),
    "dossier.webloc": ("link", plistlib.dumps({"URL": ADDRESS})),
    "dossier (binair).webloc": ("link", plistlib.dumps({"URL": ADDRESS}, fmt=plistlib.FMT_BINARY)),
    "dossier.desktop": ("link", f"[Desktop Entry]\nType=Link\nURL={ADDRESS}\n".encode()),
    "dossier.lnk": ("link", b"L\x00\x00\x00\x01\x14\x02\x00\x00\x00\x00\x00\xc0"),
    "link.txt": ("link", f"{ADDRESS}\n".encode()),
    "lfs.json": ("lfs", b"version https://git-lfs.github.com/spec/v1\noid sha256:00\nsize 12\n"),
    "utf16.json": ("encoding", GOOD.encode("utf-16")),
    "utf16-le.json": ("encoding", GOOD.encode("utf-16-le")),
    "utf16-be.json": ("encoding", GOOD.encode("utf-16-be")),
    "kladblok.json": ("encoding", GOOD.encode("cp1252")),
    "verslag cp1252.html": ("encoding", f"<!DOCTYPE html><p>é{data_element(GOOD)}".encode("cp1252")),
    "krul.json": ("quotes", GOOD.replace('"', "”").encode()),
    "deels krul.json": ("quotes", GOOD.replace('"schema"', '"schema“').encode()),
    "entiteiten.json": ("quotes", GOOD.replace('"', "&quot;").encode()),
    "python.json": ("quotes", str(json.loads(GOOD)).encode()),
    "half.json": ("cut", GOOD[: len(GOOD) // 2].encode()),
    "bijna.json": ("cut", GOOD.rstrip()[:-1].encode()),
    "twee.json": ("two", f"{GOOD}\n{GOOD}".encode()),
    "quoted-printable.json": ("json", quopri.encodestring(GOOD.encode(), quotetabs=True).replace(b":", b"=3A")),
    "van een ander.json": ("kind", b'{"name": "package", "version": "1.0.0"}'),
    "lijst.yaml": ("json", b"id: stoplicht-1\ntitel: x\n"),
    "antwoorden.csv": ("json", b"punt;keuze\r\ns1-01;rood\r\n"),
    "groot.json": ("size", GOOD.replace("één", "é" * 3_000_000).encode()),
}  # fmt: skip

#: what looks odd and is a dossier all the same
SOUND: dict[str, bytes] = {
    "dossier.json": GOOD.encode(),
    "met merk.json": b"\xef\xbb\xbf" + GOOD.encode(),
    "windows.json": GOOD.replace("\n", "\r\n").encode(),
    "verslag.html": REPORT.encode(),
    "hele pagina.html": REPORT.replace("<html", "<!-- saved from url=(0014)about:internet -->\n<html", 1).replace("\n", "\r\n").encode(),
}  # fmt: skip
