"""The source terms of a lexicon are read without the rest of it, and without numpy."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path
from zipfile import ZipFile

import numpy as np
import pytest

from translate.alignment.arrays import text_of, values_of
from translate.alignment.lexicon import load_lexicon
from translate.alignment.source_terms import load_source_terms
from translate.errors import BitexteError

_WITHOUT_NUMPY = """
import sys
from translate.alignment.answers import load_answers
from translate.alignment.single import keeps_word, knows_word, leaves_word
assert knows_word("fr", "en")("maison") and not knows_word("fr", "en")("zzzxq")
assert keeps_word("fr", "en")("Lyon") and leaves_word("fr", "en")("natation", "swimming")
assert "hous" in load_answers("fr", "en").of("maison")
assert "numpy" not in sys.modules
"""


def test_they_are_those_of_the_whole_lexicon() -> None:
    assert load_source_terms("fr-CA", "en") == frozenset(load_lexicon("fr", "en").source_terms)
    assert load_source_terms("fr", "sw") == frozenset()


def test_numpy_is_not_imported_for_them() -> None:
    done = subprocess.run([sys.executable, "-c", _WITHOUT_NUMPY], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


@pytest.mark.parametrize("terms", ["a b", "é œuf \U0001f600", "a", ""])
def test_a_text_comes_back_as_numpy_saved_it(terms: str, tmp_path: Path) -> None:
    np.savez_compressed(tmp_path / "one.npz", terms=np.array(terms), numbers=np.array([3, 500], np.uint16))
    with ZipFile(tmp_path / "one.npz") as file:
        assert text_of(file, "terms") == terms
        assert values_of(file, "numbers", "<u2") == b"\x03\x00\xf4\x01"
        with pytest.raises(ValueError, match="'numbers' is no array of"):
            text_of(file, "numbers")
        with pytest.raises(ValueError, match="'numbers' is no array of <u4"):
            values_of(file, "numbers", "<u4")
        with pytest.raises(KeyError):
            text_of(file, "others")


def test_a_lexicon_without_them_or_damaged_is_an_error(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("translate.alignment.shipped.FOLDER", tmp_path)
    np.savez_compressed(tmp_path / "fr-en.npz", source_terms=np.array("a b"))
    assert load_source_terms("fr", "en") == {"a", "b"}
    np.savez_compressed(tmp_path / "fr-en.npz", target_terms=np.array("a b"))
    with pytest.raises(BitexteError, match=r"fr-en\.npz: the lexicon is damaged \(.*\); install bitexte again"):
        load_source_terms("fr", "en")
    whole = (tmp_path / "fr-en.npz").read_bytes()
    for damaged in (b"", whole[: len(whole) // 2], b"PK\x03\x04 no archive"):
        (tmp_path / "fr-en.npz").write_bytes(damaged)
        with pytest.raises(BitexteError, match="damaged"):
            load_source_terms("fr", "en")
