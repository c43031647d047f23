"""TMX variants, good and bad, and the verdict on each: units read, fixed, lost, rejected."""

from __future__ import annotations

import unicodedata
from collections import Counter
from pathlib import Path

import pytest

from tests.formats.variants import CASES, Case
from translate.cli import main
from translate.errors import FormatError
from translate.formats import Header, Remark, Verdict, read_bitext

FOLDER = Path(__file__).parents[3] / "shared" / "tmclients" / "tmx_variants"


def write(case: Case, folder: Path) -> Path:
    path = folder / case.name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(case.content)
    return path


def test_there_are_57() -> None:
    assert [name[:2] for name in CASES] == [f"{number:02}" for number in range(1, 58)]


@pytest.mark.parametrize("name", CASES)
def test_each_is_read_with_its_verdict(name: str, tmp_path: Path) -> None:
    case, pairs, remarks = CASES[name], list[tuple[str, str]](), list[Remark]()
    error = ""
    bitext = read_bitext(write(case, tmp_path), case.header, report=remarks.append)
    try:
        pairs += [(unit.source.text, unit.target.text) for unit in bitext.units]
    except FormatError as exc:
        error = str(exc)
        assert case.error
    assert case.error in error
    if not case.error:
        assert pairs == case.pairs
    assert [word for word, remark in zip(case.remarks, remarks, strict=True) if word not in remark.message] == []


@pytest.mark.parametrize("name", [name for name, case in CASES.items() if not case.error])
def test_what_convert_makes_of_it_needs_no_mending(name: str, tmp_path: Path) -> None:
    case = CASES[name]
    languages = ["--source-language", case.header.source_language, "--target-language", case.header.target_language]
    assert main(["convert", str(write(case, tmp_path)), str(tmp_path / "good.tmx"), *languages]) == 0
    remarks: list[Remark] = []
    units = list(read_bitext(tmp_path / "good.tmx", report=remarks.append).units)
    assert remarks == []
    normal = [tuple(unicodedata.normalize("NFC", text) for text in pair) for pair in case.pairs if pair[1]]
    assert [(unit.source.text, unit.target.text) for unit in units] == normal
    rejects = sum("no variant" in w or "empty" in w or "without xml:lang" in w or "bytes" in w for w in case.remarks)
    kept = tmp_path / "good.rejects.jsonl"
    assert (len(kept.read_text().splitlines()) if kept.exists() else 0) == rejects


# Files that others wrote, by number: units read, and how many were fixed, lost, rejected. The rest is read in full.
EXPECTED = {
    "05": (2, "fixed fixed"),
    "06": (2, "fixed fixed"),
    "07": (2, "fixed fixed"),
    "11": (2, "fixed"),
    "16": (2, "fixed"),
    "17": (2, "fixed"),
    "26": (1, "rejected"),
    "28": (2, "fixed"),
    "29": (2, "fixed"),
    "30": (2, "fixed"),
    "31": (2, "fixed"),
    "34": (1, "rejected"),
    "35": (1, "lost rejected"),
    "36": (1, "lost rejected"),
    "37": (1, "lost"),
    "38": (1, "lost"),
    "44": (1, "fixed"),
    "45": (1, "fixed fixed"),
    "51": (2, "fixed"),
    "52": (1, "fixed fixed"),
}
ONE_UNIT = {"12", "13", "14", "40", "41", "42", "43", "46", "47", "48", "49"}
CUT_OFF = {"27"}
UNREADABLE = {"08", "32"}


@pytest.mark.skipif(not FOLDER.is_dir(), reason="no ../shared/tmclients/tmx_variants beside the checkout")
@pytest.mark.parametrize("path", sorted(FOLDER.iterdir()) if FOLDER.is_dir() else [FOLDER], ids=lambda path: path.stem)
def test_files_of_others_are_read_with_the_same_verdict(path: Path) -> None:
    number, remarks, units = path.name[:2], list[Remark](), 0
    bitext = read_bitext(path, Header("fr", "en"), report=remarks.append)
    if number in CUT_OFF:
        with pytest.raises(FormatError, match=r":5:1: the file ends before the </tu>"):
            list(bitext.units)
        return
    if number in UNREADABLE:
        with pytest.raises(FormatError, match=r"none of its [12] units can be read"):
            list(bitext.units)
        return
    units = len(list(bitext.units))
    count, verdicts = EXPECTED.get(number, (1 if number in ONE_UNIT else 2, ""))
    assert units == count
    assert Counter(remark.verdict for remark in remarks) == Counter(Verdict(word) for word in verdicts.split())
    assert all(remark.is_of_pair or (remark.line is not None and remark.line >= 3) for remark in remarks)
