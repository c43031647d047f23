"""Time from the start of the process to the TMX on the first seed, with a filled cache and an empty one; `--help`.

python benchmarks/startup.py [--repeats 5]
"""

from __future__ import annotations

import argparse
import os
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SEED = ROOT / "seeds" / "000_ed9ec2bfad2918b8.txt"


def seconds_of(*arguments: str, cache: str) -> float:
    environment = os.environ | {"BITEXTE_CACHE": cache}
    command = [sys.executable, "-m", "translate", *arguments]
    started = time.perf_counter()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    return time.perf_counter() - started


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeats", type=int, default=5)
    repeats = parser.parse_args().repeats
    with tempfile.TemporaryDirectory() as out:
        numbers = range(repeats)
        cold = [seconds_of("translate", str(SEED), "--out", f"{out}/c{n}", cache=f"{out}/cache{n}") for n in numbers]
        warm = [seconds_of("translate", str(SEED), "--out", f"{out}/w{n}", cache=f"{out}/cache0") for n in numbers]
        helps = [seconds_of("--help", cache=f"{out}/cache0") for _ in numbers]
    print("| what | median, s | best, s | wanted |\n|---|---|---|---|")
    print(f"| first seed to TMX and JSON | {statistics.median(warm):.2f} | {min(warm):.2f} | under 1.5 |")
    print(f"| the same, empty cache | {statistics.median(cold):.2f} | {min(cold):.2f} | under 1.8 |")
    print(f"| bitexte --help | {statistics.median(helps):.3f} | {min(helps):.3f} | under 0.2 |")


if __name__ == "__main__":
    main()
