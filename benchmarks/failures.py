"""Each failure that a run over shards must survive is brought about: what the command says, and what comes after it.

    python benchmarks/failures.py [--records 120] [--only hangs,full]

Prints a row for each: what was done to it, its exit code, what it said last, and whether the same command, run again,
ends with the bytes of a quiet run. Workers that hang are given up after seconds here, and after ten minutes at least
otherwise; a full disk needs the right to mount one, and Linux; so does a group of processes with little memory. Where
Ray is installed, it is told to end a worker that takes a gigabyte more than the machine holds now: run this while
nothing else grows.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import shutil
import signal
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from functools import partial
from importlib.util import find_spec
from pathlib import Path

from benchmarks.shards import bytes_in, config_for, settings_for, write_corpus
from translate.errors import BitexteError
from translate.executors import schedule
from translate.executors.base import Executor
from translate.executors.local import Local
from translate.executors.ray import Ray
from translate.executors.schedule import Rules
from translate.run.warming import warm
from translate.shards import run as running
from translate.shards.cutting import Shard
from translate.shards.done import ShardDone
from translate.shards.manifest import MANIFEST
from translate.shards.run import translate_shards
from translate.shards.work import ShardWork

HELD_SIZES = (1_000_000, 4_000, 64)
"""Bytes that a worker takes until there are no more, where its memory is limited; so the next that it needs fail."""
ALLOWED_BYTES, STEP_BYTES, OUTGROWN_STEPS = 1_000_000_000, 50_000_000, 80
"""What the machine may hold beyond what it does before Ray looks for a worker to end; and how one comes to need it."""
PATIENCE_SECONDS, PATIENCE = 20.0, 3
"""What a shard may always take, and in times of what is usual: less than else, for nobody wants to wait here."""


class Faulty(ShardWork):
    """Has a worker hang, run out of memory, or die at the third shard, or compute as another processor would."""

    def begin(self) -> str:
        marks = Path(os.environ["FAULT_MARKS"])
        if os.environ["FAULT"] == "kernel" and not any(marks.iterdir()):
            (marks / str(os.getpid())).touch()
            os.environ["CT2_FORCE_CPU_ISA"] = "GENERIC"
        (marks.parent / f"{marks.name}.begun" / str(os.getpid())).touch()
        return super().begin()

    def do(self, item: Shard) -> ShardDone:
        fault, marks = os.environ["FAULT"], Path(os.environ["FAULT_MARKS"])
        if item.number == 2 and fault != "kernel" and (fault == "poison" or not any(marks.iterdir())):
            (marks / str(os.getpid())).touch()
            if fault == "hangs":
                os.kill(os.getpid(), signal.SIGSTOP)
            elif fault == "memory":
                _use_up()
            elif fault == "outgrows":
                _outgrow()
            elif fault == "group":
                (find_group(os.environ["FAULT_GROUP"]) / "cgroup.procs").write_text(str(os.getpid()), encoding="ascii")
                _outgrow()
            else:
                os.kill(os.getpid(), signal.SIGKILL)
        return super().do(item)


def _use_up() -> None:
    """Take all memory that this process may have: what was freed before, too, from which small shards are done else."""
    limit = int(Path("/proc/self/statm").read_text(encoding="ascii").split()[0]) * resource.getpagesize()
    resource.setrlimit(resource.RLIMIT_AS, (limit, limit))
    for size in HELD_SIZES:
        with suppress(MemoryError):
            while True:
                _held.append(bytes(size))


_held: list[bytes] = []


def _outgrow() -> None:
    held: list[bytes] = []
    for _ in range(OUTGROWN_STEPS):
        held.append(b"x" * STEP_BYTES)
        time.sleep(0.1)
    raise SystemExit("nobody ended a worker that had all it asked for.")


def find_group(name: str) -> Path:
    """Return the folder by which Linux limits the memory of some processes, of either version of its groups."""
    root = Path("/sys/fs/cgroup")
    return (root / "memory" if (root / "memory").is_dir() else root) / name


def in_group(scene: Scene, out: Path) -> Outcome:
    """Have a worker outgrow what its group of processes may have, so that the system ends it."""
    name = os.environ["FAULT_GROUP"] = f"bitexte-{os.getpid()}"
    group = find_group(name)
    try:
        group.mkdir()
        limit = group / ("memory.max" if (group / "memory.max").exists() else "memory.limit_in_bytes")
        limit.write_text(str(ALLOWED_BYTES), encoding="ascii")
    except OSError:
        return "", "not tried: this machine lets nobody limit memory"
    try:
        return in_worker(scene, out, "group")
    finally:
        with suppress(OSError):
            group.rmdir()


def _limit_ray() -> None:
    """Have Ray end a worker where the machine holds so much more than now."""
    rows = (line.split() for line in Path("/proc/meminfo").read_text(encoding="ascii").splitlines())
    sizes = {name: int(size) * 1024 for name, size, *_ in rows}
    share = (sizes["MemTotal:"] - sizes["MemAvailable:"] + ALLOWED_BYTES) / sizes["MemTotal:"]
    os.environ |= {"RAY_memory_usage_threshold": f"{share:.3f}", "RAY_memory_monitor_refresh_ms": "100"}


@dataclass(frozen=True, slots=True)
class Scene:
    """Where failures are brought about: the corpus, a folder of their own, and what a quiet run made."""

    corpus: Path
    place: Path
    records: int
    quiet: dict[str, bytes]

    def command(self, out: Path, *more: str) -> list[str]:
        size = str(settings_for(self.records).records)
        arguments = ["translate", "--shards", str(self.corpus), "--out", str(out), "--jobs", "2", *more]
        return [sys.executable, "-m", "translate", *arguments, "--shard-segments", size]

    def again(self, out: Path) -> str:
        """Run the command as if nothing had been; return what became of the bytes."""
        done = subprocess.run(self.command(out, "--quiet"), capture_output=True, text=True, check=False)
        found = bytes_in(out)
        if done.returncode == 0 and found == self.quiet:
            return "the same bytes"
        if done.returncode == 0 and _signature_in(found) != _signature_in(self.quiet):
            return "NOT COMPARED: code or model were changed while this ran"
        return f"OTHER BYTES, code {done.returncode} {done.stderr}"


def _signature_in(files: dict[str, bytes]) -> str:
    return str(json.loads(files[MANIFEST])["signature"]) if MANIFEST in files else ""


Outcome = tuple[str, str]
"""Exit code, and what was said last."""


def in_worker(scene: Scene, out: Path, fault: str) -> Outcome:
    """Translate with workers that have a fault."""
    marks = scene.place / f"{fault}.marks"
    begun = scene.place / f"{marks.name}.begun"
    marks.mkdir()
    begun.mkdir()
    os.environ |= {"FAULT": fault, "FAULT_MARKS": str(marks)}
    vars(running)["ShardWork"], vars(schedule)["PATIENCE"] = Faulty, PATIENCE
    rules = Rules(least_patience=PATIENCE_SECONDS)
    executor: Executor = Local(2, rules=rules, prepare=partial(warm, config_for(2)))
    if fault == "outgrows":
        if find_spec("ray") is None:
            return "", "not tried: Ray is not installed"
        _limit_ray()
        executor = Ray(2, rules=replace(rules, least_patience=600.0))
    try:
        report = translate_shards(str(scene.corpus), str(out), config_for(2), settings_for(scene.records), executor)
    except BitexteError as exc:
        return "1", f"{len(list(out.glob('part-*')))} files written: {exc}"
    said = f"{len(report.done)} shards done by {len(list(begun.iterdir()))} workers"
    lost = "".join(f"; one {reason}" for _, reason in report.failed)
    return "1" if lost else "0", said + lost


def interrupted(scene: Scene, out: Path, signals: list[int]) -> Outcome:
    """Send signals, one a second, when the first shards are done."""
    with subprocess.Popen(scene.command(out), stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, text=True) as run:
        assert run.stderr is not None
        said = run.stderr.readline()
        sent = time.monotonic()
        for number in signals:
            run.send_signal(number)
            time.sleep(0.5)
        said = (run.stderr.read().splitlines() or [said])[-1]
    return str(run.returncode), f"{said} ({time.monotonic() - sent:.1f} s later)"


def full(scene: Scene, out: Path, size: str) -> Outcome:
    """Write to a disk that is too small, and make it larger."""
    out.mkdir()
    if subprocess.run(["mount", "-t", "tmpfs", "-o", f"size={size}", "tmpfs", str(out)], check=False).returncode:
        return "", "not tried: this machine lets nobody mount a disk"
    done = subprocess.run(scene.command(out), capture_output=True, text=True, check=False)
    subprocess.run(["mount", "-o", "remount,size=100m", str(out)], check=True)
    return str(done.returncode), done.stderr.splitlines()[-1].replace(str(scene.place), "")


def shared(scene: Scene, out: Path, takes: list[list[str]]) -> Outcome:
    """Run several commands on one folder at once."""
    runs = [subprocess.Popen(scene.command(out, "--quiet", *take), stderr=subprocess.DEVNULL) for take in takes]
    codes = {run.wait() for run in runs}
    manifest = "and the manifest" if (out / "MANIFEST.json").exists() else "no manifest"
    return ", ".join(map(str, sorted(codes))), f"{len(list(out.glob('part-*')))} files, {manifest}"


def damaged(scene: Scene, out: Path) -> Outcome:
    """Cut a part off, and take another away."""
    subprocess.run(scene.command(out, "--quiet"), check=True)
    first, second, *_ = sorted(out.glob("part-*"))
    first.write_bytes(first.read_bytes()[:100])
    second.unlink()
    check = [sys.executable, "-m", "translate", "shards", "check", str(out), "--repair"]
    done = subprocess.run(check, capture_output=True, text=True, check=False)
    return str(done.returncode), done.stdout.splitlines()[-1]


FAILURES: dict[str, tuple[str, Callable[[Scene, Path], Outcome]]] = {
    "poison": ("a shard ends every worker", lambda scene, out: in_worker(scene, out, "poison")),
    "hangs": ("a worker is halted", lambda scene, out: in_worker(scene, out, "hangs")),
    "memory": ("a worker gets no more memory", lambda scene, out: in_worker(scene, out, "memory")),
    "outgrows": (
        "Ray ends a worker for want of memory",
        lambda scene, out: in_worker(scene, out, "outgrows"),
    ),
    "group": ("the system ends a worker for want of memory", in_group),
    "kernel": ("a worker computes differently", lambda scene, out: in_worker(scene, out, "kernel")),
    "interrupt": ("Ctrl-C", lambda scene, out: interrupted(scene, out, [signal.SIGINT])),
    "twice": ("Ctrl-C twice", lambda scene, out: interrupted(scene, out, [signal.SIGINT] * 2)),
    "terminate": ("SIGTERM", lambda scene, out: interrupted(scene, out, [signal.SIGTERM])),
    "full": ("the disk is full", lambda scene, out: full(scene, out, "12k")),
    "damaged": ("a file is cut, one is removed", damaged),
    "two": ("two runs on one folder", lambda scene, out: shared(scene, out, [[], []])),
    "take": (
        "three jobs of a queue at once",
        lambda scene, out: shared(scene, out, [["--take", f"{number}/3"] for number in (1, 2, 3)]),
    ),
}


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--records", type=int, default=120)
    parser.add_argument("--only", default=",".join(FAILURES), help="some of: " + ", ".join(FAILURES))
    options = parser.parse_args()
    holds = True
    with tempfile.TemporaryDirectory() as name:
        place = Path(name)
        write_corpus(place / "corpus", options.records)
        size = settings_for(options.records)
        translate_shards(str(place / "corpus"), str(place / "quiet"), config_for(0), size, Local())
        scene = Scene(place / "corpus", place, options.records, bytes_in(place / "quiet"))
        print("| what happens | code | what is said | run again |\n|---|---:|---|---|")
        for key in options.only.split(","):
            title, bring_about = FAILURES[key]
            out = place / key
            code, said = bring_about(scene, out)
            then = scene.again(out) if code else ""
            holds = holds and then in ("", "the same bytes")
            print(f"| {title} | {code} | {said} | {then} |", flush=True)
            if subprocess.run(["mountpoint", "-q", str(out)], check=False).returncode == 0:
                subprocess.run(["umount", "--lazy", str(out)], check=False)
            shutil.rmtree(out, ignore_errors=True)
    sys.exit(0 if holds else 1)


if __name__ == "__main__":
    main()
