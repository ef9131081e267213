"""The Dutch words of the page that looks at what this browser can do. No logic."""

WORDS: dict[str, str] = {
    "computer_begin": "Kijk het na",
    "computer_no_script": "Uw browser voert geen scripts uit. Daarom kan deze pagina niets nakijken, en invullen kan alleen op papier. Vraag uw helpdesk om JavaScript voor dit adres aan te zetten.",
    "computer_list": "Wat het handboek vraagt",
    "computer_wait": "Nog niet nagekeken",
    "computer_file_make": "Maak een proefbestand",
    "computer_file_open": "Open het proefbestand",
    "computer_report": "Voor de helpdesk",
    "computer_report_help": "Hierin staat wat er is nagekeken, welke browser u gebruikt en het adres van deze pagina. Er staat niets in van wat u invulde.",
    "computer_outcome": "De uitslag",
    "computer_copy": "Kopieer de uitslag",
}

#: what is looked at → what it is called, and what to do where it fails
CHECKS: dict[str, tuple[str, str]] = {
    "browser": (
        "De browser is nieuw genoeg",
        "Werk uw browser bij, of neem een nieuwe versie van Edge, Chrome, Firefox of Safari.",
    ),
    "secure": (
        "De verbinding is beveiligd (https)",
        "Ga naar hetzelfde adres met https ervoor. Kan dat niet, vraag dan wie deze site uitgeeft om https.",
    ),
    "frame": (
        "De pagina staat in een eigen venster",
        "Open deze pagina in een eigen tabblad. In een andere site kan een browser de opslag tegenhouden.",
    ),
    "text-store": (
        "Kleine dingen onthouden (localStorage)",
        "Sta in de instellingen van de browser toe dat deze site gegevens bewaart. Sluit een privévenster.",
    ),
    "store": (
        "Uw dossier bewaren (IndexedDB)",
        "Sta in de instellingen van de browser toe dat deze site gegevens bewaart. Sluit een privévenster. Lukt het niet, bewaar dan elke keer als bestand.",
    ),
    "room": (
        "Genoeg ruimte om te bewaren",
        "Maak ruimte vrij op uw apparaat. In een privévenster is de ruimte klein, en wist de browser alles bij het sluiten.",
    ),
    "reload": (
        "Wat bewaard is, is er na herladen nog",
        "De browser wist wat de site bewaart. Vraag uw helpdesk om een uitzondering voor dit adres, en bewaar uw dossier als bestand.",
    ),
    "locks": (
        "Twee tabbladen zitten elkaar niet in de weg",
        "Houd het handboek in één tabblad open.",
    ),
    "tabs": (
        "Tabbladen horen van elkaar wat er verandert",
        "Laad een tabblad opnieuw nadat u in een ander iets invulde.",
    ),
    "wasm": (
        "Rekenen in de browser (WebAssembly)",
        "Vraag uw helpdesk om WebAssembly voor dit adres toe te staan. Op een iPhone of iPad: zet de isolatiemodus voor deze site uit. Invullen en bewaren kan zonder; een samenvatting niet.",
    ),
    "python": (
        "Een samenvatting maken (Python)",
        "Kijk eerst naar de regel hierboven. Is die goed, dan houdt iets de bestanden onder ‘runtime’ tegen: vraag uw helpdesk naar het filter op het netwerk, of neem een andere browser.",
    ),
    "unpack": (
        "Bestanden uitpakken (DecompressionStream)",
        "Werk uw browser bij. Online kan het zonder; de kopie in een map heeft dit nodig voor een samenvatting.",
    ),
    "copy": (
        "Links en teksten kopiëren",
        "Selecteer de tekst zelf, en kopieer die met Ctrl+C.",
    ),
    "clock": (
        "De klok van uw computer loopt goed",
        "Zet datum en tijd van uw computer goed. Het dossier gebruikt de klok om te weten wat het nieuwste is.",
    ),
    "file": (
        "Een bestand bewaren en weer openen",
        "Vraag uw helpdesk of downloads zijn toegestaan. Neem anders een andere browser: zonder bestand hebt u geen tweede exemplaar.",
    ),
}

FOR_SCRIPTS: dict[str, str] = {
    "computer.good": "Goed",
    "computer.bad": "Werkt niet",
    "computer.hand": "Doe dit zelf",
    "computer.later": "Laad de pagina opnieuw",
    "computer.busy": "Bezig",
    "computer.here": "Hier niet te zien",
    "computer.nothing-wrong": "Wat is nagekeken, is goed.",
    "computer.wrong.1": "1 ding werkt niet. Eronder staat wat u kunt doen.",
    "computer.wrong.n": "{aantal} dingen werken niet. Eronder staat wat u kunt doen.",
    "computer.left": "Nog te doen: maak het proefbestand en open het; laad daarna deze pagina opnieuw en kijk nog eens.",
    "computer.copied": "De uitslag is gekopieerd.",
    "computer.selected": "Kopiëren mag hier niet. De tekst is geselecteerd: kopieer die met Ctrl+C.",
}
