"""Titles: a person has in the target the title of the source, as its language writes it, and of the same sex."""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace
from difflib import SequenceMatcher

from translate.checks.base import PlainCheck, enumerate_found, quote
from translate.config import CheckConfig
from translate.data import Issue, Severity, TranslationUnit
from translate.languages import Language, find_language
from translate.text.amounts.measures import Greeting
from translate.text.late import late
from translate.text.proper_names.titles import SEXES, Person, Title, TitleForms
from translate.text.words import fold, split_lowered, split_words

_AN_INITIAL = late(r"\p{Lu}\p{Ll}+ \p{Lu}\.\Z")
"""Behind a first name: *Dennis M. Walcott*."""
_ALIKE = 0.6
"""Least likeness (Ratcliff & Obershelp, 0 to 1) of what a name is in the other language: `Poutine`, `Putin`."""


def _check_titles(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    """Report persons who are of the other sex in the target, by their titles; `value` is how many."""
    own, other = find_language(unit.source.language), find_language(unit.target.language)
    source, target = unit.source.text, unit.target.text
    if own.titles is None or other.titles is None or target.isupper():
        return ()
    if unaddressed := _find_unaddressed(source, target, own, other):
        message = f"Nobody is addressed as in the source: {quote(unaddressed)}."
        return (Issue("titles", Severity.INFO, message, 1.0),)
    everybody = list(own.titles.iter_persons(source, in_full=True))
    if not everybody:
        return ()
    if unnamed := _find_unnamed(source, target, everybody):
        message = f"Missing from the target: {enumerate_found(unnamed)}."
        return (Issue("titles", Severity.WARNING, message, float(len(unnamed))),)
    persons = list(own.titles.iter_persons(source))
    called = _sexes_of(source, own)
    turned = [name for name, sexes in _sexes_of(target, other).items() if name in called and not sexes <= called[name]]
    if not turned:
        return _find_untitled(source, target, persons, other.titles)
    message = f"Of the other sex in the target, by the title: {enumerate_found(name.title() for name in turned)}."
    return (Issue("titles", Severity.WARNING, message, float(len(turned))),)


def _find_unaddressed(source: str, target: str, own: Language, other: Language) -> str:
    """Return the greeting of a source, « Bonjour Madame », of which a target has the persons in no way."""
    if own.find_greetings is None or other.write_measure is None:
        return ""
    for found in own.find_greetings(source):
        if not isinstance(found.value, Greeting):
            continue
        ways = (replace(found.value, is_letter=one) for one in (False, True))
        said = {fold(other.write_measure(way).said).rpartition(" ")[2] for way in ways}
        if said.isdisjoint(split_lowered(target)):
            return source[found.start : found.end]
    return ""


def _find_unnamed(source: str, target: str, persons: Iterable[Person]) -> list[str]:
    """Return persons with a title, « Dr Morel », of whose name the target has nothing, nor anything alike."""
    lowered = fold(target)
    lost = []
    for one in persons:
        names = fold(source[one.first : one.last]).split()
        if not names or any(name in lowered for name in names):
            continue
        there = [fold(word) for word in split_words(target) if word[0].isupper()]
        if not any(SequenceMatcher(None, name, word).ratio() >= _ALIKE for name in names for word in there):
            lost.append(source[one.start : one.last])
    return lost


def _find_untitled(source: str, target: str, persons: Collection[Person], forms: TitleForms) -> Iterable[Issue]:
    """Report names that have a title in the source and none in the target."""
    titled = {target[one.first : one.last].rpartition(" ")[2] for one in forms.iter_persons(target, in_full=True)}
    names = dict.fromkeys(source[one.first : one.last].rpartition(" ")[2] for one in persons)
    bare = [name for name in names if name in target and not any(one.startswith(name) for one in titled)]
    if not bare:
        left = [
            target[one.start : one.last]
            for one in forms.iter_persons(target)
            if _is_left(one, source, target, persons, forms)
        ]
        message = f"Not the title in the language of the target: {enumerate_found(left)}."
        return (Issue("titles", Severity.WARNING, message, float(len(left))),) if left else ()
    message = f"Without the title of the source: {enumerate_found(bare)}."
    polite = {source[one.first : one.last].rpartition(" ")[2] for one in persons if one.title in SEXES}
    severity = Severity.INFO if polite.issuperset(bare) else Severity.WARNING  # a doctor is more than a *Mr*
    return (Issue("titles", severity, message, float(len(bare))),)


def _is_left(one: Person, source: str, target: str, persons: Collection[Person], forms: TitleForms) -> bool:
    """Tell whether a person of a target has the title as the source writes it, or a lawyer another one."""
    last = target[one.first : one.last].rpartition(" ")[2]
    owns = [own for own in persons if source[own.first : own.last].rpartition(" ")[2] == last]
    title = target[one.start : one.end]
    if any(own.title is Title.COUNSEL for own in owns):
        return title not in forms.written.get(Title.COUNSEL, ())
    is_same = any(title == source[own.start : own.end] for own in owns) and not _AN_INITIAL.search(target, 0, one.end)
    return is_same and title not in forms.written.get(one.title, ())


def _sexes_of(text: str, language: Language) -> dict[str, set[str]]:
    """Return by their last names, folded, of which sexes the persons of a text are, where a title tells."""
    found: dict[str, set[str]] = {}
    for person in language.titles.iter_persons(text, in_full=True) if language.titles else ():
        name = split_words(text[person.first : person.last])
        if name and person.title in SEXES:
            found.setdefault(fold(name[-1]), set()).add(SEXES[Title(person.title)])
    return found


TITLES = PlainCheck("titles", _check_titles, lambda source, target: None not in (source.titles, target.titles))
