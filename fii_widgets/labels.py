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
    "summary": "Samenvatting",
    "summary_first": "Vul een punt in. Dan leest u hier wat opvalt, waarom, en waar u verder leest.",
    "summary_empty": "Er is nog niets ingevuld. Vul een punt in; dan leest u hier wat opvalt.",
    "summary_no_script": "De samenvatting en het bewaren werken alleen met JavaScript. Zonder JavaScript is dit een papieren formulier: print het en vul het met de pen in.",
    "no_runtime": "De samenvatting is in deze uitgave niet beschikbaar; invullen, bewaren en afdrukken werken wel.",
    "stands_out": "Wat opvalt",
    "questions": "Vragen voor het gesprek",
    "unknown": "Nog onbekend",
    "all_open": "{n} punten zijn nog niet ingevuld",
    "one_open": "1 punt is nog niet ingevuld",
    "why": "Waarom zie ik dit?",
    "because": "U koos ‘{choice}’ bij punt {number}.",
    "your_note": "Uw notitie: {note}",
    "source": "Bron: {document}, regels {lines} ({origin}).",
    "outcome": "Uitkomst",
    "answer_first": "Beantwoord eerst: {question}",
    "not_in_play": "U hebt punt {number} ingevuld, maar dat punt speelt alleen bij een ander antwoord op punt {other}.",
    "case_facts": "Gegevens van deze casus",
    "filled_of": "{filled} van {total} ingevuld",
    "nothing_filled": "nog niets ingevuld",
    "yes_no_table": "Mogelijke startpunten van innovatietrajecten",
    "figure": "Figuur 2",
    "empty_cell": "Leeg in de bron",
    "fill_in_dossier": "Invullen in het dossier",
    "file_only": "In deze kopie op uw computer vult u in op één plek: het dossier. Hier ziet u het formulier op papier.",
    "own_page": "Alleen dit instrument",
    "to_dossier": "Naar het dossier",
    "provenance_caption": "Waar elk punt op rust",
    "provenance_columns": "Punt|Herkomst|Bron, regels|Lees verder",
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
WORDS_FOR_SCRIPTS: dict[str, str] = {}

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


def count(n: int, one: str, many: str) -> str:
    """Choose between singular and plural; `many` may hold {n}."""
    return one if n == 1 else many.format(n=n)


def sentence(parts: list[str]) -> str:
    """Join clauses into one sentence with a capital and a full stop."""
    if not parts:
        return ""
    joined = parts[0] if len(parts) == 1 else f"{', '.join(parts[:-1])} en {parts[-1]}"
    return f"{joined[0].upper()}{joined[1:]}."
