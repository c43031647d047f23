"""Names that have to differ: a translation that is no name, or that of another one, is refused."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.documents.names import Name, Names, refused


def refused_of(present: Sequence[str], made: Mapping[int, str], tied: Sequence[Sequence[int]] = ()) -> set[int]:
    names = Names("sheet names", tuple(present), 10, "/")
    said = {Name(names, number): text for number, text in made.items()}
    together = [[Name(names, number) for number in numbers] for numbers in tied]
    return {name.number for name in refused(said, together)}


@pytest.mark.parametrize(
    ("present", "made", "bad"),
    [
        (["a", "b"], {0: "x", 1: "y"}, set()),
        (["a", "b"], {0: "x", 1: "X"}, {0, 1}),
        (["a", "b"], {0: "b"}, {0}),
        (["a", "b"], {0: "b", 1: "a"}, set()),
        (["a", "b", "c"], {0: "b", 1: "z", 2: "Z"}, {0, 1, 2}),
        (["a"], {0: "x" * 11}, {0}),
        (["a"], {0: "x/y"}, {0}),
        (["a"], {0: " "}, {0}),
        (["x" * 20], {0: "x" * 20}, set()),
    ],
)
def test_names_differ_from_one_another(present: list[str], made: dict[int, str], bad: set[int]) -> None:
    assert refused_of(present, made) == bad


def test_names_of_one_text_change_together_or_not_at_all() -> None:
    assert refused_of(["a", "b", "c"], {0: "x", 1: "c"}, [(0, 1)]) == {0, 1}


@given(st.lists(st.sampled_from("abcdeABC"), min_size=1, max_size=5, unique_by=str.casefold), st.data())
def test_what_is_left_never_clashes(present: list[str], data: st.DataObject) -> None:
    made = {number: data.draw(st.sampled_from("abcdex")) for number in range(len(present))}
    bad = refused_of(present, made)
    shown = [present[number] if number in bad else made[number] for number in made]
    assert len({name.casefold() for name in shown}) == len(shown)
