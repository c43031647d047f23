"""Constrained decoding: a draft that does not honour the glossary is decoded again, led to its terms."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections import Counter
from collections.abc import Callable
from typing import TYPE_CHECKING, TypeVar

from translate.care.glossary.splicing import splice
from translate.engines.base import Draft, Engine, Links
from translate.terms.term import TermKind
from translate.terms.terminology import Breach, Occurrence, Terminology, suit
from translate.text.late import late_module, late_plain
from translate.text.numbers.figures import digits_of

if TYPE_CHECKING:
    import numpy as np
else:
    np = late_module("numpy")

T = TypeVar("T")
_MAX_TERMS = 8
_MAX_NUMBERS = 4
_NUMBER = late_plain(r"(?:(?<!\w)[A-Z][A-Za-z]*-?)?\d+(?:[.,\u00a0\u202f ]\d+)*")
"""A number, or a name with one: `N95`, `COVID-19`."""
_UNFINISHED_WORD = late_plain(r"[^\W\d_][\w-]*$")


def lead(
    engine: Engine,
    terms: Terminology,
    text: str,
    draft: Draft,
    renders_another: Callable[[str, str, str], bool] = lambda term, word, source: False,
) -> Draft | None:
    """Return a draft of `text` that honours more terms than `draft`; None where there is no way to one.

    A required term takes the place of the words that render its source. Where none do, it is put before the word that
    attends to it most, and the model goes on from there. What is forbidden is never decoded.

    :param renders_another: whether a word of the target renders another word of the source than a term's; it stays.
    """
    return _improve(
        draft,
        lambda target: terms.find_breaches(text, target),
        lambda current, breaches: _lead_once(engine, terms, breaches, text, current, renders_another),
        steps=_MAX_TERMS,
    )


def lead_numbers(engine: Engine, text: str, draft: Draft, rewrite: Callable[[str], str]) -> Draft | None:
    """Return a draft of `text` that lost fewer of its numbers than `draft`; None where there is no way to one.

    As with terms: the number stands where the word stood, or the wrong number, that attends to it, and the model goes
    on from there.

    :param rewrite: writes a number of the source as the target language does.
    """
    return _improve(
        draft,
        lambda target: _lost_numbers(text, target),
        lambda current, lost: _lead_to_number(engine, text, current, lost[0], rewrite),
        steps=_MAX_NUMBERS,
    )


def _improve(
    draft: Draft, find: Callable[[str], list[T]], lead_on: Callable[[Draft, list[T]], Draft | None], *, steps: int
) -> Draft | None:
    """Lead on from draft to draft, as long as each has fewer faults than the one before; return the last, if any."""
    best: Draft | None = None
    current, faults = draft, find(draft.text)
    for _ in range(steps):
        made = lead_on(current, faults) if faults else None
        if made is None:
            break
        left = find(made.text)
        if len(left) >= len(faults):
            break
        best = current = made
        faults = left
    return best


def _lead_to_number(
    engine: Engine, text: str, draft: Draft, number: re.Match[str], rewrite: Callable[[str], str]
) -> Draft | None:
    links = draft.link() if draft.link else None
    if links is None or not links.weights:
        return None
    start = _target_start(links, number.start(), number.end())
    around = next((m for m in _NUMBER.finditer(draft.text) if m.start() <= start < m.end()), None)
    before = _UNFINISHED_WORD.sub("", draft.text[: around.start() if around else start])
    return engine.continue_draft(text, before + rewrite(number[0]))


def _lost_numbers(source: str, target: str) -> list[re.Match[str]]:
    """Return the numbers of the source whose figures the target has not, or not as often."""
    there = Counter(digits_of(m[0]) for m in _NUMBER.finditer(target))
    lost = []
    for match in _NUMBER.finditer(source):
        digits = digits_of(match[0])
        there[digits] -= 1
        if there[digits] < 0:
            lost.append(match)
    return lost


def _lead_once(
    engine: Engine,
    terms: Terminology,
    breaches: list[Breach],
    text: str,
    draft: Draft,
    renders_another: Callable[[str, str, str], bool],
) -> Draft | None:
    banned = [
        form
        for breach in breaches
        if breach.term.kind is TermKind.FORBIDDEN
        for target in breach.term.targets
        for form in terms.forms_of(target)
    ]
    wanted = next((b for b in breaches if b.term.kind is TermKind.REQUIRED and b.occurrence), None)
    if wanted is None or wanted.occurrence is None:
        return engine.continue_draft(text, "", suppressed=banned)
    current: Draft | None = None
    for occurrence in reversed([one for one in terms.find(text) if one.term is wanted.term]):
        current = splice(terms, occurrence, text, current or draft, renders_another) or current
    return current or _continue_with(engine, terms, wanted.occurrence, text, draft, banned)


def _continue_with(
    engine: Engine, terms: Terminology, occurrence: Occurrence, text: str, draft: Draft, banned: list[str]
) -> Draft | None:
    links = draft.link() if draft.link else None
    if links is None or not links.weights:
        return None
    before = _UNFINISHED_WORD.sub("", draft.text[: _target_start(links, occurrence.start, occurrence.end)]).rstrip()
    term = suit(terms.target_of(occurrence), at_start=not before)
    return engine.continue_draft(text, f"{before} {term}".strip(), suppressed=banned)


def _target_start(links: Links, first: int, last: int) -> int:
    """Return where the target word begins that attends most to the characters [first, last) of the source."""
    low, high = bisect_left(links.source, first), max(bisect_left(links.source, last), 1)
    low = min(low, high - 1)
    weights = np.asarray(links.weights, dtype=np.float64)[:, low:high].sum(1)
    return links.target[int(np.argmax(np.round(weights, 6)))]
