"""Codes keep their numbers on every way between a passage, its parts and its marks."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.data import CodeKind, InlineCode, Passage
from translate.serve.review.marks import (
    Part,
    find_faults,
    marked_text,
    numbers_of,
    parse_marked,
    parts_of,
    parts_of_value,
    passage_of,
    value_of_parts,
)


def start(at: int, to: int, pair: int, meaning: str, identity: str = "") -> InlineCode:
    return InlineCode(at, to, CodeKind.START, pair, meaning, identity)


def end(at: int, to: int, pair: int, meaning: str, identity: str = "") -> InlineCode:
    return InlineCode(at, to, CodeKind.END, pair, meaning, identity)


# A *b* <br> c
SOURCE = Passage(
    "A *b* <br> c",
    (
        InlineCode(2, 3, CodeKind.START, 7, "italic"),
        InlineCode(4, 5, CodeKind.END, 7, "italic"),
        InlineCode(6, 10, CodeKind.ISOLATED, None, "lb"),
    ),
)
TARGET = Passage(
    "<br>X _b_",
    (
        InlineCode(0, 4, CodeKind.ISOLATED, None, "lb"),
        InlineCode(6, 7, CodeKind.START, 7, "italic", ""),
        InlineCode(8, 9, CodeKind.END, 7, "italic", ""),
    ),
)
NESTED = Passage(
    "<b><i>a</i></b>",
    (
        InlineCode(0, 3, CodeKind.START, 1, "bold", "1"),
        InlineCode(3, 6, CodeKind.START, 2, "italic", "2"),
        InlineCode(7, 11, CodeKind.END, 2, "italic", "2"),
        InlineCode(11, 15, CodeKind.END, 1, "bold", "1"),
    ),
)


def test_a_source_is_numbered_in_its_own_order() -> None:
    assert parts_of(SOURCE, SOURCE) == ["A ", 1, "b", 2, " ", 3, " c"]
    assert marked_text(parts_of(SOURCE, SOURCE), SOURCE) == "A {1}b{/1} {3/} c"


def test_thousands_of_codes_take_no_minutes() -> None:
    text = "".join(f"*{number}*" for number in range(3000))
    places = [place for place, sign in enumerate(text) if sign == "*"]
    source = Passage(
        text,
        tuple((end if n % 2 else start)(at, at + 1, n // 2, "italic") for n, at in enumerate(places)),
    )
    started = time.process_time()
    parts = parts_of(source, source)
    marked = marked_text(parts, source)
    assert parse_marked(marked, source) == parts
    assert not find_faults(parts, source)
    assert passage_of(parts, source, source) == source
    assert time.process_time() - started < 5


def test_codes_without_ids_are_known_by_their_looks_and_others_are_foreign() -> None:
    assert numbers_of(SOURCE, TARGET) == [3, 4, 5]
    codes = (start(0, 1, 1, "italic"), end(2, 3, 1, "italic"), InlineCode(3, 7, CodeKind.ISOLATED, None, "lb"))
    same = Passage("*x*<br>", codes)
    assert numbers_of(SOURCE, same) == [1, 2, 3]


def test_two_equal_codes_go_with_two_equal_codes_in_order() -> None:
    pairs = [start(0, 1, 1, "italic"), end(2, 3, 1, "italic"), start(4, 5, 2, "italic"), end(6, 7, 2, "italic")]
    twice = Passage("*a* *b*", tuple(pairs))
    assert numbers_of(twice, twice) == [1, 2, 3, 4]


def test_what_the_page_gets_says_which_code_has_no_place_in_the_source() -> None:
    values = value_of_parts(parts_of(SOURCE, TARGET), SOURCE, TARGET)
    assert values[0] == {"c": 3, "k": "isolated", "t": "lb", "l": "<br>"}
    assert values[2] == {"c": 4, "k": "start", "t": "italic", "p": 7, "l": "_", "foreign": True}
    assert parts_of_value(values) == [3, "X ", 4, "b", 5]


def test_a_passage_is_made_again_of_its_parts() -> None:
    assert passage_of(parts_of(NESTED, NESTED), NESTED, NESTED) == NESTED
    assert passage_of(parts_of(SOURCE, SOURCE), SOURCE, Passage("")) == SOURCE


def test_a_code_is_written_as_the_machine_wrote_it_in_the_target() -> None:
    source = Passage('<a title="Voir">b</a>', (start(0, 16, 1, "link", "1"), end(17, 21, 1, "link", "1")))
    machine = Passage('<a title="See">b</a>', (start(0, 15, 1, "link", "1"), end(16, 20, 1, "link", "1")))
    made = passage_of(["Now ", 1, "c", 2], source, machine)
    assert made.text == 'Now <a title="See">c</a>'
    assert [made.text[code.start : code.end] for code in made.codes] == ['<a title="See">', "</a>"]


@pytest.mark.parametrize(
    ("parts", "missing", "doubled", "foreign", "order"),
    [
        ([1, 2, "a", 3, 4], (), (), (), ()),
        ([2, 1, "a", 4, 3], (), (), (), ()),
        ([1, "a", 4], (2, 3), (), (), ()),
        ([1, 2, 3, 4, 4, 2], (), (2, 4), (), ()),
        ([4, "a", 1, 2, 3], (), (), (), (4,)),
        ([1, 2, 3, 4, 9], (), (), (9,), ()),
        ([1, 2, "x", 4, 3], (), (), (), (3, 4)),
    ],
)
def test_each_fault_of_codes_is_named(
    parts: list[Part],
    missing: tuple[int, ...],
    doubled: tuple[int, ...],
    foreign: tuple[int, ...],
    order: tuple[int, ...],
) -> None:
    faults = find_faults(parts, NESTED)
    assert (faults.missing, faults.doubled, faults.foreign) == (missing, doubled, foreign)
    assert bool(faults.order) == bool(order)


def test_pairs_that_cross_in_the_source_may_cross_in_the_target() -> None:
    codes = (*NESTED.codes[:2], end(7, 11, 1, "bold", "1"), end(11, 15, 2, "italic", "2"))
    crossed = Passage("<b><i>a</b></i>", codes)
    assert not find_faults([1, 2, "a", 3, 4], crossed)


def test_marks_come_back_as_parts() -> None:
    assert parse_marked("{3/}X {1}b{/1}", SOURCE) == [3, "X ", 1, "b", 2]


def test_a_mark_that_is_none_of_the_source_is_foreign() -> None:
    assert parse_marked("{9}b{/9}{1/}", SOURCE) == [12, "b", 12, 4]
    assert find_faults(parse_marked("{1}b{/1}{3/}{4/}", SOURCE), SOURCE).foreign == (7,)


@given(st.lists(st.one_of(st.text("{}/1234ab", max_size=8), st.sampled_from([1, 2, 3]))))
def test_any_text_with_codes_survives_its_marks(parts: list[Part]) -> None:
    joined: list[Part] = []
    for part in parts:
        if isinstance(part, str) and joined and isinstance(joined[-1], str):
            joined[-1] += part
        elif part != "":
            joined.append(part)
    assert parse_marked(marked_text(joined, SOURCE), SOURCE) == joined


@pytest.mark.parametrize("value", ["text", [1], [{"c": "1"}], [{"c": 0}], [{"c": True}], [None]])
def test_what_is_no_list_of_parts_is_refused(value: object) -> None:
    with pytest.raises(ValueError, match="part"):
        parts_of_value(value)
