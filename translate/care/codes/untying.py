"""Puts the codes that were within words back into the translations of these words."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

import regex

from translate.care.codes.tags import find_tags
from translate.care.codes.tying import Tied, TiedWord, tie
from translate.data import TIE, CodeKind, Edit, Hypothesis, InlineCode, Passage, Stage
from translate.languages import UNDETERMINED, Language
from translate.records import dataclass
from translate.text.inline.codes import is_nested
from translate.text.late import late

Ask = Callable[[Sequence[Passage]], Iterator[Mapping[Passage, Hypothesis]]]
_STEP = "tied"
_REASON = "inline code"
_WORD = late(r"[\p{L}\p{N}]+(?:['’\u2011-][\p{L}\p{N}]+)*")
_ORDINAL = late(r"(?<!\w)(?P<number>\d+)(?P<ending>\p{L}{2})(?!\w)")
_ROMAN = late(r"(?=[IVXLC])(?:XC|XL|L?X{0,3})(?:IX|IV|V?I{0,3})")
_MULTIPLIED = frozenset("×·⋅*/=")
_EMPTY_RANKS = {CodeKind.END: 2, CodeKind.ISOLATED: 3, CodeKind.START: 4}
_ROMAN_VALUES = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100}


@dataclass(frozen=True, slots=True)
class _Found:
    """Characters [start, end) of a target that translate a word, to be replaced by `text` with marks at `offsets`."""

    start: int
    end: int
    text: str
    offsets: tuple[int, ...]


def iter_tied(
    passages: Sequence[Passage], ask: Ask, target: Language = UNDETERMINED
) -> Iterator[Mapping[Passage, Hypothesis]]:
    """Yield hypotheses of `passages` as they are done, asking for those with codes within words without these.

    :param ask: yields hypotheses of passages, each once.
    :param target: the language of the hypotheses.
    """
    coded = {one: replace(one, codes=codes) for one in passages if not one.codes and (codes := find_tags(one.text))}
    tied = {one: found for one in passages if one.codes and (found := tie(one))}
    tied |= {one: tie(as_coded) or Tied(as_coded, ()) for one, as_coded in coded.items()}
    if not tied:
        yield from ask(passages)
        return
    origins: dict[Passage, list[Passage]] = {}
    for passage, one in tied.items():
        origins.setdefault(one.passage, []).append(passage)
    own = {passage for passage in passages if passage not in tied}
    for done in ask(list(dict.fromkeys([*origins, *own]))):
        ready = {passage: hypothesis for passage, hypothesis in done.items() if passage in own}
        for flat, hypothesis in done.items():
            for passage in origins.get(flat, ()):
                made = untie(passage, tied[passage], hypothesis, target)
                ready[passage] = replace(made, codes=()) if passage in coded else made
        if ready:
            yield ready


def untie(passage: Passage, tied: Tied, hypothesis: Hypothesis, target: Language = UNDETERMINED) -> Hypothesis:
    """Return the hypothesis of a passage, from that of the one with plain words."""
    if not hypothesis.text:
        return hypothesis
    places = [_place(tied, number, hypothesis, target) for number in range(len(tied.words))]
    text, codes = _put(tied, hypothesis, places)
    if not is_nested(codes):
        places = [replace(found, offsets=(len(found.text),) * len(found.offsets)) for found in places]
        text, codes = _put(tied, hypothesis, places)
    edits = (*_iter_before(passage, tied, hypothesis.edits), *_iter_after(tied, hypothesis.edits, places))
    return replace(hypothesis, text=text, codes=codes, edits=edits)


def _place(tied: Tied, number: int, hypothesis: Hypothesis, target: Language) -> _Found:
    """Find what translates a word, and where in it the codes go."""
    word, text = tied.words[number], hypothesis.text
    own = [code for code in hypothesis.codes if code.id == f"{TIE}{number}"]
    start, end = (own[0].start, own[-1].end) if own else (len(text), len(text))
    offsets = tuple(mark.offset for mark in word.marks)
    if word.is_whole and own:
        before = tied.passage.text[max(0, word.start - 1) : word.start]
        is_apart = before in _MULTIPLIED and text[:start].endswith(f"{before} ")  # the model sets signs apart
        return _Found(start - is_apart, end, word.text, offsets)
    natives = [(code.start, code.end) for code in hypothesis.codes if code.end > code.start]
    same = _find_same(tied, word, text, (start, end), natives)
    if same:
        return _Found(*same, text[slice(*same)], offsets)
    base, ending = word.text[: offsets[0]], word.text[offsets[0] :]
    is_raised = word.marks[0].code.type == "superscript" and ending.isalpha()
    value = _value(base) if is_raised else None
    if value is not None:
        ordinal = _find_ordinal(value, base, text, (start, end), target)
        if ordinal:
            return _with_offsets(word, *ordinal)
    return _in_word(word, text, (start, end), natives)


def _find_same(
    tied: Tied, word: TiedWord, text: str, near: tuple[int, int], natives: Sequence[tuple[int, int]]
) -> tuple[int, int] | None:
    """Return where the word stands in a target as it is in the source; of several the one in the same order."""
    pattern = regex.compile(rf"(?<!\w){regex.escape(word.text)}(?!\w)", regex.IGNORECASE)
    found = [match.span() for match in pattern.finditer(text) if not _meets(match.span(), natives)]
    if not found:
        return None
    inside = [(code.start, code.end) for code in tied.passage.codes if code.end > code.start]
    before = [m.start() for m in pattern.finditer(tied.passage.text) if not _meets(m.span(), inside)]
    if len(before) == len(found) and word.start in before:
        return found[before.index(word.start)]
    return min(found, key=lambda place: (not _meets(place, [near]), abs(place[0] - near[0])))


def _find_ordinal(
    value: int, base: str, text: str, near: tuple[int, int], target: Language
) -> tuple[int, int, str, int] | None:
    """Return what an ordinal is in the target: its characters, what to write there, and where its ending begins."""
    for match in _ORDINAL.finditer(text):
        if int(match["number"]) == value:
            return (*match.span(), match[0], len(match["number"]))
    written = target.write_ordinal(value) if target.write_ordinal else None
    digits = str(value)
    for match in _WORD.finditer(text):
        is_named = target.number_words.ordinals.get(match[0].lower()) == value
        if written and match.start() < near[1] and near[0] < match.end() and (is_named or match[0] == digits):
            return (*match.span(), written, len(digits))
    for match in _WORD.finditer(text):
        if match[0] == base:
            return (*match.span(), base, len(base))
    return None


def _value(base: str) -> int | None:
    """Return the number that stands before a raised ending, in figures or in Roman ones."""
    if base.isascii() and base.isdigit():
        return int(base[:9])
    if not _ROMAN.fullmatch(base):
        return None
    values = [_ROMAN_VALUES[letter] for letter in base]
    return sum(-one if one < other else one for one, other in zip(values, (*values[1:], 0), strict=True))


def _with_offsets(word: TiedWord, start: int, end: int, text: str, ending: int) -> _Found:
    """Put the codes before the ending of an ordinal at its ending, those behind it to the end."""
    first = word.marks[0].offset
    return _Found(start, end, text, tuple(ending if mark.offset == first else len(text) for mark in word.marks))


def _in_word(word: TiedWord, text: str, near: tuple[int, int], natives: Sequence[tuple[int, int]]) -> _Found:
    """Put the codes where they stood in the word, within the word that translates it."""
    words = [match.span() for match in _WORD.finditer(text) if not _meets(match.span(), natives)]
    if not words:
        return _Found(near[1], near[1], "", (0,) * len(word.marks))
    start, end = min(words, key=lambda place: (not _meets(place, [near]), abs(place[0] - near[0])))
    found = text[start:end]
    is_script = any(mark.code.type.endswith("script") for mark in word.marks)
    if is_script and not 1 < len(found) <= len(word.text) + 2:
        return _Found(start, end, found, (len(found),) * len(word.marks))
    offsets: list[int] = []
    for mark in word.marks:
        offset = len(found) if mark.offset == len(word.text) else min(mark.offset, len(found) - 1)
        offsets.append(max([offset, *offsets[-1:]]))
    return _Found(start, end, found, tuple(offsets))


def _meets(place: tuple[int, int], others: Sequence[tuple[int, int]]) -> bool:
    return any(place[0] < end and start < place[1] for start, end in others)


def _put(tied: Tied, hypothesis: Hypothesis, places: Sequence[_Found]) -> tuple[str, tuple[InlineCode, ...]]:
    """Return the target with all codes."""
    text = hypothesis.text
    parts: list[str] = []
    codes: list[InlineCode] = []
    length = position = 0
    for start, end, _, new, code in sorted(_iter_changes(tied, hypothesis, places), key=lambda change: change[:3]):
        first = max(start, position)
        parts += text[position:first], new
        length += first - position
        if code is not None:
            codes.append(replace(code, start=length, end=length + len(new)))
        length += len(new)
        position = max(first, end)
    return "".join([*parts, text[position:]]), tuple(codes)


_Change = tuple[int, int, int, str, InlineCode | None]
"""Characters of a target, a rank among what stands at one place, and what stands there instead."""


def _iter_changes(tied: Tied, hypothesis: Hypothesis, places: Sequence[_Found]) -> Iterator[_Change]:
    """Yield what stands in the target in place of what, in no order."""
    text, behind = hypothesis.text, 0
    ends = {code.pair: code.end for code in hypothesis.codes if code.kind is CodeKind.END}
    starts = {code.pair: code.start for code in hypothesis.codes if code.kind is CodeKind.START}
    for code in hypothesis.codes:
        if not code.id.startswith(TIE):
            holds_nothing = starts.get(code.pair) == ends.get(code.pair, -1)
            rank = 6 if code.start < code.end else _EMPTY_RANKS[CodeKind.ISOLATED if holds_nothing else code.kind]
            yield code.start, code.end, rank, text[code.start : code.end], code
    for word, found in sorted(zip(tied.words, places, strict=True), key=lambda one: (one[1].start, one[1].end)):
        one = found if found.start >= behind else _Found(behind, behind, "", (0,) * len(found.offsets))
        behind = max(behind, one.end)
        offset = 0
        is_kept = one.text == text[one.start : one.end]
        for mark, place in zip(word.marks, one.offsets, strict=True):
            where = one.start + place if is_kept else one.start
            if not is_kept and place > offset:
                yield one.start, one.start, 5, one.text[offset:place], None
            offset = place
            yield where, where, 5 if place == 0 or not is_kept else 1, mark.native, mark.code
        if not is_kept:
            yield one.start, one.end, 5, one.text[offset:], None


def _iter_before(passage: Passage, tied: Tied, edits: Sequence[Edit]) -> Iterator[Edit]:
    """Yield what was changed on the way to the model, with places in the passage as it came."""
    marks = [(word.start + mark.offset, mark) for word in tied.words if not word.is_whole for mark in word.marks]
    for _, mark in marks:
        yield Edit(_STEP, Stage.BEFORE, mark.code.start, mark.native, "", _REASON)
    for edit in edits:
        if edit.stage is Stage.BEFORE and edit.start is not None:
            by = sum(len(mark.native) for place, mark in marks if place <= edit.start)
            yield replace(edit, start=edit.start + by)


def _iter_after(tied: Tied, edits: Sequence[Edit], places: Sequence[_Found]) -> Iterator[Edit]:
    """Yield what was changed in what the model wrote, with places in the target as it is now."""
    marks = [
        (found.start + offset, mark)
        for word, found in sorted(zip(tied.words, places, strict=True), key=lambda one: one[1].start)
        if not word.is_whole
        for mark, offset in zip(word.marks, found.offsets, strict=True)
    ]
    for edit in edits:
        if edit.stage is Stage.BEFORE and edit.start is not None:
            continue
        by = sum(len(mark.native) for place, mark in marks if edit.start is not None and place < edit.start)
        yield replace(edit, start=edit.start + by) if edit.start is not None and edit.stage is Stage.AFTER else edit
    length = 0
    for place, mark in marks:
        yield Edit(_STEP, Stage.AFTER, place + length, "", mark.native, _REASON)
        length += len(mark.native)
