"""The product of matrices: as numpy's own, with a word about overflow and none about flags of the library."""

from __future__ import annotations

import warnings

import numpy as np
import pytest

from translate.alignment.product import multiply


def test_a_product_is_the_sum_over_rows_and_columns() -> None:
    rng = np.random.default_rng(1)
    one, other = rng.random((7, 5), np.float32), rng.random((5, 3), np.float32)
    assert multiply(one, other) == pytest.approx(np.einsum("ij,jk->ik", one, other), rel=1e-6)


def test_a_flag_for_an_invalid_operation_is_no_warning() -> None:
    endless = np.array([[np.inf, 1.0]], np.float32)
    with warnings.catch_warnings():
        warnings.simplefilter("error")
        assert np.isnan(multiply(endless, np.zeros((2, 1), np.float32))).all()


def test_an_overflow_is_a_warning() -> None:
    large = np.full((1, 1), 3e38, np.float32)
    with pytest.warns(RuntimeWarning, match="overflow"):
        multiply(large, large)
