"""Looking for cycles is rarer while much is done, and as before afterwards, whatever happens."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from translate.executors.collecting import COLLECTION_OBJECTS, collecting_rarely


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    before = gc.get_threshold()
    yield
    gc.set_threshold(*before)


@pytest.mark.parametrize(("before", "within"), [(700, COLLECTION_OBJECTS), (90_000, 90_000), (0, 0)])
def test_a_threshold_is_raised_never_lowered_nor_switched_on(before: int, within: int) -> None:
    gc.set_threshold(before, 11, 12)
    with collecting_rarely():
        assert gc.get_threshold() == (within, 11, 12)
    assert gc.get_threshold() == (before, 11, 12)


def test_an_error_leaves_the_threshold_as_it_was() -> None:
    before = gc.get_threshold()
    with pytest.raises(KeyError), collecting_rarely():
        raise KeyError
    assert gc.get_threshold() == before
