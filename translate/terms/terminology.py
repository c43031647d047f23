"""Terms of a glossary in a source and a target: found by word, whatever their inflection."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property, lru_cache

from translate.data import Issue, Severity
from translate.languages import Language
from translate.records import dataclass
from translate.terms.inflections import Inflections, plain, start_of
from translate.terms.term import Term, TermKind, digest_of_terms
from translate.text.late import late

_TAG = r"</?[A-Za-z][^<>]*>"
_WORD = late(rf"{_TAG}(*SKIP)(*FAIL)|[\p{{L}}\p{{M}}\p{{N}}]+")
_MARKS = rf"(?:{_TAG}|[*_]{{1,3}})*"
_JOINT = late(rf"{_MARKS}[\s'’‐‑-]{{1,3}}{_MARKS}")
"""Between the words of a phrase; one of them may be in bold or linked."""
_MAX_ACRONYM = 6
_NOUN, _VERB, _SUBORDINATE = "n", "v", "cjsub"


@dataclass(frozen=True, slots=True)
class Occurrence:
    """A term at characters [start, end) of a source, and whether it is in the plural there, unlike in the glossary."""

    term: Term
    start: int
    end: int
    is_plural: bool
    is_doubtful: bool = False
    """Whether it may be a form of a verb where the term is a noun, so that no target is asked for."""


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
    """The words of a text: where they stand, and as they are written."""

    places: tuple[tuple[int, int], ...]
    forms: tuple[str, ...]


class Phrases:
    """Finds phrases in texts of one language, whatever the inflection of their words."""

    def __init__(self, language: Language) -> None:
        self._language = language
        self.split = lru_cache(maxsize=64)(self._split)

    @cached_property
    def inflections(self) -> Inflections:
        return Inflections(self._language)

    def _split(self, text: str) -> _Words:
        found = list(_WORD.finditer(text))
        return _Words(tuple((match.start(), match.end()) for match in found), tuple(match[0] for match in found))

    def place_at(self, text: str, words: _Words, at: int, phrase: str, wanted: _Words) -> tuple[int, int] | None:
        """Return the characters of a phrase whose first word is number `at` of the text; None where it is another.

        Between its words are only joints, or what the phrase itself has there; its signs (`C++`) belong to it.
        """
        count = len(wanted.forms)
        if at + count > len(words.forms):
            return None
        inflected = 0
        for form, own in zip(words.forms[at : at + count], wanted.forms, strict=True):
            if not self.inflections.are_one(form, own):
                return None
            inflected += plain(form) != plain(own)
            if own.isupper() and 1 < len(own) <= _MAX_ACRONYM and not form.isupper():
                return None  # « TVA » is not « tva », but « IL » would be « il »
        if inflected > 1 and not self.inflections.has_lexicon:
            return None  # *waters damaged* is no water damage
        for n in range(count - 1):
            between = text[words.places[at + n][1] : words.places[at + n + 1][0]]
            if not _JOINT.fullmatch(between) and between != phrase[wanted.places[n][1] : wanted.places[n + 1][0]]:
                return None
        before, behind = phrase[: wanted.places[0][0]], phrase[wanted.places[-1][1] :]
        start, end = words.places[at][0] - len(before), words.places[at + count - 1][1] + len(behind)
        is_whole = start >= 0 and text.startswith(before, start) and text.startswith(behind, end - len(behind))
        return (start, end) if is_whole else None

    def find(self, text: str, phrase: str) -> tuple[int, int] | None:
        """Return the characters of the first occurrence of `phrase`."""
        phrase = phrase.strip()
        words, wanted = self.split(text), self.split(phrase)
        if not wanted.forms:
            place = text.find(phrase)
            return (place, place + len(phrase)) if place >= 0 and phrase else None
        places = (self.place_at(text, words, at, phrase, wanted) for at in range(len(words.forms)))
        return next(filter(None, places), None)


class Terminology:
    """The terms of a run, ready to be found."""

    def __init__(self, terms: Sequence[Term], source: Language, target: Language) -> None:
        self._source, self._target = Phrases(source), Phrases(target)
        self._plural_endings, self.pluralise = source.plural_endings, target.pluralise or str
        self._verb_leaders, self._joints = source.verb_leaders, source.joints
        self._function_words = source.function_words
        self._determiners, self._target_endings = source.determiners, target.plural_endings
        self.fit_article = target.fit_article or _as_it_is
        self._everywhere = tuple(term for term in terms if not term.source)
        self._terms = tuple(terms)
        self._by_key: dict[str, list[tuple[Term, _Words]]] = {}
        self._unstemmed: dict[str, list[tuple[tuple[str, ...], tuple[Term, _Words]]]] = {}
        """Terms by the start of forms whose stems nobody has needed yet: stemming 100,000 takes half a minute."""
        for term in terms:
            words = self._source.split(term.source)
            if not words.forms:
                continue
            keys, forms = self._source.inflections.exact_keys_of_term(words.forms[0])
            for key in keys:
                self._by_key.setdefault(key, []).append((term, words))
            for start in set(map(start_of, forms)):
                self._unstemmed.setdefault(start, []).append((forms, (term, words)))
        self.digest = digest_of_terms(terms) if terms else ""

    @cached_property
    def targets(self) -> tuple[str, ...]:
        """All that the glossary has in the target language, in the singular and in the plural."""
        return tuple(form for term in self._terms for text in term.targets for form in self.forms_of(text))

    def forms_of(self, target: str) -> tuple[str, ...]:
        """Return a target as it may be written: small, capitalised, and each in the plural."""
        forms = (target, target[:1].upper() + target[1:])
        return tuple(dict.fromkeys((*forms, *map(self.pluralise, forms))))

    def find(self, source: str) -> list[Occurrence]:
        """Return the terms in a source; of overlapping ones of different length, the longest, leftmost first."""
        if not self._by_key:
            return []
        words = self._source.split(source)
        found: list[Occurrence] = []
        at = 0
        while at < len(words.forms):
            matched = 0
            for term, phrase in self._entries_of(words.forms[at]):
                count = len(phrase.forms)
                place = self._source.place_at(source, words, at, term.source, phrase) if count >= matched else None
                if place:
                    matched = count
                    plural, doubtful = self._is_plural(words, at, phrase), self._is_doubtful(words, at, phrase)
                    found.append(Occurrence(term, *place, plural, doubtful))
            at += max(matched, 1)
        return found

    def _entries_of(self, word: str) -> list[tuple[Term, _Words]]:
        """Return the terms whose first word this may be, those of most words first."""
        keys = self._source.inflections.keys_of(word)
        for start in self._source.inflections.starts_of_stemmed(word):
            self._add_stems(start)
        found = {id(entry[0]): entry for key in keys for entry in self._by_key.get(key, ())}
        return sorted(found.values(), key=lambda entry: (-len(entry[1].forms), entry[0].line))

    def _add_stems(self, start: str) -> None:
        """Find the stems of terms that begin so."""
        for forms, entry in self._unstemmed.get(start, ()):
            for key in set(map(self._source.inflections.stem_of, forms)):
                self._by_key.setdefault(key, []).append(entry)
        self._unstemmed.pop(start, None)

    def _is_plural(self, words: _Words, at: int, phrase: _Words) -> bool:
        """Tell whether the source has a term in the plural, be it by what stands before it: « les prix »."""
        is_plural = self._source.inflections.is_plural
        forms = words.forms[at : at + len(phrase.forms)]
        if any(is_plural(form, own) for form, own in zip(forms, phrase.forms, strict=True)):
            return True
        before = words.forms[at - 1].lower() if at else ""
        is_singular = self._source.inflections.is_lemma(phrase.forms[0])
        return is_singular and before in self._determiners and before.endswith(self._plural_endings)

    def _is_doubtful(self, words: _Words, at: int, phrase: _Words) -> bool:
        """Tell whether a term of one word may be a verb there, while it is a noun: « nous avons », « il livre », « la
        population juge », « vous pouvez avoir »."""
        if len(phrase.forms) > 1:
            return False
        inflections, form = self._source.inflections, words.forms[at]
        if inflections.is_verb_only(form, phrase.forms[0]):
            return True
        before = words.forms[at - 1].lower() if at else ""
        if _NOUN not in inflections.parts_of(phrase.forms[0].lower()) or not inflections.may_be_verb(form):
            return False
        is_beside = at > 0 and words.places[at][0] - words.places[at - 1][1] == 1
        is_infinitive = _VERB in inflections.parts_of(form.lower())
        if is_infinitive and is_beside and self._has_object(before, words.forms[at + 1 : at + 2]):
            return True
        if before in self._verb_leaders or not is_beside or before in self._determiners:
            return before in self._verb_leaders
        kinds = inflections.kinds_of(before)
        is_behind_noun = kinds <= {_NOUN} or (at > 1 and words.forms[at - 2].lower() in self._determiners)
        is_noun = is_behind_noun and _NOUN in kinds and kinds <= {_NOUN, _VERB}
        return is_noun or (is_infinitive and kinds == {_VERB})

    def _has_object(self, before: str, behind: Sequence[str]) -> bool:
        """Tell whether what stands between two words may be an infinitive and its object, or its participle: « venons
        d'avoir une coupure », « après avoir payé », but « facture d'avoir du 5 mai »."""
        word, joints, inflections = next(iter(behind), "").lower(), self._joints, self._source.inflections
        kinds, is_determiner = inflections.kinds_of(word), word in self._determiners
        if before in self._determiners - joints.bare:
            return False
        is_object = len(word) > 1 and word in self._verb_leaders
        if is_object or _SUBORDINATE in kinds or (_VERB in inflections.parts_of(word) and not is_determiner):
            return True
        if before in joints.bare:
            return is_determiner and word not in joints.of
        is_led = before in self._function_words or inflections.kinds_of(before).isdisjoint({_NOUN, _VERB, "adj"})
        return is_led and (is_determiner or (word.endswith(joints.participles[:1]) and _VERB in kinds))

    def is_form_of_verb(self, occurrence: Occurrence, source: str) -> bool:
        """Tell whether a term is a verb that stands in another form there, and its target has to."""
        head, *_ = self._source.split(occurrence.term.source).forms
        inflections, there = self._source.inflections, plain(source[occurrence.start : occurrence.end])
        return inflections.parts_of(plain(head)) == {_VERB} and there != plain(occurrence.term.source)

    def target_of(self, occurrence: Occurrence) -> str:
        """Return the best target of a term, in the plural where the source has it so."""
        target = occurrence.term.targets[0]
        is_one = occurrence.term.source.endswith(self._plural_endings) and target.endswith(self._target_endings)
        return self.pluralise(target) if occurrence.is_plural and not is_one else target

    def find_kept(self, source: str) -> Iterator[tuple[int, int]]:
        """Yield the characters of the terms that are not translated."""
        for occurrence in self.find(source):
            if occurrence.term.kind is TermKind.KEEP:
                yield occurrence.start, occurrence.end

    def find_breaches(self, source: str, target: str, *, kept: bool = False) -> list[Breach]:
        """Return what `target` does not honour, in the order of the source.

        :param kept: whether what is not translated may be missing; protection sees to that where we translate.
        """
        found = {o.term: o for o in reversed(self.find(source)) if not o.is_doubtful}
        breaches = [
            Breach(occurrence.term, occurrence)
            for occurrence in found.values()
            if (kept or occurrence.term.kind is not TermKind.KEEP) and not self._is_honoured(occurrence.term, target)
        ]
        breaches.sort(key=lambda breach: breach.occurrence.start if breach.occurrence else 0)
        return breaches + [Breach(term, None) for term in self._everywhere if not self._is_honoured(term, target)]

    def without_honoured(self, source: str, target: str) -> str:
        """Return a source with spaces in place of the required terms that `target` honours."""
        lost = {breach.term for breach in self.find_breaches(source, target)}
        for one in self.find(source):
            if one.term.kind is TermKind.REQUIRED and one.term not in lost and not one.is_doubtful:
                source = source[: one.start] + " " * (one.end - one.start) + source[one.end :]
        return source

    def forbidden_for(self, source: str) -> list[str]:
        """Return what the glossary forbids for a source, and nowhere else."""
        words = self._source.split(source)
        entries = self._entries_of(words.forms[0]) if words.forms else []
        same = (
            term for term, _ in entries if term.kind is TermKind.FORBIDDEN and term.source.lower() == source.lower()
        )
        return [target for term in same for target in term.targets]

    def find_in_target(self, target: str, choice: str) -> tuple[int, int] | None:
        """Return the characters of a target where one of a term's own stands, in whatever form."""
        return self._target.find(target, choice)

    def _is_honoured(self, term: Term, target: str) -> bool:
        has = any(self._target.find(target, choice) for choice in term.targets)
        return not has if term.kind is TermKind.FORBIDDEN else has


def _as_it_is(word: str, phrase: str) -> str:
    return word


def suit(phrase: str, *, at_start: bool) -> str:
    """Give a term the case that its place in the sentence wants."""
    return phrase[:1].upper() + phrase[1:] if at_start else phrase


def issues_of(breaches: Iterable[Breach]) -> tuple[Issue, ...]:
    return tuple(breach.issue() for breach in breaches)
