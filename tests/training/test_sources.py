"""Data sources of every kind are read; what is faulty is an error with its place, or skipped and counted."""

from __future__ import annotations

import gzip
import lzma
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
import zstandard

from tests.training.conftest import write_pairs
from translate.data import Bitext, CodeKind, InlineCode, Origin, TranslationUnit, Variant
from translate.errors import FormatError
from translate.formats import Header, write_bitext
from translate.training.recipe import DataSource
from translate.training.sources import Pair, iter_pairs

HEADER = Header("fr", "en")
PAIRS = [("Un.", "One."), ("Deux.", "Two.")]


def read(path: Path, *, skip_faulty: bool = False, counts: Counter[str] | None = None) -> list[Pair]:
    counts = Counter() if counts is None else counts
    return list(iter_pairs(DataSource(str(path)), HEADER, skip_faulty=skip_faulty, counts=counts))


@pytest.mark.parametrize("name", ["tmx", "json", "tsv", "moses"])
def test_every_format_is_a_data_source(tmp_path: Path, name: str) -> None:
    units = [
        TranslationUnit(f"u{n}", Variant("fr", s), Variant("en", t), Origin.HUMAN) for n, (s, t) in enumerate(PAIRS)
    ]
    paths = write_bitext(Bitext("fr", "en", units, ""), tmp_path / "memory", name)
    assert read(paths[0]) == [Pair(*pair) for pair in PAIRS]


@pytest.mark.parametrize(
    ("ending", "pack"),
    [(".gz", gzip.compress), (".xz", lzma.compress), (".zst", zstandard.ZstdCompressor().compress)],
)
def test_a_packed_table_is_a_data_source(tmp_path: Path, ending: str, pack: Callable[[bytes], bytes]) -> None:
    path = tmp_path / f"corpus.tsv{ending}"
    path.write_bytes(pack(write_pairs(tmp_path / "plain.tsv", PAIRS).read_bytes()))
    assert read(path) == [Pair(*pair) for pair in PAIRS]


def test_inline_codes_and_line_breaks_are_left_out(tmp_path: Path) -> None:
    codes = (InlineCode(3, 5, CodeKind.START, 1), InlineCode(10, 12, CodeKind.END, 1))
    source = Variant("fr", "Un **petit** mot\net fin.", codes=codes)
    unit = TranslationUnit("u", source, Variant("en", "A small word."), Origin.HUMAN)
    (path,) = write_bitext(Bitext("fr", "en", [unit], ""), tmp_path / "m", "tmx")
    assert read(path) == [Pair("Un petit mot et fin.", "A small word.")]


def test_a_corpus_with_one_column_is_an_error_with_its_line(tmp_path: Path) -> None:
    path = tmp_path / "corpus.tsv"
    path.write_text("Un.\tOne.\nDeux.\n", encoding="utf-8")
    with pytest.raises(FormatError, match=r"corpus\.tsv:2: 1 column; expected at least 2.*--skip-faulty"):
        read(path)


def test_a_wrong_encoding_is_an_error_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "corpus.tsv"
    path.write_bytes(b"Un.\tOne.\n\xc9t\xe9\x81.\tSummer.\n")
    with pytest.raises(FormatError, match=r"corpus\.tsv:2:4: byte 0x81 is not cp1252; save the file as UTF-8"):
        read(path)


@pytest.mark.parametrize(("row", "side"), [("\tTwo.", "source"), ("Deux.\t ", "target")])
def test_an_empty_side_is_an_error_with_its_line(tmp_path: Path, row: str, side: str) -> None:
    path = tmp_path / "corpus.tsv"
    path.write_text(f"Un.\tOne.\n{row}\n", encoding="utf-8")
    with pytest.raises(FormatError, match=rf"corpus\.tsv:2: the {side} is empty.*--skip-faulty"):
        read(path)


def test_faulty_pairs_can_be_skipped_and_are_counted(tmp_path: Path) -> None:
    path = tmp_path / "corpus.tsv"
    path.write_text("Un.\tOne.\nDeux.\n\tThree.\nQuatre.\t\nCinq.\tFive.\n", encoding="utf-8")
    counts: Counter[str] = Counter()
    assert read(path, skip_faulty=True, counts=counts) == [Pair("Un.", "One."), Pair("Cinq.", "Five.")]
    assert counts == {"unreadable": 1, "empty": 2}


@pytest.mark.parametrize("skip_faulty", [False, True])
def test_a_memory_without_the_pair_is_an_error(tmp_path: Path, skip_faulty: bool) -> None:
    units = [TranslationUnit("u", Variant("de", "Eins."), Variant("it", "Uno."), Origin.HUMAN)]
    (path,) = write_bitext(Bitext("de", "it", units, ""), tmp_path / "memory", "tmx")
    with pytest.raises(FormatError, match=r"has no units from fr to en; it has de–it"):
        read(path, skip_faulty=skip_faulty)


def test_a_file_that_is_missing_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="No such file"):
        read(tmp_path / "none.tsv")
