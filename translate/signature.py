"""One line that says how a corpus was made, in the manner of sacreBLEU's signatures; and the scale of scores."""

from __future__ import annotations

import math

from translate import __version__


def format_signature(**parts: str | int) -> str:
    """Return `bitexte:VERSION|key:value|…`, in the order given; `|` cannot occur in a value."""
    fields = "".join(f"|{key}:{str(value).replace('|', '/')}" for key, value in parts.items())
    return f"bitexte:{__version__}{fields}"


def score_of(log_probability: float) -> float:
    """Return a unit's score, 0 to 100: the geometric mean of the probabilities of the target pieces, in per cent."""
    return round(100 * math.exp(min(0.0, log_probability)), 1)
