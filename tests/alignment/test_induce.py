"""A lexicon is learnt from pairs of segments, survives its file, and ships for French and English."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from translate.alignment.induce import Limits, induce
from translate.alignment.lexicon import EMPTY, Lexicon, load_lexicon, restrict, save_lexicon
from translate.errors import BitexteError


def test_what_always_occurs_together_translates_each_other() -> None:
    random = np.random.default_rng(5)
    source = [np.unique(random.integers(0, 40, 6)) for _ in range(400)]
    target = [np.sort((terms * 7 + 3) % 40) for terms in source]  # a secret dictionary, in another order
    forward, backward = induce(source, target, (40, 40))
    for table, secret in ((forward, lambda t: (t * 7 + 3) % 40), (backward, lambda t: (t - 3) * 23 % 40)):
        for term in range(40):
            entries = slice(table.starts[term], table.starts[term + 1])
            best = table.columns[entries][table.values[entries].argmax()]
            assert best == secret(term)
            assert table.values[entries].sum() <= 1.001


def test_a_term_keeps_no_more_translations_than_it_may() -> None:
    random = np.random.default_rng(6)
    source = [np.unique(random.integers(0, 10, 4)) for _ in range(300)]
    forward, _ = induce(source, source, (10, 10), Limits(translations=1, probability=0.2))
    assert max(np.diff(forward.starts)) == 1
    assert forward.values.min() >= 0.2


def test_a_lexicon_survives_its_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shipped = load_lexicon("fr", "en")
    save_lexicon(shipped, tmp_path / "fr-en.npz")
    monkeypatch.setattr("translate.alignment.shipped.FOLDER", tmp_path)
    again = load_lexicon("fr-CA", "en-GB")
    assert again.source_terms == shipped.source_terms
    assert np.array_equal(again.forward.columns, shipped.forward.columns)
    assert np.allclose(again.forward.values, shipped.forward.values, rtol=0.011)
    assert np.allclose(again.target_shares, shipped.target_shares, rtol=0.01)


def test_the_shipped_lexicon_knows_common_words() -> None:
    shipped = load_lexicon("fr", "en")
    forward, backward = restrict(shipped, ["chien", "mer"], ["sea", "dog", "hous"])
    assert forward.columns[forward.values.argmax()] in (0, 1)
    rows = np.repeat([0, 1], np.diff(forward.starts))
    assert {(0, 1), (1, 0)} <= set(zip(rows.tolist(), forward.columns.tolist(), strict=True))
    assert len(backward.values) >= 2


def test_languages_without_a_lexicon_have_an_empty_one() -> None:
    assert load_lexicon("fr", "sw") is EMPTY
    forward, backward = restrict(EMPTY, ["a", "b"], ["c"])
    assert (len(forward.starts), len(backward.starts)) == (3, 2)


def test_a_damaged_lexicon_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("translate.alignment.shipped.FOLDER", tmp_path)
    (tmp_path / "fr-en.npz").write_bytes(b"PK\x03\x04 no archive")
    with pytest.raises(BitexteError, match="damaged"):
        load_lexicon("fr", "en")


def test_a_lexicon_is_data_not_code() -> None:
    assert isinstance(load_lexicon("fr", "en"), Lexicon)
