"""Amounts of money in French texts, « 2,8 M€ »: where they stand, what a model is asked, and their values.

A small model writes currencies as its texts of the European Union do, `EUR 2.8 million`, and loses what it has no sign
for; so it is asked for *millions d'euros*, and what it makes of that is known.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal

import regex

from translate.text.amounts.measures import FoundMeasure, Money
from translate.text.late import late, late_plain
from translate.text.numbers.figures import digits_of

_SPACE = "[ \u00a0\u2009\u202f]"
_NUMBER = rf"\d{{1,3}}(?:(?:{_SPACE}\d{{3}})+|(?:\.\d{{3}})+(?!\d)|\d*)(?:,\d+)?"
_CURRENCY = (
    r"(?P<euro>€|euros?(?!\w)|EUR(?!\w))|(?P<canadian>\$ ?CA[ND]?(?!\w)|dollars canadiens(?!\w))"
    r"|(?P<cfa>F ?CFA(?!\w)|X[AO]F(?!\w))"
    r"|(?P<dollar>(?:US)?\$(?:US)?|USD(?!\w)|dollars(?!\w))"
    r"|(?P<pound>£|GBP(?!\w))|(?P<yen>¥|JPY(?!\w))|(?P<franc>CHF(?!\w))|(?P<code>(?:CAD|AUD|SEK|NOK|DKK|PLN|CZK)(?!\w))"
)
_SCALE = (
    r"(?:(?P<thousand>[kK](?!\w)|[kK](?=CHF|EUR|USD|GBP)|mille(?!\w))|(?P<million>M(?!\w)|M(?=CHF|EUR|USD|GBP)|[Mm]io|millions?)"
    r"|(?P<milliard>[Mm]r?ds?|milliards?)|(?P<billion>billions?))"
)
_AMOUNT = late(
    rf"(?<![\w.,/%])(?:(?P<low>{_NUMBER})(?P<to>{_SPACE}(?:à|et|ou){_SPACE}|[-–])(?=\d))?(?P<amount>{_NUMBER}){_SPACE}?"
    rf"(?:{_SCALE}(?:{_SPACE}?d(?:e{_SPACE}|['’]))?{_SPACE}?)?(?:{_CURRENCY})(?:{_SPACE}?(?P<cents>\d\d)(?!{_SPACE}?[\w€$%]|[.,]\d)|(?![\w.,]?\d))",
)
_PER = late(rf"{_SPACE}?/{_SPACE}?(?P<unit>mois|an|jour|nuit|semaine|heure|personne|pers\.?|h|j)(?!\w)")
_THE = late(
    rf"{_SPACE}(?:l[ea]{_SPACE}|l['’])(?P<unit>nuit|semaine|heure|kilo|kg|litre|mètre|séance|tasse|bouteille|paire)(?!\w)"
)
_OTHER_PER = late(rf"{_SPACE}?/{_SPACE}?(?P<unit>\p{{Ll}}{{4,}})(?!\w)")
_EACH = late(rf"{_SPACE}(?:(?:la{_SPACE})?pièce|l['’](?:unité|une?)|chacune?)(?!\w)")
_KIND = late(rf"{_SPACE}(?:(?P<gross>bruts?)|nets?)(?!\w)")
_UNITS = {"h": "heure", "j": "jour", "pers": "personne", "pers.": "personne"}
_PERIODS = {
    "mois": "month", "an": "year", "jour": "day", "nuit": "night", "semaine": "week", "heure": "hour",
    "personne": "person", "kilo": "kilo", "kg": "kg", "litre": "litre", "mètre": "metre", "séance": "session",
    "tasse": "cup", "bouteille": "bottle", "paire": "pair",
}  # fmt: skip
_BETWEEN_BEFORE = late(r"(?<!\w)(?:entre|de)\s+\Z", regex.I)
_JOINT = rf"(?:,|{_SPACE}(?:et|ou|puis)){_SPACE}"
_PRICE = rf"à{_SPACE}{_NUMBER}{_SPACE}?(?:{_CURRENCY}){_JOINT}"
_PRICE_BEFORE = late(rf"\d{_SPACE}(?:[\p{{L}}'’-]+{_SPACE}){{1,3}}{_PRICE}(?:\d+{_SPACE}{_PRICE})*\Z")
"""Behind « 2 places à 15 € et », « 1 à 10 € » is no range."""
_SCALED = late(rf"(?<=\d{_SPACE}?)(?P<scale>M|Mds?)(?={_SPACE}d(?:e{_SPACE}|['’]))")
_IN = late(rf"(?<=(?<!\w)en{_SPACE})(?P<scale>[kK]|M|[Mm]r?ds?){_SPACE}?€(?!\w)")
_IN_WORDS = {"k": "milliers d'euros", "M": "millions d'euros"}
_HINT = late_plain("[€$£¥]|CFA|X[AO]F|euro|EUR|USD|dollars|GBP|JPY|CHF|CAD|AUD|SEK|NOK|DKK|PLN|CZK")

_SIGNS = {"euro": "€", "dollar": "$", "pound": "£", "yen": "¥", "franc": "CHF", "canadian": "CA$", "cfa": "FCFA"}
_NAMES = {"euro": "euro", "dollar": "dollar", "canadian": "dollar", "pound": "livre", "yen": "yen", "franc": "franc"}
_OF_COUNTRIES = {"pound": " sterling", "franc": " suisse"}
_PLURAL = 2
"""« 1,9 million » is singular."""
_FACTORS = {"million": 10**6, "milliard": 10**9, "billion": 10**12}


def find_money(text: str) -> Iterator[FoundMeasure]:
    """Yield the amounts of money of a French text, in order."""
    for match in _SCALED.finditer(text):
        yield FoundMeasure(*match.span(), "millions" if match["scale"] == "M" else "milliards")
    for match in _IN.finditer(text) if "€" in text else ():
        scale = match["scale"]
        yield FoundMeasure(*match.span(), _IN_WORDS.get(scale.replace("K", "k"), "milliards d'euros"))
    for match in _AMOUNT.finditer(text) if _HINT.search(text) else ():
        (currency,) = (name for name in (*_SIGNS, "code") if match[name])
        if match[currency] == "dollars" and not (match["million"] or match["milliard"]):
            continue  # the country may follow
        joint = (match["to"] or "").strip()
        is_range = joint and (joint != "et" or _BETWEEN_BEFORE.search(text, max(0, match.start() - 10), match.start()))
        is_range = is_range and _value(match["low"], 1) < _value(match["amount"], 1)  # « de 2020 à 8 € »
        is_range = is_range and not (joint == "à" and _PRICE_BEFORE.search(text, 0, match.start()))
        found = _found(text, match, currency, is_range=bool(is_range))
        yield found
        if other := _OTHER_PER.match(text, found.end):
            yield FoundMeasure(*other.span(), f" par {other['unit']}")


def _found(text: str, match: regex.Match[str], currency: str, *, is_range: bool) -> FoundMeasure:
    start = match.start() if is_range else match.start("amount")
    written = [match["low"], match["amount"]] if is_range else [match["amount"]]
    factor = 1000 if match["thousand"] else 1
    scale = next((name for name in _FACTORS if match[name]), "")
    values = [_value(amount, factor) for amount in written]
    if match["cents"]:
        values[-1] += Decimal(f"0.{match['cents']}")
    is_written = factor == 1 and not match["cents"]
    asked = [one.replace(".", " ") if is_written else _write(two) for one, two in zip(written, values, strict=True)]
    money = Money(tuple(values), _FACTORS.get(scale, 1), _SIGNS.get(currency, match[currency]))
    if currency not in _NAMES:
        return FoundMeasure(start, match.end(), "", money)
    joint = match["to"] if match["to"] and match["to"].strip().isalpha() else " à "
    wording = f"{joint.join(asked)} {_words(scale, currency, is_many=values[-1] >= _PLURAL)}"
    end = match.end()
    if kind := _KIND.match(text, end):
        end, money = kind.end(), replace(money, kind="gross" if kind["gross"] else "net")
    found = FoundMeasure(start, end, wording, money)
    if each := _EACH.match(text, end):
        return replace(found, end=each.end(), asked=f"{found.asked} chacun", value=replace(money, per="each"))
    per = _PER.match(text, end) or _THE.match(text, end)
    if per is None:
        return found
    unit = _UNITS.get(per["unit"], per["unit"])
    value = replace(money, per=_PERIODS[unit])
    return replace(found, end=per.end(), asked=f"{found.asked} par {unit}", value=value)


def _words(scale: str, currency: str, *, is_many: bool) -> str:
    """Return the words for a scale, if any, and a currency."""
    is_plural = is_many or bool(scale)
    name = _NAMES[currency] + "s" * is_plural + _OF_COUNTRIES.get(currency, "")
    if currency == "franc" and is_plural:
        name += "s"
    of = "d'" if name[0] == "e" else "de "
    return f"{scale}{'s' * is_many} {of}{name}" if scale else name


def _value(amount: str, factor: int) -> Decimal:
    whole, _, part = amount.partition(",")
    value = Decimal(f"{digits_of(whole)}.{part}") if part else Decimal(digits_of(whole))
    return Decimal(int(value * factor)) if factor > 1 and not value * factor % 1 else value * factor


def _write(value: Decimal) -> str:
    return f"{value:,f}".replace(",", " ").replace(".", ",")
