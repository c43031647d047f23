"""Squeezed models: a fraction of the bytes, nearly the same weights, and all that training needs beside them."""

from __future__ import annotations

from pathlib import Path

import torch
from safetensors.torch import load, save_file

from translate.training.squeezed import WEIGHTS, expand_weights, squeeze_folder


def test_weights_come_back_nearly_the_same(tmp_path: Path) -> None:
    torch.manual_seed(1)
    weights = {
        "matrix": torch.randn(40, 30).half(),
        "zeros": torch.zeros(4, 5).half(),
        "row": torch.randn(1, 7).half(),
        "bias": torch.randn(9).half(),
    }
    save_file(weights, tmp_path / "model.safetensors")
    files = squeeze_folder(tmp_path)
    back = load(expand_weights(files[WEIGHTS]))
    assert {name: (one.shape, one.dtype) for name, one in back.items()} == {
        name: (one.shape, one.dtype) for name, one in weights.items()
    }
    for name in ("zeros", "row", "bias"):
        assert torch.equal(back[name], weights[name])
    off = (back["matrix"].float() - weights["matrix"].float()).abs()
    assert float(off.max()) <= float(weights["matrix"].abs().max()) / 63 / 2 * 1.1


def test_only_what_training_reads_goes_along(tmp_path: Path) -> None:
    save_file({"bias": torch.zeros(3)}, tmp_path / "model.safetensors")
    for name in ("config.json", "source.spm", "target_pieces.txt", "phrase_table.tsv", "README.md"):
        (tmp_path / name).write_text(name, encoding="utf-8")
    assert sorted(squeeze_folder(tmp_path)) == ["config.json", "source.spm", "target_pieces.txt", WEIGHTS]
