"""A text and its translation come in, a bitext goes out."""

from __future__ import annotations

import os
from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from translate.aligning import Aligner, Pair
from translate.aligning.aligner import load_scorer, needs_hypotheses
from translate.aligning.hypotheses import Translator
from translate.api.settings import require_texts, settle
from translate.config import Config
from translate.data import Bitext
from translate.documents import Source
from translate.documents.discovery import kind_of
from translate.errors import DocumentError, UsageError
from translate.run.journal import Journal

Side = str | Path | Sequence[str]
"""A text; the path of a document; or a text as its segments."""


def align(
    source: Side,
    target: Side,
    *,
    source_language: str | None = None,
    target_language: str | None = None,
    keep_refused: bool = False,
    config: Config | None = None,
) -> Bitext:
    """Align a text with its translation, and return the pairs of segments that correspond.

    Each side is a text (`str`), a document (`pathlib.Path`), or a sequence of segments, which stay as they are.

    :param source_language: BCP 47 code.
    :param keep_refused: whether segments without a counterpart, and pairs that the checks refuse, are among the units
        too, each with an issue of severity error. Most formats cannot hold a unit with an empty side.
    :param config: every other setting; None takes the defaults.
    :raises UsageError: for a side that is none of the three, or a language that there is nothing for.
    :raises DocumentError: where a side is empty or in another language, or the two are no translations of each other.
    :raises ModelError: where the model that judges doubtful pairs is not to be had.
    """
    settled = settle(config, source_language, target_language)
    with ExitStack() as stack:
        folder = Path(stack.enter_context(TemporaryDirectory(prefix="bitexte-")))
        sides = _place(source, folder / "source"), _place(target, folder / "target")
        translator = Translator(settled, stack.enter_context(Journal(folder))) if needs_hypotheses(settled) else None
        aligner = Aligner(settled, translator, load_scorer(settled))
        try:
            aligned = aligner.align(Pair(sides[0].name, *sides))
        except DocumentError as exc:
            raise DocumentError(str(exc).replace(f"{folder}{os.sep}", "")) from exc
        units = [unit for unit, is_accepted in aligner.iter_units(aligned) if is_accepted or keep_refused]
    if not isinstance(source, Path):
        units = [replace(unit, document=None) for unit in units]
    return Bitext(*settled.written_codes, tuple(units), aligner.signature)


def _place(side: Side, path: Path) -> Source:
    """Return a side as a document: a text is put into a file of its own at `path`."""
    if isinstance(side, Path):
        if not side.is_file():
            raise DocumentError("no such file.", path=side)
        return Source(side, side.name, kind_of(side))
    segments = require_texts([side] if isinstance(side, str) else side, path.name)
    if not isinstance(side, str) and any("\n" in text or "\r" in text for text in segments):
        raise UsageError(f"{path.name}: a segment holds a line break; give a segment for each line.")
    path.write_text("\n".join(segments), encoding="utf-8", newline="")
    return Source(path, path.name, "text" if isinstance(side, str) else "segments")
