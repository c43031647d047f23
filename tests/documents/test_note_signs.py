"""A raised number refers to a note behind a word or a mark, and is a power behind a unit or a number."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.documents.note_signs import is_note
from translate.documents.office.typed_notes import mark_notes
from translate.documents.spliced import Format, Item, Kind

NOTES = [
    ("1", "le jardin"), ("12", "le jardin"), ("123", "fin."), ("a", "le jardin"), ("2", "« oui »"), ("3", "(oui)"),
    ("4", "12 %"), ("*", "Prix"), ("***", "x"), ("†", "Prix"), ("(1)", "10 m"), ("[ab]", "Prix"),
]  # fmt: skip
OTHERS = [
    ("2", "10 m"), ("3", "10 cm"), ("2", "x"), ("1234", "le jardin"), ("er", "le 1"), ("e", "XX"), ("bis", "le jardin"),
    ("*", ""), ("*", "  "), ("1", ""), ("1", "le jardin "), ("****", "Prix"), ("()", "Prix"), ("2", "12"),
]  # fmt: skip


@pytest.mark.parametrize(("raised", "before"), NOTES)
def test_what_stands_behind_a_word_or_a_mark_refers_to_a_note(raised: str, before: str) -> None:
    assert is_note(raised, before)


@pytest.mark.parametrize(("raised", "before"), OTHERS)
def test_powers_and_ordinals_refer_to_none(raised: str, before: str) -> None:
    assert not is_note(raised, before)


@given(st.sampled_from([case for case in [*NOTES, *OTHERS] if len(case[1]) >= 4]), st.text(max_size=20))
def test_what_stands_further_before_decides_nothing(case: tuple[str, str], further: str) -> None:
    raised, before = case
    assert is_note(raised, further + before) == is_note(raised, before)


RAISED = Format(b"r", b"", b"", "superscript")


def text(shown: str, start: int, own: Format | None = None, *, begins: bool = True) -> Item:
    return Item(Kind.TEXT, start, start + len(shown), shown, format=own, begins_run=begins)


@pytest.mark.parametrize(
    ("raised", "kind"),
    [
        (text("1", 6, RAISED), Kind.MARK),
        (text("*", 6, RAISED), Kind.MARK),
        (text("1", 6), Kind.TEXT),
        (text("a", 6, RAISED), Kind.TEXT),
        (text("1", 6, Format(b"b", b"", b"", "bold")), Kind.TEXT),
        (text("1", 6, RAISED, begins=False), Kind.TEXT),
    ],
)
def test_only_a_whole_raised_run_of_a_number_becomes_a_mark(raised: Item, kind: Kind) -> None:
    first, second = mark_notes([text("jardin", 0), raised])
    assert (first.kind, second.kind) == (Kind.TEXT, kind)
    assert (second.start, second.end, second.text) == (raised.start, raised.end, raised.text)
    assert (second.type == "x-note") == (kind is Kind.MARK)


def test_a_number_is_judged_by_all_text_before_it_whatever_runs_hold_that() -> None:
    items = [text("jar", 0), Item(Kind.MARK, 3, 4, type="x-mark"), text("din", 4), text("1", 7, RAISED)]
    assert [item.type for item in mark_notes(items)] == ["", "x-mark", "", "x-note"]
