"""The loop: batch after batch through the model, with a look at held-out pairs and a checkpoint from time to time.

One loop for processors and GPUs, and the same one whether it begins, goes on after a kill, or trains a model further.
Everything that decides the next update is in the checkpoint, so that on a processor a run that was killed ends with the
very weights of one that was not.
"""

from __future__ import annotations

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import asdict, field
from typing import Any, Protocol

import torch
from torch import Tensor

from translate.errors import OutputError, TrainingError
from translate.executors.heap import trim
from translate.executors.interruption import deferred_signals
from translate.records import dataclass
from translate.training.allocator import keep_memory
from translate.training.batches import Batch, Order
from translate.training.checkpoints import Checkpoints
from translate.training.examples import Numbers
from translate.training.feed import Feed
from translate.training.model import Marian
from translate.training.optimiser import MixedAdam, learning_rate
from translate.training.plan import Plan
from translate.training.validation import Reading, Validation

REPORT_UPDATES = 50
_AHEAD = 16
"""So many batches are ready on a GPU that drawing the next pass makes it wait little."""
RETRY_SECONDS = 60
MAX_FAILED_CHECKPOINTS = 10


class Listener(Protocol):
    """Told how far a run is, in updates or in seconds, and what there is to read."""

    def start(self, total: float, done: float, unit: str) -> None: ...
    def advance(self, done: float, text: str) -> None: ...
    def note(self, text: str) -> None: ...


@dataclass(slots=True)
class Progress:
    """Where a run is. `losses` are (update, mean negative log likelihood of the updates since the last one, rate)."""

    update: int = 0
    pieces: int = 0
    seconds: float = 0.0
    losses: list[tuple[int, float, float]] = field(default_factory=list)
    readings: list[Reading] = field(default_factory=list)
    best: list[tuple[float, int]] = field(default_factory=list)
    """Score and update of the best weights that are kept, best first."""
    hardware: str = ""
    """What the last update was computed on."""
    sum_nll: float = 0.0
    sum_pieces: int = 0


class Loop:
    """Trains a model until its plan is fulfilled."""

    def __init__(
        self,
        model: Marian,
        optimiser: MixedAdam,
        order: Order,
        batch_of: Callable[[Numbers], Batch],
        plan: Plan,
        *,
        validation: Validation,
        checkpoints: Checkpoints,
        fingerprint: dict[str, Any],
        listener: Listener,
        on_reading: Callable[[Progress], None],
        describe: Callable[[Numbers], str],
    ) -> None:
        """:param fingerprint: goes into each checkpoint, so that a resume can tell whether it is of the same recipe.
        :param on_reading: called after each validation, to draw the curves.
        :param describe: says what is in a batch, where it is to blame.
        """
        self.progress = Progress()
        self._model, self._optimiser, self._order, self._batch_of = model, optimiser, order, batch_of
        self._plan, self._validation, self._checkpoints = plan, validation, checkpoints
        self._fingerprint, self._listener, self._on_reading = fingerprint, listener, on_reading
        self._describe = describe
        self._is_stopped = False
        self._place = order.passed, order.position
        self._unread: list[tuple[str, Numbers, Tensor, Tensor]] = []
        """Which update, rows, and what only the device knows of them: loss and gradient's length."""
        is_far = next(model.parameters()).device.type not in ("cpu", "lazy")
        self._look_after, self._ahead = (REPORT_UPDATES, _AHEAD) if is_far else (1, 0)
        self._mark = time.monotonic()
        self._kept_at = self._mark
        self._failed_checkpoints = 0

    def run(self) -> Progress:
        """Train to the end of the plan.

        :raises TrainingError: where the loss is no number any more; the last checkpoint is the last good state.
        :raises OutputError: where a checkpoint could not be written again and again.
        :raises KeyboardInterrupt: after a checkpoint, where the user stopped it.
        """
        plan = self._plan
        keep_memory()
        total = float(plan.updates or plan.seconds)
        self._listener.start(total, self._done(), "updates" if plan.updates else "seconds")
        self._model.train()
        if plan.validate_first and not self.progress.update:
            self._validate()
        self._mark = self._kept_at = time.monotonic()
        with deferred_signals(self._stop), self._feeding() as feed:
            while self._done() < total:
                self._update(feed)
                self._tick()
                self._keep_stem()
                if self.progress.update % REPORT_UPDATES == 0:
                    self._report()
                    trim()
                if self.progress.update % plan.validate_every == 0:
                    self._validate()
                if self._is_stopped:
                    self.save()
                    raise KeyboardInterrupt
                if time.monotonic() - self._kept_at > plan.checkpoint_seconds:
                    self._try_save()
            if self.progress.update % plan.validate_every:
                self._validate()
            self.save()
        return self.progress

    @contextmanager
    def _feeding(self) -> Iterator[Feed]:
        """Have the batches of the updates to come made."""
        plan = self._plan
        feed = Feed(
            self._order,
            self._batch_of,
            lambda update: plan.short_pieces if update <= plan.short_updates else None,
            first=self.progress.update + 1,
            ahead=self._ahead,
        )
        try:
            yield feed
        finally:
            feed.close()

    def _update(self, feed: Feed) -> None:
        """One step of the optimiser on one batch: the heart of it."""
        plan, progress = self._plan, self.progress
        update = progress.update + 1
        rows, batch = feed.next()
        self._place = feed.place
        loss, nll = self._model(batch.source, batch.before, batch.after, plan.smoothing, 1 / batch.pieces, batch.places)
        loss.backward()
        norm = self._optimiser.step(self._rate(update))
        self._unread.append((f"update {update} (pass {feed.place[0] + 1}, batch {feed.place[1]})", rows, nll, norm))

        progress.update, progress.hardware = update, plan.hardware
        progress.pieces += batch.pieces
        progress.sum_pieces += batch.pieces
        if len(self._unread) >= self._look_after:
            self._look()

    def _look(self) -> None:
        """Read what the device found in the last updates, all at once: each reading waits for it.

        :raises TrainingError: where a loss or a gradient was no number; such an update changed no weight.
        """
        if not self._unread:
            return
        unread, self._unread = self._unread, []
        found = torch.stack([torch.stack([nll.double(), norm.double()]) for *_, nll, norm in unread]).tolist()
        for (place, rows, _, _), (nats, norm) in zip(unread, found, strict=True):
            for what, value in (("loss", nats), ("gradient", norm)):
                if value - value != 0:  # infinite, or not a number
                    raise self._no_number(what, place, rows)
            self.progress.sum_nll += nats

    def _report(self) -> None:
        self._look()
        progress = self.progress
        rate = self._rate(progress.update)
        progress.losses.append((progress.update, progress.sum_nll / progress.sum_pieces, rate))
        speed = progress.pieces / max(1e-9, progress.seconds)
        text = f"loss {progress.losses[-1][1]:.3f}, rate {rate:.1e}, {speed:,.0f} pieces/s"
        self._listener.advance(self._done(), text)
        progress.sum_nll, progress.sum_pieces = 0.0, 0

    def _rate(self, update: int) -> float:
        plan, spent = self._plan, self._spent()
        return learning_rate(update, peak=plan.rate, warm=plan.warm, spent=spent, cool=plan.cool, is_held=plan.is_held)

    def _validate(self) -> None:
        """Read the held-out pairs, and keep the weights where they are among the best."""
        progress = self.progress
        if not len(self._validation):
            return
        with self._optimiser.showing_mean():
            reading = self._validation.read(self._model, progress.update)
        progress.readings.append(reading)
        self._listener.note(
            f"update {reading.update}: validation: BLEU {reading.bleu:.2f}, chrF++ {reading.chrf:.2f}, loss "
            f"{reading.nll:.3f} (shuffled sources {reading.shuffled_nll:.3f}), cosine {reading.cosine:.3f}"
        )
        if reading.warning:
            self._listener.note(f"warning: {reading.warning}")
        self._rank()
        if any(update == progress.update for _, update in progress.best):
            self._checkpoints.save_best(progress.update, self._optimiser.mean_weights())
        self._on_reading(progress)
        self._tick()

    def _rank(self) -> None:
        scored = [(reading.score(self._plan.metric), reading.update) for reading in self.progress.readings]
        self.progress.best = sorted(scored, key=lambda entry: (-entry[0], entry[1]))[: self._plan.keep]

    def save(self) -> None:
        """Write a checkpoint.

        :raises OutputError: where the disk refuses; the checkpoint before it stands.
        """
        self._look()
        progress = self.progress
        self._checkpoints.save(
            {
                "fingerprint": self._fingerprint,
                "weights": self._optimiser.weights(),
                "optimiser": self._optimiser.state(),
                "order": list(self._place),
                "random": torch.get_rng_state(),
                "random_gpu": torch.cuda.get_rng_state_all() if torch.cuda.is_available() else [],
                "progress": {**asdict(progress), "readings": [asdict(reading) for reading in progress.readings]},
            }
        )
        self._checkpoints.keep_best([update for _, update in progress.best])
        self._kept_at, self._failed_checkpoints = time.monotonic(), 0

    def resume(self, state: dict[str, Any]) -> None:
        """Go on from a checkpoint."""
        self._optimiser.load_weights(state["weights"])
        self._optimiser.load_state(state["optimiser"])
        self._order.seek(*state["order"])
        self._place = self._order.passed, self._order.position
        torch.set_rng_state(state["random"])
        if state["random_gpu"] and torch.cuda.is_available():
            torch.cuda.set_rng_state_all(state["random_gpu"])
        held = dict(state["progress"])
        held["readings"] = [Reading(**reading) for reading in held["readings"]]
        held["losses"] = [tuple(row) for row in held["losses"]]
        self.progress = Progress(**held)
        self._rank()  # the recipe may judge by another metric now

    def _try_save(self) -> None:
        """Write a checkpoint; where the disk is full go on, and try again in a minute, for space may be made."""
        try:
            self.save()
        except OutputError as exc:
            self._failed_checkpoints += 1
            if self._failed_checkpoints >= MAX_FAILED_CHECKPOINTS:
                raise
            self._listener.note(f"warning: {exc} Training continues, and tries again in a minute.")
            self._kept_at = time.monotonic() - self._plan.checkpoint_seconds + RETRY_SECONDS

    def _no_number(self, what: str, place: str, rows: Numbers) -> TrainingError:
        return TrainingError(
            f"the {what} is not a number at {place}: {self._describe(rows)}. The last checkpoint, in "
            f"{self._checkpoints.folder}, is the last good state: set a lower rate, and run again to continue from it."
        )

    def _stop(self) -> None:
        self._is_stopped = True

    def _keep_stem(self) -> None:
        """Keep the weights of before the rate fell: only from them can another run go on and cool in its own way."""
        plan = self._plan
        if plan.cool and self._spent() >= 1 - plan.cool and not self._checkpoints.has_stem():
            self._checkpoints.save_stem(self._optimiser.weights())

    def _done(self) -> float:
        return self.progress.update if self._plan.updates else self.progress.seconds

    def _spent(self) -> float:
        return self._done() / (self._plan.updates or self._plan.seconds)

    def _tick(self) -> None:
        now = time.monotonic()
        self.progress.seconds += now - self._mark
        self._mark = now
