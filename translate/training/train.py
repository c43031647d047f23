"""A training run from end to end: a recipe and a folder in; a model folder with its card and curves out."""

from __future__ import annotations

import shutil
import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import torch

from translate.config import EngineConfig
from translate.errors import LockedError, OutputError, UsageError
from translate.evaluation import read_test_set, run_model, score_corpus
from translate.files import make_folder, remove_leftovers, write_text
from translate.formats import Header
from translate.models import resolve_model
from translate.training.batches import Order, collate
from translate.training.card import TestResult, format_card
from translate.training.checkpoints import Checkpoints, average
from translate.training.curves import draw_curves
from translate.training.examples import Examples, Numbers
from translate.training.folders import Loaded, Weights, convert_folder, load_folder, write_folder
from translate.training.loop import Listener, Loop, Progress
from translate.training.material import (
    compare,
    find_examples,
    find_sources,
    find_target_pieces,
    find_target_words,
    find_vocabulary,
)
from translate.training.model import UNSAID, Marian, Shape
from translate.training.muon import MixedMuon
from translate.training.optimiser import MixedAdam, working_precision
from translate.training.phrases import find_phrase_table
from translate.training.plan import make_plan, settle
from translate.training.recipe import Recipe
from translate.training.sources import Pair
from translate.training.validation import Validation
from translate.training.vocabulary import Vocabulary

_PRECISIONS = {"bfloat16": torch.bfloat16, "float32": torch.float32}
_OPTIMISERS = {"adamw": MixedAdam, "muon": MixedMuon}
_WORK = "training"


@dataclass(frozen=True, slots=True)
class Finished:
    """A finished run. `counts` is what the filters did, a table a source, and `all` together."""

    folder: Path
    progress: Progress
    counts: dict[str, dict[str, int]]
    chosen: str
    tests: tuple[TestResult, ...]


def train(recipe: Recipe, out: Path, listener: Listener) -> Finished:
    """Train as `recipe` says, and leave the model in `out`; its sub-folder `training` holds what a resume needs.

    Run again after an interruption it goes on where it was; after the end it writes the model again.

    :raises UsageError: where the recipe is incomplete.
    :raises TrainingError: where training cannot go on, or `out` holds a run with another recipe.
    :raises ModelError: where `init` or its vocabulary cannot be used.
    :raises FormatError: where a data source cannot be read.
    :raises OutputError: where the disk refuses.
    """
    if not recipe.data:
        raise UsageError("nothing to learn from: give --data FILE, or [[data]] in the recipe.")
    work = out / _WORK
    make_folder(work)
    with _locked(work):
        remove_leftovers(work)
        checkpoints = Checkpoints(work)
        state = checkpoints.load()
        fingerprint: dict[str, Any] = recipe.decisive()
        if state is not None:
            compare(state["fingerprint"], fingerprint, work)
        loaded = load_folder(resolve_model(recipe.init)) if recipe.init else None
        recipe = settle(recipe, loaded)
        threads = recipe.machine.threads
        torch.set_num_threads(threads)
        digests = find_sources(recipe, work)
        vocabulary = find_vocabulary(recipe, loaded, digests, work / "vocabulary", threads, listener)
        examples, held_out = find_examples(recipe, vocabulary, digests, work, threads, listener)
        fingerprint["examples"] = examples.key
        if state is not None:
            compare(state["fingerprint"], fingerprint, work)
        run = _Run(recipe, loaded, vocabulary, examples, held_out)
        _check_space(out, run.model)
        loop = run.loop(checkpoints, fingerprint, listener, out)
        if state is not None:
            loop.resume(state)
            listener.note(f"going on from update {loop.progress.update}")
        return run.finish(loop.run(), checkpoints, out, listener)


class _Run:
    """Everything that one run needs, built from its recipe."""

    def __init__(
        self,
        recipe: Recipe,
        loaded: Loaded | None,
        vocabulary: Vocabulary,
        examples: Examples,
        held_out: Sequence[Pair],
    ) -> None:
        self.recipe, self.loaded, self.vocabulary, self.examples = recipe, loaded, vocabulary, examples
        device = recipe.machine.device
        torch.manual_seed(recipe.random_seed)
        sizes = recipe.shape
        self.shape = (
            loaded.shape
            if loaded
            else Shape(
                vocabulary=len(vocabulary),
                pad=vocabulary.pad,
                d=sizes.d,
                ffn=sizes.ffn,
                heads=sizes.heads,
                encoder_layers=sizes.encoder_layers,
                decoder_layers=sizes.decoder_layers,
            )
        )
        self.written = find_target_pieces(examples, vocabulary, loaded)
        said = None if self.written is None else [vocabulary.numbers[piece] for piece in self.written]
        try:
            self.model = Marian(self.shape, dropout=recipe.schedule.dropout, said=said).to(device)
        except (RuntimeError, AssertionError) as exc:  # torch without CUDA raises the second
            raise UsageError(f"device '{device}' cannot be used: {exc}".splitlines()[0]) from exc
        precision = recipe.machine.precision
        dtype = working_precision(device) if precision == "auto" else _PRECISIONS.get(precision)
        if dtype is None:
            raise UsageError(f"Unknown precision '{precision}'. Known: auto, {', '.join(_PRECISIONS)}.")
        self.parameters = sum(p.numel() for p in self.model.parameters())
        make = _OPTIMISERS.get(recipe.schedule.optimiser)
        if make is None:
            raise UsageError(f"Unknown optimiser '{recipe.schedule.optimiser}'. Known: {', '.join(_OPTIMISERS)}.")
        self.optimiser = make(self.model, dtype=dtype, zero_row=self.shape.pad)
        if loaded:
            self.optimiser.load_weights(loaded.weights)
        self.validation = Validation(held_out, vocabulary, longest=recipe.schedule.longest, device=device)

    def loop(self, checkpoints: Checkpoints, fingerprint: dict[str, Any], listener: Listener, out: Path) -> Loop:
        recipe, schedule = self.recipe, self.recipe.schedule
        end, pad, device = self.vocabulary.end, self.vocabulary.pad, recipe.machine.device
        can_say = (self.model.column != UNSAID).cpu().numpy()
        order = Order(
            self.examples,
            random_seed=recipe.random_seed,
            positions=schedule.batch_positions,
            even=recipe.machine.compile,
        )
        if recipe.machine.compile:
            self.model.compile_layers()
        if self.validation.left_out:
            listener.note(f"{self.validation.left_out} held-out pairs are over {schedule.longest} pieces and left out")

        def draw(progress: Progress) -> None:
            write_text(out / "curves.svg", draw_curves(progress))

        return Loop(
            self.model,
            self.optimiser,
            order,
            lambda rows: collate(self.examples, rows, end=end, pad=pad, device=device, said=can_say),
            make_plan(recipe, len(order), goes_on=self.loaded is not None),
            validation=self.validation,
            checkpoints=checkpoints,
            fingerprint=fingerprint,
            listener=listener,
            on_reading=draw,
            describe=self._describe,
        )

    def finish(self, progress: Progress, checkpoints: Checkpoints, out: Path, listener: Listener) -> Finished:
        """Choose the weights, and write model, converted form, card and curves."""
        recipe = self.recipe
        weights, chosen = self._choose(progress, checkpoints)
        if recipe.keep_init and self.loaded is not None:
            known = {name: self.loaded.weights[name] for name in weights}
            weights = average([known, weights], [recipe.keep_init, 1 - recipe.keep_init])
            chosen += f", with {recipe.keep_init:.0%} of those of {recipe.init}"
        listener.note(f"weights: {chosen}")
        longest = max(recipe.schedule.longest, self.loaded.longest if self.loaded else 0)
        write_folder(
            out,
            self.shape,
            weights,
            self.vocabulary,
            languages=recipe.languages,
            longest=longest,
            written=self.written,
            read=find_target_words(self.examples, self.vocabulary, self.loaded),
            phrases=find_phrase_table(self.examples, self.vocabulary, self.loaded, recipe.languages),
        )
        convert_folder(out)
        tests = tuple(_test(recipe, Path(path), out) for path in recipe.validation.tests)
        write_text(out / "curves.svg", draw_curves(progress))
        counts, size = self.examples.counts, self.parameters
        card = format_card(
            recipe, self.shape, progress, counts, parameters=size, longest=longest, chosen=chosen, tests=tests
        )
        write_text(out / "README.md", card)
        return Finished(out, progress, self.examples.counts, chosen, tests)

    def _choose(self, progress: Progress, checkpoints: Checkpoints) -> tuple[Weights, str]:
        """Return the weights that validate best: the last, the best, or the mean of the best."""
        last = self.optimiser.weights()
        # After going back to the checkpoint before the last, some of its best may have made way for better ones.
        kept = [(score, update) for score, update in progress.best if checkpoints.has_best(update)]
        if not kept:
            return last, f"of the last update, {progress.update}"
        updates = [update for _, update in kept]
        score, update = kept[0]
        best = checkpoints.load_best(update)
        if len(updates) == 1:
            return best, f"of update {update}, the best of those that were validated"
        mean = average([checkpoints.load_best(number) for number in updates])
        self.optimiser.load_weights(mean)
        reading = self.validation.read(self.model, progress.update)
        if reading.score(self.recipe.validation.metric) >= score:
            return mean, f"the mean of updates {', '.join(map(str, sorted(updates)))}"
        return best, f"of update {update}; the mean of the {len(updates)} best validates worse"

    def _describe(self, rows: Numbers) -> str:
        source, target = self.examples.pair(int(rows[0]))
        first = f"{self.vocabulary.decode(source.tolist())[:80]} ||| {self.vocabulary.decode(target.tolist())[:80]}"
        return f"{len(rows)} pairs, the first of them '{first}'"


def _test(recipe: Recipe, path: Path, folder: Path) -> TestResult:
    test = read_test_set(path, Header(recipe.source_language, recipe.target_language))
    system = run_model(EngineConfig(model=str(folder), threads=recipe.machine.threads), test)
    scores = score_corpus(system.hypotheses, test.references)
    speed, memory = (system.run.words_per_second, system.run.peak_memory_mb) if system.run else (0.0, 0.0)
    return TestResult(test.name, len(test.references), speed, memory, scores)


def _check_space(out: Path, model: Marian) -> None:
    """:raises OutputError: where the disk has no room for the checkpoints to come."""
    weights = 4 * sum(p.numel() for p in model.parameters())
    needed = 3 * weights + weights  # one checkpoint: weights and two moments; the best weights; the model
    free = shutil.disk_usage(out).free
    if free < needed:
        raise OutputError(
            f"{out}: {free / 1e6:,.0f} MB are free, and a checkpoint needs {needed / 1e6:,.0f}; make room, or give "
            "another --out. Nothing was begun."
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
