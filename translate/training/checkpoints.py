"""Checkpoints: everything a run needs to go on as if it had never stopped, and the best weights it has had."""

from __future__ import annotations

import io
import pickle
from pathlib import Path
from typing import Any

import torch
from safetensors import SafetensorError
from safetensors.torch import load_file, save

from translate.errors import TrainingError
from translate.files import replace_file
from translate.training.folders import Weights

VERSION = 1
_LAST, _BEFORE = "last.pt", "before.pt"


class Checkpoints:
    """The checkpoints of one run, in its work folder: the last, the one before it, and the best weights."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._best = folder / "best"

    def save(self, state: dict[str, Any]) -> None:
        """Write a checkpoint whole or not at all; the one before stays beside it.

        :raises OutputError: where the disk refuses; the last checkpoint stands then.
        """
        written = io.BytesIO()
        torch.save({"version": VERSION, **state}, written)
        last, before = self.folder / _LAST, self.folder / _BEFORE
        with replace_file(self.folder / "next.pt") as file:
            file.write(written.getbuffer())
        if last.exists():
            last.replace(before)
        (self.folder / "next.pt").replace(last)

    def load(self) -> dict[str, Any] | None:
        """Return the last checkpoint, or None where the run has none yet.

        :raises TrainingError: where the file is damaged; it says what to do.
        """
        last, before = self.folder / _LAST, self.folder / _BEFORE
        if not last.exists():
            if not before.exists():
                return None
            last = before  # killed between the two renames of `save`
        try:
            state: dict[str, Any] = torch.load(last, map_location="cpu", weights_only=True)
            if state["version"] != VERSION:
                raise TrainingError(f"{last}: version {state['version']}; this bitexte reads {VERSION}.")
        except (RuntimeError, EOFError, OSError, KeyError, TypeError, pickle.UnpicklingError) as exc:
            advice = (
                f"Delete it, and training continues from the one before, {before}."
                if before.exists() and last != before
                else "Delete it to start over."
            )
            raise TrainingError(f"{last}: the checkpoint is damaged or truncated. {advice}") from exc
        return state

    def save_best(self, update: int, weights: Weights) -> None:
        """:raises OutputError: where the disk refuses."""
        with replace_file(self._path(update)) as file:
            file.write(save({name: tensor.contiguous() for name, tensor in weights.items()}))

    @property
    def stem(self) -> Path:
        """Where the weights from before the cooling lie."""
        return self.folder / "stem.safetensors"

    def has_stem(self) -> bool:
        return self.stem.is_file()

    def save_stem(self, weights: Weights) -> None:
        """:raises OutputError: where the disk refuses."""
        with replace_file(self.stem) as file:
            file.write(save({name: tensor.contiguous() for name, tensor in weights.items()}))

    def has_best(self, update: int) -> bool:
        return self._path(update).is_file()

    def load_best(self, update: int) -> Weights:
        """:raises TrainingError: where the file is damaged."""
        path = self._path(update)
        try:
            return load_file(path)
        except (OSError, SafetensorError) as exc:
            raise TrainingError(f"{path}: cannot be read ({exc}); delete it, and run again.") from exc

    def keep_best(self, updates: list[int]) -> None:
        """Remove all best weights but those of `updates`."""
        wanted = {self._path(update) for update in updates}
        for path in self._best.glob("update-*.safetensors"):
            if path not in wanted:
                path.unlink()

    def _path(self, update: int) -> Path:
        return self._best / f"update-{update:08}.safetensors"


def average(weights: list[Weights], shares: list[float] | None = None) -> Weights:
    """Return the mean of several weights, or their sum by `shares`."""
    parts = shares or [1 / len(weights)] * len(weights)
    return {
        name: torch.stack([part * one[name] for part, one in zip(parts, weights, strict=True)]).sum(0)
        for name in weights[0]
    }
