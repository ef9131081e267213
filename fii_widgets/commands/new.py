"""`fii nieuw`: a new instrument, case or page from a template of the project. Writes one file, never over another."""

import argparse
import datetime
import os
import re
import shlex
import unicodedata
from dataclasses import dataclass
from pathlib import Path

from fii_widgets.commands import disk
from fii_widgets.commands.dossiers import CODES
from fii_widgets.errors import RequestError
from fii_widgets.handbook.pages import link_targets, read_pages
from fii_widgets.handbook.phases import PHASES
from fii_widgets.instrument.shapes import IDENTIFIER
from fii_widgets.lint.menu import SITE
from fii_widgets.system.files import read_text
from fii_widgets.system.visible import named
from fii_widgets.words.common import count

TEMPLATES = Path("tools") / "sjablonen"
_CODE = re.compile(r"([1-6])[a-z]")
_TITLE = "[vul in: de titel]"
#: kind → (template, start of the page's id, start of the file's name)
_PAGES = {
    "casus": ("casus.md", "cas-", "casus-"),
    "reflectie": ("reflectie.md", "ref-", "reflectie-"),
    "subfase": ("subfase.md", "sf-", ""),
    "pagina": ("pagina.md", "", ""),
}
KINDS = ("instrument", *_PAGES)


@dataclass(frozen=True)
class Plan:
    """The file that is wanted."""

    template: str
    path: Path  #: below the folder of the handbook or of the edition
    id: str  #: what links and saved answers will hang on
    words: dict[str, str]  #: word of the template → what comes in its place


def add(commands: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    """Add the command to the table."""
    parser = commands.add_parser(
        "nieuw",
        help="maak een nieuw instrument, een casus of een pagina van een sjabloon",
        description="Maak een nieuw bestand van een sjabloon. Wat er al staat, blijft zoals het is.",
        epilog=f'Voorbeeld: fii nieuw casus buurtkamer --fase 4 --titel "De buurtkamer van Oost". {CODES}',
    )
    parser.add_argument("soort", choices=KINDS, metavar="soort", help=f"een van: {', '.join(KINDS)}")
    parser.add_argument("naam", help="kort en blijvend, zoals buurtlijst; bij een subfase de code, zoals 3c")
    parser.add_argument("--titel", default="", help="wat de lezer erboven ziet")
    parser.add_argument("--fase", type=int, choices=range(1, 7), metavar="1-6", help="bij een casus of een reflectie")
    parser.add_argument("--in", dest="folder", default="", metavar="MAP", help="bij een pagina: een map in docs/")
    parser.add_argument("--editie", type=Path, metavar="MAP", help="zet het in de map van uw eigen uitgave")
    parser.set_defaults(run=run)


def run(options: argparse.Namespace) -> int:
    """Write the file and say what comes next. Raises RequestError or OSError; nothing is written then."""
    project: Path = options.map
    if not (project / TEMPLATES).is_dir():
        raise RequestError(
            f"De sjablonen in {TEMPLATES} zijn hier niet. Ga naar de map van het handboek, of noem die met --map."
        )
    plan = _instrument(options) if options.soort == "instrument" else _page(options)
    _refuse_taken(project, plan, options.soort)
    text = _without_how_to_copy(read_text(project / TEMPLATES / plan.template))
    for word, value in plan.words.items():
        text = text.replace(word, value)
    root = options.editie or project
    path = root / plan.path
    for folder in plan.path.parents[:-1]:
        if (root / folder).is_symlink():
            raise RequestError(
                f"{named(root / folder)} is een koppeling naar een andere plek. Er is niets gemaakt. Kies een andere map."
            )
    path.parent.mkdir(parents=True, exist_ok=True)
    if os.path.lexists(path):
        raise RequestError(f"{named(path)} bestaat al. Er is niets veranderd. Kies een andere naam.")
    disk.place(text.encode(), path, overwrite=False)
    print("\n".join([f"Gemaakt: {named(path)}", "", "Zo gaat u verder:", *_next(plan, options, text)]))
    return 0


def _instrument(options: argparse.Namespace) -> Plan:
    id_ = _identifier(options.naam)
    return Plan("instrument.yaml", Path("checklists") / f"{id_}.yaml", id_, {"NAAM": id_, **_title(options.titel)})


def _page(options: argparse.Namespace) -> Plan:
    kind = options.soort
    template, id_start, file_start = _PAGES[kind]
    words = {"DATUM": datetime.datetime.now().astimezone().date().isoformat()}
    if kind == "subfase":
        name, number = _code(options.naam)
        slug = f"{name}-{_slug(options.titel)}".rstrip("-")
        words |= {"CODE": name}
    else:
        name, number = _identifier(options.naam), options.fase
        slug = f"{file_start}{name}"
        words |= {"NAAM": name}
    if kind != "pagina" and not number:
        raise RequestError(f"Bij welke fase hoort deze {kind}? Zet er bijvoorbeeld achter: --fase 4")
    if options.editie:
        folder = Path("paginas")
    elif kind == "pagina":
        folder = Path("docs", *_folder(options.folder))
    else:
        folder = Path("docs", "model", PHASES[number - 1].slug)
    if number:
        words |= {"FASE": str(number)}
    return Plan(template, folder / f"{slug}.md", f"{id_start}{name}", words | _title(options.titel))


def _title(title: str) -> dict[str, str]:
    """Let a title be plain text wherever the template has it: between quotes, and in a heading."""
    plain = " ".join(title.split()).replace('"', "”").replace("\\", "/").replace("{", "(").replace("}", ")")
    return {_TITLE: plain} if plain else {}


def _without_how_to_copy(text: str) -> str:
    """Leave out the comment lines at the top: they are for who copies the template by hand."""
    return re.sub(r"\A(---|# yaml-language-server.*)\n(?:#.*\n)+", r"\1\n", text)


def _refuse_taken(project: Path, plan: Plan, kind: str) -> None:
    targets = {} if kind == "instrument" else link_targets(read_pages(project / "docs"))
    taken = plan.id in targets and targets[plan.id][1]
    if taken:
        raise RequestError(f"Het id '{plan.id}' bestaat al, op /{taken}. Er is niets gemaakt. Kies een andere naam.")
    if kind == "instrument" and (project / "checklists" / f"{plan.id}.yaml").exists():
        raise RequestError(f"checklists/{plan.id}.yaml bestaat al. Er is niets veranderd. Kies een andere naam.")


def _identifier(name: str) -> str:
    if not IDENTIFIER.fullmatch(name):
        better = _slug(name)
        raise RequestError(
            f"'{name}' kan geen naam zijn: gebruik kleine letters, cijfers en streepjes, en begin met een letter."
            + (f" Bijvoorbeeld: {better}" if IDENTIFIER.fullmatch(better) else "")
        )
    return name


def _code(name: str) -> tuple[str, int]:
    found = _CODE.fullmatch(name)
    if not found:
        raise RequestError(f"'{name}' kan geen subfase zijn: noem het nummer van de fase en één letter, zoals 3c.")
    return name, int(found[1])


def _folder(name: str) -> tuple[str, ...]:
    parts = tuple(part for part in name.removeprefix("docs/").strip("/").split("/") if part)
    for part in parts:
        if not re.fullmatch(r"[a-z0-9]+(-[a-z0-9]+)*", part):
            raise RequestError(f"'{name}' is geen map van docs/. Zo wel: --in achtergrond")
    return parts or ("achtergrond",)


def _slug(text: str) -> str:
    plain = unicodedata.normalize("NFKD", text).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "-", plain).strip("-")


def _next(plan: Plan, options: argparse.Namespace, text: str) -> list[str]:
    steps = []
    waiting = text.count("[vul in: ")
    if waiting:
        steps.append(
            f"Open het bestand en vervang wat tussen [vul in: …] staat ({count(waiting, '1 plek', '{n} plekken')})."
        )
    if options.soort == "instrument":
        steps.append("Een pagina en een plek in het menu krijgt het instrument vanzelf.")
    elif options.editie:
        steps.append("Een plek in het menu krijgt de pagina vanzelf.")
    else:
        file = plan.path.relative_to("docs").as_posix()
        title = plan.words.get(_TITLE) or "titel"
        steps.append(f'Zet de pagina in {SITE} onder "nav": - "{title}": {file}')
        steps.append(f"Verwijs ernaar vanaf een andere pagina, anders vindt niemand haar. Het id is: {plan.id}")
    if options.soort == "subfase":
        steps.append(
            "De lijn met fasen kent deze subfase nog niet: vraag een programmeur om fii_widgets/handbook/phases.py."
        )
    if options.editie:
        steps.append(f"Kijk of alles klopt: python tools/do.py check --editie {shlex.quote(named(options.editie))}")
    else:
        steps.append("Kijk of alles klopt: python tools/do.py check (of: make check)")
    return [f"{number}. {step}" for number, step in enumerate(steps, 1)]
