"""A query has the same candidates whether it is answered alone, in Python, or among many, by numpy."""

from __future__ import annotations

import sqlite3
from collections.abc import Sequence

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.memory.stored import unit
from translate.memory import candidates, indexing, postings
from translate.memory.blocks import Blocks
from translate.memory.candidates import Index
from translate.memory.counters import Asked, Candidate
from translate.memory.database import _SCHEMA
from translate.memory.few_counter import FewCounter, _single
from translate.memory.few_counter import _shared as shared_one_by_one
from translate.memory.grains import codes_of, grains_of
from translate.memory.importing import Importer, ImportSettings
from translate.memory.indexing import extend_index
from translate.memory.many_counter import ManyCounter, most_alike
from translate.memory.many_counter import _shared as shared_together
from translate.memory.percentage import folded_tokens, is_space, percentage
from translate.memory.rows import Languages

WORDS = st.sampled_from("le chat dort, mange 12 <x1/> été l'an\u00a0! \t".split(" "))
TEXTS = st.lists(WORDS, max_size=12).map(" ".join)
SENTENCES = st.lists(st.sampled_from("un deux trois quatre cinq six sept huit".split()), min_size=1, max_size=9).map(
    " ".join
)


def memory_of(parts: Sequence[Sequence[str]]) -> sqlite3.Connection:
    """Return a memory whose index has a segment of each part."""
    connection = sqlite3.connect(":memory:", isolation_level=None)
    for statement in _SCHEMA.strip().split(";\n"):
        connection.execute(statement)
    for part in parts:
        units = [unit(text, "x") for text in part]
        Importer(connection, Languages("fr", "en"), ImportSettings()).take(units, lambda unit, reason: None)
        extend_index(connection)
    return connection


def found_by(
    kind: type[FewCounter | ManyCounter], connection: sqlite3.Connection, queries: Sequence[str], threshold: int
) -> list[list[Candidate]]:
    index = Index(connection)
    index._left = len(queries) if kind is FewCounter else 0
    found = list(index.find(queries, threshold))
    assert isinstance(index._counter, kind)
    return found


@given(
    st.sampled_from([0, 400_000]),
    st.lists(st.lists(SENTENCES, min_size=1, max_size=25), min_size=1, max_size=2),
    st.lists(SENTENCES | st.just(""), min_size=1, max_size=4),
    st.integers(30, 100),
    st.integers(1, 9),
)
def test_both_counters_find_the_same_candidates(
    scanned: int, parts: list[list[str]], queries: list[str], threshold: int, verified: int
) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(indexing, "_POSTED_TEXTS", 8)  # so that some segments have postings, and others have none
        patch.setattr(postings, "RARE_TEXTS", 2)
        patch.setattr(candidates, "_SCANNED_CODES", scanned)
        patch.setattr(candidates, "_VERIFIED", verified)
        connection = memory_of(parts)
        both = [found_by(kind, connection, queries, threshold) for kind in (FewCounter, ManyCounter)]
        connection.close()
    assert both[0] == both[1]


@given(st.lists(TEXTS, max_size=6))
def test_both_counters_ask_for_the_same(texts: list[str]) -> None:
    with memory_of([]) as connection:
        both = [kind(Blocks(connection, set())).ask(texts) for kind in (FewCounter, ManyCounter)]
    one_by_one, together = [[(one.string, one.codes, one.keys, one.length) for one in asked] for asked in both]
    assert one_by_one == together


def asked_of(text: str) -> Asked:
    with memory_of([]) as connection:
        (asked,) = FewCounter(Blocks(connection, set())).ask([text])
    return asked


@given(st.floats(-2, 2))
def test_a_number_is_rounded_as_numpy_rounds_it(number: float) -> None:
    assert _single(number) == float(np.float32(number))


@given(TEXTS, TEXTS)
def test_a_token_is_shared_whatever_follows_it(text: str, other: str) -> None:
    asked = asked_of(text)
    expected = [token.rstrip(" ") in {one.rstrip(" ") for one in folded_tokens(text)} for token in folded_tokens(other)]
    codes = codes_of(grains_of([other]).values)
    if not any(is_space(token) for token in (*folded_tokens(text), *folded_tokens(other))):
        assert shared_together(asked).take(codes).tolist() == expected
    assert bytes(shared_one_by_one(asked)) == shared_together(asked).tobytes()
    assert asked.spaces + len(asked.codes) == asked.length


@given(TEXTS, st.lists(TEXTS.filter(bool), min_size=1, max_size=6))
def test_no_text_is_more_alike_than_its_tokens_let_it_be(text: str, others: list[str]) -> None:
    held = grains_of(others)
    counts, lengths = held.counts.astype(np.int64), held.lengths.astype(np.int64)

    def most(asked: Asked) -> list[int]:
        are_shared = shared_together(asked).take(codes_of(held.values))
        shared = np.add.reduceat(are_shared, np.cumsum(counts) - counts, dtype=np.int64)
        bounds: list[int] = most_alike(shared, counts, lengths, asked.spaces, asked.length).tolist()
        return bounds

    assert all(percentage(text, other) <= bound for other, bound in zip(others, most(asked_of(text)), strict=True))
    assert most(asked_of(others[0]))[0] == 100


@pytest.mark.parametrize(
    ("text", "ones", "others"),
    [
        ("un", [0], [0]),
        ("un deux", [0, 1, 0], [0, 1, 1]),
        ("un deux trois quatre", [0, 1, 2, 3, 0, 1, 2, 0, 1], [0, 1, 2, 3, 1, 2, 3, 2, 3]),
    ],
)
def test_a_key_knows_the_words_it_is_of(text: str, ones: list[int], others: list[int]) -> None:
    asked = asked_of(text)
    assert asked.words() == (ones, others)
    assert len(asked.keys) == len(ones)


def test_a_long_text_has_no_pairs_with_a_word_between() -> None:
    asked = asked_of(" ".join(f"m{n}" for n in range(20)))
    ones, others = asked.words()
    assert len(asked.keys) == len(ones) == len(others) == 39
    assert (ones[-1], others[-1]) == (18, 19)


@pytest.mark.parametrize("kind", [FewCounter, ManyCounter])
def test_codes_that_are_gone_are_a_damaged_memory(kind: type[FewCounter | ManyCounter]) -> None:
    connection = memory_of([["un deux"]])
    connection.execute("DELETE FROM code")
    with pytest.raises(sqlite3.DatabaseError, match="missing"):
        found_by(kind, connection, ["un deux"], 75)
    connection.close()
