"""Damaged files of every kind are read: what is neither a document nor a refusal in one line is a fault.

    python audit/fuzz.py [FOLDER ...] [--each 10000] [--formats docx,tmx] [--random-seed 1] [--keep faults/]

Samples are the files of the folders that bitexte knows (by default those of the tests), and some that are made here: of
bilingual files, packages, termbases, memories, corpora and settings. Each is damaged in some ways at once: bytes
changed, cut out, doubled or moved, tokens of XML, JSON and ZIP put in; of a packed file, also its parts. Samples of a
format take turns until it has had `--each` damaged files.

Reported are errors that are none of bitexte's, messages of several lines or more than 500 characters, more than ten
seconds of a processor, and more than 1 GB of memory.
Each fault is named once, by where it comes from; `--keep` keeps its file. A row is printed for each format.
"""

from __future__ import annotations

import argparse
import logging
import os
import random
import shutil
import signal
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from itertools import cycle, islice
from pathlib import Path

from audit.damage import damage
from audit.samples import Sample, find_samples, make_samples, sound
from translate.errors import BitexteError

ROOT = Path(__file__).parent.parent
SAMPLES = (ROOT / "tests" / "documents" / "files",)
MOST_SECONDS = 10
MOST_WAITED = 120
"""Seconds of the clock: other programs, such as LibreOffice, do not count as ours."""
MOST_BYTES = 1 << 30
MOST_SAID = 500
"""Characters of a message: what is quoted of a file is short."""
MOST_RESERVED_BYTES = 6 << 30
"""What this process may ask of the system at all, so that a fault ends in an error and not with the machine."""


@dataclass(frozen=True, slots=True)
class Fault:
    """What went wrong with a damaged sample: `where` tells faults of one cause from others."""

    sample: str
    what: str
    where: str
    content: bytes


@dataclass(slots=True)
class Tally:
    """What became of the damaged files of a format. `peak` is the most that the process held, in bytes."""

    files: int = 0
    refused: int = 0
    faults: int = 0
    seconds: float = 0.0
    slowest: float = 0.0
    peak: int = 0
    shown: list[Fault] = field(default_factory=list)
    """The first fault of each kind."""


class _TooLongError(BaseException):
    """Raised where reading takes more than ten seconds; no reader catches it."""


def fuzz(
    samples: Sequence[Sample], each: int, random_seed: int, tally: Tally, *, left_seconds: float = float("inf")
) -> Iterator[Fault]:
    """Read so many damaged samples, which take turns, and count them; yield what is a fault.

    :param left_seconds: of the processor, when to stop.
    """
    end = _used_seconds() + left_seconds
    with tempfile.TemporaryDirectory() as name:
        for number, sample in enumerate(islice(cycle(samples), each)):
            if _used_seconds() > end:
                return
            chance = random.Random(f"{random_seed} {number} {sample.path.name}")
            content = damage(sample.path.read_bytes(), chance)
            path = Path(name, sample.path.name)
            path.write_bytes(content)
            for other in sample.beside:
                shutil.copy(other, path.with_name(other.name))
            if fault := _try(sample, path, content, tally):
                yield fault


def _used_seconds() -> float:
    """Return what this process has taken of a processor, with those that it started, such as readers of PDF."""
    return sum(os.times()[:4])


def _try(sample: Sample, path: Path, content: bytes, tally: Tally) -> Fault | None:
    _forget_peak()
    held, started = _peak(), time.process_time()
    try:
        fault = _read(sample, path, content, tally)
    except _TooLongError as exc:  # in the moment in which it came to its end
        fault = Fault(sample.path.name, str(exc), f"time {sample.format}", content)
    _set_alarms(0, 0)
    seconds, peak = time.process_time() - started, _peak()
    tally.files += 1
    tally.seconds += seconds
    tally.slowest, tally.peak = max(tally.slowest, seconds), max(tally.peak, peak)
    if fault is None and seconds > MOST_SECONDS:
        fault = Fault(sample.path.name, f"{seconds:.1f} s, within another library", f"time {sample.format}", content)
    taken = peak - held
    if fault is None and taken > MOST_BYTES:
        fault = Fault(sample.path.name, f"{taken / 1e6:.0f} MB of memory", f"memory {sample.format}", content)
    tally.faults += fault is not None
    return fault


def _read(sample: Sample, path: Path, content: bytes, tally: Tally) -> Fault | None:
    _set_alarms(MOST_SECONDS, MOST_WAITED)
    try:
        _reading.append(sample)
        sample.read(path)
    except BitexteError as exc:
        tally.refused += 1
        said = str(exc).replace(str(path), path.name)
        if "\n" in said:
            return Fault(sample.path.name, "a message of several lines", type(exc).__name__, content)
        if len(said) > MOST_SAID:
            what = f"a message of {len(said):,} characters, which begins: {said[:100]}"
            return Fault(sample.path.name, what, f"{type(exc).__name__} of {sample.format}", content)
    except (Exception, _TooLongError) as exc:  # noqa: BLE001 - anything else is what is looked for
        frames = [f for f in traceback.extract_tb(exc.__traceback__) if "translate" in f.filename]
        place = f"{Path(frames[-1].filename).name}:{frames[-1].name}" if frames else "outside"
        return Fault(sample.path.name, f"{type(exc).__name__}: {exc}"[:200], f"{place} {type(exc).__name__}", content)
    finally:
        _reading.clear()
    return None


_reading: list[Sample] = []
"""What is read now; an alarm that comes later is for nobody."""


def _set_alarms(seconds: int, waited: int) -> None:
    """Have reading stopped after so many seconds of the processor, and of the clock; Windows has no such alarms."""
    if sys.platform == "win32":
        return
    signal.signal(signal.SIGPROF, _stop)
    signal.signal(signal.SIGALRM, _stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.setitimer(signal.ITIMER_REAL, waited)


def _stop(number: int, frame: object) -> None:
    if _reading:
        _reading.clear()
        raise _TooLongError(f"more than {MOST_SECONDS} s, or {MOST_WAITED} s of waiting")


def _forget_peak() -> None:
    """Have the system measure the most that is held anew, where it can: Linux alone."""
    with suppress(OSError):
        Path("/proc/self/clear_refs").write_text("5", encoding="ascii")


def _peak() -> int:
    """Return the most bytes that were held since they were forgotten, or ever, where the system cannot forget."""
    with suppress(OSError):
        rows = Path("/proc/self/status").read_text(encoding="ascii", errors="replace").splitlines()
        return next(int(row.split()[1]) * 1024 for row in rows if row.startswith("VmHWM"))
    if sys.platform == "win32":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * (1 if sys.platform == "darwin" else 1024)


def _limit_memory() -> None:
    if sys.platform != "win32":
        import resource

        resource.setrlimit(resource.RLIMIT_AS, (MOST_RESERVED_BYTES, resource.getrlimit(resource.RLIMIT_AS)[1]))


def by_format(samples: Sequence[Sample]) -> dict[str, list[Sample]]:
    """Return samples by their formats."""
    found: dict[str, list[Sample]] = {}
    for sample in samples:
        found.setdefault(sample.format, []).append(sample)
    return dict(sorted(found.items()))


def _keep(faults: Sequence[Fault], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for fault in faults:
        number = sum(1 for _ in folder.iterdir())
        (folder / f"{number:03}-{fault.sample}").write_bytes(fault.content)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=SAMPLES)
    parser.add_argument("--each", type=int, default=100, help="damaged files a format (default: 100)")
    parser.add_argument("--formats", default="", help="some of the formats, such as 'docx,units of tmx'")
    parser.add_argument("--random-seed", type=int, default=1)
    help_ = "stop with a format after so many of a processor"
    parser.add_argument("--seconds", type=float, default=float("inf"), help=help_)
    parser.add_argument("--keep", type=Path, help="folder for files with faults")
    options = parser.parse_args()
    _limit_memory()
    logging.disable(logging.WARNING)
    total, kinds = Tally(), set[str]()
    print("| format | samples | damaged files | refused | faults | a file | the slowest | memory |", flush=True)
    print("|---|---:|---:|---:|---:|---:|---:|---:|", flush=True)
    with tempfile.TemporaryDirectory() as name:
        found = by_format(sound([*find_samples(options.folders), *make_samples(Path(name))]))
        chosen = options.formats.split(",") if options.formats else list(found)
        if unknown := [name for name in chosen if name not in found]:
            parser.error(f"no sound sample of {', '.join(unknown)}; there are some of {', '.join(found)}.")
        for format_ in chosen:
            tally, places = Tally(), Counter[str]()
            for fault in fuzz(found[format_], options.each, options.random_seed, tally, left_seconds=options.seconds):
                places[fault.where] += 1
                if fault.where not in kinds:
                    kinds.add(fault.where)
                    tally.shown.append(fault)
            total.files, total.faults = total.files + tally.files, total.faults + tally.faults
            print(
                f"| {format_} | {len(found[format_])} | {tally.files:,} | {tally.refused / max(1, tally.files):.0%} | "
                f"{tally.faults} | {1000 * tally.seconds / max(1, tally.files):.1f} ms | {tally.slowest:.2f} s | "
                f"{tally.peak / 1e6:.0f} MB |",
                flush=True,
            )
            for fault in tally.shown:
                print(
                    f"{fault.sample}: {fault.where} ({places[fault.where]}): {fault.what}", file=sys.stderr, flush=True
                )
            if options.keep and tally.shown:
                _keep(tally.shown, options.keep)
    print(f"{len(chosen)} formats, {total.files:,} damaged files read: {total.faults} faults of {len(kinds)} kinds.")
    sys.exit(1 if kinds else 0)


if __name__ == "__main__":
    main()
