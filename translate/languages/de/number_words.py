"""The words for numbers of German, which writes those under a thousand, and thousands, as one word."""

from __future__ import annotations

from decimal import Decimal

from translate.text.numbers.number_words import NumberWords

_HALF = Decimal("0.5")
_UNITS = ("ein", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun")
_TEENS = ("zehn", "elf", "zwölf", "dreizehn", "vierzehn", "fünfzehn", "sechzehn", "siebzehn", "achtzehn", "neunzehn")
_TENS = ("zwanzig", "dreißig", "vierzig", "fünfzig", "sechzig", "siebzig", "achtzig", "neunzig")
_FORMS_OF_ONE = ("eins", "eine", "einen", "einem", "einer", "eines")

_UNDER_HUNDRED = dict(zip((*_UNITS, *_TEENS), range(1, 20), strict=True))
for _number, _ten in enumerate(_TENS, 2):
    _UNDER_HUNDRED[_ten] = _number * 10
    _UNDER_HUNDRED |= {f"{unit}und{_ten}": _number * 10 + one for one, unit in enumerate(_UNITS, 1)}
_UNDER_THOUSAND = _UNDER_HUNDRED | {
    f"{hundred}hundert{rest}": number * 100 + value
    for number, hundred in enumerate(_UNITS, 1)
    for rest, value in {"": 0, **_UNDER_HUNDRED}.items()
}
_THOUSANDS = {f"{word}tausend": value * 1000 for word, value in _UNDER_THOUSAND.items()}
_CARDINALS = {"null": 0, "zwo": 2} | dict.fromkeys(_FORMS_OF_ONE, 1) | _UNDER_THOUSAND | _THOUSANDS
_SCALES = {
    "hundert": 100, "hunderte": 100, "tausend": 1000, "tausende": 1000, "million": 10**6, "millionen": 10**6,
    "milliarde": 10**9, "milliarden": 10**9, "billion": 10**12, "billionen": 10**12,
}  # fmt: skip
_IRREGULAR = {"erst": 1, "dritt": 3, "siebt": 7, "acht": 8}
_ORDINAL_STEMS = {
    f"{word}{'t' if value < 20 else 'st'}": value
    for word, value in _UNDER_HUNDRED.items()
    if value not in _IRREGULAR.values()
} | _IRREGULAR
_ORDINALS = {f"{stem}e{ending}": value for stem, value in _ORDINAL_STEMS.items() for ending in ("", *"nrsm")}
_OTHERS: dict[str, tuple[int | Decimal, ...]] = {
    "halb": (1, 2, 30, _HALF), "halbe": (1, 2, 30, _HALF), "halben": (1, 2, 30, _HALF), "halber": (1, 2, _HALF),
    "hälfte": (1, 2, 50, _HALF), "viertel": (1, 4, 15, 25), "dreiviertel": (3, 4, 45, 75), "drittel": (1, 3),
    "anderthalb": (1, 2, Decimal("1.5")), "eineinhalb": (1, 2, Decimal("1.5")), "doppelt": (2,), "beide": (2,),
    "beiden": (2,), "paar": (2,), "dutzend": (12,), "mittag": (12,), "mitternacht": (0, 12, 24), "jahrzehnt": (10,),
    "jahrhundert": (100,), "einmal": (1,), "zweimal": (2,), "dreimal": (3,), "einzig": (1,), "einzige": (1,),
    "kein": (0,), "keine": (0,), "keinen": (0,), "keiner": (0,),
}  # fmt: skip

NUMBER_WORDS = NumberWords(_CARDINALS, _SCALES, _ORDINALS, _OTHERS, joiners=frozenset({"und"}))
