"""English plurals: a phrase comes in, its plural goes out."""

from __future__ import annotations

from collections.abc import Mapping

from translate.text.late import late

_SIBILANT = late(r"(?:s|x|z|ch|sh)$")
_CONSONANT_Y = late(r"[^aeiou]y$")
_PEOPLE = late(r"\b\p{Lu}\p{Ll}+(?:ese|[cs]h|s)$")
"""Peoples whose name is that of many as well: *the Welsh*, *the Swiss*."""
_MANY = late(r"(?:[^aeious]|[^aeiou]ie|[^aeiou]e)s$")
"""What is many already: *pincers*, *supplies*, *clothes*."""
_REGULAR = late(r"(?:hu|Ger|Ro|tto|is)man$")
_IRREGULAR = {
    "man": "men",
    "child": "children",
    "foot": "feet",
    "tooth": "teeth",
    "goose": "geese",
    "mouse": "mice",
    "leaf": "leaves",
    "knife": "knives",
    "shelf": "shelves",
    "half": "halves",
    "life": "lives",
    "wife": "wives",
    "wolf": "wolves",
    "loaf": "loaves",
    "calf": "calves",
    "thief": "thieves",
    "sheaf": "sheaves",
    "scarf": "scarves",
    "hoof": "hooves",
    "potato": "potatoes",
    "tomato": "tomatoes",
    "lens": "lenses",
    "sheep": "sheep",
    "equipment": "equipment",
    "furniture": "furniture",
    "chassis": "chassis",
    "aircraft": "aircraft",
    "spacecraft": "spacecraft",
    "axis": "axes",
    "phenomenon": "phenomena",
    "criterion": "criteria",
    "bacterium": "bacteria",
    "stratum": "strata",
    "matrix": "matrices",
    "vertex": "vertices",
    "appendix": "appendices",
    "nucleus": "nuclei",
    "alveolus": "alveoli",
    "stimulus": "stimuli",
    "larva": "larvae",
    "vertebra": "vertebrae",
}
"""Words that others end with too: *craftsman*, *bookshelf*."""
_MASS = frozenset(
    """
    advice cutlery evidence feedback hardware homework housework ice information knowledge luggage machinery rubbish
    software traffic
    """.split()
)
"""What is not counted."""
_ALREADY = _MASS | frozenset(_IRREGULAR.values())
_LEARNED = late(r"sis$")
"""*analysis*, *basis*."""
_ALSO = {
    "person": "people",
    "index": "indices",
    "formula": "formulae",
    "medium": "media",
    "curriculum": "curricula",
    "corpus": "corpora",
    "spectrum": "spectra",
    "radius": "radii",
    "fungus": "fungi",
    "cactus": "cacti",
    "antenna": "antennae",
    "datum": "data",
    "automaton": "automata",
    "memorandum": "memoranda",
    "matrix": "matrixes",
    "appendix": "appendixes",
}
"""What others write where we do not."""


def pluralise(phrase: str) -> str:
    """Return the plural of a phrase that ends with its noun, or has it before *of*."""
    head, of, rest = phrase.partition(" of ")
    return f"{_pluralise(head)}{of}{rest}"


def _pluralise(phrase: str) -> str:
    if phrase.rpartition(" ")[2] in _ALREADY:
        return phrase
    noun = _ending_of(phrase, _IRREGULAR)
    if noun and not _REGULAR.search(phrase):
        return phrase.removesuffix(noun) + _IRREGULAR[noun]
    if _LEARNED.search(phrase):
        return phrase[:-2] + "es"
    if _PEOPLE.search(phrase) or _MANY.search(phrase):
        return phrase
    if _CONSONANT_Y.search(phrase):
        return phrase[:-1] + "ies"
    return phrase + ("es" if _SIBILANT.search(phrase) else "s")


def plurals_of(phrase: str) -> tuple[str, ...]:
    """Return all plurals of a phrase, the usual one first."""
    noun = None if " of " in phrase else _ending_of(phrase, _ALSO)
    return (pluralise(phrase), phrase.removesuffix(noun) + _ALSO[noun]) if noun else (pluralise(phrase),)


def _ending_of(phrase: str, nouns: Mapping[str, str]) -> str | None:
    """Return the first of the nouns that a phrase ends with; most end with none, which one question tells."""
    if not phrase.endswith(tuple(nouns)):
        return None
    return next(one for one in nouns if phrase.endswith(one))
