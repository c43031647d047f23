"""Many pairs in several processes; what comes out is in the order of the pairs, and the same as from one process."""

from __future__ import annotations

import time
from collections.abc import Generator, Sequence

from translate.aligning.aligner import AlignedPair, Aligner, Judged, load_scorer
from translate.aligning.pairing import Pair
from translate.config import Config
from translate.errors import DocumentError, UnrelatedError
from translate.executors.local import Local
from translate.records import dataclass

LEAST_BYTES = 500_000
"""Size of all sources from which on processes are worth their start, which takes as long as to align so much."""


@dataclass(frozen=True, slots=True)
class Done:
    """What came of one pair: its beads and units, or the reason why there are none."""

    aligned: AlignedPair | None = None
    units: tuple[Judged, ...] = ()
    message: str = ""
    seconds: float = 0.0
    is_unrelated: bool = False
    """Whether that reason is that the two are no translations of each other."""


def iter_done(pairs: Sequence[Pair], aligner: Aligner, config: Config, processes: int) -> Generator[Done, None, None]:
    """Yield what comes of each pair, in their order; at most a few more than `processes` are held at a time.

    :param aligner: aligns where one process is enough; others have their own.
    :raises BitexteError: where nothing can go on.
    """
    paths = [source.path for pair in pairs for source in pair.sides[0]]
    if min(processes, len(pairs)) < 2 or sum(path.stat().st_size for path in paths if path.is_file()) < LEAST_BYTES:
        yield from (_align(aligner, pair) for pair in pairs)
        return
    count = min(processes, len(pairs))
    for done in Local(count).map(_Work(config.for_worker), iter(pairs)):
        yield done.result or Done(message=f"{done.item.name}: aligning it {done.failure}.")


def _align(aligner: Aligner, pair: Pair) -> Done:
    started = time.monotonic()
    try:
        aligned = aligner.align(pair)
    except DocumentError as exc:
        return Done(message=str(exc), is_unrelated=isinstance(exc, UnrelatedError))
    units = tuple(aligner.iter_units(aligned))
    return Done(aligned, units, seconds=time.monotonic() - started)


class _Work:
    """Aligns in a process of its own."""

    def __init__(self, config: Config) -> None:
        self._config = config
        self._aligner: Aligner | None = None

    def begin(self) -> str:
        self._aligner = Aligner(self._config, None, load_scorer(self._config))
        return ""

    def end(self) -> None:
        self._aligner = None

    def do(self, item: Pair) -> Done:
        assert self._aligner is not None
        return _align(self._aligner, item)
