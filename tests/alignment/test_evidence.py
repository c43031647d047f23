"""The features of a bead are those of the formula, computed here term by term, whatever block is measured."""

from __future__ import annotations

import math

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.alignment.evidence import MAX_SIZE, Evidence, gather
from translate.alignment.lexicon import EMPTY, Lexicon, Table, make_table
from translate.alignment.terms import Terms, collect_terms

SOURCE_TERMS = ("chat", "chien", "maison", "dort", "rouge")
TARGET_TERMS = ("cat", "dog", "house", "sleep", "red", "home")
ENTRIES = [(0, 0, 0.8), (1, 1, 0.7), (2, 2, 0.5), (2, 5, 0.3), (3, 3, 0.9), (4, 4, 0.85)]
SENTENCES = st.lists(
    st.lists(st.sampled_from([*SOURCE_TERMS, "Zoé", "1987", "!"]), max_size=6).map(" ".join), min_size=1, max_size=7
)
RENDERINGS = st.lists(
    st.lists(st.sampled_from([*TARGET_TERMS, "Zoé", "1987", "!"]), max_size=6).map(" ".join), min_size=1, max_size=7
)


def table_of(entries: list[tuple[int, int, float]], count: int) -> Table:
    rows, columns, values = (np.array(one) for one in zip(*entries, strict=True))
    return make_table(rows, columns, values, count)


def a_lexicon() -> Lexicon:
    shares = [np.full(len(terms), 1e-3, np.float32) for terms in (SOURCE_TERMS, TARGET_TERMS)]
    return Lexicon(
        SOURCE_TERMS,
        TARGET_TERMS,
        table_of(ENTRIES, len(SOURCE_TERMS)),
        table_of([(t, s, p / 2) for s, t, p in ENTRIES], len(TARGET_TERMS)),
        shares[0],
        shares[1],
    )


def probabilities(table: Table, rows: tuple[str, ...], columns: tuple[str, ...]) -> dict[tuple[str, str], float]:
    """Return the entries of a table by their terms: (term that is given, term that is explained)."""
    found = {}
    for row, term in enumerate(rows):
        for place in range(table.starts[row], table.starts[row + 1]):
            found[term, columns[table.columns[place]]] = float(table.values[place])
    return found


def terms_between(terms: Terms, start: int, size: int) -> list[str]:
    return [terms.vocabulary[n] for n in terms.numbers[terms.starts[start] : terms.starts[start + size]]]


def explained(said: list[str], told: list[tuple[list[str], dict[tuple[str, str], float], float]],
              background: dict[str, float]) -> float:  # fmt: skip
    """Return the log-likelihood ratio of `said` by the textbook: a word at a time, capped at five nats."""
    total = 0.0
    for word in said:
        ratio = 1.0 - sum(share for _, _, share in told)
        for given_terms, table, share in told:
            expected = sum(table.get((one, word), 0.0) for one in given_terms)
            ratio += share * expected / (max(1, len(given_terms)) * background[word])
        total += min(5.0, math.log(ratio))
    return total


def shares_of(terms: Terms, background: np.ndarray) -> dict[str, float]:
    return dict(zip(terms.vocabulary, background.tolist(), strict=True))


def beads_within(evidence: Evidence) -> list[tuple[int, int, int, int]]:
    counts = len(evidence.source), len(evidence.target)
    return [
        (i, j, n, m)
        for i in range(counts[0])
        for j in range(counts[1])
        for n in range(1, min(MAX_SIZE, counts[0] - i) + 1)
        for m in range(1, min(MAX_SIZE, counts[1] - j) + 1)
    ]


@settings(max_examples=25, deadline=None)
@given(SENTENCES, RENDERINGS)
def test_the_words_of_a_bead_weigh_what_the_formula_says(source: list[str], target: list[str]) -> None:
    evidence = gather(collect_terms(source, "xx"), collect_terms(target, "xx"), None, a_lexicon())
    features = evidence.measure(range(len(source)), range(len(target)))
    one, other = evidence.source, evidence.target
    forward = probabilities(evidence.forward, one.vocabulary, other.vocabulary)
    backward = probabilities(evidence.backward, other.vocabulary, one.vocabulary)
    for i, j, n, m in beads_within(evidence):
        given_terms, said = terms_between(one, i, n), terms_between(other, j, m)
        expected = explained(said, [(given_terms, forward, 0.5)], shares_of(other, evidence.target_background))
        assert features[0, n - 1, m - 1, i, j] == pytest.approx(expected, abs=1e-3)
        expected = explained(given_terms, [(said, backward, 0.5)], shares_of(one, evidence.source_background))
        assert features[1, n - 1, m - 1, i, j] == pytest.approx(expected, abs=1e-3)
    assert not features[2].any()  # no engine ran


@settings(max_examples=25, deadline=None)
@given(SENTENCES, RENDERINGS, st.booleans(), st.data())
def test_hypotheses_share_the_words_with_the_lexicon(
    source: list[str], target: list[str], has_lexicon: bool, data: st.DataObject
) -> None:
    words = st.lists(st.sampled_from([*TARGET_TERMS, "Zoé"]), max_size=6).map(" ".join)
    hypotheses = data.draw(st.lists(words, min_size=len(source), max_size=len(source)))
    evidence = gather(
        collect_terms(source, "xx"),
        collect_terms(target, "xx"),
        collect_terms(hypotheses, "xx"),
        a_lexicon() if has_lexicon else EMPTY,
    )
    features = evidence.measure(range(len(source)), range(len(target)))
    one, other, third = evidence.source, evidence.target, evidence.hypotheses
    assert third is not None
    forward = probabilities(evidence.forward, one.vocabulary, other.vocabulary)
    echo = probabilities(evidence.echo, third.vocabulary, other.vocabulary)
    back = {(t, h): p for (h, t), p in echo.items()}
    trusted = (0.5, 0.3) if has_lexicon else (0.25, 0.6)
    for i, j, n, m in beads_within(evidence):
        said, heard = terms_between(other, j, m), terms_between(third, i, n)
        told = [(terms_between(one, i, n), forward, trusted[0]), (heard, echo, trusted[1])]
        expected = explained(said, told, shares_of(other, evidence.target_background))
        assert features[0, n - 1, m - 1, i, j] == pytest.approx(expected, abs=1e-3)
        expected = explained(heard, [(said, back, 0.5)], shares_of(third, evidence.hypothesis_background))
        assert features[2, n - 1, m - 1, i, j] == pytest.approx(expected, abs=1e-3)


@settings(max_examples=25, deadline=None)
@given(SENTENCES, RENDERINGS, st.data())
def test_a_block_measures_what_the_whole_does(source: list[str], target: list[str], data: st.DataObject) -> None:
    evidence = gather(collect_terms(source, "xx"), collect_terms(target, "xx"), None, a_lexicon())
    whole = evidence.measure(range(len(source) + 1), range(len(target) + 1))
    first, left = (data.draw(st.integers(0, len(side) - 1)) for side in (source, target))
    rows = range(first, data.draw(st.integers(first + 1, len(source) + 1)))
    columns = range(left, data.draw(st.integers(left + 1, len(target) + 1)))
    part = evidence.measure(rows, columns)
    for i, j, n, m in beads_within(evidence):
        if i in rows and j in columns:
            expected = whole[:, n - 1, m - 1, i, j]
            assert part[:, n - 1, m - 1, i - first, j - left] == pytest.approx(expected, abs=1e-4)


def test_beyond_the_end_of_a_document_there_is_nothing_to_measure() -> None:
    evidence = gather(collect_terms(["chat"], "xx"), collect_terms(["cat"], "xx"), None, a_lexicon())
    assert not evidence.measure(range(1, 2), range(1)).any()
    assert not evidence.measure(range(1), range(1, 2)).any()


def lengths_of(source: str, target: str, ratio: float = 1.0) -> float:
    terms = collect_terms([source], "xx"), collect_terms([target], "xx")
    evidence = gather(*terms, None, EMPTY, length_ratio=ratio)
    return float(evidence.measure(range(1), range(1))[3, 0, 0, 0, 0])


def test_equal_lengths_cost_nothing_and_the_rest_more_the_further_it_is_off() -> None:
    assert lengths_of("a" * 80, "b" * 80) == 0.0
    assert lengths_of("a" * 80, "b" * 120, 1.5) == pytest.approx(0.0, abs=1e-3)
    costs = [lengths_of("a" * 80, "b" * size) for size in (90, 160, 240, 400, 8000)]
    assert costs == sorted(costs, reverse=True)
    assert costs[-1] == -12.0
    assert -0.2 < costs[0] < 0.0


@pytest.mark.parametrize(
    ("term", "likes", "expected"),
    [
        ("zoe", ("zoe", "zoes"), {"zoe": 0.6}),
        ("marseil", ("marsell", "marseil"), {"marseil": 0.6}),
        ("nationa", ("nationl", "natione", "other"), {"nationl": 0.15, "natione": 0.15}),
        ("abce", ("abcf",), {}),
        ("ab", ("ab",), {}),
        ("7", ("7", "78"), {"7": 0.6}),
        ("123456", ("123457",), {}),
        ("!", ("!",), {}),
    ],
)
def test_a_term_without_an_entry_has_its_likes(term: str, likes: tuple[str, ...], expected: dict[str, float]) -> None:
    source = Terms((term,), np.zeros(1, np.int32), np.array([0, 1]), np.ones(1, np.float32))
    numbers = np.arange(len(likes), dtype=np.int32)
    target = Terms(likes, numbers, np.array([0, len(likes)]), np.ones(1, np.float32))
    found = probabilities(gather(source, target, None, EMPTY).forward, (term,), likes)
    assert found == {(term, like): pytest.approx(value) for like, value in expected.items()}


def test_a_term_that_the_lexicon_knows_has_no_other_likes() -> None:
    """« chat » is also a word of English, of which the lexicon says nothing."""
    evidence = gather(collect_terms(["chat"], "xx"), collect_terms(["chat cat"], "xx"), None, a_lexicon())
    found = probabilities(evidence.forward, evidence.source.vocabulary, evidence.target.vocabulary)
    assert found == {("chat", "cat"): pytest.approx(0.8)}


def test_a_word_is_as_frequent_as_its_language_and_this_document_say() -> None:
    evidence = gather(collect_terms(["chat chat zz"], "xx"), collect_terms(["cat"], "xx"), None, a_lexicon())
    background = shares_of(evidence.source, evidence.source_background)
    assert background["chat"] == pytest.approx((1e-3 + 2 / 3003) / 2, rel=1e-4)
    assert background["zz"] == pytest.approx((2e-6 + 1 / 3003) / 2, rel=1e-4)
