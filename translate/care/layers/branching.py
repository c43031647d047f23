"""Messages of ICU: what stands in their branches is translated by itself, and the message is put together again."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from translate.data import Edit, Hypothesis, InlineCode, Issue, Origin, Passage, Severity, Stage
from translate.records import dataclass
from translate.text.late import late_plain
from translate.text.protected.messages import Message, find_messages, may_have_messages

Ask = Callable[[Sequence[Passage]], Iterator[Mapping[Passage, Hypothesis]]]
_NUMBER = "#"
_WOULD_QUOTE = late_plain(r"'{2,}|'(?=[{}#]|\Z)")
"""Apostrophes that ICU would read as quoting, or as one in place of two."""
_LEFT = (
    "The ICU message could not be split into its branches: it is malformed, quotes braces, contains inline codes or "
    "uses selectordinal. Translate it manually."
)
_OFF = "The branches of the ICU message are not translated, because the step messages is off."
_PARTED = "each branch of the ICU message is translated separately"
_JOINED = "the ICU message, reassembled"
_EMPTY = Hypothesis("", 0.0, origin=Origin.CARRIED)


@dataclass(frozen=True, slots=True)
class _Part:
    """A text with placeholders in place of its messages.

    `number` stands for the sign of a plural's number; `""` in a branch of no plural, None where this is no branch.
    """

    passage: Passage
    before: str
    """White space that the engine does not see."""
    after: str
    holes: tuple[_Hole, ...]
    number: str | None = None

    def iter_passages(self) -> Iterator[Passage]:
        """Yield what is to be asked for: what a person reads, of the text and of all its branches."""
        if self.passage.text:
            yield self.passage
        for hole in self.holes:
            for branch in hole.branches:
                yield from branch.iter_passages()


@dataclass(frozen=True, slots=True)
class _Hole:
    """What a placeholder stands for: a message, as its syntax before, between and after its branches."""

    placeholder: str
    message: Message
    written: str
    """The message as the source has it."""
    syntax: tuple[str, ...]
    branches: tuple[_Part, ...]


def iter_branched(passages: Sequence[Passage], ask: Ask) -> Iterator[Mapping[Passage, Hypothesis]]:
    """Yield hypotheses of `passages` as they are done, asking for the parts of messages in place of these.

    :param ask: yields hypotheses of passages, each once.
    """
    parts = {passage: _part_of(passage) for passage in passages if may_have_messages(passage.text)}
    if not parts:
        yield from ask(passages)
        return
    own = {passage for passage in passages if passage not in parts}
    inner = [one for part in parts.values() for one in part.iter_passages()]
    known: dict[Passage, Hypothesis] = {}
    for done in ask(list(dict.fromkeys([*inner, *own]))):
        known |= done
        ready = {passage: hypothesis for passage, hypothesis in done.items() if passage in own}
        if ready:
            yield ready
    yield {passage: _join(part, known) for passage, part in parts.items()}


def iter_unbranched(passages: Sequence[Passage], ask: Ask) -> Iterator[Mapping[Passage, Hypothesis]]:
    """Yield hypotheses of `passages` as they are done, with a warning where a message stays as it was."""
    for done in ask(passages):
        yield {passage: _told(passage, hypothesis) for passage, hypothesis in done.items()}


def _told(passage: Passage, hypothesis: Hypothesis) -> Hypothesis:
    messages = find_messages(passage.text) if may_have_messages(passage.text) else ()
    left = [passage.text[one.start : one.end] for one in messages]
    if not any(one in hypothesis.text for one in left):
        return hypothesis
    return replace(hypothesis, issues=(*hypothesis.issues, Issue("message", Severity.WARNING, _OFF)))


def _part_of(passage: Passage) -> _Part:
    """Take the messages out of a passage, but for those with a code within or with ordinals: English has four kinds."""
    messages = [
        message
        for message in find_messages(passage.text)
        if not _is_ordinal(message) and not any(message.start < c.end and c.start < message.end for c in passage.codes)
    ]
    part = _part(passage.text, 0, len(passage.text), messages, None)
    shrinks = [(m.end, m.end - m.start - len(hole.placeholder)) for m, hole in zip(messages, part.holes, strict=True)]
    codes = [_shift(code, -sum(by for end, by in shrinks if end <= code.start)) for code in passage.codes]
    return replace(part, passage=replace(part.passage, codes=tuple(codes)))


def _part(text: str, start: int, end: int, messages: Sequence[Message], number: str | None) -> _Part:
    """Take `messages` out of characters [start, end) of `text`."""
    used = [number or ""]
    holes: list[_Hole] = []
    pieces: list[str] = []
    place = start
    for message in messages:
        placeholder = _placeholder(message.argument, text, used)
        used.append(placeholder)
        written = text[message.start : message.end]
        holes.append(_Hole(placeholder, message, written, *_parts(text, message, number)))
        pieces += _read(text[place : message.start], number), placeholder
        place = message.end
    whole = "".join([*pieces, _read(text[place:end], number)])
    read = whole.strip()
    before = whole[: whole.index(read)]
    return _Part(Passage(read), before, whole[len(before) + len(read) :], tuple(holes), number)


def _parts(text: str, message: Message, number: str | None) -> tuple[tuple[str, ...], tuple[_Part, ...]]:
    """Return the syntax of a message and its branches; within a plural, the innermost number is meant by `#`."""
    if message.kind == "plural":
        number = _placeholder(message.argument, text, ())
    number = number or ""
    syntax: list[str] = []
    place = message.start
    for branch in message.branches:
        syntax.append(text[place : branch.start])
        place = branch.end
    branches = [_part(text, branch.start, branch.end, branch.messages, number) for branch in message.branches]
    return (*syntax, text[place : message.end]), tuple(branches)


def _is_ordinal(message: Message) -> bool:
    within = (inner for branch in message.branches for inner in branch.messages)
    return message.kind == "selectordinal" or any(map(_is_ordinal, within))


def _placeholder(argument: str, text: str, used: Sequence[str]) -> str:
    """Return a placeholder that neither stands in `text` nor is used, named after an argument."""
    name = argument
    while f"{{{name}}}" in text or f"{{{name}}}" in used:
        name += "_"
    return f"{{{name}}}"


def _read(text: str, number: str | None) -> str:
    """Return what a person reads of characters without messages."""
    if number is None:
        return text
    text = text.replace("''", "'")
    return text.replace(_NUMBER, number) if number else text


def _shift(code: InlineCode, by: int) -> InlineCode:
    return replace(code, start=code.start + by, end=code.end + by)


def _join(part: _Part, known: Mapping[Passage, Hypothesis]) -> Hypothesis:
    """Put the hypotheses of a text and of the branches within together."""
    made = known[part.passage] if part.passage.text else _EMPTY
    codes, issues = made.codes, list(made.issues)
    is_whole = part.number is None and not part.holes
    edits = list(made.edits) if is_whole else [replace(edit, start=None) for edit in made.edits]
    text = made.text if part.number is None else _WOULD_QUOTE.sub(lambda run: 2 * run[0], made.text)
    whole = [made]
    for hole in part.holes:
        branches = [_join(branch, known) for branch in hole.branches]
        whole += branches
        issues += [issue for branch in branches for issue in branch.issues]
        start = hole.message.start if part.number is None else None
        edits.append(Edit("messages", Stage.BEFORE, start, hole.written, hole.placeholder, _PARTED))
        edits += [edit for branch in branches for edit in branch.edits]
        if text.count(hole.placeholder) != 1:
            issues.append(Issue("placeholders", Severity.ERROR, f"A message was lost: {hole.syntax[0].strip()}…", 1.0))
            continue
        inner = [
            f"{opening}{one.before}{branch.text}{one.after}"
            for opening, one, branch in zip(hole.syntax, hole.branches, branches, strict=False)
        ]
        message = "".join([*inner, hole.syntax[-1]])
        place = text.index(hole.placeholder)
        text = text.replace(hole.placeholder, message)
        edits.append(Edit("messages", Stage.AFTER, None, hole.placeholder, message, _JOINED))
        by = len(message) - len(hole.placeholder)
        codes = tuple(_shift(code, by if code.start > place else 0) for code in codes)
    text = text.replace(part.number, _NUMBER) if part.number else text
    if part.number is None and may_have_messages(part.passage.text):
        issues.append(Issue("message", Severity.WARNING, _LEFT))
    origins = {one.origin for one in whole if one is not _EMPTY}
    origin = Origin.CARRIED if origins <= {Origin.CARRIED} else Origin.MACHINE
    return Hypothesis(text, min(one.score for one in whole), tuple(dict.fromkeys(issues)), codes, origin, tuple(edits))
