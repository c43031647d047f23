"""Pairs of codes with words between them in the source, and nothing in the target: what stood there was lost."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from itertools import pairwise

from translate.data import TIE, CodeKind, InlineCode, Issue, Severity
from translate.records import dataclass


@dataclass(frozen=True, slots=True)
class _Pair:
    """`form` is how the start is written and what it means; `words` is what it holds, without codes."""

    form: tuple[str, str]
    number: int
    words: str
    is_empty: bool


def find_emptied(
    source: str, source_codes: Sequence[InlineCode], target: str, target_codes: Sequence[InlineCode]
) -> list[tuple[str, str]]:
    """Return for each pair of codes that lost its words how its start is written, and the words; `""` where unknown.

    Pairs are told apart by how they are written and what they mean, so that one that is empty in the source too, such
    as an anchor, is none. An isolated code (an image, a line break) is enough for a pair not to be empty.
    """
    if not source_codes or not target_codes:
        return []
    before = list(_iter_pairs(source, source_codes))
    spare = Counter(pair.form for pair in before if pair.is_empty)
    words = {(pair.form, pair.number): pair.words for pair in before}
    worded = {pair.form for pair in before if any(map(str.isalnum, pair.words))}
    found = []
    for pair in _iter_pairs(target, target_codes):
        if not pair.is_empty or pair.form not in worded:
            continue
        if spare[pair.form]:
            spare[pair.form] -= 1
        else:
            found.append((pair.form[0], words.get((pair.form, pair.number), "")))
    return found


def emptied_issue(
    source: str, source_codes: Sequence[InlineCode], target: str, target_codes: Sequence[InlineCode]
) -> Issue | None:
    """Return what is to be said of the pairs that lost their words; `value` is how many."""
    found = find_emptied(source, source_codes, target, target_codes)
    if not found:
        return None
    (start, words), *others = found
    where = f"for '{words[:40]}' of the source" if words else "where the source has words"
    more = f", and {len(others)} more" if others else ""
    message = f"The tag pair of '{start}' is empty, {where}{more}."
    return Issue("emptied", Severity.WARNING, message, float(len(found)))


def _iter_pairs(text: str, codes: Sequence[InlineCode]) -> Iterator[_Pair]:
    starts = {code.pair: place for place, code in enumerate(codes) if code.kind is CodeKind.START}
    for place, code in enumerate(codes):
        if code.kind is not CodeKind.END or code.pair is None or code.pair not in starts or code.type == TIE:
            continue
        within = codes[starts[code.pair] : place + 1]
        words = "".join(text[one.end : other.start] for one, other in pairwise(within)).strip()
        is_empty = not any(map(str.isalnum, words)) and all(c.kind is not CodeKind.ISOLATED for c in within)
        first = within[0]
        yield _Pair((text[first.start : first.end], first.type), code.pair, words, is_empty)
