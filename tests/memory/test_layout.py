"""What is stored as bytes comes back as the numbers that it is, on any machine."""

from __future__ import annotations

import sqlite3
import sys

import pytest

from translate.memory import layout
from translate.memory.layout import numbers_in


def test_numbers_are_stored_with_their_lowest_byte_first(monkeypatch: pytest.MonkeyPatch) -> None:
    assert numbers_in(b"\1\0\0\2", "H").tolist() == [1, 512]
    assert numbers_in(b"\1\0\0\2", "I", 1).tolist() == [0x02000001]
    monkeypatch.setattr(sys, "byteorder", {"little": "big", "big": "little"}[sys.byteorder])
    assert numbers_in(b"\1\0\0\2", "H").tolist() == [256, 2]


@pytest.mark.parametrize(("held", "count"), [(b"\1", None), (b"\1\0", 2), (None, None), ("ab", 1), (3, None)])
def test_what_is_not_so_many_numbers_is_a_damaged_memory(held: object, count: int | None) -> None:
    with pytest.raises(sqlite3.DatabaseError, match="no part"):
        numbers_in(held, "H", count)


def test_a_block_and_a_chunk_are_so_many_bits_of_a_rank() -> None:
    assert (1 << layout.BLOCK_BITS, 1 << layout.CHUNK_BITS) == (layout.BLOCK_TEXTS, layout.CHUNK_TEXTS)
