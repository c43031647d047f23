"""A text comes in, its segments go out."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from translate.api.settings import StrPath, require_texts
from translate.data import Segment
from translate.languages import DEFAULT_SOURCE
from translate.segmentation import Segmenter, load_segmenter

_load = lru_cache(maxsize=8)(load_segmenter)


def segment(text: str, *, language: str = DEFAULT_SOURCE, srx: StrPath | None = None) -> tuple[Segment, ...]:
    """Split a text into segments, which are sentences for the most part.

    Nothing of the text is changed or lost: `text[segment.start:segment.end] == segment.text`, and only white space
    lies between segments.

    :param language: BCP 47 code; region and script make no difference.
    :param srx: a file of segmentation rules (SRX 2.0) to use in place of our own.
    :raises UnknownNameError: where there are no rules for the language.
    :raises RuleError: where the SRX file is wrong, or has no rules for the language.
    """
    require_texts((text,), "text")
    return _rules(language, srx).segment(text)


def _rules(language: str, srx: StrPath | None) -> Segmenter:
    """Return the rules of a language: our own are kept, a file may change."""
    return _load(language) if srx is None else load_segmenter(language, Path(srx))
