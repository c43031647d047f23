"""What is kept is counted by kind, and told in the number that it has."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.documents.left_out import LeftOut

_KINDS = st.sampled_from(["hidden rows", "comments", "passages in other languages", "embedded files"])


@pytest.mark.parametrize(
    ("kind", "count", "line"),
    [
        ("hidden rows", 1, "1 hidden row kept as it is"),
        ("hidden rows", 2, "2 hidden rows kept as they are"),
        ("hidden rows", 12_345, "12,345 hidden rows kept as they are"),
        ("passages in other languages", 1, "1 passage in other languages kept as it is"),
        ("passages in other languages", 3, "3 passages in other languages kept as they are"),
        ("text", 1, "1 text kept as it is"),
    ],
)
def test_a_kind_is_told_in_its_number(kind: str, count: int, line: str) -> None:
    left_out = LeftOut()
    left_out.add(kind, count)
    assert list(left_out) == [line]


@given(st.lists(st.tuples(_KINDS, st.integers(1, 20))))
def test_whatever_order_kinds_come_in_the_lines_are_the_same(found: list[tuple[str, int]]) -> None:
    one, other = LeftOut(), LeftOut()
    for kind, count in found:
        one.add(kind, count)
    for kind, count in reversed(found):
        for _ in range(count):
            other.add(kind)
    assert list(one) == list(other)
    assert len(list(one)) == len({kind for kind, _ in found})


def test_a_remark_stands_once_behind_what_is_counted() -> None:
    left_out = LeftOut()
    left_out.remark("its macros are kept")
    left_out.add("comments")
    left_out.remark("its signature is void")
    left_out.remark("its macros are kept")
    assert list(left_out) == ["1 comment kept as it is", "its macros are kept", "its signature is void"]


def test_counting_begins_anew_where_the_document_is_read_again() -> None:
    left_out = LeftOut()
    for _ in range(2):
        left_out.clear()
        left_out.add("comments", 2)
        left_out.remark("its macros are kept")
    assert list(left_out) == ["2 comments kept as they are", "its macros are kept"]
