"""The search finds the best path, covers both sides once and in order, and its probabilities add up."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.alignment.band import Band, band_around, full_band
from translate.alignment.lattice import ALL_SHAPES, COARSE_SHAPES, Lattice, find_best, find_posteriors, points_of


@st.composite
def monotone_paths(draw: st.DrawFn) -> list[tuple[int, int]]:
    steps = draw(
        st.lists(st.sampled_from([(1, 1), (1, 0), (0, 1), (2, 1), (0, 7), (5, 0), (4, 4)]), min_size=1, max_size=30)
    )
    path = [(0, 0)]
    for n, m in steps:
        path.append((path[-1][0] + n, path[-1][1] + m))
    return path


def lattice_of(band: Band, random_seed: int, shapes: tuple[tuple[int, int], ...] = ALL_SHAPES) -> Lattice:
    random = np.random.default_rng(random_seed)
    return Lattice(band, shapes, random.normal(-1, 2, (len(shapes), band.cells)).astype(np.float32))


def all_paths(source: int, target: int, shapes: tuple[tuple[int, int], ...]) -> list[list[tuple[int, int, int]]]:
    """Return every path by brute force, as (source, target, shape)."""
    if source == 0 and target == 0:
        return [[]]
    found = []
    for number, (n, m) in enumerate(shapes):
        if n <= source and m <= target:
            found += [[*path, (source - n, target - m, number)] for path in all_paths(source - n, target - m, shapes)]
    return found


@given(path=monotone_paths(), radius=st.integers(1, 5))
def test_a_band_holds_its_path_and_its_rows_never_go_back(path: list[tuple[int, int]], radius: int) -> None:
    band = band_around(path, radius)
    assert all(band.low[i] <= j < band.high[i] for i, j in path)
    assert all(a <= b for a, b in pairwise(band.low))
    assert all(a <= b for a, b in pairwise(band.high))
    assert all(band.low < band.high)
    assert (band.source_count, band.target_count) == path[-1]
    covered = [row for block in band.blocks(4) for row in block]
    assert covered == list(range(band.source_count + 1))


@settings(deadline=None)
@given(path=monotone_paths(), radius=st.integers(1, 4), random_seed=st.integers(0, 99))
def test_beads_cover_both_sides_once_and_in_order(path: list[tuple[int, int]], radius: int, random_seed: int) -> None:
    steps = find_best(lattice_of(band_around(path, radius), random_seed))
    points = points_of(steps, ALL_SHAPES)
    assert (points[0], points[-1]) == ((0, 0), path[-1])
    for step, (here, there) in zip(steps, pairwise(points), strict=True):
        n, m = ALL_SHAPES[step.shape]
        assert here == (step.source, step.target)
        assert there == (step.source + n, step.target + m)


@pytest.mark.parametrize("random_seed", range(6))
@pytest.mark.parametrize("size", [(1, 1), (3, 4), (5, 2), (0, 3), (4, 0)])
def test_the_best_path_and_all_probabilities_are_those_of_brute_force(size: tuple[int, int], random_seed: int) -> None:
    band = full_band(*size)
    lattice = lattice_of(band, random_seed, COARSE_SHAPES)

    def cell(source: int, target: int) -> int:
        return int(band.offsets[source] + target - band.low[source])

    paths = all_paths(*size, COARSE_SHAPES)
    scores = np.array([sum(float(lattice.scores[shape, cell(i, j)]) for i, j, shape in path) for path in paths])
    best = paths[int(scores.argmax())]
    assert sorted((s.source, s.target, s.shape) for s in find_best(lattice)) == sorted(best)
    weights = np.exp(scores - scores.max())
    expected = np.zeros_like(lattice.scores)
    for path, weight in zip(paths, weights / weights.sum(), strict=True):
        for i, j, shape in path:
            expected[shape, cell(i, j)] += weight
    assert np.allclose(find_posteriors(lattice), expected, atol=1e-5)


@settings(deadline=None, max_examples=60)
@given(path=monotone_paths(), radius=st.integers(1, 4), random_seed=st.integers(0, 99))
def test_every_segment_is_in_some_bead_with_certainty(
    path: list[tuple[int, int]], radius: int, random_seed: int
) -> None:
    """The probabilities of the beads that hold a segment add up to one, on either side, within any band."""
    band = band_around(path, radius)
    posteriors = find_posteriors(lattice_of(band, random_seed))
    sides = np.zeros(band.source_count), np.zeros(band.target_count)
    for number, cell in zip(*np.nonzero(posteriors), strict=True):
        row = int(np.searchsorted(band.offsets, cell, side="right")) - 1
        begin = row, int(cell - band.offsets[row] + band.low[row])
        for held, first, size in zip(sides, begin, ALL_SHAPES[number], strict=True):
            held[first : first + size] += posteriors[number, cell]
    assert all(np.allclose(held, 1.0, atol=1e-3) for held in sides)


@given(rows=st.integers(1, 6), size=st.tuples(st.integers(0, 30), st.integers(0, 2000)))
def test_blocks_of_a_wide_band_are_low(rows: int, size: tuple[int, int]) -> None:
    band = full_band(*size)
    blocks = band.blocks(rows)
    assert [row for block in blocks for row in block] == list(range(size[0] + 1))
    assert all(len(block) <= rows for block in blocks)
    assert all(len(block) == 1 or len(block) * (size[1] + 1) <= 64 * rows * rows for block in blocks)


def test_cells_of_a_band_are_numbered_row_by_row() -> None:
    band = band_around([(0, 0), (1, 0), (2, 2), (3, 4)], 1)
    cells = [band.offsets[i] + j - band.low[i] for i in range(4) for j in range(band.low[i], band.high[i])]
    assert cells == list(range(band.cells))


@given(path=monotone_paths(), radius=st.integers(1, 4))
def test_whatever_is_near_the_path_lies_in_the_band(path: list[tuple[int, int]], radius: int) -> None:
    band = band_around(path, radius)
    for i, j in path:
        for row in range(max(0, i - radius), min(band.source_count, i + radius) + 1):
            assert band.low[row] <= max(0, j - radius)
            assert band.high[row] > min(band.target_count, j + radius)
