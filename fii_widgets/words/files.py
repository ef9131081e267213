"""What is said of an opened file, by the page and on the command line: why it cannot be used, how far it is. No logic.

Each sentence about a file that cannot be used says what it is, that nothing changed, and what to do next.
"""

_SAFE = "Uw antwoorden zijn niet veranderd."
_OTHER = f"{_SAFE} Kies een bestand dat u in het dossier hebt bewaard; de naam eindigt op .json."

FOR_SCRIPTS: dict[str, str] = {
    # how far it is, where it takes long
    "open.reading": "{bestand} wordt gelezen en nagekeken (stap 1 van 2). Er is nog niets veranderd.",
    "open.comparing": "{bestand} wordt vergeleken met uw dossier (stap 2 van 2). Er is nog niets veranderd.",
    "open.taking": "De antwoorden uit {bestand} worden overgenomen (stap 1 van 2).",
    "open.keeping": "De antwoorden uit {bestand} worden in deze browser opgeslagen (stap 2 van 2). Laat deze pagina open.",
    "open.stopped": "Gestopt. Uw antwoorden zijn niet veranderd.",
    # something else than a dossier
    "file.empty": f"{{bestand}} is leeg. {_SAFE} Download of kopieer het bestand opnieuw, of kies een ander bestand.",
    "file.folder": f"{{bestand}} is een map, geen bestand. {_SAFE} Open de map en kies daarin uw dossier; de naam eindigt op .json.",
    "file.zip": f"{{bestand}} is een ingepakt bestand. {_SAFE} Pak het eerst uit. Kies daarna het dossier dat erin zat; de naam eindigt op .json.",
    "file.office": f"{{bestand}} is een document van Word, Excel, LibreOffice of een ander kantoorprogramma. Daar kan het handboek geen antwoorden uit halen. {_OTHER}",
    "file.pdf": f"{{bestand}} is een pdf. Daar kan het handboek geen antwoorden uit halen. {_OTHER}",
    "file.image": f"{{bestand}} is een afbeelding. Daar kan het handboek geen antwoorden uit halen. {_OTHER}",
    "file.page": f"{{bestand}} is een webpagina zonder dossier erin. Soms komt zo’n pagina in de plaats van een download die niet lukte. {_SAFE} Download het dossier opnieuw, of kies een ander bestand.",
    "file.archive": f"{{bestand}} is een webpagina die de browser als archief heeft bewaard. Daarin blijft het dossier niet behouden. {_SAFE} Kies het bestand waarvan u de pagina hebt bewaard, of een dossier waarvan de naam eindigt op .json.",
    "file.mail": f"{{bestand}} is een mailbericht. {_SAFE} Open het in uw mailprogramma, sla de bijlage op en kies die hier.",
    "file.link": f"{{bestand}} is een link of snelkoppeling, niet het bestand zelf. {_SAFE} Open de link, sla het bestand op en kies dat hier.",
    "file.lfs": f"{{bestand}} is een verwijzing van Git LFS, niet het bestand zelf. {_SAFE} Haal het bestand zelf op (met ‘git lfs pull’) en kies het daarna opnieuw.",
    # a dossier that something happened to
    "file.encoding": f"{{bestand}} is bewaard in een tekencodering die het handboek niet leest. {_SAFE} Kies het bestand zoals het uit het dossier kwam, of bewaar het in uw tekstprogramma opnieuw met codering UTF-8.",
    "file.quotes": f"In {{bestand}} zijn de rechte aanhalingstekens veranderd. Dat doet een mailprogramma of tekstverwerker soms. {_SAFE} Kies het bestand zoals het uit het dossier kwam, of laat het u als bijlage sturen.",
    "file.cut": f"{{bestand}} houdt halverwege op. Misschien is het downloaden of kopiëren afgebroken. {_SAFE} Download of kopieer het bestand opnieuw, of kies een eerder bewaard bestand.",
    "file.two": f"In {{bestand}} staan twee dossiers achter elkaar. {_SAFE} Kies een bestand met één dossier. Wilt u ze samenvoegen? Doe dat dan met de twee losse bestanden, onder ‘Team’.",
    # outside the limits, or not in order
    "file.unreadable": f"{{bestand}} kan niet worden gelezen. {_SAFE} Controleer of het bestand er nog staat en kies het opnieuw.",
    "file.size": f"{{bestand}} is te groot voor een dossier (meer dan 4 MB). {_SAFE} Kies een bestand dat u in het dossier hebt bewaard.",
    "file.depth": f"{{bestand}} zit anders in elkaar dan een dossier. {_SAFE} Kies een bestand dat u in het dossier hebt bewaard.",
    "file.keys": f"{{bestand}} bevat meer gegevens dan een dossier kan hebben. {_SAFE} Kies een ander bestand.",
    "file.string": f"{{bestand}} bevat een tekst van meer dan 12.000 tekens. {_SAFE} Kort de tekst in of kies een ander bestand.",
    "file.duplicate": f"In {{bestand}} staat een gegeven twee keer, dus is niet zeker wat klopt. {_SAFE} Kies een eerder bewaard bestand.",
    "file.prototype": f"{{bestand}} bevat een naam die in een dossier niet mag staan. {_SAFE} Kies een bestand dat u in het dossier hebt bewaard.",
    "file.number": f"{{bestand}} bevat een getal dat niet in een dossier past. {_SAFE} Kies een bestand dat u in het dossier hebt bewaard.",
    "file.text": f"{{bestand}} bevat beschadigde tekst. {_SAFE} Kies een eerder bewaard bestand.",
    "file.json": f"{{bestand}} is geen leesbaar dossierbestand. {_OTHER}",
    "file.kind": f"{{bestand}} is geen dossier van dit handboek. {_SAFE} Kies een bestand dat u in het dossier hebt bewaard.",
    "file.edition": f"{{bestand}} hoort bij een andere uitgave van het handboek. {_SAFE} Open het bestand in die uitgave.",
    "file.shape": f"{{bestand}} is als dossier niet in orde. {_SAFE} Kies een eerder bewaard bestand.",
}
