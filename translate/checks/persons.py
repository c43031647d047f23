"""Persons whose names may be words too, « Mme Soleil »: a source comes in, the names that a target must have go out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from difflib import SequenceMatcher
from functools import cache, lru_cache

import regex

from translate.alignment.dictionary import ADJECTIVE, NAME, NOUN, VERB, Dictionary, find_dictionary
from translate.languages import Language
from translate.text.gated import gated
from translate.text.late import late
from translate.text.proper_names.titles import SEXES, behind_particle
from translate.text.words import fold, split_lowered, split_words

_LONGEST_NAME = 4
"""Words of the longest name that is looked up."""
_ALIKE = 0.6
"""Least likeness (Ratcliff & Obershelp, 0 to 1) of what a name may have become: `Plzen`, `Pilsen`."""
_LONGEST_SHORT_TITLE = 5
"""Letters of the longest title that is no word with a capital: « Prof. »."""
_SHORTEST_FAMILY = 4
_TEXTS_KEPT = 256
_LONGEST_BEFORE = 24
"""Characters that are looked at for the word before a name."""
_MASCULINE = "nm"
"""What a dictionary calls nouns of which surnames are made."""
_FULL_NAME = late(r"(?<![\w'’-])(?P<first>\p{Lu}\p{Ll}+) (?P<last>\p{Lu}\p{Ll}+)(?![\w'’-])")
_PHRASE = late(r"-\p{Ll}")
"""Of words that are joined by hyphens, and no name: « Tout-le-monde »."""
_DOUBLE_NAME = late(r"\p{Lu}\p{Ll}+(?:-\p{Lu}\p{Ll}+)+")
_BEHIND = late(r"(?<=\p{L} )(?P<word>\p{Lu}\p{L}*)(?!\w)(?P<more>[ -](?=\p{Lu}))?")
_FIRST_WORD = late(r"\p{Lu}\p{Ll}+(?![\w'’-]|\s[\p{Lu}\d])")
_AGE = late(r",\s\d\d?\s")
_CAPITAL_WITHIN = late(r"(?<=\p{Ll},?\s)\p{Lu}\p{Ll}+(?![\w'’-]|\s\p{Lu})")
_SMALL_BEFORE = late(r"(?<![\w'’-])\p{Ll}[\p{Ll}'’-]*(?:(?<!['’]),?\s)\Z")


def iter_surnames(text: str, own: Language, other: Language) -> Iterator[str]:
    """Yield the surnames of a text that are words too, behind a title, an office or a first name.

    Behind a title and « née » any word is one, « Mme Soleil », but for « Maître Nageur », where all words have
    capitals; behind a first name those of a list, and where it can be but a person any word.
    """
    rules, dictionary = own.names, find_dictionary(own.code, other.code)
    for person in own.titles.iter_persons(text, in_full=True) if own.titles else ():
        name, title = text[person.first : person.last], text[person.start : person.end]
        is_titled = len(title) <= _LONGEST_SHORT_TITLE or title[:1].islower() or person.title in SEXES
        is_titled &= name.lower() not in rules.offices  # « Madame Présidente »
        is_titled &= not _PHRASE.search(name)
        large = [word for word in split_words(name) if word[0].isupper() and word.lower() not in rules.words]
        yield from (
            word
            for word in large
            if word.lower() in rules.surnames
            or word.lower() in rules.first_names
            or (is_titled and _is_word(word, dictionary))
        )
        yield from (w for w in name.split(" ") if is_titled and _DOUBLE_NAME.fullmatch(w))
    for match in _BEHIND.finditer(text, overlapped=True):
        before = split_words(text[max(match.start() - _LONGEST_BEFORE, 0) : match.start()])[-1]
        word, is_last = match["word"], match["more"] is None  # « adjudant Chef Roux »
        is_office = before in rules.offices
        if word.lower() in rules.surnames and (is_office or before.lower() in rules.first_names):
            yield word
        elif before in rules.naming_offices and is_last and _is_word(word, dictionary):
            if not _is_people(word, dictionary) and not _agrees(word, dictionary):  # « née Française », « veuve Noire »
                yield word
        elif is_office and is_last and word.lower() not in rules.offices and _is_noun(word, dictionary):
            yield word  # unlike « le maire Adjoint »
    for match in _iter_persons(text, own, dictionary):
        if _is_word(match["last"], dictionary):
            yield match["last"]


@lru_cache(maxsize=_TEXTS_KEPT)
def _full_names(text: str, own: Language) -> tuple[regex.Match[str], ...]:
    """Return the first names of a text with a word with a capital behind them; several rules ask for them."""
    found = _FULL_NAME.finditer(text, overlapped=True)
    return tuple(one for one in found if one["first"].lower() in own.names.first_names)


def _iter_persons(text: str, own: Language, dictionary: Dictionary | None) -> Iterator[regex.Match[str]]:
    """Yield first names with what must be a surname: within a sentence, « à Claire Chambre », or beside other persons;
    where all begin with a capital, « Parfum de Rose Sauvage », there may be none."""
    found = _full_names(text, own)
    is_list = any(not _is_word(one["first"], dictionary) for one in found)
    for match in found:
        small = _SMALL_BEFORE.search(text, 0, match.start())
        before = split_lowered(small[0])[-1:] if small else []
        is_within = bool(before) and own.determiners.isdisjoint(before)
        if is_within or (is_list and (not match.start() or text[match.start() - 2] in ":,")):
            yield match


def iter_first_names(source: str, target: str, own: Language, other: Language) -> Iterator[str]:
    """Yield the first names that a target lost: where it has what stands behind them, « Blanche Long », *White Long*,
    and not « la Violette Cassis »; with what must be their surname; and alone within a sentence, « Où est Aimé ? »."""
    determiners, first_names = own.determiners - own.joints.of, own.names.first_names
    dictionary, there = find_dictionary(own.code, other.code), target.lower()
    for match in _full_names(source, own):
        if match["first"].lower() in there:
            continue
        if match["last"] in target and determiners.isdisjoint(split_lowered(source[: match.start()])[-1:]):
            yield match["first"]
    for match in _iter_persons(source, own, dictionary):
        if match["first"].lower() not in there and match["last"].lower() not in there:
            yield match["first"]
    for match in _CAPITAL_WITHIN.finditer(source):
        small = match[0].lower()
        if small not in first_names or small in there:
            continue
        before = split_lowered(source[: match.start()])[-1:]
        spared = determiners | own.names.before_places_alone | own.names.saints
        if (
            spared.isdisjoint(before)
            and (_is_only_word(match[0], dictionary) or not (dictionary and dictionary.find(small)))
            and not _begins_name(source[match.start() :], dictionary)
        ):
            yield match[0]
    if (start := _FIRST_WORD.match(source)) and _is_lost_first(
        start[0], source[start.end() :], target, own, dictionary
    ):
        yield start[0]


def _is_lost_first(name: str, behind: str, target: str, own: Language, dictionary: Dictionary | None) -> bool:
    """Tell whether a text begins with a first name that a target has nothing of: « Loup arrive demain », *Wolves*.

    One that is a word too is told by the verb behind it, or by an age: « Claire, 8 ans, »; a feast is none, « Noël ».
    """
    if name.lower() not in own.names.first_names or fold(name) in fold(target):
        return False
    entries = dictionary.find(name.lower()) if dictionary else ()
    if any(fold(said) in fold(target) for one in entries if one.entry.part == NAME for said in one.entry.english):
        return False
    if not any(one.entry.part != NAME for one in entries):
        return behind[:1] in " ,"
    if behind[:1] != " ":
        return _AGE.match(behind) is not None
    word = next(iter(split_words(behind)), "")
    found = dictionary.find(word) if dictionary and word.islower() else ()
    kinds = {one.entry.kind for one in found}
    is_verb = VERB in kinds and ADJECTIVE not in kinds and word not in own.function_words
    is_feast = any(one.entry.part != NAME and not one.entry.french.islower() for one in entries)
    return not is_feast and (is_verb or word in own.names.verbs_behind)


def iter_families(text: str, own: Language, other: Language) -> Iterator[str]:
    """Yield the names of families of a text: behind an article in the plural what is no plural, « les Pommier », nor a
    class of a school, « les Terminale »."""
    dictionary, rules = find_dictionary(own.code, other.code), own.names
    for match in _families(rules.plural_articles).finditer(text):
        name = match["name"].lower()
        is_plural = name.endswith(own.plural_endings) or len(name) < _SHORTEST_FAMILY
        if is_plural or name in own.number_words.cardinals:
            continue
        found = dictionary.find(name) if dictionary else ()
        if name in rules.surnames or any(one.entry.part == _MASCULINE and not one.is_inflected for one in found):
            yield match["name"]


def iter_particled(text: str, language: Language) -> Iterator[str]:
    """Yield the surnames of a text behind a first name and a particle, which may be words too."""
    for match in behind_particle(language.titles.particles).finditer(text) if language.titles else ():
        if match["first"].lower() in language.names.first_names:
            yield match["last"]


def is_called(name: str, folded: str, own: Language, other: Language) -> bool:
    """Tell whether a target, folded, has what the dictionary calls somebody of that name, « M. Poutine », *Putin*, and
    not what the name means."""
    dictionary = find_dictionary(own.code, other.code)
    entries = dictionary.entries(name.lower()) if dictionary else ()
    said = {fold(said) for one in entries if one.part == NAME for said in one.english}
    return any(one in folded and is_like_any(one, [fold(name)]) for one in said)


def is_like_any(name: str, words: Iterable[str]) -> bool:
    """Tell whether a name, folded, is like one of some words, folded."""
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(name)
    for word in words:
        matcher.set_seq1(word)
        if matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE:
            return True
    return False


def _is_word(word: str, dictionary: Dictionary | None) -> bool:
    return dictionary is not None and any(one.entry.part != NAME for one in dictionary.find(word.lower()))


def _is_noun(word: str, dictionary: Dictionary | None) -> bool:
    """Tell whether a dictionary has a word as a noun and nothing else."""
    found = dictionary.find(word.lower()) if dictionary else ()
    return bool(found) and all(one.entry.kind == NOUN for one in found)


def _is_only_word(word: str, dictionary: Dictionary | None) -> bool:
    """Tell whether a dictionary has a word and nothing with a capital of that name: « Noël »."""
    entries = dictionary.entries(word.lower()) if dictionary else ()
    return bool(entries) and all(one.french.islower() for one in entries)


def _begins_name(text: str, dictionary: Dictionary | None) -> bool:
    """Tell whether a text begins with a name of several words that has a name as a whole: « Pierre le Grand »."""
    words = split_lowered(text)[:_LONGEST_NAME] if dictionary else []
    found = (dictionary.phrase(words[:count]) for count in range(2, len(words) + 1)) if dictionary else ()
    return any(one.entry.part == NAME for some in found for one in some)


def _agrees(word: str, dictionary: Dictionary | None) -> bool:
    """Tell whether a dictionary has a word as a form of an adjective: « noire »."""
    found = dictionary.find(word.lower()) if dictionary else ()
    return any(one.is_inflected and one.entry.kind == ADJECTIVE for one in found)


def _is_people(word: str, dictionary: Dictionary | None) -> bool:
    found = dictionary.find(word.lower()) if dictionary else ()
    return any(one.entry.part != NAME and one.entry.english[0][0].isupper() for one in found)


@cache
def _families(articles: frozenset[str]) -> regex.Pattern[str]:
    """Return a pattern of a word with a capital behind an article, and no other one or a number behind it."""
    words = "|".join(sorted({*articles, *map(str.capitalize, articles)})) or "(?!)"
    return gated(rf"(?<![\w'’-])(?:{words})\s(?P<name>\p{{Lu}}\p{{Ll}}+)(?![\w'’-]|\s(?:\p{{L}}+\s)?[\p{{Lu}}\d])")
