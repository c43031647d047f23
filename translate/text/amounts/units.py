"""Units of measurement: what stands after a number comes in, which unit it is goes out.

A unit is a symbol, the same in all languages. Units of one kind have factors, so that a measure can be compared with
what it was converted into.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import field
from functools import cache

import regex

from translate.records import dataclass
from translate.text.compiled import compile_kept
from translate.text.late import late_plain
from translate.text.numbers.numerals import SPACES

_FACTORS: dict[str, dict[str, float]] = {
    "length": {"nm": 1e-9, "µm": 1e-6, "mm": 1e-3, "cm": 0.01, "dm": 0.1, "m": 1, "km": 1000, "in": 0.0254,
               "ft": 0.3048, "yd": 0.9144, "mi": 1609.344, "nmi": 1852},
    "mass": {"µg": 1e-6, "mg": 1e-3, "cg": 0.01, "g": 1, "kg": 1000, "t": 1e6, "lb": 453.592, "oz": 28.3495,
             "st": 6350.29},
    "volume": {"µl": 1e-6, "ml": 1e-3, "cl": 0.01, "dl": 0.1, "l": 1, "hl": 100, "cm³": 1e-3, "dm³": 1, "m³": 1000,
               "mm³": 1e-6, "gal": 3.78541, "pt": 0.473, "bbl": 158.987},
    "area": {"mm²": 1e-6, "cm²": 1e-4, "m²": 1, "ha": 1e4, "km²": 1e6, "acre": 4046.86, "mi²": 2589988, "ft²": 0.0929},
    "speed": {"m/s": 3.6, "km/h": 1, "mph": 1.609344, "kn": 1.852},
    "power": {"mW": 1e-3, "W": 1, "kW": 1e3, "MW": 1e6, "GW": 1e9, "TW": 1e12, "hp": 745.7},
    "energy": {"Wh": 3600, "kWh": 3.6e6, "MWh": 3.6e9, "GWh": 3.6e12, "TWh": 3.6e15, "J": 1, "kJ": 1e3, "MJ": 1e6,
               "cal": 4.184, "kcal": 4184},
    "tension": {"mV": 1e-3, "V": 1, "kV": 1e3},
    "current": {"mA": 1e-3, "A": 1, "mAh": 3.6, "Ah": 3600},
    "frequency": {"Hz": 1, "kHz": 1e3, "MHz": 1e6, "GHz": 1e9},
    "pressure": {"Pa": 1, "hPa": 100, "kPa": 1e3, "MPa": 1e6, "mbar": 100, "bar": 1e5, "psi": 6894.76},
    "force": {"N": 1, "kN": 1e3},
    "torque": {"N·m": 1},
    "activity": {"IU": 1},
    "turns": {"rpm": 1},
    "storage": {"B": 1, "kB": 1e3, "MB": 1e6, "GB": 1e9, "TB": 1e12},
    "time": {"ms": 1e-3, "s": 1, "min": 60, "h": 3600, "d": 86400, "week": 604800, "fortnight": 1209600,
             "month": 2.63e6, "year": 3.15576e7, "decade": 3.15576e8,
             "century": 3.15576e9},
    "share": {"%": 1, "‰": 0.1},
    "loudness": {"dB": 1},
    "picture": {"px": 1},
    "temperature": {"°C": 1, "°F": 1},
    "angle": {"°": 1},
    "spoonful": {"tbsp": 15, "tsp": 5},
    "portion": {"tablet": 1, "capsule": 2, "drop": 3, "spoon": 4, "sachet": 5, "puff": 6},
}  # fmt: skip
_KIND = {unit: (kind, factor) for kind, factors in _FACTORS.items() for unit, factor in factors.items()}
_ALIASES = {
    "m2": "m²", "km2": "km²", "cm2": "cm²", "mm2": "mm²", "m3": "m³", "cm3": "cm³", "mm3": "mm³", "dm3": "dm³",
    "cc": "cm³", "L": "l", "mL": "ml", "cL": "cl", "dL": "dl", "hL": "hl", "µL": "µl", "mcg": "µg", "ug": "µg",
    "μg": "µg", "μm": "µm", "Nm": "N·m", "N.m": "N·m", "KB": "kB", "Kb": "kB", "ko": "kB", "Ko": "kB", "Mo": "MB",
    "Go": "GB", "To": "TB", "kmh": "km/h", "km/heure": "km/h", "lbs": "lb", "mn": "min", "sec": "s", "º C": "°C",
    "UI": "IU", "tr/min": "rpm", "tr/mn": "rpm",
    "° C": "°C", "° F": "°F", "ºC": "°C", "º": "°", "kgs": "kg", "kms": "km", "Kg": "kg", "Km": "km",
    "KM": "km", "KG": "kg", "M²": "m²", "MW/h": "MWh", "Kcal": "kcal", "KW": "kW", "kw": "kW", "Kwh": "kWh",
    "kwh": "kWh",
    "KWh": "kWh",
}  # fmt: skip
_WORDS_ONLY = frozenset(
    {"d", "st", "pt", "in", "B", "A", "J", "N", "s", "week", "fortnight", "month", "year", "decade", "century", "acre"}
)
"""Symbols that are words, names or endings too: only the words of a language are read as these units."""
_NAMED_ONLY = frozenset({"portion", "spoonful"})
"""Kinds without symbols: only the words of a language name them."""
_DROPPED = frozenset({"time", "angle", "picture", "loudness", "portion"})
"""Kinds that a translator may leave out: `aged 20`."""
_TOLD_FROM_YEARS = frozenset({"month", "week", "fortnight"})
"""Units of an age that are said, for without them it is in years."""
_NEXT_WORD = late_plain(rf"[{SPACES}][^\W\d_]{{3,}}(?=[{SPACES}])")
_NEAR = 0.08
"""How far from each other the two sides of a conversion may be, as a share."""


@dataclass(frozen=True, slots=True, eq=False)
class UnitWords:
    """What a language calls units: by word or wording, in small letters, plurals too, its symbol."""

    words: Mapping[str, str] = field(default_factory=dict)


NO_UNIT_WORDS = UnitWords()


def unit_at(text: str, place: int, words: UnitWords) -> tuple[str, int]:
    """Return the unit that stands at `place`, behind a number, and where it ends; empty where there is none."""
    match = _after(words).match(text, place)
    return (_symbol(match, words), match.end()) if match else ("", place)


def unit_behind(text: str, place: int, words: UnitWords) -> str:
    """Return the unit that stands one word behind a number, « 18 derniers mois »; empty where there is none."""
    match = _NEXT_WORD.match(text, place)
    return unit_at(text, match.end(), words)[0] if match else ""


def units_named(text: str, words: UnitWords) -> tuple[str, ...]:
    """Return the units that `text` names, in order, with a number before them or without."""
    return tuple(_symbol(match, words) for match in _anywhere(words).finditer(text))


def kind_of(unit: str) -> str:
    return _KIND[unit][0]


def is_dropped(unit: str) -> bool:
    """Tell whether a translator may leave out the unit, as that of an age."""
    return kind_of(unit) in _DROPPED and unit not in _TOLD_FROM_YEARS


def is_converted(value: float, unit: str, other_value: float, other_unit: str) -> bool:
    """Tell whether two measures are about the same: 10 km and 6.2 miles."""
    (kind, factor), (other_kind, other_factor) = _KIND[unit], _KIND[other_unit]
    if kind != other_kind or unit == other_unit:
        return False
    if kind == "temperature":
        return abs(_celsius(value, unit) - _celsius(other_value, other_unit)) < 2
    one, other = value * factor, other_value * other_factor
    return abs(one - other) <= _NEAR * max(abs(one), abs(other))


def _celsius(value: float, unit: str) -> float:
    return (value - 32) / 1.8 if unit == "°F" else value


def _symbol(match: re.Match[str] | regex.Match[str], words: UnitWords) -> str:
    if match["word"]:
        return words.words[re.sub(r"[\s-]", " ", match["word"].lower())]
    written = re.sub(r"\s", " ", match["symbol"])
    return _ALIASES.get(written, written)


@cache
def _after(words: UnitWords) -> regex.Pattern[str]:
    return compile_kept(rf"[{SPACES}-]?{_named(words)}")


@cache
def _anywhere(words: UnitWords) -> re.Pattern[str]:
    return re.compile(rf"(?<![^\W\d_]){_named(words)}")


def _named(words: UnitWords) -> str:
    symbols = sorted(
        {
            *_ALIASES,
            *(unit for unit, (kind, _) in _KIND.items() if unit not in _WORDS_ONLY and kind not in _NAMED_ONLY),
        },
        key=lambda one: (-len(one), one),  # the same each time, so that the expression is found among those kept
    )
    names = sorted(words.words, key=len, reverse=True)
    symbol = "|".join(re.escape(symbol).replace(r"\ ", f"[{SPACES}]") for symbol in symbols)
    word = "|".join(re.escape(name).replace(r"\ ", r"[\s-]") for name in names)
    return rf"(?:(?P<symbol>{symbol})(?![\w'’²³%])|(?P<word>(?i:{word or '(?!)'}))(?!\w))"
