"""The numbers that a text spells out: words in one of a few languages come in, the values they may stand for go out."""

from __future__ import annotations

from decimal import Decimal

from translate.text.words import split_lowered

Values = frozenset[int | Decimal]

_HALF = Decimal("0.5")

# word: value; a composed number adds these up and multiplies them by the scales.
_CARDINALS: dict[str, dict[str, int]] = {
    "fr": {
        "zéro": 0, "un": 1, "une": 1, "deux": 2, "trois": 3, "quatre": 4, "cinq": 5, "six": 6, "sept": 7, "huit": 8,
        "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "treize": 13, "quatorze": 14, "quinze": 15, "seize": 16,
        "vingt": 20, "vingts": 20, "trente": 30, "quarante": 40, "cinquante": 50, "soixante": 60, "septante": 70,
        "huitante": 80, "octante": 80, "nonante": 90,
    },
    "en": {
        "zero": 0, "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9,
        "ten": 10, "eleven": 11, "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16,
        "seventeen": 17, "eighteen": 18, "nineteen": 19, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50,
        "sixty": 60, "seventy": 70, "eighty": 80, "ninety": 90,
    },
}  # fmt: skip
_SCALES: dict[str, dict[str, int]] = {
    "fr": {
        "cent": 100, "cents": 100, "mille": 1000, "mil": 1000, "millier": 1000, "milliers": 1000, "million": 10**6,
        "millions": 10**6, "milliard": 10**9, "milliards": 10**9, "billion": 10**12, "billions": 10**12,
    },
    "en": {
        "hundred": 100, "hundreds": 100, "thousand": 1000, "thousands": 1000, "million": 10**6, "millions": 10**6,
        "billion": 10**9, "billions": 10**9, "trillion": 10**12, "trillions": 10**12,
    },
}  # fmt: skip
_ORDINALS: dict[str, dict[str, int]] = {
    "fr": {
        "premier": 1, "première": 1, "second": 2, "seconde": 2, "deuxième": 2, "troisième": 3, "tiers": 3,
        "quatrième": 4, "cinquième": 5, "sixième": 6, "septième": 7, "huitième": 8, "neuvième": 9, "dixième": 10,
        "onzième": 11, "douzième": 12, "treizième": 13, "quatorzième": 14, "quinzième": 15, "seizième": 16,
        "vingtième": 20, "trentième": 30, "quarantième": 40, "cinquantième": 50, "soixantième": 60, "centième": 100,
        "millième": 1000,
    },
    "en": {
        "first": 1, "second": 2, "third": 3, "fourth": 4, "fifth": 5, "sixth": 6, "seventh": 7, "eighth": 8, "ninth": 9,
        "tenth": 10, "eleventh": 11, "twelfth": 12, "thirteenth": 13, "fourteenth": 14, "fifteenth": 15,
        "sixteenth": 16, "seventeenth": 17, "eighteenth": 18, "nineteenth": 19, "twentieth": 20, "thirtieth": 30,
        "fortieth": 40, "fiftieth": 50, "sixtieth": 60, "hundredth": 100, "thousandth": 1000,
    },
}  # fmt: skip
# Words that stand for a number by themselves: « midi » is 12, « une quinzaine » fifteen, or fourteen days.
_OTHERS: dict[str, dict[str, tuple[int | Decimal, ...]]] = {
    "fr": {
        "demi": (1, 2, 30, _HALF), "demie": (1, 2, 30, _HALF), "moitié": (1, 2, 50, _HALF), "quart": (1, 4, 15, 25),
        "quarts": (4, 45), "double": (2,), "doubler": (2,), "doublé": (2, 100), "deuxièmement": (2,), "triple": (3,),
        "quinzaine": (15, 14), "dizaine": (10,), "dizaines": (10,), "douzaine": (12,), "vingtaine": (20,),
        "trentaine": (30,), "quarantaine": (40,), "cinquantaine": (50,), "soixantaine": (60,), "centaine": (100,),
        "centaines": (100,), "midi": (12,), "minuit": (0, 12, 24), "siècle": (100,), "décennie": (10,), "seul": (1,),
        "seule": (1,), "unique": (1,), "unième": (1,), "aucun": (0,), "aucune": (0,), "nul": (0,), "mi": (_HALF,),
        "tierce": (3,), "huitaine": (8,), "bi": (2,), "tri": (3,), "primo": (1,), "secundo": (2,),
    },
    "en": {
        "a": (1,), "an": (1,), "single": (1,), "once": (1,), "only": (1,), "twice": (2,), "double": (2,), "both": (2,),
        "couple": (2,), "pair": (2,), "twofold": (2,), "half": (1, 2, 30, 50, _HALF), "halves": (2,), "thirds": (3,),
        "quarter": (1, 4, 15, 25), "quarters": (4, 45), "triple": (3,), "thrice": (3,), "decade": (10,),
        "dozen": (12,), "dozens": (12,), "fortnight": (14, 15, 2), "noon": (12,), "midday": (12,),
        "midnight": (0, 12, 24), "century": (100,), "no": (0,), "none": (0,), "nil": (0,), "fifths": (5,),
        "fourths": (4,), "eighths": (8,), "tenths": (10,), "sixths": (6,), "twenties": (20, 1920),
        "thirties": (30, 1930), "forties": (40, 1940), "fifties": (50, 1950), "sixties": (60, 1960),
        "seventies": (70, 1970), "eighties": (80, 1980), "nineties": (90, 1990), "teens": (10,),
    },
}  # fmt: skip
_JOINERS = {"fr": frozenset({"et"}), "en": frozenset({"and"})}


def spelled_values(text: str, language: str) -> Values:
    """Return every value that the number words of `text` may stand for, composed ones and their parts."""
    cardinals = _CARDINALS.get(language)
    if cardinals is None:
        return frozenset()
    scales, ordinals, others = _SCALES[language], _ORDINALS[language], _OTHERS[language]
    found: set[int | Decimal] = set()
    total = current = 0
    previous = ""
    for word in split_lowered(text):
        value = cardinals.get(word)
        if value is None:
            # « deuxièmes », `sixths`: the plural of an ordinal is a fraction or a group.
            value = ordinals.get(word) or ordinals.get(word.removesuffix("s"))
        if value is not None:
            if word in ("vingt", "vingts", "vingtième") and previous == "quatre":
                value = 76  # « quatre-vingts »: the four is counted already
            current += value
            found.update((value, current, total + current))
        elif word in scales:
            scale = scales[word]
            if scale == 100:
                current = (current or 1) * 100
            else:
                total, current = total + (current or 1) * scale, 0
            found.update((scale, total + current))
        elif word in _JOINERS[language]:
            continue
        else:
            total = current = 0
            found.update(others.get(word, ()))
        previous = word
    return frozenset(found)
