"""The run on a lent GPU, rehearsed on a processor: part by part, in an empty folder, killed once, with small limits."""

from __future__ import annotations

import io
import json
import os
import re
import signal
import subprocess
import sys
import time
from contextlib import redirect_stdout
from dataclasses import replace
from pathlib import Path

import pytest
import torch

from benchmarks.short_gpu_run import main
from tests.training.conftest import PAIRS, Silent, write_pairs
from translate.errors import TrainingError
from translate.training.checkpoints import Checkpoints
from translate.training.examples import Examples
from translate.training.parts import join, missing, split, unpack_weights
from translate.training.recipe import ScheduleRecipe, load_recipe
from translate.training.train import learning, train

SCRIPT = Path(__file__).parents[2] / "benchmarks" / "short_gpu_run.py"
PART_MIB, BRING_MIB = 0.02, 0.03
RECIPE = """
name = "tiny"
[shape]
d = 16
ffn = 32
heads = 2
encoder_layers = 2
decoder_layers = 1
[vocabulary]
pieces = 340
[schedule]
updates = 50
batch_positions = 300
warm = 4
longest = 60
optimiser = "muon"
hold = true
cool = 0.5
[validation]
files = ["held.fr"]
segments = 4
every = 20
metric = "loss"
[machine]
threads = 1
precision = "float32"
[[data]]
path = "corpus.tsv"
licence = "CC0"
"""


def step(name: str, *arguments: object, code: int = 0) -> str:
    with redirect_stdout(io.StringIO()) as said:
        assert main([name, *map(str, arguments)]) == code, said.getvalue()
    return said.getvalue()


@pytest.fixture
def recipe(tmp_path: Path) -> Path:
    here = tmp_path / "here"
    here.mkdir()
    write_pairs(here / "corpus.tsv", PAIRS)
    for side, code in enumerate(("fr", "en")):
        (here / f"held.{code}").write_text("".join(f"{pair[side]}\n" for pair in PAIRS[::40]), encoding="utf-8")
    path = here / "tiny.toml"
    path.write_text(RECIPE, encoding="utf-8")
    with learning(load_recipe(path), here / "out", Silent()):  # prepares, and no more
        pass
    return path


@pytest.mark.slow
def test_a_run_goes_there_in_parts_and_comes_back_as_a_model(recipe: Path, tmp_path: Path) -> None:
    here, there = recipe.parent, tmp_path / "there"
    there.mkdir()
    step("pack", recipe, here / "out", here / "parts", "--part-mib", PART_MIB)
    parts = sorted((here / "parts").glob("part-*"))
    assert len(parts) > 2 and all(path.stat().st_size <= PART_MIB * 2**20 for path in parts)

    carried = there / "carried"
    store, out = there / "store", there / "out"
    for number, path in enumerate([here / "parts" / "parts.json", *parts]):  # one at a time, as they fit
        carried.mkdir(exist_ok=True)
        (carried / path.name).write_bytes(path.read_bytes())
        is_last = number == len(parts)
        said = step("unpack", carried, store, out, code=0 if is_last else 3)
        assert ("unpacked" in said) is is_last
        (carried / path.name).unlink()
    travelled = there / "tiny.toml"  # beside none of its data
    travelled.write_text(RECIPE, encoding="utf-8")

    compiler = ("--compiler", "aot_eager")
    said = step("probe", travelled, out, "--seconds", 1, "--stretch", 2, "--batches", 300, "--device", "cpu", *compiler)
    assert re.search(r"eager, 300 positions: [\d,]+ target pieces/s", said)
    assert " ||| " in said
    best = json.loads((out / "training" / "probe.json").read_bytes())
    assert best["pieces_per_second"] > 0 and not best["error"]
    (out / "training" / "probe.json").write_text(json.dumps({**best, "compile": False}), encoding="utf-8")

    command = [
        sys.executable,
        str(SCRIPT),
        "train",
        str(travelled),
        str(out),
        "--seconds",
        "60",
        "--device",
        "cpu",
        "--reserve",
        "2",
    ]
    killed = subprocess.Popen(command, stdout=subprocess.DEVNULL)
    last = out / "training" / "last.pt"
    killed.send_signal(signal.SIGTERM) if wait_for(out / "training" / "lock", 30) else None
    killed.wait()
    assert killed.returncode != 0
    started = time.monotonic()
    said = step("train", travelled, out, "--seconds", 6, "--reserve", 3, "--device", "cpu")
    assert time.monotonic() - started < 6 + 15  # it ends by its own clock
    assert last.is_file() and "target pieces in" in said
    assert Checkpoints(out / "training").has_stem()

    for which in ("chosen", "last", "stem"):
        back = there / f"back-{which}"
        step("bring", out, back, "--which", which, "--bring-mib", BRING_MIB)
        assert all(path.stat().st_size <= BRING_MIB * 2**20 for path in back.iterdir())
        assert len(list(back.iterdir())) <= 8
        weights, about = unpack_weights(back)
        assert json.loads(about["progress"])["update"] > 0
        assert all(torch.isfinite(tensor).all() for tensor in weights.values())

    step("finish", recipe, here / "out", there / "back-chosen")
    assert (here / "out" / "model.safetensors").is_file()
    assert (here / "out" / "ctranslate2-int8" / "model.bin").is_file()
    assert "tiny" in (here / "out" / "README.md").read_text(encoding="utf-8")


def wait_for(path: Path, seconds: float) -> bool:
    ends = time.monotonic() + seconds
    while time.monotonic() < ends and not path.exists():
        time.sleep(0.1)
    return path.exists()


def test_examples_travel_unchanged(recipe: Path, tmp_path: Path) -> None:
    step("pack", recipe, recipe.parent / "out", tmp_path / "parts")
    step("unpack", tmp_path / "parts", tmp_path / "store", tmp_path / "there")
    before, after = (
        Examples.load(folder / "training" / "examples.npz") for folder in (recipe.parent / "out", tmp_path / "there")
    )
    assert before.key == after.key and before.counts == after.counts
    for name in ("source", "source_at", "target", "target_at", "weight", "is_copy"):
        one, other = getattr(before, name), getattr(after, name)
        assert one.dtype == other.dtype and (one == other).all()


def test_a_model_to_begin_from_travels_along_and_grows_there(recipe: Path, tmp_path: Path) -> None:
    here = recipe.parent
    small = replace(load_recipe(recipe), schedule=ScheduleRecipe(updates=1, batch_positions=300, longest=60))
    train(small, here / "small", Silent())
    grown = RECIPE.replace("[shape]", f'init = "{here / "small"}"\n[shape]\ngrown_layers = 3', 1)
    recipe.write_text(
        grown.replace("longest = 60", "longest = 60\nhours = 1").replace("updates = 50\n", ""), encoding="utf-8"
    )
    with learning(load_recipe(recipe), here / "grown", Silent()):
        pass
    step("pack", recipe, here / "grown", tmp_path / "parts")
    there = tmp_path / "there"
    step("unpack", tmp_path / "parts", tmp_path / "store", there)
    (here / "small").rename(here / "elsewhere")
    step("train", recipe, there, "--seconds", 4, "--reserve", 3, "--device", "cpu")
    step("bring", there, tmp_path / "back")
    weights, _ = unpack_weights(tmp_path / "back")
    assert weights["encoder.layers.2.fc2.weight"].any()
    assert "encoder.layers.3.fc2.weight" not in weights


def test_a_damaged_part_is_named(tmp_path: Path) -> None:
    content = os.urandom(100)
    split(content, tmp_path, 40)
    assert join(tmp_path) == content
    (tmp_path / "part-001.bin").write_bytes(b"x" * 40)
    assert missing(tmp_path) == ["part-001.bin"]
    with pytest.raises(TrainingError, match=r"missing or damaged: part-001\.bin"):
        join(tmp_path)


def test_a_folder_that_is_not_prepared_is_refused(
    recipe: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    step("pack", recipe, tmp_path, tmp_path / "parts", code=1)
    assert "prepare the run first" in capsys.readouterr().err


def test_weights_that_are_not_there_are_named(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    step("bring", tmp_path, tmp_path / "back", "--which", "last", code=1)
    assert "has no checkpoint" in capsys.readouterr().err
    (tmp_path / "training").mkdir()
    Checkpoints(tmp_path / "training").save({"weights": {}, "progress": {"update": 0}})
    step("bring", tmp_path, tmp_path / "back", "--which", "stem", code=1)
    assert "no weights from before the rate fell" in capsys.readouterr().err
    assert not (tmp_path / "back").exists()
