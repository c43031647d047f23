"""How fast a TMX becomes JSON and comes back, in how much memory, beside other readers; and what TM tools say of ours.

    python benchmarks/formats.py [--units 100000] [--peers PYTHON] [--clients COMMAND]

`--peers` is a Python that has lokit-python and translate-toolkit; they are run there, each in a process of its own.
`--clients` is a command that takes a TMX and its source text and says what each tool made of it.
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

from translate.data import Bitext, Origin, Span, TranslationUnit, Variant
from translate.formats import write_bitext

CONVERT = """
import sys
from pathlib import Path
from translate.formats import read_bitext, write_bitext
write_bitext(read_bitext(Path(sys.argv[1])), Path(sys.argv[2]), sys.argv[3])
"""
READ = """
import sys
from pathlib import Path
from translate.formats import read_bitext
assert sum(1 for _ in read_bitext(Path(sys.argv[1])).units)
"""
LOKIT = """
import sys, lokit
lokit.stream.write_jsonl(sys.argv[1], sys.argv[2], runtime_placeholders=False, inline_placeholders=False)
"""
TOOLKIT = """
import json, sys
from translate.storage import tmx
with open(sys.argv[1], "rb") as file, open(sys.argv[2], "w") as out:
    for unit in tmx.tmxfile(file).unit_iter():
        out.write(json.dumps([unit.getid(), unit.source, unit.target]) + "\\n")
"""


def units(count: int) -> Iterator[TranslationUnit]:
    """Yield units of about a kilobyte in TMX, as the corridor makes them."""
    for number in range(count):
        text = (
            f"Le conseil d’administration a approuvé le {number}ᵉ point de l’ordre du jour, "
            "« sans réserve ni condition », à la majorité des membres présents ou représentés, "
            f"lors de la séance du 3 mai, qui s’est tenue à 14 h 30 au siège de la société n° {number}."
        )
        target = (
            f"The board of directors approved item {number} of the agenda, “without reservation or condition”, by a "
            f"majority of the members present or represented, at the meeting of 3 May at 2:30 p.m. in office {number}."
        )
        yield TranslationUnit(
            name=f"procès/{number // 100}.txt#{number % 100:04d}",
            source=Variant("fr", text, Span(number % 100, 0, len(text))),
            target=Variant("en", target, Span(number % 100, 0, len(target))),
            origin=Origin.MACHINE,
            score=round(80 + number % 20 + 0.25, 2),
            document=f"procès/{number // 100}.txt",
            context_before="La séance est ouverte.",
        )


def measure(python: str, code: str, *arguments: str | Path) -> tuple[float, float, float]:
    """Run `code` in a process of its own, away from this folder; return wall and processor seconds, and peak MB."""
    started = time.perf_counter()
    child = subprocess.Popen([python, "-P", "-c", code, *map(str, arguments)])
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"failed with {child.returncode}: {code}")
    return time.perf_counter() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--units", type=int, default=100_000)
    parser.add_argument("--peers", metavar="PYTHON")
    parser.add_argument("--clients", metavar="COMMAND")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        tmx = write_bitext(Bitext("fr", "en", units(options.units), ""), folder / "memory", "tmx")[0]
        print(f"{options.units:,} units, {tmx.stat().st_size / 1e6:.0f} MB of TMX\n")
        print("| what | wall, s | processor, s | µs a unit | peak memory, MB |\n|---|---|---|---|---|")
        runs: dict[str, tuple[str, str, tuple[str | Path, ...]]] = {
            "bitexte: read TMX": (sys.executable, READ, (tmx,)),
            "bitexte: TMX to JSON": (sys.executable, CONVERT, (tmx, folder / "memory", "json")),
            "bitexte: JSON to TMX": (sys.executable, CONVERT, (folder / "memory.json", folder / "back", "tmx")),
        }
        if options.peers:
            runs["lokit: TMX to JSON Lines"] = (options.peers, LOKIT, (tmx, folder / "lokit.jsonl"))
            runs["translate-toolkit: TMX to JSON Lines"] = (options.peers, TOOLKIT, (tmx, folder / "toolkit.jsonl"))
        for what, (python, code, arguments) in runs.items():
            wall, processor, memory = measure(python, code, *arguments)
            each = processor / options.units * 1e6
            print(f"| {what} | {wall:.1f} | {processor:.1f} | {each:.0f} | {memory:.0f} |", flush=True)
        print(f"\nback to the same bytes: {tmx.read_bytes() == (folder / 'back.tmx').read_bytes()}")
        if options.clients:
            few = list(units(20))
            small = write_bitext(Bitext("fr", "en", few, ""), folder / "few", "tmx")[0]
            text = folder / "few.txt"
            text.write_text("".join(f"{unit.source.text}\n\n" for unit in few), encoding="utf-8")
            subprocess.run([*options.clients.split(), str(small), str(text)], check=False)


if __name__ == "__main__":
    main()
