"""A checkpoint appears whole or not at all, and a damaged one says what to do."""

from __future__ import annotations

import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import torch
from hypothesis import given, settings
from hypothesis import strategies as st

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
    with pytest.raises(TrainingError, match=r"last\.pt: the checkpoint is damaged or truncated\. Delete it, and"):
        checkpoints.load()
    last.unlink()
    state = checkpoints.load()
    assert state is not None and state["update"] == 1


def test_the_only_checkpoint_cut_short_says_that_one_begins_anew(tmp_path: Path) -> None:
    (tmp_path / "last.pt").write_bytes(b"PK\x03\x04 cut")
    with pytest.raises(TrainingError, match="Delete it to start over"):
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


@pytest.mark.parametrize("renamed", range(4))
def test_a_kill_at_any_rename_leaves_a_whole_checkpoint_to_go_on_from(
    tmp_path: Path, renamed: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A save renames three times: into `next.pt`, the last to the one before, the next to the last."""
    checkpoints = Checkpoints(tmp_path)
    for update in (1, 2):
        checkpoints.save({"update": update})
    replace, calls = Path.replace, 0

    def killed(self: Path, target: Path) -> Path:
        nonlocal calls
        calls += 1
        if calls > renamed:
            raise KeyboardInterrupt
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", killed)
    if renamed < 3:
        with pytest.raises(KeyboardInterrupt):
            checkpoints.save({"update": 3})
    else:
        checkpoints.save({"update": 3})
    monkeypatch.undo()
    state = Checkpoints(tmp_path).load()
    assert state is not None and state["update"] == (3 if renamed == 3 else 2)
    checkpoints.save({"update": 4})
    state = checkpoints.load()
    assert state is not None and state["update"] == 4


def test_a_checkpoint_of_another_version_is_refused_by_name(tmp_path: Path) -> None:
    torch.save({"version": 99}, tmp_path / "last.pt")
    with pytest.raises(TrainingError, match=r"last\.pt: version 99; this bitexte reads 1"):
        Checkpoints(tmp_path).load()


def test_a_checkpoint_that_runs_code_is_refused(tmp_path: Path) -> None:
    torch.save({"version": 1, "code": subprocess.Popen}, tmp_path / "last.pt")
    with pytest.raises(TrainingError, match="damaged"):
        Checkpoints(tmp_path).load()


@settings(max_examples=30, deadline=None)
@given(st.lists(st.floats(-100, 100, width=32), min_size=1, max_size=6), st.integers(1, 4))
def test_weights_are_kept_to_the_last_bit_and_averaged_by_their_shares(
    tmp_path_factory: pytest.TempPathFactory, values: list[float], count: int
) -> None:
    checkpoints = Checkpoints(tmp_path_factory.mktemp("best"))
    several = [{"w": torch.tensor(values) * n, "b": torch.tensor([[float(n)]])} for n in range(1, count + 1)]
    for update, weights in enumerate(several):
        checkpoints.save_best(update, weights)
    loaded = [checkpoints.load_best(update) for update in range(count)]
    for one, other in zip(several, loaded, strict=True):
        assert all(torch.equal(one[name], other[name]) for name in one)
    mean = average(loaded)
    assert torch.allclose(mean["w"], torch.tensor(values) * (count + 1) / 2, rtol=1e-5, atol=1e-5)
    shares = [0.0] * (count - 1) + [1.0]
    assert torch.equal(average(loaded, shares)["w"], loaded[-1]["w"])
