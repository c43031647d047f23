"""An analysis is written as other tools write theirs; a golden file each."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from translate.memory.analysis import Analysis, Bands, Counts, DocumentAnalysis
from translate.report.analysis import FORMATS

GOLDEN = Path(__file__).parent / "analysis"
ZERO = dict.fromkeys(Bands().names, Counts())


def of_two_documents(**options: object) -> Analysis:
    bands = {
        "100": Counts(2, 20, 90, 108, tags=1),
        "85-94": Counts(1, 12, 61, 72, numbers=2),
        "new": Counts(3, 8, 40, 45),
    }
    more = {"context": Counts(1, 4, 20, 23), "repetition": Counts(2, 10, 50, 58)}
    documents = (
        DocumentAnalysis("a & b.docx", ZERO | bands),
        DocumentAnalysis("folder/c.txt", ZERO | more, cross_file=Counts(1, 5, 25, 29)),
    )
    return Analysis(documents, Bands(), **options)  # type: ignore[arg-type]


@pytest.mark.parametrize("name", FORMATS)
def test_an_analysis_is_written_as_the_golden_file(name: str) -> None:
    assert FORMATS[name](of_two_documents(rates={"100": 10})) == (GOLDEN / name).read_text(encoding="utf-8")


@pytest.mark.parametrize(("name", "head", "columns"), [("trados-csv", 3, 4), ("memoq-csv", 2, 6)])
def test_each_band_has_its_columns(name: str, head: int, columns: int) -> None:
    titles, cells, *rows = csv.reader(FORMATS[name](of_two_documents()).splitlines(), delimiter=";")
    assert len({len(row) for row in (titles, cells, *rows)}) == 1
    assert (len(titles) - head) % columns == 0
    assert [row[0] for row in rows] == ["a & b.docx", "folder/c.txt", "total"]
    place = titles.index("85% - 94%")
    assert rows[0][place : place + 2] == ["1", "12"]


def test_json_holds_every_band_of_every_document_and_the_total() -> None:
    found = json.loads(FORMATS["json"](of_two_documents()))
    assert list(found) == ["a & b.docx", "folder/c.txt", "total"]
    assert found["total"]["new"]["words"] == 8
    assert found["folder/c.txt"]["repetition"]["cross_file"]["words"] == 5
    assert "weighted_words" not in found["total"]


def test_the_page_needs_nothing_from_outside() -> None:
    page = FORMATS["html"](of_two_documents())
    assert "a &amp; b.docx" in page
    assert "http" not in page and "src=" not in page
