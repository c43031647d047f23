"""What workers cost beside the work, and whether a corpus survives storms: kills of workers, and of the command.

    python benchmarks/shards.py [--records 2000] [--jobs 2] [--turns 3]
    python benchmarks/shards.py --storm 5 [--records 2000]     a worker is killed every 5 s, and the bytes are compared
    python benchmarks/shards.py --kills 20                     the command is killed at 20 moments, each time gone on

Processor seconds are those of the work on shards; what a worker takes until it is warm, once, is told apart: its
imports, the model, and the rules and tables that are read at the first text. One process and several take turns, and
the median counts: at most 1.05 times in workers, 1 % of that in the command.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import random
import signal
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from dataclasses import dataclass, replace
from pathlib import Path

from translate.config import Config
from translate.executors.local import Local
from translate.shards import run as running
from translate.shards.cutting import Shard, find_files, iter_shards
from translate.shards.done import ShardDone
from translate.shards.run import ShardSettings, ShardsReport, translate_shards
from translate.shards.stores import open_store
from translate.shards.work import ShardWork

MOST_IN_WORKERS, MOST_IN_COMMAND = 1.05, 0.01
WARM_RECORDS = 20
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


class TimedWork(ShardWork):
    """Warms up at a shard that does not count, and says how many processor seconds others took, in place of seconds."""

    def begin(self) -> str:
        started, kernel, out = time.process_time(), super().begin(), self._out
        store = open_store(self._source)
        with tempfile.TemporaryDirectory() as self._out:
            self.do(next(iter_shards(store, find_files(store)[0], WARM_RECORDS)))
        self._out = out
        word = Path(f"{out}.starts", str(os.getpid()))
        word.parent.mkdir(exist_ok=True)
        is_worker = multiprocessing.parent_process() is not None
        word.write_text(str(time.process_time() - (0 if is_worker else started)), encoding="utf-8")
        return kernel

    def do(self, item: Shard) -> ShardDone:
        started = time.process_time()
        done = super().do(item)
        return replace(done, seconds=time.process_time() - started)


def write_corpus(folder: Path, records: int) -> None:
    folder.mkdir(parents=True)
    chance = random.Random(1)
    lines = (chance.choice(PATTERNS).format(chance.randint(2, 9999), chance.randint(2, 9999)) for _ in range(records))
    (folder / "corpus.txt").write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")


def settings_for(records: int) -> ShardSettings:
    return ShardSettings(records=max(10, records // 8))


def config_for(jobs: int) -> Config:
    return Config().for_worker if jobs else replace(Config(), engine=replace(Config().engine, threads=1))


def translate(corpus: Path, out: Path, records: int, jobs: int) -> ShardsReport:
    return translate_shards(str(corpus), str(out), config_for(jobs), settings_for(records), Local(jobs))


def take_turn(corpus: Path, out: Path, records: int, jobs: int) -> Turn:
    started = time.process_time()
    report = translate(corpus, out, records, jobs)
    work = sum(done.seconds for done in report.done)
    starts = [float(word.read_text(encoding="utf-8")) for word in Path(f"{out}.starts").iterdir()]
    command = time.process_time() - started - (0 if jobs else work + sum(starts))
    return Turn(work, command, statistics.median(starts) if jobs else 0.0)


def bytes_in(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in sorted(folder.iterdir()) if path.is_file()}


def measure(corpus: Path, place: Path, records: int, jobs: int, turns: int) -> bool:
    """Print what work takes in one process and in several; return whether it is within the limits."""
    vars(running)["ShardWork"] = TimedWork
    alone: list[Turn] = []
    apart: list[Turn] = []
    for number in range(turns):
        alone.append(take_turn(corpus, place / f"alone{number}", records, 0))
        apart.append(take_turn(corpus, place / f"apart{number}", records, jobs))
        if bytes_in(place / f"alone{number}") != bytes_in(place / f"apart{number}"):
            raise SystemExit("the bytes differ.")
    one, several = (statistics.median(turn.work for turn in some) for some in (alone, apart))
    idle = statistics.median(turn.command for turn in alone)  # reading the rules, looking the model up: not per shard
    command = max(0.0, statistics.median(turn.command for turn in apart) - idle)
    print("| | processor seconds | |\n|---|---:|---:|")
    start = statistics.median(turn.start for turn in apart)
    print(f"| one process | {one:.1f} | |\n| {jobs} workers | {several:.1f} | {several / one:.3f} |")
    print(f"| until a worker is warm, once | {start:.1f} | |")
    print(f"| the command, beside what it takes alone ({idle:.1f}) | {command:.2f} | {command / several:.1%} |")
    return several <= MOST_IN_WORKERS * one and command <= MOST_IN_COMMAND * several


def storm(corpus: Path, place: Path, records: int, jobs: int, seconds: float) -> bool:
    """Kill a worker every so many seconds; return whether the bytes are those of a quiet run."""
    translate(corpus, place / "quiet", records, 0)
    ends, killed = threading.Event(), 0

    def kill() -> None:
        nonlocal killed
        while not ends.wait(seconds):
            listed = subprocess.run(
                ["ps", "-o", "pid=,args=", "--ppid", str(os.getpid())], capture_output=True, text=True, check=False
            )
            workers = [line.split()[0] for line in listed.stdout.splitlines() if "spawn_main" in line]
            if workers:
                os.kill(int(random.choice(workers)), signal.SIGKILL)
                killed += 1

    killer = threading.Thread(target=kill, daemon=True)
    killer.start()
    rounds = 0
    while (report := translate(corpus, place / "storm", records, jobs)).waiting or report.failed:
        rounds += 1
    ends.set()
    killer.join()
    same = bytes_in(place / "storm") == bytes_in(place / "quiet")
    print(f"{killed} workers killed, {rounds + 1} runs: the bytes are {'the same' if same else 'OTHERS'}.")
    return same


def kill_command(corpus: Path, place: Path, records: int, jobs: int, kills: int) -> bool:
    """Kill the command at so many moments, and go on each time; return whether the bytes are those of a quiet run."""
    translate(corpus, place / "quiet", records, 0)
    size = str(settings_for(records).records)
    arguments = ["translate", "--shards", str(corpus), "--out", str(place / "out"), "--jobs", str(jobs)]
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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, default=2_000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--storm", type=float, metavar="SECONDS")
    parser.add_argument("--kills", type=int, metavar="N")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        write_corpus(place / "corpus", options.records)
        common = place / "corpus", place, options.records, options.jobs
        if options.storm:
            holds = storm(*common, options.storm)
        elif options.kills:
            holds = kill_command(*common, options.kills)
        else:
            holds = measure(*common, options.turns)
    sys.exit(0 if holds else 1)


if __name__ == "__main__":
    main()
