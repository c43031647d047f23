"""The CTranslate2 decoder: what it says of a text does not depend on the batch."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from types import SimpleNamespace

import ctranslate2
import pytest

from translate.config import EngineConfig
from translate.data import Model
from translate.engines.base import Way
from translate.engines.ctranslate2 import CTranslate2Decoder
from translate.engines.pieces import Pieces
from translate.errors import EngineError, ModelError, UsageError

TEXTS = ["Le a ses raisons", "Il mange une pomme rouge", "La maison est très belle", "Mon père va au marché"]


@pytest.mark.parametrize("beam", [1, 4])
def test_attention_is_that_of_the_text_alone(embedded: Model, beam: int) -> None:
    decoder = CTranslate2Decoder(EngineConfig(beam=beam, threads=1), embedded)
    encoded = Pieces(embedded).encode(TEXTS)
    longest = max(map(len, encoded))
    batch = [pieces for pieces in encoded if len(pieces) == longest]
    assert len(batch) > 2
    together = decoder.submit(batch, Way())()
    for pieces, decoded in zip(batch, together, strict=True):
        (alone,) = decoder.submit([pieces], Way())()
        assert decoded.attend and alone.attend
        assert decoded.pieces == alone.pieces
        assert decoded.log_probability == alone.log_probability
        for whole in (True, False):
            ours, theirs = decoded.attend(whole=whole), alone.attend(whole=whole)
            assert list(map(list, ours)) == list(map(list, theirs))


def test_attention_of_the_other_hypotheses_is_that_of_the_text_alone(embedded: Model) -> None:
    decoder = CTranslate2Decoder(EngineConfig(threads=1), embedded)
    encoded = Pieces(embedded).encode(TEXTS)
    longest = max(map(len, encoded))
    batch = [pieces for pieces in encoded if len(pieces) == longest]
    together = decoder.submit(batch, Way(alternatives=4))()
    (alone,) = decoder.submit([batch[-1]], Way(alternatives=4))()
    assert len(alone.others) == 3
    for one, other in zip(together[-1].others, alone.others, strict=True):
        assert one.attend and other.attend
        assert list(map(list, one.attend())) == list(map(list, other.attend()))


@pytest.mark.parametrize(("waiting", "opened"), [(0, 0), (1, 0), (2, 1)])
def test_a_worker_beside_the_others_is_opened_only_where_more_batches_wait_than_there_are_workers(
    embedded: Model, monkeypatch: pytest.MonkeyPatch, waiting: int, opened: int
) -> None:
    decoder = CTranslate2Decoder(EngineConfig(threads=1), embedded)
    translator, beside = decoder._translator, []
    source = decoder.pieces.encode(TEXTS)[0]
    expected = decoder._first_row(source)
    queue = SimpleNamespace(num_queued_batches=waiting, translate_batch=translator.translate_batch)
    decoder._translator = queue

    def open_one(config: EngineConfig, model: Model) -> tuple[ctranslate2.Translator, int]:
        beside.append(config.threads)
        return translator, 1

    monkeypatch.setattr("translate.engines.ctranslate2.open_translator", open_one)
    assert decoder._first_row(source) == expected
    assert beside == [1] * opened


def test_a_device_that_is_not_here_is_named_and_no_model_blamed(
    embedded: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(ctranslate2, "get_cuda_device_count", lambda: 0)
    with pytest.raises(UsageError, match=r"finds no GPU here.*Use --device cpu\.$"):
        CTranslate2Decoder(EngineConfig(device="cuda"), embedded)
    for name in ("gpu", "auto", "cuda:0", ""):
        with pytest.raises(UsageError, match=f"Unknown device '{name}'. Known: cpu, cuda."):
            CTranslate2Decoder(EngineConfig(device=name), embedded)


@pytest.mark.parametrize(
    "said",
    [
        "CUDA failed with error out of memory",
        "cuBLAS failed with status CUBLAS_STATUS_ALLOC_FAILED",
        "Library libcublas.so.12 is not found or cannot be loaded",
    ],
)
def test_what_a_gpu_refuses_is_not_taken_for_a_damaged_model(
    said: str, embedded: Model, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*arguments: object, **options: object) -> None:
        raise RuntimeError(said)

    monkeypatch.setattr(ctranslate2, "get_cuda_device_count", lambda: 1)
    monkeypatch.setattr(ctranslate2, "Translator", refuse)
    with pytest.raises(EngineError, match=f"The GPU cannot be used: {said}.*Or use --device cpu"):
        CTranslate2Decoder(EngineConfig(device="cuda"), embedded)


def test_a_damaged_model_is_blamed(embedded: Model, tmp_path: Path) -> None:
    with pytest.raises(ModelError, match=r"cannot load this model.*Delete that folder"):
        CTranslate2Decoder(EngineConfig(threads=1), replace(embedded, converted=tmp_path))
