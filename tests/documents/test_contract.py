"""One contract for every kind of document, over the files of `files/`.

A new kind adds a small file that has all its special things, and no tag of a language but `fr-FR`.
"""

from __future__ import annotations

import io
import re
from collections.abc import Sequence
from pathlib import Path
from typing import IO, Any

import pytest

from tests.documents.kinds import CONVERTED
from translate.config import DocumentConfig, EngineConfig
from translate.data import Document, Hypothesis, InlineCode, Passage
from translate.documents import READERS
from translate.documents.discovery import kind_of
from translate.documents.kinds import KINDS_BY_SUFFIX
from translate.engines import ENGINES
from translate.engines.raw import RawTranslator
from translate.engines.rotate import turn
from translate.errors import DocumentError
from translate.run.placed import PlacedBlock, segment
from translate.run.units import render
from translate.segmentation import Segmenter, load_segmenter
from translate.text.words import has_letters

FILES = sorted((Path(__file__).parent / "files").iterdir())
LANGUAGE = "fr-FR"
FILLED = ("po", "xliff", "qt", "txml", "tmx", "xcstrings")
"""Kinds whose documents get translations beside their texts, which are offered no more."""
each_file = pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)


@pytest.fixture(scope="module")
def segmenter() -> Segmenter:
    return load_segmenter(LANGUAGE)


def read(path: Path, kind: str) -> Document:
    return READERS.load(kind).read(path, name=path.name, language="fr", config=DocumentConfig(target_language="en"))


def plain(text: str, codes: Sequence[InlineCode]) -> str:
    """Return a text without its codes, which hold texts that are blocks too."""
    place, parts = 0, []
    for code in codes:
        parts.append(text[place : code.start])
        place = code.end
    return "".join([*parts, text[place:]])


def texts(path: Path, kind: str) -> list[str]:
    found = (plain(block.text, block.codes) for block in read(path, kind).blocks)
    return [text for text in found if has_letters(text)]


def said(placed: PlacedBlock, translator: RawTranslator) -> list[Hypothesis]:
    found: dict[Passage, Hypothesis] = {}
    for done in translator.iter_translate([piece.passage for piece in placed.segments]):
        found.update(done)
    return [found[piece.passage] for piece in placed.segments]


def through(engine: str, path: Path, kind: str, made: Path, segmenter: Segmenter) -> bytes:
    """Translate a document by a raw engine, and return what comes out."""
    translator = RawTranslator(ENGINES.load(engine).load(EngineConfig(name=engine), None))
    document = read(path, kind)
    with READERS.load(kind).rebuild(document, made, language=LANGUAGE) as rebuilder:
        for placed in segment(document, segmenter):
            shown = render(placed, said(placed, translator))
            rebuilder.write(placed.block, shown.text, shown.codes)
    return made.read_bytes()


@each_file
def test_no_file_is_open_once_a_document_is_rebuilt(
    path: Path, tmp_path: Path, segmenter: Segmenter, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[IO[Any]] = []
    real = io.open

    def remembering(*args: Any, **options: Any) -> IO[Any]:
        opened.append(real(*args, **options))
        return opened[-1]

    monkeypatch.setattr(io, "open", remembering)
    document = read(path, kind_of(path))
    with READERS.load(kind_of(path)).rebuild(document, tmp_path / "made", language=LANGUAGE) as rebuilder:
        for placed in segment(document, segmenter):
            rebuilder.write(placed.block, placed.block.text, placed.block.codes)
    assert [file.name for file in opened if not file.closed] == []
    assert opened


@each_file
def test_an_echo_is_the_document_byte_for_byte(path: Path, tmp_path: Path, segmenter: Segmenter) -> None:
    assert through("echo", path, kind_of(path), tmp_path / f"made{path.suffix}", segmenter) == path.read_bytes()


@each_file
def test_a_document_that_is_turned_twice_has_its_texts_again(path: Path, tmp_path: Path, segmenter: Segmenter) -> None:
    kind = kind_of(path)
    once, twice = tmp_path / f"once{path.suffix}", tmp_path / f"twice{path.suffix}"
    through("rotate", path, kind, once, segmenter)
    through("rotate", once, kind, twice, segmenter)
    before, between, after = (texts(one, kind) for one in (path, once, twice))
    if kind in FILLED:
        assert len(before) > 3 and between == after == [] and once.read_bytes() == twice.read_bytes()
        return
    assert before == after
    assert len(before) == len(between) > 3
    for old, new in zip(before, between, strict=True):
        assert new != old
        assert all(two in (one, turn(one)) for one, two in zip(old, new, strict=True))


@each_file
def test_blocks_can_be_iterated_twice(path: Path) -> None:
    document = read(path, kind_of(path))
    one, other = (
        [(b.lead, b.text, b.trail, b.codes, b.native, b.part, b.context) for b in document.blocks] for _ in "ab"
    )
    assert one == other


@each_file
def test_two_documents_of_one_are_alike_in_every_byte(path: Path, tmp_path: Path, segmenter: Segmenter) -> None:
    kind = kind_of(path)
    one, other = (through("rotate", path, kind, tmp_path / f"{name}{path.suffix}", segmenter) for name in "ab")
    assert one == other != path.read_bytes()


@each_file
def test_an_interrupted_rebuild_leaves_nothing_of_itself(path: Path, tmp_path: Path) -> None:
    made = tmp_path / f"made{path.suffix}"
    made.write_bytes(b"before")
    document = read(path, kind_of(path))
    blocks = [block for block in document.blocks if has_letters(block.text)]
    with (
        pytest.raises(KeyboardInterrupt),
        READERS.load(document.kind).rebuild(document, made, language=LANGUAGE) as rebuilder,
    ):
        rebuilder.write(next(iter(document.blocks)), blocks[0].text)
        raise KeyboardInterrupt
    assert [(one.name, one.read_bytes()) for one in tmp_path.iterdir()] == [(made.name, b"before")]


@each_file
def test_what_is_no_document_of_its_ending_is_refused(path: Path, tmp_path: Path) -> None:
    """What was expected is said, and no block comes."""
    wrong = tmp_path / path.name
    wrong.write_bytes(b"\x89PNG\r\n\x1a\n" + bytes(range(256)))
    with pytest.raises(DocumentError, match=rf"{re.escape(str(wrong))}.*PNG.*expected"):
        list(read(wrong, kind_of(wrong)).blocks)


def test_there_is_a_file_of_every_kind_that_an_ending_tells() -> None:
    assert {kind_of(path) for path in FILES} == set(KINDS_BY_SUFFIX.values()) - set(CONVERTED)
