"""Segmentation by SRX 2.0 rules; our own rules are data in the folders of `languages/`."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from translate.registry import late_names

if TYPE_CHECKING:
    from translate.config import Config
    from translate.segmentation.segmenter import Segmenter

__all__ = ["Segmenter", "export_srx", "load_configured_segmenter", "load_segmenter"]


def load_segmenter(language: str, srx: Path | None = None) -> Segmenter:
    """Load the rules of a language: those of an SRX file, or else our own.

    :param language: BCP 47 code; our own rules look at its first part only.
    :raises UnknownNameError: where we have no rules for the language.
    :raises RuleError: where the file is wrong, or has no rules for the language.
    """
    from translate.segmentation import segmenter

    return segmenter.load_segmenter(language, srx)


def load_configured_segmenter(config: Config) -> Segmenter:
    """Load the rules that settings ask for: those of their SRX file, or else our own for the source language.

    :raises UnknownNameError: where we have no rules for the language.
    :raises RuleError: where the file is wrong, or has no rules for the language.
    """
    return load_segmenter(config.source_language, Path(config.segmentation.srx) if config.segmentation.srx else None)


def export_srx() -> str:
    """Return our own rules, of all languages, as one SRX 2.0 file, to be written in UTF-8."""
    from translate.segmentation import segmenter

    return segmenter.export_srx()


__getattr__ = late_names(__name__, {"Segmenter": "segmenter"})
