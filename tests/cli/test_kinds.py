"""`segment` and `analyse` read documents of every kind by the readers of `translate`; a new kind joins by its file."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.cli.conftest import RunIn
from tests.documents.pdfs import lines, write_pdf
from tests.documents.test_contract import FILES, read
from translate.documents.discovery import kind_of
from translate.memory.percentage import count_words
from translate.run.placed import segment
from translate.segmentation import load_segmenter

MEMORY = ".tmx"
"""Files of which `analyse` counts what is translated, too."""


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_the_segments_of_a_document_of_every_kind_are_printed_and_counted(
    path: Path, tmp_path: Path, run_in: RunIn
) -> None:
    placed = segment(read(path, kind_of(path)), load_segmenter("fr"))
    segments = [" ".join(piece.text.splitlines()) for block in placed for piece in block.segments]
    assert sum(map(count_words, segments)) > 3
    printed = run_in(tmp_path, "segment", str(path))
    assert (printed.code, printed.output.splitlines()) == (0, segments)
    counted = run_in(tmp_path, "analyse", str(path), "--format", "json")
    total = json.loads(counted.output)["total"]
    words = sum(band["words"] for band in total.values())
    there = count_words("Une traversée") if path.suffix == MEMORY else 0
    assert words == sum(map(count_words, segments)) + there


def test_a_pdf_is_segmented_and_counted(tmp_path: Path, run_in: RunIn) -> None:
    write_pdf(tmp_path / "a.pdf", lines(72, 700, "La barque est au ponton. Les rames", "sont dans la cabane."))
    assert run_in(tmp_path, "segment", "a.pdf").output.splitlines() == [
        "La barque est au ponton.",
        "Les rames sont dans la cabane.",
    ]
    total = json.loads(run_in(tmp_path, "analyse", "a.pdf", "--format", "json").output)["total"]
    assert total["new"]["words"] == 11


def test_a_folder_of_several_kinds_is_counted_document_by_document(tmp_path: Path, run_in: RunIn) -> None:
    for path in FILES[:6]:
        (tmp_path / path.name).write_bytes(path.read_bytes())
    found = json.loads(run_in(tmp_path, "analyse", ".", "--format", "json").output)
    assert set(found) == {*(path.name for path in FILES[:6]), "total"}


def test_a_document_alone_is_no_data_to_train_on_or_to_check(tmp_path: Path, run_in: RunIn) -> None:
    """What makes data of it is said."""
    (tmp_path / "a.docx").write_bytes(next(path for path in FILES if path.suffix == ".docx").read_bytes())
    for command in (("check", "a.docx"), ("train", "--data", "a.docx", "--out", "model")):
        ran = run_in(tmp_path, *command)
        assert ran.code in (1, 2) and "bitexte align DOCUMENT TRANSLATION" in ran.error
