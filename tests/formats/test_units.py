"""Units of a file: read as often as one likes, each name once, and each loss told once."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.samples import FULL, PLAIN
from translate.data import TranslationUnit
from translate.formats import FORMATS, Remark, Verdict, strict
from translate.formats.units import Dropped, Names, Notes, Units

PATH = Path("x.tmx")


def test_units_are_read_anew_each_time() -> None:
    opened = []

    def start(units: Units) -> Iterator[TranslationUnit]:
        opened.append(units)
        units.line = 3
        yield PLAIN

    units = Units(start)
    assert units.line is None
    assert list(units) == list(units) == [PLAIN]
    assert opened == [units, units]
    assert units.line == 3


def test_a_line_is_counted_when_it_is_asked_for() -> None:
    asked = []

    def start(units: Units) -> Iterator[TranslationUnit]:
        units.place = lambda: asked.append(1) or 5  # type: ignore[func-returns-value]
        yield PLAIN

    inner, others = Units(start), Units(lambda units: iter(()))
    others.follow(inner)
    assert list(inner) == [PLAIN]
    assert asked == []
    assert others.line == 5
    others.follow([PLAIN])
    assert others.line is None


def test_the_first_of_a_name_is_told_from_others() -> None:
    names = Names(Notes(Path("x.json"), lambda _: None))
    assert [names.is_first(name) for name in ("a", "b", "a")] == [True, True, False]
    assert names.unique("a") == "a~2"


@given(st.lists(st.sampled_from(["a", "a~2", "a~3", "b", ""]), max_size=12))
def test_each_name_comes_once_and_each_change_is_told(given_names: list[str]) -> None:
    remarks: list[Remark] = []
    names = Names(Notes(PATH, remarks.append))
    found = [names.unique(name) for name in given_names]
    assert len(set(found)) == len(found)
    changed = [(old, new) for old, new in zip(given_names, found, strict=True) if old != new]
    assert [remark.message.split("'")[1] for remark in remarks] == [new for _, new in changed]
    assert all(new.startswith(f"{old}~") for old, new in changed)


def test_a_name_that_came_first_is_kept() -> None:
    names = Names(Notes(PATH, lambda _: None))
    assert [names.unique(name) for name in ("a", "a~2", "a", "a")] == ["a", "a~2", "a~3", "a~4"]


def test_a_remark_has_the_line_and_the_unit_of_its_notes() -> None:
    remarks: list[Remark] = []
    notes = Notes(PATH, remarks.append)
    notes.lost("one")
    notes.line, notes.unit = 7, "u"
    notes.rejected("two", "<tu>")
    assert remarks == [
        Remark(Verdict.LOST, PATH, None, "one"),
        Remark(Verdict.REJECTED, PATH, 7, "two", "u", "<tu>"),
    ]
    assert [str(remark) for remark in remarks] == ["x.tmx: lost: one", "x.tmx:7: rejected: unit 'u': two"]


def test_a_rejected_unit_is_an_error_where_nobody_asks_for_remarks(caplog: pytest.LogCaptureFixture) -> None:
    strict(Remark(Verdict.LOST, PATH, 3, "a field is left out."))
    assert [record.message for record in caplog.records] == ["x.tmx:3: lost: a field is left out."]
    with pytest.raises(Exception, match=r"^x\.tmx:4: unit 'u': is empty\.$"):
        strict(Remark(Verdict.REJECTED, PATH, 4, "is empty.", "u"))
    with pytest.raises(Exception, match=r"^x\.tmx: is empty\.$"):
        strict(Remark(Verdict.REJECTED, PATH, None, "is empty."))


def test_a_field_that_says_nothing_is_not_missed() -> None:
    remarks: list[Remark] = []
    dropped = Dropped(PATH, FORMATS.load("moses"), remarks.append)
    dropped.note(PLAIN)
    assert remarks == []
    dropped.note(FULL)
    assert "'score' is dropped from all units: moses cannot keep it." in [remark.message for remark in remarks]
