"""Memory that is freed stays with the process, until it is given back."""

from __future__ import annotations

import ctypes
import platform
import subprocess
import sys

import pytest

from translate.executors.heap import trim
from translate.training import allocator

SCRIPT = """
import ctypes, sys
from translate.executors.heap import trim
from translate.training.allocator import keep_memory

def resident() -> int:
    return int(open("/proc/self/statm").read().split()[1]) * 4096

library = ctypes.CDLL(None)
library.malloc.restype, library.free.argtypes = ctypes.c_void_p, [ctypes.c_void_p]
def fill_and_free() -> int:
    blocks = [library.malloc(size << 20) for size in (16, 1, 16, 1, 16, 1, 16, 1)]
    for block, size in zip(blocks, (16, 1) * 4):
        ctypes.memset(block, 1, size << 20)
    for block in blocks[::2]:
        library.free(block)
    return resident()

before = resident()
assert fill_and_free() - before < 16 << 20, "the C library gave large blocks back"
assert keep_memory()
kept = fill_and_free()
assert kept - before > 64 << 20, "they were not kept"
trim()
assert kept - resident() > 60 << 20, "they were not given back"
print("right")
"""


@pytest.mark.skipif(platform.libc_ver()[0] != "glibc", reason="of the GNU C library alone")
def test_what_is_freed_is_kept_and_given_back_on_demand() -> None:
    done = subprocess.run([sys.executable, "-c", SCRIPT], capture_output=True, text=True, check=False)
    assert (done.stdout, done.stderr) == ("right\n", "")


@pytest.mark.parametrize("error", [OSError("no library"), TypeError("Windows"), None])
def test_another_c_library_is_left_alone(error: Exception | None, monkeypatch: pytest.MonkeyPatch) -> None:
    def load(name: None) -> object:
        if error:
            raise error
        return object()  # without mallopt

    monkeypatch.setattr(ctypes, "CDLL", load)
    assert not allocator.keep_memory()
    trim()
