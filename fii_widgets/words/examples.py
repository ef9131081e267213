"""Which example dossiers there are, and the Dutch words around them. No logic; the files stand in docs/voorbeelden/."""

#: name of the file → what the case calls its intervention
EXAMPLES: dict[str, str] = {
    "samen-leren": "Samen Leren",
    "amigos": "Amigo’s",
    "ajt": "Administratief Juridisch Team",
    "moeders-van-rotterdam": "Moeders van Rotterdam",
}

WORDS: dict[str, str] = {
    "example_open": "Bekijk ‘{name}’ in het dossier",
    "example_file": "Haal het bestand van ‘{name}’ op",
    "example_page": "Waar ‘{name}’ over gaat, met vragen",
    "filled_lead": "Ingevuld zien? Er is een verzonnen voorbeeld.",
    "filled_leads": "Ingevuld zien? Er zijn verzonnen voorbeelden.",
    "filled_after": "U ziet eerst wat er verandert. Zonder uw ja verandert er niets, en u kunt terug.",
    "filled_choices": "Voorbeeld: {name}",
    "filled_dossier": "Voorbeeld: {name}, in het dossier",
    "filled_list": "Of bekijk één instrument ingevuld",
    "filled_list_after": "Zo’n link kunt u ook doorgeven. Wie hem opent, ziet eerst wat er verandert. Teksten gaan niet mee in een link; die ziet u in het hele dossier.",
}

FOR_SCRIPTS: dict[str, str] = {
    "example.lead": "‘{naam}’ is een oefening. Alles wat erin staat, is verzonnen: {overleggen} overleggen, {acties} acties en {antwoorden} antwoorden.",
    "example.beside": "Kies ‘Open als apart dossier’. Het voorbeeld komt dan naast uw eigen dossier te staan. Uw eigen dossier verandert niet; bij ‘Welk dossier is dit?’ gaat u ernaar terug.",
    "example.failed": "Het voorbeeld kan niet worden geladen. Uw dossier is niet veranderd. Probeer het opnieuw, of haal het bestand op bij ‘Voorbeelden om te oefenen’ en kies hier ‘Open een bestand’.",
}
