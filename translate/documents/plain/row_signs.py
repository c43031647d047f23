"""Signs that part a line of plain text: boxes to tick, choices, steps of a path, rows of stars, ends of
lines within it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from translate.text.late import late_plain

_BREAK = late_plain("[\\v\\f\\x1c-\\x1e\\x85\\u2028\\u2029]+")
"""What ends a line besides its end (UAX 14, class BK)."""
_BOX = late_plain(r"(?<![^\s])(?:[☐☑☒□■▢◻◼○◯●◉]|\[[ xX✓]\](?!\()|\([ xX✓]\))[ \t\u00a0]*(?=[^\W_])")
_OPTION = r"(?:\(?[A-Za-z\d]\)|[A-Za-z]\.|\d°)[ \t\u00a0]+(?=\S)"
_CHOICE = late_plain(rf"[ \t]{{2,}}(?={_OPTION})")
_FIRST_CHOICE = late_plain(_OPTION)
"""Answers to choose from in one line, `a) Lyon   b) Nice`."""
_RULE = late_plain(r"[ \t]+(?:(?P<sign>[*~_+])(?P=sign){2,}|={4,}|\#{5,})[ \t]+")
"""Not the `===` of programs, nor the `####` of headings."""
_ARROW = late_plain(r"[ \t]+(?:[→⇒➔➜➡►▶]|->|=>|-->)[ \t]+")
_STEP = late_plain(r"[ \t]+(?P<sign>[>/•·|»›\\])[ \t]+")
_WORDS = late_plain(r"[^\s]+")
_MOST_WORDS = 4
"""Words of a step of a path: *Enregistrer sous un autre nom* is longer, and read whole."""
_MARKED = late_plain("[\\v\\f\\x1c-\\x1e\\x85\\u2028\\u2029☐☑☒□■▢◻◼○◯●◉\\[(*=~#_+→⇒➔➜➡►▶»›>/•·|\\\\]")
_SENTENCE = late_plain(r"[.!?;:,…«“\"()]")


def iter_sign_gaps(line: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the characters [first, behind) of a line that stand between its texts, with the signs."""
    if _FIRST_CHOICE.match(line, start, end):
        yield from (match.span() for match in _CHOICE.finditer(line, start, end))
    if not _MARKED.search(line, start, end):
        return
    for pattern in (_BREAK, _RULE):
        yield from (match.span() for match in pattern.finditer(line, start, end))
    boxes = [match.span() for match in _BOX.finditer(line, start, end)]
    if boxes and (
        len(boxes) > 1 or line[start : boxes[0][0]].rstrip()[-1:] in ("", ":")
    ):  # one in a sentence is a word of it
        yield from boxes
    yield from _steps_of(line, start, end, _ARROW, least=1)
    yield from _steps_of(line, start, end, _STEP, least=2)


def _steps_of(line: str, start: int, end: int, pattern: re.Pattern[str], *, least: int) -> list[tuple[int, int]]:
    """Return what stands between the steps of a path, `File → Open`, which is no sentence; nothing where it is one."""
    found = [match.span() for match in pattern.finditer(line, start, end)]
    signs = {line[first:behind].strip() for first, behind in found}
    if len(found) < least or len(signs) > 1:
        return []
    starts, ends = [start, *(behind for _, behind in found)], [*(first for first, _ in found), end]
    for first, behind in zip(starts, ends, strict=True):
        step = line[first:behind]
        words = len(_WORDS.findall(step))
        if not 0 < words <= _MOST_WORDS or _SENTENCE.search(step):
            return []
    return found
