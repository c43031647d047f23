"""What workers cost beside the work, and whether a corpus survives storms: kills of workers, and of the command.

    python benchmarks/shards.py [--records 2000] [--jobs 2] [--turns 3]
    python benchmarks/shards.py --storm 5 [--records 2000]     a worker is killed every 5 s, and the bytes are compared
    python benchmarks/shards.py --kills 20                     the command is killed at 20 moments, each time gone on
    python benchmarks/shards.py --storm 5 --engine echo --records 1000000 --shards 200 --jobs 4     without a model

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

ENGINE = Config().engine.name
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

    @property
    def corpus(self) -> Path:
        return self.place / "corpus"

    def translate(self, out: Path, jobs: int) -> ShardsReport:
        config, settings = config_for(jobs, self.engine), settings_for(self.records, self.shards)
        return translate_shards(str(self.corpus), str(out), config, settings, Local(jobs))


def take_turn(setting: Setting, out: Path, jobs: int) -> Turn:
    started = time.process_time()
    report = setting.translate(out, jobs)
    work = sum(done.seconds for done in report.done)
    starts = [float(word.read_text(encoding="utf-8")) for word in Path(f"{out}.starts").iterdir()]
    command = time.process_time() - started - (0 if jobs else work + sum(starts))
    return Turn(work, command, statistics.median(starts) if jobs else 0.0)


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
    one, several = (statistics.median(turn.work for turn in some) for some in (alone, apart))
    idle = statistics.median(turn.command for turn in alone)  # reading the rules, looking the model up: not per shard
    command = max(0.0, statistics.median(turn.command for turn in apart) - idle)
    print("| | processor seconds | |\n|---|---:|---:|")
    start = statistics.median(turn.start for turn in apart)
    print(f"| one process | {one:.1f} | |\n| {jobs} workers | {several:.1f} | {several / one:.3f} |")
    print(f"| until a worker is warm, once | {start:.1f} | |")
    print(f"| the command, beside what it takes alone ({idle:.1f}) | {command:.2f} | {command / several:.1%} |")
    return several <= MOST_IN_WORKERS * one and command <= MOST_IN_COMMAND * several


def storm(setting: Setting, seconds: float) -> bool:
    """Kill a worker every so many seconds; return whether the bytes are those of a quiet run."""
    place = setting.place
    setting.translate(place / "quiet", 0)
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
    while (report := setting.translate(place / "storm", setting.jobs)).waiting or report.failed:
        rounds += 1
    ends.set()
    killer.join()
    same = bytes_in(place / "storm") == bytes_in(place / "quiet")
    print(f"{killed} workers killed, {rounds + 1} runs: the bytes are {'the same' if same else 'OTHERS'}.")
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


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, default=2_000)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--shards", type=int, default=8, metavar="N", help="how many the corpus is cut into")
    parser.add_argument("--engine", default=ENGINE)
    parser.add_argument("--turns", type=int, default=3)
    parser.add_argument("--storm", type=float, metavar="SECONDS")
    parser.add_argument("--kills", type=int, metavar="N")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        setting = Setting(Path(name), options.records, options.shards, options.jobs, options.engine)
        write_corpus(setting.corpus, options.records)
        if options.storm:
            holds = storm(setting, options.storm)
        elif options.kills:
            holds = kill_command(setting, options.kills)
        else:
            holds = measure(setting, options.turns)
    sys.exit(0 if holds else 1)


if __name__ == "__main__":
    main()
