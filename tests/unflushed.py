"""Files of tests need not outlive a power cut: to flush each of them to the disk takes longer than to write it."""

from __future__ import annotations

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest

_CONNECT = sqlite3.connect


class _Unflushed(sqlite3.Connection):
    """Waits for no disk from when it is told anything of its pages or its journal."""

    def execute(self, statement: str, *parameters: Any) -> sqlite3.Cursor:
        cursor = super().execute(statement, *parameters)
        if statement.startswith(("PRAGMA cache_size", "PRAGMA journal_mode", "PRAGMA synchronous")):
            super().execute("PRAGMA synchronous = OFF")
        return cursor


def _connect(*place: Any, **options: Any) -> sqlite3.Connection:
    connection: sqlite3.Connection = _CONNECT(*place, **{"factory": _Unflushed} | options)
    return connection


@contextmanager
def unflushed() -> Iterator[None]:
    """Let this process wait for no disk; what is killed loses nothing by that, and other processes do as ever."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", lambda _: None)
        patch.setattr(sqlite3, "connect", _connect)
        yield
