"""What a format must not hold is refused by name, and what comes after it is written and read all the same."""

from __future__ import annotations

import math
from dataclasses import replace
from pathlib import Path

import pytest

from tests.formats.samples import CODED, FULL, HEADER, PLAIN, bitext
from translate.data import CodeKind, InlineCode, TranslationUnit, Variant
from translate.errors import FormatError
from translate.formats import FORMATS, Header, Remark, Verdict, read_bitext, write_bitext

NUMBER = "no number JSON can write|expected a number from 0 to 100"
OVERLAP = "an inline code at 1-4 overlaps another or lies outside of the text"
BAD = {
    "a score that is none": (replace(FULL, name="bad", score=math.nan), NUMBER),
    "an infinite score": (replace(FULL, name="bad", score=math.inf), NUMBER),
    "an issue of no value": (replace(FULL, name="bad", issues=(replace(FULL.issues[0], value=math.nan),)), NUMBER),
    "codes that overlap": (
        replace(CODED, name="bad", source=Variant("fr", "abc", None, (InlineCode(1, 4, CodeKind.ISOLATED),))), OVERLAP,
    ),
}  # fmt: skip
WRITTEN = ["tmx", "xliff", "xliff2", "json", "jsonl", "tsv", "csv"]
CASES = [(name, case) for name in WRITTEN for case in BAD if "codes" not in case or name in ("tmx", "xliff", "xliff2")]


def write(folder: Path, name: str, bad: TranslationUnit) -> tuple[list[str], list[Remark]]:
    """Write a bad unit between two good ones; return the names that are read back, and the rejections."""
    remarks: list[Remark] = []
    path = write_bitext(bitext([PLAIN, bad, replace(PLAIN, name="3")]), folder / "x", name, report=remarks.append)[0]
    read = [unit.name for unit in read_bitext(path, HEADER).units]
    return read, [remark for remark in remarks if remark.verdict is Verdict.REJECTED]


@pytest.mark.parametrize(("name", "case"), CASES)
def test_a_unit_that_cannot_be_written_is_rejected_and_the_rest_written(name: str, case: str, tmp_path: Path) -> None:
    bad, reason = BAD[case]
    read, rejected = write(tmp_path, name, bad)
    assert read == ["2", "3"]
    (remark,) = rejected
    assert remark.unit == "bad"
    with pytest.raises(FormatError, match=reason):
        write_bitext(bitext([bad]), tmp_path / "y", name)
    assert not list(tmp_path.glob("y*"))


@pytest.mark.parametrize("name", ["tmx", "xliff", "xliff2"])
@pytest.mark.parametrize("header", [Header("", "en"), Header("fr", "und"), Header("frangipane", "en")])
def test_a_header_that_names_no_language_is_refused(name: str, header: Header, tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="is not a language code; expected BCP 47, such as fr or fr-FR"):
        write_bitext(bitext([], header), tmp_path / "x", name)
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("error", [RuntimeError, KeyboardInterrupt, FormatError])
@pytest.mark.parametrize("name", list(FORMATS))
def test_an_interrupted_first_writing_leaves_nothing(name: str, error: type[BaseException], tmp_path: Path) -> None:
    with pytest.raises(error), FORMATS.load(name).open(tmp_path / "x", HEADER, report=lambda _: None) as writer:
        for number in range(100):
            writer.write(replace(FULL, name=str(number)))
        raise error("stop")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("name", list(FORMATS))
def test_reading_can_be_stopped_and_begun_anew(name: str, tmp_path: Path) -> None:
    units = [replace(PLAIN, name=str(number), source=Variant("fr", f"{number}.")) for number in range(100)]
    read = read_bitext(write_bitext(bitext(units), tmp_path / "x", name)[0])
    for count in (1, 0, 50):
        reader = iter(read.units)
        assert [next(reader).source.text for _ in range(count)] == [f"{n}." for n in range(count)]
    assert len(list(read.units)) == 100
