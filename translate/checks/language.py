"""Language: the target is in its language, the source in its own, and nothing of the source is left in the target."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import chain, dropwhile

from translate.alignment.answers import load_answers
from translate.alignment.dictionary import NOUN, VERB, find_dictionary
from translate.alignment.said import is_said
from translate.alignment.words import MAX_STEM_CHARACTERS, stemmer
from translate.checks.base import PlainCheck, enumerate_found, split_lowered_words, split_words, without_names, words_of
from translate.checks.left_forms import iter_left_forms
from translate.config import CheckConfig
from translate.data import Issue, Severity, TranslationUnit, Variant
from translate.languages import Language, find_language
from translate.languages.identification import count_own_words, guess_language, telltale_words
from translate.text.late import late_plain
from translate.text.words import straighten

# A text with so many words that no other language has, one in five at least, needs no further guess.
_CLEAR_VOTES = 2
_CLEAR_SHARE = 5
_SHORTEST = 4
"""Letters of the shortest word that may be left of the source."""
_JOINED = late_plain(r"(?<![\w-])[^\W\d_]+-[^\W\d_]+(?![\w'’-])")
_QUOTED = late_plain('[“"«][^”"»]*[”"»]|‘[^’]*’')


def _language_issue(name: str, variant: Variant, other: Variant, config: CheckConfig) -> Iterable[Issue]:
    text, expected = words_of(variant), find_language(variant.language)
    words = split_lowered_words(text)
    own = count_own_words(words, expected.code)
    if own >= _CLEAR_VOTES and own * _CLEAR_SHARE >= len(words):
        return ()
    guess = guess_language(text)
    if guess.language and guess_language(" ".join(dict.fromkeys(words)), minimum_votes=2).language is None:
        return ()  # « Non, non et non ! »
    if name == "target_language" and guess.language == find_language(other.language).code != expected.code:
        # Names and quotations of the source may stay as they are.
        guess = guess_language(" ".join(without_names(split_words(_QUOTED.sub(" ", text)))))
    if guess.language is None or guess.language == expected.code:
        return ()
    votes, own = guess.votes[guess.language], guess.votes.get(expected.code, 0)
    if votes < 2 * own:
        return ()  # mixed, such as a title in another language
    is_sure = votes >= config.min_language_votes and votes >= 3 * own
    severity = Severity.ERROR if is_sure and name == "target_language" else Severity.WARNING
    side = name.removesuffix("_language")
    found = find_language(guess.language).name
    message = f"The {side} seems to be {found}, not {expected.name} ({votes} function words to {own})."
    return (Issue(name, severity, message, float(votes)),)


def _check_target_language(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    """Report a target in another language; `value` is how many of its function words were found."""
    return _language_issue("target_language", unit.target, unit.source, config)


def _check_source_language(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    """Report a source in another language; `value` is how many of its function words were found."""
    return _language_issue("source_language", unit.source, unit.target, config)


def _check_remnants(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    """Report words of the source's language left in the target; `value` is how many.

    Words beside a capitalised one are taken for a part of a name, « la Voix du Nord », where the source has them too.
    """
    source, target = find_language(unit.source.language), find_language(unit.target.language)
    if forms := list(iter_left_forms(unit.source.text, unit.target.text, source, target)):
        message = f"Written in the target as in {source.name}: {enumerate_found(forms)}."
        yield Issue("remnants", Severity.WARNING, message, float(len(forms)))
    one, other = words_of(unit.source), _without_lent(words_of(unit.target), source)
    texts = (one.lower(), other.lower()) if one.isupper() and other.isupper() else (one, other)
    if left := [*_iter_left(*texts, source, target), *_iter_left_orders(one, other, source, target)]:
        is_rare = texts[0] is one and not any(_is_common(word, source, target) for word in left)
        message = f"Perhaps {source.name} words in the target: {enumerate_found(left)}."
        yield Issue("remnants", Severity.INFO if is_rare else Severity.WARNING, message, float(len(left)))
    short = _shortened(unit.source.text, source, target)
    telltale = telltale_words(source.code, beside=target.code) | short
    ascii_only = unit.target.text.isascii()
    if not telltale or (telltale.isdisjoint(split_lowered_words(unit.target.text)) and ascii_only):
        return
    words = split_words(_without_lent(words_of(unit.target), source))
    source_words: frozenset[str] = frozenset()
    if source.lent_words and not ascii_only:
        source_words = frozenset(word for word in split_words(words_of(unit.source)) if not word.isascii())
    found = []
    there = set(split_lowered_words(unit.source.text))
    neighbours = zip(chain(("",), words), words, chain(words[1:], ("",)), strict=False)
    for before, word, after in neighbours:
        is_beside_name = before[:1].isupper() or after[:1].isupper()
        is_name = is_beside_name and (word in there or word not in source.function_words) and word not in short
        if not word.islower() or is_name:
            continue
        if word in telltale or (word in source_words and len(word) > 2 and word not in source.lent_words):
            found.append(word)
    if found:
        severity = Severity.ERROR if len(found) > config.max_remnants else Severity.WARNING
        message = f"Untranslated {source.name} words in the target: {enumerate_found(found)}."
        yield Issue("remnants", severity, message, float(len(found)))


def _iter_left(source: str, target: str, own: Language, other: Language) -> Iterator[str]:
    """Yield single words of the source, in small letters, that stand in a target too, of whose language they are not:
    the dictionary has other words for them, and translations into that language do not have them (« pince »)."""
    left = {word for word in split_words(source) if len(word) >= _SHORTEST and word.islower()}
    left = left.intersection(split_words(_QUOTED.sub(" ", target))) - own.function_words - other.common_words
    left -= own.lent_words
    dictionary = find_dictionary(own.code, other.code) if left else None
    answers = load_answers(own.code, other.code) if dictionary else None
    if dictionary is None or answers is None:
        return
    stem = stemmer(other)
    for word in sorted(left):
        entries = dictionary.find(word)
        said = {one for some in entries for one in split_lowered_words(" ".join(some.entry.english))}
        akin = [one for one in said if stem(one) == stem(word)]
        is_cut = all(len(word) < len(one) and one not in other.forms_of(word) for one in akin)  # « complet »
        is_own = (
            answers.target_rate(stem(word)) is None
            or (
                len(word) > len(stem(word)) < MAX_STEM_CHARACTERS  # « jointe », for all that there is *joint*
                and all(one.is_inflected for one in entries)
                and not any(word in other.forms_of(word[:end]) for end in (-1, -2))
            )
        )
        if said and (is_cut if akin else is_own) and not is_said(word, own, other):  # « value », of « valoir »
            yield word


def _iter_left_orders(source: str, target: str, own: Language, other: Language) -> Iterator[str]:
    """Yield orders of the source with their object, « Écoute-moi », that stand in a target too."""
    if "-" not in target or "-" not in source:
        return
    dictionary = find_dictionary(own.code, other.code)
    joined = set(_JOINED.findall(target))
    if dictionary is None or not joined:
        return
    for word in _JOINED.findall(source):
        first, _, last = word.partition("-")
        if word not in joined or last not in own.function_words or not first[1:].islower():
            continue
        is_noun = any(one.entry.kind == NOUN for one in dictionary.find(word.lower()))  # « rendez-vous »
        if not is_noun and any(one.is_inflected and one.entry.kind == VERB for one in dictionary.find(first.lower())):
            yield word


def _is_common(word: str, own: Language, other: Language) -> bool:
    """Tell whether a word is an order, or a usual one: a rare word that both languages have may be lent."""
    dictionary = find_dictionary(own.code, other.code)
    return "-" in word or (dictionary is not None and dictionary.knows_well(word))


def _shortened(text: str, own: Language, other: Language) -> frozenset[str]:
    """Return the words of a text, small, that stand for longer ones, and that texts of the other language have not:
    « slt », « pers. »; but « av. de la République » is a name."""
    found = [(start, end, words.strip()) for start, end, words in own.find_abbreviations(text)]
    forms = ((text[start:end].removesuffix("."), words, text[end:]) for start, end, words in found)
    short = {
        one
        for one, words, behind in forms
        if one.islower() and one.isalpha() and len(one) > 1 and one != words.lower() and not _is_named(behind, own)
    }
    answers, stem = load_answers(own.code, other.code) if short else None, stemmer(other)
    met = {one for one in short if one.isascii() and answers and answers.target_rate(stem(one)) is not None}
    return frozenset(short - met - other.common_words - other.function_words)


def _without_lent(text: str, own: Language) -> str:
    """Return a target without the phrases of the source's language that others have borrowed."""
    lowered = straighten(text.lower()).replace("-", " ") if own.lent_phrases else ""
    for phrase in own.lent_phrases if len(lowered) == len(text) else ():
        if phrase in lowered:
            start = lowered.index(phrase)
            text, lowered = (one[:start] + one[start + len(phrase) :] for one in (text, lowered))
    return text


def _is_named(behind: str, language: Language) -> bool:
    """Tell whether a name follows, maybe behind function words."""
    words = dropwhile(lambda word: word in language.function_words, split_words(behind.lstrip(". ").partition(".")[0]))
    return next(words, "")[:1].isupper()


TARGET_LANGUAGE = PlainCheck(
    "target_language", _check_target_language, lambda source, target: bool(target.function_words)
)
SOURCE_LANGUAGE = PlainCheck(
    "source_language", _check_source_language, lambda source, target: bool(source.function_words)
)
REMNANTS = PlainCheck(
    "remnants", _check_remnants, lambda source, target: bool(telltale_words(source.code, beside=target.code))
)
