"""Free memory goes back after many texts, and not after each."""

from __future__ import annotations

import ctypes
import subprocess
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from translate import Config, align, translate_documents
from translate.config import EngineConfig
from translate.executors.heap import TEXTS, Heap, keep, trim


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


@pytest.mark.parametrize("error", [OSError("no library"), TypeError("Windows"), None])
def test_another_c_library_is_left_alone(error: Exception | None, monkeypatch: pytest.MonkeyPatch) -> None:
    def load(name: None) -> object:
        if error:
            raise error
        return object()  # without malloc_trim

    monkeypatch.setattr(ctypes, "CDLL", load)
    trim()
    keep()


_FAULTS = """
import ctypes, resource, sys
from translate.executors.heap import keep
if sys.argv[1] == "kept":
    keep()
library = ctypes.CDLL(None)
library.malloc.restype, library.free.argtypes = ctypes.c_void_p, [ctypes.c_void_p]
for _ in range(20):
    blocks = [library.malloc(100_000) for _ in range(200)]
    for block in blocks:
        ctypes.memset(block, 1, 100_000)
    for block in reversed(blocks):
        library.free(block)
print(resource.getrusage(resource.RUSAGE_SELF).ru_minflt)
"""


@pytest.mark.skipif(sys.platform != "linux" or not hasattr(ctypes.CDLL(None), "malloc_trim"), reason="needs glibc")
def test_a_worker_keeps_what_is_free_between_two_texts() -> None:
    def count(how: str) -> int:
        command = [sys.executable, "-c", _FAULTS, how]
        return int(subprocess.run(command, capture_output=True, text=True, check=True).stdout)

    assert count("kept") < count("as it is") - 6_000  # pages, of 18,000; 6,000 are needed


def test_a_run_and_an_alignment_count(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    trimmed: list[int] = []
    for name in ("translate.run.run", "translate.aligning.aligner"):
        monkeypatch.setattr(f"{name}.HEAP", Heap(lambda: trimmed.append(1)))
    source, target = tmp_path / "a.txt", tmp_path / "a.en.txt"
    source.write_text("".join(f"La ligne {number} ferme.\n\n" for number in range(TEXTS)), encoding="utf-8")
    target.write_text("".join(f"Line {number} closes.\n\n" for number in range(TEXTS)), encoding="utf-8")
    translate_documents([source], tmp_path / "out", config=replace(Config(), engine=EngineConfig(name="rotate")))
    assert trimmed == [1]
    align(source, target)
    assert trimmed == [1, 1]
