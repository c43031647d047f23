"""Punctuation: the end of the segment, brackets, quotation marks, and the space before a mark."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise

from translate.checks.base import REPORTED_APART, PlainCheck, closings_of, enumerate_found
from translate.config import CheckConfig
from translate.data import Issue, Severity, TranslationUnit
from translate.languages import find_language
from translate.text.late import late_plain
from translate.text.protected.kept import without_kept
from translate.text.usage.formulas import is_closing
from translate.text.usage.quotes import Mark, read_marks
from translate.text.words import fold

_CLOSERS = " \t\r\n\u00a0\u2009\u202f\u200b»«”“\"'’‘„›‹)]}*_>`"
# What ends a segment, as classes that any language may show by its own sign.
_ENDS = {
    ".": "full stop", "。": "full stop", "．": "full stop", "।": "full stop", "?": "question mark",
    "？": "question mark", "؟": "question mark", "!": "exclamation mark", "！": "exclamation mark", "…": "ellipsis",
    ":": "colon", "：": "colon", ";": "semicolon", "；": "semicolon", ",": "comma", "，": "comma",
}  # fmt: skip
# Ends that translators trade freely; nothing is said of them.
_TRADED = {
    frozenset(pair)
    for pair in (
        ("full stop", "exclamation mark"),
        ("full stop", "ellipsis"),
        ("full stop", "semicolon"),
        ("semicolon", "comma"),
        ("exclamation mark", "ellipsis"),
        ("nothing", "comma"),
    )
}
_SMILEY = late_plain(r"(?<![^\s.!?…,;])(?:[:;=][-^'o]?|[8xX][-^'])[()\[\]]+(?!\w)")
"""A face; `F8)` and `in chapter 8)` are none, and a colon before a bracket stands on a word."""
_LIST_MARK = late_plain(r"(?:^|(?<=[\s,;:]))(?:\d{1,3}|[a-zA-Z]|[ivx]{2,4})\)")
_ENDING = late_plain(r"(?<=[^\W\d_])(?:\([^\W\d_]{1,5}\))+")
"""What a word may end with: « jour(s) », of which a translator makes *days*."""
_BRACKETS = (("(", ")"), ("[", "]"), ("{", "}"))
_ANY_BRACKET = late_plain(r"[()\[\]{}（）]")
_DOUBLE_QUOTES = '"«»“”„‟＂'
_DIGRAPH_QUOTES = ("''", "``", "<<", ">>", "‹‹", "››")
_SINGLE_QUOTED = late_plain(r"(?:(?<![\w'’])['‘‹]\s?(?=\S)[^'‘’]*(?:\w['’]\w[^'‘’]*)*(?<=\S)\s?['’›](?!\w))")
_NO_WORDS = late_plain(r"(?<=\w)['\"],['\"]")
_WORDED = late_plain(r"\w")
_MISTAKEN_APOSTROPHE = late_plain(r"(?<=\w)\"(?=\w)|(?<=\ws)\"(?= \w)")
"""As texts have it that lost their own: `l"été`, `the birds" wings`."""
_MISTAKEN_CLOSING = late_plain(r"(?<=[.,!?a-rt-z])'(?=[\s.,;:]|\Z)")
"""An apostrophe that closes what a double mark opened."""
_SO_CALLED = 4
"""Words of the longest quotation that may be no more than irony."""
_INCHES = late_plain(r"(?<=\d)\s?(?:\"|'')")
_SPACING_HINT = late_plain(r"[ \u00a0\u202f\u2009\t][ \u00a0\t!?;:,.]|«\s")
_SPACE_BEFORE = late_plain(
    r"(?<=\w)[ \u00a0\u202f\u2009]+(?:[!?;:](?=\s|$|[\"”»])|[,.](?=\s|$))|«[ \u00a0\u202f\u2009]+(?=\w[^»]*»)"
)
_NUMBERED = late_plain(r"(?<!\w)(?P<word>[^\W\d_]{1,6}\.)[ \u00a0\u202f](?P<number>\d[\d.,-]*\d|\d)(?!\w)")
_DOUBLE_SPACE = late_plain(r"(?<=\S)[ \u00a0\t]{2,}(?=\S)")


def end_of(text: str) -> str:
    """Return the name of the mark that ends `text`, looking through closing quotation marks and brackets."""
    stripped = text.rstrip(_CLOSERS)
    if stripped.endswith("..") or (stripped.endswith("…")):
        return "ellipsis"
    end = _ENDS.get(stripped[-1:], "nothing")
    if end == "exclamation mark" and stripped[-2:-1] == "?":
        return "question mark"
    if end == "full stop" and stripped[-2:-1] in ("?", "!", "»", "”"):
        inner = end_of(stripped[:-1])  # « Viens ! ».
        return end if inner == "nothing" else inner
    return end


def _check_end_punctuation(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    """Report an end mark that changed; `value` is 1."""
    source, target = unit.source.text, unit.target.text
    if not source.strip() or not target.strip():
        return ()
    expected, found = end_of(source), end_of(target)
    if expected == found or frozenset((expected, found)) in _TRADED or is_closing(source, target, *closings_of(unit)):
        return ()
    if (expected, found) == ("full stop", "nothing") and _ends_short(unit):
        return ()
    is_question = "question mark" in (expected, found)
    is_bare = "nothing" in (expected, found)
    is_open = found == "colon"  # what stood behind it is lost
    severity = Severity.WARNING if is_question or is_open or not is_bare else Severity.INFO
    message = f"The source ends with {_article(expected)}, the target with {_article(found)}."
    return (Issue("end_punctuation", severity, message, 1.0),)


def _ends_short(unit: TranslationUnit) -> bool:
    """Tell whether the full stop that the source ends with is that of an abbreviation: « 6 pers. »."""
    own, source = find_language(unit.source.language), unit.source.text.rstrip()
    ends = [end for _, end, _ in own.find_abbreviations(source)]
    ends += [one.end for one in own.find_measures(source)] if own.find_measures else []
    return len(source) in ends


def _article(end: str) -> str:
    if end == "nothing":
        return "no mark"
    return f"an {end}" if end[0] in "aeiou" else f"a {end}"


def _balance(text: str) -> dict[str, int]:
    """Return opening less closing brackets by kind, where they differ or stand in the wrong order."""
    found = _differences(text)
    return _differences(_SMILEY.sub("", text)) if found and _SMILEY.search(text) else found


def _differences(text: str) -> dict[str, int]:
    result = {}
    for opening, closing in _BRACKETS:
        difference = text.count(opening) - text.count(closing)
        if difference < 0 and opening == "(":
            difference = min(0, difference + len(_LIST_MARK.findall(text)))
        if difference:
            result[opening + closing] = difference
    return result


def _check_brackets(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    """Report brackets that do not close, or that only one side has; `value` is how many."""
    source, target = unit.source.text, unit.target.text
    if not _ANY_BRACKET.search(target) and not _ANY_BRACKET.search(source):
        return ()
    source, target = (_ENDING.sub("", without_kept(side, REPORTED_APART)) for side in (source, target))
    source, target = source.replace("（", "(").replace("）", ")"), target.replace("（", "(").replace("）", ")")
    open_source, open_target = _balance(source), _balance(target)
    broken = {kind: count for kind, count in open_target.items() if open_source.get(kind) != count}
    if broken:
        kind, count = next(iter(broken.items()))
        what = f"{abs(count)} {'opening' if count > 0 else 'closing'} bracket{'s' if abs(count) > 1 else ''}"
        severity = Severity.ERROR if not open_source else Severity.WARNING
        message = f"The target has {what} of {kind} unpaired."
        return (Issue("brackets", severity, message, float(sum(map(abs, broken.values())))),)
    differences = Counter[str]()
    for opening, closing in _BRACKETS:
        pairs = min(source.count(opening), source.count(closing)), min(target.count(opening), target.count(closing))
        differences[opening + closing] = pairs[1] - pairs[0]
    total = sum(map(abs, differences.values()))
    if not total or not sum(differences.values()):
        return ()  # the same number of pairs, maybe of another kind
    expected = _count_pairs(source)
    message = f"The source has {expected} in brackets, the target {_count_pairs(target)}."
    return (Issue("brackets", Severity.WARNING, message, float(total)),)


def _count_pairs(text: str) -> str:
    count = sum(min(text.count(opening), text.count(closing)) for opening, closing in _BRACKETS)
    return f"{count} passage{'' if count == 1 else 's'}"


def _count_quotes(text: str) -> int:
    count = sum(map(text.count, _DOUBLE_QUOTES)) + sum(map(text.count, _DIGRAPH_QUOTES))
    if count % 2 == 0:
        return count
    count -= len(_INCHES.findall(text)) + len(_MISTAKEN_APOSTROPHE.findall(text))
    return count + 1 if count % 2 and _MISTAKEN_CLOSING.search(text) else max(count, 0)


def _check_quotes(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    """Report quotation marks that are lost, gained or left open; `value` is by how many marks the sides differ.

    Guillemets, curly and straight marks count alike; apostrophes do not count, nor do the marks within tags and
    placeholders.
    """
    source, target = unit.source.text, unit.target.text
    in_source, in_target = _count_quotes(source), _count_quotes(target)
    if in_source or in_target:
        source, target = (without_kept(side, REPORTED_APART) for side in (source, target))
        in_source, in_target = _count_quotes(source), _count_quotes(target)
    if in_source == in_target:
        return tuple(_check_pairs(source, target)) if in_source else ()
    if (in_source == 0) != (in_target == 0) or in_source > in_target:
        in_target += 2 * len(_SINGLE_QUOTED.findall(target))
        in_source += 2 * len(_SINGLE_QUOTED.findall(source))
    if in_source == in_target or (in_source and in_target and in_source % 2 == in_target % 2 == 0):
        # Speech is opened and closed around « dit-il » in English, and not in French.
        return tuple(_check_pairs(source, target))
    difference = abs(in_source - in_target)
    is_odd = in_target % 2 and not in_source % 2
    message = f"The source has {_count_marks(in_source)}, the target {_count_marks(in_target)}."
    is_lost = not in_target and not in_source % 2 and _loses_quotation(source, target)
    severity = Severity.WARNING if is_odd or is_lost else Severity.INFO
    return (Issue("quotes", severity, message, float(difference)),)


def _as_meant(text: str) -> str:
    """Return a text with closing marks for apostrophes that close a quotation, and apostrophes for marks in words."""
    text = _MISTAKEN_APOSTROPHE.sub("'", text)
    return _MISTAKEN_CLOSING.sub('"', text) if text.count('"') % 2 else text


def _loses_quotation(source: str, target: str) -> bool:
    """Tell whether words are quoted in the source that do not stand in the target as they are.

    Human translators leave out marks around a few words, which mean "so called".
    """
    marks = read_marks(source).marks
    quoted = [source[one.end : two.start].strip() for one, two in pairwise(marks) if one.opens and not two.opens]
    return any(len(words.split()) > _SO_CALLED and fold(words) not in fold(target) for words in quoted)


def _check_pairs(source: str, target: str) -> Iterator[Issue]:
    """Report quotations that do not open and close as in the source, though the marks may be as many; lost ones; and
    those that hold no word."""
    own, other = read_marks(source), read_marks(target)
    lost = len(own.marks) - len(other.marks)
    if own.is_paired and not other.is_paired and other.marks:
        message = "The quotation marks of the target do not open and close in pairs."
        is_meant = own.deepest < 2 and read_marks(_as_meant(target)).is_paired
        severity = Severity.INFO if is_meant else Severity.WARNING
        yield Issue("quotes", severity, message, float(other.unopened + other.unclosed))
    elif lost > 0:
        message = f"The source has {_count_marks(len(own.marks))}, the target {_count_marks(len(other.marks))}."
        is_lost = not own.is_paired or len(other.marks) % 2 or _loses_quotation(source, target)
        yield Issue("quotes", Severity.WARNING if is_lost else Severity.INFO, message, float(lost))
    elif own.deepest > other.deepest:
        yield Issue("quotes", Severity.INFO, "A quotation within another is not one in the target.", 1.0)
    empty = _has_empty_quotation(target, other.marks) and not _has_empty_quotation(source, own.marks)
    if empty or (own.deepest < 2 and _NO_WORDS.search(target) and not _NO_WORDS.search(source)):
        yield Issue("quotes", Severity.WARNING, "A quotation of the target has no words.", 1.0)


def _has_empty_quotation(text: str, marks: Sequence[Mark]) -> bool:
    """Tell whether a quotation has no words; where that of the source has but a code, « {name} », that is right."""
    pairs = ((one, two) for one, two in pairwise(marks) if one.opens and not two.opens)
    return any(not _WORDED.search(text, one.end, two.start) for one, two in pairs)


def _count_marks(count: int) -> str:
    return f"{count or 'no'} quotation mark{'' if count == 1 else 's'}"


def find_joined(source: str, target: str) -> list[tuple[int, str]]:
    """Return where in `target` a space of the source is lost between an abbreviation and a number, `th.6`, and it."""
    found = []
    for match in _NUMBERED.finditer(source):
        joined, parted = f"{match['word']}{match['number']}", f"{match['word']} {match['number']}"
        place = target.find(joined)
        if place >= 0 and joined not in source and parted not in target:
            found.append((place + len(match["word"]), match["number"]))
    return found


def _check_spacing(unit: TranslationUnit, config: CheckConfig) -> Iterable[Issue]:
    """Report a space beside a mark where the target's language sets none, and doubled spaces; `value` is how many."""
    source, target = unit.source.text, unit.target.text
    issues = []
    joined = find_joined(source, target)
    if joined:
        message = f"The target has lost the space before {enumerate_found(text for _, text in joined)}."
        issues.append(Issue("spacing", Severity.WARNING, message, float(len(joined))))
    if not _SPACING_HINT.search(target):
        return issues
    if not find_language(unit.target.language).spaced_marks:
        found = _SPACE_BEFORE.findall(target)
        if found:
            message = f'The target has a space beside "{found[0].strip()}", which its language does not use.'
            issues.append(Issue("spacing", Severity.INFO, message, float(len(found))))
    double = len(_DOUBLE_SPACE.findall(target))
    if double and not _DOUBLE_SPACE.search(unit.source.text):
        issues.append(Issue("spacing", Severity.INFO, "The target has double spaces.", float(double)))
    return issues


END_PUNCTUATION = PlainCheck("end_punctuation", _check_end_punctuation)
BRACKETS = PlainCheck("brackets", _check_brackets)
QUOTES = PlainCheck("quotes", _check_quotes)
SPACING = PlainCheck("spacing", _check_spacing)
