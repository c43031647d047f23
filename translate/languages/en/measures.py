"""Values in English: times, durations, rates and amounts come in, what English says goes out."""

from __future__ import annotations

from translate.text.amounts.measures import Amount, Hours, Link, Per, Rate, Value, WrittenMeasure

_MADE = {
    "l": "lit(?:re|er)s?",
    "cl": "centilit(?:re|er)s?|m(?:l|illilit(?:re|er)s?)",
    "dl": "d[ée]cilit(?:re|er)s?|m(?:l|illilit(?:re|er)s?)",
    "hl": "hectolit(?:re|er)s?|m(?:l|illilit(?:re|er)s?)",
    "ha": "hectares?",
    "s": "seconde?s?",
    '"': '(?:inch(?:es)?|"|in)',
    "point": "(?:%|points?)",
    "points": "(?:%|points)",
}
"""By the symbol: what a model that was asked in words makes of them, or copies."""
_CLOSE = ('"',)
"""Signs that follow their number without a space."""
_PARTS = {"½": "half", "¼": "quarter"}
"""Parts of a unit in words."""
_LINKS = {"district": "arrondissement", "districts": "arrondissements"}
"""What English says for a link, where that is not what it is called."""
_MADE_LINKS = {
    "BC": "[Bb]efore (?:Jesus )?Christ",
    "AD": "[Aa]fter (?:Jesus )?Christ",
    "district": "(?:round|borrow)ing|rounded|borough",
    "districts": "(?:round|borrow)ings|boroughs",
}


def write_measure(value: Value) -> WrittenMeasure | None:
    """Return what English says for a value, and what a model may have said in its place; None of another kind."""
    match value:
        case Hours(hours, minutes, lasts, is_at, seconds, is_exact):
            time = _write_hours(hours, minutes, lasts=lasts)
            said = time + (f" {_count(seconds, 'second')}" if seconds else " sharp" * is_exact)
            before = f"(?:(?:(?:to|at|through) ){{{0 if is_exact else 1},2}}|(?<=(?<!\\w)(?:is|are|was|were|be|been) ))"
            return WrittenMeasure(f"at {said}", before + time) if is_at else WrittenMeasure(said)
        case Rate(amount, unit, per):
            return WrittenMeasure(f"{_count(amount, unit)} a {per}")
        case Amount(amount, unit):
            names = _MADE.get(unit.lower())
            made = rf"{amount.replace(',', '[.,]')}[ -]?(?:{names})" if names else ""
            if names and amount in _PARTS:
                made = rf"(?:(?:a )?{_PARTS[amount]}(?:(?: of)? an?)?|{amount})[ -]?(?:{names})"
            return WrittenMeasure(f"{amount}{unit}" if unit in _CLOSE else f"{amount} {unit}", made)
        case Link(sense):
            return WrittenMeasure(_LINKS.get(sense, sense), _MADE_LINKS.get(sense, ""))
        case Per(unit):
            return WrittenMeasure(f"/{unit}")
        case _:
            return None


def _write_hours(hours: str, minutes: str, *, lasts: bool | None) -> str:
    if lasts:
        return _count(hours, "hour") + (f" {_count(minutes, 'minute')}" if minutes else "")
    if lasts is None and not minutes:
        return f"{hours} h"
    return f"{hours}:{minutes or '00'}"


def _count(amount: str, unit: str) -> str:
    return f"{amount} {unit}" if int(amount) == 1 else f"{amount} {unit}s"
