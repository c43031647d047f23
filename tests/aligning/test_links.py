"""Files of fixed beads and of beginnings of parts: what fits is taken, and what does not is named with its line."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from tests.aligning.test_furniture import ENGLISH, FRENCH
from tests.aligning.test_reading import CONFIG, PAIRS, aligner_of, units_of, write
from translate.aligning.links import format_side
from translate.aligning.pairing import Pair
from translate.errors import DocumentError


@pytest.fixture
def pair(tmp_path: Path) -> Pair:
    return Pair("guide", write(tmp_path / "fr.txt", FRENCH), write(tmp_path / "en.txt", ENGLISH))


def fixed(pair: Pair, tmp_path: Path, text: str, kind: str = "fixes") -> Pair:
    path = tmp_path / "links.tsv"
    path.write_text(text, encoding="utf-8")
    return replace(pair, **{kind: path})  # type: ignore[arg-type]


def shapes(pair: Pair) -> list[str]:
    return [f"{len(one.source)}-{len(one.target)}" for one in aligner_of(CONFIG).align(pair).alignment.beads]


def test_a_side_is_its_numbers_and_first_words() -> None:
    assert format_side(range(11, 14), "Le four  à bois n'a pas été") == "12-14 Le four à bois n'a"
    assert format_side(range(1), "Un") == "1 Un"
    assert format_side(range(0), "") == "-"


def test_fixed_beads_stand_and_the_rest_is_right(pair: Pair, tmp_path: Path) -> None:
    lines = ["2-3 Au bout de\t2 After twenty", "4 Un berger\t3-4 Its roof", "10\t-", "-\t10", "# a remark", ""]
    units = units_of(fixed(pair, tmp_path, "\n".join(lines)))
    got = {(unit.source.text, unit.target.text) for unit, _ in units}
    assert (" ".join(FRENCH[1:3]), ENGLISH[1]) in got
    assert (FRENCH[3], " ".join(ENGLISH[2:4])) in got
    assert {(FRENCH[9], ""), ("", ENGLISH[9])} <= got
    assert len(got & PAIRS) == len(PAIRS) - 4


def test_links_that_say_what_was_found_change_nothing(pair: Pair, tmp_path: Path) -> None:
    lines = "".join(f"{n} {one}\t{n} {other}\n" for n, (one, other) in enumerate(zip(FRENCH, ENGLISH, strict=True), 1))
    assert units_of(fixed(pair, tmp_path, lines)) == units_of(pair)


@pytest.mark.parametrize(
    ("line", "reason"),
    [
        ("19\t1", "fr.txt has 18 segments, not 19"),
        ("1 La porte\t1", "segment 1 of .*fr.txt begins 'Le sentier part de la', not 'La porte'"),
        ("2\t2\n1-2\t1", "segment 2 of .*fr.txt is in another line"),
        ("-\t-", "no segment on either side"),
    ],
)
def test_a_line_that_does_not_fit_is_left_out_and_told(pair: Pair, tmp_path: Path, line: str, reason: str) -> None:
    aligned = aligner_of(CONFIG).align(fixed(pair, tmp_path, line))
    (unfit,) = aligned.unfit
    assert unfit.endswith("; the line is left out.")
    assert re.search(rf"links\.tsv:\d: .*{reason}", unfit)
    assert len(aligned.alignment.beads) == 18


@pytest.mark.parametrize(
    ("line", "message"),
    [
        ("1", "expected a source, a tab and a target, not 1 fields"),
        ("a\t1", "'a': expected segments"),
        ("3-1\t1", "'3-1'"),
    ],
)
def test_what_is_no_line_is_an_error(pair: Pair, tmp_path: Path, line: str, message: str) -> None:
    with pytest.raises(DocumentError, match=rf"links\.tsv:1: .*{message}"):
        aligner_of(CONFIG).align(fixed(pair, tmp_path, line))


def test_parts_begin_where_a_person_says(pair: Pair, tmp_path: Path) -> None:
    found = shapes(fixed(pair, tmp_path, "il  n'ouvre que\tThe keeper serves\n", "anchors"))
    assert found.count("1-0") + found.count("0-1") + found.count("1-2") + found.count("2-1") > 0
    assert shapes(fixed(pair, tmp_path, "Il n'ouvre\tIt is open\nLe soir\tIn the evening\n", "anchors")) == ["1-1"] * 18


def test_a_beginning_that_is_not_there_is_an_error(pair: Pair, tmp_path: Path) -> None:
    with pytest.raises(
        DocumentError, match=r"links\.tsv:2: no segment of .*fr\.txt begins with 'Au bout' from here on"
    ):
        aligner_of(CONFIG).align(fixed(pair, tmp_path, "De là\tFrom there\nAu bout\tSigns\n", "anchors"))
