"""Engines that are raw: passages come in, and go out as the engine gives them, with no care around it.

Such an engine answers with a text of the same length, character for character. What no translation may alter, inline
codes, placeholders, addresses and tags, is put back where it stood.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from translate.data import Hypothesis, Origin, Passage
from translate.engines.base import Engine, iter_draft
from translate.signature import HYPOTHESES, digest_code
from translate.text.protected.kept import find_kept
from translate.text.protected.kinds import Family
from translate.text.protected.messages import Message, find_messages
from translate.text.words import has_letters

_FAMILIES = frozenset({Family.ADDRESS, Family.PLACEHOLDER, Family.TAG})


class RawTranslator:
    """Wraps a raw engine; every passage that goes in comes out, with its codes at their places."""

    def __init__(self, engine: Engine) -> None:
        self._engine = engine
        self.signature = f"{engine.signature}|code {digest_code(*HYPOTHESES)}"

    def iter_translate(self, passages: Sequence[Passage]) -> Iterator[Mapping[Passage, Hypothesis]]:
        """Yield hypotheses as they are done; each passage once. What has no letters is carried over.

        :raises EngineError: where the engine fails; what was yielded stands.
        """
        unique = list(dict.fromkeys(passages))
        for drafts in iter_draft(self._engine, [passage.text for passage in unique]):
            yield {unique[number]: _answer(unique[number], draft.text) for number, draft in drafts.items()}


def _answer(passage: Passage, draft: str) -> Hypothesis:
    """Return what the engine made of a passage, with what is kept put back in its place.

    Kept is also what would be in the answer: so it has just as much that is kept as its passage, and an engine that
    turned one turns it back.
    """
    source = passage.text
    kept = {(code.start, code.end) for code in passage.codes} | _spans_of(source, passage)
    text = _put_back(source, draft, kept)
    while not (found := _spans_of(text, passage)) <= kept:
        kept |= found
        text = _put_back(source, draft, kept)
    is_worded = has_letters(_put_back("", source, kept))
    return Hypothesis(text, 0.0, codes=passage.codes, origin=Origin.MACHINE if is_worded else Origin.CARRIED)


def _spans_of(text: str, passage: Passage) -> set[tuple[int, int]]:
    """Return what is kept of `text`, which has the messages of a passage at the same places."""
    return set(_iter_spans(text, 0, len(text), find_messages(passage.text)))


def _put_back(source: str, draft: str, kept: Iterable[tuple[int, int]]) -> str:
    """Return a draft with the characters of `source` in the places that are kept."""
    parts: list[str] = []
    place = 0
    for start, end in sorted(kept):
        if end > place:
            parts += draft[place:start], source[max(place, start) : end]
            place = end
    return "".join([*parts, draft[place:]])


def _iter_spans(text: str, start: int, end: int, messages: Sequence[Message]) -> Iterator[tuple[int, int]]:
    """Yield what is kept of characters [start, end): of a message, all but what its branches say."""
    for message in messages:
        yield from _iter_plain(text, start, message.start)
        start = message.start
        for branch in message.branches:
            yield start, branch.start
            yield from _iter_spans(text, branch.start, branch.end, branch.messages)
            start = branch.end
        yield start, message.end
        start = message.end
    yield from _iter_plain(text, start, end)


def _iter_plain(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    for one in find_kept(text[start:end]):
        if one.kind.family in _FAMILIES:
            yield start + one.start, start + one.end
