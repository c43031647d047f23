"""Terms of a glossary in a source and a target: found by word, whatever their inflection."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from translate.data import Issue, Severity
from translate.languages import Language
from translate.terms.term import Term, TermKind, digest_of_terms
from translate.text.late import late

_WORD = late(r"[\p{L}\p{M}\p{N}]+")
_JOINT = late(r"[\s'’‐‑-]{1,3}")
_MAX_ACRONYM = 6


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A term at characters [start, end) of a source; plural where the source has a longer form with such an ending."""

    term: Term
    start: int
    end: int
    is_plural: bool


@dataclass(frozen=True, slots=True)
class Breach:
    """A term that a target does not honour, and where the source has it (None: a term forbidden everywhere)."""

    term: Term
    occurrence: Occurrence | None

    def issue(self) -> Issue:
        shown = " or ".join(f"'{target}'" for target in self.term.targets)
        if self.term.kind is TermKind.FORBIDDEN:
            message = f"The target has {shown}, which the glossary forbids" + (
                f" for '{self.term.source}'." if self.term.source else "."
            )
        else:
            message = f"The required term {shown} for '{self.term.source}' is missing from the target."
        return Issue("terms", Severity.WARNING, message, float(self.term.line))


@dataclass(frozen=True, slots=True)
class _Words:
    """The words of a text: where they stand, as they are written, and their stems."""

    places: tuple[tuple[int, int], ...]
    forms: tuple[str, ...]
    stems: tuple[str, ...]


class Phrases:
    """Finds phrases in texts of one language by the stems of their words (Porter's Snowball stemmers)."""

    def __init__(self, language: Language) -> None:
        self._stem: Callable[[str], str] = str
        if language.stemmer:
            import snowballstemmer  # which takes its time, and few runs have terms

            self._stem = snowballstemmer.stemmer(language.stemmer).stemWord
        self._words = lru_cache(maxsize=64)(self._split)
        self.word_stem = lru_cache(maxsize=1 << 16)(self._stem_of)

    def _stem_of(self, word: str) -> str:
        stem: str = self._stem(word.lower())
        return stem

    def split(self, text: str) -> _Words:
        return self._words(text)

    def _split(self, text: str) -> _Words:
        found = list(_WORD.finditer(text))
        forms = tuple(match[0] for match in found)
        places = tuple((match.start(), match.end()) for match in found)
        return _Words(places, forms, tuple(self.word_stem(form) for form in forms))

    def matches_at(self, text: str, words: _Words, at: int, phrase: _Words) -> bool:
        """Tell whether the words of `text` from number `at` on are the phrase, with only joints between them."""
        count = len(phrase.stems)
        if words.stems[at : at + count] != phrase.stems:
            return False
        for number in range(count):
            wanted = phrase.forms[number]
            if wanted.isupper() and 1 < len(wanted) <= _MAX_ACRONYM and not words.forms[at + number].isupper():
                return False  # « TVA » is not « tva », but « IL » would be « il »
        return all(
            _JOINT.fullmatch(text, words.places[at + n][1], words.places[at + n + 1][0]) for n in range(count - 1)
        )

    def find(self, text: str, phrase: str) -> tuple[int, int] | None:
        """Return the characters of the first occurrence of `phrase`."""
        words, wanted = self.split(text), self.split(phrase)
        if not wanted.stems:
            place = text.find(phrase)
            return (place, place + len(phrase)) if place >= 0 and phrase else None
        for at, stem in enumerate(words.stems):
            if stem == wanted.stems[0] and self.matches_at(text, words, at, wanted):
                return words.places[at][0], words.places[at + len(wanted.stems) - 1][1]
        return None


class Terminology:
    """The terms of a run, ready to be found."""

    def __init__(self, terms: Sequence[Term], source: Language, target: Language) -> None:
        self._source, self._target = Phrases(source), Phrases(target)
        self._plural_endings, self.pluralise = source.plural_endings, target.pluralise or str
        self.fit_article = target.fit_article or _as_it_is
        self._everywhere = tuple(term for term in terms if not term.source)
        self.targets = tuple(form for term in terms for text in term.targets for form in self.forms_of(text))
        """All that the glossary has in the target language, in the singular and in the plural."""
        self._by_stem: dict[str, list[tuple[Term, _Words]]] = {}
        for term in terms:
            words = self._source.split(term.source)
            if words.stems:
                self._by_stem.setdefault(words.stems[0], []).append((term, words))
        for entries in self._by_stem.values():
            entries.sort(key=lambda entry: (-len(entry[1].stems), entry[0].line))
        self.digest = digest_of_terms(terms) if terms else ""

    def forms_of(self, target: str) -> tuple[str, ...]:
        """Return a target as it may be written: small, capitalised, and each in the plural."""
        forms = (target, target[:1].upper() + target[1:])
        return tuple(dict.fromkeys((*forms, *map(self.pluralise, forms))))

    def find(self, source: str) -> list[Occurrence]:
        """Return the terms in a source; of overlapping ones of different length, the longest, leftmost first."""
        if not self._by_stem:
            return []
        words = self._source.split(source)
        found: list[Occurrence] = []
        at = 0
        while at < len(words.stems):
            matched = 0
            for term, phrase in self._by_stem.get(words.stems[at], ()):
                count = len(phrase.stems)
                if count < matched or not self._source.matches_at(source, words, at, phrase):
                    continue
                matched = count
                plural = any(
                    form.endswith(self._plural_endings) and len(form) > len(own)
                    for form, own in zip(words.forms[at : at + count], phrase.forms, strict=True)
                )
                found.append(Occurrence(term, words.places[at][0], words.places[at + count - 1][1], plural))
            at += max(matched, 1)
        return found

    def find_kept(self, source: str) -> Iterator[tuple[int, int]]:
        """Yield the characters of the terms that are not translated."""
        for occurrence in self.find(source):
            if occurrence.term.kind is TermKind.KEEP:
                yield occurrence.start, occurrence.end

    def find_breaches(self, source: str, target: str) -> list[Breach]:
        """Return what `target` does not honour, in the order of the source."""
        breaches = [
            Breach(occurrence.term, occurrence)
            for occurrence in {o.term: o for o in reversed(self.find(source))}.values()
            if not self._is_honoured(occurrence.term, target)
        ]
        breaches.sort(key=lambda breach: breach.occurrence.start if breach.occurrence else 0)
        return breaches + [Breach(term, None) for term in self._everywhere if not self._is_honoured(term, target)]

    def _is_honoured(self, term: Term, target: str) -> bool:
        has = any(self._target.find(target, choice) for choice in term.targets)
        match term.kind:
            case TermKind.REQUIRED:
                return has
            case TermKind.FORBIDDEN:
                return not has
            case TermKind.KEEP:
                return True  # protection keeps it


def _as_it_is(word: str, phrase: str) -> str:
    return word


def suit(phrase: str, *, at_start: bool) -> str:
    """Give a term the case that its place in the sentence wants."""
    return phrase[:1].upper() + phrase[1:] if at_start else phrase


def issues_of(breaches: Iterable[Breach]) -> tuple[Issue, ...]:
    return tuple(breach.issue() for breach in breaches)
