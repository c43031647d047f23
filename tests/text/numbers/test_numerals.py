"""Numbers in figures are read in the way of their language, with all that they may mean."""

from __future__ import annotations

from decimal import Decimal
from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.text.numbers.numerals import MAX_DIGITS, PLAIN_NUMERALS, SPACES, Numerals, read_numbers

COMMA = PLAIN_NUMERALS
POINT = Numerals(
    decimal=".",
    hour="o'clock",
    scale="million|thousand|hundred thousand",
    half=r" and a half",
    short="k",
    decade="s",
    scales={"million": 10**6, "thousand": 10**3, "hundred": 100, "k": 1000},
    before_time="at",
    is_day_first=False,
)


def first(text: str, numerals: Numerals) -> list[tuple[int | Decimal, ...]]:
    """Return the readings of the only number of a text."""
    (number,) = read_numbers(text, numerals)
    return list(number.readings)


@pytest.mark.parametrize(
    ("text", "comma", "point"),
    [
        ("7", 7, 7),
        ("007", 7, 7),
        ("1,5", Decimal("1.5"), None),
        ("1.5", None, Decimal("1.5")),
        ("1.234,5", Decimal("1234.5"), None),
        ("1,234.5", None, Decimal("1234.5")),
        ("1 234 567", 1234567, 1234567),
        ("1\u202f234,5", Decimal("1234.5"), Decimal("1234.5")),
        ("1’234’567", 1234567, 1234567),
        ("1'234", 1234, 1234),
        ("½", Decimal("0.5"), Decimal("0.5")),
        ("2 ½", Decimal("2.5"), Decimal("2.5")),
        ("1 3/4", Decimal("1.75"), Decimal("1.75")),
        ("3⁄8", Decimal("0.375"), Decimal("0.375")),
    ],
)
def test_a_number_is_read_in_the_way_of_its_language(text: str, comma: object, point: object) -> None:
    for numerals, value in ((COMMA, comma), (POINT, point)):
        if value is not None:
            assert first(text, numerals)[0] == (value,)


@pytest.mark.parametrize(
    ("text", "numerals", "reading"),
    [
        ("3 100", COMMA, (3, 100)),
        ("19,000", COMMA, (19000,)),
        ("Web 2.0", COMMA, (Decimal("2.0"),)),
        ("24/7", COMMA, (24, 7)),
        ("1.2.3", COMMA, (1, 2, 3)),
        ("17 o'clock", POINT, (5,)),
        ("8 o'clock", POINT, (20,)),
        ("at 18.30", POINT, (18, 30)),
        ("the 1980s", POINT, (80,)),
        ("the 80s", POINT, (1980,)),
        ("5k", POINT, (5000,)),
        ("5k", POINT, (5,)),
        (".5", POINT, (Decimal("0.5"),)),
        ("3 million", POINT, (3_000_000,)),
        ("3 million and a half", POINT, (3_500_000,)),
        ("3 hundred thousand", POINT, (300_000,)),
        ("3 million 200 thousand", POINT, (3_200_000,)),
    ],
)
def test_what_a_number_may_mean_is_among_its_readings(text: str, numerals: Numerals, reading: tuple[object]) -> None:
    assert reading in first(text, numerals)


@pytest.mark.parametrize("text", ["", "none", "I", "²", "Ⅳ", "①", "\ud800"])
def test_a_text_without_figures_has_no_numbers(text: str) -> None:
    assert read_numbers(text, COMMA) == ()


def test_the_noughts_of_a_full_hour_are_no_number() -> None:
    assert [number.text for number in read_numbers("8 h 00, 8:00, 00", COMMA)] == ["8", "8", "00"]


@pytest.mark.parametrize(
    ("text", "numerals", "date", "month"),
    [
        ("03/05/2024", COMMA, (3, 5, 2024), 5),
        ("03/05/2024", POINT, (3, 5, 2024), 0),
        ("05/25/2024", COMMA, (5, 25, 2024), 0),
        ("2024-05-03", COMMA, (2024, 5, 3), 5),
        ("3.5.24", COMMA, (3, 5, 24), 5),
    ],
)
def test_a_date_has_its_parts_in_order_and_its_month_where_that_is_sure(
    text: str, numerals: Numerals, date: tuple[int, ...], month: int
) -> None:
    (number,) = read_numbers(text, numerals)
    assert (number.date, number.month, number.readings) == (date, month, (date,))


@pytest.mark.parametrize(
    ("text", "is_loose"),
    [("COVID-19", True), ("A4", True), ("B‑52", True), ("-19", False), ("19-", False), ("3 -19", False)],
)
def test_a_number_that_hangs_on_letters_is_loose(text: str, is_loose: bool) -> None:
    assert read_numbers(text, COMMA)[-1].loose is is_loose


def test_a_range_shares_the_scale_of_its_end() -> None:
    one, other = read_numbers("2 to 3 million", POINT)
    assert (2_000_000,) in one.readings
    assert one.scale == 1
    assert (other.readings, other.scale) == (((3_000_000,),), 1_000_000)


def test_a_run_of_figures_is_cut_into_pieces() -> None:
    (number,) = read_numbers("9" * (2 * MAX_DIGITS + 1), COMMA)
    assert number.readings == ((int("9" * MAX_DIGITS), int("9" * MAX_DIGITS), 9),)


@given(st.integers(0, 10**12), st.sampled_from([(COMMA, "."), (POINT, ",")]), st.sampled_from([None, *SPACES, "’"]))
def test_a_number_in_groups_is_that_number(value: int, numerals: tuple[Numerals, str], mark: str | None) -> None:
    rules, own = numerals
    written = f"{value:,}".replace(",", mark or own)
    assert (value,) in first(written, rules)


@given(st.text(st.sampled_from("0123456789.,'’/-:½⁄ \u202fkhHs\ud800"), max_size=30), st.sampled_from([COMMA, POINT]))
def test_numbers_lie_in_order_within_the_text(text: str, numerals: Numerals) -> None:
    position = 0
    for number in read_numbers(text, numerals):
        assert position <= number.start < number.end <= len(text)
        assert number.readings and all(reading for reading in number.readings)
        position = number.end


@pytest.mark.parametrize("bit", ["1", "1 ", "1,", "1/2 ", "1 234 ", "½", "1 million ", "at 1.", "1-"])
def test_a_long_text_is_read_in_linear_time(bit: str) -> None:
    started = process_time()
    for numerals in (COMMA, POINT):
        assert read_numbers(bit * (30_000 // len(bit)), numerals)
    assert process_time() - started < 4
