"""Labels of menus with a sign before the letter that chooses them, `&Ouvrir`, `En_registrer`: the sign goes along.

The model sees the label without it. In the target it stands before the same letter, best one that begins a word, or
else before the first letter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace

from translate.data import TIE, CodeKind, Edit, Hypothesis, InlineCode, Passage, Stage
from translate.records import dataclass
from translate.text.late import late
from translate.text.protected.kept import find_kept
from translate.text.protected.kinds import Keeping

Ask = Callable[[Sequence[Passage]], Iterator[Mapping[Passage, Hypothesis]]]
_STEP = "keys"
_REASON = "access key of a label"
_SIGNS = "&_"
_MAX_WORDS = 12
_SHORTEST = 4
_FIRST_PAIR = -2_000_000
"""Pair of the codes around the first marked word; see :mod:`translate.care.codes.tying` for others below 0."""
_MARKED = late(
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
    if not found or not is_alone:
        return None
    places = [match.start("sign") for match in found]
    keys = tuple((match["sign"], match["after"][0], place) for match, place in zip(found, places, strict=True))
    codes = [_shifted(code, -sum(place < code.start for place in places)) for code in passage.codes]
    for number, match in enumerate(found):
        codes += _codes_around(number, match.start() - number, match.end() - number - 1)
    codes.sort(key=lambda code: (code.start, code.end, code.kind is CodeKind.START))
    return _Label(Passage("".join(c for n, c in enumerate(text) if n not in places), tuple(codes)), keys)


def _codes_around(number: int, start: int, end: int) -> tuple[InlineCode, InlineCode]:
    """Return codes of no characters around a word, which go where its translation is."""
    first = InlineCode(start, start, CodeKind.START, _FIRST_PAIR - number, TIE, f"{_STEP}{number}")
    return first, replace(first, start=end, end=end, kind=CodeKind.END)


def _is_marked_word(before: str, after: str, is_word: Callable[[str], bool]) -> bool:
    """Tell whether a sign stands in one word: no `R&D`, no two names, no `created_at`."""
    if len(before) >= _SHORTEST - 1 and is_word(before.lower()) and (len(before) >= _SHORTEST or is_word(after)):
        return False
    return is_word((before + after).lower()) and (not before or (after.islower() and len(before + after) >= _SHORTEST))


def _with_keys(passage: Passage, label: _Label, hypothesis: Hypothesis) -> Hypothesis:
    """Return the hypothesis of a label with its access keys."""
    if hypothesis.text == label.passage.text:
        return replace(hypothesis, text=passage.text, codes=passage.codes)
    text = hypothesis.text
    near = {code.id: code for code in hypothesis.codes if code.type == TIE and code.kind is CodeKind.START}
    behind = {code.id: code for code in hypothesis.codes if code.type == TIE and code.kind is CodeKind.END}
    codes = [code for code in hypothesis.codes if code.type != TIE]
    places: list[tuple[int, str]] = []
    for number, (sign, letter, _) in enumerate(label.keys):
        name = f"{_STEP}{number}"
        around = (near[name].start, behind[name].end) if name in near and name in behind else (0, len(text))
        free = [place for place in _letters(text, codes) if place not in {place for place, _ in places}]
        place = _best_place(
            letter, text, free, around, is_label=len(label.keys) == 1 and len(text.split()) <= _MAX_WORDS
        )
        places += [(place, sign)] if place is not None else []
    edits = [Edit(_STEP, Stage.BEFORE, place, sign, "", _REASON) for sign, _, place in label.keys]
    edits += (_moved(edit, [place for _, _, place in label.keys]) for edit in hypothesis.edits)
    for place, sign in sorted(places, reverse=True):
        text = text[:place] + sign + text[place:]
        codes = [_shifted(code, int(code.start >= place)) for code in codes]
        edits = [_behind_sign(edit, place) for edit in edits]
        edits.append(Edit(_STEP, Stage.AFTER, place, "", sign, _REASON))
    return replace(hypothesis, text=text, codes=tuple(codes), edits=tuple(edits))


def _behind_sign(edit: Edit, place: int) -> Edit:
    if edit.stage is not Stage.AFTER or edit.start is None or edit.start <= place:
        return edit
    return replace(edit, start=edit.start + 1)


def _letters(text: str, codes: Sequence[InlineCode]) -> Iterator[int]:
    """Yield where letters stand that are no part of a code."""
    inside = {place for code in codes for place in range(code.start, code.end)}
    return (place for place, character in enumerate(text) if character.isalpha() and place not in inside)


def _best_place(letter: str, text: str, free: Sequence[int], around: tuple[int, int], *, is_label: bool) -> int | None:
    """Return where the sign goes: before `letter`, at the beginning of a word if it can be; None without any letter.

    :param around: the characters that translate the word that had it; in a label all words will do.
    """
    begins = [place for place in free if not place or not text[place - 1].isalnum()]
    same = [place for place in free if text[place].casefold() == letter.casefold()]
    own = [place for place in free if around[0] <= place < around[1]]
    orders: list[Sequence[int]] = [[place for place in own if place in begins and place in same]]
    orders += [[place for place in begins if place in same]] if is_label else []
    orders += [
        [place for place in own if place in same],
        [place for place in own if place in begins],
        own,
        begins,
        free,
    ]
    return next((places[0] for places in orders if places), None)


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
