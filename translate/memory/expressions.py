"""A regular expression of a user comes in; where texts have it goes out, in a time that has a bound."""

from __future__ import annotations

import re
from time import process_time

import regex

from translate.errors import UsageError

_SLOW_SECONDS = 5.0
"""Processor time that texts may take in all which take long by themselves."""
_LONG_SECONDS = 0.05
_META = re.compile(r"\\.|[.^$*+?{}\[\]|()]|[^\\.^$*+?{}\[\]|()]+")
_OPTIONAL = ("*", "?", "{")


class Expression:
    """A regular expression, with a bound to the time that it may take: some try all ways to part a text.

    :raises UsageError: for what is none.
    """

    def __init__(self, words: str) -> None:
        try:
            self._pattern = regex.compile(words)
        except regex.error as exc:
            raise UsageError(f"'{words}' is no regular expression: {exc}.") from exc
        self._words, self._left = words, _SLOW_SECONDS

    def places(self, text: str) -> tuple[tuple[int, int], ...]:
        """Return the characters [start, end) of each place of a text.

        :raises UsageError: where this and other texts have taken too long.
        """
        began = process_time()
        try:
            found = tuple(match.span() for match in self._pattern.finditer(text, timeout=self._left))
        except TimeoutError:
            found, self._left = (), 0.0
        took = process_time() - began
        if took > _LONG_SECONDS:
            self._left -= took
        if self._left <= 0:
            raise UsageError(
                f"'{self._words}' takes too long: more than {_SLOW_SECONDS:.0f} seconds for some texts; "
                "write it without a repetition in a repetition, such as (a+)+."
            )
        return tuple((start, end) for start, end in found if end > start)


def required_literals(pattern: str) -> list[str]:
    """Return the runs of characters that whatever a regular expression finds must have, as far as that is plain."""
    if "|" in pattern or "(?" in pattern:
        return []
    runs, depth, is_class, is_count = [""], 0, False, False
    for part in _META.findall(pattern):
        if is_class:
            is_class = part != "]"
        elif part == "[":
            is_class = True
            runs.append("")
        elif part in "()":
            depth += 1 if part == "(" else -1
            runs.append("")
        elif is_count:
            is_count = part != "}"
        elif part in _OPTIONAL:
            runs[-1] = runs[-1][:-1]
            runs.append("")
            is_count = part == "{"
        elif len(part) == 1 and part in ".^$+":
            runs.append("")
        elif part.startswith("\\"):
            runs.append("" if part[1].isalnum() else part[1])
        elif not depth:
            runs[-1] += part
    return [run.lower() for run in runs if run and "\n" not in run]
