"""French words behind which a participle comes: forms of « avoir » and « être »."""

from __future__ import annotations

AUXILIARIES = frozenset(
    """
    ai as a avons avez ont avais avait avions aviez avaient aie aies ait ayons ayez aient ayant eu
    suis es est sommes êtes sont étais était étions étiez étaient sera seront serait seraient soit soient étant été
    """.split()
)
