"""Documents of every kind are aligned with those of the same and of another kind; a new kind joins by its file."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.aligning.test_furniture import ENGLISH, FRENCH
from tests.aligning.test_reading import units_of
from tests.documents.test_contract import FILES as ALL_FILES
from tests.documents.test_contract import read, said
from translate.aligning.pairing import Pair
from translate.config import EngineConfig
from translate.documents import READERS, Source
from translate.documents.discovery import kind_of
from translate.engines import ENGINES
from translate.engines.raw import RawTranslator
from translate.run.placed import segment
from translate.run.units import render
from translate.segmentation import load_segmenter
from translate.text.words import has_letters

BILINGUAL = ("po", "xliff", "qt", "txml", "tmx", "xcstrings")
"""Kinds that hold a translation beside each text, and so have no other document for one."""
FILES = [path for path in ALL_FILES if kind_of(path) not in BILINGUAL]
FEWEST, LEAST = 4, 0.8
"""Texts that two kinds must have room for, and the share of them to be found: some kinds break one over two lines."""
MIN_CHARACTERS = 5
"""Shorter texts are names of sheets and the like, which have rules of their own."""


def filled(path: Path, folder: Path, texts: list[str], language: str) -> tuple[Source, int]:
    """Return a document like that of `path` that shows `texts`, and how many had room; the rest says nothing."""
    kind = kind_of(path)
    made = folder / f"{path.stem}.{language}{path.suffix}"
    document = read(path, kind)
    translator = RawTranslator(ENGINES.load("rotate").load(EngineConfig(name="rotate"), None))
    count = 0
    with READERS.load(kind).rebuild(document, made, language=language) as rebuilder:
        for placed in segment(document, load_segmenter("fr")):
            block = placed.block
            if not block.codes and len(block.text) >= MIN_CHARACTERS and has_letters(block.text) and count < len(texts):
                rebuilder.write(block, texts[count])
                count += 1
            else:
                shown = render(placed, said(placed, translator))
                rebuilder.write(block, shown.text, shown.codes)
    return Source(made, made.name, kind), count


@pytest.mark.parametrize("place", range(len(FILES)), ids=lambda place: FILES[place].name)
def test_documents_of_every_kind_are_aligned_with_each_other(place: int, tmp_path: Path) -> None:
    one, count = filled(FILES[place], tmp_path, FRENCH, "fr")
    for path in (FILES[place], FILES[(place + 1) % len(FILES)]):
        other, room = filled(path, tmp_path, ENGLISH, "en")
        pairs = list(zip(FRENCH, ENGLISH, strict=True))[: min(count, room)]
        if path != FILES[place] and len(pairs) < FEWEST:
            continue
        texts = [
            (with_plain_marks(unit.source.text), with_plain_marks(unit.target.text))
            for unit, _ in units_of(Pair("letter", one, other))
        ]
        # What says nothing may stand beside them in a line.
        found = [pair for pair in pairs if any(pair[0] in text and pair[1] in beside for text, beside in texts)]
        assert len(pairs) > 1
        assert len(found) >= LEAST * len(pairs), set(pairs).difference(found)


def with_plain_marks(text: str) -> str:
    """Return a text with the apostrophes of a typewriter, whatever a kind has."""
    return text.replace("\N{RIGHT SINGLE QUOTATION MARK}", "'")
