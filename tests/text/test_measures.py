"""Finders and writers of measures are tried in order; a value that none knows is a bug."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from translate.text.measures import Amount, FoundMeasure, Hours, Value, WrittenMeasure, finding, writing


def find_letters(text: str) -> Iterator[FoundMeasure]:
    yield from (FoundMeasure(at, at + 1, letter) for at, letter in enumerate(text) if letter.isalpha())


def find_figures(text: str) -> Iterator[FoundMeasure]:
    yield from (FoundMeasure(at, at + 1, letter) for at, letter in enumerate(text) if letter.isdecimal())


def write_amount(value: Value) -> WrittenMeasure | None:
    return WrittenMeasure(f"{value.amount} {value.unit}") if isinstance(value, Amount) else None


def write_any(value: Value) -> WrittenMeasure | None:
    return WrittenMeasure("any") if isinstance(value, Amount | Hours) else None


@pytest.mark.parametrize(("text", "found"), [("a1b2", "ab12"), ("1", "1"), ("", ""), (" ", "")])
def test_measures_come_kind_by_kind(text: str, found: str) -> None:
    assert "".join(one.asked for one in finding(find_letters, find_figures)(text)) == found
    assert list(finding()(text)) == []


def test_a_value_is_written_by_the_first_that_knows_it() -> None:
    amount, hours = Amount("5", "MB"), Hours("8", "30", None)
    assert writing(write_amount, write_any)(amount).said == "5 MB"
    assert writing(write_any, write_amount)(amount).said == "any"
    assert writing(write_amount, write_any)(hours).said == "any"


def test_a_value_that_none_knows_cannot_be_written() -> None:
    with pytest.raises(LookupError, match=r"no way to write Hours\(hours='8'"):
        writing(write_amount)(Hours("8", "30", None))


def test_a_text_that_is_asked_about_again_is_not_searched_again() -> None:
    searched: list[str] = []

    def find_noted(text: str) -> Iterator[FoundMeasure]:
        searched.append(text)
        yield from find_letters(text)

    find = finding(find_noted)
    first = find("ab")
    assert next(first).asked == "a"  # who stops after the first
    assert [one.asked for one in find("ab")] == ["a", "b"]  # takes nothing from the next
    assert searched == ["ab"]
