"""Marks and words that typing or gluing left in a target: `,,`, `word.Next`, `twowords`; lost signs, lost sentences."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable

from translate.checks.base import PlainCheck, enumerate_found, split_words, words_of
from translate.config import CheckConfig
from translate.data import Issue, Severity, TranslationUnit
from translate.text.late import late, late_plain

_REPEATED = late_plain(
    r"(?<![.…,;:\d])(?:\.\.(?![.\w])|,[,;:.]|;[;,:.]|:[:;,.](?![/)(\w])|(?<=\w)[.,] [.,](?= |$))(?![.…/\\])"
    r"|(?<=\w)·(?:·|(?!\w))"
)
"""`,,` and `..`, and points of « étudiant·e·s » left without their letters.

No ellipsis, no path (`../`) and no operator (`::` within a name is one of the source as well)."""
_PAIRS = ("..", ",,", ",;", ",:", ",.", ";;", ";,", ";:", ";.", "::", ":;", ":,", ":.", ". .", ". ,", ", .", ", ,", "·")
_GLUED = late(r"(?<=\p{Ll}{2})[.!?](?=\p{Lu}\p{Ll})|(?<=\p{Ll}{2})[,;](?=\p{L}{2})")
"""Two sentences or clauses without a space between; what looks like a name of a file or program is no word here."""
_AROUND = late(r"\S{1,20}\Z"), late(r"\A\S{1,20}")
_LONGEST_WORD = 30
"""Letters of a word; what is longer is two that were glued."""
_SIGN = late_plain(r"[@#*=&§©®™†‡~^|\\<>_]")
_MAY_BE_SAID = frozenset("&§=<>~")
"""Signs that words may say, and that are no loss then."""
_SPACED_ESCAPE = late(r" \\[nrt]|(?<![:\\])\\[nrt] ")
"""The escape of a line end or a tab with a space beside it, which a program shows."""
_SENTENCE_END = late(r"[.!?…]+[\"'»”’)\]]*\s+(?=[\"'«“‘(\[]?\s?[\p{Lu}\d])")


def _check_marks(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    """Report marks set twice, and words without a space between, unless the source has such; `value` is how many."""
    source, target = unit.source.text, words_of(unit.target)
    issues = []
    doubled = [match[0] for match in _REPEATED.finditer(target)] if _may_repeat(target) else []
    if doubled and not _REPEATED.search(source):
        message = f'The target has a mark twice, or left over: "{doubled[0]}".'
        issues.append(Issue("marks", Severity.WARNING, message, float(len(doubled))))
    glued = [] if _GLUED.search(source) else list(_iter_glued(target))
    if glued:
        message = f"Words of the target have no space between them: {enumerate_found(glued)}."
        issues.append(Issue("marks", Severity.INFO, message, float(len(glued))))
    return issues


def _may_repeat(text: str) -> bool:
    """Tell in little time whether a mark may stand beside another: of most texts none does."""
    return any(pair in text for pair in _PAIRS)


def _iter_glued(target: str) -> Iterable[str]:
    for match in _GLUED.finditer(target):
        before, after = _AROUND[0].search(target[: match.start()]), _AROUND[1].search(target[match.end() :])
        yield (before[0] if before else "") + match[0] + (after[0] if after else "")
    yield from (word for word in split_words(target) if len(word) > _LONGEST_WORD)


def _check_symbols(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    """Report signs such as `@ # * ©` that only one side has, or has more often; `value` is how many."""
    own, other = (Counter(_SIGN.findall(words_of(side))) for side in (unit.source, unit.target))
    if own == other:
        return ()
    lost = [sign for sign in (own - other) if sign not in _MAY_BE_SAID]
    gained = list(other - own)
    if not lost and not gained:
        return ()
    parts = [f"{name} {' '.join(signs)}" for name, signs in (("lacks", lost), ("adds", gained)) if signs]
    return (Issue("symbols", Severity.INFO, f"The target {' and '.join(parts)}.", float(len(lost) + len(gained))),)


def _check_sentences(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    """Report a target with another number of sentences; `value` is by how many."""
    counts = [1 + len(_SENTENCE_END.findall(side.text.strip())) for side in (unit.source, unit.target)]
    if counts[0] == counts[1]:
        return ()
    message = f"The source has {counts[0]} sentence{'s' * (counts[0] > 1)}, the target {counts[1]}."
    return (Issue("sentences", Severity.INFO, message, float(abs(counts[0] - counts[1]))),)


def _check_lines(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    """Report a target with more or fewer line ends, or tabs, than the source; `value` is by how many."""
    source, target = unit.source.text.strip(), unit.target.text.strip()
    issues = []
    for name, sign in (("line ends", "\n"), ("tabs", "\t")):
        own, other = source.count(sign), target.count(sign)
        if own != other:
            message = f"The source has {own} {name}, the target {other}."
            issues.append(Issue("lines", Severity.INFO, message, float(abs(own - other))))
    spaced, ours = (Counter(map(str.strip, _SPACED_ESCAPE.findall(text))) for text in (target, source))
    if spaced and source.count("\\") and (added := spaced - ours):
        message = f"The target has a space beside {enumerate_found(added)}."
        issues.append(Issue("lines", Severity.WARNING, message, float(added.total())))
    return issues


MARKS = PlainCheck("marks", _check_marks)
SYMBOLS = PlainCheck("symbols", _check_symbols)
SENTENCES = PlainCheck("sentences", _check_sentences)
LINES = PlainCheck("lines", _check_lines)
