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

BILINGUAL = ("po", "xliff")
"""Kinds that hold a translation beside each text, and so have no other document for one."""
FILES = [path for path in ALL_FILES if kind_of(path) not in BILINGUAL]
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
        units = [unit for unit, _ in units_of(Pair("letter", one, other))]
        pairs = list(zip(FRENCH, ENGLISH, strict=True))[: min(count, room)]
        assert len(pairs) > 1
        for source, target in pairs:  # what says nothing may stand beside them in a line
            assert any(source in unit.source.text and target in unit.target.text for unit in units)
