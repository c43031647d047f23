"""Dates and times of the day: two sides come in, what is to be said of months, weekdays and hours goes out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from translate.checks.base import enumerate_found, split_words
from translate.checks.number_sides import Side
from translate.data import Issue, Severity
from translate.text.dates.clock import iter_times, marks_half
from translate.text.dates.months import DatedMonth, iter_dated_months, months_in
from translate.text.dates.weekdays import may_be_next_day, weekdays_in

_HALF = 12 * 60
"""Minutes of half a day."""
_LAST = 13 * 60 - 1
"""The last minute of the day that both halves of it write alike."""
_LISTED = 2
"""Days that stand in both texts, where a third is one of a list."""


def compare_dates(source: Side, target: Side) -> Iterator[Issue]:
    """Yield what is to be said of months, of weekdays and of times."""
    yield from _lost_months(source, target)
    yield from _other_weekdays(source, target)
    yield from _other_halves(source, target)
    yield from _other_faces(source, target)


def _lost_months(source: Side, target: Side) -> Iterator[Issue]:
    """Yield what is to be said of dates such as « 14 mai » whose month the target names in no way."""
    if not target.language.months.numbers or source.language.months.numbers.keys().isdisjoint(source.lowered):
        return
    dated = tuple(iter_dated_months(source.text, source.language.months))
    if not dated:
        yield from _lost_bare_months(source, target)
        return
    named = months_in(target.text, target.language.months)
    others = tuple(iter_dated_months(target.text, target.language.months))
    known = {(date.month, date.beside) for date in dated}
    lost = [
        date.text
        for date in dated
        if (date.month not in named and date.month not in target.values) or _is_changed(date, others, known)
    ]
    if lost:
        message = f"The month of {enumerate_found(lost)} of the source is not in the target."
        yield Issue("numbers", Severity.ERROR, message, float(len(dict.fromkeys(lost))))


def _lost_bare_months(source: Side, target: Side) -> Iterator[Issue]:
    """Yield what is to be said of months without a day, « en septembre », where the target has no month at all."""
    numbers, also = source.language.months.numbers, source.language.number_words.cardinals
    named = [word for word in split_words(source.text) if word in numbers and word not in also]
    if not named or months_in(target.text, target.language.months):
        return
    if lost := [word for word in named if numbers[word] not in target.values]:
        message = f"The target names no month, the source {enumerate_found(lost)}."
        yield Issue("numbers", Severity.WARNING, message, float(len(lost)))


def _is_changed(date: DatedMonth, others: Sequence[DatedMonth], known: Collection[tuple[int, int]]) -> bool:
    """Tell whether a day or a year has another month in the target, where it has none of the source."""
    alike = [other for other in others if other.beside == date.beside]
    return any((other.month, other.beside) not in known for other in alike) and date.month not in {
        other.month for other in alike
    }


def _other_weekdays(source: Side, target: Side) -> Iterator[Issue]:
    own, others = source.language.weekdays, target.language.weekdays
    if not own.names or not others.names:
        return
    days = weekdays_in(source.lowered, own)
    if not days:
        return
    kept = weekdays_in(target.lowered, others, short=True)
    lost = days - kept
    gained = weekdays_in(target.lowered, others) - weekdays_in(source.lowered, own, short=True)
    if lost and gained:
        names, written = ({day: name for name, day in one.names.items()} for one in (own, others))
        found = enumerate_found(written[day] for day in sorted(gained))
        expected = enumerate_found(names[day] for day in sorted(lost))
        is_next = all(any((day - other) % 7 in (1, 6) for other in lost) for day in gained)
        is_night = is_next and (may_be_next_day(source.lowered, own) or may_be_next_day(target.lowered, others))
        severity = Severity.WARNING if is_night else Severity.ERROR
        yield Issue("numbers", severity, f"The target has {found}, the source {expected}.", float(len(lost)))
    elif lost and len(days & kept) >= _LISTED:
        names = {day: name for name, day in own.names.items()}
        expected = enumerate_found(names[day] for day in sorted(lost))
        yield Issue("numbers", Severity.WARNING, f"Missing from the target: {expected}.", float(len(lost)))


def _other_halves(source: Side, target: Side) -> Iterator[Issue]:
    """Yield what is to be said of times in the wrong half of the day: « 23 h 35 » and `11:35 a.m.`."""
    own, others = source.language.clock, target.language.clock
    if own.noon and others.noon:
        lowered, words = set(source.lowered), set(target.lowered)
        for one, other, one_word, other_word in (
            (own.noon, own.midnight, others.noon, others.midnight),
            (own.midnight, own.noon, others.midnight, others.noon),
        ):
            if lowered & one and not lowered & other and words & other_word and not words & one_word:
                said = enumerate_found(sorted(words & other_word))
                message = f"The target has {said}, the source {enumerate_found(sorted(lowered & one))}."
                yield Issue("numbers", Severity.ERROR, message, 1.0)
    if not (marks_half(target.text, others) or marks_half(source.text, own)):
        if others.is_half_day and not own.is_half_day:
            yield from _unmarked(source, target)
        return
    times, target_times = (
        tuple(iter_times(side.text, side.language.numerals.hour, side.language.clock)) for side in (source, target)
    )
    for time in times:
        alike = [other for other in target_times if other.face == time.face]
        if alike and not any(other.minutes & time.minutes for other in alike):
            is_sure = time.is_marked or time.is_exact or max(time.minutes) >= 12 * 60
            severity = Severity.ERROR if is_sure else Severity.WARNING
            message = f"{alike[0].text} of the target is another time of the day than {time.text} of the source."
            yield Issue("numbers", severity, message, 1.0)


def _unmarked(source: Side, target: Side) -> Iterator[Issue]:
    """Yield what is to be said of « 17 h 45 » where the target has `5:45`, which may be in the morning."""
    own, others = source.language.clock, target.language.clock
    times = [one for one in iter_times(source.text, source.language.numerals.hour, own) if min(one.minutes) > _LAST]
    written = list(iter_times(target.text, target.language.numerals.hour, others)) if times else ()
    for time in times:
        alike = [one for one in written if one.face == time.face]
        if alike and all(len(one.minutes) > 1 for one in alike):
            message = f"{alike[0].text} of the target may be in the morning: {time.text} in the source."
            yield Issue("numbers", Severity.WARNING, message, 1.0)


def _other_faces(source: Side, target: Side) -> Iterator[Issue]:
    """Yield what is to be said of « 10 h moins le quart » where the target has `10:45` or `10:15`."""
    if not source.parted:
        return
    hour, clock = target.language.numerals.hour, target.language.clock
    faces = {time.face: time.text for time in iter_times(target.text, hour, clock) if time.is_exact}
    lost = [source.text[start:end] for start, end, time, _ in source.parted if time % _HALF not in faces]
    if faces and lost:
        found = enumerate_found(faces.values())
        yield Issue("numbers", Severity.ERROR, f"The target has {found}, the source {enumerate_found(lost)}.", 1.0)
