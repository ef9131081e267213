"""The folder of an edition → what it holds, and everything that is wrong with it, at its line. Changes nothing."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from fii_widgets.dossier.file.open import open_text
from fii_widgets.dossier.limits import BYTES, DossierError
from fii_widgets.errors import Problem, did_you_mean, in_file
from fii_widgets.instrument.shapes import IDENTIFIER, Pattern, Text
from fii_widgets.instrument.text import yaml_text
from fii_widgets.lint.calls import MARKS
from fii_widgets.lint.files import LINK, check_text
from fii_widgets.lint.markup import shown
from fii_widgets.shapes.record import Key, Record
from fii_widgets.system.files import FileError, read_text
from tools.edition import colours, own_codes

FILE = "editie.yaml"
#: folder of the edition → (where its files go in the handbook, what may be in it)
FOLDERS = {
    "checklists": ("checklists", (".yaml",)),
    "paginas": ("docs/eigen", (".md", ".svg", ".png", ".jpg", ".webp", ".pdf")),
    "voorbeelden": ("docs/voorbeelden", (".json",)),
}
LOGO_KINDS, LOGO_BYTES = (".svg", ".png"), 200_000
HANDBOOK = "handboek-fii"
_COLOUR = Pattern(re.compile(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})"), '"#1f4e8c"')
_MAIL = Pattern(re.compile(r"[^@\s\"<>]+@[^@\s\"<>]+\.[^@\s\"<>]+"), "handboek@uw-organisatie.nl")
_LOGO = Pattern(re.compile(r"[\w-]+\.(svg|png)"), "logo.svg")


@dataclass(frozen=True)
class Edition:
    """What editie.yaml says."""

    id: str  #: names the reader's store and the zip; the same over all versions
    name: str  #: in the header and the title of every page
    organisation: str
    subtitle: str = ""  #: below the name
    welcome: str = ""  #: at the top of the first page
    menu: str = ""  #: the name of its own part of the menu
    logo: str = ""  #: a file in the folder
    contact: str = ""  #: a mail address
    colours: Mapping[str, Mapping[str, str]] = field(default_factory=dict)  #: licht, donker → name → colour


def _palette(**chosen: str) -> dict[str, str]:
    return {name.replace("_", "-"): value.lower() for name, value in chosen.items() if value}


def _faces(**faces: Any) -> dict[str, Any]:
    return {name: face for name, face in faces.items() if face}


_PALETTE = Record(
    "kleuren",
    _palette,
    tuple(Key(name, _COLOUR, "een kleur", name.replace("-", "_"), needed=False) for name in colours.NAMES),
)
EDITION = Record(
    "uitgave",
    Edition,
    (
        Key("id", Pattern(IDENTIFIER, "welzijn-oost"), "kort en blijvend"),
        Key("naam", Text(60), "hoe het handboek bij u heet", "name"),
        Key("organisatie", Text(80), "van wie deze uitgave is", "organisation"),
        Key("ondertitel", Text(80), "klein onder de naam", "subtitle", needed=False),
        Key("welkom", Text(600), "boven aan de startpagina", "welcome", needed=False),
        Key("menu", Text(40), "hoe uw deel van het menu heet", needed=False),
        Key("logo", _LOGO, "een bestand in deze map", needed=False),
        Key("contact", _MAIL, "waar lezers naartoe mailen", needed=False),
        Key(
            "kleuren",
            Record(
                "kleuren",
                _faces,
                tuple(Key(face, _PALETTE, "kleuren", needed=False) for face in ("licht", "donker")),
            ),
            "alleen wat anders is",
            "colours",
            needed=False,
        ),
    ),
)


@dataclass(frozen=True)
class Read:
    """An edition and what was found in its folder."""

    edition: Edition | None  #: nothing where editie.yaml cannot be used
    files: Mapping[str, Path]  #: path in the handbook → file of the edition
    codes: Mapping[str, str]  #: short code → address, as the folder keeps them
    problems: tuple[Problem, ...]


def read(folder: Path, handbook: Path) -> Read:
    """Read a folder and hold it against a handbook. Never raises for what an author can mend."""
    name = (folder / FILE).as_posix()
    if links := tuple(_links(folder)):
        return Read(None, {}, {}, links)
    if not (folder / FILE).is_file():
        near = ", ".join(path.name for path in sorted(folder.glob("*.y*ml"))) if folder.is_dir() else ""
        hint = f" Er staat wel: {near}." if near else ""
        return Read(None, {}, {}, (Problem(name, 0, f"dit bestand is er niet; elke uitgave begint ermee.{hint}"),))
    if wrong := tuple(in_file(name, check_text(folder / FILE))):
        return Read(None, {}, {}, wrong)
    try:
        document = yaml_text.read(read_text(folder / FILE))
    except FileError as error:
        return Read(None, {}, {}, (Problem(name, error.line, error.why),))
    problems = [*in_file(name, document.faults)]
    problems += [
        Problem(name, document.line(path), "hier kan geen macro of HTML staan. Schrijf gewone tekst.")
        for path, text in yaml_text.texts(document.tree)
        if any(mark in text for mark in (*MARKS, "<", ">"))
    ]
    edition, faults = _edition(document, folder, handbook)
    problems += faults
    files: dict[str, Path] = {}
    problems += _collect(folder, handbook, files, edition.logo if edition else "")
    own, faults = own_codes.read(folder, handbook)
    return Read(edition, files, own, tuple(sorted({*problems, *faults})))


def _links(folder: Path) -> Iterator[Problem]:
    """Yield every link that would be read; comes before all reading, so that no message holds what is elsewhere."""
    found = [] if not folder.is_dir() else sorted(folder.iterdir())
    for name in FOLDERS:
        if not (folder / name).is_symlink():
            found += sorted((folder / name).rglob("*"))
    for path in found:
        if path.is_symlink():
            yield Problem(shown(path.as_posix(), 1_000), 0, LINK)


def _edition(document: yaml_text.Document, folder: Path, handbook: Path) -> tuple[Edition | None, list[Problem]]:
    """Read what the file says; None where it does not say what an edition is."""
    name = (folder / FILE).as_posix()
    faults: list[Problem] = []
    if document.broken:
        return None, faults
    made: Edition = EDITION.read(
        document.tree, (), lambda path, message: faults.append(Problem(name, document.line(path), message))
    )
    if faults:
        return None, faults
    return made, list(_edition_faults(made, document, folder, handbook))


def _edition_faults(edition: Edition, document: yaml_text.Document, folder: Path, handbook: Path) -> Iterator[Problem]:
    name = (folder / FILE).as_posix()
    if edition.id == HANDBOOK:
        message = f"'{HANDBOOK}' is van het handboek zelf: antwoorden van twee uitgaven zouden door elkaar lopen. Kies een eigen id."
        yield Problem(name, document.line(("id",)), message)
    logo = folder / edition.logo
    if edition.logo and not logo.is_file():
        have = [path.name for path in sorted(folder.iterdir()) if path.suffix in LOGO_KINDS]
        message = f"het logo '{edition.logo}' staat niet in deze map.{did_you_mean(edition.logo, have)}"
        yield Problem(name, document.line(("logo",)), message)
    elif edition.logo and logo.stat().st_size > LOGO_BYTES:
        message = f"het logo is {logo.stat().st_size // 1000} kB; het staat op elke pagina en mag {LOGO_BYTES // 1000} kB zijn."
        yield Problem(name, document.line(("logo",)), message)
    for face, base in colours.palettes(handbook).items():
        own = edition.colours.get(face, {})
        for pair in colours.weak(own, {**base, **own}):
            chosen = pair.letter if pair.letter in own else pair.paper
            advice = f" Wel goed op elke achtergrond: {pair.better}." if pair.letter in own and pair.better else ""
            ratio = f"{int(pair.ratio * 10) / 10:.1f}".replace(".", ",")
            needed = f"{pair.needed:.1f}".replace(".", ",")
            yield Problem(
                name,
                document.line(("kleuren", face, chosen)),
                f"'{pair.letter}' is niet goed te zien op '{pair.paper}' ({face}): het contrast is {ratio} en moet {needed} zijn.{advice}",
            )


def _collect(folder: Path, handbook: Path, files: dict[str, Path], logo: str) -> Iterator[Problem]:
    """Fill `files`; yield what does not belong in the folder, or would take the place of something else."""
    yield from _strangers(folder, logo)
    for name, (target, kinds) in FOLDERS.items():
        for path in sorted((folder / name).rglob("*")):
            if path.is_dir() or path.name.startswith("."):
                continue
            place = f"{target}/{path.relative_to(folder / name).as_posix()}"
            if wrong := _misplaced(path, name, kinds, place, handbook):
                yield Problem(path.as_posix(), 0, wrong)
            else:
                files[place] = path
                yield from _example_faults(path)
    if logo and (folder / logo).is_file():
        files[f"docs/images/editie{Path(logo).suffix}"] = folder / logo


def _misplaced(path: Path, name: str, kinds: tuple[str, ...], place: str, handbook: Path) -> str:
    """Say why a file cannot come into the handbook; nothing where it can."""
    if not path.is_file():
        return "dit is geen gewoon bestand. Haal het weg."
    if path.suffix not in kinds:
        return f"dit soort bestand hoort niet in {name}/. Wel: {', '.join(kinds)}."
    if (handbook / place).exists():
        return f"zo’n bestand heeft het handboek al ({place}), en een uitgave verandert het handboek niet. Kies een andere naam."
    return ""


def _strangers(folder: Path, logo: str) -> Iterator[Problem]:
    """Yield what stands in the folder itself and is of no use there."""
    known = (FILE, own_codes.FILE, *FOLDERS, *([logo] if logo else []))
    for path in sorted(folder.iterdir()):
        if path.name.startswith(".") or path.stem.upper() in ("LEESMIJ", "README") or path.name in known:
            continue
        if path.is_dir() or path.suffix not in LOGO_KINDS:
            message = f"hier doet het handboek niets mee.{did_you_mean(path.name, (FILE, *FOLDERS))}"
            yield Problem(path.as_posix(), 0, message)


def _example_faults(path: Path) -> Iterator[Problem]:
    if path.suffix != ".json":
        return
    if not IDENTIFIER.fullmatch(path.stem):
        yield Problem(
            path.as_posix(), 0, "gebruik in de naam kleine letters, cijfers en streepjes, zoals buurtkamer.json."
        )
    try:
        open_text(read_text(path, BYTES), path.name)
    except (DossierError, FileError) as error:
        yield Problem(path.as_posix(), 0, str(error))
