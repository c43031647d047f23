"""How fast a TMX becomes JSON Lines and comes back, in how much memory, beside other tools; and what a
hostile line costs.

    python benchmarks/formats.py [--units 550000] [--peers PYTHON] [--line | --corpus]

`--peers` is a Python that has lokit-python and translate-toolkit; they are run there, each in a process of its own.
`--line` reads files of one gigabyte that are one line, in each format: they must be refused in bounded memory.
`--corpus` measures the steps of `bitexte corpus` instead.
"""

from __future__ import annotations

import argparse
import filecmp
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
lokit.convert.tmx_to_json(
    sys.argv[1], sys.argv[2], source_language="fr", target_language="en",
    runtime_placeholders=False, inline_placeholders=False,
)
"""
LOKIT_SOURCES = """
import sys, lokit
lokit.stream.write_jsonl(sys.argv[1], sys.argv[2], runtime_placeholders=False, inline_placeholders=False)
"""
LOKIT_TMX = """
import sys, lokit
lokit.convert.tmx_to_tmx(sys.argv[1], sys.argv[2])
"""
TOOLKIT = """
import json, sys
from translate.storage import tmx
with open(sys.argv[1], "rb") as file, open(sys.argv[2], "w") as out:
    for unit in tmx.tmxfile(file).unit_iter():
        out.write(json.dumps([unit.getid(), unit.source, unit.target], ensure_ascii=False) + "\\n")
"""
REFUSED = """
import sys
from pathlib import Path
from translate.errors import FormatError
from translate.formats import Header, read_bitext
try:
    for unit in read_bitext(Path(sys.argv[1]), Header("fr", "en"), report=lambda remark: None).units:
        pass
except FormatError as exc:
    print("| x." + exc.args[0].partition("/x.")[2], end=" ", flush=True)
else:
    raise SystemExit("it was read")
"""
COMMAND = """
import contextlib, io, sys
from translate.cli import main
with contextlib.redirect_stdout(io.StringIO()):
    code = main(["corpus", *sys.argv[1:]])
raise SystemExit(code)
"""
LINES = {
    "x.tmx": '<tmx version="1.4"><header/><body><tu><tuv xml:lang="fr"><seg>',
    "x.xlf": '<xliff version="1.2"><file source-language="fr" target-language="en"><body><trans-unit id="1"><source>',
    "x.json": '{"source_language": "fr", "target_language": "en", "units": ["',
    "x.jsonl": '{"name": "',
    "x.tsv": "fr\ten\n",
    "x.csv": 'fr,en\n"',
}


def units(count: int) -> Iterator[TranslationUnit]:
    """Yield units of about a kilobyte in TMX, as the corridor makes them."""
    for number in range(count):
        text = (
            f"Le conseil d’administration a approuvé le {number}ᵉ point de l’ordre du jour, "
            "« sans réserve ni condition », à la majorité des membres présents ou représentés, après lecture du "
            "rapport et des pièces jointes, "
            f"lors de la séance du 3 mai, qui s’est tenue à 14 h 30 au siège de la société n° {number}."
        )
        target = (
            f"The board of directors approved item {number} of the agenda, “without reservation or condition”, after "
            "the report and its annexes had been read, by a majority of the members present or represented, "
            f"at the meeting of 3 May at 2:30 p.m. in office {number}."
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
    # A peer must not find our package, which has the name of one of theirs.
    environment = {key: value for key, value in os.environ.items() if python == sys.executable or key != "PYTHONPATH"}
    child = subprocess.Popen([python, "-P", "-c", code, *map(str, arguments)], env=environment)
    _, status, usage = os.wait4(child.pid, 0)
    child.returncode = os.waitstatus_to_exitcode(status)
    if child.returncode:
        raise SystemExit(f"failed with {child.returncode}: {code}")
    return time.perf_counter() - started, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024


def compare(count: int, peers: str | None) -> None:
    """Print a table: each way, and each peer, in a process of its own."""
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        tmx = write_bitext(Bitext("fr", "en", units(count), "bitexte:0|model:fr-en@0"), folder / "memory", "tmx")[0]
        print(f"{count:,} units, {tmx.stat().st_size / 1e6:.0f} MB of TMX\n")
        print("| what | wall, s | processor, s | µs a unit | peak memory, MB |\n|---|---|---|---|---|")
        ours: dict[str, tuple[str, str, tuple[str | Path, ...]]] = {
            "bitexte: read TMX": (sys.executable, READ, (tmx,)),
            "bitexte: TMX to JSON Lines, every field": (sys.executable, CONVERT, (tmx, folder / "memory", "jsonl")),
            "bitexte: JSON Lines to TMX": (sys.executable, CONVERT, (folder / "memory.jsonl", folder / "back", "tmx")),
        }
        theirs: dict[str, tuple[str, str, tuple[str | Path, ...]]] = {}
        if peers:
            theirs = {
                "lokit (Rust): TMX to JSON Lines, name and texts": (peers, LOKIT, (tmx, folder / "a.jsonl")),
                "lokit: TMX to JSON Lines, name and source alone": (peers, LOKIT_SOURCES, (tmx, folder / "b.jsonl")),
                "lokit: TMX to TMX": (peers, LOKIT_TMX, (tmx, folder / "lokit.tmx")),
                "translate-toolkit: TMX to JSON Lines, name and texts": (peers, TOOLKIT, (tmx, folder / "c.jsonl")),
            }
        for what, (python, code, arguments) in (ours | theirs).items():
            wall, processor, memory = measure(python, code, *arguments)
            each = processor / count * 1e6
            print(f"| {what} | {wall:.1f} | {processor:.1f} | {each:.0f} | {memory:.0f} |", flush=True)
        print(f"\nback to the same bytes: {filecmp.cmp(tmx, folder / 'back.tmx', shallow=False)}")


def work(count: int) -> None:
    """Print what each step over a whole corpus takes."""
    print("| step | processor, s | µs a unit | peak memory, MB |\n|---|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        tmx = write_bitext(Bitext("fr", "en", units(count), ""), folder / "memory", "tmx")[0]
        steps = {
            "merge": ("merge", tmx, "-o", folder / "merged.jsonl"),
            "dedup --keep best": ("dedup", tmx, "-o", folder / "out.jsonl", "--keep", "best"),
            "sort --by target": ("sort", tmx, "-o", folder / "out.jsonl", "--by", "target"),
            "sample": ("sample", tmx, "-o", folder / "out.jsonl", "--share", "0.1"),
            "diff": ("diff", tmx, folder / "merged.jsonl"),
        }
        for step, arguments in steps.items():
            _, processor, memory = measure(sys.executable, COMMAND, *arguments)
            print(f"| {step} | {processor:.1f} | {processor / count * 1e6:.0f} | {memory:.0f} |", flush=True)


def refuse_lines(size: int) -> None:
    """Print what each reader says of a line of `size` bytes, and what it took."""
    print("| message | wall, s | peak memory, MB |\n|---|---|---|")
    with tempfile.TemporaryDirectory() as name:
        for file, beginning in LINES.items():
            path = Path(name) / file
            with path.open("w") as out:
                out.write(beginning)
                for _ in range(size >> 20):
                    out.write("x" * (1 << 20))
            wall, _, memory = measure(sys.executable, REFUSED, path)
            print(f"| {wall:.1f} | {memory:.0f} |", flush=True)
            path.unlink()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--units", type=int, default=550_000)
    parser.add_argument("--peers", metavar="PYTHON")
    parser.add_argument("--line", action="store_true")
    parser.add_argument("--corpus", action="store_true")
    options = parser.parse_args()
    if options.line:
        refuse_lines(1 << 30)
    elif options.corpus:
        work(options.units)
    else:
        compare(options.units, options.peers)


if __name__ == "__main__":
    main()
