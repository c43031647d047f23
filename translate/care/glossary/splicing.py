"""A required term takes the place of the words that stand for its source; all other words of the draft stay."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import TYPE_CHECKING

import regex

from translate.care.standing import is_start
from translate.engines.base import Draft, Links
from translate.languages import Language
from translate.languages.identification import is_function_word
from translate.terms.terminology import Occurrence, Terminology, suit
from translate.text.late import late, late_module

if TYPE_CHECKING:
    import numpy as np
else:
    np = late_module("numpy")

_LAST_WORD = late(r"(?<![\w-])(\p{L}+)(?P<mark>\.?) \Z")
_WORD = late(r"[\p{L}\p{M}\p{N}]+(?:[-'’][\p{L}\p{M}\p{N}]+)*")
_POSSESSIVE = late(r"['’]s\Z")
_LEAST = 0.5
"""Share of its attention that a word gives to the term's source, for it to be the term's place."""
_BESIDE = 0.25
"""The same of a word beside it, as long as there are no more of them than content words of the source."""
_SURELY_BESIDE = 0.85
"""The same of one more."""
_NEAR = 6
"""Words between two renderings of one phrase, at most."""
_TARGETS_KEPT = 8
_NONE = (0.0, 0.0)
"""Share and attention of a function word, which is no place."""


def splice(
    terms: Terminology,
    occurrence: Occurrence,
    text: str,
    draft: Draft,
    renders_another: Callable[[str, str, str], bool] = lambda term, word, source: False,
) -> Draft | None:
    """Return `draft` with a term where its source is rendered; None where no words render it.

    :param text: what the model was asked; the occurrence is one of it.
    :param renders_another: whether a word renders another word of the text than the term's, whatever attends to it.
    """
    links = draft.link() if draft.link else None
    if links is None or not links.weights:
        return None
    french = text[occurrence.start : occurrence.end]
    place = find_place(
        links, draft.text, text, occurrence, is_other=lambda word: renders_another(french, word.lower(), text)
    )
    if place is None:
        return None
    start, end = place
    term = suit(terms.target_of(occurrence), at_start=is_start(draft.text, start))
    start, end = without_doubles(draft.text, start, end, term)
    before = draft.text[:start]
    article = _last_word(before)
    if article:
        before = before[: article.start()] + terms.fit_article(article[0], term) + before[article.end() :]
    made = before + term + draft.text[end:]
    moved = _move(links, start, end, len(before) - start, len(term))
    return replace(draft, text=made, others=lambda: iter(()), link=lambda whole=True: moved)


def start_of_phrase(target: str, start: int, language: Language) -> int:
    """Return where a phrase that says how or where begins: before the small words of *to the machine*."""
    words = [match for match in _WORD.finditer(target, 0, start) if match.end() < start][-2:]
    if words and words[-1][0].lower() in language.determiners:
        words.pop()
    return words[-1].start() if words and words[-1][0].lower() in language.joints.leading else start


def find_place(
    links: Links,
    target: str,
    source: str,
    occurrence: Occurrence,
    *,
    over_small: bool = False,
    is_other: Callable[[str], bool] = lambda word: False,
) -> tuple[int, int] | None:
    """Return the characters of the words of `target` that render an occurrence; None where none does, or no more.

    :param over_small: whether function words may stand between them, as in *the Republic of Korea*.
    :param is_other: whether a word renders another word of the source, and so is no part of the place.
    """
    words, small = _words_of(target)
    shares = _shares(links, target, occurrence, of_small=over_small)
    masses = [mass if share >= _LEAST and not is_small else 0.0
              for (share, mass), is_small in zip(shares, small, strict=True)]  # fmt: skip
    best = masses.index(max(masses)) if masses else 0
    if not masses or masses[best] <= 0.0:
        return None
    wanted = sum(not is_function_word(m[0].lower()) for m in _WORD.finditer(source, occurrence.start, occurrence.end))
    first = last = best
    while True:
        both = [n for n in (first - 1, last + 1) if 0 <= n < len(words) and not small[n]]
        if over_small:
            both = [
                next((n for n in way if not small[n]), -1)
                for way in (range(first - 1, -1, -1), range(last + 1, len(words)))
            ]
            both = [n for n in both if n >= 0]
        least = _BESIDE if last - first + 1 - sum(small[first : last + 1]) < wanted else _SURELY_BESIDE
        beside = [
            n
            for n in both
            if shares[n][0] >= _least_over(shares, n, first, last, least)
            and (over_small or _are_beside(target, words, n, first, last))
        ]
        if not beside:
            break
        number = max(beside, key=lambda n: shares[n][0])
        first, last = min(first, number), max(last, number)
    own = [n for n in range(first, last + 1) if not is_other(target[slice(*words[n])])]
    if not own:  # *free game*, whose *free* attends to the game
        both = [n for n in (last + 1, first - 1) if 0 <= n < len(words) and not small[n]]
        own = [n for n in both if shares[n][0] >= _BESIDE and not is_other(target[slice(*words[n])])][:1]
    return (words[own[0]][0], words[own[-1]][1]) if own else None


def find_rest(links: Links, target: str, place: tuple[int, int], occurrence: Occurrence) -> list[str]:
    """Return the words near a place that render its occurrence too, function words apart: of *screw at main metals* for
    « vis à métaux », *metals* beside *screw*."""
    words, _ = _words_of(target)
    first = bisect_left(words, (place[0], 0))
    last = bisect_left(words, (place[1], 0))
    shares = _shares(links, target, occurrence)
    near = (*range(max(first - _NEAR, 0), first), *range(last, min(last + _NEAR, len(words))))
    return [target[slice(*words[number])] for number in near if shares[number][0] >= _LEAST]


def _least_over(shares: Sequence[tuple[float, float]], number: int, first: int, last: int, least: float) -> float:
    """Return the least share of a word for it to join the block, over function words: these may be of it too, as in
    *strike in snow*.

    :param least: that of a word beside it.
    """
    between = shares[number + 1 : first] or shares[last + 1 : number]
    if not between:
        return least
    return min(least, _LEAST) if all(share >= _LEAST for share, _ in between) else _LEAST


def _shares(links: Links, target: str, occurrence: Occurrence, *, of_small: bool = False) -> list[tuple[float, float]]:
    """Return the share of each word's attention that goes to an occurrence, and how much.

    :param of_small: False returns none for function words.
    """
    low = bisect_left(links.source, occurrence.start)
    high = max(bisect_left(links.source, occurrence.end), low + 1)
    low = min(low, high - 1)
    words, small = _words_of(target)
    rows = [(sum(row[low:high]), sum(row)) for row in links.weights]
    skipped = (is_small and not of_small for is_small in small)
    return [_NONE if skips else _share(rows, links, span) for skips, span in zip(skipped, words, strict=True)]


@lru_cache(maxsize=_TARGETS_KEPT)
def _words_of(target: str) -> tuple[list[tuple[int, int]], list[bool]]:
    """Return where the words of a target stand, and which are function words; each rare word asks for those of one."""
    words = [match.span() for match in _WORD.finditer(target)]
    return words, [is_function_word(target[start:end].lower()) for start, end in words]


def _share(rows: Sequence[tuple[float, float]], links: Links, span: tuple[int, int]) -> tuple[float, float]:
    """Return the share of a word's attention that goes to a stretch of the source, and how much that is.

    :param rows: of each target piece, its attention to that stretch, and to all of the source.
    """
    first = max(bisect_left(links.target, span[0] + 1) - 1, 0)
    own = rows[first : max(bisect_left(links.target, span[1]), first + 1)]
    if len(own) == 1:
        mass, whole = own[0]
    else:
        mass, whole = sum(one for one, _ in own), sum(one for _, one in own)
    return mass / max(whole, 1e-9), round(mass, 6)


def _are_beside(target: str, words: list[tuple[int, int]], number: int, first: int, last: int) -> bool:
    """Tell whether only a space parts a word from the block, and it is no possessive, which has a noun of its own."""
    one, other = (words[number][1], words[first][0]) if number < first else (words[last][1], words[number][0])
    is_owner = number < first and _POSSESSIVE.search(target, words[number][0], words[number][1]) is not None
    return target[one:other].isspace() and not is_owner


def _last_word(before: str) -> regex.Match[str] | None:
    return regex.search(r"[\p{L}\p{M}]+(?= \Z)", before)


def without_doubles(text: str, start: int, end: int, term: str) -> tuple[int, int]:
    """Widen [start, end) by words beside it that the term begins or ends with, so that none is doubled."""
    words = [match[0].lower() for match in _WORD.finditer(term)]
    before, after = [m.span() for m in _WORD.finditer(text[:start])], [m.span() for m in _WORD.finditer(text, end)]
    for count in range(min(len(words) - 1, len(before)), 0, -1):
        if [text[a:b].lower() for a, b in before[-count:]] == words[:count] and text[before[-1][1] : start] == " ":
            start = before[-count][0]
            break
    for count in range(min(len(words) - 1, len(after)), 0, -1):
        if [text[a:b].lower() for a, b in after[:count]] == words[-count:] and text[end : after[0][0]] == " ":
            end = after[count - 1][1]
            break
    return start, end


def without_lead(text: str, start: int, name: str, native: str, own: Language, other: Language) -> int:
    """Return where a name begins with what it has in itself: the article, *the*, of « Les Ulis », and *St.* before *San
    Sebastián*.

    :param native: the name in the source.
    """
    before = _LAST_WORD.search(text[:start])
    if before is None:
        return start
    word = before[1].lower()
    if native.partition("-")[0].lower() in own.names.saints and word in own.names.saints:
        return before.start()
    first, space, _ = name.partition(" ")
    is_article = space and first[0].isupper() and first.lower() in own.determiners
    return before.start() if is_article and word in other.determiners and not before["mark"] else start


def _move(links: Links, start: int, end: int, shift: int, length: int) -> Links:
    """Return the links of a text where characters [start, end) became one piece of `length`, moved by `shift`."""
    first = max(bisect_left(links.target, start + 1) - 1, 0)
    last = max(bisect_left(links.target, end), first + 1)
    weights = np.asarray(links.weights, dtype=np.float64)
    merged = tuple(float(value) for value in weights[first:last].mean(axis=0))
    by = shift + length - (end - start)
    offsets = (*links.target[: first + 1], *(offset + by for offset in links.target[last:]))
    return Links(links.source, offsets, (*links.weights[:first], merged, *links.weights[last:]))
