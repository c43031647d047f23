"""The product of two dense matrices, without a warning that says nothing."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

Floats = NDArray[np.float32]


def multiply(one: Floats, other: Floats) -> Floats:
    """Return `one` times `other`: (rows, n), (n, columns) to (rows, columns).

    OpenBLAS now and then raises the processor's flag for an invalid operation where all numbers are sound (numpy issue
    24067), and numpy warns of it; what is really no number comes out as one, and overflow is told as ever.
    """
    with np.errstate(invalid="ignore"):
        product: Floats = one @ other
    return product
