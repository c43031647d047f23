"""Journeys and capitals in French, which a small model is asked in other words: « part à Londres », « Mexico ».

It takes « part à » for *leaves*, and Mexico for the country.
"""

from __future__ import annotations

from collections.abc import Iterator

from translate.languages.fr.countries import COUNTRIES
from translate.text.amounts.measures import FoundMeasure
from translate.text.late import late

_NO_TOWNS = "Dr M\\. Marie Midi Mlle Mme Noël Noel Paul Pentecôte Pierre Pâques Toussaint".replace(" ", "|")
_WHO = "|".join(
    """
    [Jj]e [Jj]['’]y [Tt]u [Ii]ls? [Ee]lles? [Oo]n [Nn]ous [Vv]ous qui va vais vas vont allons allez doit dois doivent
    veut veux peut faut ne train bus car avion bateau
    """.split()
)
_IS = "suis es est sommes êtes sont étais était étaient serai sera seront être".replace(" ", "|")
_FORMS = "s t ts tez tons tent tais tait taient tir tirai tiras tira tirons tirez tiront tirait".replace(" ", "|")
_SURE_FORMS = "tez tons tent tais tait taient tir tirai tiras tira tirons tirez tiront tirait".replace(" ", "|")
_ARTICLES = "la ma ta sa mon ton son les mes tes ses ces le un une notre votre leur cet cette ce des".replace(" ", "|")
_NO_SUBJECT = (
    "bonne petite grande plus autre majeure large infime juste moindre faible double meilleure première".replace(
        " ", "|"
    )
)
"""Adjectives of a part."""
_NO_NAME = "Nulle Quelque Autre Toute Aucune Telle Bonne Grande Petite Une La Ma Ta Sa Leur Cette Notre Chaque".replace(
    " ", "|"
)
_LEFT = (
    rf"(?:(?<!\w)par(?:(?:{_SURE_FORMS})|(?:s|t)(?<=\b(?:{_WHO})\s\w+)|tie?s?(?<=\b(?:{_IS})\s\w+)"
    rf"|t(?<=\b(?i:{_ARTICLES})\s(?!(?:{_NO_SUBJECT})\s)\p{{Ll}}{{3,}}\s\w+)"
    rf"|t(?<=\A(?!(?:{_NO_NAME})\s)\p{{Lu}}\p{{Ll}}+\s\w+))"
    rf"|(?<!\w)repar(?:{_FORMS})(?!\w))"
)
_LANDS = frozenset(
    """
    Afrique Amérique Asie Europe Océanie Bretagne Normandie Provence Corse Sicile Sardaigne Toscane Bourgogne Alsace
    Lorraine Savoie Auvergne Picardie Champagne Andalousie Catalogne Bavière Californie Floride Crète
    """.split()
)
_TO_TOWN = late(rf"{_LEFT}\s(?P<to>à|au|aux)(?=\s\p{{Lu}}\p{{L}}+)(?!\s(?:{_NO_TOWNS})(?!\w))")
_TO_LAND = late(rf"{_LEFT}\s(?P<to>en\s(?P<land>\p{{Lu}}\p{{L}}+))(?!['’\w-])")
_CALLED_LIKE_LANDS = ("Mexico", "Panama", "Guatemala")
_CAPITAL = late(
    r"(?:(?<!New |Nouveau[- ]|\b[Vv]ille de |\b[Cc]ité de )(?<![\w'’-])Mexico|(?<=\b[àÀ]\s)(?:Panama|Guatemala))"
    r"(?!,?\sCity|['’\w-])"
)
_FOR = {"à": "pour", "au": "pour le", "aux": "pour les"}
_VOWELS = "AEIOUÉÎÂÔ"


def find_journeys(text: str) -> Iterator[FoundMeasure]:
    """Yield where somebody leaves for, and the capitals that are called like their country."""
    if "par" in text:
        for match in _TO_TOWN.finditer(text):
            yield FoundMeasure(*match.span("to"), _FOR[match["to"]])
        for match in _TO_LAND.finditer(text):
            land = match["land"]
            if land.lower() in COUNTRIES or land in _LANDS:
                yield FoundMeasure(*match.span("to"), f"pour l'{land}" if land[0] in _VOWELS else f"pour la {land}")
    if any(name in text for name in _CALLED_LIKE_LANDS):
        for match in _CAPITAL.finditer(text):
            yield FoundMeasure(*match.span(), f"{match[0]} City")
