r"""Texts with line ends and tabs written out, `Nom :\tVille :\n`: what stands between them is translated by itself.

Escaped quotation marks and apostrophes are bare on the way to the engine, and escaped again in what comes back.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

import regex

from translate.data import CodeKind, Hypothesis, InlineCode, Origin, Passage
from translate.records import dataclass
from translate.text.late import late, late_plain
from translate.text.protected.kept import find_kept
from translate.text.protected.kinds import Keeping

Ask = Callable[[Sequence[Passage]], Iterator[Mapping[Passage, Hypothesis]]]
_ESCAPE = "\\"
_TAG = "<"
_BREAK = late(r"<br\s*/?>", regex.IGNORECASE)
_RUNS_ON = late(r"\s*\p{Ll}")
"""What follows a break within a sentence."""
_QUOTE = late_plain(r"\\(?P<mark>[\"'])")


@dataclass(frozen=True, slots=True)
class Line:
    """What stands between two escapes of a text, and what lies between it and the line before."""

    between: str
    passage: Passage | None
    """None where nothing is to be asked."""
    marks: str = ""
    """Quotation marks and apostrophes that the source escapes, `\\"`; the passage has them bare."""


def iter_lined(passages: Sequence[Passage], ask: Ask) -> Iterator[Mapping[Passage, Hypothesis]]:
    """Yield hypotheses of `passages` as they are done, asking for the lines of those that have escapes.

    :param ask: yields hypotheses of passages, each once.
    """
    may_have = [one for one in passages if _ESCAPE in one.text or _TAG in one.text]
    lined = {passage: lines for passage in may_have if (lines := _lines_of(passage))}
    if not lined:
        yield from ask(passages)
        return
    own = {passage for passage in passages if passage not in lined}
    inner = [line.passage for lines in lined.values() for line in lines if line.passage]
    known: dict[Passage, Hypothesis] = {}
    for done in ask(list(dict.fromkeys([*inner, *own]))):
        known |= done
        ready = {passage: hypothesis for passage, hypothesis in done.items() if passage in own}
        if ready:
            yield ready
    yield {passage: join_lines(lines, known) for passage, lines in lined.items()}


def _lines_of(passage: Passage) -> list[Line]:
    """Return the lines of a passage; none where no escape stands outside of codes."""
    text, between, position = passage.text, "", 0
    lines: list[Line] = []
    breaks = list(_iter_breaks(passage))
    is_quoted = not passage.codes and _QUOTE.search(text) is not None
    for start, end in [*breaks, (len(text), len(text))] if breaks or is_quoted else ():
        first = position + len(text[position:start]) - len(text[position:start].lstrip())
        last = max(first, position + len(text[position:start].rstrip()))
        codes = [code for code in passage.codes if first <= code.start and code.end <= last]
        shifted = tuple(replace(code, start=code.start - first, end=code.end - first) for code in codes)
        line = _line(between + text[position:first], Passage(text[first:last], shifted))
        lines.append(line)
        between, position = text[last:end], end
    return [*lines, Line(between, None)] if lines else []


def _line(between: str, passage: Passage) -> Line:
    marks = "".join(dict.fromkeys(_QUOTE.findall(passage.text))) if not passage.codes else ""
    if marks:
        passage = Passage(_QUOTE.sub(r"\g<mark>", passage.text))
    return Line(between, passage if passage.text else None, marks)


def _iter_breaks(passage: Passage) -> Iterator[tuple[int, int]]:
    """Yield where escapes stand, but for those within a code or a pair of codes."""
    closed = [(code.start, _end_of(code, passage.codes, len(passage.text))) for code in passage.codes]
    for one in find_kept(passage.text):
        is_escape = passage.text[one.start] == _ESCAPE and one.kind.keeping is Keeping.CUT
        is_escape |= bool(_BREAK.match(passage.text, one.start, one.end)) and not _RUNS_ON.match(passage.text, one.end)
        if is_escape and not any(start < one.end and one.start < end for start, end in closed):
            yield one.start, one.end


def _end_of(code: InlineCode, codes: Sequence[InlineCode], length: int) -> int:
    """Return where a code ends, or the range that it begins."""
    if code.kind is not CodeKind.START:
        return code.end
    ends = (other.end for other in codes if other.kind is CodeKind.END and other.pair == code.pair)
    return next(ends, length)


def join_lines(lines: Sequence[Line], known: Mapping[Passage, Hypothesis]) -> Hypothesis:
    """Put the hypotheses of lines together, with what lay between them."""
    parts: list[str] = []
    codes: list[InlineCode] = []
    made: list[Hypothesis] = []
    length = 0
    for line in lines:
        length += len(line.between)
        parts.append(line.between)
        if line.passage is None:
            continue
        one = known[line.passage]
        codes += (replace(code, start=code.start + length, end=code.end + length) for code in one.codes)
        made.append(one)
        text = re.sub(rf"(?<!\\)[{line.marks}]", r"\\\g<0>", one.text) if line.marks else one.text
        parts.append(text)
        length += len(text)
    is_carried = all(one.origin is Origin.CARRIED for one in made)
    return Hypothesis(
        "".join(parts),
        min((one.score for one in made), default=0.0),
        tuple(dict.fromkeys(issue for one in made for issue in one.issues)),
        tuple(codes),
        Origin.CARRIED if is_carried else Origin.MACHINE,
        tuple(replace(edit, start=None) for one in made for edit in one.edits),
    )
