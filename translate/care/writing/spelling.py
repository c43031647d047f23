"""Spelling of the target by its region: words and dates of another variety that the model wrote are replaced.

Where no region is asked for, words stay as the model spells them, and dates have one order all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence

from translate.care.base import Change, Revision, Step
from translate.care.casing import Case
from translate.languages import Language
from translate.text.dates.months import iter_dated_months
from translate.text.late import late_plain
from translate.text.usage.spelling import Respelling, Variety, find_capitalised, iter_reordered, iter_respelled
from translate.text.words import split_words

_MAY_BE_DAY = late_plain(r"(?<![\w.,/:])(?:0?[1-9]|[12]\d|3[01])(?![\d.,/:]?\d|\s?[%€$£hH])")


class Spelling(Step):
    """Spells as one region does. What stands in the source, what an outer step changed and terms stay.

    :param variety: how words are spelled; None where they stay, and only dates are ordered, as in the first variety.
    :param is_own: tells the words of the source language: *centre* is one, and no name that was copied.
    :param terms: what the glossary has in the target language.
    """

    name = "spelling"

    def __init__(
        self,
        variety: Variety | None,
        source: Language,
        target: Language,
        is_own: Callable[[str], bool],
        terms: Sequence[str] = (),
    ) -> None:
        self._variety, self._source, self._target, self._is_own = variety, source, target, is_own
        self._terms = tuple(term for term in terms if variety and term and any(iter_respelled(term.lower(), variety)))

    def after(self, revision: Revision) -> Iterator[Change]:
        source, text = revision.request.passage.text, revision.text
        taken = [*revision.taken, *self._iter_terms(text)]
        for found in self._iter_found(source, text, has_names=revision.request.case is Case.PLAIN):
            if not any(start < found.end and found.start < end for start, end in taken):
                reason = f"as in {self._variety.name}" if self._variety else "dates have one order"
                yield Change(found.start, found.end, found.text, self.name, reason)

    def _iter_found(self, source: str, text: str, *, has_names: bool) -> Iterator[Respelling]:
        if self._variety:
            own = {word for word in split_words(source) if not self._is_own(word.lower())}
            own |= find_capitalised(source) if has_names else set()
            yield from iter_respelled(text, self._variety, kept=own, has_names=has_names)
        variety = self._variety or self._target.varieties[0]
        dated = list(iter_dated_months(source, self._source.months))
        if dates := {(date.month, date.beside) for date in dated}:
            days = [int(match[0]) for match in _MAY_BE_DAY.finditer(source)]  # « du 12 au 18 août »
            dates.update((date.month, day) for date in dated for day in days)
            yield from iter_reordered(text, variety, self._target.months, self._target.weekdays.names, frozenset(dates))

    def _iter_terms(self, text: str) -> Iterator[tuple[int, int]]:
        """Yield where terms of the glossary stand that this variety spells otherwise."""
        lowered = text.lower() if self._terms else ""
        for term in self._terms:
            start = lowered.find(term.lower())
            while start >= 0:
                yield start, start + len(term)
                start = lowered.find(term.lower(), start + 1)
