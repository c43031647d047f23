"""The words of French for how often, for parts of a whole, and the endings of its ranks in figures."""

from __future__ import annotations

from translate.text.numbers.multiples import Multiples

MULTIPLES = Multiples(
    occasions=frozenset({"fois"}),
    parts={"moitié": 2, "moitiés": 2, "demi": 2, "demie": 2, "tiers": 3, "quart": 4, "quarts": 4},
    ranks=("e", "ème", "ième", "es", "èmes", "nd", "nde"),
    distance=r"(?<=alité\sde\s)11(?=\smètres)|(?<=alty\sde\s)11(?=\smètres)|11(?=\smètres-pénalité)",
    round="de finale",
)
