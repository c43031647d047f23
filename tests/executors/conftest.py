"""Processes that begin as copies of the one of the tests: at once, while others import all that they need first."""

from __future__ import annotations

import sys

import pytest

from translate.executors import local


@pytest.fixture
def copying(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let `Local(…, copies=True)` copy this process, although the one that runs tests in parallel has a thread more.

    What a copy does here needs nothing that such a thread could hold.
    """
    if sys.version_info < (3, 12):  # from there on Python itself warns of it
        monkeypatch.setattr(local.threading, "active_count", lambda: 1)
