"""What tells words of a language from names, and texts in it from foreign ones: letters, lexicon, frequent words."""

from __future__ import annotations

from collections.abc import Callable

from translate.alignment.dictionary import NAME, NOUN, find_dictionary
from translate.alignment.foreign import is_in_neither, is_in_target
from translate.alignment.single import knows_word
from translate.care.phrases.phrasing import Phrasing
from translate.languages import Language
from translate.records import dataclass
from translate.text.proper_names.lone_names import NameSense
from translate.text.proper_names.names import SHORTEST_NAME, is_signature
from translate.text.usage.quotes import iter_quotations
from translate.text.words import fold, has_letters, straighten


@dataclass(frozen=True, slots=True)
class Senses:
    """Of two languages, and a model's phrase table where it has one.

    :param phrasing: says which words are names.
    """

    source: Language
    target: Language
    phrasing: Phrasing | None = None

    @property
    def _knows(self) -> Callable[[str], bool] | None:
        return knows_word(self.source.code, self.target.code)

    def is_word(self, word: str) -> bool:
        """Tell a word of the source language from foreign ones and names."""
        is_spelled = all(letter.isascii() or letter in self.source.letters for letter in word.lower())
        return is_spelled and (word[0].islower() or (self._knows is not None and self._knows(word)))

    def is_name(self, word: str) -> bool:
        """Tell a name among words in capitals: the lexicon knows no translation, or the phrase table a name."""
        is_unknown = self._knows is not None and len(word) >= SHORTEST_NAME and not self._knows(word)
        return is_unknown or (self.phrasing is not None and self.phrasing.is_name(word))

    def render(self, word: str) -> str | None:
        """Return what a word, in small letters, mostly is in the target language; None where that is not sure.

        A plural that the phrase table has not is that of its singular.
        """
        phrasing, pluralise = self.phrasing, self.target.pluralise
        if phrasing is None or phrasing.render(word) is not None:
            said = phrasing.render_surely(word) if phrasing else None
            return None if said is None or self._is_named_otherwise(word, said) else said
        ending = next((one for one in self.source.plural_endings if word.endswith(one)), "")
        one = phrasing.render_surely(word.removesuffix(ending)) if ending and pluralise else None
        return pluralise(one) if one and pluralise else None

    def _is_named_otherwise(self, word: str, said: str) -> bool:
        """Tell whether the dictionary has a word as a name alone, and of another thing than a phrase table."""
        dictionary = find_dictionary(self.source.code, self.target.code)
        entries = dictionary.entries(word) if dictionary else []
        is_name = bool(entries) and all(entry.part == NAME and entry.english[0].istitle() for entry in entries)
        return is_name and not any(said == one.lower() for entry in entries for one in entry.english)

    def noun(self, word: str) -> str | None:
        """Return the first equivalent of a noun, in small letters, in the dictionary; None where it has none."""
        dictionary, pluralise = find_dictionary(self.source.code, self.target.code), self.target.pluralise
        found = [one for one in dictionary.find(word) if one.entry.kind == "n"] if dictionary else []
        said = found[0].entry.english[0] if found else None
        if said is None or not found[0].is_inflected:
            return said
        return pluralise(said) if pluralise else None

    def is_place(self, name: str) -> bool:
        """Tell whether the dictionary has a noun with its article, in small letters, as a place: « la Somme »."""
        dictionary = find_dictionary(self.source.code, self.target.code)
        entries = dictionary.entries(straighten(name)) if dictionary else ()
        return any(entry.part == NAME for entry in entries)

    def name_sense(self) -> NameSense | None:
        """Return what tells names where there are no other words; None where nobody knows."""
        knows, phrasing = self._knows, self.phrasing
        if knows is None or phrasing is None:
            return None
        endings = tuple(map(fold, self.source.names.word_endings))

        def is_unknown(word: str) -> bool:
            return not knows(word) and not phrasing.is_common(word) and not fold(word).endswith(endings)

        return NameSense(
            is_unknown,
            phrasing.is_renamed,
            phrasing.is_common,
            lambda word: bool(self.noun(word.lower())),
            self._is_thing,
            self._is_listed,
        )

    def _is_thing(self, word: str) -> bool:
        dictionary = find_dictionary(self.source.code, self.target.code)
        kinds = {one.entry.kind for one in dictionary.find(word.lower())} if dictionary else set()
        return NOUN in kinds and kinds <= {NOUN, NAME}

    def _is_listed(self, word: str) -> bool:
        dictionary = find_dictionary(self.source.code, self.target.code)
        return dictionary is None or any(one.entry.part != NAME for one in dictionary.find(word.lower()))

    def stays(self, text: str) -> bool:
        """Tell whether a text is its own translation: a signature, or in another language than the source."""
        if is_signature(text, self.is_name, self.source.names):
            labels = self.phrasing.labels if self.phrasing else None
            return labels is None or labels.translate(text) is None  # « P.U. HT »
        text = _outside_quotations(text)
        return is_in_target(text, self.source, self.target) or is_in_neither(text, self.source, self.target)


def _outside_quotations(text: str) -> str:
    """Return what of a text is the writer's own; all of it where it is but a quotation."""
    outside, end = "", 0
    for start, stop in iter_quotations(text):
        outside, end = outside + text[end:start], stop
    outside += text[end:]
    return outside if has_letters(outside) else text
