"""Looking for cycles is rarer while much is done, and as before afterwards, whatever happens."""

from __future__ import annotations

import gc
import subprocess
import sys
from collections.abc import Iterator

import pytest

from translate.executors.collecting import COLLECTION_OBJECTS, collecting_rarely

_ENDS = """
import atexit, gc
from translate.executors.collecting import end_with_process
atexit.register(lambda: print(gc.get_threshold()[0], gc.get_freeze_count() > 1000))
end_with_process(lasts={lasts})
"""


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


@pytest.mark.parametrize(("lasts", "threshold"), [(True, COLLECTION_OBJECTS), (False, gc.get_threshold()[0])])
def test_a_process_that_ends_looks_no_more(lasts: bool, threshold: int) -> None:
    done = subprocess.run([sys.executable, "-c", _ENDS.format(lasts=lasts)], capture_output=True, text=True, check=True)
    assert done.stdout.split() == [str(threshold), "True"]
