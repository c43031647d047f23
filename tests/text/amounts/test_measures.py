"""Finders and writers of measures are tried in order; a value that none knows is a bug."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from translate.languages import find_language, fr
from translate.text.amounts.measures import (
    Amount,
    Finding,
    FoundMeasure,
    Hours,
    Meaning,
    Value,
    WrittenMeasure,
    writing,
)


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
    assert "".join(one.asked for one in Finding(find_letters, find_figures)(text)) == found
    assert list(Finding()(text)) == []


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

    find = Finding(find_noted)
    first = find("ab")
    assert next(first).asked == "a"  # who stops after the first
    assert [one.asked for one in find("ab")] == ["a", "b"]  # takes nothing from the next
    assert searched == ["ab"]


def test_meanings_alone_are_looked_for_where_a_text_was_not_asked_for() -> None:
    searched: list[str] = []

    def find_noted(text: str) -> Iterator[FoundMeasure]:
        searched.append(text)
        yield from find_letters(text)

    def find_meant(text: str) -> Iterator[FoundMeasure]:
        yield FoundMeasure(0, 1, "x", Meaning("ex", is_many=False))
        yield FoundMeasure(0, 1, "y")

    find = Finding(find_noted, find_meant, of_meanings=(find_meant,))
    assert [one.asked for one in find.meanings("ab")] == ["x"]
    assert searched == []
    assert [one.asked for one in find("ab")] == ["a", "b", "x", "y"]
    assert [one.asked for one in find.meanings("ab")] == ["x"]
    assert searched == ["ab"]


def test_no_more_than_the_last_texts_are_remembered(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("translate.text.amounts.measures._TEXTS_KEPT", 2)
    find = Finding(find_letters)
    for text in ("a", "b", "c", "a"):
        assert [one.asked for one in find(text)] == [text]
    assert len(find._latest) == 2


def test_what_finds_the_meanings_of_french_misses_none_of_its_own_examples() -> None:
    language = find_language("fr")
    assert language.find_measures and language.find_meanings
    for path in sorted(Path(fr.__file__).parent.glob("*.examples.tsv")):
        for text in set(path.read_text(encoding="utf-8").replace("\n", "\t").split("\t")):
            meant = list(language.find_meanings(text))
            assert [one for one in language.find_measures(text) if isinstance(one.value, Meaning)] == meant
