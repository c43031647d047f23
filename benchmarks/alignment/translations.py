"""Translations of the sets by the embedded model, greedy, kept in a journal for the next benchmark."""

from __future__ import annotations

import tempfile
from collections.abc import Sequence
from pathlib import Path

from translate.aligning.hypotheses import Translator
from translate.config import Config
from translate.run.journal import Journal

CACHE = Path(tempfile.gettempdir()) / "bitexte-alignment"


def translate_cached(texts: Sequence[str]) -> list[str]:
    with Journal(CACHE) as journal:
        return Translator(Config(), journal).translate(texts)
