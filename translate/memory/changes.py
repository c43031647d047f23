"""What a repair changes in a memory's target: one placeable and what stands for it now come in, a change goes out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from translate.languages import Language
from translate.memory.notation import value_in_figures, write_date, write_month, write_number, write_time
from translate.memory.placeables import Placeable, Sort, read_placeables
from translate.memory.unlike import with_one_apostrophe
from translate.records import dataclass
from translate.text.late import late_plain
from translate.text.words import split_lowered

_NEXT_WORD = late_plain(r"[ \u00a0\u202f-]([^\W\d_]+)")
_WORD_BEFORE = late_plain(r"(?<!\w)([^\W\d_]+)[ \u00a0][$\u00a3\u00a5\u20ac]?\Z")
_LONGEST_ARTICLE = 8
_FRACTION = "/"
_FIGURED = (Sort.NUMBER, Sort.ORDINAL, Sort.TIME)


class LeftError(Exception):
    """A repair that is not sure, with the reason."""


@dataclass(frozen=True, slots=True)
class Change:
    """Characters [start, end) of the memory's target, what stands there instead, and why."""

    start: int
    end: int
    new: str
    reason: str


def changes_of(
    old: Placeable, new: Placeable, texts: tuple[str, str, str], languages: tuple[Language, Language]
) -> list[Change]:
    """Return what to change in a memory's target where `old` of its source is `new` in the source that is translated.

    :param texts: source and target of the memory, and the source that is translated.
    :raises LeftError: where that is not sure.
    :raises NoNotationError: where the target cannot write it.
    """
    memory_source, memory_target, source = texts
    if old.sort is Sort.NAME and new.sort is Sort.NAME:
        return [_name(old, new, (memory_source, memory_target), languages)]
    _refuse_twice(old, read_placeables(memory_source, languages[0]), memory_source)
    if old.sort is Sort.CODE and new.sort is Sort.CODE:
        return [_literal(old.text, new.text, memory_target)]
    if old.sort is Sort.DATE and new.sort is Sort.DATE:
        return _date(old, new, memory_target, languages)
    if old.sort is Sort.MONTH and new.sort is Sort.MONTH:
        return [_month(old, new, memory_target, languages[1])]
    if old.sort in _FIGURED and new.sort in _FIGURED:
        return [_figured(old, new, (source, memory_target), languages)]
    raise LeftError(f"'{old.text}' and '{new.text}' are of different kinds")


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
        raise LeftError(f"'{old.text}' stands {count} times in the memory's source")


def _places(text: str, within: str) -> list[tuple[int, int]]:
    """Return where a text stands by itself, and not as part of a word or a number."""
    before = r"(?<!\w)(?<!\d[.,])" if text[0].isalnum() else ""
    after = r"(?![.,]?\d)(?!\w)" if text[-1].isalnum() else ""
    pattern = re.escape(with_one_apostrophe(text)).replace("'", "['\u2019\u02bc]")
    return [match.span() for match in re.finditer(f"{before}{pattern}{after}", within)]


def _literal(old: str, new: str, target: str) -> Change:
    """Return the change of what stands in both languages as it is written."""
    return Change(*_only(_places(old, target), old), new, _reason(old, new))


def _only(places: Sequence[tuple[int, int]], old: str) -> tuple[int, int]:
    if len(places) != 1:
        raise LeftError(f"'{old}' stands {len(places)} times in the memory's target")
    return places[0]


def _reason(old: str, new: str) -> str:
    return f"'{old}' of the memory's source is '{new}' here"


def _figured(old: Placeable, new: Placeable, texts: tuple[str, str], languages: tuple[Language, Language]) -> Change:
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
            return Change(made.start, made.end, said, _reason(old.text, new.text))
    if _FRACTION in old.text or _FRACTION in new.text:
        if (_FRACTION in old.text) is not (_FRACTION in new.text):
            raise LeftError(f"'{old.text}' and '{new.text}' are of different kinds")
        return _literal(old.text, new.text, target)
    if old.is_dotted:
        return _literal(old.text, new.text, target)
    if not old.values or not (new.values or new.is_dotted):
        raise LeftError(f"'{old.text}' and '{new.text}' are of different kinds")
    made = _one_of([one for one in units if not old.values.isdisjoint(one.values)], old)
    if made.sort is Sort.TIME and not made.text.isdecimal():
        raise LeftError(f"'{made.text}' of the memory's target is a time")
    _refuse_other_form(new, source, made, target, languages)
    return Change(made.start, made.end, write_number(made, new, own, other), _reason(old.text, new.text))


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
        raise LeftError(f"the word behind '{made.text}' may have another form behind '{new.text}'")


def _month(old: Placeable, new: Placeable, target: str, other: Language) -> Change:
    months = [one for one in read_placeables(target, other) if one.sort is Sort.MONTH]
    made = _one_of([one for one in months if one.values == old.values], old)
    said = write_month(made.text, int(next(iter(new.values))), other.months)
    return Change(made.start, made.end, said, _reason(old.text, new.text))


def _date(old: Placeable, new: Placeable, target: str, languages: tuple[Language, Language]) -> list[Change]:
    """Return the changes of a date in figures: one, or those of its day, month and year where the target names them."""
    own, other = languages
    units = read_placeables(target, other)
    dates = [
        one for one in units if one.sort is Sort.DATE and sorted(map(_short, one.date)) == sorted(map(_short, old.date))
    ]
    if dates:
        made = _one_of(dates, old)
        return [Change(made.start, made.end, write_date(old, new, made), _reason(old.text, new.text))]
    changes: list[Change] = []
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
        changes.append(Change(made.start, made.end, said, _reason(old.text, new.text)))
    return changes


def _short(value: int) -> int:
    return value % 100


def _name(old: Placeable, new: Placeable, memory: tuple[str, str], languages: tuple[Language, Language]) -> Change:
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
            raise LeftError(f"'{min(gendered)}' of the target may not fit '{now}'")
    for word in another:
        if len(word) == len(was) == 1:
            continue
        if word.lower() in own.function_words:
            raise LeftError(f"'{word}' may be no name")
        if _is_translated(word, own, other):
            raise LeftError(f"'{word}' may be called otherwise in the target")
    return _literal(was, now, memory[1])


def _is_translated(word: str, own: Language, other: Language) -> bool:
    """Tell whether the dictionary knows a word by another name, or as a word that is no name."""
    from translate.alignment.dictionary import NAME, find_dictionary  # slow to load, and few repairs are of names

    dictionary = find_dictionary(own.code, other.code)
    if dictionary is None or word.lower() in own.names.first_names | own.names.surnames:
        return False
    entries = dictionary.entries(word.lower())
    names = [entry for entry in entries if entry.part == NAME and entry.french == word]
    if names:
        return all(word not in entry.english for entry in names)
    return bool(entries)


def with_article(change: Change, target: str, other: Language) -> Change:
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
