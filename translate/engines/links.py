"""The cross-attention of a model comes in, links between the characters of source and target go out."""

from __future__ import annotations

from collections.abc import Sequence
from difflib import SequenceMatcher
from itertools import accumulate
from typing import Protocol

import regex

from translate.engines.base import Links
from translate.engines.pieces import Pieces
from translate.records import dataclass

_WORD = regex.compile(r"\S+")


class Attend(Protocol):
    """Gives the cross-attention of a decoding, a row a target piece, a column a source piece."""

    def __call__(self, *, whole: bool = True) -> Sequence[Sequence[float]]:
        """:param whole: False may give noughts for the first row, where that one costs a decoding."""
        ...


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the source that was decoded by itself; `attend` is None where the library has no attention."""

    text: str
    source: Sequence[str]
    target: Sequence[str]
    attend: Attend | None


def join_links(text: str, parts: Sequence[Part], pieces: Pieces, *, whole: bool = True) -> Links | None:
    """Return the links of a text that was decoded in `parts`; None where the library gave no attention.

    The target is that of all parts, joined with single spaces. A part attends to no other.

    :param whole: see :class:`Attend`.
    """
    source: list[int] = []
    target: list[int] = []
    rows: list[tuple[float, ...]] = []
    total = sum(len(part.source) for part in parts)
    position = shift = done = 0
    for part in parts:
        if part.attend is None:
            return None
        start = text.index(part.text, position)
        source += [start + offset for offset in source_offsets(part.text, part.source, pieces)]
        made, length = target_offsets(part.target, pieces)
        target += [shift + offset for offset in made]
        width = len(part.source)
        before, behind = (0.0,) * done, (0.0,) * (total - done - width)
        rows += [(*before, *row[:width], *behind) for row in part.attend(whole=whole)[: len(part.target)]]
        position, shift, done = start + len(part.text), shift + length + 1, done + width
    return Links((*source, len(text)), (*target, max(shift - 1, 0)), tuple(rows))


def source_offsets(text: str, pieces: Sequence[str], vocabulary: Pieces) -> list[int]:
    """Return where each piece of `text` begins.

    No piece reaches over white space, so where the vocabulary normalised something, words are encoded one by one.
    Within a word pieces count by their length. Where the words' pieces are not those of the text, such as for quotation
    marks with spaces within, they are found by their letters.
    """
    plain = _plain_offsets(pieces, text)
    if plain is not None:
        return plain
    words = [(match.start(), match[0]) for match in _WORD.finditer(text)]
    encoded = vocabulary.encode([word for _, word in words])
    if sum(map(len, encoded)) != len(pieces):
        return _spelled_offsets(pieces, text)
    offsets: list[int] = []
    for (start, word), own in zip(words, encoded, strict=True):
        inside = 0
        for piece in own:
            offsets.append(start + min(inside, len(word) - 1))
            inside += len(piece.lstrip("▁")) if not piece.startswith("<0x") else 1
    return offsets


def _spelled_offsets(pieces: Sequence[str], text: str) -> list[int]:
    """Return where pieces begin that spell the text nearly, by the longest stretches that are alike.

    After Ratcliff and Metzener 1988, *Pattern matching: the Gestalt approach*.
    """
    cores = ["\0" if piece.startswith("<0x") else piece.replace("▁", "") for piece in pieces]
    places = [place for place, character in enumerate(text) if not character.isspace()]
    written = "".join(text[place] for place in places)
    places.append(len(text))
    found: list[int] = []
    for _, first, last, start, end in SequenceMatcher(None, "".join(cores), written, autojunk=False).get_opcodes():
        found += (places[min(start + number, max(end - 1, start))] for number in range(last - first))
    found.append(len(text))
    offsets: list[int] = []
    position = 0
    for core in cores:
        offsets.append(found[position])
        position += len(core)
    return offsets


def target_offsets(pieces: Sequence[str], vocabulary: Pieces) -> tuple[list[int], int]:
    """Return where each target piece begins in the decoded text, and the length of that text.

    A piece that begins a word begins at its first letter, not at the space before it.
    """
    whole = vocabulary.decode(pieces)
    plain = _plain_offsets(pieces, whole)
    if plain is not None:
        return plain, len(whole)
    offsets: list[int] = []
    for number, piece in enumerate(pieces):
        offset = min(len(vocabulary.decode(pieces[:number])), len(whole))
        if piece.startswith("▁") and whole[offset : offset + 1].isspace():
            offset += 1
        offsets.append(max(offset, offsets[-1] if offsets else 0))
    return offsets, len(whole)


def _plain_offsets(pieces: Sequence[str], text: str) -> list[int] | None:
    """Return where each piece begins where the pieces spell the text as it is; None where they do not."""
    spelled = "".join(pieces).replace("▁", " ")
    if spelled.strip() != text:
        return None
    position = len(spelled.lstrip()) - len(spelled)  # the space before the first word is not in the text
    starts = accumulate(map(len, pieces), initial=position)
    offsets = [start + (piece[0] == "▁") for start, piece in zip(starts, pieces, strict=False)]
    if offsets and (offsets[0] < 0 or offsets[-1] > len(text)):
        return [min(max(offset, 0), len(text)) for offset in offsets]
    return offsets
