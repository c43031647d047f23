"""A run: network, optimiser, batches and validation as a recipe says; it gives the loop, and writes the model."""

from __future__ import annotations

import time
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import torch

from translate.config import EngineConfig
from translate.errors import UsageError
from translate.evaluation import read_test_set, run_model, score_corpus
from translate.files import digest_of, write_text
from translate.formats import Header
from translate.records import dataclass
from translate.training.batches import Batch, Order, collate
from translate.training.card import TestResult, format_card
from translate.training.checkpoints import Checkpoints, average
from translate.training.curves import draw_curves
from translate.training.examples import Examples, Numbers
from translate.training.finished import CARD, CURVES, is_finished, read_stamp, write_stamp
from translate.training.folders import Loaded, Weights, convert_folder, write_folder
from translate.training.loop import Listener, Loop, Progress
from translate.training.material import (
    find_target_pieces,
    find_target_words,
)
from translate.training.model import UNSAID, Marian, Shape
from translate.training.muon import MixedMuon
from translate.training.optimiser import MixedAdam, working_precision
from translate.training.phrases import find_phrase_table
from translate.training.plan import make_plan
from translate.training.recipe import Recipe
from translate.training.sources import Pair
from translate.training.validation import Validation
from translate.training.vocabulary import Vocabulary

_PRECISIONS = {"bfloat16": torch.bfloat16, "float32": torch.float32}
_OPTIMISERS = {"adamw": MixedAdam, "muon": MixedMuon}
WORK = "training"
"""The folder of a run within that of its model."""


@dataclass(frozen=True, slots=True)
class Finished:
    """A finished run. `counts` is what the filters did, a table a source, and `all` together."""

    folder: Path
    progress: Progress
    counts: dict[str, dict[str, int]]
    chosen: str
    tests: tuple[TestResult, ...]


class Run:
    """Everything that one run needs, built from its recipe."""

    def __init__(
        self,
        recipe: Recipe,
        loaded: Loaded | None,
        vocabulary: Vocabulary,
        examples: Examples,
        held_out: Sequence[Pair],
        out: Path,
        listener: Listener,
    ) -> None:
        self.recipe, self.loaded, self.vocabulary, self.examples = recipe, loaded, vocabulary, examples
        self.out, self.listener = out, listener
        self.checkpoints = Checkpoints(out / WORK)
        self.fingerprint: dict[str, Any] = {}
        self.state: dict[str, Any] | None = None
        """The checkpoint to go on from."""
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
        self._can_say = (self.model.column != UNSAID).cpu().numpy()
        self.parameters = sum(p.numel() for p in self.model.parameters())
        make = _OPTIMISERS.get(recipe.schedule.optimiser)
        if make is None:
            raise UsageError(f"Unknown optimiser '{recipe.schedule.optimiser}'. Known: {', '.join(_OPTIMISERS)}.")
        self.optimiser = make(self.model, dtype=dtype, zero_row=self.shape.pad, mean=recipe.schedule.mean)
        if loaded:
            self.optimiser.load_weights(loaded.weights)
        self.validation = Validation(held_out, vocabulary, longest=recipe.schedule.longest, device=device)

    def order(self) -> Order:
        """Return the batches of this run, from the first."""
        return Order(
            self.examples,
            random_seed=self.recipe.random_seed,
            positions=self.recipe.schedule.batch_positions,
            even=self.recipe.machine.compile,
        )

    def batch_of(self, rows: Numbers) -> Batch:
        """Return some examples as a batch on the device."""
        end, pad, device = self.vocabulary.end, self.vocabulary.pad, self.recipe.machine.device
        return collate(self.examples, rows, end=end, pad=pad, device=device, said=self._can_say)

    def loop(self, *, until: float | None = None) -> Loop:
        """Return the loop, where the last checkpoint left it.

        :param until: when to end, by :func:`time.monotonic`, in place of the length that the recipe says.
        """
        recipe, schedule = self.recipe, self.recipe.schedule
        order = self.order()
        if until is not None:
            before = self.state["progress"]["seconds"] if self.state else 0.0
            hours = (until - time.monotonic() + before) / 3600
            recipe = replace(recipe, schedule=replace(schedule, updates=0, passes=0.0, hours=hours))
        if recipe.machine.compile:
            self.model.compile_layers()
        left_out = self.validation.left_out
        if left_out:
            self.listener.note(f"{left_out} held-out pairs have more than {schedule.longest} pieces and are skipped")

        def draw(progress: Progress) -> None:
            write_text(self.out / CURVES, draw_curves(progress))

        loop = Loop(
            self.model,
            self.optimiser,
            order,
            self.batch_of,
            make_plan(recipe, len(order), goes_on=self.loaded is not None),
            validation=self.validation,
            checkpoints=self.checkpoints,
            fingerprint=self.fingerprint,
            listener=self.listener,
            on_reading=draw,
            describe=self._describe,
        )
        if self.state is not None:
            loop.resume(self.state)
            self.listener.note(f"continuing from update {loop.progress.update}")
        return loop

    def finish(self, weights: Weights, chosen: str, progress: Progress) -> Finished:
        """Write model, converted form, card and curves.

        :param chosen: what the weights are, for people.
        """
        recipe, out = self.recipe, self.out
        if recipe.schedule.mean:
            chosen += f", each an exponential mean (decay {recipe.schedule.mean:g})"
        if recipe.keep_init and self.loaded is not None:
            known = {name: self.loaded.weights[name] for name in weights}
            weights = average([known, weights], [recipe.keep_init, 1 - recipe.keep_init])
            chosen += f", with {recipe.keep_init:.0%} of those of {recipe.init}"
        self.listener.note(f"weights: {chosen}")
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
        write_text(out / CURVES, draw_curves(progress))
        counts, size = self.examples.counts, self.parameters
        card = format_card(
            recipe, self.shape, progress, counts, parameters=size, longest=longest, chosen=chosen, tests=tests
        )
        before = read_stamp(out / WORK)
        if before is not None and (out / CARD).exists() and digest_of(out / CARD) != before.files[CARD]:
            self.listener.note(f"warning: {out / CARD} was changed since it was written, and is left as it is")
        else:
            write_text(out / CARD, card)
        write_stamp(out / WORK, out, recipe, progress.update, chosen, tests)
        return Finished(out, progress, self.examples.counts, chosen, tests)

    def finished(self, progress: Progress) -> Finished | None:
        """Return what a run came to that has nothing left to do; None where it has."""
        stamp = read_stamp(self.out / WORK)
        if stamp is None or not is_finished(stamp, self.out, self.recipe, progress.update):
            return None
        self.listener.note("nothing to do: this run is finished")
        return Finished(self.out, progress, self.examples.counts, stamp.chosen, stamp.tests)

    def choose(self, progress: Progress) -> tuple[Weights, str]:
        """Return the weights that validate best, and what they are: the last, the best, or the mean of the best."""
        last, checkpoints = self.optimiser.mean_weights(), self.checkpoints
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
        first = f"{self.vocabulary.decode(source.tolist())[:40]} ||| {self.vocabulary.decode(target.tolist())[:40]}"
        return f"{len(rows)} pairs, the first of them '{first}'"


def _test(recipe: Recipe, path: Path, folder: Path) -> TestResult:
    test = read_test_set(path, Header(recipe.source_language, recipe.target_language))
    system = run_model(EngineConfig(model=str(folder), threads=recipe.machine.threads), test)
    scores = score_corpus(system.hypotheses, test.references)
    speed, memory = (system.run.words_per_second, system.run.peak_memory_mb) if system.run else (0.0, 0.0)
    return TestResult(test.name, len(test.references), speed, memory, scores)
