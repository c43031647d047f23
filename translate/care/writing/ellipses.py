"""Ellipses: three dots stand in a target where they stand in its source; a model writes a dash or a comma for them."""

from __future__ import annotations

from collections.abc import Iterator

import regex

from translate.care.replacing import Replacement
from translate.languages.identification import is_function_word
from translate.text.late import late
from translate.text.words import split_words

ELLIPSIS = late(r"…|(?<!\.)\.{3,4}(?!\.)")
_LEADING = late(r"\A(?P<before>[-–—]?\s*+[«“\"]?\s*+)(?P<dots>…|\.{3})")
_TRAILING = late(r"(?P<dots>…|\.{3,4})\s*+(?P<after>[?!]?\s*+[»”\"’')\]]*+[.,]?)\s*+\Z")
_BROKEN = late(r"\s?(?:--|—)\s?(?=\w)")
_CAPITAL = late(r"\p{Lu}\p{Ll}+")
_LEAD = late(r"(?:[-–—]\s*)?[\"“‘']?")
_LAST = late(r"(?P<mark>\.{1,2}|,|--|—)?(?P<after>[?!]?[\"”’']*)\s*\Z")
_LAST_WORD = late(r"(?r)\w")
_CLOSED = late(r"[\s\u00a0\u202f]*[»”\"]")
"""What closes a quotation behind an ellipsis: « Si seulement… » dit-elle."""
_CLOSING = late(r"(?<=\w)(?P<mark>[,.]?)[\"”](?=\s+\w)")
_QUOTES, _LONGEST_MARK = "\"”’'", 3
"""What may close behind the last mark of a text, and characters of that mark."""
_BEFORE = '-–—«“" \u00a0\u202f'
"""What may stand before the first words of a text."""
_REACH = 20
"""Characters in which the last word of a text is looked for."""
_NEAR = 0.25
"""How far from its place in the source, as a share of the text, a mark may stand that an ellipsis became."""


def iter_ellipses(text: str) -> Iterator[tuple[int, int]]:
    """Yield the characters [start, end) of ellipses between words."""
    if "…" not in text and "..." not in text:
        return
    first, last = len(text) - len(text.lstrip(_BEFORE)), _last_word(text)
    for match in ELLIPSIS.finditer(text):
        start, end = match.span()
        if first < start and end <= last and text[start - 1] not in "([" and text[end : end + 1] not in ")]":
            yield start, end


def mend_ellipses(source: str, target: str) -> list[Replacement]:
    """Return what puts the ellipses of a source where they stand in it: first, last, and between words.

    A model writes a dash or a comma for one, or nothing.
    """
    edits: list[Replacement] = []
    between = list(iter_ellipses(source))
    there = [match.span() for match in ELLIPSIS.finditer(target)]
    dots = next((match[0] for match in ELLIPSIS.finditer(source)), "…")
    is_alone = bool(there) and _stands_alone(source)
    for start, end in there:
        spaced = start > 0 and target[start - 1] == " " and not is_alone
        if spaced or target[start:end] != dots:
            begin = start - spaced
            begin -= spaced and begin > 0 and target[begin - 1] in ".,"  # `dawn. ...`
            edits.append((begin, end, dots))
    broken = [match.span() for match in _BROKEN.finditer(target)]
    last_word = _last_word(target) if there else 0
    inner = [span for span in there if span[0] > 3 and span[1] <= last_word]
    missing = len(between) - len(inner)
    for start, end in broken[: max(missing, 0)]:
        edits.append((start, end, f"{dots} "))
        missing -= 1
    if missing == 1 and len(between) == 1 and not inner and _CLOSED.match(source, between[0][1]):
        closings = [match.span("mark") for match in _CLOSING.finditer(target)]
        edits += [(*span, dots) for span in closings if len(closings) == 1]
    elif missing == 1 and len(between) == 1 and not inner:
        where = between[0][0] / len(source)
        commas = [m.span() for m in regex.finditer(r"[,;](?=\s)", target)]
        near = min(commas, key=lambda span: abs(span[0] / len(target) - where), default=None)
        if near and abs(near[0] / len(target) - where) <= _NEAR:
            edits.append((*near, dots))
    first = _LEADING.match(source)
    if first and not _LEADING.match(target):
        lead = _LEAD.match(target)
        place = lead.end() if lead else 0
        dots_before = f"{dots} " if source[first.end() : first.end() + 1].isspace() else dots
        word = _CAPITAL.match(target, place)
        goes_on = source[first.end() :].lstrip()[:1].islower() and word and is_function_word(word[0].lower())
        edits.append(
            (place, word.end(), dots_before + word[0].lower()) if word and goes_on else (place, place, dots_before)
        )
    trailing = _TRAILING.search(source)
    ending = max(len(target.rstrip().rstrip(_QUOTES)) - _LONGEST_MARK, 0)
    last = _LAST.search(target, ending) if trailing else None
    if trailing and last and not _TRAILING.search(target) and last["after"][:1] not in ("?", "!"):
        start = last.start("mark") if last["mark"] else last.start("after")
        if not _end_alike(source[: trailing.start()], target[:start]):
            edits.append((start, last.end("mark") if last["mark"] else start, dots))
    return edits


def _last_word(text: str) -> int:
    """Return where the last letter or figure of a text stands; -1 where it has none."""
    found = _LAST_WORD.search(text)
    return found.start() if found else -1


def _stands_alone(source: str) -> bool:
    return regex.search(r"\s(?:…|\.{3})\s", source) is not None


def _end_alike(source: str, target: str) -> bool:
    """Tell whether two texts end with one word: an abbreviation, whose full stop is enough (`etc.`)."""
    words, others = split_words(source[-_REACH:]), split_words(target[-_REACH:])
    return bool(words and others) and words[-1] == others[-1] and words[-1].islower()
