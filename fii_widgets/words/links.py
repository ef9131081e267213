"""The Dutch words of links that last: pages that moved, places with their codes, the way to a code. No logic."""

WORDS: dict[str, str] = {
    # an address that was published and leads on
    "moved": "Deze pagina is verhuisd",
    "moved_from": "Verhuisd: {address}",
    "moved_to": "U vindt die nu hier:",
    "moved_places": "Deze delen staan op een andere plek:",
    "moved_place": "Dit deel is verhuisd. U vindt het nu bij ‘{title}’.",
    # the link of a place, with its code
    "spot_page": "Link naar deze pagina, code {code}",
    "spot_place": "Link naar ‘{title}’, code {code}",
    "spot_item": "Link naar dit punt, code {code}",
    "spot_figure": "Link naar figuur {number}, code {code}",
    "spot_copied": "Link gekopieerd. De code van deze plek is {code}.",
    "spot_folder": "Link gekopieerd. Hij werkt alleen in deze map; de code {code} werkt overal.",
    "spot_title": "De link naar deze plek",
    "spot_by_hand": "Kopiëren mag hier niet. De link is geselecteerd: kopieer hem zelf. De code van deze plek is {code}.",
    "spot_by_hand_folder": "Kopiëren mag hier niet. De link is geselecteerd: kopieer hem zelf. Hij werkt alleen in deze map; de code {code} werkt overal.",
    "spot_field": "De link",
    "spot_close": "Sluit",
    # the way to a code
    "code_title": "Code {code}",
    "code_leads": "Deze code hoort bij:",
    "go_label": "Code",
    "go_hint": "Bijvoorbeeld 5b.2, s1.3 of fig5. Hoofdletters en spaties maken niet uit.",
    "go_button": "Ga erheen",
    "go_unknown": "De code ‘{code}’ bestaat niet. Kijk of u de code goed hebt overgenomen.",
    "go_empty": "Typ eerst een code.",
    "go_failed": "De lijst met codes kon niet worden geladen. Laad de pagina opnieuw, of kies hieronder een pagina.",
}
