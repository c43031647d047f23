"""A training run on a GPU that is lent for minutes: what it needs goes there in parts, and weights come back in parts.

    python benchmarks/short_gpu_run.py pack RECIPE OUT PARTS --part-mib 54     here, after OUT was prepared
    python benchmarks/short_gpu_run.py unpack PARTS STORE OUT                  there, once for each part that arrives
    python benchmarks/short_gpu_run.py probe RECIPE OUT --seconds 60           there: eager or compiled, which batch?
    python benchmarks/short_gpu_run.py train RECIPE OUT --seconds 480          there: ends by the clock, and chooses
    python benchmarks/short_gpu_run.py bring OUT FOLDER --bring-mib 15         there: --which chosen, last or stem
    python benchmarks/short_gpu_run.py finish RECIPE OUT FOLDER                here: words, phrases, int8, tests, card

OUT is the folder of `bitexte train RECIPE --out OUT`; that command prepares it here and is stopped after its first
update. A model to begin from (`init`) travels along, so the checkout may go without the built-in weights. There, keep
OUT and STORE where nothing is cleared between two commands, outside the checkout. Each step may be repeated, and goes
on where it was. `stem` is the weights of before the rate fell, from which later runs go on. Exit codes: 0 done, 1
failed, 3 parts are still missing.
"""

from __future__ import annotations

import argparse
import json
import random
import shutil
import sys
import time
from collections.abc import Callable
from dataclasses import asdict, replace
from pathlib import Path

from safetensors.torch import load_file

from translate.errors import BitexteError, TrainingError
from translate.files import make_folder, write_text
from translate.models import resolve_model
from translate.training.checkpoints import Checkpoints
from translate.training.loop import Progress
from translate.training.parts import INIT, missing, pack_weights, pack_work, unpack_weights, unpack_work
from translate.training.probe import CARD_TFLOPS, Speed, dearest_kernels, try_way
from translate.training.recipe import Recipe, load_recipe
from translate.training.run import WORK, Run
from translate.training.train import learning
from translate.training.validation import Reading

MIB = 1 << 20
RESERVE_SECONDS = 25
BATCHES = (40_000, 80_000, 120_000)
CHECKPOINT_MINUTES = 2.0
PAIRS_SHOWN = 10


class Printed:
    """A listener that prints, each line with the seconds since the start."""

    def __init__(self) -> None:
        self._started = time.monotonic()
        self._lines = 0

    def start(self, total: float, done: float, unit: str) -> None:
        self.note(f"{done:.0f} of {total:.0f} {unit}")

    def advance(self, done: float, text: str) -> None:
        self._lines += 1
        if self._lines % 4 == 1:
            self.note(f"{done:.0f}: {text}")

    def note(self, text: str) -> None:
        print(f"{time.monotonic() - self._started:6.1f} s  {text}", flush=True)


def recipe_of(options: argparse.Namespace) -> Recipe:
    """Return the recipe, with validation files that travelled in place of absent ones, and no test sets."""
    recipe = load_recipe(options.recipe)
    brought = sorted((options.out / WORK / "validation").glob("*"))
    if brought:
        first = brought[0] if len(brought) == 1 else next(p for p in brought if p.suffix == f".{recipe.languages[0]}")
        recipe = replace(recipe, validation=replace(recipe.validation, files=(str(first),), tests=()))
    if (init := options.out / WORK / INIT).is_dir():
        recipe = replace(recipe, init=str(init))
    chosen = options.out / WORK / "probe.json"
    machine = replace(recipe.machine, checkpoint_minutes=CHECKPOINT_MINUTES)
    if options.device:
        machine = replace(machine, device=options.device)
    if chosen.is_file():
        best = json.loads(chosen.read_bytes())
        machine = replace(machine, compile=best["compile"])
        recipe = replace(recipe, schedule=replace(recipe.schedule, batch_positions=best["batch_positions"]))
    return replace(recipe, machine=machine)


def pack(options: argparse.Namespace) -> int:
    recipe = load_recipe(options.recipe)
    sides = [
        path
        for name in recipe.validation.files
        for path in sorted(Path(name).parent.glob(f"{Path(name).stem}.*"))
        if path.suffix in {f".{code}" for code in recipe.languages} or str(path) == name
    ]
    init = resolve_model(recipe.init).folder if recipe.init else None
    for path in pack_work(options.out / WORK, sides, options.parts, int(options.part_mib * MIB), init=init):
        print(f"{path}: {path.stat().st_size / MIB:.1f} MiB")
    return 0


def unpack(options: argparse.Namespace) -> int:
    make_folder(options.store)
    for path in sorted(options.parts.iterdir()):
        shutil.copy2(path, options.store / path.name)
    lacking = missing(options.store)
    if lacking:
        print(f"still missing: {', '.join(lacking)}")
        return 3
    unpack_work(options.store, options.out / WORK)
    print(f"{options.out / WORK}: unpacked")
    return 0


def probe(options: argparse.Namespace) -> int:
    """Measure eager and compiled at several batch sizes, and keep the fastest for `train`."""
    base = recipe_of(options)
    ways = [Speed(compiled, positions) for positions in options.batches for compiled in (False, True)]
    with learning(replace(base, machine=replace(base.machine, compile=False)), options.out, Printed()) as run:
        said = int(run.model.said.numel())
        show_data(run)

        def make(recipe: Recipe) -> Run:
            return Run(recipe, run.loaded, run.vocabulary, run.examples, [], options.out, run.listener)

        found: list[Speed] = []
        ends = time.monotonic() + options.seconds
        for way in ways:
            if found and time.monotonic() >= ends:
                break
            one = try_way(
                run.recipe,
                make,
                way,
                stretch=options.stretch,
                seconds=options.seconds / (2 * len(ways)),
                compiler=options.compiler,
            )
            found.append(one)
            tflops = one.tflops(run.shape, said)
            result = one.error or f"{one.pieces_per_second:,.0f} target pieces/s, {tflops:.0f} TFLOP/s"
            share = "" if one.error else f" ({tflops / CARD_TFLOPS:.0%} of {CARD_TFLOPS:.0f})"
            name = "compiled" if way.compile else "eager"
            print(f"{name}, {way.batch_positions:,} positions: {result}{share}", flush=True)
        if options.kernels:
            print(dearest_kernels(make(run.recipe)))
    best = max(found, key=lambda one: one.pieces_per_second)
    write_text(options.out / WORK / "probe.json", json.dumps(asdict(best)) + "\n")
    return 0


def show_data(run: Run) -> None:
    """Print what a pass holds, and some pairs, so that a wrong recipe is seen before the minutes are spent."""
    examples = run.examples
    lengths = examples.target_at[1:] - examples.target_at[:-1]
    pieces = int((lengths * examples.weight).sum())
    print(f"{len(examples):,} examples, {pieces:,} target pieces a pass", flush=True)
    for row in random.Random(1).choices(range(len(examples)), weights=examples.weight.tolist(), k=PAIRS_SHOWN):
        source, target = (run.vocabulary.decode(side.tolist()) for side in examples.pair(row))
        print(f"  {source[:90]} ||| {target[:90]}")


def train(options: argparse.Namespace) -> int:
    """Train until the clock says so, and keep the weights that validate best beside the last ones."""
    until = time.monotonic() + options.seconds - options.reserve
    with learning(recipe_of(options), options.out, Printed()) as run:
        progress = run.loop(until=until).run()
        weights, chosen = run.choose(progress)
        about = {"chosen": chosen, "progress": json.dumps(asdict(progress))}
        pack_weights(weights, about, options.out / WORK / "chosen", 1 << 40)
        run.listener.note(f"{chosen}; {progress.pieces:,} target pieces in {progress.seconds:.0f} s")
    return 0


def bring(options: argparse.Namespace) -> int:
    work = options.out / WORK
    if options.which == "chosen":
        weights, about = unpack_weights(work / "chosen")
    else:
        checkpoints = Checkpoints(work)
        state = checkpoints.load()
        stem = options.which == "stem"
        if state is None or (stem and not checkpoints.has_stem()):
            lacks = "no checkpoint" if state is None else "no weights from before the rate fell: it has not fallen yet"
            raise TrainingError(f"{work}: has {lacks}.")
        progress = json.dumps(state["progress"])
        weights = load_file(checkpoints.stem) if stem else state["weights"]
        about = {"chosen": "from before the rate fell" if stem else "of the last update", "progress": progress}
    for path in pack_weights(weights, about, options.folder, int(options.bring_mib * MIB)):
        print(f"{path}: {path.stat().st_size / MIB:.1f} MiB")
    return 0


def finish(options: argparse.Namespace) -> int:
    weights, about = unpack_weights(options.folder)
    held = json.loads(about["progress"])
    held["readings"] = [Reading(**reading) for reading in held["readings"]]
    held["losses"] = [tuple(row) for row in held["losses"]]
    recipe = load_recipe(options.recipe)
    recipe = replace(recipe, machine=replace(recipe.machine, device="cpu"))
    with learning(recipe, options.out, Printed()) as run:
        finished = run.finish(weights, about["chosen"], Progress(**held))
    print(f"{finished.folder}: {', '.join(str(score) for test in finished.tests for score in test.scores)}")
    return 0


def parse(arguments: list[str]) -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    steps = parser.add_subparsers(dest="step", required=True)
    places: dict[str, tuple[Callable[[argparse.Namespace], int], tuple[str, ...]]] = {
        "pack": (pack, ("recipe", "out", "parts")),
        "unpack": (unpack, ("parts", "store", "out")),
        "probe": (probe, ("recipe", "out")),
        "train": (train, ("recipe", "out")),
        "bring": (bring, ("out", "folder")),
        "finish": (finish, ("recipe", "out", "folder")),
    }
    for name, (step, paths) in places.items():
        sub = steps.add_parser(name)
        sub.set_defaults(run=step)
        for path in paths:
            sub.add_argument(path, type=Path)
        sub.add_argument("--device", default="", help="in place of the recipe's")
    steps.choices["pack"].add_argument("--part-mib", type=float, default=54)
    steps.choices["probe"].add_argument("--seconds", type=float, default=60)
    steps.choices["probe"].add_argument("--stretch", type=int, default=50, help="updates in a stretch")
    steps.choices["probe"].add_argument("--batches", type=int, nargs="+", default=list(BATCHES), metavar="POSITIONS")
    steps.choices["probe"].add_argument("--compiler", default="inductor", help="torch.compile's backend")
    steps.choices["probe"].add_argument("--kernels", action="store_true", help="print the ten dearest")
    steps.choices["train"].add_argument("--seconds", type=float, default=480)
    steps.choices["train"].add_argument(
        "--reserve", type=float, default=RESERVE_SECONDS, help="seconds of these to choose and write in"
    )
    steps.choices["bring"].add_argument("--bring-mib", type=float, default=15)
    steps.choices["bring"].add_argument("--which", choices=("chosen", "last", "stem"), default="chosen")
    return parser.parse_args(arguments)


def main(arguments: list[str]) -> int:
    options = parse(arguments)
    try:
        code: int = options.run(options)
    except BitexteError as exc:
        print(f"short_gpu_run: {exc}", file=sys.stderr)
        return 1
    return code


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
