"""Inline codes between a text and the elements of a format: cut apart, paired, tied, and put together again."""

from __future__ import annotations

import unicodedata
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.formats.samples import coded_texts
from translate.data import CodeKind, InlineCode, Variant
from translate.formats.inline import Collector, Part, associate, cut, identify, normal, paired, trim

START, END, ALONE = CodeKind.START, CodeKind.END, CodeKind.ISOLATED


def code(start: int, end: int, kind: CodeKind = ALONE, pair: int | None = None, meaning: str = "") -> InlineCode:
    return InlineCode(start, end, kind, pair, meaning)


@given(coded_texts())
def test_the_parts_of_a_text_are_the_text(drawn: tuple[str, tuple[InlineCode, ...]]) -> None:
    text, codes = drawn
    parts = cut(Variant("fr", text, codes=codes))
    assert "".join(part.text for part in parts) == text
    assert [part.code for part in parts if part.code is not None] == paired(codes)
    assert all(part.text or part.code is not None for part in parts)


@given(coded_texts())
def test_a_collector_puts_together_what_was_cut(drawn: tuple[str, tuple[InlineCode, ...]]) -> None:
    text, codes = drawn
    collector = Collector()
    for part in cut(Variant("fr", text, codes=codes)):
        if part.code is None:
            collector.add_text(part.text)
        else:
            key = None if part.code.pair is None else str(part.code.pair)
            collector.add_code(part.text, part.code.kind, key=key, meaning=part.code.type)
    assert collector.finish() == (text, tuple(paired(codes)))


def test_stretches_and_codes_become_normal_each_by_itself() -> None:
    parts = cut(Variant("fr", "e\u0301<e\u0301>\u0301", codes=(code(2, 6),)))
    assert [part.text for part in parts] == ["é", "<é>", "\u0301"]


@pytest.mark.parametrize(
    ("codes", "wrong"),
    [
        ((code(0, 2), code(1, 3)), "1-3"),
        ((code(2, 4), code(0, 1)), "0-1"),
        ((code(3, 6),), "3-6"),
        ((code(3, 2),), "3-2"),
        ((code(-1, 1),), "-1-1"),
    ],
)
def test_codes_that_overlap_or_lie_outside_are_refused(codes: tuple[InlineCode, ...], wrong: str) -> None:
    with pytest.raises(ValueError, match=f"an inline code at {wrong} overlaps another or lies outside of the text"):
        cut(Variant("fr", "12345", codes=codes))


@pytest.mark.parametrize(
    ("kinds", "pairs"),
    [
        ([(START, 1), (END, 1)], [1, 1]),
        ([(END, 1), (START, 1)], [None, None]),
        ([(START, 1)], [None]),
        ([(START, 1), (START, 1), (END, 1)], [None, None, None]),
        ([(START, 1), (END, 1), (END, 1)], [None, None, None]),
        ([(START, 1), (START, 2), (END, 1), (END, 2)], [1, 2, 1, 2]),
        ([(ALONE, 1), (START, 2), (END, 2)], [None, 2, 2]),
        ([(START, None), (END, None)], [None, None]),
    ],
)
def test_a_pair_is_one_start_before_one_end(kinds: list[tuple[CodeKind, int | None]], pairs: list[int | None]) -> None:
    codes = [code(at, at, kind, pair) for at, (kind, pair) in enumerate(kinds)]
    assert [found.pair for found in paired(codes)] == pairs


def test_equal_codes_of_both_sides_are_tied_in_their_order() -> None:
    bold, image = Part("<b>", code(0, 3, START, 1, "bold")), Part("[i]", code(0, 3))
    end, word = Part("</b>", code(0, 4, END, 1, "bold")), Part("mot")
    source = [bold, word, end, image, image]
    target = [image, word, bold, word, end, Part("[j]", code(0, 3)), image]
    assert associate(source, target) == ([1, None, None, 2, 3], [2, None, 1, None, None, None, 3])


def test_codes_of_another_type_or_kind_are_not_tied() -> None:
    one = [Part("x", code(0, 1, meaning="a")), Part("y", code(0, 1, START))]
    other = [Part("x", code(0, 1, meaning="b")), Part("y", code(0, 1))]
    assert associate(one, other) == ([None, None], [None, None])


def test_codes_of_one_id_are_tied_whatever_their_looks_and_order() -> None:
    def named(own: str, native: str = "") -> Part:
        return Part(native, InlineCode(0, len(native), ALONE, id=own))

    assert associate([named("a"), named("b", "<br>")], [named("b"), named("a")]) == ([1, 2], [2, 1])
    assert associate([named("a"), named("b")], [named("b")]) == ([None, 1], [1])
    assert associate([named("a")], [named("")]) == ([None], [None])


def test_tied_codes_and_the_ends_of_a_pair_share_an_id() -> None:
    image, line = Part("[i]", InlineCode(0, 3, ALONE)), Part("", InlineCode(0, 0, ALONE))
    start, end = Part("<", InlineCode(0, 1, START, 5)), Part(">", InlineCode(0, 1, END, 5))
    sides = ([line, image, Part("mot"), start, end], [image, start, end])
    assert identify(sides) == (["1", "2", "", "3", "3"], ["2", "3", "3"])


def test_an_id_of_the_file_stays_where_the_format_allows_it_and_it_is_free() -> None:
    def named(own: str) -> Part:
        return Part("", InlineCode(0, 0, ALONE, id=own))

    sides = ([named("n"), named("n"), named("2"), named("")], [named("n"), named("q")])
    assert identify(sides) == (["n", "1", "2", "3"], ["n", "q"])
    assert identify(sides, str.isdigit) == (["1", "3", "2", "4"], ["1", "5"])
    assert identify(sides, taken=["q"]) == (["n", "1", "2", "3"], ["n", "4"])


@pytest.mark.parametrize(
    ("keys", "numbers"),
    [
        (["7", "x", "x", "7"], [7, 1, 1, 7]),
        (["x", "1", "1", "x"], [2, 1, 1, 2]),
        (["1234567890", "2", "2", "1234567890"], [1, 2, 2, 1]),
        (["²", "b", "b", "²"], [1, 2, 2, 1]),
        (["07", "7", "7", "07"], [1, 7, 7, 1]),
    ],
)
def test_pairs_have_the_number_of_the_file_where_it_is_free(keys: list[str], numbers: list[int]) -> None:
    collector = Collector()
    for key, kind in zip(keys, [START, START, END, END], strict=True):
        collector.add_code("|", kind, key=key)
    assert [found.pair for found in collector.finish()[1]] == numbers


def test_an_end_takes_the_meaning_of_its_start_where_it_has_none() -> None:
    collector = Collector()
    collector.add_code("<b>", START, key="1", meaning="bold")
    collector.add_code("</b>", END, key="1")
    collector.add_code("</i>", END, key="2", meaning="italic")
    assert [found.type for found in collector.finish()[1]] == ["bold", "bold", "italic"]


@pytest.mark.parametrize(
    ("text", "codes", "trimmed", "moved"),
    [
        ("  a ", (), "a", ()),
        ("   ", (), "", ()),
        (" <b> a", (code(1, 4),), "<b> a", (code(0, 3),)),
        (" \n<b>  ", (code(2, 5),), "<b>", (code(0, 3),)),
        ("  ", (code(1, 1),), "", (code(0, 0),)),
        ("a", (code(0, 1),), "a", (code(0, 1),)),
    ],
)
def test_blanks_are_trimmed_as_far_as_the_codes(
    text: str, codes: tuple[InlineCode, ...], trimmed: str, moved: tuple[InlineCode, ...]
) -> None:
    assert trim(text, codes, " \n") == (trimmed, moved)


@given(coded_texts())
def test_trimming_moves_codes_with_their_text(drawn: tuple[str, tuple[InlineCode, ...]]) -> None:
    text, codes = drawn
    found, moved = trim(text, codes, " \t\n")
    assert [found[c.start : c.end] for c in moved] == [text[c.start : c.end] for c in codes]
    assert [replace(c, start=0, end=0) for c in moved] == [replace(c, start=0, end=0) for c in codes]
    assert trim(found, moved, " \t\n") == (found, moved)


@given(st.text(max_size=20))
def test_normal_form_is_nfc(text: str) -> None:
    assert normal(text) == unicodedata.normalize("NFC", text)
