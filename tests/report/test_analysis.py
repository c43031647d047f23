"""An analysis is written as other tools write theirs; a golden file each."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest

from translate.memory.analysis import Analysis, Bands, Counts, DocumentAnalysis, Pace
from translate.report.analysis import FORMATS, told_times

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


def test_hours_of_a_person_and_seconds_of_the_machine_are_told() -> None:
    analysis = of_two_documents(rates={"100": 10}, pace=Pace(20, 0.2))
    found = json.loads(FORMATS["json"](analysis))
    assert (found["a & b.docx"]["hours"], found["a & b.docx"]["machine_seconds"]) == (1.1, 100.0)
    assert found["folder/c.txt"]["machine_seconds"] == 0.0
    assert told_times(analysis, analysis.total) == [
        "At 20 words an hour: 1.8 hours",
        "bitexte translate on this machine: about 2 min",
    ]
    assert "about 2 min" in FORMATS["html"](analysis)
    assert "machine_seconds" not in json.loads(FORMATS["json"](of_two_documents()))["total"]


@pytest.mark.parametrize(("pace", "said"), [(1000, "1 s"), (1, "20 s"), (0.1, "3 min"), (0.004, "1 h 23 min")])
def test_spans_are_said_as_long_as_they_are(pace: float, said: str) -> None:
    analysis = of_two_documents(pace=Pace(words_per_second=pace))
    assert told_times(analysis, analysis.total) == [f"bitexte translate on this machine: about {said}"]
