"""Which terms answer a term, and how surely: what is written comes back, and what is damaged is an error."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from translate.alignment.answers import Answers, has_answers, load_answers, save_answers
from translate.errors import BitexteError


def _make() -> Answers:
    columns = np.array([1, 2, 0], np.uint16).data
    source = {"maison": 0, "rien": 1, "œuf": 2}
    return Answers(source, {"egg": 0, "home": 1, "hous": 2}, ("egg", "home", "hous"), [0, 2, 2, 3], columns,
                   [98, 0, 75], [70, 40, 97])  # fmt: skip


@pytest.fixture
def path(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setattr("translate.alignment.answers.FOLDER", tmp_path)
    load_answers.cache_clear()
    save_answers(_make(), tmp_path / "fr-en.answers.npz")
    return tmp_path / "fr-en.answers.npz"


def test_what_was_written_comes_back(path: Path) -> None:
    found = load_answers("fr", "en")
    assert has_answers("fr", "en")
    assert found is not None
    for answers in (found, _make()):
        assert answers.of("maison") == {"home", "hous"}
        assert answers.of("œuf") == {"egg"}
        assert answers.of("rien") == answers.of("zut") == frozenset()
        assert [answers.source_rate(one) for one in ("maison", "rien", "œuf", "zut")] == [0.98, 0.0, 0.75, None]
        assert [answers.target_rate(one) for one in ("egg", "home", "hous", "zut")] == [0.7, 0.4, 0.97, None]
    load_answers.cache_clear()


def test_a_damaged_file_is_an_error_that_names_it(path: Path) -> None:
    whole = path.read_bytes()
    np.savez_compressed(path, source_terms=np.array("a b"))
    for damaged in (path.read_bytes(), b"", whole[: len(whole) // 2]):
        path.write_bytes(damaged)
        load_answers.cache_clear()
        with pytest.raises(BitexteError, match=r"fr-en\.answers\.npz: the file of answers is damaged"):
            load_answers("fr", "en")
    load_answers.cache_clear()
