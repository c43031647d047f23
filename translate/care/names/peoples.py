"""Peoples in a text: behind an article or a number, « trois Bretonnes », its words come in, *Bretons* goes out."""

from __future__ import annotations

import re
from collections.abc import Sequence

from translate.alignment.dictionary import NAME, NOUN, Dictionary, Entry, Found
from translate.care.base import Request
from translate.care.casing import Case
from translate.care.names.rare_names import Rarity
from translate.languages import Language


class Peoples:
    """Finds the peoples of a language that another has its own way."""

    def __init__(self, dictionary: Dictionary, source: Language) -> None:
        self._dictionary, self._source = dictionary, source
        self._cardinals = source.number_words.cardinals

    def people_at(self, words: Sequence[re.Match[str]], number: int, request: Request) -> Rarity | None:
        """Return the people that a word with a capital is behind a determiner or a number: « les Gallois », « une
        Nantaise », « trois jeunes Québécois ».

        Of a people that models know, one person that has a name of his own: « un Danois » is no *Danish*.
        """
        name, small = words[number][0], words[number][0].lower()
        if request.case is not Case.PLAIN or not name[0].isupper() or not name[1:].islower():
            return None
        behind = words[number + 1][0] if number + 1 < len(words) else ""
        before, is_counted = self._opener_of(words, number, request.text)
        if before is None or behind[:1].isupper() or small in self._source.names.first_names:
            return None
        is_many = (is_counted or before.endswith(("s", "x"))) and small.endswith(self._source.plural_endings)
        is_known = self._dictionary.knows_well(small)
        is_one = self._cardinals.get(before) == 1
        if is_known and not (is_one or is_many):
            return None
        found = self._dictionary.find(small)
        people = (
            one.entry
            for one in found
            if one.entry.kind == NOUN or (one.entry.kind in ("adj", NAME) and one.entry.french[0].islower())
            if one.entry.kind != NOUN or (one.entry.french[0].isupper() and one.entry.french[1:].islower())
        )
        if not any(one.english[0] != one.english[0].lower() for one in people):
            return None
        english = _people_of(found, is_one=is_known and is_one)
        if is_known and is_many:  # *the French* as well as *Frenchmen*
            english += tuple(said for one in found for said in one.entry.english if said[0].isupper())
        one = Found(Entry(name, "n", english), is_many)
        return Rarity(*words[number].span(), (one,), is_sure=not (is_known and is_many)) if english else None

    def _opener_of(self, words: Sequence[re.Match[str]], number: int, text: str) -> tuple[str | None, bool]:
        """Return the determiner or number before a word, maybe before its adjective; and whether it counts several."""
        start, place = words[number].start(), number - 1
        before = words[place][0].lower() if number else ""
        if before in self._source.names.before_persons:
            start, place = words[place].start(), place - 1
            before = words[place][0].lower() if place >= 0 else ""
        figures = text[:start].rstrip()
        if figures[-1:].isdecimal():
            return figures[-1], True
        if place < 0 or text[words[place].end() : start] not in (" ", "\u00a0", "'", "’"):
            return None, False
        many = self._cardinals.get(before, 0) > 1
        return (before, many) if many or before in self._source.determiners else (None, False)


def _people_of(found: Sequence[Found], *, is_one: bool) -> tuple[str, ...]:
    """Return what the dictionary calls a people, nouns first; one of a known people as no adjective has it: *Dane*."""
    said = [
        [one for each in found if each.entry.kind == kind for one in each.entry.english if one.lower() != one]
        for kind in (NOUN, "adj", NAME)
    ]
    persons = [
        e for each in found if each.entry.french[0].isupper() for e in each.entry.english if each.entry.kind == NOUN
    ]
    named = [one for one in persons if one.istitle()]
    named = [one for one in named if one not in said[1]] or named
    return tuple(dict.fromkeys(named if is_one else next(filter(None, said), [])))
