"""Names of units tell texts apart, count the same ones, and are the same in every run."""

from __future__ import annotations

from collections import Counter

from hypothesis import given
from hypothesis import strategies as st

from translate.naming import UnitNames


@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=3)))
def test_a_name_ends_with_how_many_like_it_there_were(texts: list[str]) -> None:
    seen: Counter[str] = Counter()
    with UnitNames("a.txt") as names, UnitNames("a.txt") as again:
        for text in texts:
            seen[text] += 1
            name = names.name(text)
            assert name == again.name(text)
            assert name.endswith(f"-{seen[text]}")


def test_names_differ_between_texts_and_documents_and_are_these() -> None:
    with UnitNames("a.txt") as names, UnitNames("b.txt") as others:
        found = [names.name("x"), names.name("y"), names.name("x"), others.name("x")]
    assert len(set(found)) == 4
    assert found[0] == "9372124bd987e032-1"
