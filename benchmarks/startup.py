"""Time from the start of the process to the TMX on the first seed, and of `bitexte --help`.

python benchmarks/startup.py [--repeats 5]
"""

from __future__ import annotations

import argparse
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SEED = ROOT / "seeds" / "000_ed9ec2bfad2918b8.txt"


def seconds_of(*arguments: str) -> float:
    started = time.perf_counter()
    subprocess.run([sys.executable, "-m", "translate", *arguments], check=True, stdout=subprocess.DEVNULL)
    return time.perf_counter() - started


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeats", type=int, default=5)
    repeats = parser.parse_args().repeats
    with tempfile.TemporaryDirectory() as out:
        runs = [seconds_of("translate", str(SEED), "--out", f"{out}/{number}") for number in range(repeats)]
    helps = [seconds_of("--help") for _ in range(repeats)]
    print("| what | median, s | best, s | wanted |\n|---|---|---|---|")
    print(f"| first seed to TMX and JSON | {statistics.median(runs):.2f} | {min(runs):.2f} | under 1.5 |")
    print(f"| bitexte --help | {statistics.median(helps):.3f} | {min(helps):.3f} | under 0.2 |")


if __name__ == "__main__":
    main()
