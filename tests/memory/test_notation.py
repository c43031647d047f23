"""A value is written as the target wrote the one before, or is said to have no such writing."""

from __future__ import annotations

import pytest

from translate.languages import find_language
from translate.memory.notation import (
    NoNotationError,
    turn_half,
    value_in_figures,
    write_date,
    write_month,
    write_number,
    write_time,
)
from translate.memory.placeables import Placeable, Sort, read_placeables

FRENCH, ENGLISH = find_language("fr"), find_language("en")


def one_of(text: str, code: str) -> Placeable:
    (found,) = read_placeables(text, find_language(code))
    return found


@pytest.mark.parametrize(
    ("old", "new", "written"),
    [
        ("8", "15", "15"),
        ("850", "1 250", "1,250"),
        ("12,500", "900", "900"),
        ("12500", "15 000", "15000"),
        ("12,500", "15000", "15,000"),
        ("2.5", "4", "4"),
        ("4", "2,5", "2.5"),
        ("1,234.5", "6 789,25", "6,789.25"),
        ("007", "12", "12"),
        ("8", "-4", "-4"),
        ("4.2.1", "4.3.1", "4.3.1"),
        ("3rd", "21", "21st"),
    ],
)
def test_a_number_is_grouped_and_pointed_as_the_target_does(old: str, new: str, written: str) -> None:
    assert write_number(one_of(old, "en"), one_of(new, "fr"), FRENCH, ENGLISH) == written


@pytest.mark.parametrize(("old", "new"), [("3rd", "2,5"), ("3rd", "-4")])
def test_what_is_no_ordinal_is_not_written_as_one(old: str, new: str) -> None:
    with pytest.raises(NoNotationError, match=f"'{new}' is not written as an ordinal"):
        write_number(one_of(old, "en"), one_of(new, "fr"), FRENCH, ENGLISH)


@pytest.mark.parametrize(
    ("text", "code", "value"),
    [("12", "fr", 12), ("1 234", "fr", 1234), ("1,234", "en", 1234), ("2,5", "fr", None), ("2.5", "en", None),
     ("XIXe", "fr", 19), ("21st", "en", 21)],
)  # fmt: skip
def test_a_number_with_decimals_is_no_whole_one(text: str, code: str, value: int | None) -> None:
    assert value_in_figures(one_of(text, code), find_language(code)) == value


@pytest.mark.parametrize(
    ("old", "month", "written"),
    [
        ("January", 3, "March"),
        ("JANUARY", 3, "MARCH"),
        ("Jan", 10, "Oct"),
        ("january", 12, "december"),
        ("May", 6, "June"),
    ],
)
def test_a_month_is_as_long_as_the_old_one_and_has_its_capitals(old: str, month: int, written: str) -> None:
    assert write_month(old, month, ENGLISH.months) == written


def test_a_month_without_a_short_form_is_not_shortened() -> None:
    with pytest.raises(NoNotationError, match="'may' has no short form"):
        write_month("Jan", 5, ENGLISH.months)


@pytest.mark.parametrize(
    ("old", "new", "made", "written"),
    [
        ("05/09/2021", "12/10/2022", "05/09/2021", "12/10/2022"),
        ("05/09/2021", "12/10/2022", "09/05/2021", "10/12/2022"),
        ("05/09/2021", "12/10/2022", "2021-09-05", "2022-10-12"),
        ("05/09/2021", "07/08/2022", "9/5/2021", "8/7/2022"),
        ("05/09/2021", "12/10/2022", "05.09.21", "12.10.22"),
    ],
)
def test_a_date_has_the_order_and_the_marks_of_the_target(old: str, new: str, made: str, written: str) -> None:
    assert write_date(one_of(old, "fr"), one_of(new, "fr"), one_of(made, "fr")) == written


@pytest.mark.parametrize(
    ("old", "new", "made", "message"),
    [
        ("05/05/2021", "12/10/2022", "05/05/2021", "the order of '05/05/2021' is not sure"),
        ("05/09/2021", "2022-10-12", "05/09/2021", "'2022-10-12' is written in another order than '05/09/2021'"),
    ],
)
def test_a_date_whose_order_is_not_sure_is_left(old: str, new: str, made: str, message: str) -> None:
    with pytest.raises(NoNotationError, match=message):
        write_date(one_of(old, "fr"), one_of(new, "fr"), one_of(made, "fr"))


def at(text: str, *minutes: int) -> Placeable:
    return Placeable(0, len(text), Sort.TIME, text, minutes=frozenset(minutes))


@pytest.mark.parametrize(
    ("old", "hour", "new", "written"),
    [
        (at("16:20", 980), 16, at("9 h 05", 545), "9:05"),
        (at("08:20", 500), 8, at("9 h 05", 545), "09:05"),
        (at("2:30 pm", 870), 14, at("16 h 45", 1005), "4:45 pm"),
        (at("2:30 pm", 870), 14, at("9 h 15", 555), "9:15 am"),
        (at("8 p.m.", 1200), 20, at("11 h", 660), "11 a.m."),
        (at("8 pm", 1200), 20, at("21 h 30", 1290), "9:30 pm"),
        (at("7.45 am", 465), 7, at("0 h 15", 15), "12.15 am"),
        (at("11 am", 660), 11, at("12 h", 720), "12 pm"),
    ],
)
def test_a_time_is_written_as_the_target_writes_times(old: Placeable, hour: int, new: Placeable, written: str) -> None:
    assert write_time(old, hour, new, "", ENGLISH) == written


@pytest.mark.parametrize(
    ("old", "hour", "new", "message"),
    [
        (at("noon", 720), 12, at("13 h", 780), "'noon' is no time in figures"),
        (at("8", 480), 8, at("15 h", 900), "'15 h' may be written in another way"),
        (at("8", 480), 8, at("9 h 30", 570), "'8' has no place for minutes"),
        (at("8", 1200), 20, at("9 h", 540), "'8' does not say which half of the day it is in"),
    ],
)
def test_a_time_without_a_sure_place_is_left(old: Placeable, hour: int, new: Placeable, message: str) -> None:
    with pytest.raises(NoNotationError, match=message):
        write_time(old, hour, new, "", ENGLISH)


@pytest.mark.parametrize(("written", "turned"), [(" pm", " am"), ("a.m.", "p.m."), (" a.m.", " p.m."), (" am", " pm")])
def test_the_other_half_of_the_day_is_one_letter_away(written: str, turned: str) -> None:
    assert turn_half(written, ENGLISH.clock) == turned
    assert turn_half(turned, ENGLISH.clock) == written


def test_what_names_no_half_of_the_day_has_no_counterpart() -> None:
    with pytest.raises(NoNotationError, match="'sharp' has no counterpart"):
        turn_half(" sharp", ENGLISH.clock)
