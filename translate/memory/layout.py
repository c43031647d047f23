"""How the index of a memory lies in its file: blocks, chunks, bundles and groups, and the number that each has.

Texts are ranked by their length in tokens, 65,536 a block, so that texts of like lengths lie side by side and a look-up
reads only the blocks within its window. Keys that begin alike share a row, a *bundle*, which says how many texts each
has and, of rare ones, which; of another key there is a row for eight blocks too, a *group*.
"""

from __future__ import annotations

import sqlite3
import sys
from array import array

BLOCK_TEXTS = 1 << 16
CHUNK_TEXTS = 1 << 9
"""Texts of which the codes are read at once."""
BLOCK_BITS, CHUNK_BITS = BLOCK_TEXTS.bit_length() - 1, CHUNK_TEXTS.bit_length() - 1
GROUP_BLOCKS = 8
"""Blocks of which a row says which texts have a key."""
KEY_BITS = 17
"""How far a key is moved in the number of a row: `key << 17 | is_dense << 16 | block`, of a group its first block."""
DENSE = 1 << 16
BUNDLE = 0xFFFF0000
"""What the keys of one bundle have in common: its row has the number that the lowest of them would have."""
Row = tuple[int, bytes]
"""The number of a group or of a bundle, and what it says."""
BUNDLE_HEAD = 4
"""Bytes of a bundle that say how many keys it has."""
NO_PART, MISSING_PART = "a part of the index is no part", "a part of the index is missing"
"""What is said of a damaged index."""


def numbers_in(held: object, kind: str, count: int | None = None) -> array[int]:
    """Return the numbers that a part of the index is.

    :param kind: how large each is: `H` for 16 bits, `I` for 32.
    :param count: how many there are; None where that is not known.
    :raises sqlite3.DatabaseError: where it is no part, or not of so many.
    """
    numbers = array(kind)
    if not isinstance(held, bytes) or len(held) % numbers.itemsize:
        raise sqlite3.DatabaseError(NO_PART)
    numbers.frombytes(held)
    if count is not None and len(numbers) != count:
        raise sqlite3.DatabaseError(NO_PART)
    if sys.byteorder == "big":
        numbers.byteswap()
    return numbers
