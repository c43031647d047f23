"""Labels of menus with a sign before the letter that chooses them, `&Ouvrir`, `En_registrer`: the sign goes along.

The model sees the label without it. In the target it stands before the same letter, best one that begins a word, or
else before the first letter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

import regex

from translate.data import Edit, Hypothesis, InlineCode, Passage, Stage
from translate.text.kept import find_kept
from translate.text.kinds import Keeping

Ask = Callable[[Sequence[Passage]], Iterator[Mapping[Passage, Hypothesis]]]
_STEP = "keys"
_REASON = "access key of a label"
_SIGNS = "&_"
_MAX_WORDS = 12
_SHORTEST = 4
_MARKED = regex.compile(
    r"(?<![\p{L}\p{N}&_.@/\\])(?P<before>\p{L}*+)(?P<sign>[&_])(?P<after>\p{L}++)(?![&_;.]?[\p{L}\p{N}&_]|;)"
)


@dataclass(frozen=True, slots=True)
class _Label:
    """A passage without its signs; `keys` are these, with the letter after each and where it stood."""

    passage: Passage
    keys: tuple[tuple[str, str, int], ...]


def iter_keyed(
    passages: Sequence[Passage], ask: Ask, is_word: Callable[[str], bool]
) -> Iterator[Mapping[Passage, Hypothesis]]:
    """Yield hypotheses of `passages` as they are done, asking for those with access keys without the signs.

    :param ask: yields hypotheses of passages, each once.
    :param is_word: tells the words of the language of the passages.
    """
    labels = {one: label for one in passages if (label := _label_of(one, is_word))}
    if not labels:
        yield from ask(passages)
        return
    origins: dict[Passage, list[Passage]] = {}
    for passage, label in labels.items():
        origins.setdefault(label.passage, []).append(passage)
    own = {passage for passage in passages if passage not in labels}
    for done in ask(list(dict.fromkeys([*origins, *own]))):
        ready = {passage: hypothesis for passage, hypothesis in done.items() if passage in own}
        for plain, hypothesis in done.items():
            ready |= {passage: _with_keys(passage, labels[passage], hypothesis) for passage in origins.get(plain, ())}
        if ready:
            yield ready


def _label_of(passage: Passage, is_word: Callable[[str], bool]) -> _Label | None:
    """Return a passage as a label with access keys; None where it is none."""
    text = passage.text
    if not any(sign in text for sign in _SIGNS):
        return None
    plain = text
    for code in passage.codes:
        plain = plain[: code.start] + "\n" * (code.end - code.start) + plain[code.end :]
    for one in find_kept(text):
        if one.kind.keeping is not Keeping.COPY:  # `:rotating_light:`; « En_registrer » may be a name in code
            plain = plain[: one.start] + "\n" * (one.end - one.start) + plain[one.end :]
    found = [match for match in _MARKED.finditer(plain) if _is_marked_word(match["before"], match["after"], is_word)]
    signs = [match["sign"] for match in found]
    is_alone = all(plain.count(sign) == signs.count(sign) for sign in set(signs))
    if not found or not is_alone or len(text.split()) > _MAX_WORDS or text.endswith("."):
        return None
    places = [match.start("sign") for match in found]
    keys = tuple((match["sign"], match["after"][0], place) for match, place in zip(found, places, strict=True))
    codes = tuple(_shifted(code, -sum(place < code.start for place in places)) for code in passage.codes)
    return _Label(Passage("".join(c for n, c in enumerate(text) if n not in places), codes), keys)


def _is_marked_word(before: str, after: str, is_word: Callable[[str], bool]) -> bool:
    """Tell whether a sign stands in one word: no `R&D`, no two names."""
    return is_word((before + after).lower()) and (not before or (after.islower() and len(before + after) >= _SHORTEST))


def _with_keys(passage: Passage, label: _Label, hypothesis: Hypothesis) -> Hypothesis:
    """Return the hypothesis of a label with its access keys."""
    if hypothesis.text == label.passage.text:
        return replace(hypothesis, text=passage.text, codes=passage.codes)
    text, codes = hypothesis.text, hypothesis.codes
    edits = [Edit(_STEP, Stage.BEFORE, place, sign, "", _REASON) for sign, _, place in label.keys]
    edits += (_moved(edit, [place for _, _, place in label.keys]) for edit in hypothesis.edits)
    last = -1
    for sign, letter, _ in label.keys:
        place = _place_of(letter, text, codes, last + 1, begins_only=len(label.keys) > 1)
        if place is None:
            continue
        text = text[:place] + sign + text[place:]
        codes = tuple(_shifted(code, int(code.start >= place)) for code in codes)
        edits = [
            replace(edit, start=edit.start + 1)
            if edit.stage is Stage.AFTER and edit.start is not None and edit.start > place
            else edit
            for edit in edits
        ]
        edits.append(Edit(_STEP, Stage.AFTER, place, "", sign, _REASON))
        last = place + 1
    return replace(hypothesis, text=text, codes=codes, edits=tuple(edits))


def _place_of(letter: str, text: str, codes: Sequence[InlineCode], start: int, *, begins_only: bool) -> int | None:
    """Return where the sign goes: before `letter`, at the beginning of a word if it can be; None without any letter."""
    free = [
        place
        for place in range(start, len(text))
        if text[place].isalpha() and not any(code.start <= place < code.end for code in codes)
    ]
    same = [place for place in free if text[place].casefold() == letter.casefold()]
    begins = [place for place in (*(() if begins_only else same), *free) if not place or not text[place - 1].isalnum()]
    is_same = any(place in begins for place in same)
    return next(iter(begins if is_same or begins_only else same or begins or free), None)


def _shifted(code: InlineCode, by: int) -> InlineCode:
    return replace(code, start=code.start + by, end=code.end + by)


def _moved(edit: Edit, places: Sequence[int]) -> Edit:
    """Return an edit of the plain label, with its place in the passage."""
    if edit.stage is not Stage.BEFORE or edit.start is None:
        return edit
    by = 0
    for place in places:
        by += place <= edit.start + by
    return replace(edit, start=edit.start + by)
