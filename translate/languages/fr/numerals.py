"""Numbers in figures as French writes them, and what stands beside them."""

from __future__ import annotations

from translate.text.numerals import SPACES, Numerals

_THOUSAND, _MILLION, _MILLIARD, _BILLION = 10**3, 10**6, 10**9, 10**12

NUMERALS = Numerals(
    decimal=",",
    hour=r"(?:[hH]|heures?)(?![^\W\d_])",
    scale=(
        rf"(?:milliers|(?:mille[{SPACES}])?(?:millions?|milliards?)|mille|billions?|trillions?|M(?:ds?|rds?)|mds?|[Mm]io"
        r"|dizaines?|douzaines?|vingtaines?|centaines?)(?![^\W\d_])"
        rf"|M(?=[{SPACES}]d(?:['’]|e[{SPACES}]))"
    ),
    short=r"[kKMG](?:(?![^\W\d_])|(?!ARS)(?=[A-Z]{3}(?![^\W\d_])))",
    scales={
        "milliers": _THOUSAND, "mille": _THOUSAND, "k": _THOUSAND, "million": _MILLION, "millions": _MILLION,
        "mio": _MILLION, "m": _MILLION, "milliard": _MILLIARD, "milliards": _MILLIARD, "md": _MILLIARD,
        "mds": _MILLIARD, "mrd": _MILLIARD, "mrds": _MILLIARD, "g": _MILLIARD, "billion": _BILLION,
        "billions": _BILLION, "trillion": _BILLION, "trillions": _BILLION, "dizaine": 10, "dizaines": 10,
        "douzaine": 12, "douzaines": 12, "vingtaine": 20, "vingtaines": 20, "centaine": 100, "centaines": 100,
    },
    halves=(r"du matin(?![^\W\d_])", r"(?:du soir|de l['’]après-midi)(?![^\W\d_])"),
    noon=frozenset({"midi"}),
    midnight=frozenset({"minuit"}),
    signs={
        "×": frozenset({"fois", "par", "sur", "de", "chacun", "chacune"}),
        "±": frozenset({"plus", "environ", "près"}),
        "≤": frozenset({"moins", "plus", "maximum", "maximal", "égal", "jusqu"}),
        "≥": frozenset({"moins", "plus", "minimum", "minimal", "égal", "partir", "dès"}),
        "-": frozenset({"moins", "négatif", "négative", "dessous", "baisse", "recul", "perte", "chute", "repli"}),
    },
    before_decade="années",
    ordinal_endings=("e", "ème", "er", "re", "ère", "ième"),
)  # fmt: skip
