"""The reference engine: transformers' MarianMTModel on torch, on processors and GPUs."""

from __future__ import annotations

import warnings
from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import partial
from typing import Any

import torch
import transformers
from transformers import MarianMTModel

from translate.config import EngineConfig
from translate.data import Model
from translate.engines.base import Kernel, Way, Weights
from translate.engines.instructions import AUTO
from translate.engines.kernel import describe_processor, find_kernel, read_environment
from translate.engines.marian import Batch, Decoded, MarianEngine, longest_target
from translate.engines.pieces import END, UNKNOWN, Pieces
from translate.errors import EngineError, ModelError, UsageError
from translate.models.target_pieces import read_target_pieces


class TransformersDecoder:
    """Runs `generate` on one batch after the other, in float32 on a processor and float16 on a GPU."""

    workers = 1

    def __init__(self, config: EngineConfig, model: Model) -> None:
        """:raises ModelError: where the weights do not load, or the device is not there."""
        self._beam, self._device = config.beam, config.device
        if config.threads:
            torch.set_num_threads(config.threads)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")
                loaded: Any = MarianMTModel.from_pretrained(str(model.folder), local_files_only=True)
            dtype = torch.float32 if config.device == "cpu" else torch.float16
            self._model = loaded.to(device=config.device, dtype=dtype).eval()
        except (OSError, ValueError, RuntimeError) as exc:
            raise ModelError(f"{model.folder}: transformers cannot load this model: {exc}") from exc
        except Exception as exc:
            if type(exc).__module__.startswith("safetensors"):  # its error has no public base
                raise ModelError(f"{model.folder}/model.safetensors is corrupt ({exc}); copy the model again.") from exc
            raise
        self._number = Pieces(model).vocabulary()
        written = read_target_pieces(model.folder)
        if written is not None:  # the converted form leaves the others out
            never = sorted(self._number[piece] for piece in self._number.keys() - set(written))
            self._model.final_logits_bias[:, never] = float("-inf")
        self._piece = {number: piece for piece, number in self._number.items()}

    def submit(self, batch: Batch, way: Way) -> Callable[[], Sequence[Decoded]]:
        return partial(self._decode, batch, way)

    def decode_on(
        self, source: Sequence[str], prefix: Sequence[str], suppressed: Sequence[Sequence[str]]
    ) -> Decoded | None:
        return None  # the reference engine is not led; terms are chosen among its alternatives

    def _decode(self, batch: Batch, way: Way) -> list[Decoded]:
        beam = way.beam or self._beam
        count = min(way.alternatives, beam)
        unknown = self._number[UNKNOWN]
        rows = [[self._number.get(piece, unknown) for piece in [*pieces, END]] for pieces in batch]
        longest = way.longest or longest_target(len(batch[0]))
        ids = torch.tensor(rows, device=self._device)
        try:
            with torch.inference_mode():
                made = self._model.generate(
                    input_ids=ids,
                    attention_mask=torch.ones_like(ids),
                    num_beams=beam,
                    num_return_sequences=count,
                    no_repeat_ngram_size=way.no_repeat,
                    max_length=longest + 1,  # the start piece counts
                    return_dict_in_generate=True,
                    output_scores=True,
                )
        except RuntimeError as exc:
            raise EngineError(f"transformers failed: {exc}") from exc
        if beam > 1:
            scores = made.sequences_scores.tolist()
        else:
            steps = self._model.compute_transition_scores(made.sequences, made.scores, normalize_logits=True)
            kept = steps.isfinite()
            scores = (steps.where(kept, 0).sum(1) / kept.sum(1).clamp(min=1)).tolist()
        cut = [self._cut(row, score) for row, score in zip(made.sequences.tolist(), scores, strict=True)]
        groups = [cut[start : start + count] for start in range(0, len(cut), count)]
        return [replace(first, others=tuple(others)) for first, *others in groups]

    def _cut(self, row: list[int], score: float) -> Decoded:
        end = self._number[END]
        pieces = row[1:]
        is_finished = end in pieces
        kept = pieces[: pieces.index(end)] if is_finished else pieces
        return Decoded([self._piece[number] for number in kept], score, is_finished)


def find_kernel_of(config: EngineConfig, model: Model, load: Callable[[], TransformersDecoder]) -> Kernel:
    """Return how torch computes here. It splits sums over threads, so their number belongs to it."""
    is_cpu = config.device == "cpu"
    made_by = {
        "library": f"transformers {transformers.__version__} on torch {torch.__version__}",
        "isa": f"{config.threads or torch.get_num_threads()} threads" if is_cpu else f"device {config.device}",
        **(describe_processor() if is_cpu else {}),
        **read_environment("ATEN_", "MKL_", "ONEDNN_", "DNNL_", "OMP_", "TORCH_"),
    }
    return find_kernel("transformers", model, made_by, load, keep=is_cpu)


class TransformersPlugin:
    weights: Weights = "huggingface"
    is_raw = False

    def kernel(self, config: EngineConfig, model: Model | None) -> Kernel | None:
        if model is None:
            raise ModelError("The transformers engine needs a model.")
        if config.isa != AUTO:
            raise UsageError(f"Only the engine ctranslate2 can be held to the instruction set {config.isa}.")
        return find_kernel_of(config, model, partial(TransformersDecoder, config, model))

    def load(self, config: EngineConfig, model: Model | None) -> MarianEngine:
        if model is None:
            raise ModelError("The transformers engine needs a model.")
        decoder = TransformersDecoder(config, model)
        kernel = find_kernel_of(config, model, lambda: decoder)
        return MarianEngine(config, model, decoder, kind="transformers", kernel=kernel.digits)


PLUGIN = TransformersPlugin()
