"""What a cluster makes of a corpus: the real schedule over workers that are imagined, with a clock that is, too.

    python benchmarks/schedule.py [--segments 1000000000] [--workers 64,1024] [--rate 35] [--deaths 0.05]

A shard takes its segments divided by `--rate` (a second and core; see docs/scale.md), times a factor that is drawn for
it (log-normal, `--spread`). A worker needs `--start` seconds until it is ready, and dies `--deaths` times an hour, at
any moment; what it did behind the last piece that it left is then done again (`--pieces 0`: all of the shard). Printed
are hours, the share of the workers' time that made something that stands, what was done twice, and how long the last
worker worked when others had nothing to do any more.
"""

from __future__ import annotations

import argparse
import heapq
import random
from collections.abc import Sequence
from dataclasses import dataclass

from translate.executors import schedule
from translate.executors.base import Event
from translate.executors.schedule import Rules, Schedule
from translate.shards.cutting import WINDOW


@dataclass(frozen=True, slots=True)
class Cluster:
    """What workers are like."""

    rate: float
    spread: float
    start: float
    deaths: float
    """An hour."""
    piece: int = WINDOW
    """Segments that stand where a worker ends; 0 where nothing does."""


class Imagined:
    """A crew whose workers are events of a queue. It is the clock of the schedule, too."""

    def __init__(self, cluster: Cluster, random_seed: int) -> None:
        self._cluster, self._chance = cluster, random.Random(random_seed)
        self._queue: list[tuple[float, int, str]] = []
        self._dismissed: set[int] = set()
        self._deaths: dict[int, float] = {}
        self._given: dict[int, tuple[float, float]] = {}
        """When a worker was given its shard, and seconds a segment of it."""
        self._standing = 0
        """Segments that the last worker that ended has left."""
        self._hired = 0
        self.now = self.lost = self.made = self.idle_since = 0.0

    def monotonic(self) -> float:
        return self.now

    def hire(self) -> int:
        self._hired += 1
        self._deaths[self._hired] = self.now + self._chance.expovariate(max(self._cluster.deaths, 1e-9) / 3600)
        self._put(self._hired, self._cluster.start, "ready")
        return self._hired

    def give(self, worker: int, item: object) -> None:
        factor = self._chance.lognormvariate(0, self._cluster.spread)
        self._given[worker] = self.now, factor / self._cluster.rate
        self._put(worker, float(str(item)) * factor / self._cluster.rate, "done")

    def renew(self, item: int, deaths: int) -> tuple[int, bool]:
        """Return what is left of a shard whose worker has just ended."""
        return item - self._standing, self._standing > 0

    def _put(self, worker: int, seconds: float, kind: str) -> None:
        end, death = self.now + seconds, max(self.now, self._deaths[worker])
        heapq.heappush(self._queue, (death, worker, "ended") if death < end else (end, worker, kind))

    def name(self, worker: int) -> str:
        return f"worker {worker}"

    def listen(self, seconds: float) -> Sequence[Event]:
        if not self._queue:
            self.now += seconds
            return []
        self.now, worker, kind = heapq.heappop(self._queue)
        if worker in self._dismissed:
            return []
        since, pace = self._given.pop(worker, (self.now, 1.0))
        spent = self.now - since
        if kind == "ended":
            piece = self._cluster.piece
            self._standing = int(spent / pace) // piece * piece if piece else 0
            self.made += self._standing * pace
            self.lost += spent - self._standing * pace
            return [Event(worker, "ended", "gone")]
        self.made += spent * (kind == "done")
        return [Event(worker, "ready" if kind == "ready" else "done", "" if kind == "ready" else worker)]

    def dismiss(self, worker: int) -> None:
        self._dismissed.add(worker)

    def close(self) -> None:
        self._queue.clear()


@dataclass(frozen=True, slots=True)
class Outcome:
    hours: float
    useful: float
    """Share of the workers' time."""
    repeated: float
    """Share of what was made."""
    failed: int


def imagine(shards: Sequence[int], workers: int, cluster: Cluster, random_seed: int = 1) -> Outcome:
    """Have so many workers do shards of so many segments."""
    crew = Imagined(cluster, random_seed)
    clock = vars(schedule)["time"]
    vars(schedule)["time"] = crew
    try:
        found = Schedule[int, int](crew, workers, Rules(), crew).run(iter(sorted(shards, reverse=True)))
        failed = sum(done.result is None for done in found)
    finally:
        vars(schedule)["time"] = clock
    return Outcome(crew.now / 3600, crew.made / (workers * crew.now), crew.lost / max(crew.made, 1e-9), failed)


def cut(segments: int, size: int, small: int) -> list[int]:
    """Return the sizes of shards; those of the last tenth are small ones where `small` says so."""
    large = segments * (9 if small else 10) // 10 // size
    rest = segments - large * size
    step = small or size
    return [size] * large + [step] * (rest // step) + ([rest % step] if rest % step else [])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--segments", type=int, default=1_000_000_000)
    parser.add_argument("--shard-segments", type=int, default=50_000)
    parser.add_argument("--last-shards", type=int, default=0, help="size of the shards of the last tenth (0: the same)")
    parser.add_argument("--workers", default="64,1024")
    parser.add_argument("--rate", type=float, default=35.0)
    parser.add_argument("--spread", type=float, default=0.15)
    parser.add_argument("--start", type=float, default=10.0)
    parser.add_argument("--deaths", default="0,0.05,0.5")
    parser.add_argument("--pieces", type=int, default=WINDOW, help="segments that stand where a worker ends")
    options = parser.parse_args()
    shards = cut(options.segments, options.shard_segments, options.last_shards)
    print(f"{len(shards):,} shards of {options.segments:,} segments\n")
    print("| workers | deaths an hour | hours | useful | done twice | failed |\n|---:|---:|---:|---:|---:|---:|")
    for workers in map(int, options.workers.split(",")):
        for deaths in map(float, options.deaths.split(",")):
            cluster = Cluster(options.rate, options.spread, options.start, deaths, options.pieces)
            found = imagine(shards, workers, cluster)
            shares = f"{found.useful:.1%} | {found.repeated:.1%}"
            print(f"| {workers:,} | {deaths:g} | {found.hours:.1f} | {shares} | {found.failed} |", flush=True)


if __name__ == "__main__":
    main()
