"""A training run from end to end: a recipe and a folder in; a model folder with its card and curves out."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch

from translate.errors import LockedError, OutputError, UsageError
from translate.files import make_folder, remove_leftovers
from translate.models import resolve_model
from translate.training.checkpoints import Checkpoints
from translate.training.finished import refuse_foreign
from translate.training.folders import load_folder
from translate.training.growth import grow_encoder
from translate.training.loop import Listener
from translate.training.material import (
    compare,
    find_examples,
    find_sources,
    find_vocabulary,
)
from translate.training.model import Marian
from translate.training.plan import settle
from translate.training.recipe import Recipe
from translate.training.run import WORK, Finished, Run


def train(recipe: Recipe, out: Path, listener: Listener) -> Finished:
    """Train as `recipe` says, and leave the model in `out`; its sub-folder `training` holds what a resume needs.

    Run again after an interruption it goes on where it was; after the end it changes nothing.

    :raises ForeignFileError: where `out` holds files that a training which begins would replace.
    :raises UsageError: where the recipe is incomplete.
    :raises TrainingError: where training cannot go on, or `out` holds a run with another recipe.
    :raises ModelError: where `init` or its vocabulary cannot be used.
    :raises FormatError: where a data source cannot be read.
    :raises OutputError: where the disk refuses.
    """
    with learning(recipe, out, listener) as run:
        loop = run.loop()
        if finished := run.finished(loop.progress):
            return finished
        progress = loop.run()
        weights, chosen = run.choose(progress)
        return run.finish(weights, chosen, progress)


def prepare_only(recipe: Recipe, out: Path, listener: Listener) -> dict[str, dict[str, int]]:
    """Prepare the data of a run, keep it where :func:`train` will find it, and return what became of each source.

    The recipe need not say how long to train. Raises what :func:`train` does.
    """
    schedule = recipe.schedule
    if not (schedule.updates or schedule.passes or schedule.hours):
        recipe = replace(recipe, schedule=replace(schedule, updates=1))
    with learning(recipe, out, listener) as run:
        return run.examples.counts


@contextmanager
def learning(recipe: Recipe, out: Path, listener: Listener) -> Iterator[Run]:
    """Give a run that is ready to begin or to go on, and hold its folder; raises what :func:`train` does."""
    if not recipe.data:
        raise UsageError("no training data: give --data FILE, or [[data]] in the recipe.")
    work = out / WORK
    if not work.exists():
        refuse_foreign(out)
    make_folder(work)
    with _locked(work):
        remove_leftovers(out)
        state = Checkpoints(work).load()
        fingerprint: dict[str, Any] = recipe.decisive()
        if state is not None:
            compare(state["fingerprint"], fingerprint, work)
        loaded = load_folder(resolve_model(recipe.init)) if recipe.init else None
        if loaded is not None and recipe.shape.grown_layers:
            loaded = grow_encoder(loaded, recipe.shape.grown_layers)
        recipe = settle(recipe, loaded)
        threads = recipe.machine.threads
        torch.set_num_threads(threads)
        digests = find_sources(recipe, work)
        vocabulary = find_vocabulary(recipe, loaded, digests, work / "vocabulary", threads, listener)
        examples, held_out = find_examples(recipe, vocabulary, digests, work, threads, listener)
        fingerprint["examples"] = examples.key
        if state is not None:
            compare(state["fingerprint"], fingerprint, work)
        run = Run(recipe, loaded, vocabulary, examples, held_out, out, listener)
        _check_space(out, run.model, has_mean=bool(recipe.schedule.mean))
        run.fingerprint, run.state = fingerprint, state
        yield run


def _check_space(out: Path, model: Marian, *, has_mean: bool) -> None:
    """:raises OutputError: where the disk has no room for the checkpoints to come."""
    weights = 4 * sum(p.numel() for p in model.parameters())
    needed = (4 + has_mean) * weights  # one checkpoint: weights, two moments, their mean; the best weights; the model
    free = shutil.disk_usage(out).free
    if free < needed:
        raise OutputError(
            f"{out}: {free / 1e6:,.0f} MB are free, and a checkpoint needs {needed / 1e6:,.0f}; free some, or give "
            "another --out. Training has not started."
        )


@contextmanager
def _locked(work: Path) -> Iterator[None]:
    """Hold the work folder until the process ends, however it ends.

    :raises LockedError: where another run holds it.
    """
    connection = sqlite3.connect(work / "lock", timeout=0, isolation_level=None)  # its locks are alike on all systems
    try:
        try:
            connection.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as exc:
            raise LockedError(f"{work}: another training run works here; wait for it, or give another --out.") from exc
        yield
    finally:
        connection.close()
