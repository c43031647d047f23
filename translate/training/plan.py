"""The plan of a run: what a recipe leaves open, and how long and how fast to train."""

from __future__ import annotations

import platform
from dataclasses import replace
from pathlib import Path

import torch

from translate.config import count_cores
from translate.errors import UsageError
from translate.records import dataclass
from translate.training.folders import Loaded
from translate.training.recipe import Recipe
from translate.training.validation import METRICS

DEFAULT_LONGEST = 96
DEFAULT_PASSES = 5.0


@dataclass(frozen=True, slots=True)
class Plan:
    """How long and how fast. The run ends after `updates`, or else after `seconds` of training in all."""

    updates: int
    seconds: float
    rate: float
    warm: int
    cool: float
    is_held: bool
    smoothing: float
    short_updates: int
    short_pieces: int
    validate_every: int
    keep: int
    metric: str
    hardware: str
    checkpoint_seconds: float
    validate_first: bool = False
    """Look at the held-out pairs before the first update too, to see what a model knew before it goes on."""


def settle(recipe: Recipe, loaded: Loaded | None) -> Recipe:
    """Return the recipe with the longest side and the threads, which it may leave open."""
    longest = recipe.schedule.longest or min(DEFAULT_LONGEST, loaded.longest if loaded else DEFAULT_LONGEST)
    threads = recipe.machine.threads or count_cores()
    return replace(
        recipe,
        schedule=replace(recipe.schedule, longest=longest),
        machine=replace(recipe.machine, threads=threads),
    )


def make_plan(recipe: Recipe, batches: int, *, goes_on: bool) -> Plan:
    """Return how long and how fast to train.

    :param batches: of one pass over the data.
    :param goes_on: whether the run begins from a model.
    :raises UsageError: where neither recipe nor command says how long, a length or a rate is less than nothing, or the
        metric to judge by is unknown.
    """
    schedule, validation = recipe.schedule, recipe.validation
    for name in ("updates", "passes", "hours", "rate", "warm"):
        if not getattr(schedule, name) >= 0:
            raise UsageError(f"'{name}' is {getattr(schedule, name)}; expected a number above 0, or none at all.")
    if not 0 <= schedule.mean < 1:
        raise UsageError(f"'mean' is {schedule.mean}; expected below 1, such as 0.999, or 0 for none.")
    if validation.metric not in METRICS:
        raise UsageError(f"Unknown metric '{validation.metric}' to validate by. Known: {', '.join(METRICS)}.")
    updates, hours = schedule.updates, schedule.hours
    if not updates and not hours:
        if not schedule.passes and not goes_on:
            raise UsageError("no length given: use --hours, --passes or --updates.")
        updates = max(1, round((schedule.passes or DEFAULT_PASSES) * batches))
    warm = schedule.warm
    if not warm:
        warm = max(1, min(200, updates // 20) if updates else 200) if goes_on else 1000
    return Plan(
        updates=updates,
        seconds=hours * 3600,
        rate=schedule.rate or (2e-4 if goes_on else 5e-4),
        warm=warm,
        cool=schedule.cool,
        is_held=schedule.hold,
        smoothing=schedule.smoothing,
        short_updates=schedule.short_updates,
        short_pieces=schedule.short_pieces,
        validate_every=validation.every or (max(1, min(1000, updates // 5)) if updates else 1000),
        keep=max(1, validation.keep),
        metric=validation.metric,
        hardware=name_hardware(recipe),
        checkpoint_seconds=60 * recipe.machine.checkpoint_minutes,
        validate_first=goes_on,
    )


def name_hardware(recipe: Recipe) -> str:
    """Return what a run of `recipe`, which says how many threads, is computed on here."""
    device = recipe.machine.device
    if device != "cpu":
        return torch.cuda.get_device_name(device) if device.startswith("cuda") else device
    return f"{recipe.machine.threads} cores of {_processor()}"


def _processor() -> str:
    try:
        with Path("/proc/cpuinfo").open(encoding="utf-8") as file:
            return next(line.partition(":")[2].strip() for line in file if line.startswith("model name"))
    except (OSError, StopIteration):
        return platform.processor() or platform.machine()
