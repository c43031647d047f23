"""The loop runs on another device than the processor, and goes on from there on a processor.

No GPU is needed: the device is torch's lazy tensors, which the processor computes behind a device of their own. A
tensor that was left on the processor, or a checkpoint that only its own device could read, fails there as it would on
CUDA.
"""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
import torch

from tests.training.conftest import Silent, with_updates
from translate.training import validation
from translate.training.recipe import Recipe
from translate.training.train import train

_greedy = validation.greedy


@pytest.fixture
def lazy(monkeypatch: pytest.MonkeyPatch, quickly: None) -> str:
    import torch._lazy.ts_backend

    torch._lazy.ts_backend.init()  # type: ignore[no-untyped-call]

    def short(*args: object, longest: int, end: int) -> torch.Tensor:
        return _greedy(*args, longest=2, end=end)  # type: ignore[arg-type]

    monkeypatch.setattr(validation, "greedy", short)  # each length is compiled anew there
    return "lazy"


def test_a_run_on_another_device_learns_the_same_and_goes_on_here(recipe: Recipe, tmp_path: Path, lazy: str) -> None:
    schedule = replace(recipe.schedule, optimiser="muon", mean=0.9, updates=1, dropout=0.0)  # Muon's rest is AdamW's
    recipe = replace(recipe, schedule=schedule, validation=replace(recipe.validation, segments=2, every=1))
    there = replace(recipe, machine=replace(recipe.machine, device=lazy))

    here = train(recipe, tmp_path / "here", Silent()).progress.readings
    away = train(there, tmp_path / "there", Silent()).progress.readings
    assert [one.nll for one in away] == pytest.approx([one.nll for one in here], rel=1e-3)
    assert [one.cosine for one in away] == pytest.approx([one.cosine for one in here], rel=1e-2)

    listener = Silent()
    gone_on = train(with_updates(recipe, 3), tmp_path / "there", listener).progress
    assert "continuing from update 1" in listener.notes
    assert gone_on.update == 3
    expected = train(with_updates(recipe, 3), tmp_path / "here", Silent()).progress.readings
    assert gone_on.readings[-1].nll == pytest.approx(expected[-1].nll, rel=1e-3)
