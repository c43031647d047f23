"""French newspapers whose names are words of the language too: they stay as they are, with their articles."""

from __future__ import annotations

from translate.text.gated import gated
from translate.text.late import late

_SURE = (
    r"Le Monde diplomatique|"
    r"Le Monde|"
    r"[Ll]e Figaro|"
    r"Le Parisien|"
    r"Les Échos|"
    r"L['’]Équipe|"
    r"L['’]Humanité|"
    r"L['’]Express|"
    r"L['’]Obs|"
    r"Le Nouvel Observateur|"
    r"Le Canard enchaîné|"
    r"Ouest-France|"
    r"Sud Ouest|"
    r"La Dépêche du Midi|"
    r"La Voix du Nord|"
    r"Le Dauphiné libéré|"
    r"Midi libre|"
    r"Paris Match|"
    r"Charlie Hebdo|"
    r"Courrier international|"
    r"La Libre Belgique|"
    r"Alternatives économiques|"
    r"Valeurs actuelles|"
    r"Le Journal du dimanche|"
    r"20 Minutes|"
    r"L['’]Est républicain|"
    r"Science et Vie"
)
"""A capital within says that it is a name, wherever it stands."""
_BEHIND = (
    r"(?<=(?:dans|selon|pour|au|journal|quotidien|hebdomadaire|magazine|lis|lit|lire|lu) )"
    r"(?:Le Point|La Croix|Le Temps|Le Soir|La Presse|Le Devoir|Le Progrès|La Tribune|Libération|Marianne)"
)
_SAID = (
    r"(?:accordé|affirmé|annoncé|assuré|confié|confirmé|déclaré|dit|écrit|expliqué|raconté|répondu|abonnée?s?|"
    r"journalistes?|interview|tribune) "
)
_ITS = r"(?:journalistes?|correspondante?s?|rédaction|lecteurs|colonnes|une|site|édition|article|archives) "
_SURELY = r"Figaro|Monde diplomatique|Nouvel Observateur|Canard enchaîné|Dauphiné libéré|Journal du dimanche"
_MAYBE = r"Monde|Parisien|Point|Temps|Soir|Devoir|Progrès"
CONTRACTED_PAPERS = gated(
    rf"(?<![\w'’-])(?:(?P<word>[Aa]u|[Dd]u) (?P<rest>{_SURELY})|(?<={_SAID})(?P<word>au) (?P<rest>{_MAYBE})|"
    rf"(?<={_ITS})(?P<word>du) (?P<rest>{_MAYBE}))(?![\w'’-])"
)
"""Those with their article in the word before it, « au Figaro »; others only beside words of the press."""
PAPERS = late(rf"(?<![\w'’-])(?:{_SURE}|{_BEHIND})(?![\w'’-])")
