"""Codes of a target are those of its block, once each and nested, wherever they come from; changes nest in changes."""

from __future__ import annotations

from collections import Counter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.data import Block, CodeKind, InlineCode
from translate.documents.rewriting import recognised
from translate.documents.splice import Splice

START, END, ALONE = CodeKind.START, CodeKind.END, CodeKind.ISOLATED
_SIGNS = {"b": START, "/": END, "n": ALONE}


def codes(said: str) -> list[InlineCode]:
    """Codes, a word each: `b1` opens the bold 1, `/1` closes it, `n2` is the note 2; `b` and `n` have no number."""
    made = []
    for place, one in enumerate(said.split()):
        kind = _SIGNS[one[0]]
        made.append(InlineCode(place, place, kind, type="note" if kind is ALONE else "bold", id=one[1:]))
    return made


def said(found: list[InlineCode]) -> str:
    signs = {kind: sign for sign, kind in _SIGNS.items()}
    return " ".join(signs[code.kind] + code.id for code in found)


@pytest.mark.parametrize(
    ("own", "target", "written"),
    [
        ("b1 /1 n2", "b1 /1 n2", "b1 /1 n2"),
        ("b1 /1 n2", "n2 b1 /1", "n2 b1 /1"),
        ("b1 /1 n2", "", "b1 /1 n2"),
        ("b1 /1 n2", "n2", "n2 b1 /1"),
        ("b1 /1", "b1", "b1 /1"),
        ("b1 /1", "/1", "b1 /1"),
        ("b1 /1", "/1 b1", "b1 /1"),
        ("b1 /1", "b1 /1 b1 /1", "b1 /1"),
        ("b1 b2 /2 /1", "b1 b2 /1 /2", "b1 b2 /2 /1"),
        ("b1 b2 /2 /1", "b2 b1 /1 /2", "b2 b1 /1 /2"),
        ("n1 n2", "n n", "n1 n2"),
        ("b1 /1 n2", "n7 b7", "n2 b1 /1"),
        ("", "b1 /1 n2", ""),
    ],
)
def test_each_code_of_the_block_is_there_once_and_nested(own: str, target: str, written: str) -> None:
    block = Block("", "x" * 9, "", tuple(codes(own)))
    assert said(recognised(block, codes(target))) == written


_WORDS = st.sampled_from(["b1", "/1", "b2", "/2", "n3", "n4", "b", "/", "n", "b9", "n9"])


@given(st.permutations(["b1 /1", "b2 /2", "n3", "n4"]), st.lists(_WORDS, max_size=8))
def test_whatever_codes_come_those_of_the_block_go(own: list[str], target: list[str]) -> None:
    block = Block("", "x" * 9, "", tuple(codes(" ".join(own))))
    found = recognised(block, codes(" ".join(target)))
    assert Counter(said(found).split()) == Counter(" ".join(own).split())
    assert [code.start for code in found] == sorted(code.start for code in found)
    opened: list[str] = []
    for code in found:
        if code.kind is START:
            opened.append(code.id)
        elif code.kind is END:
            assert opened.pop() == code.id


@pytest.mark.parametrize(
    ("changes", "after"),
    [
        ([], "abcdef"),
        ([(1, 3, [b"X"])], "aXdef"),
        ([(4, 6, [b"Y"]), (0, 1, [b"X"])], "XbcdY"),
        ([(2, 2, [b"X"])], "abXcdef"),
        ([(1, 5, [b"<", (1, 5), b">"])], "a<bcde>f"),
        ([(1, 5, [b"<", (1, 5), b">"]), (2, 3, [b"X"])], "a<bXde>f"),
        ([(1, 5, [b"<", (3, 5), (1, 3), b">"]), (2, 3, [b"X"])], "a<debX>f"),
        ([(1, 5, [b"-"]), (2, 3, [b"X"])], "a-f"),
        ([(0, 6, [(0, 6)]), (1, 5, [(1, 5)]), (2, 4, [b"X"])], "abXef"),
    ],
)
def test_a_change_stands_in_the_bytes_that_another_one_copies(
    changes: list[tuple[int, int, list[bytes | tuple[int, int]]]], after: str
) -> None:
    splice = Splice()
    for start, end, written in changes:
        splice.replace(start, end, written)
    assert splice.apply(b"abcdef").decode() == after
    assert bool(splice) == bool(changes)


@given(st.binary(max_size=20), st.lists(st.integers(0, 20), max_size=8), st.data())
def test_changes_in_any_order_make_the_same_bytes(content: bytes, cuts: list[int], data: st.DataObject) -> None:
    places = sorted({cut for cut in cuts if cut <= len(content)})
    ranges = list(zip(places[::2], places[1::2], strict=False))
    splice = Splice()
    for start, end in data.draw(st.permutations(ranges)):
        splice.replace(start, end, [b"<", (start, end), b">"])
    expected = content
    for start, end in reversed(ranges):
        expected = expected[:start] + b"<" + expected[start:end] + b">" + expected[end:]
    assert splice.apply(content) == expected
