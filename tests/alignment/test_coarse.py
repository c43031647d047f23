"""A rough path through long documents keeps near the true one, whatever was put in or left out on the way."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.alignment.coarse import find_path
from translate.alignment.evidence import gather
from translate.alignment.lexicon import EMPTY
from translate.alignment.terms import collect_terms
from translate.alignment.vectors import DIMENSIONS, halve, normalise, project


def vectors(count: int, random_seed: int) -> np.ndarray:
    return np.random.default_rng(random_seed).normal(0, 1, (count, DIMENSIONS)).astype(np.float32)


def is_walk(path: list[tuple[int, int]], end: tuple[int, int]) -> bool:
    steps = [(b[0] - a[0], b[1] - a[1]) for a, b in pairwise(path)]
    return path[0] == (0, 0) and path[-1] == end and all(n >= 0 and m >= 0 and n + m for n, m in steps)


@pytest.mark.parametrize("count", [12, 160, 161, 700])
def test_equal_documents_are_walked_along_the_diagonal(count: int) -> None:
    same = vectors(count, count)
    assert find_path(same, same) == [(i, i) for i in range(count + 1)]


@pytest.mark.parametrize("place", [0, 250, 500])
def test_what_was_put_in_is_walked_around(place: int) -> None:
    source, insertion = vectors(500, 1), vectors(120, 2)
    path = find_path(source, np.concatenate([source[:place], insertion, source[place:]]))
    assert is_walk(path, (500, 620))
    right = {(i, i + (120 if i >= place else 0)) for i in range(500)}
    assert len(right & set(path)) >= 495


def test_noise_on_both_sides_does_not_lead_astray() -> None:
    source = vectors(400, 3)
    target = source + 0.8 * vectors(400, 4)
    path = find_path(source, np.delete(target, range(100, 140), 0))
    assert is_walk(path, (400, 360))
    right = {(i, i) for i in range(100)} | {(i, i - 40) for i in range(140, 400)}
    assert len(right & set(path)) >= 350


def test_segments_that_were_joined_are_met_at_their_ends() -> None:
    source = vectors(60, 5)
    joined = halve(source)
    assert find_path(source, joined) == [(2 * j, j) for j in range(31)]


@pytest.mark.parametrize("counts", [(0, 0), (0, 3), (3, 0), (1, 400), (400, 1)])
def test_a_side_of_nothing_or_of_one_segment_is_crossed(counts: tuple[int, int]) -> None:
    path = find_path(vectors(counts[0], 6), vectors(counts[1], 7))
    assert (path[0], path[-1]) == ((0, 0), counts)
    assert all(a[0] <= b[0] and a[1] <= b[1] for a, b in pairwise(path))


def test_documents_without_any_known_term_are_crossed_too() -> None:
    nothing = np.zeros((300, DIMENSIONS), np.float32)
    assert is_walk(find_path(nothing, nothing[:250]), (300, 250))


@settings(max_examples=30, deadline=None)
@given(st.integers(0, 9), st.integers(0, 99))
def test_halving_sums_neighbours_and_keeps_the_total(count: int, random_seed: int) -> None:
    whole = vectors(count, random_seed)
    half = halve(whole)
    assert len(half) == (count + 1) // 2
    assert np.allclose(half.sum(0), whole.sum(0), atol=1e-4)
    assert all(np.array_equal(half[n], whole[2 * n] + whole[2 * n + 1]) for n in range(count // 2))


@pytest.mark.parametrize("count", [2, 3, 9])
def test_vectors_have_unit_length_when_what_is_common_is_gone(count: int) -> None:
    own = vectors(count, 8)
    scaled = normalise(own + 7)
    assert np.allclose(np.linalg.norm(scaled, axis=1), 1.0, atol=1e-4)
    assert np.allclose(scaled, normalise(own), atol=1e-4)
    assert not normalise(np.zeros((count, DIMENSIONS), np.float32)).any()


WORDS = st.lists(st.sampled_from(["Zoé", "Marseille", "1987", "Xavier", "42", "Québec"]), max_size=4).map(" ".join)


@settings(deadline=None, max_examples=20)
@given(st.lists(WORDS, min_size=2, max_size=6), st.booleans())
def test_the_vector_of_a_joined_segment_is_the_sum_of_its_parts(texts: list[str], has_hypotheses: bool) -> None:
    """Without a lexicon names and numbers alone say where a segment belongs, and a hypothesis says it again."""
    target = ["Zoé et Marseille", "Xavier, 1987", "42 Québec"]

    def source_vectors(source: list[str]) -> np.ndarray:
        hypotheses = collect_terms(source, "xx") if has_hypotheses else None
        return project(gather(collect_terms(source, "xx"), collect_terms(target, "xx"), hypotheses, EMPTY))[0]

    apart = source_vectors(texts)
    joined = source_vectors([f"{texts[0]} / {texts[1]}", *texts[2:]])
    assert np.allclose(joined[0], apart[0] + apart[1], atol=1e-2)
    assert np.allclose(joined[1:], apart[2:], atol=1e-2)


def test_a_term_that_is_everywhere_says_nothing_about_where_a_segment_belongs() -> None:
    texts = ["Zoé"] * 50 + ["Xavier"]
    _, target = project(gather(collect_terms(texts, "xx"), collect_terms(texts, "xx"), None, EMPTY))
    assert not target[0].any()
    assert target[-1].any()
