"""Currencies: what a text calls them comes in, which one is meant goes out.

A currency is its ISO 4217 code. Where a text leaves open which of several is meant, as `$` and *pounds* do, it is the
sign that they share, and agrees with each of them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from dataclasses import field
from functools import cache

from translate.records import dataclass
from translate.text.late import late_plain
from translate.text.numbers.numerals import SPACES

_CFA = "FCFA"
_DOLLAR, _POUND, _YEN, _CROWN, _FRANC, _PESO, _RUPEE, _DINAR, _DIRHAM = "$", "£", "¥", "kr", "F", "PHP", "₹", "DT", "DH"
_SHARED = {
    _DOLLAR: "USD CAD AUD NZD HKD SGD TWD",
    _POUND: "GBP EGP LBP SYP",
    _YEN: "JPY CNY",
    _CROWN: "SEK NOK DKK ISK CZK",
    _FRANC: "CHF XOF XAF XPF FRF BEF LUF CDF GNF DJF RWF",
    _PESO: "MXN ARS CLP COP PHP UYU",
    _RUPEE: "INR PKR LKR NPR",
    _DINAR: "TND DZD KWD RSD IQD JOD",
    _DIRHAM: "MAD AED",
}
_OTHERS = "EUR BRL RUB KRW UAH ILS PLN HUF RON BGN THB VND NGN ZAR SAR QAR IRR IDR MYR KES GHS BTC"
_SHARED_BY = {code: sign for sign, codes in _SHARED.items() for code in codes.split()} | {_CFA: _FRANC}
_MEANT = frozenset({(_DOLLAR, "USD"), (_POUND, "GBP"), (_YEN, "JPY"), (_RUPEE, "INR"), (_FRANC, "FRF")})
"""What a shared sign is taken for where nothing else is said."""

_CODES = frozenset(_SHARED_BY) | frozenset(_OTHERS.split())
_SIGNS: dict[str, str] = {
    "€": "EUR", "$": _DOLLAR, "£": _POUND, "¥": _YEN, "₹": "INR", "₽": "RUB", "₩": "KRW", "₺": "TRY", "₴": "UAH",
    "₪": "ILS", "฿": "THB", "₫": "VND", "₦": "NGN", "₿": "BTC", "US$": "USD", "$US": "USD", "$ US": "USD",
    "CA$": "CAD", "C$": "CAD", "$CA": "CAD", "$ CA": "CAD", "$CAN": "CAD", "$ CAN": "CAD", "Can$": "CAD",
    "A$": "AUD", "AU$": "AUD", "$AU": "AUD", "$ AU": "AUD", "NZ$": "NZD", "HK$": "HKD", "S$": "SGD", "NT$": "TWD",
    "R$": "BRL", "MX$": "MXN", "Mex$": "MXN", "CN¥": "CNY", "RMB": "CNY", "FCFA": _CFA, "F CFA": _CFA, "z\u0142": "PLN",
    "K\u010d": "CZK", "kr": _CROWN,
}  # fmt: skip
_EQUAL = {"XOF": _CFA, "XAF": _CFA}

_SIGN = late_plain("[$€£¥₹₽₩₺₴₪฿₫₦₿]")
_WRITTEN = sorted((*_SIGNS, *_CODES), key=len, reverse=True)


@dataclass(frozen=True, slots=True, eq=False)
class CurrencyWords:
    """What a language calls currencies, in small letters, plurals too; longer wordings before their beginnings."""

    names: Mapping[str, str] = field(default_factory=dict)
    """By name: the currency, or the sign that several share."""
    weak: Mapping[str, str] = field(default_factory=dict)
    """Names that mean other things too, as *pound* does a weight: they may be what the other side names, no more."""


NO_CURRENCY_WORDS = CurrencyWords()


@dataclass(frozen=True, slots=True)
class Mention:
    """Characters [start, end) of a text that name a currency. One that `is_weak` may be something else; a sign or a
    code may stand before its amount."""

    start: int
    end: int
    currency: str
    is_weak: bool = False
    is_sign: bool = False


def may_name_currencies(text: str, lowered: Collection[str], words: CurrencyWords) -> bool:
    """Tell in little time whether `text`, of which these are the words in small letters, may name a currency."""
    return _SIGN.search(text) is not None or not _rules(words)[1].isdisjoint(lowered)


def find_currencies(text: str, lowered: Collection[str], words: CurrencyWords) -> tuple[Mention, ...]:
    """Return the currencies that `text` names, in order.

    :param lowered: the words of the text in small letters.
    """
    if not may_name_currencies(text, lowered, words):
        return ()
    pattern, _ = _rules(words)
    found = []
    for match in pattern.finditer(text):
        written = match[0]
        sign = " ".join(written.split())
        if match["sign"]:
            found.append(Mention(*match.span(), _SIGNS.get(sign, sign), is_sign=True))
        else:
            name = sign.lower()
            currency = words.names.get(name) or words.weak[name]
            found.append(Mention(*match.span(), currency, name not in words.names))
    return tuple(found)


def agree(one: str, other: str) -> bool:
    """Tell whether two currencies may be the same."""
    one, other = _EQUAL.get(one, one), _EQUAL.get(other, other)
    return one == other or _SHARED_BY.get(one) == other or _SHARED_BY.get(other) == one


def says_less(target: str, source: str) -> bool:
    """Tell whether `target` leaves open which of several the source means, and would be taken for another one."""
    return target != source and _SHARED_BY.get(_EQUAL.get(source, source)) == target and (target, source) not in _MEANT


@cache
def _rules(words: CurrencyWords) -> tuple[re.Pattern[str], frozenset[str]]:
    """Return a pattern of all that names a currency, and the words, in small letters, of which a text has one if it
    names any without a sign of one character."""
    space = f"[{SPACES}]"
    signs = [sign for sign in _WRITTEN if not sign[0].isalpha()]
    letters = [sign for sign in _WRITTEN if sign[0].isalpha()]
    names = sorted((*words.names, *words.weak), key=len, reverse=True)
    pattern = (
        rf"(?P<sign>{_begin(signs)}(?:{_alternatives(signs, space)})"
        rf"|(?:(?<![^\W_])|(?<=\d)|(?<=[\d\s][kKMG])(?!ARS)|(?<=[\d\s]Md)){_begin(letters)}"
        rf"(?:{_alternatives(letters, space)}))"
        rf"|(?<![^\W\d_]){_begin(names)}(?i:{_alternatives(names, space) or '(?!)'})"
    )
    single = {name for name in names if " " not in name}
    beginnings = single | {name.split()[0] for name in names if single.isdisjoint(name.split())}
    beginnings |= {sign.lower().split()[0] for sign in letters}
    return late_plain(pattern), frozenset(beginnings | {scale + code.lower() for scale in "km" for code in _CODES})


def _begin(wordings: Iterable[str]) -> str:
    """Return a pattern of a place where one of some wordings may begin, in any case: most places are passed over."""
    initials = {initial for wording in wordings for initial in (wording[0].lower(), wording[0].upper())}
    return f"(?=[{re.escape(''.join(sorted(initials)))}])" if initials else "(?!)"


def _alternatives(wordings: Iterable[str], space: str) -> str:
    """Return a pattern of wordings none of which ends within a word."""
    return "|".join(
        re.escape(wording).replace(r"\ ", space) + (r"(?![^\W\d_])" if wording[-1].isalpha() else "")
        for wording in wordings
    )
