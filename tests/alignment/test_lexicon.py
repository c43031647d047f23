"""A sparse table gives back its entries, a file keeps them, and two documents see their part of it."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from translate.alignment.induce import Limits, induce
from translate.alignment.lexicon import Lexicon, Table, load_lexicon, make_table, restrict, save_lexicon
from translate.errors import BitexteError

PROBABILITIES = st.floats(2**-7, 1.0, width=32)
ENTRIES = st.dictionaries(st.tuples(st.integers(0, 5), st.integers(0, 4)), PROBABILITIES, max_size=15)
Entries = dict[tuple[int, int], float]


def table_of(entries: Entries, count: int) -> Table:
    rows, columns = (np.array([key[side] for key in entries], np.int64) for side in (0, 1))
    return make_table(rows, columns, np.array(list(entries.values())), count)


def entries_of(table: Table) -> Entries:
    owner, columns, values = table.entries_of(np.arange(len(table.starts) - 1))
    return {(int(r), int(c)): float(v) for r, c, v in zip(owner, columns, values, strict=True)}


@settings(max_examples=30, deadline=None)
@given(ENTRIES)
def test_a_table_gives_back_its_entries(entries: Entries) -> None:
    assert entries_of(table_of(entries, 6)) == entries


@settings(max_examples=30, deadline=None)
@given(ENTRIES, st.lists(st.integers(0, 5), max_size=8))
def test_rows_may_be_asked_for_in_any_order_and_again(entries: Entries, rows: list[int]) -> None:
    owner, columns, values = table_of(entries, 6).entries_of(np.array(rows, np.int64))
    found = list(zip(owner.tolist(), columns.tolist(), values.tolist(), strict=True))
    expected = [(n, c, v) for n, row in enumerate(rows) for (r, c), v in sorted(entries.items()) if r == row]
    assert found == expected


@settings(max_examples=30, deadline=None)
@given(ENTRIES, st.lists(st.integers(0, 9), unique=True), st.lists(st.integers(0, 9), unique=True))
def test_two_documents_see_the_entries_between_their_terms(entries: Entries, one: list[int], other: list[int]) -> None:
    """Terms 0–5 are known on one side and 0–4 on the other; the documents hold others too."""
    known = tuple(f"s{n}" for n in range(6)), tuple(f"t{n}" for n in range(5))
    backward = {(t, s): v for (s, t), v in entries.items()}
    shares = np.full(6, 0.1, np.float32), np.full(5, 0.1, np.float32)
    whole = Lexicon(*known, table_of(entries, 6), table_of(backward, 5), *shares)
    forward, back = restrict(whole, [f"s{n}" for n in one], [f"t{n}" for n in other])
    expected = {(one.index(s), other.index(t)): v for (s, t), v in entries.items() if s in one and t in other}
    assert entries_of(forward) == expected
    assert entries_of(back) == {(t, s): v for (s, t), v in expected.items()}


@settings(deadline=None, max_examples=12)
@given(ENTRIES)
def test_a_file_keeps_every_entry_within_one_per_cent(
    tmp_path_factory: pytest.TempPathFactory, entries: Entries
) -> None:
    folder = tmp_path_factory.mktemp("lexicon")
    terms = tuple("a b c d é ß".split()), tuple("v w x y œ".split())
    shares = np.linspace(1e-4, 0.2, 6).astype(np.float32), np.linspace(1e-4, 0.2, 5).astype(np.float32)
    backward = {(t, s): v for (s, t), v in entries.items()}
    save_lexicon(Lexicon(*terms, table_of(entries, 6), table_of(backward, 5), *shares), folder / "qq-rr.npz")
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr("translate.alignment.shipped.FOLDER", folder)
        again = load_lexicon("qq-XX", "RR")
    assert (again.source_terms, again.target_terms) == terms
    for table, expected in ((again.forward, entries), (again.backward, backward)):
        assert entries_of(table) == {key: pytest.approx(value, rel=0.0101) for key, value in expected.items()}
    assert again.source_shares == pytest.approx(shares[0], rel=0.01)


def test_a_lexicon_of_which_a_part_is_missing_is_damaged(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("translate.alignment.shipped.FOLDER", tmp_path)
    np.savez_compressed(tmp_path / "fr-en.npz", source_terms=np.array("a b"))
    with pytest.raises(BitexteError, match=r"fr-en\.npz: the lexicon is damaged \(.*\); install bitexte again"):
        load_lexicon("fr", "en")


def numbered(*segments: tuple[int, ...]) -> list[np.ndarray]:
    return [np.array(segment, np.int64) for segment in segments]


def test_what_met_once_or_by_chance_translates_nothing() -> None:
    """Term 0 is in every segment of both sides; 1 and 1 met once; 2 and 2 always meet."""
    source = numbered(*[(0,)] * 20, (0, 1), *[(0, 2)] * 20)
    target = numbered(*[(0,)] * 20, (0, 1), *[(0, 2)] * 20)
    forward, backward = induce(source, target, (3, 3))
    for table in (forward, backward):
        assert set(entries_of(table)) == {(2, 2)}


def test_a_pair_that_never_meets_a_partner_leaves_empty_tables() -> None:
    source, target = numbered((0,), (1,), (2,)), numbered((2,), (0,), (1,))
    forward, backward = induce(source, target, (3, 3))
    assert entries_of(forward) == entries_of(backward) == {}


@pytest.mark.parametrize("pairs_at_once", [1, 7, 100])
def test_pairs_are_counted_alike_in_any_portions(pairs_at_once: int, monkeypatch: pytest.MonkeyPatch) -> None:
    random = np.random.default_rng(8)
    source = [np.unique(random.integers(0, 12, 4)) for _ in range(60)]
    target = [np.sort((terms * 5 + 1) % 12) for terms in source]
    whole = induce(source, target, (12, 12), Limits(probability=0.05))
    monkeypatch.setattr("translate.alignment.induce._PAIRS_AT_ONCE", pairs_at_once)
    parts = induce(source, target, (12, 12), Limits(probability=0.05))
    for one, other in zip(whole, parts, strict=True):
        assert entries_of(one) == entries_of(other) != {}


def test_a_side_without_terms_is_no_obstacle() -> None:
    source = numbered(*[(0,), (), (1,), ()] * 12)
    target = numbered(*[(1,), (2,), (0,), ()] * 12)
    forward, _ = induce(source, target, (2, 3))
    assert set(entries_of(forward)) == {(0, 1), (1, 0)}
