"""Names: a name that nobody translates stands in the target, as in the source or nearly so."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

import regex

from translate.alignment.answers import load_answers
from translate.alignment.dictionary import NAME, find_dictionary
from translate.alignment.linking import terms_in
from translate.alignment.single import keeps_word, knows_word
from translate.alignment.words import stemmer
from translate.checks.base import PlainCheck, enumerate_found
from translate.checks.letters import iter_lost_letters
from translate.checks.persons import (
    is_called,
    is_like_any,
    iter_families,
    iter_first_names,
    iter_particled,
    iter_surnames,
)
from translate.checks.streets import iter_lost_streets
from translate.config import CheckConfig
from translate.data import Issue, Severity, TranslationUnit
from translate.languages import Language, find_language
from translate.text.late import late, late_plain
from translate.text.proper_names.lone_names import NameSense, find_lone_names
from translate.text.proper_names.names import ending_in, iter_names
from translate.text.proper_names.surnames import find_surnames
from translate.text.usage.acronyms import find_lost_acronyms
from translate.text.words import fold, iter_words, straighten

_CAPITAL = re.compile(r"[^\W\d_a-z]")
_MAX_LOOKED_FOR = 30
_MOSTLY_SAID = 0.5
"""Share of translations that render an acronym from which it is missed: « ONU », *UN*."""
_SHORTEST_KNOWN = 5
"""Letters of the shortest name that the lexicon knows and that is missed."""
_NAME = late_plain(r"[^\W\d_]+(?:-[^\W\d_]+)*")
_IN_WORD = late(r"\w")
_LONGEST_NAME, _LONGEST_PHRASE = 3, 5
"""Words of the longest place that is looked up, and of the longest phrase that ends with a name."""


def find_lost_names(source: str, target: str, own: Language, other: Language) -> list[str]:
    """Return the names of `source` that `target` has nothing like, in order.

    A name that the lexicon of the two languages knows may have a translation (`Londres`), an acronym may stand in other
    letters or in words; but a surname that is a word too, behind a title or a first name, is no word: « Mme Petit ».
    """
    is_translated = knows_word(own.code, other.code)
    if is_translated is None:
        return []
    if not _CAPITAL.search(source, 1) or source.isupper():
        alone = _find_lost_alone(source, target, own)
        return alone or list(dict.fromkeys(iter_first_names(source, target, own, other)))
    names = [name for name in dict.fromkeys(iter_names(source, own.names)) if name not in target and not name.isupper()]
    if names and own.find_measures:  # « Ctrl+Alt+Suppr » is called otherwise, « 3,5 Mds € » written
        meant = [source[one.start : one.end] for one in own.find_measures(source)]
        names = [name for name in names if not any(name in one for one in meant)]
    known = [name for name in names if is_translated(name)][:_MAX_LOOKED_FOR]
    names = [name for name in names if not is_translated(name)][:_MAX_LOOKED_FOR]
    known = [name for name in known if _is_place(source, name, own)]
    unanswered = _find_unanswered(known, target, own, other) if known else []
    names += unanswered
    surnames = [name for name in iter_surnames(source, own, other) if name not in target]
    particled = [name for name in iter_particled(source, own) if name not in target]
    spans = find_surnames(source, own.names, own.titles, lambda word: not is_translated(word))
    whole = [source[start:end] for start, end in spans if source[start:end] not in target]
    acronyms = find_lost_acronyms(source, target, partial(_is_missed, target, own, other))
    if acronyms:
        short = {source[start:end] for start, end, _ in own.find_abbreviations(source)}
        for one in own.find_measures(source) if own.find_measures else ():  # « 45 MUSD »
            short.update((source[one.start : one.end], *source[one.start : one.end].split()))
        acronyms = [word for word in acronyms if word not in short]
    firsts = list(iter_first_names(source, target, own, other))
    families = [name for name in iter_families(source, own, other) if name not in target]
    if not names and not surnames and not particled and not whole and not firsts and not families:
        return acronyms
    folded = fold(target)
    words = {fold(word[0]): None for word in iter_words(target) if word[0][0].isupper()}
    likely = [*_without_words(words, own, other)] if unanswered else []
    others = [name for name in names if fold(name) not in folded]
    small = other.function_words  # « Inès », *In*
    words = {word: None for word in words if word not in small}
    lost = [name for name in others if not is_like_any(fold(name), likely if name in unanswered else words)]
    lost += [name for name in particled if fold(name) not in words]
    renamed = (
        _find_renamed(source, folded, own, other) | _find_in_phrases(source, folded, lost, own, other) if lost else ()
    )
    lost = [name for name in lost if name not in renamed]
    lost += [
        name
        for name in surnames
        if fold(name) not in (folded if "-" in name else words)
        and (name.lower() in own.names.surnames or not is_called(name, folded, own, other))
    ]
    lost += [name for name in firsts if not is_like_any(fold(name), words) and not is_called(name, folded, own, other)]
    lost += families
    lost += acronyms
    return list(dict.fromkeys([*lost, *(name for name in whole if fold(name) not in folded)]))


def _without_words(words: Iterable[str], own: Language, other: Language) -> Iterator[str]:
    """Yield the words of a target, folded, that may be what a place has become: none that render words of the source's
    language and no name that is the same in both, as *Lemons* for « Limoges »."""
    answers, stem = load_answers(own.code, other.code), stemmer(other)
    for word in words:
        term = stem(word)
        if answers is None or answers.target_rate(term) is None or term in answers.source:
            yield word


def _is_missed(target: str, own: Language, other: Language, acronym: str) -> bool:
    """Tell whether an acronym, in small letters, should stand in a target, or something that renders it."""
    if keeps_word(own.code, other.code)(acronym):
        return True
    answers, term = load_answers(own.code, other.code), stemmer(own)(acronym)
    rate = answers.source_rate(term) if answers else None
    if answers is None or rate is None or rate < _MOSTLY_SAID:
        return False
    return answers.of(term).isdisjoint(terms_in(target, other))


def _is_place(source: str, name: str, own: Language) -> bool:
    """Tell whether a name stands behind a word that only places have before them."""
    pattern, place = ending_in(own.names.before_place, regex.I), source.find(name)
    while place >= 0:
        if pattern.search(source, 0, place) and not _IN_WORD.match(source, place + len(name)):
            return True
        place = source.find(name, place + 1)
    return False


def _find_unanswered(names: Iterable[str], target: str, own: Language, other: Language) -> list[str]:
    """Return the names that stay as they are wherever the lexicon has them, and that nothing in `target` renders."""
    answers, stem, keeps = load_answers(own.code, other.code), stemmer(own), keeps_word(own.code, other.code)
    dictionary = find_dictionary(own.code, other.code)
    kept = [name for name in names if len(name) >= _SHORTEST_KNOWN and keeps(name.lower())]
    if answers is None or dictionary is None or not kept:
        return []
    kept = [name for name in kept if all(entry.part == NAME for entry in dictionary.entries(name.lower()))]
    terms, rendered = terms_in(target, other), [answers.of(stem(name)) for name in kept]
    return [name for name, said in zip(kept, rendered, strict=True) if said and said.isdisjoint(terms)]


def _find_renamed(source: str, folded: str, own: Language, other: Language) -> set[str]:
    """Return the parts of names of which a target has what the dictionary calls them: « Oulan-Bator », *Ulaanbaatar*.

    :param folded: the target.
    """
    dictionary = find_dictionary(own.code, other.code)
    words = list(_NAME.finditer(source)) if dictionary else []
    renamed: set[str] = set()
    for first, word in enumerate(words):
        for last in words[first : first + _LONGEST_NAME]:
            name = source[word.start() : last.end()]
            entries = dictionary.entries(name.lower()) if dictionary and name[0].isupper() else []
            if dictionary and word is last and name[0].isupper():  # « une Lettone »
                entries = [one.entry for one in dictionary.find(name.lower())]
            said = [one for e in entries if e.part == NAME or e.french[0].isupper() for one in e.english]
            said += [one for e in entries for one in e.english if one[0].isupper()]
            if any(fold(one) in folded for one in said):
                renamed |= {part[0] for part in iter_words(name)}
    return renamed


def _find_in_phrases(source: str, folded: str, lost: Sequence[str], own: Language, other: Language) -> set[str]:
    """Return those lost names that a phrase has of which a target has what it is: « eau de Javel », *bleach*.

    :param folded: the target.
    """
    dictionary = find_dictionary(own.code, other.code)
    words = list(_NAME.finditer(source)) if dictionary else []
    said: set[str] = set()
    for number, word in enumerate(words):
        if dictionary is None or word[0] not in lost:
            continue
        for first in words[max(number - _LONGEST_PHRASE + 1, 0) : number]:
            phrase = straighten(source[first.start() : word.end()].lower())
            equivalents = (one for found in dictionary.find(phrase) for one in found.entry.english)
            if any(fold(one) in folded for one in equivalents):
                said.add(word[0])
    return said


def _find_lost_alone(source: str, target: str, own: Language) -> list[str]:
    """Return the places and first names that are all of a source, and that the target has not."""
    if source.strip().count(" ") > 1 or not _CAPITAL.search(source):
        return []
    sense = NameSense(lambda word: False, lambda word: False, lambda word: True)
    names = (source[start:end] for start, end in find_lone_names(source, own.names, sense))
    return [name for name in names if fold(name) not in fold(target)]


def _check_names(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    """Report names of the source that the target has nothing like; `value` is how many."""
    own, other = find_language(unit.source.language), find_language(unit.target.language)
    lost = find_lost_names(unit.source.text, unit.target.text, own, other)
    lost += iter_lost_streets(unit.source.text, unit.target.text, own)
    lost += iter_lost_letters(unit.source.text, unit.target.text)
    if not lost:
        return ()
    several = "s" if len(lost) > 1 else ""
    message = f"Missing from the target: the name{several} {enumerate_found(lost)} of the source."
    return (Issue("lost_names", Severity.WARNING, message, float(len(lost))),)


LOST_NAMES = PlainCheck("lost_names", _check_names)
