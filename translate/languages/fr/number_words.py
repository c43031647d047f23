"""The words for numbers of French."""

from __future__ import annotations

from decimal import Decimal

from translate.text.numbers.number_words import NumberWords

_HALF = Decimal("0.5")

_CARDINALS: dict[str, int] = {
    "zéro": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8,
    "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
    "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70,
    "huitante": 80, "octante": 80, "nonante": 90,
}  # fmt: skip
_SCALES: dict[str, int] = {
    "cent": 100, "cents": 100, "centaine": 100, "centaines": 100,
    "mille": 1000, "mil": 1000, "millier": 1000, "milliers": 1000, "million": 10**6,
    "millions": 10**6, "milliard": 10**9, "milliards": 10**9, "billion": 10**12, "billions": 10**12,
    "trillion": 10**12, "trillions": 10**12,
}  # fmt: skip
_ORDINALS: dict[str, int] = {
    "premier": 1, "première": 1, "second": 2, "seconde": 2, "deuxième": 2, "troisième": 3, "tiers": 3,
    "quatrième": 4, "cinquième": 5, "sixième": 6, "septième": 7, "huitième": 8, "neuvième": 9, "dixième": 10,
    "onzième": 11, "douzième": 12, "treizième": 13, "quatorzième": 14, "quinzième": 15, "seizième": 16,
    "vingtième": 20, "trentième": 30, "quarantième": 40, "cinquantième": 50, "soixantième": 60, "centième": 100,
    "millième": 1000, "unième": 1,
}  # fmt: skip
_OTHERS: dict[str, tuple[int | Decimal, ...]] = {
    "demi": (1, 2, 30, _HALF), "demie": (1, 2, 30, _HALF), "moitié": (1, 2, 50, _HALF), "quart": (1, 4, 15, 25),
    "quarts": (4, 45), "double": (2,), "doubler": (2,), "doublé": (2, 100), "deuxièmement": (2,), "triple": (3,),
    "quinzaine": (15, 14), "dizaine": (10,), "dizaines": (10,), "douzaine": (12,), "vingtaine": (20,),
    "trentaine": (30,), "quarantaine": (40,), "cinquantaine": (50,), "soixantaine": (60,),
    "midi": (12,), "minuit": (0, 12, 24), "siècle": (100,), "siècles": (100,),
    "millénaire": (1000,), "millénaires": (1000,), "décennie": (10,), "seul": (1,),
    "seule": (1,), "unique": (1,), "aucun": (0,), "aucune": (0,), "nul": (0,), "mi": (_HALF,),
    "tierce": (3,), "huitaine": (8,), "bi": (2,), "tri": (3,), "primo": (1,), "secundo": (2,),
}  # fmt: skip
_COMPOSED = {("quatre", word): 76 for word in ("vingt", "vingts", "vingtième")} | {
    ("dix", word): value for word, value in (*_CARDINALS.items(), *_ORDINALS.items()) if 7 <= value <= 9
}
"""*Quatre-vingts*: the four is counted already. *Dix-sept*."""

NUMBER_WORDS = NumberWords(
    _CARDINALS,
    _SCALES,
    _ORDINALS,
    _OTHERS,
    composed=_COMPOSED,
    joiners=frozenset({"et"}),
    phrases=frozenset({("pour", "cent")}),
)
