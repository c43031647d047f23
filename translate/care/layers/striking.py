"""Text that is struck out, `~~12 March~~ 19 March`: it is no part of the sentence, and is translated by itself."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from translate.data import CodeKind, Edit, Hypothesis, InlineCode, Passage, Stage
from translate.languages.identification import is_function_word
from translate.records import dataclass
from translate.text.late import late

Ask = Callable[[Sequence[Passage]], Iterator[Mapping[Passage, Hypothesis]]]
_STRUCK = "x-deleted"
_NAME = "struck"
_MAX_WORDS = 12
_LAST_WORD = late(r"(\p{L}+)['’]?\s*\Z")
_NEXT = late(r"\s*[\p{L}\p{N}$€£«“\"(]")


@dataclass(frozen=True, slots=True)
class _Range:
    """A pair of codes and what it holds: codes [first, last] of the passage that it stands in."""

    opening: InlineCode
    closing: InlineCode
    first: int
    last: int
    inner: Passage


@dataclass(frozen=True, slots=True)
class _Struck:
    """A passage with one code in place of each range that is struck out."""

    passage: Passage
    ranges: tuple[_Range, ...]


def iter_struck(passages: Sequence[Passage], ask: Ask) -> Iterator[Mapping[Passage, Hypothesis]]:
    """Yield hypotheses of `passages` as they are done, asking for what is struck out by itself.

    :param ask: yields hypotheses of passages, each once.
    """
    struck = {passage: found for passage in passages if passage.codes and (found := _find(passage))}
    if not struck:
        yield from ask(passages)
        return
    own = {passage for passage in passages if passage not in struck}
    parts = [part for one in struck.values() for part in (one.passage, *(found.inner for found in one.ranges))]
    known: dict[Passage, Hypothesis] = {}
    for done in ask(list(dict.fromkeys([*parts, *own]))):
        known |= done
        ready = {passage: hypothesis for passage, hypothesis in done.items() if passage in own}
        if ready:
            yield ready
    yield {passage: _join(passage, one, known) for passage, one in struck.items()}


def _find(passage: Passage) -> _Struck | None:
    """Return a passage without what is struck out in it; None where there is nothing, or nothing else."""
    ranges = list(_iter_ranges(passage))
    if not ranges:
        return None
    parts: list[str] = []
    codes: list[InlineCode] = []
    length = position = number = 0
    for found in ranges:
        codes += (_shifted(code, length - position) for code in passage.codes[number : found.first])
        parts.append(passage.text[position : found.closing.end])
        length += found.opening.start - position
        size = found.closing.end - found.opening.start
        name = f"{_NAME}{len([code for code in codes if code.id.startswith(_NAME)])}"
        codes.append(InlineCode(length, length + size, CodeKind.ISOLATED, None, _STRUCK, name))
        length += size
        position, number = found.closing.end, found.last + 1
    codes += (_shifted(code, length - position) for code in passage.codes[number:])
    return _Struck(Passage("".join([*parts, passage.text[position:]]), tuple(codes)), tuple(ranges))


def _iter_ranges(passage: Passage) -> Iterator[_Range]:
    """Yield the ranges without which the passage still reads as a sentence, in order, none within another."""
    text, codes = passage.text, passage.codes
    end = -1
    for number, opening in enumerate(codes):
        if opening.kind is not CodeKind.START or opening.type != _STRUCK or opening.pair is None or number <= end:
            continue
        last = next((n for n, code in enumerate(codes) if n > number and code.pair == opening.pair), None)
        if last is None:
            continue
        closing = codes[last]
        inner = text[opening.end : closing.start]
        before, after = text[: opening.start], text[closing.end :]
        is_word = before[-1:].isalnum() or after[:1].isalnum()
        if is_word or not inner.strip() or len(inner.split()) > _MAX_WORDS or not _reads_on(before, after):
            continue
        within = tuple(_shifted(code, -opening.end) for code in codes[number + 1 : last])
        yield _Range(opening, closing, number, last, Passage(inner, within))
        end = last


def _reads_on(before: str, after: str) -> bool:
    """Tell whether a sentence is one without what stands between its parts."""
    if _NEXT.match(after):
        return True
    match = _LAST_WORD.search(before)
    return any(map(str.isalpha, before)) and not (match and is_function_word(match[1].lower()))


def _join(passage: Passage, struck: _Struck, known: Mapping[Passage, Hypothesis]) -> Hypothesis:
    """Put the hypotheses of a passage and of what is struck out in it together."""
    made = known[struck.passage]
    inner = {f"{_NAME}{number}": (found, known[found.inner]) for number, found in enumerate(struck.ranges)}
    parts: list[str] = []
    codes: list[InlineCode] = []
    moves: list[tuple[int, int]] = []
    length = position = 0
    for code in made.codes:
        parts.append(made.text[position : code.start])
        length += code.start - position
        position = code.end
        if code.id not in inner:
            native = made.text[code.start : code.end]
            codes.append(replace(code, start=length, end=length + len(native)))
        else:
            found, hypothesis = inner[code.id]
            opening = passage.text[found.opening.start : found.opening.end]
            shown = hypothesis.text or found.inner.text
            native = opening + shown + passage.text[found.closing.start : found.closing.end]
            codes.append(replace(found.opening, start=length, end=length + len(opening)))
            within = hypothesis.codes if hypothesis.text else found.inner.codes
            codes += (_shifted(one, length + len(opening)) for one in within)
            codes.append(replace(found.closing, start=length + len(opening + shown), end=length + len(native)))
            moves.append((code.start, len(native) - (code.end - code.start)))
        parts.append(native)
        length += len(native)
    others = [hypothesis for _, hypothesis in inner.values()]
    issues = dict.fromkeys(issue for one in (made, *others) for issue in one.issues)
    edits = [_moved(edit, moves) for edit in made.edits]
    edits += (replace(edit, start=None) for one in others for edit in one.edits)
    text = "".join([*parts, made.text[position:]])
    return replace(made, text=text, codes=tuple(codes), issues=tuple(issues), edits=tuple(edits))


def _shifted(code: InlineCode, by: int) -> InlineCode:
    return replace(code, start=code.start + by, end=code.end + by)


def _moved(edit: Edit, moves: Sequence[tuple[int, int]]) -> Edit:
    if edit.stage is not Stage.AFTER or edit.start is None:
        return edit
    return replace(edit, start=edit.start + sum(by for place, by in moves if place < edit.start))
