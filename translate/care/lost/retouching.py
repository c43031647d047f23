"""A draft put right without the model: names and codes that it wrote nearly so, and quotation marks that it lost."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from difflib import SequenceMatcher

from translate.care.base import Request
from translate.engines.base import Draft, Linker, Links
from translate.text.late import late
from translate.text.protected.spans import Treatment
from translate.text.usage.quotes import read_marks

_WORD = late(r"[\p{L}\p{M}\d]+(?:-[\p{L}\p{M}\d]+)*")
_ALIKE = 0.75
"""Least likeness (Ratcliff & Obershelp, 0 to 1) of a name or code and what the model made of it: `ACE2`, `ECE2`."""
_MARKS = frozenset("\"'«»“”„‘’‹›`")
_STRAY = late(r"(?<![\p{L}\p{N}])['‘](?=\p{L})|(?<=\S)['’](?=[,.;:!?)\]]|\Z)")
"""A single mark that opens or closes: no apostrophe stands so."""
_LEFT_OPEN, _SPACES = "([ \u00a0\u202f", " \u00a0\u202f"

_Edit = tuple[int, int, str]
"""Characters [start, end) of a text, and what stands there instead."""


def retouch(request: Request, masked: Request, draft: Draft) -> tuple[Request, Draft] | None:
    """Return a draft with what it lost, and the request that it is one of; None where the model must be asked.

    :param request: what the model was asked.
    :param masked: what it would be asked next: names and codes by placeholders, quotation marks taken out.
    """
    added = [piece for piece in masked.pieces if piece not in request.pieces]
    if not added or any(piece not in masked.pieces for piece in request.pieces if piece.code is None):
        return None
    treatments = {piece.span.treatment for piece in added}
    if treatments == {Treatment.MASK} and not any(piece.measure for piece in added):
        lost = [request.passage.text[piece.span.start : piece.span.end] for piece in added]
        edits = _find_nearly(request.text, draft.text, lost)
        return (request, _edited(draft, edits, request.text)) if edits else None
    if treatments <= {Treatment.OPEN, Treatment.CLOSE}:
        taken_out = _find_taken_out(request.text, masked.text)
        edits = list(_iter_marks(draft.text))
        return (masked, _edited(draft, edits, masked.text, taken_out)) if taken_out else None
    return None


def _find_nearly(source: str, target: str, lost: Sequence[str]) -> list[_Edit]:
    """Return edits that put each lost word in place of the one that is nearly it; none where one of them has no such.

    What stands in the source too is no such word.
    """
    own = set(_WORD.findall(source))
    there = [match for match in _WORD.finditer(target) if match[0] not in own]
    edits: dict[tuple[int, int], str] = {}
    for word in lost:
        nearest = _nearest(word, dict.fromkeys(match[0] for match in there))
        if nearest is None:
            return []
        edits |= {match.span(): word for match in there if match[0] == nearest}
    return [(start, end, word) for (start, end), word in sorted(edits.items())]


def _nearest(word: str, there: Sequence[str] | dict[str, None]) -> str | None:
    """Return the word most like another one; None where none is like it, or two are so alike."""
    matcher = SequenceMatcher(autojunk=False)
    matcher.set_seq2(word)
    found: list[tuple[float, str]] = []
    for one in there:
        matcher.set_seq1(one)
        is_written_so = one[0].isupper() or any(map(str.isdigit, one))
        if is_written_so and matcher.quick_ratio() >= _ALIKE and matcher.ratio() >= _ALIKE:
            found.append((matcher.ratio(), one))
    found.sort(reverse=True)
    is_sure = found and (len(found) == 1 or found[0][0] > found[1][0])
    return found[0][1] if is_sure else None


def _find_taken_out(whole: str, left: str) -> list[_Edit]:
    """Return the quotation marks, with their spaces, without which one text is another; none where more is missing."""
    edits: list[_Edit] = []
    place = 0
    for number, character in enumerate(whole):
        if left[place : place + 1] == character:
            place += 1
        elif character in _MARKS or character in _SPACES:
            edits.append((number, number + 1, ""))
        else:
            return []
    return edits if place == len(left) else []


def _iter_marks(text: str) -> Iterator[_Edit]:
    """Yield the edits that take the quotation marks out of a text, single ones without a partner too."""
    marks = {(mark.start, mark.end) for mark in read_marks(text).marks}
    marks |= {match.span() for match in _STRAY.finditer(text)}
    for start, end in sorted(marks):
        before, after = text[:start][-1:] or " ", text[end : end + 1]
        yield start, end + (before in _LEFT_OPEN and after != "" and after in _SPACES), ""


def _edited(draft: Draft, edits: Sequence[_Edit], source: str, taken_out: Sequence[_Edit] = ()) -> Draft:
    """Return a draft with edits, whose links follow what was edited in both texts.

    :param source: the text of the links, without what was taken out.
    """
    text, position = "", 0
    for start, end, new in edits:
        text += draft.text[position:start] + new
        position = end
    text += draft.text[position:]
    link: Linker | None = None
    if made := draft.link:

        def link(*, whole: bool = True) -> Links | None:
            links = made(whole=whole)
            return _moved(links, source, taken_out, text, edits) if links else None

    return replace(draft, text=text, link=link, others=lambda: iter(()))


def _moved(links: Links, source: str, taken_out: Sequence[_Edit], target: str, edits: Sequence[_Edit]) -> Links:
    """Return links between the edited texts, without the pieces of which nothing but space is left."""
    ours, theirs = _moved_offsets(links.source, taken_out), _moved_offsets(links.target, edits)
    columns = [n for n in range(len(ours) - 1) if source[ours[n] : ours[n + 1]].strip()]
    rows = [n for n in range(len(theirs) - 1) if target[theirs[n] : theirs[n + 1]].strip()]
    return Links(
        (*(ours[n] for n in columns), ours[-1]),
        (*(theirs[n] for n in rows), theirs[-1]),
        tuple(tuple(links.weights[row][column] for column in columns) for row in rows),
    )


def _moved_offsets(offsets: Sequence[int], edits: Sequence[_Edit]) -> list[int]:
    moved: list[int] = []
    for offset in offsets:
        by = 0
        for start, end, new in edits:
            if offset >= end:
                by += len(new) - (end - start)
            elif offset > start:
                by += min(0, len(new) - (offset - start))
        moved.append(offset + by)
    return moved
