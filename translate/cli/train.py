"""`bitexte train`: a model from sentence pairs, from scratch or trained on."""

from __future__ import annotations

import argparse
import os
import sys
from collections.abc import Sequence
from dataclasses import replace
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any, NoReturn

from translate.cli.streams import named
from translate.cli.tables import format_table
from translate.errors import UsageError
from translate.languages import DEFAULT_SOURCE, DEFAULT_TARGET, check_code

if TYPE_CHECKING:
    from tqdm import tqdm

    from translate.training.recipe import Recipe

PREPARE = "prepare"
DESCRIPTION = """\
Train a translation model on sentence pairs (TSV, TMX, JSON, Moses; .gz, .xz, .zst). The output folder can be loaded by
bitexte and by transformers; it holds the weights, their int8 version, a model card and the training curves.

  bitexte train --init fr-en --data my.tmx --data general.tsv:0.2 --out mine    fine-tune on your memory, in minutes
  bitexte train recipe.toml --out mine                                          train from a recipe
  bitexte train --data corpus.tsv.xz --hours 8 --out mine                       train from scratch
  bitexte train prepare recipe.toml --out mine                                  prepare the data, show it, and stop

An interrupted run continues where it stopped. Needs torch."""


def add_options(parser: argparse.ArgumentParser) -> None:
    parser.add_argument(
        "recipe",
        nargs="*",
        metavar="RECIPE",
        help="TOML file; command-line options override it. After the word 'prepare', the data alone is made",
    )
    parser.add_argument("--out", "-o", type=named, required=True, metavar="FOLDER", help="folder to write the model to")
    parser.add_argument("--name", metavar="NAME", help="name on the model card (default: name of FOLDER)")
    parser.add_argument("--init", metavar="MODEL", help="model to fine-tune: built-in, folder or Hugging Face name")
    parser.add_argument("--source-language", metavar="CODE", help=f"language of the source (default: {DEFAULT_SOURCE})")
    parser.add_argument("--target-language", metavar="CODE", help=f"language of the target (default: {DEFAULT_TARGET})")
    parser.add_argument("--quiet", action="store_true", help="print no progress and no tables")
    data = parser.add_argument_group("data")
    data.add_argument("--data", action="append", metavar="FILE[:WEIGHT]", help="training pairs, with sampling weight")
    data.add_argument("--validation", action="append", metavar="FILE", help="validation pairs (default: held out)")
    data.add_argument("--test", action="append", metavar="FILE", help="test set to report on the model card")
    data.add_argument("--skip-faulty", action="store_true", help="skip unreadable or empty pairs, and count them")
    data.add_argument(
        "--noisiest", type=float, metavar="SHARE", help="share of each source to drop as least likely translations"
    )
    length = parser.add_argument_group("length and speed")
    length.add_argument("--updates", type=int, metavar="N", help="number of updates")
    length.add_argument("--passes", type=float, metavar="N", help="passes over the data (default with --init: 5)")
    length.add_argument("--hours", type=float, metavar="N", help="hours of training")
    length.add_argument("--rate", type=float, metavar="N", help="peak learning rate (default: 5e-4; with --init 2e-4)")
    length.add_argument(
        "--keep-init", type=float, metavar="SHARE", help="share of the --init weights in the average (default: 0.4)"
    )
    machine = parser.add_argument_group("machine")
    machine.add_argument("--device", metavar="NAME", help="cpu (default) or cuda")
    machine.add_argument("--threads", type=int, metavar="N", help="CPU cores to use (default: all)")


def run(options: argparse.Namespace) -> int:
    is_preparing = options.recipe[:1] == [PREPARE]
    recipe = _recipe(options, options.recipe[is_preparing:])
    # Threads that wait in a loop starve each other where the cores are shared; torch reads this once, when it loads.
    os.environ.setdefault("OMP_WAIT_POLICY", "PASSIVE")
    # Torch takes seconds to import, and this command alone needs it.
    training = import_module("translate.training.train")
    with _Bar(quiet=options.quiet) as bar:
        if is_preparing:
            counts = training.prepare_only(recipe, options.out, bar)
            rows = import_module("translate.training.filters").format_material(recipe, counts)
            print(format_table(rows[0], rows[1:]))
            return 0
        finished = training.train(recipe, options.out, bar)
    if not options.quiet:
        rows = import_module("translate.training.filters").format_counts(finished.counts)
        print(format_table(rows[0], rows[1:]))
        for test in finished.tests:
            print(f"{test.name}: " + ", ".join(f"{score.metric} {score.value:.2f}" for score in test.scores))
    print(f"Model: {options.out} (card: README.md, curves: curves.svg). Weights: {finished.chosen}.")
    return 0


def _recipe(options: argparse.Namespace, files: Sequence[str]) -> Recipe:
    if len(files) > 1:
        raise UsageError(f"one recipe at a time, not {len(files)}: {', '.join(files)}.")
    module = import_module("translate.training.recipe")
    recipe: Recipe = module.load_recipe(Path(files[0])) if files else module.Recipe(name=options.out.name)
    lengths = [name for name in ("updates", "passes", "hours") if getattr(options, name)]
    if len(lengths) > 1:
        raise UsageError(f"--{lengths[0]} and --{lengths[1]} cannot be combined; give one of them.")
    schedule: dict[str, Any] = {"updates": 0, "passes": 0.0, "hours": 0.0} if lengths else {}
    schedule |= {name: getattr(options, name) for name in (*lengths, "rate") if getattr(options, name)}
    filters: dict[str, Any] = {"skip_faulty": True} if options.skip_faulty else {}
    if options.noisiest is not None:
        if not 0 <= options.noisiest < 1:
            raise UsageError(f"--noisiest must be from 0 to 1, not {options.noisiest:g}.")
        filters["noisiest_share"] = options.noisiest
    machine = {name: getattr(options, name) for name in ("device", "threads") if getattr(options, name)}
    whole = {name: getattr(options, name) for name in ("name", "init") if getattr(options, name)}
    if options.keep_init is not None:
        if not 0 <= options.keep_init < 1:
            raise UsageError(f"--keep-init must be from 0 to 1, not {options.keep_init:g}.")
        whole["keep_init"] = options.keep_init
    for side in ("source_language", "target_language"):
        if getattr(options, side):
            whole[side] = check_code(getattr(options, side))
    validation: dict[str, Any] = {}
    if options.validation:
        validation["files"] = tuple(options.validation)
    if options.test:
        validation["tests"] = tuple(options.test)
    return replace(
        recipe,
        **whole,
        data=(*recipe.data, *map(module.parse_source, options.data or ())),
        schedule=replace(recipe.schedule, **schedule),
        filters=replace(recipe.filters, **filters),
        machine=replace(recipe.machine, **machine),
        validation=replace(recipe.validation, **validation),
    )


class _Bar:
    """Progress on standard error: a bar with the remaining time on a terminal, a line now and then elsewhere."""

    def __init__(self, *, quiet: bool) -> None:
        self._is_quiet = quiet
        self._bar: tqdm[NoReturn] | None = None
        self._total, self._unit, self._lines = 0.0, "", 0

    def start(self, total: float, done: float, unit: str) -> None:
        self._total, self._unit = total, unit
        if not self._is_quiet and sys.stderr.isatty():
            from tqdm import tqdm  # a tenth of a second that a quiet run need not spend

            shape = "{percentage:3.0f}% |{bar}| {n:.0f}/{total:.0f} {unit} [{elapsed}<{remaining}{postfix}]"
            self._bar = tqdm(
                total=total, initial=done, unit=unit, bar_format=shape, dynamic_ncols=True, file=sys.stderr
            )

    def advance(self, done: float, text: str) -> None:
        if self._bar is not None:
            self._bar.set_postfix_str(text, refresh=False)
            self._bar.update(done - self._bar.n)
            return
        self._lines += 1
        if not self._is_quiet and self._lines % 10 == 1:
            print(f"{done:.0f} of {self._total:.0f} {self._unit}: {text}", file=sys.stderr)

    def note(self, text: str) -> None:
        if self._bar is not None:
            self._bar.write(text, file=sys.stderr)
        elif not self._is_quiet or text.startswith("warning"):
            print(text, file=sys.stderr)

    def __enter__(self) -> _Bar:
        return self

    def __exit__(self, *_: object) -> None:
        if self._bar is not None:
            self._bar.close()
