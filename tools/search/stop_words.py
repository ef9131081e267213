"""Words that say little of what a reader looks for; the engine in the browser gets them with the register."""

_STOP = (
    "aan al als bij dan dat de der des deze die dit door dus een en er had heb hebben heeft het hier hij hoe ik in is "
    "je kan kunnen maar me met mijn na naar niet nog nu of om onder ook op over s t te tot u uit uw van veel voor "
    "want waren was wat we wel werd wie wij wordt worden zal ze zich zij zijn zo zonder zou"
)
#: Words that say nothing alone; a question made of them only finds nothing.
STOP = tuple(_STOP.split())
_ASKING = (
    "aantal af allang alle alleen allemaal allen allerlei alles alsof altijd ander andere anders beetje begin "
    "beginnen begint begon behalve beide ben bent bepaald bepaalde best bestaat beste betekenen betekenis betekent "
    "beter bezig bij bijna binnen blijf blijft blijkt boven bovendien brengen buiten daar daarbij daardoor daarmee "
    "daarna daarnaast daarom daarvoor dacht dag dagen deel denk denken derde dezelfde ding dingen doe doen doet "
    "duidelijk echt echte echter eens eentje eigenlijk eind einde elk elkaar elke enige enkel enkele erbij erg "
    "ergens erin erover ervan ervoor even extra ga gaan gaat gauw gebeuren gebeurt gebruik gebruiken gebruikt "
    "gedaan geef geeft geen gegaan gegeven gehad gekomen gekregen geleden gelijk gelukkig gemaakt genoeg genomen "
    "geval geven geweest gewoon geworden gezien ging goed goede graag groot grote groter halen hebt heel heet "
    "helaas hele helemaal helpt hem hen heten hetzelfde hierdoor hiermee hieronder hoeft hoeveel hoop hoor horen "
    "houd houden houdt huidige hun ieder iedere iedereen iemand iemands iets ik inderdaad ineens inmiddels ja jaar "
    "jaren jezelf jij jouw juist jullie kans kant keer kies kiezen kijk kijken klein kleine kom komen komt kon "
    "konden kort krijg krijgen krijgt kun kunt laat laatste lang lange langer lastigste laten later leg liefst "
    "liever lijkt loopt lopen los lukken lukt maak maakt maakte maand maanden mag maken manier mee meer meerdere "
    "meest meestal meeste meteen mezelf mij minder minuten misschien moest moesten moet moeten mogelijk "
    "mogelijkheid mogen moment mooi mooie morgen naast nadat nam namelijk natuurlijk nee neem nemen nergens net "
    "niemand niets niks nodig noemen nooit omdat ondanks ongeveer ons onszelf onze ooit opeens opnieuw overal paar "
    "pak pas per personen persoon plaats praat precies prima proberen recht reden regel regelmatig rest richting "
    "rond sinds slecht slechts snel sommige soms soort staan staat steeds stel stellen straks stuur tegenwoordig "
    "ten terwijl tijdens toch toe toen totaal trouwens tussen tweede uiteindelijk uiterlijk uur uzelf vaker vanaf "
    "vandaag vanuit vele ver verder verschillende vertel vervolgens via vind vinden vol volgende volgt volledig "
    "vond vonden vooral voorbij voordat vorm vrij waar waaraan waarbij waardoor waarin waarmee waarom waarop "
    "waarschijnlijk waarvan waarvoor wachten wanneer week weer weet weinig weken welk welke welkom werden weten "
    "wijze wil wilde willen wist worden zaak zaken zeer zeg zeggen zegt zeker zelf zelfs zet zetten zie zien ziet "
    "zit zitten zodat zodra zoek zoeken zogenaamd zomaar zorg zorgen zorgt zouden zoveel zowel"
)
#: Words of questions: they count a little, but never as much as what the question is about.
ASKING = tuple(_ASKING.split())
