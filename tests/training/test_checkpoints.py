"""A checkpoint appears whole or not at all, and a damaged one says what to do."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import torch

from translate.errors import OutputError, TrainingError
from translate.training.checkpoints import Checkpoints, average


@pytest.fixture
def disk(tmp_path: Path) -> Iterator[Path]:
    """A disk of 64 kB."""
    place = tmp_path / "disk"
    place.mkdir()
    command = ["mount", "-t", "tmpfs", "-o", "size=64k", "tmpfs", str(place)]
    done = subprocess.run(command, capture_output=True, text=True, check=False)
    if done.returncode:
        pytest.skip(f"this machine lets nobody mount a tmpfs: {done.stderr.strip()}")
    yield place
    subprocess.run(["umount", "--lazy", str(place)], capture_output=True, check=False)


def test_what_was_saved_comes_back(tmp_path: Path) -> None:
    checkpoints = Checkpoints(tmp_path)
    assert checkpoints.load() is None
    checkpoints.save({"a": torch.arange(3), "b": [1, 2]})
    state = checkpoints.load()
    assert state is not None
    assert state["a"].tolist() == [0, 1, 2] and state["b"] == [1, 2]


def test_a_checkpoint_that_was_cut_short_names_the_one_before_it(tmp_path: Path) -> None:
    checkpoints = Checkpoints(tmp_path)
    checkpoints.save({"update": 1})
    checkpoints.save({"update": 2})
    last = tmp_path / "last.pt"
    last.write_bytes(last.read_bytes()[:-200])
    with pytest.raises(TrainingError, match=r"last\.pt: the checkpoint is damaged or was cut short\. Delete it, and"):
        checkpoints.load()
    last.unlink()
    state = checkpoints.load()
    assert state is not None and state["update"] == 1


def test_the_only_checkpoint_cut_short_says_that_one_begins_anew(tmp_path: Path) -> None:
    (tmp_path / "last.pt").write_bytes(b"PK\x03\x04 cut")
    with pytest.raises(TrainingError, match="Delete it to begin anew"):
        Checkpoints(tmp_path).load()


def test_a_full_disk_leaves_the_checkpoint_before_it_whole(disk: Path) -> None:
    checkpoints = Checkpoints(disk)
    checkpoints.save({"update": 1, "weights": torch.zeros(100)})
    with pytest.raises(OutputError, match=r"the disk is full; free some space.*Earlier output is untouched"):
        checkpoints.save({"update": 2, "weights": torch.rand(50_000)})
    state = checkpoints.load()
    assert state is not None and state["update"] == 1
    assert [path.name for path in disk.iterdir()] == ["last.pt"]


def test_the_best_weights_are_kept_and_the_others_removed(tmp_path: Path) -> None:
    checkpoints = Checkpoints(tmp_path)
    for update in (10, 20, 30):
        checkpoints.save_best(update, {"w": torch.full((2,), float(update))})
    checkpoints.keep_best([10, 30])
    assert sorted(path.name for path in (tmp_path / "best").iterdir()) == [
        "update-00000010.safetensors",
        "update-00000030.safetensors",
    ]
    mean = average([checkpoints.load_best(10), checkpoints.load_best(30)])
    assert mean["w"].tolist() == [20.0, 20.0]
    assert average([{"w": torch.tensor(1.0)}, {"w": torch.tensor(3.0)}], [0.75, 0.25])["w"].item() == 1.5
    assert [checkpoints.has_best(update) for update in (10, 20)] == [True, False]
    (tmp_path / "best" / "update-00000010.safetensors").write_bytes(b"cut")
    with pytest.raises(TrainingError, match=r"cannot be read .*delete it, and run again"):
        checkpoints.load_best(10)
