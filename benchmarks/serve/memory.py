"""Memory of `bitexte serve` while clients ask for ever new texts: does it grow without end?

    python benchmarks/serve/memory.py                                  # the engine that loads no model
    python benchmarks/serve/memory.py --engine ctranslate2 --count 3000 --texts FILE

Without a file, texts are made of words that no text had before, so that whatever is kept by word or text grows.
"""

from __future__ import annotations

import argparse
import random
import subprocess
import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parents[2]))

from benchmarks.serve.asking import ask, served

WARM = 1000
"""Texts before the first measurement, after which the goal lets memory grow by 5 %."""
GOAL = 5.0
SYLLABLES = [one + two for one in "bcdfglmnprstv" for two in ("a", "é", "in", "o", "ou", "eur", "age", "ment")]


def texts_of(count: int) -> list[str]:
    """Return sentences whose words are new, joined by those that every text has."""
    chance = random.Random(28)

    def word() -> str:
        return "".join(chance.choices(SYLLABLES, k=chance.randint(2, 4)))

    return [
        f"Le {word()} de la {word()} est à {word().title()} avec {number % 90} {word()}s, et {word()} ne {word()} pas."
        for number in range(count)
    ]


def resident(process: int) -> float:
    """Return the memory of a process, in MB."""
    found = subprocess.run(["ps", "-o", "rss=", "-p", str(process)], capture_output=True, text=True, check=True)
    return int(found.stdout) * 1024 / 1e6


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--engine", default="rotate")
    parser.add_argument("--count", type=int, default=10_000)
    parser.add_argument("--clients", type=int, default=8)
    parser.add_argument("--every", type=int, default=500)
    parser.add_argument("--texts", type=Path, help="one a line")
    options = parser.parse_args()
    texts = texts_of(options.count)
    if options.texts:
        texts = options.texts.read_text(encoding="utf-8").splitlines()[: options.count]
    with served("--engine", options.engine) as (process, address):
        print("texts     MB  growth")
        first = 0.0
        for start in range(0, len(texts), options.every):
            ask(address, texts[start : start + options.every], options.clients)
            done, now = min(len(texts), start + options.every), resident(process)
            first = now if done <= WARM else first
            print(f"{done:5}  {now:5.1f}  {100 * (now / first - 1):5.1f} %", flush=True)
    sys.exit(now > first * (1 + GOAL / 100))


if __name__ == "__main__":
    main()
