"""Damaged files of every kind are read: what is neither a document nor a refusal in one line is a fault.

    python audit/fuzz.py [FOLDER ...] [--each 10000] [--random-seed 1] [--keep faults/]

Samples are the files of the folders that bitexte knows (by default those of the tests). Each is damaged in some ways
at once: bytes changed, cut out, doubled or moved, tokens of XML, JSON and ZIP put in; of a packed file, also its parts.
Reported are errors that are none of bitexte's, more than ten seconds of a processor, and more than 1 GB of memory.
Each fault is named once, by where it comes from; `--keep` keeps its file.
"""

from __future__ import annotations

import argparse
import io
import random
import signal
import sys
import tempfile
import time
import traceback
import zipfile
import zlib
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

from translate.config import DocumentConfig
from translate.documents import READERS, find_sources
from translate.errors import BitexteError
from translate.formats import format_to_read, read_bitext

ROOT = Path(__file__).parent.parent
SAMPLES = (ROOT / "tests" / "documents" / "files",)
MOST_SECONDS = 10
MOST_WAITED = 120
"""Seconds of the clock: other programs, such as LibreOffice, do not count as ours."""
MOST_BYTES = 1 << 30
LARGEST_SAMPLE = 200_000
TOKENS = (
    b"<", b">", b"</", b"/>", b"<!--", b"]]>", b"&", b"&#0;", b"&x;", b"\"", b"'", b"{", b"}", b"[", b"]", b",", b":",
    b"\0", b"\xff", b"\xff\xfe", b"\xef\xbb\xbf", b"\xed\xa0\x80", b"\r", b"\n\n", b"\\u", b"\\", b"-1", b"9" * 30,
    b"1e999", b"NaN", b"null", b"%", b"$", b"```", b"\t", b"xmlns=", b"encoding='utf-7'", b"\xe2\x80\xae", b"(" * 50,
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Fault:
    """What went wrong with a damaged sample: `where` tells faults of one cause from others."""

    sample: str
    what: str
    where: str
    content: bytes


class _TooLongError(Exception):
    """Raised where reading takes more than ten seconds."""


def damage(content: bytes, chance: random.Random) -> bytes:
    """Return a sample with one to four kinds of damage, to a part of it where it is a package."""
    if content.startswith(b"PK") and chance.random() < 0.9:
        with suppress(zipfile.BadZipFile, zlib.error, NotImplementedError, RuntimeError, LookupError):
            return _damage_part(content, chance)
    for _ in range(chance.randint(1, 4)):
        content = chance.choice(_WAYS)(content, chance)
    return content


def _damage_part(content: bytes, chance: random.Random) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(content)) as old, zipfile.ZipFile(made, "w", zipfile.ZIP_STORED) as new:
        names = old.namelist()
        chosen = chance.choice(names)
        for name in names:
            data = old.read(name)
            if name == chosen and chance.random() < 0.1:
                continue
            new.writestr(name, damage(data, chance) if name == chosen else data)
    return made.getvalue()


def _place(content: bytes, chance: random.Random) -> int:
    return chance.randrange(len(content) + 1)


def _change(content: bytes, chance: random.Random) -> bytes:
    changed = bytearray(content)
    for _ in range(chance.choice((1, 1, 3, 20))):
        if changed:
            changed[chance.randrange(len(changed))] = chance.randrange(256)
    return bytes(changed)


def _cut_out(content: bytes, chance: random.Random) -> bytes:
    start = _place(content, chance)
    return content[:start] + content[start + chance.choice((1, 10, 100, 5000)) :]


def _cut_off(content: bytes, chance: random.Random) -> bytes:
    return content[: _place(content, chance)]


def _double(content: bytes, chance: random.Random) -> bytes:
    start = _place(content, chance)
    piece = content[start : start + chance.choice((1, 20, 400))]
    return content[:start] + piece * chance.choice((2, 2, 50)) + content[start:]


def _move(content: bytes, chance: random.Random) -> bytes:
    start, to = _place(content, chance), _place(content, chance)
    piece = content[start : start + 60]
    left = content[:start] + content[start + 60 :]
    return left[:to] + piece + left[to:]


def _put_in(content: bytes, chance: random.Random) -> bytes:
    place = _place(content, chance)
    return content[:place] + chance.choice(TOKENS) * chance.choice((1, 1, 3)) + content[place:]


_WAYS: tuple[Callable[[bytes, random.Random], bytes], ...] = (_change, _cut_out, _cut_off, _double, _move, _put_in)


def find_samples(folders: Sequence[Path]) -> list[Path]:
    """Return the files that bitexte reads, one way or the other, but for large ones."""
    files = sorted(path for folder in folders for path in folder.rglob("*") if path.is_file())
    return [path for path in files if path.stat().st_size <= LARGEST_SAMPLE and list(_readers(path))]


def _readers(path: Path) -> Iterator[Callable[[Path], None]]:
    with suppress(BitexteError):
        kind = find_sources([str(path)]).sources[0].kind
        yield lambda damaged: _read_document(damaged, kind)
    with suppress(BitexteError):
        format_to_read(path)
        yield _read_units


def _read_document(path: Path, kind: str) -> None:
    config = DocumentConfig()
    document = READERS.load(kind).read(path, name=path.name, language="fr", config=config)
    for block in document.blocks:
        block.text.encode()


def _read_units(path: Path) -> None:
    for unit in read_bitext(path, report=lambda remark: None).units:
        unit.source.text.encode("utf-8", "surrogatepass")


def fuzz(
    samples: Sequence[Path], each: int, random_seed: int, *, left_seconds: float = float("inf")
) -> Iterator[Fault | None]:
    """Read damaged samples, `each` times one; yield what is a fault, and None for what is none. Samples take turns.

    :param left_seconds: when to stop.
    """
    end = time.monotonic() + left_seconds
    with tempfile.TemporaryDirectory() as name:
        for number in range(each):
            for sample in samples:
                if time.monotonic() > end:
                    return
                chance = random.Random(f"{random_seed} {number} {sample.name}")
                content = damage(sample.read_bytes(), chance)
                path = Path(name, sample.name)
                path.write_bytes(content)
                for read in _readers(sample):
                    yield _try(read, path, sample.name, content)


def _try(read: Callable[[Path], None], path: Path, sample: str, content: bytes) -> Fault | None:
    before = _peak()
    _set_alarms(MOST_SECONDS, MOST_WAITED)
    try:
        read(path)
    except BitexteError as exc:
        if "\n" in str(exc):
            return Fault(sample, "a message of several lines", type(exc).__name__, content)
    except Exception as exc:  # noqa: BLE001 - anything else is what is looked for
        frames = [f for f in traceback.extract_tb(exc.__traceback__) if "translate" in f.filename]
        place = f"{Path(frames[-1].filename).name}:{frames[-1].name}" if frames else "outside"
        return Fault(sample, f"{type(exc).__name__}: {exc}"[:200], f"{place} {type(exc).__name__}", content)
    finally:
        _set_alarms(0, 0)
    if _peak() - before > MOST_BYTES:
        return Fault(sample, "more than 1 GB of memory", f"memory {sample}", content)
    return None


def _set_alarms(seconds: int, waited: int) -> None:
    """Have reading stopped after so many seconds of the processor, and of the clock; Windows has no such alarms."""
    if sys.platform == "win32":
        return
    signal.signal(signal.SIGPROF, _stop)
    signal.signal(signal.SIGALRM, _stop)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    signal.setitimer(signal.ITIMER_REAL, waited)


def _stop(number: int, frame: object) -> None:
    raise _TooLongError(f"more than {MOST_SECONDS} s, or {MOST_WAITED} s of waiting")


def _peak() -> int:
    if sys.platform == "win32":
        return 0
    import resource

    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss * 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("folders", nargs="*", type=Path, default=SAMPLES)
    parser.add_argument("--each", type=int, default=100, help="damaged files a sample (default: 100)")
    parser.add_argument("--random-seed", type=int, default=1)
    parser.add_argument("--seconds", type=float, default=float("inf"), help="stop after so many")
    parser.add_argument("--keep", type=Path, help="folder for files with faults")
    options = parser.parse_args()
    samples = find_samples(options.folders)
    counts, shown = Counter[str](), dict[str, Fault]()
    total = 0
    for fault in fuzz(samples, options.each, options.random_seed, left_seconds=options.seconds):
        total += 1
        if fault is None:
            continue
        counts[fault.where] += 1
        if fault.where in shown:
            continue
        shown[fault.where] = fault
        print(f"{fault.sample}: {fault.where}: {fault.what}", flush=True)
        if options.keep:
            options.keep.mkdir(parents=True, exist_ok=True)
            (options.keep / f"{len(shown):03}-{fault.sample}").write_bytes(fault.content)
    print(f"{len(samples)} samples, {total:,} damaged files read: {counts.total()} faults of {len(shown)} kinds.")
    sys.exit(1 if shown else 0)


if __name__ == "__main__":
    main()
