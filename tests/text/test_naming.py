"""Names of units tell texts apart, count the same ones, and are the same in every run."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from translate.text.naming import unit_names


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=3)))
def test_a_name_ends_with_how_many_like_it_there_were(texts: list[str]) -> None:
    seen: Counter[str] = Counter()
    with unit_names("a.txt") as names, unit_names("a.txt") as again:
        for text in texts:
            seen[text] += 1
            name = names(text)
            assert name == again(text)
            assert name.endswith(f"-{seen[text]}")


def test_names_differ_between_texts_and_documents_and_are_these() -> None:
    with unit_names("a.txt") as names, unit_names("b.txt") as others:
        found = [names("x"), names("y"), names("x"), others("x")]
    assert len(set(found)) == 4
    assert found[0] == "9372124bd987e032-1"
