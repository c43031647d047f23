"""Quality checks: they measure a unit; `accept()` decides."""

from __future__ import annotations

from collections.abc import Iterable

from translate.checks.accept import Verdict, accept, check_unit, weigh_issue
from translate.checks.base import Check, PlainCheck
from translate.checks.remembered import ENGINE_CHECKS, PairChecks
from translate.config import CheckConfig
from translate.errors import UnknownNameError
from translate.languages import Language
from translate.registry import Registry

__all__ = [
    "ASKED_CHECKS",
    "CHECKS",
    "CORPUS_CHECKS",
    "Check",
    "PairChecks",
    "Verdict",
    "accept",
    "check_unit",
    "find_idle",
    "load_checks",
    "weigh_issue",
]

CHECKS: Registry[Check] = Registry(
    "check",
    {
        "empty": "translate.checks.completeness:EMPTY",
        "untranslated": "translate.checks.completeness:UNTRANSLATED",
        "length": "translate.checks.completeness:LENGTH",
        "target_language": "translate.checks.language:TARGET_LANGUAGE",
        "source_language": "translate.checks.language:SOURCE_LANGUAGE",
        "remnants": "translate.checks.language:REMNANTS",
        "copied": "translate.checks.copied:COPIED",
        "script": "translate.checks.characters:SCRIPT",
        "repetition": "translate.checks.repetition:REPETITION",
        "doubled_words": "translate.checks.repetition:DOUBLED_WORDS",
        "omissions": "translate.checks.omissions:OMISSIONS",
        "lost_words": "translate.checks.lost_words:LOST_WORDS",
        "numbers": "translate.checks.numbers:NUMBERS",
        "negations": "translate.checks.negations:NEGATIONS",
        "opposites": "translate.checks.opposites:OPPOSITES",
        "pronouns": "translate.checks.pronouns:PRONOUNS",
        "lost_names": "translate.checks.names:LOST_NAMES",
        "references": "translate.checks.references:REFERENCES",
        "foreign": "translate.checks.foreign:FOREIGN",
        "titles": "translate.checks.titles:TITLES",
        "urls": "translate.checks.codes:URLS",
        "placeholders": "translate.checks.codes:PLACEHOLDERS",
        "tags": "translate.checks.codes:TAGS",
        "codes": "translate.checks.codes:CODES",
        "brackets": "translate.checks.punctuation:BRACKETS",
        "quotes": "translate.checks.punctuation:QUOTES",
        "dropped_marks": "translate.checks.dropped_marks:DROPPED_MARKS",
        "end_punctuation": "translate.checks.punctuation:END_PUNCTUATION",
        "spacing": "translate.checks.punctuation:SPACING",
        "spelling": "translate.checks.spelling:SPELLING",
        "capitals": "translate.checks.characters:CAPITALS",
        "characters": "translate.checks.characters:CHARACTERS",
        "tag_spaces": "translate.checks.placed:TAG_SPACES",
        "access_keys": "translate.checks.placed:ACCESS_KEYS",
        "marks": "translate.checks.marks:MARKS",
        "symbols": "translate.checks.marks:SYMBOLS",
        "lines": "translate.checks.marks:LINES",
        "sentences": "translate.checks.marks:SENTENCES",
        "dictionary": "translate.checks.dictionary:DICTIONARY",
        "edges": "translate.checks.edges:EDGES",
        "patterns": "translate.checks.patterns:PATTERNS",
        "emptied": "translate.checks.codes:EMPTIED",
        "inner_codes": "translate.checks.placed:INNER_CODES",
        "misplaced": "translate.checks.misplaced:MISPLACED",
        "size": "translate.checks.limits:SIZE",
        "overflow": "translate.checks.limits:OVERFLOW",
        "score": "translate.checks.score:SCORE",
    },
)

_ALIGNED: Registry[Check] = Registry("check", {"numbers": "translate.checks.numbering:ALIGNED_NUMBERS"})
"""Those that are others for pairs that an aligner found."""

ASKED_CHECKS = ("sentences",)
"""Checks that speak so often of human translations that they are run only where the settings ask for them."""

CORPUS_CHECKS = ("inconsistent_target", "inconsistent_source", "duplicate", "duplicate_name", "mixed_spelling")
"""Checks that look at all units of a corpus; settings speak of them as of any other."""


MOVED = "moved"
"""What the aligner says of a unit whose target stands elsewhere than its neighbours say; settings speak of it too."""


def find_idle(checks: Iterable[Check], source: Language, target: Language) -> list[str]:
    """Return the names of the checks that say nothing of a pair of languages, for want of word lists."""
    return [one.name for one in checks if isinstance(one, PlainCheck) and not one.has_words(source, target)]


def load_checks(config: CheckConfig, *, aligned: bool = False) -> tuple[Check, ...]:
    """Return the checks that `config` leaves on, in the order of the table.

    :param aligned: whether they are for pairs that an aligner found, in which numbering says nothing.
    :raises UnknownNameError: where `config` speaks of a check that does not exist.
    """
    for name in (*config.disabled, *config.enabled, *config.as_error, *config.as_warning):
        known = (*CHECKS, *ENGINE_CHECKS, *CORPUS_CHECKS, MOVED)
        if name not in known:
            raise UnknownNameError(CHECKS.kind, name, known)
    off = {name for name in ASKED_CHECKS if name not in config.enabled}.union(config.disabled)
    kept = (name for name in CHECKS if name not in off)
    return tuple((_ALIGNED if aligned and name in _ALIGNED else CHECKS).load(name) for name in kept)
