"""Systems to judge: hypotheses from a file, or from a model that is run over the sources of a test set."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from pathlib import Path

from translate.config import EngineConfig
from translate.engines import ENGINES, translate
from translate.errors import UsageError
from translate.evaluation.testsets import TestSet, check_length, find_targets, read_lines
from translate.formats import FORMATS, Header
from translate.models import convert_model, resolve_model
from translate.records import dataclass

_BILINGUAL = ("tmx", "json", "tsv")


@dataclass(frozen=True, slots=True)
class ModelRun:
    """How a model was run. `seconds` is for translating alone, without loading; memory is the process's peak so far."""

    model: str
    engine: str
    seconds: float
    source_words: int
    peak_memory_mb: float | None
    """None where the platform does not tell."""

    @property
    def words_per_second(self) -> float:
        return self.source_words / self.seconds if self.seconds else 0.0


@dataclass(frozen=True, slots=True)
class System:
    """A name and one hypothesis for each segment of a test set."""

    name: str
    hypotheses: tuple[str, ...]
    run: ModelRun | None = None


def match_hypotheses(path: Path, test: TestSet, header: Header) -> System:
    """Read hypotheses from a plain text, line by line, or from a TMX, JSON or TSV, found there by their sources.

    :raises FormatError: where some are missing.
    """
    if any(FORMATS.load(name).claims(path) for name in _BILINGUAL):
        if test.sources is None:
            raise UsageError(f"{path}: to find units by their sources, the test set needs sources; give --source too.")
        return System(path.name, find_targets(path, header, test.sources))
    lines = read_lines(path)
    check_length(path, len(lines), test.name, len(test.references))
    return System(path.name, lines)


def run_model(config: EngineConfig, test: TestSet, watch: Callable[[int], None] = lambda count: None) -> System:
    """Translate the sources of `test` with the model and engine that `config` names.

    :param watch: told of how many segments are translated, batch by batch.
    :raises UsageError: where the test set has no sources.
    :raises ModelError: where the model is not to be had.
    """
    if test.sources is None:
        raise UsageError(f"{test.name}: to run a model, the test set needs sources; give --source too.")
    plugin = ENGINES.load(config.name)
    model = None
    if plugin.weights is not None:
        model = resolve_model(config.model, revision=config.revision, offline=config.offline)
        if plugin.weights == "ctranslate2":
            model = convert_model(model, config.compute_type)
    engine = plugin.load(config, model)
    started = time.perf_counter()
    made = translate(engine, test.sources, watch)
    seconds = time.perf_counter() - started
    name = f"{model.name}@{model.digest[:7]}" if model else config.name
    words = sum(len(source.split()) for source in test.sources)
    setting = f"{config.name} {config.compute_type} beam {config.beam}"
    run = ModelRun(name, setting, seconds, words, _peak_memory_mb())
    return System(f"{name} beam {config.beam}", tuple(hypothesis.text for hypothesis in made), run)


def _peak_memory_mb() -> float | None:
    try:
        import resource
    except ImportError:  # Windows
        return None
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak / 2**20 if sys.platform == "darwin" else peak / 2**10
