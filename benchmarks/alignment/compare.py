"""Strict and lax F1 of `bitexte align` on the gold sets, with other aligners in the same run.

    python -m venv peers && peers/bin/pip install galechurch pypi-bleualign sentalign numpy threadpoolctl regex
    python benchmarks/alignment/compare.py --peers peers/bin/python [--sets Candide Emma …]

Ours run as a user runs them, `bitexte align --segmented … --evaluate`, each in a process of its own.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from sets import NOVELS, GoldSet, load_set
from translations import translate_cached

from translate.alignment.evaluate import evaluate, format_beads

HERE = Path(__file__).resolve().parent
SETS = ("news2012-perturbed", *NOVELS)
OURS = {
    "ours, no engine": ("--engine", "none"),
    "ours": (),
}
PEERS = {"galechurch": "Gale–Church (galechurch)", "bleualign": "Bleualign", "sentalign": "vecalign (sentalign)"}
Figures = tuple[float, float, float]
"""Strict F1, lax F1, seconds."""


def run_ours(gold: GoldSet, options: Sequence[str]) -> Figures:
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        for ending, lines in (("fr", gold.source), ("en", gold.target)):
            (folder / f"set.{ending}").write_text("".join(line + "\n" for line in lines), encoding="utf-8")
        (folder / "gold.beads").write_text(format_beads(gold.beads), encoding="utf-8")
        command = [sys.executable, "-m", "translate", "align", "--segmented", "set.fr", "set.en"]
        command += ["--out", "out.tmx", "--evaluate", "gold.beads", "--any-language", *options]
        started = time.perf_counter()
        run = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=True)
        seconds = time.perf_counter() - started
    figures = {line.split()[0]: float(line.split()[3]) for line in run.stdout.splitlines()[:2]}
    return figures["strict"], figures["lax"], seconds


def run_peer(tool: str, python: Path, gold: GoldSet, hypotheses: Sequence[str]) -> Figures:
    request = {"source": gold.source, "target": gold.target, "hypotheses": hypotheses}
    command = [str(python), str(HERE / "peers.py"), tool]
    run = subprocess.run(command, input=json.dumps(request), capture_output=True, text=True, check=False)
    if run.returncode:
        raise SystemExit(f"{tool} failed on {gold.name}: {run.stderr.strip().splitlines()[-1]}")
    answer = json.loads(run.stdout)
    agreement = evaluate(gold.beads, [(tuple(one), tuple(other)) for one, other in answer["beads"]])
    return agreement.strict.f1, agreement.lax.f1, answer["seconds"]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--peers", type=Path, help="the python of an environment with the peers; without it ours alone")
    parser.add_argument("--sets", nargs="+", default=SETS, metavar="NAME")
    options = parser.parse_args()
    tools = list(PEERS) if options.peers else []
    columns = [*(PEERS[tool] for tool in tools), *OURS]
    results: dict[str, list[Figures]] = {}
    for name in options.sets:
        gold = load_set(name)
        hypotheses = translate_cached(gold.source) if tools else []
        row = [run_peer(tool, options.peers, gold, hypotheses) for tool in tools]
        row += [run_ours(gold, arguments) for arguments in OURS.values()]
        results[name] = row
        print(name, [tuple(round(value, 3) for value in figures) for figures in row], file=sys.stderr, flush=True)
    print(f"| set | {' | '.join(columns)} |\n|---|{'---|' * len(columns)}")
    for name, row in results.items():
        print(f"| {name} | {' | '.join(f'{s:.3f}/{x:.3f}' for s, x, _ in row)} |")
    novels = [row for name, row in results.items() if name in NOVELS]
    if len(novels) == len(NOVELS):
        means = [tuple(sum(row[k][i] for row in novels) / len(novels) for i in (0, 1)) for k in range(len(columns))]
        print(f"| mean of the five novels | {' | '.join(f'{s:.3f}/{x:.3f}' for s, x in means)} |")
    seconds = [sum(row[k][2] for row in results.values()) for k in range(len(columns))]
    print(f"| seconds, all sets | {' | '.join(f'{total:.1f}' for total in seconds)} |")


if __name__ == "__main__":
    main()
