"""How likely a translator keeps a segment: the mean log probability of a hypothesis comes in, 0 to 100 goes out."""

from __future__ import annotations

import hashlib
import math
from bisect import bisect_right
from collections.abc import Sequence
from itertools import pairwise
from pathlib import Path

from translate.errors import ModelError
from translate.files import from_json
from translate.records import dataclass

FILE = "calibration.json"
Points = tuple[tuple[float, float], ...]


def raw_score(log_probability: float) -> float:
    """Return a score, 0 to 100: the geometric mean of the probabilities of the target pieces, in per cent."""
    return round(100 * math.exp(min(0.0, log_probability)), 1)


@dataclass(frozen=True, slots=True)
class Calibration:
    """A rising curve through points: mean log probability and probability of being kept. Without points, no curve.

    Below the first point it falls with the probability itself.

    `kept_chrf`: the sentence chrF from which a segment counted as kept when the curve was fitted.
    """

    points: tuple[tuple[float, float], ...] = ()
    kept_chrf: float = 0.0

    def score(self, log_probability: float) -> float:
        """Return a unit's score; without a curve, the raw one."""
        if not self.points:
            return raw_score(log_probability)
        places = [place for place, _ in self.points]
        at = bisect_right(places, log_probability)
        if at == 0:  # less sure than anything the curve was fitted on
            return round(100 * self.points[0][1] * math.exp(log_probability - places[0]), 1)
        if at == len(self.points):
            return round(100 * self.points[-1][1], 1)
        (left, low), (right, high) = self.points[at - 1 : at + 1]
        share = (log_probability - left) / (right - left)
        return round(100 * (low + share * (high - low)), 1)

    @property
    def digest(self) -> str:
        """A short hash; `raw` without a curve."""
        return hashlib.sha256(repr(self.points).encode()).hexdigest()[:7] if self.points else "raw"


def load_calibration(folder: Path) -> Calibration:
    """Load the curve that lies beside a model; a model without one has raw scores.

    :raises ModelError: where the file is broken.
    """
    path = folder / FILE
    if not path.is_file():
        return Calibration()
    try:
        value = from_json(path.read_bytes())
        points = tuple((float(place), float(height)) for place, height in value["points"])
        calibration = Calibration(points, float(value["kept_chrf"]))
        if not all(math.isfinite(place) and 0 <= height <= 1 for place, height in points):
            raise ValueError("a point is no log probability and share from 0 to 1")
    except (ValueError, KeyError, TypeError) as exc:
        raise ModelError(f"{path}: not a calibration ({exc}); delete it, or run the calibration again.") from exc
    if any(b[0] <= a[0] or b[1] < a[1] for a, b in pairwise(points)):
        raise ModelError(f"{path}: the points do not rise; delete it, or run the calibration again.")
    return calibration


def fit(log_probabilities: Sequence[float], kept: Sequence[bool], *, knots: int = 20) -> Points:
    """Fit a rising curve: isotonic regression by pooling adjacent violators (Ayer et al. 1955) over bins of like size.

    One kept and one refused segment are added to each bin, so that no score is 0 or 100. The curve is level from the
    least probable segment to the first bin.

    :return: points of (mean log probability, share kept), both strictly and weakly rising.
    """
    pairs = sorted(zip(log_probabilities, kept, strict=True))
    size = max(1, len(pairs) // knots)
    pools: list[tuple[float, float, float]] = []  # weight, weighted sum of places, kept
    for start in range(0, len(pairs), size):
        some = pairs[start : start + size]
        weight = len(some) + 2.0
        mean = sum(place for place, _ in some) / len(some)
        pools.append((weight, weight * mean, 1.0 + sum(is_kept for _, is_kept in some)))
        while len(pools) > 1 and pools[-2][2] / pools[-2][0] >= pools[-1][2] / pools[-1][0]:
            (weight, places, good), (more, others, better) = pools.pop(), pools.pop()
            pools.append((weight + more, places + others, good + better))
    points: list[tuple[float, float]] = []
    for weight, places, good in pools:
        point = (round(places / weight, 4), round(good / weight, 4))
        if not points or point[0] > points[-1][0]:
            points.append(point)
    least = round(pairs[0][0], 4) if pairs else 0.0
    if points and least < points[0][0]:
        points.insert(0, (least, points[0][1]))
    return tuple(points)
