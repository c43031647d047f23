"""Finds what no translation may alter: addresses, paths, code, part numbers, tags, emoji, unknown characters."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from enum import StrEnum

import regex

from translate.records import dataclass
from translate.text.late import late
from translate.text.overlaps import set_apart
from translate.text.protected.enclosing import find_enclosed
from translate.text.protected.kept import find_kept
from translate.text.protected.kind_table import TAGS
from translate.text.protected.kinds import Family, Keeping
from translate.text.protected.span_rules import NO_RULES, SpanRules


class Treatment(StrEnum):
    """How a span is kept from the model."""

    MASK = "mask"
    """It stands for a word: a placeholder goes to the model in its place."""
    CUT = "cut"
    """It is no word of the sentence: it is taken out, and placed in the target afterwards."""
    OPEN = "open"
    """As `CUT`, and it opens a range that `CLOSE` with the same pair ends."""
    CLOSE = "close"


@dataclass(frozen=True, slots=True)
class ProtectedSpan:
    """Characters [start, end) of a text that come out as they went in. `pair` joins `OPEN` and `CLOSE`."""

    start: int
    end: int
    treatment: Treatment
    pair: int | None = None


_NUMBERED = late(r"\d{3}\s\d{3}|\p{Lu}\.\s?\*?\d")
_INNER_CAPITAL = late(r"(?<=\p{Ll})[\s«“'’(]+\p{Lu}|\A\p{Lu}['’]?\p{L}*[ '’]\p{Lu}\p{Ll}")
_TAG = late(TAGS[0].pattern, regex.VERBOSE)
_NOTE = late(r"(?<=\p{L}{2}|[\p{P}\s])(?<!(?<!\p{L})(?:[kcmdhµ]m|ha|ft|in))[⁰¹²³⁴-⁹]+(?!\w)")
"""The number of a note. An engine's vocabulary would make figures of it."""
_RAISED = late("[⁰¹²³⁴-⁹]")
_DEGREE = late(r"(?<=\d[ \u00a0\u2009\u202f]?)°[CF]?(?!\w)")
_ENCLOSES = late(r"[*_`\[\\]|<<")
_FIRST_ENCLOSED = -500_000
"""Pair of what encloses words at the beginning of a text; those of tags are nearer to 0."""
_WORD = late(r"\w+")
_BETWEEN = late(r"[\s\p{P}]{1,3}")


def find_spans(
    text: str,
    can_write: Callable[[str], bool],
    is_own: Callable[[str], bool] = lambda word: False,
    rules: SpanRules = NO_RULES,
) -> list[ProtectedSpan]:
    """Return the protected spans of `text` in order, without overlap.

    :param can_write: tells whether the engine's vocabulary has a character; runs of others are spans too: whole words,
        such as `Győr`, or single signs, such as `€`.
    :param is_own: tells which words the engine translates although its vocabulary lacks a letter: « Ça », « maïs ».
    :param rules: what the language of the text adds.
    """
    kept = find_kept(text)
    found = [
        ProtectedSpan(one.start, one.end, Treatment.CUT if one.kind.keeping is Keeping.CUT else Treatment.MASK)
        for one in kept
        if one.kind.family is not Family.TAG and one.kind.keeping is not Keeping.COPY
    ]
    if rules.companies and not text.isupper():
        found += (ProtectedSpan(m.start(), m.end(), Treatment.MASK) for m in rules.companies.finditer(text))
    if rules.papers and _INNER_CAPITAL.search(text):
        found += (ProtectedSpan(m.start(), m.end(), Treatment.MASK) for m in rules.papers.finditer(text))
    if rules.identifiers and _NUMBERED.search(text):
        found += (ProtectedSpan(m.start(), m.end(), Treatment.MASK) for m in rules.identifiers.finditer(text))
    for words in find_enclosed(text, kept) if kept or _ENCLOSES.search(text) else ():
        signs = (words.start, words.first), (words.last, words.end)
        if not words.is_typed:
            found = [one for one in found if all(one.end <= start or end <= one.start for start, end in signs)]
        pair = _FIRST_ENCLOSED - words.start
        found += (ProtectedSpan(*signs[0], Treatment.OPEN, pair), ProtectedSpan(*signs[1], Treatment.CLOSE, pair))
    tags = [one for one in kept if one.kind.family is Family.TAG]
    if tags:
        found += _pair_tags(_TAG.finditer(text))
    if not text.isascii():
        if _RAISED.search(text):
            found += (ProtectedSpan(m.start(), m.end(), Treatment.CUT) for m in _NOTE.finditer(text))
        if "°" in text:
            found += (ProtectedSpan(m.start(), m.end(), Treatment.CUT) for m in _DEGREE.finditer(text))
        found += _iter_unknown(text, can_write, is_own, rules)
    return without_overlap(found)


def without_overlap(spans: Iterable[ProtectedSpan]) -> list[ProtectedSpan]:
    """Return the spans in order; of two that overlap the earlier stays, of two that begin together the longer.

    Where one half of a pair goes, the other is on its own.
    """
    kept = set_apart(spans)
    halves = [span.pair for span in kept if span.pair is not None]
    return [
        span
        if span.pair is None or halves.count(span.pair) == 2
        else ProtectedSpan(span.start, span.end, Treatment.CUT)
        for span in kept
    ]


def _pair_tags(matches: Iterable[regex.Match[str]]) -> list[ProtectedSpan]:
    """Make spans of tags and entities; a start tag and its end tag are a pair, others stand alone."""
    spans: list[ProtectedSpan] = []
    opened: list[tuple[str, int]] = []
    for number, match in enumerate(matches):
        spans.append(ProtectedSpan(match.start(), match.end(), Treatment.CUT))
        name = match["name"]
        if name is None or match["empty"]:
            continue
        if not match["end"]:
            opened.append((name, number))
        elif any(name == other for other, _ in opened):
            while opened:
                other, start = opened.pop()
                if other == name:
                    first = spans[start]
                    pair = -1 - start  # codes of the document have numbers above
                    spans[start] = ProtectedSpan(first.start, first.end, Treatment.OPEN, pair)
                    spans[number] = ProtectedSpan(match.start(), match.end(), Treatment.CLOSE, pair)
                    break
    return spans


def _iter_unknown(
    text: str, can_write: Callable[[str], bool], is_own: Callable[[str], bool], rules: SpanRules
) -> Iterator[ProtectedSpan]:
    """Yield runs of characters that the vocabulary lacks: words with such a letter whole, neighbours together."""
    strange = {character for character in set(text) if not character.isascii() and not can_write(character)}
    if not strange:
        return
    found = [match for match in _WORD.finditer(text) if not strange.isdisjoint(match[0])]
    inside = {place for match in found for place in range(*match.span())}
    words = [match.span() for match in found if not is_own(match[0])]
    if rules.written_out:
        inside |= {match.end() - 1 for match in rules.written_out.finditer(text)}
    signs = [(place, place + 1) for place, character in enumerate(text) if character in strange and place not in inside]
    if "€" in strange and rules.scales:
        signs += ((match.start(), match.end()) for match in rules.scales.finditer(text))
    start, end, is_word = -1, -1, False
    for next_start, next_end in sorted(words + signs):
        if start >= 0 and (next_start == end or (is_word and _BETWEEN.fullmatch(text, end, next_start))):
            end, is_word = next_end, is_word or next_start in inside
            continue
        if start >= 0:
            yield ProtectedSpan(start, end, Treatment.MASK if is_word else Treatment.CUT)
        start, end, is_word = next_start, next_end, next_start in inside
    if start >= 0:
        yield ProtectedSpan(start, end, Treatment.MASK if is_word else Treatment.CUT)
