"""Times of the day are read with the words that say which half of the day they are in."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.text.dates.clock import NO_CLOCK, Clock, Time, iter_parted, iter_times, marks_half, read_part

CLOCK = Clock(halves=("am|in the morning", "pm|in the evening"), is_half_day=True)
HOURS = "o'clock|hrs"


def read(text: str, clock: Clock = CLOCK) -> list[Time]:
    return list(iter_times(text, HOURS, clock))


@pytest.mark.parametrize(
    ("text", "minutes", "written"),
    [
        ("at 8:05 am", {485}, "8:05 am"),
        ("at 8 pm", {1200}, "8 pm"),
        ("at 12 am", {0}, "12 am"),
        ("at 12:30 pm", {750}, "12:30 pm"),
        ("at 8 o'clock", {480, 1200}, "8"),
        ("at 8 o'clock in the evening", {1200}, "8 o'clock in the evening"),
        ("at 20:15", {1215}, "20:15"),
        ("at 14h30", {870}, "14h30"),
        ("at 9 h 07", {547, 1267}, "9 h 07"),
        ("at 24:00", {0, 720}, "24:00"),
        ("at 8.30 pm", {1230}, "8.30 pm"),
        ("at 17:00 in the evening", {1020}, "17:00 in the evening"),
    ],
)
def test_a_time_is_the_minutes_that_it_may_be(text: str, minutes: set[int], written: str) -> None:
    (time,) = read(text)
    assert (set(time.minutes), time.text) == (minutes, written)
    assert text[time.start :].startswith(written)


@pytest.mark.parametrize(
    "text", ["", "8", "in 1998", "8.30", "25:00", "x8:30", "8:75", "1,8:30", "3/8 pm", "€8", "8:301", "at ８ apm"]
)
def test_other_figures_are_no_times(text: str) -> None:
    assert read(text) == []


def test_a_time_is_marked_by_its_half_and_exact_by_its_minutes() -> None:
    assert [(one.is_marked, one.is_exact) for one in read("8:30, 8 pm, 8:30 pm, 8 hrs")] == [
        (False, True),
        (True, False),
        (True, True),
        (False, False),
    ]


def test_the_face_of_a_clock_does_not_know_the_half_of_the_day() -> None:
    assert {one.face for one in read("8:30 am, 8:30 pm, 20:30, 8:30")} == {510}


def test_without_a_clock_a_time_with_a_colon_is_one_of_the_whole_day() -> None:
    (time,) = read("8:30 pm", NO_CLOCK)
    assert (set(time.minutes), time.is_marked) == ({510}, False)


@pytest.mark.parametrize(
    ("text", "marks"),
    [("8 pm", True), ("8 o'clock in the evening", True), ("8. In pm", False), ("pm 8", False), ("8:30", False)],
)
def test_a_half_is_marked_close_behind_a_figure(text: str, marks: bool) -> None:
    assert marks_half(text, CLOCK) is marks
    assert not marks_half(text, NO_CLOCK)


@given(st.text(st.sampled_from("0123456789:.hH pmaoclk'\u00a0\u202f\ud800,/")))
def test_times_stand_in_order_and_within_a_day(text: str) -> None:
    starts = []
    for time in read(text):
        starts.append(time.start)
        assert text[time.start :].startswith(time.text)
        assert time.minutes and all(0 <= minute < 1440 for minute in time.minutes)
        assert 0 <= time.face < 720
    assert starts == sorted(set(starts))


@pytest.mark.parametrize(("bit", "times"), [("8 pm ", 20_000), ("1", 0), ("8:3", 1), ("8 h ", 0), ("9 ", 0)])
def test_a_long_text_is_read_in_little_time(bit: str, times: int) -> None:
    text = bit * (100_000 // len(bit))
    assert len(read(text)) == times
    assert marks_half(text, CLOCK) is (bit == "8 pm ")


PARTED = Clock(parts={"and half": 30, "less five": -5}, less="less")


@pytest.mark.parametrize(
    ("behind", "minutes"),
    [
        (" and half", 30),
        (" less  five", None),
        (" less five", -5),
        (" less 20.", -20),
        (" less 20 %", None),
        (" 20", None),
    ],
)
def test_a_part_of_an_hour_is_minutes_more_or_less(behind: str, minutes: int | None) -> None:
    part = read_part(f"8 hrs{behind}", len("8 hrs"), PARTED)
    assert (part and part[1]) == minutes


def test_parted_times_are_those_of_the_day() -> None:
    text = "at 0 hrs less five, at 8 hrs and half, at 9 hrs"
    assert [(text[a:b], time, more) for a, b, time, more in iter_parted(text, HOURS, PARTED)] == [
        ("0 hrs less five", 24 * 60 - 5, 5),
        ("8 hrs and half", 510, 30),
    ]
    assert not [*iter_parted(text, HOURS, CLOCK)]


def test_parted_times_may_have_their_hour_in_words() -> None:
    words = {"eight": 8, "thirty": 30}
    text = "noonish, eight hrs less five, thirty hrs less five, eight less five"
    found = [(text[a:b], time, more) for a, b, time, more in iter_parted(text, HOURS, PARTED, words)]
    assert found == [("eight hrs less five", 475, 5)]
    assert not [*iter_parted(text, HOURS, PARTED)]
    noon = replace(PARTED, noon=frozenset({"noon"}), midnight=frozenset({"midnight"}))
    text = "noon less five, midnight less five"
    assert [time for _, _, time, _ in iter_parted(text, HOURS, noon, words)] == [715, 1435]
