"""Doses as English writes them, `2 tablets`: values come in, what is said and what models copy of it goes out."""

from __future__ import annotations

import re

from translate.languages.en.spelled import spell
from translate.text.amounts.measures import Dose, Value, WrittenMeasure

_ASKED = {
    ("tablet", True): "pill",
    ("ampoule", True): "dose",
    ("ampoule", False): "doses",
    ("sachet", True): "packet",
    ("sachet", False): "packets",
    ("tablespoon", True): "cup",
    ("tablespoon", False): "cups",
    ("teaspoon", True): "cup",
    ("teaspoon", False): "cups",
    ("suppository", True): "pessary",
    ("suppository", False): "pessaries",
}
"""What a model that splits rare words copies better than a form, of one or of many."""
_MADE = {
    "tablet": r"(?:pill\w*|tablets?)",
    "capsule": r"(?:pill\w*|capsules?)",
    "ampoule": "(?:(?:light )?bulb|ampoule|dose)s?",
    "sachet": "(?:packet|package)s?",
    "suppository": "(?:pessar|suppositor)(?:y|ies)",
    "bottle": "bottles?",
    "dose": "doses?",
    "tablespoon": "(?:table(?:spoon)?|cup)s?",
    "teaspoon": "(?:teaspoon|cup)s?",
}
_A_HALF = ("1/2", "½")


def write_dose(dose: Value) -> WrittenMeasure | None:
    """Return what English says for a dose, what a model is asked for it and makes of that; None of another value."""
    if not isinstance(dose, Dose):
        return None
    is_one = dose.amount in ("1", *_A_HALF) if dose.amount else not dose.is_many
    name = dose.form if is_one else _many(dose.form)
    asked = _ASKED.get((dose.form, is_one), name)
    if not dose.amount:
        return WrittenMeasure(name, _MADE[dose.form])
    amount = dose.amount
    if dose.is_spelled:
        whole, _, part = amount.replace(",", ".").partition(".")
        amount = "half a" if amount == "1/2" else spell(int(whole)) + " and a half" * bool(part)
    made = "(?:half(?: of)? an?|1[/–-]2|½)" if dose.amount in _A_HALF else re.sub("[.,]", "[.,]", dose.amount)
    if made.isdecimal() and len(made) == 1:
        made = f"(?:{made}|{spell(int(made))}|an?)"
    of = " of " * dose.is_of
    made = rf"{made}[ -]{_MADE[dose.form]}{of}"
    return WrittenMeasure(f"{amount} {name}{of}", made, f"{dose.amount.replace('½', '1/2')} {asked}{of}")


def _many(word: str) -> str:
    return f"{word[:-1]}ies" if word.endswith("y") else f"{word}s"
