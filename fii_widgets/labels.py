"""The Dutch words that Python shows to a reader, and how they are joined. No logic beyond plural."""

NOT_ANSWERED = "Niet ingevuld"
#: what ends a sentence
ENDS = frozenset(".!?…")

#: words that the forms and summaries use
WORDS: dict[str, str] = {
    "note": "Notitie",
    "note_for": "Notitie bij punt {number}",
    "note_hint": "Schrijf geen namen van burgers op.",
    "item": "Punt {number}",
    "read_on": "Lees verder",
    "not_written": "{title} (volgt)",
    "only_with": "Alleen bij: {text} → {choice}",
    "one_hidden": "Uw team liet 1 punt weg uit deze lijst: {names}.",
    "all_hidden": "Uw team liet {n} punten weg uit deze lijst: {names}.",
    "and_more": "; en nog {n}",
    "because_hidden": "Uw team heeft de lijst aangepast. Wat u bij een weggelaten punt invulde, blijft bewaard.",
    "list_empty": "Uw lijst heeft geen punten meer. Zet er eerst een of meer terug.",
    "handbook_says": "In het handboek: ‘{text}’",
    "own_edit": "Lijst aanpassen",
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
    "because_calm": "Alle punten met keuzes zijn beantwoord, en bij geen ervan is iets te doen of uit te zoeken.",
    "because_written": "U schreef bij elk deel iets op.",
    "because_always": "Dit geldt altijd bij dit instrument.",
    "order": "{second} komt voor {first}",
    "your_note": "Uw notitie: {note}",
    "source": "Bron: {document}, {lines} ({origin}).",
    "source_advice": "Bron van de raad: {document}, {lines} ({origin}).",
    "source_line": "regel {lines}",
    "source_lines": "regels {lines}",
    "outcome": "Uitkomst",
    "answer_first": "Beantwoord eerst: {question}",
    "not_in_play": "U hebt punt {number} ingevuld, maar dat punt speelt alleen bij een ander antwoord op punt {other}.",
    "cited_on": "Aangehaald op",
    "cited_nowhere": "Niet aangehaald in dit handboek.",
    "case_facts": "Gegevens van deze casus",
    "filled_of": "{filled} van {total} ingevuld",
    "something_filled": "er is iets ingevuld",
    "nothing_filled": "nog niets ingevuld",
    "one_empty": "Nog niets ingevuld: 1 instrument",
    "all_empty": "Nog niets ingevuld: {n} instrumenten",
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
    "aside_help": "Dit stond in deze browser of in een bestand, en het handboek kan het niet lezen. Het telt nergens mee. Het blijft in uw dossier en gaat mee in uw bestand. U kunt de tekst hier kopiëren.",
    "saving": "Bewaren",
    "preview": "Wat verandert er?",
    "open_label": "Kies een dossierbestand (.json) of een verslag met dossier (.html), of sleep het hierheen",
    "dossier_no_script": "Zonder JavaScript is deze pagina een papieren dossier: print haar en vul met de pen in. Bewaren en samenvatten werken dan niet.",
    "wipe_title": "Alles wissen?",
    "wipe_text": "Hiermee verdwijnt alles van dit dossier uit deze browser: antwoorden, notities, overleggen en acties. Andere dossiers blijven staan. Bestanden die u eerder bewaarde, blijven bestaan. Bewaar eerst een bestand als u er later nog bij wilt.",
    "save_and_wipe": "Bewaar eerst een bestand",
    "wipe_now": "Wis alles nu",
    "keep": "Niet wissen",
    "save": "Bewaar als bestand",
    "save_report": "Bewaar als verslag",
    "open": "Open een bestand",
    "wipe": "Wis alles",
    "print": "Verslag afdrukken",
    "print_blank": "Leeg formulier afdrukken",
    "print_all": "Verslag van alles afdrukken",
    "print_all_blank": "Alles leeg afdrukken",
    "row_choices": "Bij {numbers}: {choices}",
    "report_of": "Verslag van {day}",
    "report_for": "Organisatie of traject",
    "report_answers": "Antwoorden en notities",
    "report_columns": "Punt|Antwoord|Notitie",
    "report_open": "Niet ingevuld: punt {numbers}.",
    "and": "{first} en {last}",
    "undo": "Maak ongedaan",
    "cancel": "Annuleer",
    "apply": "Neem over",
    "apply_new": "Open als apart dossier",
    "dossiers": "Welk dossier is dit?",
    "dossier_name": "Naam van dit dossier",
    "dossier_name_help": "Bijvoorbeeld de naam van het traject. Schrijf geen namen van burgers op.",
    "dossiers_other": "Andere dossiers in deze browser",
    "new_dossier": "Begin een ander dossier",
    "fold_open": "Toon",
    "go_to": "Ga naar",
    "offers": "Eerder ingevuld",
    "offers_help": "Dit schreef u al in een ander instrument. Neem over wat hier ook klopt; daarna kunt u het veranderen.",
    "offers_all": "Alles overnemen",
    "offers_more": "Toon alles",
    "offers_later": "Niet nu",
    "offer_item": "punt {number}",
    "offer_told": "Overgenomen. {reason}.",
    "fold_close": "Verberg",
    "trial_sound": "Geen fouten gevonden. Hieronder staat het instrument.",
    "trial_fault": "1 fout, op regel {line}.",
    "trial_faults": "{n} fouten. De eerste staat op regel {line}.",
    "trial_incomplete": "De lijst van schalen en pagina’s is niet goed geladen. Uw tekst is niet veranderd. Laad de pagina opnieuw.",
    "trial_start": "Begin met",
    "trial_start_help": "Kies een bestaand instrument, of het voorbeeld. U verandert alleen uw eigen tekst, niet het handboek.",
    "trial_take": "Zet in de proefbank",
    "trial_text": "De tekst van het instrument (YAML)",
    "trial_text_help": "Elke wijziging wordt meteen nagekeken. Met Tab gaat u verder naar het volgende onderdeel; spring in met spaties.",
    "trial_save": "Bewaar als .yaml-bestand",
    "trial_open": "Open een .yaml-bestand",
    "trial_problems": "Wat er niet klopt",
    "trial_result": "Zo ziet het eruit",
    "trial_first": "Zodra uw tekst klopt, staat hier het instrument. U kunt het dan invullen om het te proberen; er wordt niets van bewaard.",
    "trial_back": "Zet mijn vorige tekst terug",
    "trial_older": "Dit is het instrument uit de laatste versie zonder fouten.",
    "trial_no_script": "De proefbank werkt alleen met JavaScript. Zonder JavaScript kijkt ‘make check’ uw bestand na.",
}

#: how the source documents are called in a sentence
DOCUMENTS = {
    "handreiking": "handreiking (2022)",
    "tool-implementatie": "gereedschap Implementatie",
    "verslag": "verslag (2022)",
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
    return filled(WORDS[key], values)


def filled(template: str, values: dict[str, object]) -> str:
    """Fill in blanks. What people wrote and ends a sentence by itself, such as initials, gets no second stop."""
    text = template.format(**values)
    return text[:-1] if template.endswith("}.") and text[-2:-1] in ENDS else text


def day(text: str) -> str:
    """Say a date as people do: "2026-11-22" is "22 november 2026"; what is no date stays as it is."""
    year, _, rest = text.partition("-")
    month, _, number = rest.partition("-")
    known = all(part.isdecimal() for part in (year, month, number)) and 1 <= int(month) <= 12
    return f"{int(number)} {MONTHS[int(month) - 1]} {year}" if known else text


def count(n: int, one: str, many: str) -> str:
    """Choose between singular and plural; `many` may hold {n}, and words of people: a brace there is only a brace."""
    return one if n == 1 else many.replace("{n}", str(n))


def sentence(parts: list[str]) -> str:
    """Join clauses into one sentence with a capital and a full stop."""
    if not parts:
        return ""
    joined = parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} en {parts[-1]}"
    return f"{joined[0].upper()}{joined[1:]}."
