"""The length of a translation as evidence of an omission: how much more probable it is of a shorter source."""

from __future__ import annotations

import math

_SLACK, _FLOOR, _SLOPE = 4.0, 0.01, 0.7
"""Of the variance of the length of a translation, as in the check of lengths."""
_MOST_GAIN = 0.3
"""Of a change of the variance."""
_RANGE = (-4.0, 5.0)


def gain_of_length(source: int, target: int, run: int, ratio: float) -> float:
    """Return how much more probable the target's length is without a run, as a difference of logarithms.

    :param source: characters of the source, as are the others of the target and of the run.
    :param ratio: characters of a target to one of its source.
    """
    gain = _log_density(target, (source - run) * ratio) - _log_density(target, source * ratio)
    return max(_RANGE[0], min(_RANGE[1], gain))


def most_gain(source: int, target: int, ratio: float) -> float:
    """Return a bound on what any run gains."""
    full = source * ratio
    deviation = math.log((target + _SLACK) / (full + _SLACK))
    return min(_RANGE[1], deviation**2 / (2 * (_FLOOR + _SLOPE / max(full, 1.0))) + _MOST_GAIN)


def _log_density(target: int, expected: float) -> float:
    expected = max(expected, 1.0)
    variance = _FLOOR + _SLOPE / expected
    deviation = math.log((target + _SLACK) / (expected + _SLACK))
    return -(deviation**2) / (2 * variance) - 0.5 * math.log(variance)
