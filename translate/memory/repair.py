"""Repair of fuzzy matches: where numbers, dates, times, codes or names alone differ, the source's own come in.

One to one or not at all: what differs must stand once in the memory's source, and once in its target. Else the target
stays as it is, with the reason.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import cache

from translate.alignment.dictionary import NAME, find_dictionary
from translate.data import Edit, InlineCode, Stage
from translate.languages import Language
from translate.memory.notation import (
    NoNotationError,
    value_in_figures,
    write_date,
    write_month,
    write_number,
    write_time,
)
from translate.memory.placeables import Placeable, Sort, read_placeables
from translate.text.late import late_plain
from translate.text.words import split_lowered

STEP = "memory"
"""What the edits of a repair are called by."""
_BLANKS = late_plain("[ \u00a0\u2009\u202f\t]+")
_APOSTROPHES = {ord(character): "'" for character in "\u2019\u02bc"}
_NEXT_WORD = late_plain(r"[ \u00a0\u202f-]([^\W\d_]+)")
_WORD_BEFORE = late_plain(r"(?<!\w)([^\W\d_]+)[ \u00a0]\Z")
_LONGEST_ARTICLE = 8
_FIGURED = (Sort.NUMBER, Sort.ORDINAL, Sort.TIME)
_UNLIKE = "other words differ"


@dataclass(frozen=True, slots=True)
class Repair:
    """A target with its placeables put right, or as it was."""

    target: str
    edits: tuple[Edit, ...] = ()
    left: str = ""
    """Why the target was left as it was; empty where it was repaired, and where nothing differs."""

    @property
    def is_whole(self) -> bool:
        """Tell whether nothing is left to translate."""
        return not self.left

    def place(self, codes: Sequence[InlineCode]) -> tuple[InlineCode, ...]:
        """Return the codes of the old target at their places in this one.

        A code within what was replaced goes to its beginning.
        """
        return tuple(replace(code, start=self._moved(code.start), end=self._moved(code.end)) for code in codes)

    def _moved(self, position: int) -> int:
        by = 0
        for edit in self.edits:
            start = (edit.start or 0) - by
            if position >= start + len(edit.old):
                by += len(edit.new) - len(edit.old)
            elif position > start:
                return start + by
        return position + by


class _LeftError(Exception):
    """A repair that is not sure, with the reason."""


@dataclass(frozen=True, slots=True)
class _Change:
    """Characters [start, end) of the memory's target, what stands there instead, and why."""

    start: int
    end: int
    new: str
    reason: str


def repair(memory_source: str, memory_target: str, source: str, languages: tuple[Language, Language]) -> Repair:
    """Return the target of a memory's unit with the placeables of `source` in it.

    :param languages: of the source and of the target.
    """
    if plain_form(memory_source) == plain_form(source):
        return Repair(memory_target)
    try:
        changes = _changes(memory_source, memory_target, source, languages)
    except (_LeftError, NoNotationError) as exc:
        return Repair(memory_target, left=str(exc))
    return _apply(memory_target, sorted(changes, key=lambda change: change.start))


def plain_form(text: str) -> str:
    """Return a text with one sort of apostrophe and one of space."""
    return _BLANKS.sub(" ", text.translate(_APOSTROPHES)).strip()


def _apply(target: str, changes: Sequence[_Change]) -> Repair:
    text, position = "", 0
    edits: list[Edit] = []
    for change in changes:
        if change.start < position:
            return Repair(target, left="two differences meet in one place of the target")
        text += target[position : change.start]
        old = target[change.start : change.end]
        edits.append(Edit(STEP, Stage.AFTER, len(text), old, change.new, change.reason))
        text += change.new
        position = change.end
    return Repair(text + target[position:], tuple(edits))


def _changes(
    memory_source: str, memory_target: str, source: str, languages: tuple[Language, Language]
) -> list[_Change]:
    """Return what to change in the target.

    :raises _LeftError: where that is not sure.
    """
    own, other = languages
    here, there = read_placeables(memory_source, own), read_placeables(source, own)
    if len(here) != len(there) or _between(memory_source, here, own) != _between(source, there, own):
        raise _LeftError(_UNLIKE)
    changes: list[_Change] = []
    for old, new in zip(here, there, strict=True):
        if plain_form(old.text) == plain_form(new.text):
            continue
        if old.sort is Sort.NAME and new.sort is Sort.NAME:
            changes.append(_name(old, new, (memory_source, memory_target), languages))
            continue
        _refuse_twice(old, here, memory_source)
        if Sort.CODE in (old.sort, new.sort):
            if old.sort is not new.sort:
                raise _LeftError(f"'{old.text}' and '{new.text}' are of different kinds")
            changes.append(_literal(old.text, new.text, memory_target))
        elif old.sort is Sort.DATE and new.sort is Sort.DATE:
            changes += _date(old, new, memory_target, languages)
        elif old.sort is Sort.MONTH and new.sort is Sort.MONTH:
            changes.append(_month(old, new, memory_target, other))
        elif old.sort in _FIGURED and new.sort in _FIGURED:
            changes.append(_figured(old, new, (source, memory_target), languages))
        else:
            raise _LeftError(f"'{old.text}' and '{new.text}' are of different kinds")
    return [_with_article(change, memory_target, other) for change in changes]


def _between(text: str, placeables: Sequence[Placeable], own: Language) -> list[str]:
    """Return what stands around the placeables, as it counts; a word that may be elided before a name is."""
    ends = [0, *(one.end for one in placeables)]
    starts = [*(one.start for one in placeables), len(text)]
    elided = _elided(own.elided)
    return [
        elided.sub("'", _BLANKS.sub(" ", text[end:start].translate(_APOSTROPHES)))
        for end, start in zip(ends, starts, strict=True)
    ]


@cache
def _elided(words: frozenset[str]) -> re.Pattern[str]:
    """Return a pattern of what words lose at the end of a text: the `e ` of « de »."""
    stems = "|".join(rf"(?<=(?<!\w){re.escape(word[:-1])}){re.escape(word[-1])} " for word in sorted(words))
    return re.compile(rf"(?:{stems or '(?!)'})\Z")


def _refuse_twice(old: Placeable, here: Sequence[Placeable], text: str) -> None:
    if old.values:
        count = sum(not old.values.isdisjoint(one.values) for one in here if one.sort is not Sort.MONTH)
        if old.sort is Sort.MONTH:
            count = sum(one.sort is Sort.MONTH and not old.values.isdisjoint(one.values) for one in here)
    elif old.sort is Sort.TIME:
        count = sum(one.sort is Sort.TIME and not old.minutes.isdisjoint(one.minutes) for one in here)
    elif old.sort is Sort.DATE:
        count = sum(one.date == old.date for one in here)
    else:
        count = len(_places(old.text, text))
    if count > 1:
        raise _LeftError(f"'{old.text}' stands {count} times in the memory's source")


def _places(text: str, within: str) -> list[tuple[int, int]]:
    """Return where a text stands by itself, and not as part of a word or a number."""
    before = r"(?<!\w)(?<!\d[.,])" if text[0].isalnum() else ""
    after = r"(?![.,]?\d)(?!\w)" if text[-1].isalnum() else ""
    pattern = re.escape(text.translate(_APOSTROPHES)).replace("'", "['\u2019\u02bc]")
    return [match.span() for match in re.finditer(f"{before}{pattern}{after}", within)]


def _literal(old: str, new: str, target: str) -> _Change:
    """Return the change of what stands in both languages as it is written."""
    return _Change(*_only(_places(old, target), old), new, _reason(old, new))


def _only(places: Sequence[tuple[int, int]], old: str) -> tuple[int, int]:
    if len(places) != 1:
        raise _LeftError(f"'{old}' stands {len(places)} times in the memory's target")
    return places[0]


def _reason(old: str, new: str) -> str:
    return f"'{old}' of the memory's source is '{new}' here"


def _figured(old: Placeable, new: Placeable, texts: tuple[str, str], languages: tuple[Language, Language]) -> _Change:
    """Return the change of a number, an ordinal or a time; `texts` are the source and the memory's target."""
    source, target = texts
    own, other = languages
    units = [one for one in read_placeables(target, other) if one.sort in _FIGURED]
    if old.sort is Sort.TIME and new.sort is Sort.TIME:
        same = [one for one in units if not old.minutes.isdisjoint(one.minutes)]
        same += [one for one in units if one not in same and old.values and not old.values.isdisjoint(one.values)]
        if any(one.sort is Sort.TIME for one in same):
            made = _one_of(same, old)
            hour = min(old.minutes) // 60
            said = write_time(made, hour, new, target[made.end :], other)
            return _Change(made.start, made.end, said, _reason(old.text, new.text))
    if old.is_dotted:
        return _literal(old.text, new.text, target)
    if not old.values or not (new.values or new.is_dotted):
        raise _LeftError(f"'{old.text}' and '{new.text}' are of different kinds")
    made = _one_of([one for one in units if not old.values.isdisjoint(one.values)], old)
    if made.sort is Sort.TIME and not made.text.isdecimal():
        raise _LeftError(f"'{made.text}' of the memory's target is a time")
    _refuse_other_form(new, source, made, target, languages)
    return _Change(made.start, made.end, write_number(made, new, own, other), _reason(old.text, new.text))


def _one_of(found: Sequence[Placeable], old: Placeable) -> Placeable:
    _only([(one.start, one.end) for one in found], old.text)
    return found[0]


def _refuse_other_form(
    new: Placeable, source: str, made: Placeable, target: str, languages: tuple[Language, Language]
) -> None:
    """Refuse a number that asks for another form of the word behind it, where the source's own word does not show it.

    « 1 mois » and « 5 mois »: `1 month`, `5 months`.
    """
    own, other = languages
    was, now = value_in_figures(made, other), value_in_figures(new, own)
    if (was == 1) is (now == 1) or Sort.ORDINAL in (made.sort, new.sort) or not _NEXT_WORD.match(target, made.end):
        return
    counted = _NEXT_WORD.match(source, new.end)
    if counted is None or counted[1].lower() in own.function_words:
        return
    if counted[1].endswith((*own.plural_endings, "z")) or was == now == 0 or (now or 0) < 2:
        raise _LeftError(f"the word behind '{made.text}' may have another form behind '{new.text}'")


def _month(old: Placeable, new: Placeable, target: str, other: Language) -> _Change:
    months = [one for one in read_placeables(target, other) if one.sort is Sort.MONTH]
    made = _one_of([one for one in months if one.values == old.values], old)
    said = write_month(made.text, int(next(iter(new.values))), other.months)
    return _Change(made.start, made.end, said, _reason(old.text, new.text))


def _date(old: Placeable, new: Placeable, target: str, languages: tuple[Language, Language]) -> list[_Change]:
    """Return the changes of a date in figures: one, or those of its day, month and year where the target names them."""
    own, other = languages
    units = read_placeables(target, other)
    dates = [
        one for one in units if one.sort is Sort.DATE and sorted(map(_short, one.date)) == sorted(map(_short, old.date))
    ]
    if dates:
        made = _one_of(dates, old)
        return [_Change(made.start, made.end, write_date(old, new, made), _reason(old.text, new.text))]
    changes: list[_Change] = []
    for place, (was, now) in enumerate(zip(old.date, new.date, strict=True)):
        if was == now:
            continue
        is_month = place == 1
        sorts = (Sort.MONTH,) if is_month else (Sort.NUMBER, Sort.ORDINAL)
        made = _one_of([one for one in units if one.sort in sorts and was in one.values], old)
        if is_month:
            said = write_month(made.text, now, other.months)
        else:
            said = write_number(made, Placeable(0, 0, Sort.NUMBER, str(now), frozenset({now})), own, other)
        changes.append(_Change(made.start, made.end, said, _reason(old.text, new.text)))
    return changes


def _short(value: int) -> int:
    return value % 100


def _name(old: Placeable, new: Placeable, memory: tuple[str, str], languages: tuple[Language, Language]) -> _Change:
    """Return the change of a name that both sides write alike, without the words that it shares with the new one."""
    own, other = languages
    one, another = old.text.split(" "), new.text.split(" ")
    while len(one) > 1 and len(another) > 1 and one[0] == another[0]:
        one, another = one[1:], another[1:]
    while len(one) > 1 and len(another) > 1 and one[-1] == another[-1]:
        one, another = one[:-1], another[:-1]
    was, now = " ".join(one), " ".join(another)
    _only(_places(was, memory[0]), was)
    first_names = own.names.first_names
    if not first_names.isdisjoint([one[0].lower(), another[0].lower()]):
        gendered = other.gendered.intersection(split_lowered(memory[1]))
        if gendered:
            raise _LeftError(f"'{min(gendered)}' of the target may not fit '{now}'")
    for word in another:
        if word.lower() in own.function_words:
            raise _LeftError(f"'{word}' may be no name")
        if _is_translated(word, own, other):
            raise _LeftError(f"'{word}' may be called otherwise in the target")
    return _literal(was, now, memory[1])


def _is_translated(word: str, own: Language, other: Language) -> bool:
    """Tell whether the dictionary knows a word by another name, or as a word that is no name."""
    dictionary = find_dictionary(own.code, other.code)
    if dictionary is None or word.lower() in own.names.first_names | own.names.surnames:
        return False
    entries = dictionary.entries(word.lower())
    names = [entry for entry in entries if entry.part == NAME and entry.french == word]
    if names:
        return all(word not in entry.english for entry in names)
    return bool(entries)


def _with_article(change: _Change, target: str, other: Language) -> _Change:
    """Return the change with the article before it in the form that it has before what is new."""
    before = _WORD_BEFORE.search(target, max(0, change.start - _LONGEST_ARTICLE), change.start)
    if before is None or other.fit_article is None:
        return change
    article, rest = before[1], target[change.end :]
    was = other.fit_article(article, target[change.start :])
    now = other.fit_article(article, change.new + rest)
    if was != article or now == article:
        return change
    return replace(change, start=before.start(), new=now + target[before.end(1) : change.start] + change.new)
