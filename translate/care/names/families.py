"""Families, « les Dubois »: the model is asked for one that it knows, and theirs is written in place of its name.

A small model reads a surname behind an article in the plural as a people, *the Danes*, or as what it means.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import cache

import regex

from translate.alignment.dictionary import NAME, Dictionary
from translate.care.base import Change, Piece, Revision
from translate.care.kept.protection import worded
from translate.care.measures import Measure
from translate.languages import Language
from translate.text.gated import gated

FAMILY = "a family, asked as another"
_MASCULINE = "nm"
"""What a dictionary calls nouns of which surnames are made."""
_SHORTEST = 4


class Families:
    """Finds the families of a text, and writes their names.

    :param step: what the pieces are made by.
    """

    def __init__(self, source: Language, target: Language, dictionary: Dictionary | None, step: str) -> None:
        self._source, self._target, self._dictionary, self._step = source, target, dictionary, step

    def iter_pieces(self, text: str, place: int) -> Iterator[Piece]:
        """Yield the piece of the only family of a text that begins at a place."""
        stands = [name for name in self._source.stand_ins.families if name not in text]
        joining = self._source.conjunctions | self._source.joints.of
        pattern = _pattern(self._source.names.plural_articles, joining)
        found = [match for match in pattern.finditer(text) if self._is_one(match)]
        for match, name in zip(found, stands[: len(found) == 1], strict=False):  # of two it makes two persons
            measure = Measure(*match.span("name"), name, match["name"], is_placed=True)
            yield worded(measure, place, self._step, FAMILY)

    def _is_one(self, match: regex.Match[str]) -> bool:
        """Tell whether a name is that of a family: a surname, a noun that has a plural, « les Pommier », or no word."""
        name, rules = match["name"].lower(), self._source.names
        if len(name) < _SHORTEST or name in self._source.number_words.cardinals:
            return False
        whole = f"{match['article'].lower()} {name}"
        if not {name, whole}.isdisjoint(rules.places | rules.communes):
            return False
        found = self._dictionary.find(name) if self._dictionary else ()
        if any(one.entry.part != NAME and one.entry.english[0][0].isupper() for one in found):
            return False  # a people
        if match["article"].lower() in self._source.joints.of:  # a model knows best whose something is
            before = match.string[: match.start()].split()[-1:]
            return name in rules.surnames and bool(found) and not (before and before[0][0].isupper())
        is_plural = name.endswith(self._source.plural_endings)
        is_noun = any(one.entry.part == _MASCULINE and not one.is_inflected for one in found)
        is_unknown = not found and not name.endswith(self._source.stand_ins.no_families)
        return is_unknown or name in rules.surnames or (is_noun and not is_plural)

    def changes(self, revision: Revision) -> Iterator[Change]:
        """Yield changes of what a model wrote: the names of the families, in the plural where it has that."""
        for piece in revision.request.pieces:
            if piece.reason != FAMILY or piece.measure is None:
                continue
            name, asked = piece.measure.said, piece.measure.asked
            many = self._target.pluralise(asked) if self._target.pluralise else asked
            for match in regex.finditer(rf"(?<!\w)(?:{asked}|(?P<many>{many}))(?!\w)", revision.text):
                ending = many.removeprefix(asked) if match["many"] and not name.endswith(tuple("sxz")) else ""
                yield Change(*match.span(), name + ending, self._step, FAMILY)


@cache
def _pattern(articles: frozenset[str], joining: frozenset[str]) -> regex.Pattern[str]:
    """Return a pattern of a word with a capital behind an article that is no part of a longer name, « Les Rouge et
    Noir »."""
    words = "|".join(sorted({*articles, *map(str.capitalize, articles)})) or "(?!)"
    joined = "|".join(sorted(joining))
    behind = rf"\s(?:(?:{joined})\s)?[\p{{Lu}}\d]" if joined else r"\s[\p{Lu}\d]"
    return gated(rf"(?<![\w'’-])(?P<article>{words})\s(?P<name>\p{{Lu}}\p{{Ll}}+)(?![\w'’-]|{behind})")
