"""What tests of care share: an engine without a model."""

from __future__ import annotations

import pytest

from translate.engines import ENGINES


@pytest.fixture
def copying(monkeypatch: pytest.MonkeyPatch) -> str:
    """Return the name of an engine that copies, and that is not raw."""
    monkeypatch.setitem(ENGINES._table, "copying", "tests.care.copying:PLUGIN")
    return "copying"
