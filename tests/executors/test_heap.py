"""Free memory goes back after many texts, and not after each."""

from __future__ import annotations

import ctypes
import sys
from pathlib import Path
from typing import Any

import pytest

from translate.serve.api.heap import TEXTS, Heap, trim


def test_memory_is_trimmed_when_there_were_many_texts_and_then_not_until_there_are_again() -> None:
    trimmed: list[int] = []
    own = Heap(lambda: trimmed.append(1))
    for _ in range(TEXTS // 10 * 3 - 1):
        own.use(10)
    assert len(trimmed) == 2
    own.use(10)
    assert len(trimmed) == 3
    own.use(5 * TEXTS)
    own.use(0)
    assert len(trimmed) == 4


def resident() -> int:
    return int(Path("/proc/self/statm").read_text(encoding="ascii").split()[1])


@pytest.mark.skipif(sys.platform != "linux" or not hasattr(ctypes.CDLL(None), "malloc_trim"), reason="needs glibc")
def test_what_lies_free_goes_back() -> None:
    library: Any = ctypes.CDLL(None)
    library.malloc.restype, library.free.argtypes = ctypes.c_void_p, [ctypes.c_void_p]
    blocks = [library.malloc(60_000) for _ in range(2000)]  # each too small to be a mapping of its own
    for block in blocks:
        ctypes.memset(block, 1, 60_000)
    last = library.malloc(60_000)  # which keeps the top of the heap
    for block in blocks:
        library.free(block)
    before = resident()
    trim()
    assert resident() < before - 20_000  # pages, of 29,000
    library.free(last)


@pytest.mark.parametrize("platform", ["darwin", "win32", "linux"])
def test_other_libraries_are_left_alone(monkeypatch: pytest.MonkeyPatch, platform: str) -> None:
    monkeypatch.setattr("translate.serve.api.heap.sys.platform", platform)
    monkeypatch.setattr("translate.serve.api.heap.ctypes.CDLL", lambda name: object())
    trim()
