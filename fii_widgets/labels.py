"""Every Dutch word that Python or JavaScript shows to a reader, in one place. No logic beyond plural."""

NOT_ANSWERED = "Niet ingevuld"

#: words that the forms and summaries use
WORDS: dict[str, str] = {
    "note": "Notitie",
    "note_for": "Notitie bij punt {number}",
    "note_hint": "Schrijf geen namen van burgers op.",
    "item": "Punt {number}",
    "read_on": "Lees verder",
    "not_written": "{title} (volgt)",
    "only_with": "Alleen bij: {text} → {choice}",
    "own_item": "eigen punt",
    "own_item_of": "eigen punt van {organisation}",
    "own_instrument": "Een eigen lijst; zij komt niet uit de handreiking.",
    "own_instrument_of": "Een eigen lijst van {organisation}; zij komt niet uit de handreiking.",
    "own_page_text": "Vul deze lijst hier in, of druk haar leeg af. Uw antwoorden staan ook in [het dossier](../dossier.md).",
    "own_source": "Dit is een eigen punt: het staat niet in het handboek.",
    "summary": "Samenvatting",
    "summary_first": "Vul een punt in. Dan leest u hier wat opvalt, waarom, en waar u verder leest.",
    "summary_empty": "Er is nog niets ingevuld. Vul een punt in; dan leest u hier wat opvalt.",
    "summary_no_script": "De samenvatting en het bewaren werken alleen met JavaScript. Zonder JavaScript is dit een papieren formulier: print het en vul het met de pen in.",
    "no_runtime": "De samenvatting is in deze uitgave niet beschikbaar; invullen, bewaren en afdrukken werken wel.",
    "attention": "Let op",
    "written": "Wat u schreef",
    "rows_item": "Punt",
    "add_row": "Voeg toe: {noun}",
    "row": "{noun} {row}",
    "stands_out": "Wat opvalt",
    "yes": "Ja",
    "no": "Nee",
    "picture_table": "Hetzelfde als tabel",
    "picture_part": "Onderdeel",
    "picture_side": "Kant",
    "picture_gap": "nog niemand",
    "picture_unplaced": "Nog niet te plaatsen",
    "picture_nobody_of": "Nog niemand van: {names}.",
    "picture_light": "Tussen haakjes: {text}",
    "picture_where": "{label}: {names}.",
    "picture_weight": "De nadruk: {said}.",
    "picture_tile": "Elk teken is één punt.",
    "picture_reached": "Bereikt",
    "picture_target": "Doel",
    "picture_of": "{reached} van {target}",
    "picture_reached_only": "{reached} bereikt, zonder doel",
    "picture_target_only": "doel {target}, nog geen bereik",
    "picture_no_numbers": "geen getallen",
    "picture_counted": "Wie meetelt: {counted}",
    "picture_period": "Zonder periode",
    "picture_no_series": "Zonder naam",
    "picture_same_scale": "Alle regels tellen op dezelfde manier. Daarom hebben ze één schaal.",
    "picture_own_scale": "Vergelijk de blokken niet met elkaar: niet overal staat dezelfde afspraak over wie meetelt. Elk blok heeft een eigen schaal.",
    "picture_reached_columns": "Wat|Periode|Doeldatum|Doel|Bereikt|Wie meetelt",
    "questions": "Vragen voor het gesprek",
    "unknown": "Nog onbekend",
    "all_open": "{n} punten zijn nog niet ingevuld",
    "one_open": "1 punt is nog niet ingevuld",
    "why": "Waarom zie ik dit?",
    "because": "U koos ‘{choice}’ bij {place}.",
    "because_count": "Bij ‘{section}’ vulde u er {n} in.",
    "because_missing": "Bij punt {number} koos u nergens ‘{choices}’.",
    "because_tilt": "Bij punt {number} koos u {most} van de {total} keer ‘{choice}’.",
    "because_you": "u koos {first}",
    "because_chosen": "‘{choice}’ bij {places}",
    "because_below": "Het getal bij punt {number} is lager dan dat bij punt {target}.",
    "because_empty": "Nog niet ingevuld: {places}.",
    "because_differs": "Bij punt {number} staat niet overal hetzelfde.",
    "because_order": "U vulde deze datums in bij {places}.",
    "because_calm": "Alle punten met keuzes zijn beantwoord, zonder rood, oranje of onbekend.",
    "because_written": "U schreef bij elk deel iets op.",
    "because_always": "Dit geldt altijd bij dit instrument.",
    "order": "{second} komt voor {first}",
    "your_note": "Uw notitie: {note}",
    "source": "Bron: {document}, regels {lines} ({origin}).",
    "source_advice": "Bron van de raad: {document}, regels {lines} ({origin}).",
    "outcome": "Uitkomst",
    "answer_first": "Beantwoord eerst: {question}",
    "not_in_play": "U hebt punt {number} ingevuld, maar dat punt speelt alleen bij een ander antwoord op punt {other}.",
    "cited_on": "Aangehaald op",
    "cited_nowhere": "Niet aangehaald in dit handboek.",
    "case_facts": "Gegevens van deze casus",
    "filled_of": "{filled} van {total} ingevuld",
    "something_filled": "er is iets ingevuld",
    "nothing_filled": "nog niets ingevuld",
    "yes_no_table": "Mogelijke startpunten van innovatietrajecten",
    "figure": "Figuur 2",
    "empty_cell": "Leeg in de bron",
    "fill_in_dossier": "Invullen in het dossier",
    "file_only": "In deze kopie op uw computer vult u in op één plek: het dossier. Hier ziet u het formulier op papier.",
    "own_page": "Alleen dit instrument",
    "to_dossier": "Naar het dossier",
    "provenance_caption": "Waar elk punt, elke raad en elke waarschuwing op rust",
    "provenance_columns": "Wat|Herkomst|Bron, regels|Lees verder",
    "provenance_advice": "Raad bij punt {number} ({choices})",
    "provenance_rule": "Waarschuwing: {text}",
    "provenance_outcome": "Uitkomst: {title}",
    "provenance_counts": "Hoeveel letterlijk is, en hoeveel afgeleid",
    "provenance_instrument": "Instrument",
    "provenance_items": "Punten, {origin}",
    "provenance_rules": "Raad en waarschuwingen, {origin}",
    "phase": "Fase {number}",
    "every_phase": "Alle fasen",
    "overview": "Waar staan we",
    "here": "u bent hier",
    "follows": "volgt",
    "line": "Het model: zes fasen, vijftien subfasen",
    "line_small": "Waar deze pagina staat in het model",
    "line_phase": "Fase",
    "line_subphase": "Subfase",
    "lapsed": "Vervallen punten",
    "lapsed_help": "Deze antwoorden horen bij punten die in deze uitgave niet bestaan. Ze blijven in uw dossier en in uw bestand.",
    "saving": "Bewaren",
    "preview": "Wat verandert er?",
    "open_label": "Kies een dossierbestand (.json), of sleep het hierheen",
    "dossier_no_script": "Zonder JavaScript is deze pagina een papieren dossier: print haar en vul met de pen in. Bewaren en samenvatten werken dan niet.",
    "wipe_title": "Alles wissen?",
    "wipe_text": "Hiermee verdwijnen alle antwoorden en notities uit deze browser. Bestanden die u eerder bewaarde, blijven bestaan. Bewaar eerst een bestand als u er later nog bij wilt.",
    "save_and_wipe": "Bewaar eerst een bestand",
    "wipe_now": "Wis alles nu",
    "keep": "Niet wissen",
    "save": "Bewaar als bestand",
    "open": "Open een bestand",
    "wipe": "Wis alles",
    "print": "Print",
    "undo": "Maak ongedaan",
    "cancel": "Annuleer",
    "apply": "Neem over",
    "fold_open": "Toon",
    "fold_close": "Verberg",
}

#: how the source documents are called in a sentence
DOCUMENTS = {
    "handreiking": "handreiking (2022)",
    "tool-implementatie": "gereedschap Implementatie",
    "verslag": "verslag (2022)",
}

#: words that only the scripts in the page show; they reach the page as JSON (macros)
WORDS_FOR_SCRIPTS: dict[str, str] = {
    # where the answers are
    "status.empty": "Er is nog niets opgeslagen.",
    "status.keeping": "Bezig met opslaan.",
    "status.here": "Opgeslagen in deze browser om {tijd}.",
    "status.here-day": "Opgeslagen in deze browser op {tijd}.",
    "status.not-kept": "Niet opgeslagen in deze browser.",
    "status.file": "Laatst als bestand bewaard: {geleden}.",
    "status.no-file": "Nog niet als bestand bewaard.",
    "reminder.changes.1": "U hebt 1 wijziging gedaan na uw laatste bestand. Bewaar uw dossier opnieuw als bestand.",
    "reminder.changes.n": "U hebt {aantal} wijzigingen gedaan na uw laatste bestand. Bewaar uw dossier opnieuw als bestand.",
    "reminder.days.1": "Uw laatste bestand is 1 dag oud. Bewaar uw dossier opnieuw als bestand.",
    "reminder.days.n": "Uw wijzigingen staan al {aantal} dagen alleen in deze browser. Bewaar uw dossier als bestand.",
    # the browser does not keep the answers
    "store.absent": "Deze browser kan uw antwoorden niet opslaan. Ze staan nog wel op deze pagina. Bewaar ze als bestand in het dossier, of print de pagina, voordat u haar sluit.",
    "store.denied": "Deze browser staat niet toe dat de pagina iets opslaat. Uw antwoorden staan nog wel op deze pagina. Bewaar ze als bestand, of print de pagina, voordat u haar sluit.",
    "store.blocked": "Een ander tabblad van het handboek houdt het opslaan tegen. Uw antwoorden staan nog wel op deze pagina. Sluit de andere tabbladen, of bewaar uw antwoorden als bestand.",
    "store.newer": "In deze browser is al een nieuwere versie van het handboek gebruikt. Uw opgeslagen antwoorden zijn veilig, maar deze pagina kan er niet bij. Open de nieuwste versie. Wat u hier invult, kunt u als bestand bewaren.",
    "store.full": "De opslag van deze browser is vol. Uw laatste antwoorden staan nog wel op deze pagina. Bewaar ze nu als bestand, of print de pagina.",
    "store.silent": "De browser reageert niet op het opslaan. Uw laatste antwoorden staan nog wel op deze pagina. Bewaar ze als bestand, of probeer het met een volgend antwoord opnieuw.",
    "store.failed": "Het opslaan in deze browser is niet gelukt. Uw laatste antwoorden staan nog wel op deze pagina. Bewaar ze als bestand, of probeer het met een volgend antwoord opnieuw.",
    # Python: the summary
    "python.step.archive": "De samenvatting wordt voorbereid (stap 1 van 4).",
    "python.step.loader": "De onderdelen voor de samenvatting worden geladen (stap 2 van 4).",
    "python.step.start": "De samenvatting wordt gestart (stap 3 van 4).",
    "python.step.ready": "De samenvatting wordt gemaakt (stap 4 van 4).",
    "python.off": "Deze browser kan de samenvatting niet maken. Invullen, opslaan, bewaren als bestand en printen werken wel.",
    "python.missing": "De samenvatting is hier niet beschikbaar. Invullen, opslaan, bewaren als bestand en printen werken wel.",
    "python.slow": "De samenvatting laat te lang op zich wachten. Uw antwoorden zijn niet veranderd. Geef een volgend antwoord of laad de pagina opnieuw; dan wordt het opnieuw geprobeerd.",
    "python.broken": "De samenvatting kon niet worden gemaakt. Uw antwoorden zijn niet veranderd. Geef een volgend antwoord of laad de pagina opnieuw; dan wordt het opnieuw geprobeerd.",
    # read aloud after a change
    "told.kept": "Opgeslagen.",
    "told.kept-summary": "Opgeslagen. De samenvatting is bijgewerkt.",
    "told.summary": "De samenvatting is bijgewerkt.",
    # the dossier as a file
    "save.done": "Uw dossier is als bestand aangeboden: {bestand}. Kijk in de map met downloads of het er staat.",
    "open.done": "De antwoorden uit {bestand} staan nu in uw dossier. Met Maak ongedaan gaat u terug.",
    "undo.done": "Het openen is ongedaan gemaakt. Uw eerdere antwoorden staan er weer.",
    "wipe.done": "Alle antwoorden zijn uit deze browser gewist.",
    "preview.file": "Bestand {bestand}, bewaard om {tijd}.",
    "preview.file-day": "Bestand {bestand}, bewaard op {tijd}.",
    "preview.changes.1": "Als u het overneemt, verandert 1 antwoord in deze browser.",
    "preview.changes.n": "Als u het overneemt, veranderen {aantal} antwoorden in deze browser.",
    "preview.same": "Er verandert niets: uw antwoorden zijn gelijk aan die in het bestand.",
    "preview.newer": "Dit bestand komt uit een nieuwere versie van het handboek. U kunt het hier bekijken, niet overnemen. Uw eigen antwoorden veranderen niet. Open de nieuwste versie om met dit bestand te werken. Dit wijkt af van wat u nu hebt:",
    "preview.choice": "Keuze: was {voor}, wordt {na}.",
    "preview.note": "Notitie: was {voor}, wordt {na}.",
    "preview.quote": "‘{tekst}’",
    "preview.empty": "niet ingevuld",
    "preview.more.1": "en nog 1 punt",
    "preview.more.n": "en nog {aantal} punten",
    "preview.unknown.1": "1 antwoord hoort bij een punt dat in deze uitgave niet bestaat. Het blijft bewaard als vervallen punt.",
    "preview.unknown.n": "{aantal} antwoorden horen bij punten die in deze uitgave niet bestaan. Ze blijven bewaard als vervallen punten.",
    "preview.remarks": "Dit viel op in het bestand:",
    "preview.no-python": "De uitgebreide controle van het bestand is hier niet beschikbaar. De vorm van het bestand is wel gecontroleerd.",
    # a file that cannot be opened; each says that nothing has changed and what to do
    "file.unreadable": "{bestand} kan niet worden gelezen. Uw antwoorden zijn niet veranderd. Controleer of het bestand er nog staat en kies het opnieuw.",
    "file.size": "{bestand} is te groot voor een dossier (meer dan 4 MB). Uw antwoorden zijn niet veranderd. Kies een bestand dat u in het dossier hebt bewaard.",
    "file.depth": "{bestand} zit anders in elkaar dan een dossier. Uw antwoorden zijn niet veranderd. Kies een bestand dat u in het dossier hebt bewaard.",
    "file.keys": "{bestand} bevat meer gegevens dan een dossier kan hebben. Uw antwoorden zijn niet veranderd. Kies een ander bestand.",
    "file.string": "{bestand} bevat een tekst van meer dan 5.000 tekens. Uw antwoorden zijn niet veranderd. Kort de tekst in of kies een ander bestand.",
    "file.duplicate": "In {bestand} staat een gegeven twee keer, dus is niet zeker wat klopt. Uw antwoorden zijn niet veranderd. Kies een eerder bewaard bestand.",
    "file.prototype": "{bestand} bevat een naam die in een dossier niet mag staan. Uw antwoorden zijn niet veranderd. Kies een bestand dat u in het dossier hebt bewaard.",
    "file.number": "{bestand} bevat een getal dat niet in een dossier past. Uw antwoorden zijn niet veranderd. Kies een bestand dat u in het dossier hebt bewaard.",
    "file.text": "{bestand} bevat beschadigde tekst. Uw antwoorden zijn niet veranderd. Kies een eerder bewaard bestand.",
    "file.json": "{bestand} is geen leesbaar dossierbestand. Uw antwoorden zijn niet veranderd. Kies een bestand dat u in het dossier hebt bewaard; de naam eindigt op .json.",
    "file.kind": "{bestand} is geen dossier van dit handboek. Uw antwoorden zijn niet veranderd. Kies een bestand dat u in het dossier hebt bewaard.",
    "file.edition": "{bestand} hoort bij een andere uitgave van het handboek. Uw antwoorden zijn niet veranderd. Open het bestand in die uitgave.",
    "file.shape": "{bestand} is als dossier niet in orde. Uw antwoorden zijn niet veranderd. Kies een eerder bewaard bestand.",
    # the page
    "fold.open": "Toon",
    "fold.close": "Verberg",
    "widget.failed": "Dit onderdeel werkt nu niet. Wat u eerder opsloeg, is niet veranderd. Laad de pagina opnieuw, of print het formulier.",
}

MONTHS = (
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
)


def word(key: str, /, **values: object) -> str:
    """Return a word with its blanks filled in."""
    return WORDS[key].format(**values)


def day(text: str) -> str:
    """Say a date as people do: "2026-11-22" is "22 november 2026"; what is no date stays as it is."""
    year, _, rest = text.partition("-")
    month, _, number = rest.partition("-")
    known = all(part.isdecimal() for part in (year, month, number)) and 1 <= int(month) <= 12
    return f"{int(number)} {MONTHS[int(month) - 1]} {year}" if known else text


def count(n: int, one: str, many: str) -> str:
    """Choose between singular and plural; `many` may hold {n}."""
    return one if n == 1 else many.format(n=n)


def sentence(parts: list[str]) -> str:
    """Join clauses into one sentence with a capital and a full stop."""
    if not parts:
        return ""
    joined = parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} en {parts[-1]}"
    return f"{joined[0].upper()}{joined[1:]}."
