"""What a run loads once: segmenter, model, glossary, checks, scores; and the translator, when there is work."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import field, fields, replace
from functools import lru_cache
from pathlib import Path

from translate.alignment.dictionary import find_dictionary
from translate.alignment.single import keeps_word, leaves_word
from translate.care.kept.senses import Senses
from translate.care.measures import measures_between
from translate.care.names.known_names import with_known_names
from translate.care.phrases.labels import Labels
from translate.care.phrases.phrasing import Phrasing
from translate.care.repair import Judge
from translate.care.steps import check_steps
from translate.care.translator import Translator
from translate.care.words.leftovers import Leftovers
from translate.care.words.renderings import rendering
from translate.care.words.wording import Wording
from translate.care.writing.typography import Typography
from translate.checks import CHECKS, PairChecks, load_checks
from translate.checks.remembered import JUDGES
from translate.config import CheckConfig, Config, decisive
from translate.data import Issue, Model, Origin, TranslationUnit, Variant
from translate.engines import ENGINES
from translate.engines.base import Engine, Kernel, PassageTranslator
from translate.engines.raw import RawTranslator
from translate.errors import UsageError
from translate.files import digest_of
from translate.languages import find_language
from translate.models import convert_model, resolve_model
from translate.models.calibration import Calibration, load_calibration
from translate.models.estimate import load_estimate
from translate.models.phrase_table import PHRASE_TABLE, PhraseTable, read_phrase_table
from translate.models.target_words import TARGET_WORDS, read_target_words
from translate.records import dataclass
from translate.run.pair import check_pair
from translate.run.scoring import Scorer
from translate.segmentation import Segmenter, load_configured_segmenter
from translate.signature import CORPORA, RULES, digest_code, digest_settings, format_signature
from translate.terms.terminology import Terminology
from translate.text.usage.spelling import find_variety

_NOT_OF_JUDGES = frozenset(
    {
        "disabled",
        "enabled",
        "dictionary",
        "max_growth",
        "as_error",
        "as_warning",
        "max_warnings",
        "length_warning",
        "length_error",
        "score_warning",
        "doubtful_score",
        "score_error",
    }
)
"""Settings that change nothing in what those checks find."""
_SUSPECT_LENGTH = 3.5
"""Standard deviations; less than refuses a unit, for a wrong suspicion costs little."""


@dataclass(frozen=True, slots=True)
class Tools:
    """Everything that a run loads once."""

    config: Config
    model: Model | None
    segmenter: Segmenter
    checks: PairChecks
    terminology: Terminology | None
    scorer: Scorer
    words_digest: str
    """Of the words that the model has read; empty where nobody wrote them down."""
    phrases_digest: str
    """Of the model's phrase table; empty where it has none, or none is wanted."""
    memory_digest: str
    kernel: Kernel | None
    """How the engine computes here; None where it does not compute."""
    signature: str


def load_tools(config: Config) -> Tools:
    """Load what `config` names, but not the engine itself.

    :raises UsageError: for a name that is in no table.
    :raises ModelError: where the model is not to be had.
    :raises GlossaryError: where the glossary cannot be used.
    """
    check_steps(config.care.without)
    plugin = ENGINES.load(config.engine.name)
    checks = PairChecks(load_checks(config.checks), config.checks)
    Typography(config.output, *config.languages)  # refuses what it does not know
    parts: dict[str, str | int] = {"engine": config.engine.name}
    model: Model | None = None
    calibration, estimate = Calibration(), None
    words = phrases = ""
    if plugin.weights is not None:
        model = resolve_model(config.engine.model, revision=config.engine.revision, offline=config.engine.offline)
        calibration, estimate = load_calibration(model.folder), load_estimate(model.folder)
        parts |= {"model": f"{model.name}@{model.digest[:7]}", "beam": config.engine.beam}
        if plugin.weights == "ctranslate2":
            parts["compute"] = config.engine.compute_type
        if (model.folder / TARGET_WORDS).is_file():
            words = parts["words"] = digest_of(model.folder / TARGET_WORDS)[:7]
        if "phrases" not in config.care.without and (model.folder / PHRASE_TABLE).is_file():
            phrases = parts["phrases"] = digest_of(model.folder / PHRASE_TABLE)[:7]
    check_pair(config, model)
    scorer = Scorer(calibration, estimate, *config.languages, config.checks.doubtful_score)
    segmenter = load_configured_segmenter(config)
    parts |= {"segmentation": segmenter.signature, "checks": len(checks.names), "scores": scorer.digest}
    terminology = _load_terminology(config)
    if terminology:
        parts["terms"] = terminology.digest
    memory = _digest_of_memory(config)
    if memory:
        parts["memory"] = memory
    if config.care.without:
        parts["without"] = "+".join(sorted(set(config.care.without)))
    parts |= {"rules": digest_code(*RULES), "code": digest_code(*CORPORA)}
    parts["settings"] = digest_settings(decisive(config))
    kernel = find_kernel(config, model)
    if kernel:
        parts["kernel"] = kernel.digits
    signature = format_signature(**parts)
    return Tools(config, model, segmenter, checks, terminology, scorer, words, phrases, memory, kernel, signature)


def find_kernel(config: Config, model: Model | None) -> Kernel | None:
    """Return how the engine computes here; the engine itself is loaded only where that is not known yet."""
    plugin = ENGINES.load(config.engine.name)
    return plugin.kernel(config.engine, _converted(config, model))


def _converted(config: Config, model: Model | None) -> Model | None:
    """Return the model in the form that the engine runs."""
    is_converted = model is not None and ENGINES.load(config.engine.name).weights == "ctranslate2"
    return convert_model(model, config.engine.compute_type) if model is not None and is_converted else model


def load_engine(tools: Tools) -> Engine:
    """Load the bare engine.

    :raises ModelError: where the model's files are broken.
    """
    config = tools.config
    return ENGINES.load(config.engine.name).load(config.engine, _converted(config, tools.model))


def load_translator(tools: Tools, *, engine: Engine | None = None) -> PassageTranslator:
    """Load the engine, and the steps of care around it, unless it is raw.

    :param engine: one that is loaded already.
    :raises ModelError: where the model's files are broken.
    """
    config = tools.config
    engine = engine or load_engine(tools)
    if ENGINES.load(config.engine.name).is_raw:
        return RawTranslator(engine)
    repairs = ENGINES.load(config.engine.name).weights is not None
    phrasing = _load_phrasing(tools) if repairs else None
    source, target = config.languages
    senses = Senses(source, target, phrasing)
    typography = Typography(config.output, source, target)
    measures = measures_between(source, target, rewrites=typography.rewrites)
    dictionary = find_dictionary(source.code, target.code)
    return Translator(
        engine,
        config.engine,
        config.repair,
        terminology=tools.terminology,
        judge=make_judge(config.source_language, config.target_language, tools.checks) if repairs else None,
        typography=typography,
        wording=_load_wording(tools, senses) if repairs else None,
        phrasing=phrasing,
        find_measures=with_known_names(measures, dictionary, source, target) if repairs else lambda text: (),
        is_word=senses.is_word if repairs else lambda word: False,
        is_name=senses.is_name if repairs else lambda word: False,
        is_target=senses.stays if repairs else None,
        name_sense=senses.name_sense() if phrasing else None,
        source=source,
        target=target,
        variety=find_variety(target.varieties, config.written_codes[1]),
        dictionary=dictionary if repairs else None,
        without=config.care.without,
    )


def _load_wording(tools: Tools, senses: Senses) -> Wording | None:
    if tools.model is None or not tools.words_digest:
        return None
    folder = tools.model.folder
    own = tools.terminology.targets if tools.terminology else ()
    source, target, phrasing = senses.source, senses.target, senses.phrasing
    is_left = leaves_word(source.code, target.code)
    dictionary = find_dictionary(source.code, target.code)
    return Wording(
        lambda: read_target_words(folder) or frozenset(),
        tools.words_digest,
        own,
        renders=rendering(dictionary, target) if dictionary else lambda source, word: False,
        keeps=keeps_word(source.code, target.code),
        acronym=phrasing.acronym if phrasing else lambda word: None,
        leftovers=Leftovers(source, senses.render, is_left, senses.noun, senses.is_place) if phrasing else None,
        source=source,
        target=target,
    )


def _load_phrasing(tools: Tools) -> Phrasing | None:
    if tools.model is None or not tools.phrases_digest:
        return None
    folder = tools.model.folder
    dictionary = find_dictionary(tools.config.source_language, tools.config.target_language)
    labels = Labels(dictionary, *tools.config.languages) if dictionary else None
    return Phrasing(lambda: read_phrase_table(folder) or PhraseTable({}), tools.phrases_digest, labels)


def make_judge(source_language: str, target_language: str, checks: PairChecks | None = None) -> Judge:
    """Return what finds wrong targets: the checks, with thresholds of their own, so that a user's change no target.

    :param checks: those that judge the units in the end. Where their thresholds are the judge's, they measure a pair
        once for both.
    """
    own = CheckConfig()
    shared = checks if checks and _are_alike(checks, own) else PairChecks(load_checks(own), own)
    strict = replace(own, length_error=_SUSPECT_LENGTH)
    length = CHECKS.load("length")
    order = {name: number for number, name in enumerate(CHECKS)}

    def judge(source: str, target: str) -> Iterable[Issue]:
        one, other = Variant(source_language, source), Variant(target_language, target)
        unit = TranslationUnit("", one, other, Origin.MACHINE)
        found = list(shared.judge(unit))
        if source.strip() and target.strip():
            found += length.check(unit, strict)
        return sorted(found, key=lambda issue: order[issue.check])

    return judge


def _are_alike(checks: PairChecks, own: CheckConfig) -> bool:
    """Tell whether checks find in two texts what they find with the thresholds `own`."""
    thresholds = {field.name for field in fields(CheckConfig)} - _NOT_OF_JUDGES
    same = all(getattr(checks.config, name) == getattr(own, name) for name in thresholds)
    return same and JUDGES.issubset(checks.names)


@dataclass(frozen=True, slots=True)
class _Glossary:
    """A glossary by its content, wherever it lies; the digest is empty where it cannot be read."""

    digest: str
    languages: tuple[str, str]
    path: Path = field(compare=False)


def _load_terminology(config: Config) -> Terminology | None:
    if config.engine.glossary is None:
        return None
    path = Path(config.engine.glossary)
    try:
        digest = digest_of(path)
    except OSError:
        digest = ""
    return _terminology_of(_Glossary(digest, (config.source_language, config.target_language), path))


@lru_cache(maxsize=1)  # for servers, whose documents often have the same; a large one takes seconds to read
def _terminology_of(glossary: _Glossary) -> Terminology:
    from translate.terms.glossary import read_glossary  # with parsers of all formats of termbases

    terms = read_glossary(glossary.path, *glossary.languages)
    return Terminology(terms, *map(find_language, glossary.languages))


def _digest_of_memory(config: Config) -> str:
    """Return a digest over the memory files, in their order; empty where there are none."""
    digests = []
    for name in config.memory.files:
        try:
            digests.append(digest_of(Path(name))[:7])
        except OSError as exc:
            raise UsageError(f"{name}: cannot read the memory: {exc.strerror or exc}.") from exc
    return "+".join(digests)
