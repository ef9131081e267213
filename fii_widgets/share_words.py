"""The Dutch words of papers and links on the page: the frame that Python prints, and what the scripts say. No logic."""

WORDS: dict[str, str] = {
    "papers": "Papieren voor het overleg",
    "papers_label": "Om mee te nemen",
    "papers_intro": "Kies een stuk en een soort bestand. Het wordt hier gemaakt, op uw eigen apparaat, van wat er nu in het dossier staat.",
    "papers_which": "Welk stuk?",
    "papers_how": "Wat wilt u ermee doen?",
    "papers_time": "Hoe laat begint het overleg? (mag leeg blijven)",
    "papers_review": "Welk overleg?",
    "papers_instrument": "Welk instrument?",
    "papers_make": "Maak het bestand",
    "papers_paper": "Een bestand maken werkt alleen met JavaScript.",
    "share": "Deel als link",
    "as_print": "Afdrukken of pdf",
    "as_docx": "Word (.docx)",
    "as_odt": "OpenDocument-tekst (.odt)",
    "as_xlsx": "Excel (.xlsx)",
    "as_ods": "OpenDocument-rekenblad (.ods)",
    "as_csv": "Tabel voor andere programma’s (.csv)",
    "as_md": "Platte tekst (.md)",
    "as_html": "Webpagina (.html)",
    "as_ics": "Agenda (.ics)",
    # what a list of papers says
    "kind_calendar": "Afspraken voor in uw agenda",
    "review_of": "Overleg van {day}",
    "review_of_open": "Overleg van {day} (loopt nog)",
    "missing_filled": "Nog niets ingevuld bij ‘{title}’.",
    "missing_both": "Nog niets ingevuld bij ‘{title}’ en ‘{other}’.",
    "missing_actions": "Nog geen acties. Schrijf er een op bij ‘Overleg’.",
    "missing_review": "Nog geen overleg. Begin er een bij ‘Overleg’.",
    "missing_date": "Nog geen volgende datum. Kies bij ‘Overleg’ hoe vaak u bij elkaar komt.",
    "missing_all": "Er is nog niets ingevuld.",
}

FOR_SCRIPTS: dict[str, str] = {
    # making a file
    "papers.starting": "Het rekenwerk wordt klaargezet. De eerste keer duurt dat even.",
    "papers.making": "Het stuk wordt gemaakt: {stuk}.",
    "papers.made": "Gemaakt: {bestand}. Kijk in de map met downloads of het er staat.",
    "papers.again": "Niet gevonden? Haal {bestand} nog een keer op",
    "papers.printed": "Het stuk staat klaar om af te drukken. Kies als printer ‘Opslaan als pdf’ als u een pdf wilt.",
    "papers.missing": "Dit stuk is er nog niet. {wat} Kies een ander stuk, of vul dit eerst aan.",
    "papers.failed": "Het bestand kon niet worden gemaakt. Uw antwoorden zijn niet veranderd. Laad de pagina opnieuw, of bewaar uw dossier als bestand.",
    "papers.no-python": "Deze browser kan geen stukken maken. Uw antwoorden zijn niet veranderd. Bewaren als bestand en afdrukken werken wel; open het bestand in een andere browser.",
    "save.report": "Uw verslag is gemaakt, met uw hele dossier erin: {bestand}. Kijk in de map met downloads of het er staat. Geef het alleen aan mensen die alles mogen lezen.",
    # an instrument as a link
    "share.title": "Deel als link: {titel}",
    "share.what": "In de link staan de keuzes, zonder notities, teksten en eigen punten. Wie hem opent, ziet eerst wat er verandert. De link zelf verstuurt niets: u geeft hem door.",
    "share.address": "De link",
    "share.copy": "Kopieer de link",
    "share.copied": "De link is gekopieerd.",
    "share.not-copied": "Kopiëren mag hier niet. De link is geselecteerd: kopieer hem met Ctrl+C.",
    "share.code": "Scan de code met een telefoon of tablet",
    "share.here": "Deze kopie van het handboek staat in een map. De link werkt alleen voor wie dezelfde map kan openen, zoals een gedeelde schijf. Geef anders het dossier als bestand door.",
    "share.online": "U werkt in een kopie in een map. De link wijst naar het handboek op internet, zodat anderen hem kunnen openen.",
    "share.making": "De link wordt gemaakt. De eerste keer duurt dat even.",
    "share.failed": "De link kon niet worden gemaakt. Uw antwoorden zijn niet veranderd. Laad de pagina opnieuw, of bewaar het dossier als bestand en geef dat door.",
    "share.close": "Sluit",
    # opening such a link
    "linked.title": "U opende een link met keuzes",
    "linked.reading": "De link wordt gelezen. De eerste keer duurt dat even.",
    "linked.fills.1": "Deze link vult 1 punt in bij {titel}. Er is nog niets veranderd.",
    "linked.fills.n": "Deze link vult {aantal} punten in bij {titel}. Er is nog niets veranderd.",
    "linked.replaces.1": "1 van uw eigen keuzes wordt dan vervangen.",
    "linked.replaces.n": "{aantal} van uw eigen keuzes worden dan vervangen.",
    "linked.same": "Deze link geeft bij {titel} dezelfde keuzes als u al hebt. Er verandert niets.",
    "linked.left-out.1": "1 keuze uit de link bestaat in deze uitgave niet en blijft weg.",
    "linked.left-out.n": "{aantal} keuzes uit de link bestaan in deze uitgave niet en blijven weg.",
    "linked.was": "Was {voor}, wordt {na}.",
    "linked.becomes": "Wordt {na}.",
    "linked.empty-only": "Vul alleen lege punten in",
    "linked.all": "Neem alles over",
    "linked.cancel": "Niet overnemen",
    "linked.done.1": "1 punt is ingevuld bij {titel}.",
    "linked.done.n": "{aantal} punten zijn ingevuld bij {titel}.",
    "linked.from": "link: {titel}",
    "linked.undo": "Maak ongedaan",
    "linked.undone": "Ongedaan gemaakt. Uw eerdere keuzes staan er weer.",
    "linked.failed": "De link kan hier niet worden gelezen. Uw antwoorden zijn niet veranderd. Laad de pagina opnieuw, of vraag om het dossier als bestand.",
    "linked.close": "Sluit",
    # a list in a frame of another site
    "kaal.framed": "Deze lijst staat hier in een andere site. Wat u invult, blijft bij die site in deze browser, en sommige browsers vergeten het. Het komt niet in uw eigen dossier. Wilt u het houden? Open dan de hele pagina, onderaan, of geef uw keuzes door met ‘Deel als link’.",
}


def word(key: str, /, **values: object) -> str:
    """Return a word of the frame or of the list of papers, with its blanks filled in."""
    return WORDS[key].format(**values)
