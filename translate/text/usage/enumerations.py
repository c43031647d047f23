"""Enumerations: a text comes in, out come the places of lists of short members, `bread, cheese and two apples`."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from functools import cache

import regex

from translate.records import dataclass
from translate.text.compiled import compile_kept
from translate.text.late import late

LEAST_MEMBERS = 4
"""Fewer may be adjectives, or a list by chance."""
_MOST_WORDS = 4
"""Words of a member."""
_WORD = late(r"[\p{L}\p{N}][\p{L}\p{M}\p{N}]*(?:[-.][\p{L}\p{N}]+)*['’]?")
_MARK = late(r"[.;:!?…()\[\]«»“”\"](?!\w)|[(\[«“]")
_COLON = late(r":\s*\Z")


@dataclass(frozen=True, slots=True)
class Enumeration:
    """Members at characters [start, end), in order. The first may have other words before it, the last behind it."""

    members: tuple[tuple[int, int], ...]
    is_bare: bool
    """It stands behind a colon or begins the text, and ends the sentence: all of it is members."""


def find_enumerations(text: str, conjunctions: Collection[str], *, least: int = LEAST_MEMBERS) -> list[Enumeration]:
    """Return the lists of `least` members or more of `text`, the last of them behind a conjunction."""
    if text.count(",") < least - 2 or not conjunctions:
        return []
    return list(_iter_enumerations(text, [*_pattern(tuple(sorted(conjunctions))).finditer(text)], least))


def _iter_enumerations(text: str, joints: Sequence[regex.Match[str]], least: int) -> Iterator[Enumeration]:
    first = 0  # the joint behind the first member
    for number, joint in enumerate(joints):
        if number > first and not _is_member(text, joints[number - 1].end(), joint.start()):
            first = number
        if joint["joined"]:
            before, after = joints[first - 1].end() if first else 0, len(text)
            start = max([before, *(mark.end() for mark in _MARK.finditer(text, before, joints[first].start()))])
            mark = _MARK.search(text, joint.end())
            end = min(
                joints[number + 1].start() if number + 1 < len(joints) else after, mark.start() if mark else after
            )
            words = [m.span() for m in _WORD.finditer(text, joint.end(), end)]
            if number - first + 2 >= least and words and text[start : joints[first].start()].strip():
                is_whole = len(words) <= _MOST_WORDS and (mark is None or end == mark.start())
                middle = [(joints[n].end(), joints[n + 1].start()) for n in range(first, number)]
                start += len(text[start:]) - len(text[start:].lstrip())
                last = (joint.end(), words[:_MOST_WORDS][-1][1])
                opens = not start or _COLON.search(text[:start]) is not None
                is_bare = opens and is_whole and _is_member(text, start, joints[first].start())
                yield Enumeration(((start, joints[first].start()), *middle, last), is_bare)
            first = number + 1


def _is_member(text: str, start: int, end: int) -> bool:
    words = len(_WORD.findall(text, start, end))
    return 0 < words <= _MOST_WORDS and _MARK.search(text, start, end) is None


@cache
def _pattern(conjunctions: tuple[str, ...]) -> regex.Pattern[str]:
    return compile_kept(rf",?\s(?P<joined>{'|'.join(map(regex.escape, conjunctions))})\s|,\s")
