"""Many pairs in several processes; what comes out is in the order of the pairs, and the same as from one process."""

from __future__ import annotations

import multiprocessing
import os
import signal
import threading
import time
from collections import deque
from collections.abc import Generator, Sequence
from concurrent.futures import Future, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from dataclasses import dataclass, replace

from translate.aligning.aligner import AlignedPair, Aligner, Judged, load_scorer
from translate.aligning.pairing import Pair
from translate.config import Config
from translate.errors import BitexteError, DocumentError, UnrelatedError

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
    alone = replace(config, engine=replace(config.engine, threads=1))
    pool = ProcessPoolExecutor(
        min(processes, len(pairs)), multiprocessing.get_context("spawn"), initializer=_begin, initargs=(alone,)
    )
    waiting: deque[Future[Done]] = deque()
    try:
        for pair in pairs:
            waiting.append(pool.submit(_align_here, pair))
            if len(waiting) > processes + 1:
                yield waiting.popleft().result()
        while waiting:
            yield waiting.popleft().result()
    except BrokenProcessPool as exc:
        raise BitexteError(
            "A worker process was killed, perhaps because memory ran out. Use fewer with --threads 1."
        ) from exc
    finally:
        pool.shutdown(cancel_futures=True)


def _align(aligner: Aligner, pair: Pair) -> Done:
    started = time.monotonic()
    try:
        aligned = aligner.align(pair)
    except DocumentError as exc:
        return Done(message=str(exc), is_unrelated=isinstance(exc, UnrelatedError))
    units = tuple(aligner.iter_units(aligned))
    return Done(aligned, units, seconds=time.monotonic() - started)


_own: list[Aligner] = []
"""The aligner of a process that works for another one."""


def _begin(config: Config) -> None:
    """Make a process ready, that leaves Ctrl-C to its parent and does not outlive it."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_end_with_parent, daemon=True).start()
    _own.append(Aligner(config, None, load_scorer(config)))


def _end_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)


def _align_here(pair: Pair) -> Done:
    return _align(_own[0], pair)
