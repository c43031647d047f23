"""Copied passages: the target speaks in its own words, not in the source's."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence

from translate.checks.base import PlainCheck, quote, split_lowered_words, split_words, without_names, words_of
from translate.config import CheckConfig
from translate.data import Issue, Severity, TranslationUnit
from translate.languages import find_language
from translate.text.late import late_plain
from translate.text.words import fold

COPIED_WORDS = 4
"""Length of the shortest passage that is taken for copied."""

_RUN = "+" * COPIED_WORDS
_QUOTED = late_plain(
    '[“"«][^”"»]*[”"»]|‘[^’]*’|\\([^()]*\\)|<[^<>]*>|`[^`]*`|(?<![^\\s>`])\\S+@\\S+|\\w+://\\S+|www\\.\\S+'
)


def _phrases(words: Sequence[str]) -> set[tuple[str, ...]]:
    return set(zip(*(words[start:] for start in range(COPIED_WORDS)), strict=False))


def _check_copied(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    """Report a passage that stands in the target as in the source; `value` is its words.

    Names, addresses, and what stands in quotation marks or brackets, may stay as they are.
    """
    target_words = split_lowered_words(unit.target.text)
    source_words = split_lowered_words(unit.source.text)
    common = set(target_words).intersection(source_words)
    if len(common) < COPIED_WORDS or _RUN not in "".join("+" if word in common else "-" for word in target_words):
        return ()
    if find_language(unit.source.language) is find_language(unit.target.language):
        return ()
    if _phrases(source_words).isdisjoint(_phrases(target_words)):
        return ()
    words = split_words(_QUOTED.sub(" , ", words_of(unit.target)))
    longest = _longest_copy(words, _phrases(split_words(words_of(unit.source))))
    if sum(word.islower() and len(word) > 1 for word in without_names(longest)) < COPIED_WORDS - 1:
        return ()
    is_long = len(longest) > config.max_copied_words
    severity = Severity.ERROR if is_long and not _is_abbreviated(longest, unit.target.text) else Severity.WARNING
    message = f'Untranslated passage of the source in the target: "{quote(" ".join(longest), 60)}".'
    return (Issue("copied", severity, message, float(len(longest))),)


def _is_abbreviated(words: Sequence[str], text: str) -> bool:
    """Tell whether words are a name that its acronym follows in brackets: « Caisse nationale … (CNAM) »."""
    name = r"[\W_]+".join(map(re.escape, words))
    match = re.search(rf"{name}\W?\s\((?P<acronym>[^\W\d_]{{2,}})\)", text)
    if match is None or not match["acronym"].isupper():
        return False
    initials = iter(fold(word)[0] for word in words)
    return all(letter in initials for letter in match["acronym"].lower())


def _longest_copy(words: Sequence[str], phrases: set[tuple[str, ...]]) -> Sequence[str]:
    """Return the longest part of `words` all of whose phrases are in `phrases`."""
    longest: Sequence[str] = ()
    start = 0
    for end in range(COPIED_WORDS, len(words) + 1):
        if tuple(words[end - COPIED_WORDS : end]) not in phrases:
            start = end - COPIED_WORDS + 1
        elif end - start > len(longest):
            longest = words[start:end]
    return longest


COPIED = PlainCheck("copied", _check_copied)
