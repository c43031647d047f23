"""What workers cost beside the work, and whether a corpus survives storms: kills of workers, and of the command.

    python benchmarks/shards.py [--records 2000] [--jobs 2] [--turns 3]
    python benchmarks/shards.py --storm 5 [--records 2000]     a worker is killed every 5 s, and the bytes are compared
    python benchmarks/shards.py --kills 20                     the command is killed at 20 moments, each time gone on
    python benchmarks/shards.py --storm 5 --engine echo --records 1000000 --shards 200 --jobs 4     without a model
    python benchmarks/shards.py --storm 5 --executor ray --jobs 4                                   actors are killed
    python benchmarks/shards.py --size 1000000 --engine rotate --largest 5     one shard of so many, and of a tenth

Processor seconds are those of the work on shards; what a worker takes until it is warm, once, is told apart: its
imports, the model, and the rules and tables that are read at the first text. One process and several take turns, and
the median counts: at most 1.05 times in workers, 1 % of that in the command. What shards take behind the first one of
each worker is told apart: that is what a worker takes for as long as it works.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path
from typing import Any

from translate.config import EXECUTORS, Config
from translate.errors import BitexteError
from translate.executors.base import Executor
from translate.executors.local import Local
from translate.executors.ray import Ray
from translate.run.warming import warm
from translate.shards import run as running
from translate.shards.cutting import Shard, find_files, iter_shards
from translate.shards.done import ShardDone
from translate.shards.run import ShardSettings, ShardsReport, translate_shards
from translate.shards.stores import open_store
from translate.shards.work import ShardWork

ENGINE = Config().engine.name
MOST_IN_WORKERS, MOST_IN_COMMAND = 1.05, 0.01
WARM_RECORDS, LARGEST, MOST_RUNS = 20, 9_999, 30
MOST_MEMORY_BYTES = 50_000_000
"""What a shard of any size may take beyond one of a tenth of it."""
_WORKERS = ("multiprocessing.spawn import spawn_main", "ray::_Worker")
"""What the commands of workers have: those of `multiprocessing`, and of Ray."""
PATTERNS = (
    "Le comité des finances a examiné {} demandes de subvention, dont {} ont été retenues après débat.",
    "La ligne {} sera fermée pendant {} jours ; des autobus de remplacement desserviront toutes les gares.",
    "Selon le rapport, {} habitants sur {} se déclarent satisfaits du nouveau réseau de distribution d'eau.",
    "Article {}. Le preneur verse au bailleur un dépôt de garantie de {} euros à la signature du contrat.",
)


@dataclass(frozen=True, slots=True)
class Turn:
    """Processor seconds of the work, and of the process that gives it out."""

    work: float
    command: float
    start: float
    """Of one worker, until it is warm; 0 for the process itself."""
    nursery: float
    """Of the process that workers are copies of."""
    shards: dict[str, float]
    """Of each shard."""
    first: frozenset[str]
    """The shards that a worker, or the process itself, did first."""


class TimedWork(ShardWork):
    """Warms up at a shard that does not count, and says how many processor seconds others took, in place of seconds."""

    def __init__(self, *arguments: Any, **options: Any) -> None:
        super().__init__(*arguments, **options)
        self._command = os.getpid()
        self._is_first = False

    def begin(self) -> str:
        started, kernel, out = time.process_time(), super().begin(), self._out
        store = open_store(self._source)
        with tempfile.TemporaryDirectory() as self._out:
            self.do(next(iter_shards(store, find_files(store)[0], WARM_RECORDS)))
        self._out = out
        word = Path(f"{out}.starts", str(os.getpid()))
        word.parent.mkdir(exist_ok=True)
        is_worker = os.getpid() != self._command
        word.write_text(str(time.process_time() - (0 if is_worker else started)), encoding="utf-8")
        self._is_first = True
        return kernel

    def do(self, item: Shard) -> ShardDone:
        started = time.process_time()
        done = super().do(item)
        if self._is_first:
            self._is_first = False
            Path(f"{self._out}.starts", f"{os.getpid()}.first").write_text(done.name, encoding="utf-8")
        return replace(done, seconds=time.process_time() - started)


def timed_warm(config: Config, out: str) -> None:
    """Read what workers need, and say how many processor seconds that took."""
    warm(config)
    Path(f"{out}.nursery").write_text(str(time.process_time()), encoding="utf-8")


def write_corpus(folder: Path, records: int, largest: int = LARGEST) -> None:
    """Write lines with numbers from 2 to `largest`: the smaller it is, the more lines are alike."""
    folder.mkdir(parents=True)
    chance = random.Random(1)
    with (folder / "corpus.txt").open("w", encoding="utf-8") as file:
        for _ in range(records):
            pattern = chance.choice(PATTERNS)
            file.write(pattern.format(chance.randint(2, largest), chance.randint(2, largest)) + "\n")


def settings_for(records: int, shards: int = 8) -> ShardSettings:
    return ShardSettings(records=max(10, records // shards))


def config_for(jobs: int, engine: str = ENGINE) -> Config:
    plain = Config()
    config = replace(plain, engine=replace(plain.engine, name=engine, threads=1))
    return config.for_worker if jobs else config


@dataclass(frozen=True, slots=True)
class Setting:
    """What is translated, beside what, and how."""

    place: Path
    records: int
    shards: int
    jobs: int
    engine: str
    executor: str = "local"
    largest: int = LARGEST

    @property
    def corpus(self) -> Path:
        return self.place / "corpus"

    def translate(self, out: Path, jobs: int) -> ShardsReport:
        config, settings = config_for(jobs, self.engine), settings_for(self.records, self.shards)
        prepare = partial(timed_warm, config, str(out))
        executor: Executor = Ray(jobs) if jobs and self.executor == "ray" else Local(jobs, prepare=prepare)
        return translate_shards(str(self.corpus), str(out), config, settings, executor)


def take_turn(setting: Setting, out: Path, jobs: int) -> Turn:
    started = time.process_time()
    report = setting.translate(out, jobs)
    work = sum(done.seconds for done in report.done)
    words = {word: word.read_text(encoding="utf-8") for word in Path(f"{out}.starts").iterdir()}
    starts = [float(text) for word, text in words.items() if not word.suffix]
    first = frozenset(text for word, text in words.items() if word.suffix)
    command = time.process_time() - started - (0 if jobs else work + sum(starts))
    word = Path(f"{out}.nursery")
    nursery = float(word.read_text(encoding="utf-8")) if word.exists() else 0.0
    shards = {done.name: done.seconds for done in report.done}
    return Turn(work, command, statistics.median(starts) if jobs else 0.0, nursery, shards, first)


def bytes_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


def measure(setting: Setting, turns: int) -> bool:
    """Print what work takes in one process and in several; return whether it is within the limits."""
    place, jobs = setting.place, setting.jobs
    vars(running)["ShardWork"] = TimedWork
    alone: list[Turn] = []
    apart: list[Turn] = []
    for number in range(turns):
        alone.append(take_turn(setting, place / f"alone{number}", 0))
        apart.append(take_turn(setting, place / f"apart{number}", jobs))
        if bytes_in(place / f"alone{number}") != bytes_in(place / f"apart{number}"):
            raise SystemExit("the bytes differ.")
    for turn in (*alone, *apart):
        print("  ".join(f"{seconds:.2f}{'*' * (name in turn.first)}" for name, seconds in sorted(turn.shards.items())))
    one, several = (statistics.median(turn.work for turn in some) for some in (alone, apart))
    idle = statistics.median(turn.command for turn in alone)  # reading the rules, looking the model up: not per shard
    command = max(0.0, statistics.median(turn.command for turn in apart) - idle)
    print("| | processor seconds | |\n|---|---:|---:|")
    start = statistics.median(turn.start for turn in apart)
    print(f"| one process | {one:.1f} | |\n| {jobs} workers | {several:.1f} | {several / one:.3f} |")
    pairs = [(one, other, one.first | other.first) for one, other in zip(alone, apart, strict=True)]
    later = [_without(other, first) / max(_without(one, first), 1e-9) for one, other, first in pairs]
    print(f"| the same, behind the first shard of each | | {statistics.median(later):.3f} |")
    nursery = statistics.median(turn.nursery for turn in apart)
    print(f"| what workers are copies of, once | {nursery:.1f} | |\n| until a worker is warm, once | {start:.1f} | |")
    print(f"| the command, beside what it takes alone ({idle:.1f}) | {command:.2f} | {command / several:.1%} |")
    return several <= MOST_IN_WORKERS * one and command <= MOST_IN_COMMAND * several


def _without(turn: Turn, first: frozenset[str]) -> float:
    return sum(seconds for name, seconds in turn.shards.items() if name not in first)


def find_workers() -> list[int]:
    """Return the processes of this run's workers: children of a child, which is their nursery, or Ray's."""
    listed = subprocess.run(["ps", "-eo", "pid=,ppid=,args="], capture_output=True, text=True, check=True)
    rows = [line.split(maxsplit=2) for line in listed.stdout.splitlines()]
    ours, found = {os.getpid()}, list[int]()
    for _ in range(3):
        ours |= {int(number) for number, parent, *_ in rows if int(parent) in ours}
    for number, parent, *command in rows:
        if int(number) in ours and int(parent) != os.getpid() and any(mark in " ".join(command) for mark in _WORKERS):
            found.append(int(number))
    return found


def storm(setting: Setting, seconds: float) -> bool:
    """Kill a worker every so many seconds; return whether the bytes are those of a quiet run."""
    place = setting.place
    setting.translate(place / "quiet", 0)
    ends, killed = threading.Event(), 0

    def kill() -> None:
        nonlocal killed
        while not ends.wait(seconds):
            if workers := find_workers():
                os.kill(random.choice(workers), signal.SIGKILL)
                killed += 1

    killer = threading.Thread(target=kill, daemon=True)
    killer.start()
    rounds, is_done = 0, False
    while not is_done and rounds < MOST_RUNS:
        rounds += 1
        try:
            report = setting.translate(place / "storm", setting.jobs)
            is_done = not report.waiting and not report.failed
        except BitexteError as exc:  # where workers are killed faster than they begin
            print(exc)
    ends.set()
    killer.join()
    same = bytes_in(place / "storm") == bytes_in(place / "quiet")
    print(f"{killed} workers killed, {rounds} runs: the bytes are {'the same' if same else 'OTHERS'}.")
    return same


def kill_command(setting: Setting, kills: int) -> bool:
    """Kill the command at so many moments, and go on each time; return whether the bytes are those of a quiet run."""
    place = setting.place
    setting.translate(place / "quiet", 0)
    size = str(settings_for(setting.records, setting.shards).records)
    arguments = ["translate", "--shards", str(setting.corpus), "--out", str(place / "out")]
    arguments += ["--jobs", str(setting.jobs), "--engine", setting.engine]
    command = [sys.executable, "-m", "translate", *arguments, "--shard-segments", size, "--quiet"]
    chance, done = random.Random(2), dict[str, int]()
    for _ in range(kills):
        with subprocess.Popen(command, stderr=subprocess.DEVNULL) as run:
            time.sleep(chance.uniform(1, 25))
            run.kill()
        time.sleep(0.5)  # its workers see that it is gone
        now = {path.name: path.stat().st_mtime_ns for path in (place / "out" / ".done").glob("*.json")}
        if any(now.get(name) != moment for name, moment in done.items()):
            raise SystemExit("a shard that was done was done again.")
        done = now
    subprocess.run(command, check=True)
    same = bytes_in(place / "out") == bytes_in(place / "quiet")
    print(f"{kills} kills of the command: the bytes are {'the same' if same else 'OTHERS'}, no shard was done twice.")
    return same


def measure_one(setting: Setting) -> bool:
    """Translate one shard of all records, and one of a tenth of them, each in a process of its own."""
    print("| records of a shard | processor seconds | memory |\n|---:|---:|---:|")
    peaks = []
    for records in (setting.records // 10, setting.records):
        place = setting.place / str(records)
        write_corpus(place / "corpus", records, setting.largest)
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        arguments = ["translate", "--shards", str(place / "corpus"), "--out", str(place / "out"), "--quiet"]
        arguments += ["--engine", setting.engine, "--shard-segments", str(records)]
        code = f"import resource, sys; from translate.cli import main; main({arguments!r}); {_TELL_PEAK}"
        done = subprocess.run([sys.executable, "-c", code], stdout=subprocess.PIPE, text=True, check=True)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
        seconds = after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime
        peaks.append(int(done.stdout.split()[-1]) * 1024)
        print(f"| {records:,} | {seconds:.1f} | {peaks[-1] / 1e6:.0f} MB |", flush=True)
    return peaks[1] - peaks[0] <= MOST_MEMORY_BYTES


_TELL_PEAK = "print(resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)"


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, default=2_000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--shards", type=int, default=8, metavar="N", help="how many the corpus is cut into")
    parser.add_argument("--engine", default=ENGINE)
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--storm", type=float, metavar="SECONDS")
    parser.add_argument("--kills", type=int, metavar="N")
    parser.add_argument("--size", type=int, metavar="RECORDS")
    parser.add_argument("--largest", type=int, default=LARGEST, help="number in the texts: the smaller, the more alike")
    parser.add_argument("--executor", choices=EXECUTORS, default="local")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        how = (options.shards, options.jobs, options.engine, options.executor, options.largest)
        setting = Setting(Path(name), options.size or options.records, *how)
        if not options.size:
            write_corpus(setting.corpus, setting.records, setting.largest)
        if options.size:
            holds = measure_one(setting)
        elif options.storm:
            holds = storm(setting, options.storm)
        elif options.kills:
            holds = kill_command(setting, options.kills)
        else:
            holds = measure(setting, options.turns)
    sys.exit(0 if holds else 1)


if __name__ == "__main__":
    main()
