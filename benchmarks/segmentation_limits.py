"""Measure segmentation at its limits: hostile texts of ten million characters, and files of a gigabyte.

    python benchmarks/segmentation_limits.py [--megacharacters 10] [--gigabytes 1] [--folder FOLDER]

Hostile texts are segmented in this process, and timed in its processor time. The files are made of seeds/, written to
FOLDER (default: the folder for temporary files), and given to `bitexte segment`; its peak memory is what the system
says.
"""

from __future__ import annotations

import argparse
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
HOSTILE = {
    "no space": "a",
    "no space, with stops": "a.b!c?",
    "full stops": ".",
    "full stops with spaces": ". ",
    "initials": "A. ",
    "`« a. `, never closed": "« a. ",
    "line ends": "\n",
    "list marks": "\n1. ",
    "NUL, stop, space": "\0. ",
    "lone surrogates and stops": "\ud800. A",
    "stop, space, straight mark": '. " ',
    "capitals and articles": "ABCDEF Le chat ",
    "headings without end": "Le chat ",
}


def print_hostile(characters: int) -> None:
    from translate.segmentation import load_segmenter

    segmenter = load_segmenter("fr")
    print(f"| {characters / 1e6:g} million characters of | segments | processor time |\n|---|---|---|")
    for name, pattern in HOSTILE.items():
        text = pattern * (characters // len(pattern))
        start = time.process_time()
        count = len(segmenter.segment(text))
        print(f"| {name} | {count:,} | {time.process_time() - start:.1f} s |", flush=True)


def paragraphs() -> Iterator[str]:
    for path in sorted((ROOT / "seeds").glob("*.txt")):
        yield from (line for line in path.read_text(encoding="utf-8").split("\n") if line.strip())


def write_large(path: Path, size: int, *, separator: str) -> None:
    block = (separator.join(paragraphs()) + separator).encode()
    with path.open("wb") as file:
        for _ in range(size // len(block)):
            file.write(block)


def print_large(path: Path, what: str, arguments: list[str]) -> None:
    """Run the command; print how long it takes and how much memory at most."""
    command = [sys.executable, "-m", "translate", "segment", *arguments]
    start = time.monotonic()
    with path.open("rb") as source, Path(os.devnull).open("wb") as sink:
        process = subprocess.Popen(
            command, stdin=source, stdout=sink, stderr=subprocess.PIPE, env={**os.environ, "PYTHONPATH": str(ROOT)}
        )
        assert process.stderr is not None
        message = process.stderr.read().decode()
        _, status, usage = os.wait4(process.pid, 0)
    seconds = time.monotonic() - start
    print(
        f"| {what} | {os.waitstatus_to_exitcode(status)} | {seconds:.0f} s | {usage.ru_utime + usage.ru_stime:.0f} s | "
        f"{usage.ru_maxrss / 1024:.0f} MB | {message.strip().replace(str(path), path.name)[:150]} |",
        flush=True,
    )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--megacharacters", type=float, default=10)
    parser.add_argument("--gigabytes", type=float, default=1)
    parser.add_argument("--folder", type=Path, default=None)
    options = parser.parse_args()
    sys.path.insert(0, str(ROOT))
    if options.megacharacters:
        print_hostile(int(options.megacharacters * 1e6))
    if options.gigabytes:
        with tempfile.TemporaryDirectory(dir=options.folder) as folder:
            path, size = Path(folder, "large.txt"), int(options.gigabytes * 1e9)
            print(f"\n| `bitexte segment`, {size / 1e9:g} GB | exit code | time | processor | peak memory | message |")
            print("|---|---|---|---|---|---|")
            part = Path(folder, "part.txt")
            write_large(part, size // 100, separator="\n")
            print_large(part, "a hundredth of it, for comparison", [str(part)])
            write_large(path, size, separator="\n")
            print_large(path, "a file of paragraphs", [str(path)])
            write_large(part, size // 10, separator="\n")
            print_large(part, "a tenth of it on standard input", ["-"])
            print_large(part, "the same, with --join-lines", ["--join-lines", "-"])
            write_large(path, size, separator=" ")
            print_large(path, "a file without a line end", [str(path)])
            print_large(path, "the same on standard input", ["-"])
    return 0


if __name__ == "__main__":
    sys.exit(main())
