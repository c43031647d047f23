"""Places that are all of a text, as in cells and forms: « Pays-Bas » comes in, what the target calls it goes out.

A small model has no sentence to go by there, and says another country of the same letters.
"""

from __future__ import annotations

from functools import cached_property

from translate.alignment.dictionary import NAME, Dictionary
from translate.files import kept_or_made
from translate.languages import Language
from translate.signature import HYPOTHESES, digest_code
from translate.text.words import straighten, unmarked

_MOST_SPACES = 9
"""Of the longest name: « République populaire démocratique … »."""


class LonePlaces:
    """Finds the places of a dictionary by the whole of a text."""

    def __init__(self, dictionary: Dictionary, source: Language) -> None:
        self._dictionary, self._source = dictionary, source
        self._articles = source.joints.articles | {article for _, _, article in source.names.contracted}

    def find(self, label: str, key: str) -> str | None:
        """Return what the target calls a place; None where a text is none, or may be a word as well: « Grenade ».

        :param key: the label in small letters, with plain spaces and apostrophes.
        """
        if not label[0].isupper() or key.count(" ") > _MOST_SPACES:
            return None
        said = self._called(label, key) or self._country(label, key)
        if said is None and label.isupper() and unmarked(key) == key:
            marked = self._unmarked.get(key)
            said = self._called(label, marked) if marked else None
        return said

    def _country(self, label: str, key: str) -> str | None:
        """Return what the target calls a country that has an article in the source, « Le Maroc »."""
        article, space, name = key.partition("'" if "'" in key else " ")
        if name not in self._source.names.countries or article not in self._articles:
            return None
        named = [one for one in self._dictionary.entries(name) if one.part == NAME and one.french[0].isupper()]
        own, said = label[len(article + space) :], named[0].english[0] if named else ""
        if not said or own not in (named[0].french, named[0].french.upper()):
            return None
        return said.upper() if label.isupper() else said

    def _called(self, label: str, key: str) -> str | None:
        rules = self._source.names
        if key in rules.first_names or (key not in rules.worded_countries and self._may_be_word(key)):
            return None
        for entry in self._dictionary.entries(key):
            french = straighten(entry.french)
            is_own = label.isupper() or french[1:] == straighten(label[1:])
            if entry.part == NAME and is_own and (french[0].isupper() or " " in french):
                said = entry.english[0]
                if not said[0].isupper():
                    return None
                return said.upper() if label.isupper() else said
        return None

    def _may_be_word(self, key: str) -> bool:
        """Tell whether a name is a word too when it is small; those of several words are none."""
        if " " in key:
            return False
        source = self._source
        is_small = key in source.function_words | source.determiners or key in source.number_words.cardinals
        is_noun = any(entry.part != NAME and entry.french[0].islower() for entry in self._dictionary.entries(key))
        return is_small or is_noun or bool(self._dictionary.lemmas_of(key))

    @cached_property
    def _unmarked(self) -> dict[str, str]:
        """The names that have accents by what they are without, as many write them in capitals: « ETATS-UNIS »."""
        facts = f"{self._dictionary.folder}\n{digest_code(*HYPOTHESES)}"
        return kept_or_made("places", facts.encode(), self._make_unmarked)

    def _make_unmarked(self) -> dict[str, str]:
        keys = (entry.french.lower() for entry in self._dictionary.iter_entries() if entry.part == NAME)
        return {unmarked(key): key for key in keys if unmarked(key) != key}
