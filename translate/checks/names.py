"""Names: a name that nobody translates stands in the target, as in the source or nearly so."""

from __future__ import annotations

import re
from collections.abc import Iterable
from difflib import SequenceMatcher

from translate.alignment.single import knows_word
from translate.checks.base import PlainCheck, enumerate_found
from translate.config import CheckConfig
from translate.data import Issue, Severity, TranslationUnit
from translate.languages import find_language
from translate.text.names import iter_names
from translate.text.words import fold, iter_words

_CAPITAL = re.compile(r"[^\W\d_a-z]")
_ALIKE = 0.6
"""Least likeness (Ratcliff & Obershelp, 0 to 1) of what a name may have become: `Plzen`, `Pilsen`."""
_MAX_LOOKED_FOR = 30


def _check_names(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    """Report names of the source that the target has nothing like; `value` is how many.

    A name that the lexicon of the two languages knows may have a translation (`Londres`), and most acronyms have one.
    """
    source, target = unit.source.text, unit.target.text
    if not _CAPITAL.search(source, 1) or source.isupper():
        return ()
    is_translated = knows_word(find_language(unit.source.language).code, find_language(unit.target.language).code)
    if is_translated is None:
        return ()
    rules = find_language(unit.source.language).names
    names = [name for name in dict.fromkeys(iter_names(source, rules)) if name not in target and not name.isupper()]
    names = [name for name in names if not is_translated(name)][:_MAX_LOOKED_FOR]
    if not names:
        return ()
    folded = fold(target)
    words = {fold(word[0]) for word in iter_words(target) if word[0][0].isupper()}
    lost = [name for name in names if fold(name) not in folded and not _is_like_any(fold(name), words)]
    if not lost:
        return ()
    several = "s" if len(lost) > 1 else ""
    message = f"Missing from the target: the name{several} {enumerate_found(lost)} of the source."
    return (Issue("lost_names", Severity.WARNING, message, float(len(lost))),)


def _is_like_any(name: str, words: Iterable[str]) -> bool:
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(name)
    for word in words:
        matcher.set_seq1(word)
        if matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE:
            return True
    return False


LOST_NAMES = PlainCheck("lost_names", _check_names)
