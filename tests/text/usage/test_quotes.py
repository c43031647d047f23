"""Quotation marks of a text: which open, which close, and how deep."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.text.usage.quotes import read_marks


def shown(text: str, depth: int = 0) -> str:
    """Return a text with its marks as the depth to which they open, or from which they close: `1(oui)1`."""
    for mark in reversed(read_marks(text, depth).marks):
        text = text[: mark.start] + (f"{mark.depth}(" if mark.opens else f"){mark.depth}") + text[mark.end :]
    return text


@pytest.mark.parametrize(
    ("text", "marks"),
    [
        ("« oui »", "1( oui )1"),
        ('"oui", dit-il, "non".', "1(oui)1, dit-il, 1(non)1."),
        ("« Il dit “oui” hier. »", "1( Il dit 2(oui)2 hier. )1"),
        ("\"He said 'yes', and 'no'.\"", "1(He said 2(yes)2, and 2(no)2.)1"),
        ('He said: " Yes. " She left.', "He said: 1( Yes. )1 She left."),
        ("the dogs' tails, rock 'n' roll", "the dogs' tails, rock 'n' roll"),
        ("l'eau d'ici", "l'eau d'ici"),
        ("„Ja“, sagt er", "1(Ja)1, sagt er"),
        ('un tuyau de 6" et "non"', 'un tuyau de 6" et 1(non)1'),
        ("— « Non »", "— 1( Non )1"),
        ('("oui")', "(1(oui)1)"),
    ],
)
def test_marks_are_read_by_what_stands_beside_them(text: str, marks: str) -> None:
    assert shown(text) == marks


def test_a_text_within_a_quotation_begins_one_deeper() -> None:
    assert shown("Il a dit “oui” hier. »", 1) == "Il a dit 2(oui)2 hier. )1"


@pytest.mark.parametrize(
    ("text", "unopened", "unclosed"), [("« a", 0, 1), ("a »", 1, 0), ("« a »", 0, 0), ("a » « b", 1, 1), ("", 0, 0)]
)
def test_what_goes_on_beyond_a_text_is_counted(text: str, unopened: int, unclosed: int) -> None:
    marks = read_marks(text)
    assert (marks.unopened, marks.unclosed) == (unopened, unclosed)
    assert marks.is_paired is (not unopened and not unclosed)


@given(st.text(alphabet="a\"'«»“” .,", max_size=30))
def test_marks_lie_in_order_within_the_text(text: str) -> None:
    marks = read_marks(text).marks
    assert all(0 <= mark.start < mark.end <= len(text) for mark in marks)
    assert all(one.end <= two.start for one, two in pairwise(marks))
