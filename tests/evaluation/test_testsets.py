"""Test sets and hypotheses are read whole, or refused with the place."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate.errors import FormatError, UsageError
from translate.evaluation import TestSet, match_hypotheses, read_table, read_test_set
from translate.evaluation.testsets import is_table, read_pair
from translate.formats import Header

HEADER = Header("fr", "en")


def put(path: Path, text: str) -> Path:
    path.write_text(text, encoding="utf-8")
    return path


def tmx(path: Path, pairs: list[tuple[str, str]]) -> Path:
    units = "".join(
        f'<tu><tuv xml:lang="fr"><seg>{s}</seg></tuv><tuv xml:lang="en"><seg>{t}</seg></tuv></tu>\n' for s, t in pairs
    )
    head = '<tmx version="1.4"><header srclang="fr" segtype="sentence" datatype="plaintext"/>'
    return put(path, f"{head}<body>\n{units}</body></tmx>")


def test_a_pair_of_texts_is_read_line_by_line(tmp_path: Path) -> None:
    sources, references = put(tmp_path / "a.fr", "Un.\nDeux.\u2028Trois.\n"), put(tmp_path / "a.en", "One.\nTwo.\n")
    assert read_pair(references, sources) == TestSet("a.en", ("Un.", "Deux.\u2028Trois."), ("One.", "Two."))


def test_texts_of_unlike_length_are_refused_with_both_lengths(tmp_path: Path) -> None:
    sources, references = put(tmp_path / "a.fr", "Un.\n"), put(tmp_path / "a.en", "One.\nTwo.\n")
    with pytest.raises(FormatError, match=r"a\.fr: has 1 segments, and .*a\.en has 2"):
        read_pair(references, sources)


def test_an_empty_reference_is_refused_with_its_line(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match=r"a\.en:2: the reference is empty"):
        read_pair(put(tmp_path / "a.en", "One.\n\nThree.\n"))


def test_an_empty_file_and_a_wrong_encoding_are_refused(tmp_path: Path) -> None:
    with pytest.raises(FormatError, match="is empty"):
        read_pair(put(tmp_path / "a.en", ""))
    latin = tmp_path / "b.en"
    latin.write_bytes("caf\xe9\n".encode("latin-1"))
    with pytest.raises(FormatError, match=r"b\.en:1:4: byte 0xe9 is not utf-8"):
        read_pair(latin)


def test_a_memory_is_a_test_set(tmp_path: Path) -> None:
    found = read_test_set(tmx(tmp_path / "m.tmx", [("Un.", "One."), ("Deux.", "Two.")]), HEADER)
    assert found == TestSet("m.tmx", ("Un.", "Deux."), ("One.", "Two."))


def test_hypotheses_are_found_in_a_memory_by_their_sources_in_any_order(tmp_path: Path) -> None:
    test = TestSet("test", ("Un.", "Deux.", "Un."), ("One.", "Two.", "One!"))
    path = tmx(tmp_path / "h.tmx", [("Deux.", "2"), ("Un.", "1a"), ("Trois.", "3"), ("Un.", "1b")])
    assert match_hypotheses(path, test, HEADER).hypotheses == ("1a", "2", "1b")


def test_hypotheses_that_are_missing_are_counted_and_the_first_is_named(tmp_path: Path) -> None:
    test = TestSet("test", ("Un.", "Deux."), ("One.", "Two."))
    with pytest.raises(FormatError, match=r"no unit for 1 of the 2 segments .* number 2: 'Deux\.'"):
        match_hypotheses(tmx(tmp_path / "h.tmx", [("Un.", "1")]), test, HEADER)
    with pytest.raises(FormatError, match="has 1 segments, and test has 2"):
        match_hypotheses(put(tmp_path / "h.en", "One.\n"), test, HEADER)
    with pytest.raises(UsageError, match="needs sources"):
        match_hypotheses(tmp_path / "h.tmx", TestSet("test", None, ("One.",)), HEADER)


def test_a_table_holds_a_system_in_each_column(tmp_path: Path) -> None:
    path = put(tmp_path / "t.tsv", "source\treference\tours\ttheirs\nUn.\tOne.\tA\\tone.\tSome.\nDeux.\tTwo.\t\tTwo.\n")
    assert is_table(path)
    test, systems = read_table(path)
    assert test == TestSet("t.tsv", ("Un.", "Deux."), ("One.", "Two."))
    assert systems == (("ours", ("A\tone.", "")), ("theirs", ("Some.", "Two.")))


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ("reference\tours\nOne.\n", r"t\.tsv:2: 1 columns; expected 2"),
        ("reference\tours\n \tOne.\n", r"t\.tsv:2: the reference is empty"),
        ("reference\tours\tours\n", r"two columns have the same name"),
        ("reference\tours\n", "has column names but no rows"),
    ],
)
def test_a_table_that_is_wrong_is_refused_with_its_line(tmp_path: Path, text: str, message: str) -> None:
    with pytest.raises(FormatError, match=message):
        read_table(put(tmp_path / "t.tsv", text))
