"""What tests of care share: an engine without a model, the dictionary and its labels."""

from __future__ import annotations

import pytest

from translate.alignment.dictionary import Dictionary, find_dictionary
from translate.care.phrases.labels import Labels
from translate.engines import ENGINES
from translate.languages import find_language


@pytest.fixture
def copying(monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the name of an engine that copies, and that is not raw."""
    monkeypatch.setitem(ENGINES._table, "copying", "tests.care.copying:PLUGIN")
    return "copying"


@pytest.fixture(scope="session")
def dictionary() -> Dictionary:
    found = find_dictionary("fr", "en")
    assert found is not None
    return found


@pytest.fixture(scope="session")
def labels(dictionary: Dictionary) -> Labels:
    return Labels(dictionary, find_language("fr"), find_language("en"))
