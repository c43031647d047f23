"""Which words are forms of one: a word of a text and one of a term come in, whether they are the same goes out."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable
from functools import lru_cache

from translate.alignment.forms import Forms, Lemma, find_forms
from translate.languages import Language

_NOMINAL = frozenset({"n", "adj"})
_LONGEST_ENDING = 3
"""Letters in which forms of a word that no lexicon has may differ at its end; beyond that it is a derived word."""
_STEM = "~"
_VERB, _NAME = "v", "prop"
_LIGATURES = str.maketrans({"\N{LATIN SMALL LIGATURE OE}": "oe", "\N{LATIN SMALL LETTER AE}": "ae"})


class Inflections:
    """The forms of a language's words: by the lexicon where it knows them, else by the rules of the language, else by
    stem (Porter's Snowball stemmers).

    « travaux » is « travail » and « yeux » is « œil », but « porte » is not « port ». A form of two words is both:
    which one it is, only a grammar could say.
    """

    def __init__(self, language: Language) -> None:
        self._language = language
        self._lexicon: Forms | None = find_forms(language.code)
        self._stem: Callable[[str], str] = str
        if language.stemmer:
            import snowballstemmer  # which takes its time, and few runs have terms

            self._stem = snowballstemmer.stemmer(language.stemmer).stemWord
        self.keys_of = lru_cache(maxsize=1 << 16)(self._keys_of)
        self.keys_of_term = lru_cache(maxsize=1 << 16)(self._keys_of_term)
        self.are_one = lru_cache(maxsize=1 << 16)(self._are_one)

    @property
    def has_lexicon(self) -> bool:
        return self._lexicon is not None

    def _keys_of(self, word: str) -> frozenset[str]:
        """Return what a word of a text may be a form of; it can be a form of a term where one of its keys is too."""
        small = plain(word)
        lemmas = self._lemmas_of(small)
        if lemmas or self.is_lemma(small):
            return frozenset((_joined(small), *(_joined(lemma) for lemma, _ in lemmas)))
        return frozenset((_joined(small), _STEM + self._stem(small)))

    def _keys_of_term(self, word: str) -> frozenset[str]:
        """Return the same of a word of a term. A lemma is itself alone, and a form is that of a noun, if of any."""
        small = plain(word)
        if self.is_lemma(word):
            return frozenset({_joined(small)})
        lemmas = self._lemmas_of(small)
        if lemmas:
            nominal = {lemma for lemma, part in lemmas if part in _NOMINAL} or {lemma for lemma, _ in lemmas}
            return frozenset((_joined(small), *map(_joined, nominal)))
        forms = self._language.forms_of(small)
        return frozenset((*map(_joined, forms), *map(self.stem_of, forms)))

    def exact_keys_of_term(self, word: str) -> tuple[frozenset[str], tuple[str, ...]]:
        """Return the keys of a word of a term that take no stemming, and the forms whose stems are the others."""
        small = plain(word)
        if self.is_lemma(word) or self._lemmas_of(small):
            return self.keys_of_term(word), ()
        forms = self._language.forms_of(small)
        return frozenset(map(_joined, forms)), tuple(forms)

    def stem_of(self, form: str) -> str:
        """Return the key of a form that no lexicon has."""
        return _STEM + self._stem(form)

    def starts_of_stemmed(self, word: str) -> tuple[str, ...]:
        """Return what :func:`start_of` may say of forms that are the same as a word by their stem alone."""
        is_stemmed = any(key.startswith(_STEM) for key in self.keys_of(word))
        return (plain(word)[:_LONGEST_ENDING], "") if is_stemmed else ()

    def _are_one(self, word: str, term: str) -> bool:
        """Tell whether a word of a text is a form of a word of a term."""
        shared = self.keys_of(word) & self.keys_of_term(term)
        small, own = plain(word), plain(term)
        if not all(key.startswith(_STEM) for key in shared):
            return not self._is_verb_form(term) or small.startswith(own) or own.startswith(small)
        if len(small) < len(own) and not own.endswith(self._language.plural_endings or own):
            return False  # the sowing is not what sows
        return bool(shared) and any(_differ_at_end(small, form) for form in self._language.forms_of(own))

    def lemma_of(self, small: str) -> str:
        """Return a lemma of a word in small letters, that of a noun or adjective first; the word where it is one."""
        if self.is_lemma(small):
            return small
        lemmas = self._lemmas_of(small)
        return next((lemma for lemma, part in lemmas if part in _NOMINAL), lemmas[0][0] if lemmas else small)

    def forms_of(self, word: str) -> frozenset[str]:
        """Return the forms that the lexicon has of what a word may be a form of, in small letters and each spelling.

        None where it does not have the word.
        """
        small = plain(word)
        lemmas = {
            *(one for one in _spellings(small) if self.parts_of(one)),
            *(one for one, _ in self._lemmas_of(small)),
        }
        if self._lexicon is None or not lemmas:
            return frozenset()
        forms = {small, *lemmas}.union(*map(self._lexicon.forms_of, lemmas))
        return frozenset((*forms, *map(_joined, forms)))

    def parts_of(self, lemma: str) -> frozenset[str]:
        """Return the parts of speech of a lemma; empty where the lexicon does not have it."""
        return self._lexicon.parts_of(lemma) if self._lexicon else frozenset()

    def _is_verb_form(self, term: str) -> bool:
        """Tell whether a term is a form of verbs alone, as a participle is: of the others it has only what agrees."""
        lemmas = self._lemmas_of(plain(term))
        return bool(lemmas) and not self.is_lemma(term) and all(part == _VERB for _, part in lemmas)

    def kinds_of(self, small: str) -> frozenset[str]:
        """Return the parts of speech that a word in small letters may have, in whatever form; empty where unknown."""
        return self.parts_of(small) | {part for _, part in self._lemmas_of(small)}

    def is_plural(self, word: str, term: str) -> bool:
        """Tell whether a word of a text is the plural of a noun or adjective that the term has in the singular."""
        endings = self._language.plural_endings
        small, own = plain(word), plain(term)
        if not endings or small == own or not small.endswith(endings):
            return False
        return len(small) > len(own) if own.endswith(endings) else self._is_nominal(own)

    def may_be_verb(self, word: str) -> bool:
        """Tell whether a word may be a form of a verb."""
        return any(part == _VERB for _, part in self._lemmas_of(plain(word))) or _VERB in self.parts_of(plain(word))

    def is_verb_only(self, word: str, term: str) -> bool:
        """Tell whether a word is a form of a term as a verb, while the term is a noun as well: « ont » of « avoir »."""
        small, own = plain(word), plain(term)
        if small == own or self.parts_of(own).isdisjoint(_NOMINAL):
            return False
        return all(part == _VERB for lemma, part in self._lemmas_of(small) if lemma in _spellings(own))

    def _is_nominal(self, small: str) -> bool:
        if self._lexicon is None:
            return True
        lemmas = self._lemmas_of(small)
        parts = self._lexicon.parts_of(small) | {part for _, part in lemmas}
        return not parts or not parts.isdisjoint(_NOMINAL)

    def is_lemma(self, word: str) -> bool:
        """Tell whether the lexicon has forms of a word; a name is one with its capital only."""
        small = plain(word)
        parts = {part for one in _spellings(small) for part in self.parts_of(one)}
        return bool(parts - {_NAME}) or (_NAME in parts and word[:1].isupper())

    def _lemmas_of(self, small: str) -> list[Lemma]:
        if self._lexicon is None:
            return []
        return [lemma for one in _spellings(small) for lemma in self._lexicon.lemmas_of(one)]


def plain(word: str) -> str:
    """Return a word in small letters, its accents joined with them."""
    return unicodedata.normalize("NFC", word).lower()


def _joined(small: str) -> str:
    """Return a word with its ligatures parted: « oeil » and « œil » are one."""
    return small.translate(_LIGATURES)


def _spellings(small: str) -> tuple[str, ...]:
    """Return a word as it is, and with the ligature that it may lack."""
    other = small.replace("oe", "\N{LATIN SMALL LIGATURE OE}")
    return (small,) if other == small else (small, other)


def start_of(small: str) -> str:
    """Return the first letters of a form, which all have that differ from it at their end alone.

    Empty for short forms, which need have none in common with those.
    """
    return small[:_LONGEST_ENDING] if len(small) >= 2 * _LONGEST_ENDING else ""


def _differ_at_end(one: str, other: str) -> bool:
    alike = next((n for n, (a, b) in enumerate(zip(one, other, strict=False)) if a != b), min(len(one), len(other)))
    return max(len(one), len(other)) - alike <= _LONGEST_ENDING
