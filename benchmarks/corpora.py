"""How the steps of `bitexte corpus` grow with the corpus: processor seconds and memory at several sizes.

    python benchmarks/corpora.py --units 100000,200000,400000 [--steps dedup,sort] [--svg growth.svg] [--rows rows.tsv]
        [--folder FOLDER]
    python benchmarks/corpora.py --alone 20000      what parts of the steps take a unit, each called by itself

Each step runs in a process of its own, on JSON Lines of sentences of some 80 characters, a fifth of them duplicates.
Processor seconds depend less on what else the machine does than wall time, but they do: compare sizes on a quiet one.
The sizes of one step are measured one after the other, so that the same other work is beside them.
`--rows` is added to, and what it has is not measured again, so that the largest sizes can be added later. Corpora of
millions take a while to write: `--folder` keeps them for the next time.
"""

from __future__ import annotations

import argparse
import os
import pickle
import random
import subprocess
import sys
import tempfile
import time
from collections import Counter, deque
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from itertools import product
from pathlib import Path

from translate.corpus import Tally, join_units, merge_units, sample_units, sort_units
from translate.corpus.diff import compare
from translate.corpus.sort import ORDERS
from translate.data import TranslationUnit
from translate.executors.parts import PART_ITEMS
from translate.formats import read_bitext, write_bitext

STEPS = {
    "filter": "filter {corpus} -o {out} --no-checks --min-length 5",
    "sample": "sample {corpus} -o {out} --share 0.1",
    "split": "split {corpus} -o {out} --part train=0.99 --part test=0.01",
    "dedup": "dedup {corpus} -o {out}",
    "similar": "dedup {corpus} -o {out} --by similar",
    "sort": "sort {corpus} -o {out}",
    "merge": "merge {corpus} -o {out}",
    "join": "join {corpus} {other} -o {out}",
    "expand": "expand {corpus} {corpus} -o {out}",
}
LABEL_HEIGHT = 13
MOST_GROWTH = 1.2
"""How much more than in proportion a step may take at the largest size."""
_RUN = "import sys, resource; from translate.cli import main; code = main(sys.argv[1:]); "
_RUN += "u = resource.getrusage(resource.RUSAGE_SELF); print(u.ru_utime + u.ru_stime, u.ru_maxrss // 1024, code)"
WORDS = "le comité des finances se réunit chaque lundi dans la grande salle et vote un budget pour les écoles du port"


@dataclass(frozen=True, slots=True)
class Row:
    step: str
    units: int
    seconds: float
    megabytes: int


def lines(count: int) -> Iterator[str]:
    chance, words = random.Random(count), WORDS.split()
    yield '{"bitext":1,"source_language":"fr","target_language":"en","signature":""}\n'
    for number in range(count):
        draw = random.Random(chance.randrange(count * 4 // 5))
        text = " ".join(draw.choices(words, k=draw.randint(8, 22)))
        yield (
            f'{{"name":"a#{number}","source":{{"language":"fr","text":"{text} {draw.random()}."}},'
            f'"target":{{"language":"en","text":"{text} {draw.random()}."}},"origin":"memory"}}\n'
        )


def write(count: int, folder: Path) -> Path:
    """Write a corpus of so many units, unless it is there."""
    path = folder / f"{count}.jsonl"
    if not path.exists():
        _write_whole(path, lines(count))
    return path


def write_other(corpus: Path) -> Path:
    """Write the same corpus as one into another language, unless it is there; `join` reads both."""
    path = corpus.with_suffix(".de.jsonl")
    if not path.exists():
        with corpus.open(encoding="utf-8") as file:
            _write_whole(path, (line.replace('language":"en"', 'language":"de"') for line in file))
    return path


def _write_whole(path: Path, some: Iterable[str]) -> None:
    with path.with_suffix(".part").open("w", encoding="utf-8") as file:
        file.writelines(some)
    path.with_suffix(".part").rename(path)


def measure(step: str, corpus: Path, folder: Path, units: int) -> Row:
    other = write_other(corpus) if "{other}" in STEPS[step] else corpus
    arguments = STEPS[step].format(corpus=corpus, other=other, out=folder / "out.jsonl").split()
    environment = {**os.environ, "TMPDIR": str(folder), "OMP_NUM_THREADS": "1"}
    command = [sys.executable, "-c", _RUN, "corpus", *arguments, "--overwrite"]
    done = subprocess.run(command, capture_output=True, text=True, check=True, env=environment)
    seconds, megabytes, code = done.stdout.splitlines()[-1].split()
    if code != "0":
        raise SystemExit(f"{step}: exit code {code}: {done.stderr}")
    return Row(step, units, round(float(seconds), 2), int(megabytes))


def print_alone(count: int) -> None:
    """Print the processor time that each function takes a unit, the least of three calls."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        corpus = write(count, folder)
        whole, others = read_bitext(corpus), read_bitext(write_other(corpus))
        units, pivots = list(whole.units), list(others.units)
        bitext = replace(whole, units=units)
        parts: dict[str, Callable[[], object]] = {
            "read": lambda: use(read_bitext(corpus).units),
            "write": lambda: write_bitext(bitext, folder / "out", "jsonl"),
            "to a worker and back": lambda: use(sent(sent(part)) for part in parts_of(units)),
            "merge": lambda: use(merge_units([bitext], Tally())),
            "sample": lambda: use(sample_units(units, None, 0.1, 1, Tally())),
            "compare": lambda: use(compare(units, pivots, Counter())),
            "sort": lambda: use(sort_units(bitext, "source")),
            "keys of sort": lambda: use(map(ORDERS["source"], units)),
            "join, both sides together": lambda: use(join_units(units, pivots, Tally())),
        }
        for called, function in parts.items():
            print(f"{called}: {min(seconds(function) for _ in range(3)) / count * 1e6:.1f} µs a unit", flush=True)


def use(made: Iterable[object]) -> None:
    deque(made, maxlen=0)


def sent(part: list[TranslationUnit]) -> list[TranslationUnit]:
    found: list[TranslationUnit] = pickle.loads(pickle.dumps(part, pickle.HIGHEST_PROTOCOL))
    return found


def parts_of(units: list[TranslationUnit]) -> Iterator[list[TranslationUnit]]:
    return (units[start : start + PART_ITEMS] for start in range(0, len(units), PART_ITEMS))


def seconds(function: Callable[[], object]) -> float:
    started = time.process_time()
    function()
    return time.process_time() - started


def load(path: Path | None) -> list[Row]:
    if path is None or not path.exists():
        return []
    cells = (line.split("\t") for line in path.read_text(encoding="utf-8").splitlines())
    return [Row(step, int(units), float(seconds), int(megabytes)) for step, units, seconds, megabytes in cells]


def draw(rows: list[Row], path: Path) -> None:
    """Plot processor seconds against units, a line a step."""
    wide, high, left, low = 640, 360, 60, 40
    most, longest = max(row.units for row in rows), max(row.seconds for row in rows)
    parts = [
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {wide} {high}" font-family="sans-serif" font-size="12">',
        f'<path d="M{left} 20V{high - low}H{wide - 90}" fill="none" stroke="#555"/>',
        f'<text x="{left}" y="{high - 8}">0</text>',
        f'<text x="{wide - 90}" y="{high - 8}" text-anchor="end">{most:,} units</text>',
        f'<text x="4" y="24">{longest:,.0f} s</text>',
    ]
    named: list[tuple[float, float, str, str]] = []
    for number, step in enumerate(dict.fromkeys(row.step for row in rows)):
        some = sorted((row.units, row.seconds) for row in rows if row.step == step)
        places = [
            (left + (wide - 90 - left) * units / most, high - low - (high - low - 20) * seconds / longest)
            for units, seconds in some
        ]
        color = f"hsl({number * 360 // len(STEPS)} 70% 40%)"
        trace = " ".join(f"{x:.1f},{y:.1f}" for x, y in [(left, high - low), *places])
        parts.append(f'<polyline points="{trace}" fill="none" stroke="{color}" stroke-width="2"/>')
        parts += [f'<circle cx="{x:.1f}" cy="{y:.1f}" r="3" fill="{color}"/>' for x, y in places]
        named.append((places[-1][1] + 4, places[-1][0] + 6, step, color))
    above = 0.0
    for y, x, step, color in sorted(named):
        above = max(y, above + LABEL_HEIGHT)
        parts.append(f'<text x="{x:.1f}" y="{above:.1f}" fill="{color}">{step}</text>')
    path.write_text("\n".join([*parts, "</svg>\n"]), encoding="utf-8")


def report(rows: list[Row]) -> bool:
    """Print the table; return whether each step grows as the corpus does."""
    sizes = sorted({row.units for row in rows})
    print("| step | " + " | ".join(f"{size:,}" for size in sizes) + " | seconds a million | memory |")
    print("|---|" + "---:|" * (len(sizes) + 2))
    is_linear = True
    for step in dict.fromkeys(row.step for row in rows):
        some = {row.units: row for row in rows if row.step == step}
        first, last = some[min(some)], some[max(some)]
        cells = [f"{some[size].seconds:,.0f} s" if size in some else "" for size in sizes]
        span = f"{first.megabytes}–{last.megabytes} MB"
        print(f"| {step} | " + " | ".join(cells) + f" | {last.seconds / last.units * 1e6:.0f} | {span} |")
        is_linear &= last.seconds / last.units <= MOST_GROWTH * first.seconds / first.units
    return is_linear


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--units", default="100000,200000,400000", metavar="N,N")
    parser.add_argument("--steps", default=",".join(STEPS), metavar="STEP,STEP")
    parser.add_argument("--rows", type=Path, metavar="FILE")
    parser.add_argument("--folder", type=Path, help="where corpora are kept, and temporary files lie")
    parser.add_argument("--svg", type=Path, metavar="FILE")
    parser.add_argument("--alone", type=int, metavar="N")
    options = parser.parse_args()
    if options.alone:
        print_alone(options.alone)
        return
    rows = load(options.rows)
    sizes = [int(units) for units in options.units.split(",") if units]
    with tempfile.TemporaryDirectory(dir=options.folder) as name:
        folder = Path(name)
        for step, units in product(options.steps.split(","), sizes):
            if any((row.step, row.units) == (step, units) for row in rows):
                continue
            rows.append(row := measure(step, write(units, options.folder or folder), folder, units))
            print(row, file=sys.stderr, flush=True)
            if options.rows:
                with options.rows.open("a", encoding="utf-8") as file:
                    file.write(f"{row.step}\t{row.units}\t{row.seconds}\t{row.megabytes}\n")
    if options.svg:
        draw(rows, options.svg)
    if not report(rows):
        sys.exit(f"a step takes more than {MOST_GROWTH} times what is in proportion.")


if __name__ == "__main__":
    main()
