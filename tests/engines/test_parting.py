"""A long segment is parted at clause boundaries, and nothing of it is lost."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from translate.engines.parting import part

words = st.text(st.sampled_from("ab é,;:.»« \n—et "), max_size=200)


@given(text=words, limit=st.integers(1, 40))
def test_parts_join_to_the_text_and_fit(text: str, limit: int) -> None:
    parts = part(text, lambda piece: len(piece) <= limit)
    assert "".join(parts) == text
    assert all(len(piece) <= limit for piece in parts)


def test_a_segment_that_fits_is_one_part() -> None:
    assert part("Oui, oui.", lambda piece: True) == ["Oui, oui."]


def test_semicolons_are_better_than_commas() -> None:
    text = "Il est venu, puis reparti ; elle est restée, seule"
    assert part(text, lambda piece: len(piece) < 30) == ["Il est venu, puis reparti ; ", "elle est restée, seule"]


def test_commas_are_better_than_conjunctions() -> None:
    text = "le chien et le chat, la poule et le coq"
    assert part(text, lambda piece: len(piece) < 30) == ["le chien et le chat, ", "la poule et le coq"]


def test_a_word_is_cut_only_where_nothing_else_is_left() -> None:
    assert part("aaaaaaaa", lambda piece: len(piece) <= 4) == ["aaaa", "aaaa"]


def test_ten_thousand_words_are_parted_in_no_time() -> None:
    text = "mot " * 10_000
    assert "".join(part(text, lambda piece: len(piece) <= 400)) == text
