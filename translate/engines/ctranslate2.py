"""The default engine: CTranslate2, int8 on processors, without torch."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import cache, cached_property, partial
from typing import Any

from translate.config import EngineConfig, count_cores
from translate.data import Model
from translate.engines.base import Kernel, Way, Weights
from translate.engines.instructions import AUTO, find_usable, find_version, load_library, pin
from translate.engines.kernel import describe_processor, find_kernel, read_environment
from translate.engines.marian import Attention, Batch, Decoded, MarianEngine, longest_target
from translate.engines.pieces import END, UNKNOWN, Pieces
from translate.errors import EngineError, ModelError, UnknownNameError, UsageError

_VARIABLES = ("CT2_", "MKL_", "ONEDNN_", "DNNL_", "OMP_")
"""What begins the names of environment variables that CTranslate2 and its matrix libraries read."""
_DEVICES = ("cpu", "cuda")
_OF_THE_GPU = ("CUDA", "cuBLAS", "Library libcu")
"""What begins CTranslate2's messages about a GPU, its driver and its libraries."""


def open_translator(config: EngineConfig, model: Model) -> tuple[Any, int]:
    """Return the converted model, loaded by CTranslate2, and how many batches it works on at once.

    One thread a worker: more sentences a second than many threads on one batch, and no sum is split.

    :raises ModelError: where CTranslate2 refuses the converted model.
    :raises EngineError: where the GPU refuses.
    :raises UsageError: where the processor lacks the instruction set, or the machine the device.
    """
    ctranslate2 = load_library(config.isa, config.device)
    _check_device(config.device, ctranslate2)
    workers = config.threads or count_cores()
    try:
        translator = ctranslate2.Translator(
            str(model.converted),
            device=config.device,
            compute_type=config.compute_type,
            inter_threads=workers if config.device == "cpu" else 1,
            intra_threads=1,
            max_queued_batches=-1,
        )
        if config.isa != AUTO:  # which is looked up when the first product is worked out, not before
            translator.translate_batch([[UNKNOWN, END]], max_decoding_length=1)
    except (RuntimeError, ValueError) as exc:
        if config.isa != AUTO and model.converted and config.isa not in (usable := find_usable(model.converted)):
            raise UsageError(
                f"This processor lacks the instruction set {config.isa}. It has: {', '.join(usable)}. Give one of "
                "these with --isa."
            ) from exc
        if str(exc).startswith(_OF_THE_GPU):
            raise _failure(exc) from exc
        raise ModelError(
            f"{model.converted}: CTranslate2 cannot load this model: {exc}. Delete that folder to convert it again."
        ) from exc
    return translator, workers


def _check_device(device: str, ctranslate2: Any) -> None:
    """:raises UsageError: for a device that CTranslate2 does not know, or does not find here."""
    if device not in _DEVICES:
        raise UnknownNameError("device", device, _DEVICES)
    if device == "cuda" and not ctranslate2.get_cuda_device_count():
        raise UsageError(
            "--device cuda: CTranslate2 finds no GPU here. It needs one of NVIDIA and its driver (nvidia-smi shows "
            "both), on Linux or Windows. Use --device cpu."
        )


def _failure(exc: Exception) -> EngineError:
    """Return what is said where CTranslate2 failed at loading or decoding; a GPU's user can mend it."""
    if not str(exc).startswith(_OF_THE_GPU):
        return EngineError(f"CTranslate2 failed: {exc}")
    return EngineError(
        f"The GPU cannot be used: {exc}. nvidia-smi shows its driver and free memory; a missing cuBLAS is installed by "
        "'pip install nvidia-cublas-cu12'. Or use --device cpu."
    )


class CTranslate2Decoder:
    """Runs batches on all workers at once.

    On processors CTranslate2 4.8 mixes up the attention of a batch in its first step, which it takes before it makes
    room for the beam: the text at place `n` gets the row of the text at place `n // beam`. So the first row is asked
    for anew where it was another text's (docs/decisions.md).
    """

    def __init__(self, config: EngineConfig, model: Model) -> None:
        """:raises ModelError: where CTranslate2 refuses the converted model."""
        self._beam = config.beam
        self._config, self._model = config, model
        self.pieces = Pieces(model)
        self._translator, self.workers = open_translator(config, model)

    def submit(self, batch: Batch, way: Way) -> Callable[[], Sequence[Decoded]]:
        beam = way.beam or self._beam
        longest = way.longest or longest_target(len(batch[0]))
        results: list[Any] = self._translator.translate_batch(
            [self.pieces.frame(pieces) for pieces in batch],
            beam_size=beam,
            num_hypotheses=min(way.alternatives, beam),
            no_repeat_ngram_size=way.no_repeat,
            return_scores=True,
            return_attention=True,
            max_input_length=0,  # CTranslate2's default truncates at 1,024 in silence
            max_decoding_length=longest,
            asynchronous=True,
        )
        is_mixed = beam > 1 and self._config.device == "cpu"
        rows: list[_FirstRow | None] = [None] * len(batch)
        if is_mixed:
            rows = [self._row_of(pieces) if place else _as_it_is for place, pieces in enumerate(batch)]
        return partial(_collect, longest, self.pieces.head, results, rows)

    def decode_on(
        self, source: Sequence[str], prefix: Sequence[str], suppressed: Sequence[Sequence[str]]
    ) -> Decoded | None:
        longest = longest_target(len(source)) + len(prefix)
        results = self._soonest.translate_batch(
            [self.pieces.frame(source)],
            target_prefix=[list(prefix)] if prefix else None,
            suppress_sequences=[list(pieces) for pieces in suppressed if pieces] or None,
            beam_size=self._beam,
            return_scores=True,
            return_attention=True,
            max_input_length=0,
            max_decoding_length=longest,
            asynchronous=True,
        )
        decoded = _collect(longest, self.pieces.head, results, [None])[0]
        return replace(decoded, log_probability=self._score(source, decoded.pieces)) if prefix else decoded

    def _score(self, source: Sequence[str], target: Sequence[str]) -> float:
        """Return the mean log probability of a whole target; that of a decoding leaves its prefix out."""
        (scored,) = self._soonest.score_batch([self.pieces.frame(source)], [list(target)], max_input_length=0)
        return float(sum(scored.log_probs) / len(scored.log_probs))

    @cached_property
    def _beside(self) -> Any:
        """A worker beside the others, for what would else wait behind all batches that were submitted: 30 MB."""
        return open_translator(replace(self._config, threads=1), self._model)[0]

    @property
    def _soonest(self) -> Any:
        """What answers soon: the others, where no more than a batch waits for each, as in servers."""
        is_near = self._config.device != "cpu" or self._translator.num_queued_batches <= self.workers
        return self._translator if is_near else self._beside

    def _row_of(self, source: Sequence[str]) -> _FirstRow:
        """Return what gives the first row of a text, which is asked for once for all its hypotheses."""
        ask = cache(partial(self._first_row, source))
        return lambda mixed: ask()

    def _first_row(self, source: Sequence[str]) -> Sequence[float]:
        """Return what the first target piece attends to; it depends on the source alone."""
        try:
            (result,) = self._soonest.translate_batch(
                [self.pieces.frame(source)],
                beam_size=1,
                max_decoding_length=1,
                return_attention=True,
                max_input_length=0,
            )
        except RuntimeError as exc:
            raise _failure(exc) from exc
        row: Sequence[float] = result.attention[0][0]
        return row


_FirstRow = Callable[[Sequence[float]], Sequence[float]]
"""Gives the first row of a text's attention, by the row that the library gave."""


def _as_it_is(row: Sequence[float]) -> Sequence[float]:
    """The first text of a batch has its own row."""
    return row


def _collect(longest: int, head: int, results: list[Any], first_rows: Sequence[_FirstRow | None]) -> list[Decoded]:
    try:
        done = [result.result() for result in results]
    except RuntimeError as exc:
        raise _failure(exc) from exc
    return [_decoded(result, longest, head, row) for result, row in zip(done, first_rows, strict=True)]


def _decoded(result: Any, longest: int, head: int, first_row: _FirstRow | None) -> Decoded:
    attentions = cache(lambda: result.attention)  # each look makes Python numbers of that of all hypotheses
    first, *others = (
        Decoded(pieces, score, len(pieces) < longest, attend=partial(_attention, attentions, number, head, first_row))
        for number, (pieces, score) in enumerate(zip(result.hypotheses, result.scores, strict=True))
    )
    return replace(first, others=tuple(others)) if others else first


def _attention(
    attentions: Callable[[], Sequence[Attention]],
    number: int,
    head: int,
    first_row: _FirstRow | None,
    *,
    whole: bool = True,
) -> Attention:
    """Return the attention of a hypothesis, where somebody looks.

    A text's place in its batch changes nothing in what is given: `whole` apart, its first row is noughts wherever
    another text of a batch might have had to be asked for anew.

    :param head: how many columns at the left are not of the source.
    """
    attention = attentions()[number]
    if first_row is not None and attention:
        attention = [first_row(attention[0]) if whole else [0.0] * len(attention[0]), *attention[1:]]
    return [row[head:] for row in attention] if head else attention


def find_kernel_of(config: EngineConfig, model: Model, load: Callable[[], CTranslate2Decoder]) -> Kernel:
    """Return how CTranslate2 computes here; on a GPU it decodes each time, for nothing says cheaply which one it is."""
    pin(config.isa, config.device)
    made_by = {
        "library": f"CTranslate2 {find_version()} in {config.compute_type}",
        "isa": f"instruction set {config.isa}" if config.device == "cpu" else f"device {config.device}",
        **(describe_processor() if config.device == "cpu" else {}),
        **read_environment(*_VARIABLES),
    }
    return find_kernel(f"ctranslate2|{config.compute_type}", model, made_by, load, keep=config.device == "cpu")


class CTranslate2Plugin:
    weights: Weights = "ctranslate2"
    is_raw = False

    def kernel(self, config: EngineConfig, model: Model | None) -> Kernel | None:
        if model is None or model.converted is None:
            raise ModelError("The ctranslate2 engine needs a converted model.")
        return find_kernel_of(config, model, partial(CTranslate2Decoder, config, model))

    def load(self, config: EngineConfig, model: Model | None) -> MarianEngine:
        if model is None or model.converted is None:
            raise ModelError("The ctranslate2 engine needs a converted model.")
        decoder = CTranslate2Decoder(config, model)
        kernel = find_kernel_of(config, model, lambda: decoder)
        return MarianEngine(config, model, decoder, kind="ctranslate2", kernel=kernel.digits, pieces=decoder.pieces)


PLUGIN = CTranslate2Plugin()
