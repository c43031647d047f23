"""The lexicon's way from source to target says what the whole lexicon says, without numpy."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from translate.alignment.forward import EMPTY, Forward, load_forward
from translate.alignment.lexicon import Lexicon, load_lexicon, make_table, save_lexicon
from translate.errors import BitexteError


@pytest.fixture(scope="module")
def both() -> tuple[Forward, Lexicon]:
    return load_forward("fr-CA", "en"), load_lexicon("fr", "en")


def test_its_terms_are_those_of_the_whole_lexicon_in_the_same_places(both: tuple[Forward, Lexicon]) -> None:
    half, whole = both
    assert (tuple(half.rows), half.target_terms) == (whole.source_terms, whole.target_terms)
    assert list(half.rows.values()) == list(range(len(whole.source_terms)))


def test_it_says_what_may_translate_a_term_and_how_probably(both: tuple[Forward, Lexicon]) -> None:
    half, whole = both
    for term in ("maison", "de", "natt", whole.source_terms[0], whole.source_terms[-1]):
        row = half.rows[term]
        entries = slice(whole.forward.starts[row], whole.forward.starts[row + 1])
        columns, values = zip(*half.iter_translations(row), strict=True)
        assert columns == tuple(whole.forward.columns[entries].tolist())
        assert values == pytest.approx(whole.forward.values[entries].tolist(), rel=1e-6)
    found = dict(half.iter_translations(half.rows["maison"]))
    assert half.target_terms[max(found, key=lambda place: found[place])] == "hous"


def test_shares_are_those_of_the_whole_lexicon(both: tuple[Forward, Lexicon]) -> None:
    half, whole = both
    places = range(0, len(whole.target_terms), 997)
    assert [half.source_share(one) for one in places] == pytest.approx(whole.source_shares[places].tolist(), rel=1e-6)
    assert [half.target_share(one) for one in places] == pytest.approx(whole.target_shares[places].tolist(), rel=1e-6)


def test_without_a_lexicon_there_are_no_terms() -> None:
    assert load_forward("fr", "sw") is EMPTY
    assert not EMPTY.rows


def test_a_damaged_lexicon_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("translate.alignment.shipped.FOLDER", tmp_path)
    table = make_table(np.array([0]), np.array([0]), np.array([0.5]), 1)
    one = np.ones(1, np.float32)
    save_lexicon(Lexicon(("a",), ("b",), table, table, one, one), tmp_path / "fr-en.npz")
    assert dict(load_forward("fr", "en").iter_translations(0)) == pytest.approx({0: 0.5}, rel=0.01)
    whole = (tmp_path / "fr-en.npz").read_bytes()
    np.savez_compressed(tmp_path / "fr-en.npz", source_terms=np.array("a b"))
    for damaged in ((tmp_path / "fr-en.npz").read_bytes(), b"", whole[: len(whole) // 2]):
        (tmp_path / "fr-en.npz").write_bytes(damaged)
        with pytest.raises(BitexteError, match=r"fr-en\.npz: the lexicon is damaged \(.*\); install bitexte again"):
            load_forward("fr", "en")
