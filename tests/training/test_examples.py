"""Examples survive their file, and a builder drops and weighs by the pair that an example was made of."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.errors import TrainingError
from translate.training.examples import ExampleBuilder, Examples

SIDES = st.lists(st.integers(0, 2**31 - 1), max_size=5).map(lambda numbers: np.array(numbers, np.int32))
MADE = st.lists(
    st.tuples(SIDES, SIDES, st.sampled_from([0.25, 1.0, 2.5]), st.integers(0, 4), st.booleans()), max_size=9
)
Made = list[tuple[np.ndarray, np.ndarray, float, int, bool]]


def build(made: Made, dropped: list[int], factors: dict[int, float]) -> Examples:
    builder = ExampleBuilder()
    for source, target, weight, origin, is_copy in made:
        builder.add(source, target, weight, origin, is_copy=is_copy)
    builder.weigh(factors)
    return builder.build(dropped, "a key", {"corpus": {"read": len(made)}})


def rows_of(examples: Examples) -> list[tuple[list[int], list[int], float, bool]]:
    sides = [tuple(side.tolist() for side in examples.pair(row)) for row in range(len(examples))]
    return [
        (*pair, weight, is_copy)
        for pair, weight, is_copy in zip(sides, examples.weight.tolist(), examples.is_copy.tolist(), strict=True)
    ]


@given(MADE, st.lists(st.integers(0, 4), max_size=3), st.dictionaries(st.integers(0, 4), st.sampled_from([0.5, 2.0])))
def test_an_example_goes_with_its_pair_when_that_is_dropped_or_weighed(
    made: Made, dropped: list[int], factors: dict[int, float]
) -> None:
    found = rows_of(build(made, dropped, factors))
    expected = [
        (source.tolist(), target.tolist(), weight * factors.get(origin, 1.0), is_copy)
        for source, target, weight, origin, is_copy in made
        if origin not in dropped
    ]
    assert found == expected


@given(MADE)
def test_what_is_counted_is_counted_without_copies(made: Made) -> None:
    examples = build(made, [], {})
    assert examples.own_rows().tolist() == [row for row, one in enumerate(made) if not one[4]]
    assert examples.lengths().tolist() == [max(len(one[0]), len(one[1])) for one in made]


@settings(max_examples=25, deadline=None)
@given(MADE)
def test_examples_survive_their_file(tmp_path_factory: pytest.TempPathFactory, made: Made) -> None:
    path = tmp_path_factory.mktemp("examples") / "examples.npz"
    examples = build(made, [], {})
    examples.save(path)
    again = Examples.load(path)
    assert rows_of(again) == rows_of(examples)
    assert (again.key, again.counts) == ("a key", {"corpus": {"read": len(made)}})


@pytest.mark.parametrize("damage", ["cut", "empty", "missing", "other"])
def test_a_damaged_file_says_that_it_can_be_deleted(tmp_path: Path, damage: str) -> None:
    path = tmp_path / "examples.npz"
    build([], [], {}).save(path)
    if damage == "cut":
        path.write_bytes(path.read_bytes()[:-30])
    elif damage == "empty":
        path.write_bytes(b"")
    elif damage == "other":
        np.savez(path, about=np.zeros(3, np.uint8))
    else:
        path.unlink()
    with pytest.raises(
        TrainingError, match=r"examples\.npz: the prepared data is damaged \(.*\); delete it to make it"
    ):
        Examples.load(path)
