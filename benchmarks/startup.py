"""Time from the start of the process to the TMX on the first seed, with a filled cache and an empty one; `--help`.

python benchmarks/startup.py [--repeats 5]

The modules are compiled beforehand, as an installer does it, whatever the environment says of byte code.
CLOCK=processor takes processor seconds, where the machine has other work.
"""

from __future__ import annotations

import argparse
import os
import resource
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent
SEED = ROOT / "seeds" / "000_ed9ec2bfad2918b8.txt"


def clock() -> float:
    if os.environ.get("CLOCK") != "processor":
        return time.perf_counter()
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def seconds_of(*arguments: str, cache: str, code: str) -> float:
    kept = {name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"}
    environment = kept | {"BITEXTE_CACHE": cache, "PYTHONPYCACHEPREFIX": code}
    command = [sys.executable, "-m", "translate", *arguments]
    started = clock()
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL, env=environment)
    return clock() - started


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--repeats", type=int, default=5)
    repeats = parser.parse_args().repeats
    with tempfile.TemporaryDirectory() as out:
        numbers, code = range(repeats), f"{out}/code"
        translate = ("translate", str(SEED), "--out")
        seconds_of(*translate, f"{out}/first", cache=f"{out}/first-cache", code=code)
        cold = [seconds_of(*translate, f"{out}/c{n}", cache=f"{out}/cache{n}", code=code) for n in numbers]
        warm = [seconds_of(*translate, f"{out}/w{n}", cache=f"{out}/cache0", code=code) for n in numbers]
        helps = [seconds_of("--help", cache=f"{out}/cache0", code=code) for _ in numbers]
    print("| what | median, s | best, s | wanted |\n|---|---|---|---|")
    print(f"| first seed to TMX and JSON | {statistics.median(warm):.2f} | {min(warm):.2f} | under 1.5 |")
    print(f"| the same, empty cache | {statistics.median(cold):.2f} | {min(cold):.2f} | under 1.8 |")
    print(f"| bitexte --help | {statistics.median(helps):.3f} | {min(helps):.3f} | under 0.2 |")


if __name__ == "__main__":
    main()
