"""The probe: how fast a run trains in one way or another, before its minutes are spent."""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import torch

from translate.records import dataclass
from translate.training.feed import Feed
from translate.training.model import Shape
from translate.training.recipe import Recipe
from translate.training.run import Run

CARD_TFLOPS = 790.0
"""What one H100 or H200 gives in bfloat16, for the share that is printed."""
_WARM_UPDATES = 10
_DEAREST = 10


@dataclass(frozen=True, slots=True)
class Speed:
    """Target pieces a second, the median of several stretches; `error` says why there is none."""

    compile: bool
    batch_positions: int
    pieces_per_second: float = 0.0
    error: str = ""

    def tflops(self, shape: Shape, said: int) -> float:
        """Return the arithmetic that the pieces need, without padding, in 10¹² a second."""
        return self.pieces_per_second * flop_of_piece(shape, said) / 1e12


def flop_of_piece(shape: Shape, said: int, *, source_pieces: float = 1.16) -> float:
    """Return how many operations one target piece needs in training: two a weight forward, four backward.

    :param said: pieces that the output can say.
    :param source_pieces: of the source, for one of the target.
    """
    encoder = shape.encoder_layers * (4 * shape.d**2 + 2 * shape.d * shape.ffn)
    decoder = shape.decoder_layers * (6 * shape.d**2 + 2 * shape.d * shape.ffn)
    memory = shape.decoder_layers * 2 * shape.d**2
    return 6 * (source_pieces * (encoder + memory) + decoder + shape.d * said)


def measure(run: Run, *, stretch: int, seconds: float) -> float:
    """Return target pieces a second of updates as they are, the rate at nothing: the median of stretches.

    :param stretch: updates in one.
    :param seconds: about how long to go on; at least one stretch.
    """
    model, optimiser, recipe = run.model, run.optimiser, run.recipe
    feed = Feed(run.order(), run.batch_of, lambda update: None, first=1, ahead=2)
    wait: Any = torch.cuda.synchronize if recipe.machine.device.startswith("cuda") else lambda: None
    model.train()

    def update() -> int:
        _, batch = feed.next()
        loss, _ = model(
            batch.source, batch.before, batch.after, recipe.schedule.smoothing, 1 / batch.pieces, batch.places
        )
        loss.backward()
        optimiser.step(0.0)
        return batch.pieces

    found: list[float] = []
    try:
        for _ in range(min(_WARM_UPDATES, stretch)):
            update()
        wait()
        ends = time.monotonic() + seconds
        while not found or time.monotonic() < ends:
            started = time.monotonic()
            pieces = sum(update() for _ in range(stretch))
            wait()
            found.append(pieces / (time.monotonic() - started))
    finally:
        feed.close()
    return statistics.median(found)


def try_way(
    recipe: Recipe, make: Callable[[Recipe], Run], way: Speed, *, stretch: int, seconds: float, compiler: str
) -> Speed:
    """Measure one way of a recipe; what it lacks memory or a compiler for is an error in the result, not the end.

    :param make: gives the run of a recipe.
    """
    changed = replace(
        recipe,
        schedule=replace(recipe.schedule, batch_positions=way.batch_positions),
        machine=replace(recipe.machine, compile=way.compile),
    )
    try:
        run = make(changed)
        if way.compile:
            run.model.compile_layers(compiler)
        return replace(way, pieces_per_second=measure(run, stretch=stretch, seconds=seconds))
    except (RuntimeError, torch._dynamo.exc.TorchDynamoException) as exc:
        return replace(way, error=str(exc).strip().splitlines()[0][:200])
    finally:
        torch.compiler.reset()


def dearest_kernels(run: Run) -> str:
    """Return a table of what takes most of the device's time in ten updates."""
    from torch.profiler import ProfilerActivity, profile

    activities = [ProfilerActivity.CPU]
    if run.recipe.machine.device.startswith("cuda"):
        activities.append(ProfilerActivity.CUDA)
    with profile(activities=activities) as profiler:
        measure(run, stretch=_WARM_UPDATES, seconds=0)
    key = "self_cuda_time_total" if len(activities) == 2 else "self_cpu_time_total"
    return str(profiler.key_averages().table(sort_by=key, row_limit=_DEAREST))
