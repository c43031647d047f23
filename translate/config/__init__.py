"""All settings: one frozen dataclass a step."""

from __future__ import annotations

import os
from dataclasses import field, replace

from translate.config.checks import CheckConfig
from translate.config.documents import FILLED_AS, KEPT, OFFERED, DocumentConfig
from translate.config.patterns import ASKS
from translate.config.ranges import check_ranges
from translate.errors import UnknownNameError, UsageError
from translate.languages import DEFAULT_MODEL, DEFAULT_SOURCE, DEFAULT_TARGET, Language, find_language
from translate.records import dataclass

__all__ = [
    "ASKS",
    "FILLED_AS",
    "FUZZY_AS",
    "KEPT",
    "LEVELS",
    "OFFERED",
    "PARAGRAPH_LEVEL",
    "SEGMENT_LEVEL",
    "AlignmentConfig",
    "CareConfig",
    "CheckConfig",
    "Config",
    "DocumentConfig",
    "EngineConfig",
    "MemoryConfig",
    "OutputConfig",
    "RepairConfig",
    "SegmentationConfig",
    "count_cores",
    "decisive",
]

FUZZY_AS = ("suggestion", "draft")


@dataclass(frozen=True, slots=True)
class SegmentationConfig:
    """How texts are split into segments."""

    srx: str | None = None
    """An SRX file to use instead of the built-in rules."""


@dataclass(frozen=True, slots=True)
class EngineConfig:
    """Which model translates, and how it is run."""

    name: str = "ctranslate2"
    model: str = DEFAULT_MODEL
    revision: str | None = None
    """Commit of a Hugging Face model; None uses the one in the cache, or else pins the newest."""
    offline: bool = False
    device: str = "cpu"
    isa: str = "auto"
    """Instruction set of the processor: `auto`, or `avx2` or `avx512`, which give other machines the same texts."""
    compute_type: str = "int8"
    beam: int = 4
    batch_pieces: int = 1024
    """Batch size in source pieces."""
    max_source_pieces: int = 0
    """A longer segment is split at clause boundaries; 0 uses the model's own limit, which is also the maximum."""
    threads: int = 0
    """CPU cores to use; 0 uses all."""
    placeholder: str = "X_#"
    """Placeholder for protected text in what the model gets, with `#` for its number: what the model copies best."""
    glossary: str | None = None
    """A termbase: TSV, CSV, XLSX, TBX, UTX or an OmegaT glossary."""

    def __post_init__(self) -> None:
        check_ranges(
            "engine", self, beam=(1, None), threads=(0, None), batch_pieces=(1, None), max_source_pieces=(0, None)
        )


@dataclass(frozen=True, slots=True)
class CareConfig:
    """What is done around the model."""

    without: tuple[str, ...] = ()
    """Names of steps that are switched off: `measures`, `names`, `repair`, …"""


_NOT_DECISIVE = ("model", "revision", "offline", "device", "isa", "batch_pieces", "threads", "glossary")
"""Of the engine. Device and instruction set show in the kernel print."""


@dataclass(frozen=True, slots=True)
class RepairConfig:
    """What is done about a hypothesis that looks wrong."""

    tries: tuple[str, ...] = ("parted", "no_repeat", "alternatives")
    """Retries, in this order: the first two that apply, until a hypothesis is not suspect any more."""
    beam: int = 8
    """Beam size of the retry `alternatives`; at most four times that of the engine."""
    no_repeat: int = 3
    """Length in pieces of n-grams that must not be repeated in the retry `no_repeat`."""
    part_pieces: int = 24
    """Maximum length of a part, in pieces, in the retry `parted`."""
    min_log_probability: float = -2.5
    """A hypothesis with a lower mean log probability is suspect."""
    min_coverage: float = 0.15
    """A source piece that gets less attention than this is not covered."""
    dropped_letters: int = 12
    """A run of so many letters without coverage is a dropped clause."""

    def __post_init__(self) -> None:
        counts = dict.fromkeys(("beam", "no_repeat", "part_pieces", "dropped_letters"), (1, None))
        check_ranges("repair", self, min_coverage=(0, 1), **counts)


@dataclass(frozen=True, slots=True)
class MemoryConfig:
    """Existing translations that are used instead of the model."""

    files: tuple[str, ...] = ()
    """Memories and bilingual files whose exact matches are used."""
    fuzzy: int = 0
    """From how many per cent on fuzzy matches are used too; 0 uses none."""
    fuzzy_as: str = "suggestion"
    """`suggestion` takes a match as a draft where all that differs could be put right, and else sends it along with the
    machine translation; `draft` takes any match instead."""
    repair: bool = True
    """Put numbers, dates, times, codes and names right that alone differ."""
    lead: bool = True
    """Let a fuzzy match lead the model: its translation begins as the match does, where the sources begin alike."""

    def __post_init__(self) -> None:
        check_ranges("memory", self, fuzzy=(0, 100))
        if self.fuzzy_as not in FUZZY_AS:
            raise UnknownNameError("way to use fuzzy matches", self.fuzzy_as, FUZZY_AS)


SEGMENT_LEVEL, PARAGRAPH_LEVEL = LEVELS = ("segment", "paragraph")


@dataclass(frozen=True, slots=True)
class AlignmentConfig:
    """How existing translations are aligned."""

    hypotheses: bool = False
    """Also machine-translate every source segment and compare the words. Always done for languages without a
    lexicon."""
    scorer: str = "model"
    """What scores uncertain beads: `model`, `labse` or `none`. Without an engine, `model` does nothing."""
    scorer_model: str | None = None
    """Folder or Hugging Face name of the scorer's own model; None uses its default."""
    min_score: float = 20.0
    """Units with a lower score, of 100, go to the rejected file: about half of them are right, and of those from 80 on
    some 99 of 100."""
    min_similarity: float = 5.0
    """Two documents less similar than this, of 100, are refused: they are not translations of each other. Without a
    lexicon and without hypotheses none is, for there are few words to go by."""
    keep_furniture: bool = False
    """Align running heads and page numbers as any other text, in place of setting them aside."""
    level: str = SEGMENT_LEVEL
    """What a unit holds: `segment`, or `paragraph` for whole paragraphs."""

    def __post_init__(self) -> None:
        check_ranges("alignment", self, min_score=(0, 100), min_similarity=(0, 100))
        if self.level not in LEVELS:
            raise UsageError(f"alignment: level = '{self.level}'; expected {' or '.join(LEVELS)}.")


@dataclass(frozen=True, slots=True)
class OutputConfig:
    """What is written, and how targets are typeset."""

    formats: tuple[str, ...] = ("tmx", "json")
    quotes: str = "straight"
    """Quotation marks and apostrophes of the target: `straight` or `curly`."""
    numbers: str = "target"
    """`target` writes numbers as the target language does, 1 234,56 € as €1,234.56, and so does its name, `english`;
    `as_is` leaves them as the model writes them."""
    source_code: str | None = None
    """Language code to write for the source; None writes `source_language`."""
    target_code: str | None = None
    edits: bool = False
    """Write what the steps of care changed as notes in TMX and XLIFF; JSON always has it."""
    name: str = "{stem}.{lang}{suffix}"
    """How translated documents are called: also with `{folder}`, and folders: `{lang}/{stem}{suffix}`."""
    copy_others: bool = False
    """Copy the files of folders that are no documents."""
    overwrite: bool = False
    """Replace files that bitexte did not write, or that somebody changed since."""
    no_journal: bool = False
    """Keep nothing beside the outputs; an interrupted run begins anew."""


@dataclass(frozen=True, slots=True)
class Config:
    """All settings."""

    source_language: str = DEFAULT_SOURCE
    target_language: str = DEFAULT_TARGET
    documents: DocumentConfig = field(default_factory=DocumentConfig)
    segmentation: SegmentationConfig = field(default_factory=SegmentationConfig)
    engine: EngineConfig = field(default_factory=EngineConfig)
    care: CareConfig = field(default_factory=CareConfig)
    repair: RepairConfig = field(default_factory=RepairConfig)
    memory: MemoryConfig = field(default_factory=MemoryConfig)
    checks: CheckConfig = field(default_factory=CheckConfig)
    alignment: AlignmentConfig = field(default_factory=AlignmentConfig)
    output: OutputConfig = field(default_factory=OutputConfig)

    @property
    def languages(self) -> tuple[Language, Language]:
        """What is known of source and target language."""
        return find_language(self.source_language), find_language(self.target_language)

    @property
    def reading(self) -> DocumentConfig:
        """How documents are read whose translations are of the target language."""
        return replace(self.documents, target_language=self.written_codes[1])

    @property
    def for_worker(self) -> Config:
        """The settings of one of several workers: they share the cores, so each has its own threads, one if unsaid."""
        return replace(self, engine=replace(self.engine, threads=self.engine.threads or 1))

    @property
    def written_codes(self) -> tuple[str, str]:
        """The codes that outputs write for source and target language."""
        return self.output.source_code or self.source_language, self.output.target_code or self.target_language


TEXT_FIELD = "text"
"""The field of a record of a corpus that has its text, unless another one is named."""
SHARD_RECORDS = 50_000
"""Records of a shard, unless another number is asked for: some minutes of work."""
EXECUTORS = ("local", "ray")
"""Where the shards of a corpus may be translated."""


def decisive(config: Config) -> Config:
    """Return `config` without what decides no text: how fast, where from, into which formats, on what; and without the
    names of files and models, which have digests of their own.
    """
    engine = EngineConfig()
    unset = {name: getattr(engine, name) for name in _NOT_DECISIVE}
    return replace(
        config,
        engine=replace(config.engine, **unset),
        alignment=AlignmentConfig(),
        memory=replace(config.memory, files=()),
        segmentation=SegmentationConfig(),
        output=replace(config.output, formats=(), name="", copy_others=False, overwrite=False, no_journal=False),
    )


def count_cores() -> int:
    """Return how many processor cores this process may use: what 0 threads stand for."""
    if hasattr(os, "sched_getaffinity"):  # Linux alone binds processes to cores in a way that can be asked for
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1
