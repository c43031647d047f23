"""Passages in another language than the source's, within quotation marks, stay as they are."""

from __future__ import annotations

from collections.abc import Callable, Iterator

import regex

from translate.care.base import Piece, Request, Revision, Step
from translate.care.protection import with_pieces
from translate.data import Issue, Severity
from translate.text.quotes import SPACES, Mark, read_marks
from translate.text.spans import ProtectedSpan, Treatment
from translate.text.words import split_words

_OPENED = regex.compile("[\"«“„‹‘]|(?<!\\w)'")
_SPACED_MARK = regex.compile(r"[\s\u00a0\u202f]+[!?;:…]+\Z")
_FOREIGN = "a quotation in another language, kept by a placeholder"


class Foreign(Step):
    """Keeps quotations that are in another language.

    :param stays: tells whether a text is its own translation.
    """

    name = "foreign"

    def __init__(self, stays: Callable[[str], bool]) -> None:
        self._stays = stays

    def after(self, revision: Revision) -> Iterator[Issue]:
        """Report quotations that the model changed, so that they are asked by a placeholder."""
        passage = revision.request.passage.text
        if not _OPENED.search(passage):
            return
        text = revision.text
        for mask in revision.request.shielded.masks:
            text = text.replace(mask.placeholder, mask.native)
        there = f" {' '.join(split_words(text))} "
        for _, stretch in revision.request.iter_stretches():
            for start, end in _iter_quoted(stretch):
                quoted = stretch[start:end]
                if f" {' '.join(split_words(quoted))} " not in there and self._stays(quoted):
                    message = f"A quotation in another language is not as in the source: '{quoted[:60]}'."
                    yield Issue("foreign", Severity.WARNING, message, 1.0)

    def mask(self, request: Request, target: str) -> Request:
        """Return the request with a placeholder for each quotation that `target` has not."""
        there = f" {' '.join(split_words(target))} "
        for place, stretch in request.iter_stretches():
            for start, end in _iter_quoted(stretch):
                quoted = stretch[start:end]
                if f" {' '.join(split_words(quoted))} " not in there and self._stays(quoted):
                    span = ProtectedSpan(start + place, end + place, Treatment.MASK)
                    inside = [
                        one for one in request.pieces if span.start <= one.span.start and one.span.end <= span.end
                    ]
                    free = tuple(one for one in request.pieces if one not in inside)
                    request = with_pieces(Request(request.passage, free), [Piece(span, self.name, _FOREIGN)])
        return request


def _iter_quoted(text: str) -> Iterator[tuple[int, int]]:
    """Yield the characters [start, end) of quotations of more than a word that hold no others."""
    if not _OPENED.search(text):
        return
    opened: Mark | None = None
    for mark in read_marks(text).marks:
        if mark.opens:
            opened = mark
        elif opened:
            quoted = text[opened.end : mark.start]
            start = opened.end + len(quoted) - len(quoted.lstrip(SPACES))
            end = mark.start - len(quoted) + len(quoted.rstrip(SPACES))
            if spaced := _SPACED_MARK.search(text, start, end):
                end = spaced.start()
            if " " in text[start:end]:
                yield start, end
            opened = None
