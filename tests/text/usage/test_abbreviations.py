"""Abbreviations are found in any case, and what they stand for fits the place."""

from __future__ import annotations

from time import process_time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.text.usage.abbreviations import Abbreviations

RULES = Abbreviations(
    patterns={"maximum": r"max\.?(?!\w)", "number": r"nb\b\.?", "street": r"st\.", "that is": r"i\.e\."},
    plurals={"maximum": "maxima"},
    plural_words="these|all",
)


def written_out(text: str) -> str:
    """Return `text` with every abbreviation in full."""
    parts: list[str] = []
    position = 0
    for start, end, words in RULES.find(text):
        parts += text[position:start], words
        position = end
    return "".join([*parts, text[position:]])


@pytest.mark.parametrize(
    ("text", "full"),
    [
        ("", ""),
        ("at max. speed", "at maximum speed"),
        ("MAX. speed", "Maximum speed"),
        ("Max. speed", "Maximum speed"),
        ("THE MAX. SPEED", "THE MAXIMUM SPEED"),
        ("the MAX. speed", "the maximum speed"),
        ("these max. stay", "these maxima stay"),
        ("for all  max", "for all  maxima"),
        ("a nb of them", "a number of them"),
        ("the street, i.e. the st.", "the street, that is the street"),
        ("He said « the max. »", "He said « the maximum. »"),
        ("(st.)", "(street)"),
        ("st.Denis", "street Denis"),
        ("in st.\u00a0Denis", "in street\u00a0Denis"),
    ],
)
def test_what_an_abbreviation_stands_for_fits_its_place(text: str, full: str) -> None:
    assert written_out(text) == full


@pytest.mark.parametrize("text", ["climax.", "maxim", "x-max", "a.max", "nbs", "first.", "ie", "maxé"])
def test_part_of_a_word_is_no_abbreviation(text: str) -> None:
    assert list(RULES.find(text)) == []


def test_without_patterns_a_plural_word_changes_nothing() -> None:
    plain = Abbreviations(patterns={"maximum": r"max\."})
    assert [words for _, _, words in plain.find("these max. or max. x")] == ["maximum", "maximum"]


@given(
    st.lists(st.sampled_from(["max.", "MAX", "nb", "st.", "I.E.", " ", "these", "é", "\ud800", ".", "»"])).map("".join)
)
def test_abbreviations_lie_in_order_within_the_text(text: str) -> None:
    position = 0
    for start, end, words in RULES.find(text):
        assert position <= start < end <= len(text)
        assert words.strip().lower() in {"maximum", "maxima", "number", "street", "that is"}
        position = end


@pytest.mark.parametrize("bit", ["max", "max. ", "MAX. ", "these ", "i.e", "-"])
def test_a_long_text_takes_no_long_time(bit: str) -> None:
    started = process_time()
    found = list(RULES.find(bit * (100_000 // len(bit))))
    assert len(found) == (20_000 if bit.lower() == "max. " else 0)
    assert process_time() - started < 5


def test_one_language_does_not_answer_for_another() -> None:
    text = "de 5 max. ou moins"
    found = list(RULES.find(text))
    assert found and list(RULES.find(text)) == found
    assert list(Abbreviations({"other": "de"}).find(text)) == [(0, 2, "other")]
