"""The recipe: everything that decides what comes out of a training run, from a TOML file or the command line."""

from __future__ import annotations

import tomllib
from dataclasses import asdict, field, replace
from pathlib import Path
from typing import Any

from translate.config_file import build
from translate.errors import UsageError
from translate.files import from_toml
from translate.languages import DEFAULT_SOURCE, DEFAULT_TARGET
from translate.records import dataclass

Flat = dict[str, object]


@dataclass(frozen=True, slots=True)
class DataSource:
    """A file of sentence pairs: TSV, TMX, JSON, or one of a Moses pair; each may be packed (.gz, .xz, .zst)."""

    path: str = ""
    weight: float = 1.0
    """Sampling weight: how often a pair is used in one pass, on average."""
    licence: str = ""
    """For the model's card, with the acknowledgement that the licence asks for."""
    like: str = ""
    """A text file in the source language: the closer the words of a pair are to it, the more often it is sampled."""
    lean: float = 5.0
    """With `like`: how many times more often the closest tenth is sampled than the farthest; the mean is `weight`."""
    noisiest: float | None = None
    """Share to drop as least likely translations; None uses that of the filters."""
    fragments: float = 0.0
    """Probability that a phrase is extracted from a pair, as an additional pair; for languages with a lexicon."""
    hints: float = 0.0
    """Share, at most 0.5, of what is drawn whose source gives, between two marks, the translation of one of its terms,
    as a glossary would; for languages with a lexicon."""

    @property
    def name(self) -> str:
        return Path(self.path).name.split(".")[0]

    def drawn(self, sample: float) -> tuple[float, float]:
        """Return the share of its pairs to read, and the sampling weight of those."""
        chance = min(1.0, self.weight * sample) if sample < 1 else 1.0
        return chance, self.weight * sample / chance


@dataclass(frozen=True, slots=True)
class VocabularyRecipe:
    folder: str = ""
    """A model whose vocabulary is used. Empty: that of `init`, or else one made from the data."""
    pieces: int = 12_000
    sample_pairs: int = 1_000_000
    """Maximum number of pairs, sampled by weight, to make the vocabulary from."""


@dataclass(frozen=True, slots=True)
class ShapeRecipe:
    """Sizes of the network; with `init`, its own are used."""

    d: int = 256
    ffn: int = 1024
    heads: int = 4
    encoder_layers: int = 6
    decoder_layers: int = 2
    grown_layers: int = 0
    """With `init`: so many encoder layers, at most twice its own; 0 for as many as it has. The new ones stand between
    the others, and change next to nothing before they have learnt."""


@dataclass(frozen=True, slots=True)
class FilterRecipe:
    max_characters: int = 600
    max_ratio: float = 2.5
    """The longer side may have so many times the characters of the shorter one, 15 added to both."""
    verify_language: bool = True
    """Drop pairs with a side that is clearly in another language."""
    drop_untranslated: bool = True
    """Drop pairs with identical sides of three words or more."""
    drop_duplicates: bool = True
    noisiest_share: float = 0.0
    """Share of each source, 0 to 1, to drop: the pairs that a model finds least likely."""
    scores: str = ""
    """A file that keeps what the model found, pair by pair (benchmarks/score_pairs.py): nothing is scored twice."""
    noise_model: str = ""
    """The model that scores; empty: `init`, or else the built-in one."""
    sample: float = 1.0
    """Share of the pairs of a source of weight 1 to read, 0 to 1; of the others in proportion to their weight, which
    those that are read no longer need. A short run need not prepare what it will never see."""
    skip_faulty: bool = False
    """Skip and count pairs that cannot be read or have an empty side; otherwise they are an error."""


@dataclass(frozen=True, slots=True)
class AugmentRecipe:
    """Probability that a variant of a pair is added."""

    capitals: float = 0.015
    titles: float = 0.01
    unpunctuated: float = 0.04
    typographic: float = 0.03
    plain: float = 0.03


@dataclass(frozen=True, slots=True)
class ScheduleRecipe:
    """Length and learning rate. One of `updates`, `passes` and `hours` is the length; a run by `hours` is not exact."""

    updates: int = 0
    passes: float = 0.0
    hours: float = 0.0
    batch_positions: int = 4000
    """Batch size in padded target positions."""
    rate: float = 0.0
    """Peak learning rate; 0 uses 5e-4 from scratch, and 2e-4 for fine-tuning."""
    warm: int = 0
    """Updates until the peak; 0 uses 1,000 from scratch, otherwise a twentieth of the run, at most 200."""
    cool: float = 0.5
    """Share of the run, at its end, in which the rate decays to zero."""
    hold: bool = False
    """Stay at the peak in between; otherwise the rate decays by the inverse square root."""
    optimiser: str = "adamw"
    """`adamw`, or `muon` for the matrices of the layers: an update takes longer and teaches more."""
    mean: float = 0.0
    """Decay, such as 0.999, of an exponential mean of the weights, which is validated, kept and written in their place;
    0 for none."""
    short_updates: int = 0
    """Updates at the start with short pairs only: attention to the source then appears within hundreds."""
    short_pieces: int = 22
    smoothing: float = 0.1
    dropout: float = 0.0
    longest: int = 0
    """Maximum length of a side in pieces; 0 uses 96, or the limit of `init`, if that is less."""


@dataclass(frozen=True, slots=True)
class ValidationRecipe:
    files: tuple[str, ...] = ()
    """Bilingual files for validation. None: pairs are held out of the data."""
    segments: int = 400
    """Maximum number of segments to translate each time; 0 for no validation."""
    every: int = 0
    """Updates between two validations; 0 uses a fifth of the run, at most 1,000."""
    keep: int = 3
    """Number of best weights to keep, and to average at the end."""
    metric: str = "bleu"
    """What selects the best weights: `bleu`, `chrf` (chrF++) or `loss`, which is the most stable."""
    tests: tuple[str, ...] = ()
    """Bilingual files whose scores, by the finished model in int8 with beam 4, are reported on the model card."""


@dataclass(frozen=True, slots=True)
class MachineRecipe:
    """Where it runs; only `precision` and `threads` can change a result, in its last digits."""

    device: str = "cpu"
    precision: str = "auto"
    """`bfloat16`, `float32`, or `auto`: bfloat16 where the hardware multiplies it."""
    threads: int = 0
    """CPU cores; 0 uses all."""
    checkpoint_minutes: float = 5.0
    compile: bool = False
    """Fuse the small operations of a layer (`torch.compile`): for a GPU and a long run, as the first minute goes."""


@dataclass(frozen=True, slots=True)
class Recipe:
    name: str = "model"
    source_language: str = DEFAULT_SOURCE
    target_language: str = DEFAULT_TARGET
    random_seed: int = 1
    init: str = ""
    """A model to fine-tune: built-in, folder or Hugging Face name. Empty: from scratch."""
    keep_init: float = 0.4
    """Share, 0 to 1, of the weights of `init` in the result (Wortsman et al. 2022), so that it forgets less.
    Use 0 if a long run continues with the same kind of text."""
    like: str = ""
    """`like` of every source without its own."""
    data: tuple[DataSource, ...] = ()
    vocabulary: VocabularyRecipe = field(default_factory=VocabularyRecipe)
    shape: ShapeRecipe = field(default_factory=ShapeRecipe)
    filters: FilterRecipe = field(default_factory=FilterRecipe)
    augmentation: AugmentRecipe = field(default_factory=AugmentRecipe)
    schedule: ScheduleRecipe = field(default_factory=ScheduleRecipe)
    validation: ValidationRecipe = field(default_factory=ValidationRecipe)
    machine: MachineRecipe = field(default_factory=MachineRecipe)

    @property
    def languages(self) -> tuple[str, str]:
        """Source and target language."""
        return self.source_language, self.target_language

    def decisive(self) -> Flat:
        """Return, as one flat table, what a run must not change between its beginning and a resume."""
        free = {"machine", "validation", "name", "keep_init", "like", "filters.scores"}
        free |= {f"schedule.{name}" for name in ("updates", "passes", "hours", "cool", "rate", "warm")}
        flat: Flat = {}
        for key, value in asdict(self).items():
            if key in free:
                continue
            if isinstance(value, dict):
                inner = {k: v for k, v in value.items() if f"{key}.{k}" not in free}
                flat |= {f"{key}.{k}": v for k, v in inner.items()}
            elif key == "data":
                flat |= {f"data.{Path(one['path']).name}": one["weight"] for one in value}
                for kind in ("fragments", "hints"):
                    flat |= {f"data.{Path(one['path']).name} {kind}": v for one in value if (v := one[kind])}
            else:
                flat[key] = value
        return flat


def load_recipe(path: Path) -> Recipe:
    """Read a recipe; paths in it are relative to its own folder.

    :raises UsageError: where the file cannot be read, or a key or a type is unknown.
    """
    try:
        values = from_toml(path.read_text(encoding="utf-8"))
    except OSError as exc:
        raise UsageError(f"{path}: cannot read the recipe: {exc.strerror}.") from exc
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as exc:
        raise UsageError(f"{path}: not a TOML file: {exc}.") from exc
    tables = values.pop("data", [])
    if not isinstance(tables, list) or not all(isinstance(table, dict) for table in tables):
        raise UsageError(f"{path}: 'data' is a list of tables; write [[data]] above each.")
    data = tuple(_source(table, f"{path} [[data]] {number}", path.parent) for number, table in enumerate(tables, 1))
    recipe: Recipe = build(Recipe(), values, str(path))
    validation = replace(
        recipe.validation,
        files=tuple(_beside(name, path.parent) for name in recipe.validation.files),
        tests=tuple(_beside(name, path.parent) for name in recipe.validation.tests),
    )
    like = _beside(recipe.like, path.parent) if recipe.like else ""
    data = tuple(one if one.like else replace(one, like=like) for one in data)
    filters = recipe.filters
    if not 0 < filters.sample <= 1:
        raise UsageError(f"{path}: 'filters.sample' is {filters.sample}; expected above 0, at most 1.")
    if filters.scores:
        filters = replace(filters, scores=_beside(filters.scores, path.parent))
    return replace(recipe, data=data, validation=validation, like=like, filters=filters)


def parse_source(text: str) -> DataSource:
    """Read `FILE` or `FILE:WEIGHT`, as the command line has it.

    :raises UsageError: where the weight is no positive number.
    """
    path, _, weight = text.rpartition(":")
    if not path:
        return DataSource(text)
    try:
        return DataSource(path, _positive(float(weight)))
    except ValueError:
        if Path(text).exists():
            return DataSource(text)
        raise UsageError(f"'{text}': expected FILE or FILE:WEIGHT with a weight above 0, such as tm.tmx:2.") from None


def _source(table: dict[str, Any], place: str, folder: Path) -> DataSource:
    source: DataSource = build(DataSource(), table, place)
    if not source.path:
        raise UsageError(f"{place}: has no 'path'.")
    if source.lean < 1:
        raise UsageError(f"{place}: 'lean' is {source.lean}; expected 1, for no difference, or more.")
    if source.noisiest is not None and not 0 <= source.noisiest < 1:
        raise UsageError(f"{place}: 'noisiest' is {source.noisiest}; expected 0 to 1.")
    if not 0 <= source.fragments <= 1:
        raise UsageError(f"{place}: 'fragments' is {source.fragments}; expected 0 to 1.")
    if not 0 <= source.hints <= 0.5:
        raise UsageError(f"{place}: 'hints' is {source.hints}; expected 0 to 0.5.")
    like = _beside(source.like, folder) if source.like else ""
    try:
        return replace(source, path=_beside(source.path, folder), weight=_positive(source.weight), like=like)
    except ValueError:
        raise UsageError(f"{place}: the weight is {source.weight}; expected a number above 0.") from None


def _positive(weight: float) -> float:
    if not 0 < weight < 1e6:
        raise ValueError(weight)
    return weight


def _beside(name: str, folder: Path) -> str:
    return name if Path(name).is_absolute() else str(folder / name)
