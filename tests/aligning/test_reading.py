"""Two documents, or one in two languages, become the segments that are aligned."""

from __future__ import annotations

from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from tests.aligning.test_furniture import ENGLISH, FRENCH, paged
from translate.aligning.aligner import Aligner
from translate.aligning.pairing import Pair, find_bilingual, read_list
from translate.aligning.paragraphs import Aside
from translate.config import AlignmentConfig, CheckConfig, Config, DocumentConfig, EngineConfig
from translate.data import TranslationUnit
from translate.documents import Source
from translate.errors import DocumentError

CONFIG = Config(engine=EngineConfig(name="none"))


def write(path: Path, lines: list[str]) -> Source:
    path.write_text("\n\n".join(lines), encoding="utf-8")
    return Source(path, path.name, "markdown" if path.suffix == ".md" else "text")


@cache
def aligner_of(config: Config) -> Aligner:
    return Aligner(config, None)


def units_of(pair: Pair, config: Config = CONFIG) -> list[tuple[TranslationUnit, bool]]:
    aligner = aligner_of(config)
    return list(aligner.iter_units(aligner.align(pair)))


def accepted(pair: Pair, config: Config = CONFIG) -> set[tuple[str, str]]:
    return {(unit.source.text, unit.target.text) for unit, is_accepted in units_of(pair, config) if is_accepted}


def named(pair: Pair, check: str) -> list[str]:
    """Return the texts of the units of which `check` has something to say."""
    found = [unit for unit, _ in units_of(pair) if check in {issue.check for issue in unit.issues}]
    return [unit.source.text or unit.target.text for unit in found]


PAIRS = set(zip(FRENCH, ENGLISH, strict=True))


def test_furniture_is_refused_by_name_and_nothing_else_suffers(tmp_path: Path) -> None:
    one, furniture = paged(FRENCH, 4, lambda n: [str(n)])
    other, more = paged(ENGLISH, 6, lambda n: [str(n)])
    pair = Pair("guide", write(tmp_path / "fr.txt", one), write(tmp_path / "en.txt", other))
    assert accepted(pair) == PAIRS
    assert sorted(named(pair, Aside.FURNITURE)) == sorted(furniture + more)
    assert not named(pair, "unaligned")


def test_furniture_may_be_kept(tmp_path: Path) -> None:
    one, _ = paged(FRENCH, 4, lambda n: [str(n)])
    pair = Pair("guide", write(tmp_path / "fr.txt", one), write(tmp_path / "en.txt", ENGLISH))
    kept = replace(CONFIG, alignment=AlignmentConfig(keep_furniture=True))
    assert not any(issue.check == "furniture" for unit, _ in units_of(pair, kept) for issue in unit.issues)


def test_paragraphs_in_the_other_language_are_set_aside_by_name(tmp_path: Path) -> None:
    both = [text for pair in zip(FRENCH, ENGLISH, strict=True) for text in pair]
    pair = Pair("guide", write(tmp_path / "fr.txt", both), write(tmp_path / "en.txt", ENGLISH))
    assert accepted(pair) == PAIRS
    assert named(pair, Aside.LANGUAGE) == ENGLISH


@pytest.mark.parametrize("name", ["both.txt", "both.md"])
def test_both_languages_are_taken_out_of_one_document(tmp_path: Path, name: str) -> None:
    write(tmp_path / name, [text for pair in zip(FRENCH, ENGLISH, strict=True) for text in pair])
    (pair,) = find_bilingual([tmp_path], kind=None).pairs
    assert pair.name == "both"
    assert accepted(pair) == PAIRS


def test_both_languages_are_taken_out_of_columns(tmp_path: Path) -> None:
    path = tmp_path / "both.txt"
    path.write_text("\n".join(map("\t".join, zip(FRENCH, ENGLISH, strict=True))), encoding="utf-8")
    (pair,) = find_bilingual([path], kind=None).pairs
    assert accepted(pair) == PAIRS


def test_a_document_in_one_language_is_no_pair(tmp_path: Path) -> None:
    write(tmp_path / "one.txt", FRENCH)
    (pair,) = find_bilingual([tmp_path / "one.txt"], kind=None).pairs
    with pytest.raises(DocumentError, match=r"in one language: 1\d of its paragraphs are plainly in 'fr', 0 in 'en'"):
        aligner_of(CONFIG).align(pair)


def test_where_any_language_goes_nothing_is_set_aside_for_it(tmp_path: Path) -> None:
    both = [text for pair in zip(FRENCH, ENGLISH, strict=True) for text in pair]
    pair = Pair("guide", write(tmp_path / "fr.txt", both), write(tmp_path / "en.txt", ENGLISH))
    lenient = replace(CONFIG, documents=DocumentConfig(verify_language=False))
    assert not any(issue.check == "language" for unit, _ in units_of(pair, lenient) for issue in unit.issues)


def test_a_moved_part_is_found_and_its_units_say_so(tmp_path: Path) -> None:
    one, other = write(tmp_path / "fr.txt", FRENCH), write(tmp_path / "en.txt", [*ENGLISH[11:], *ENGLISH[:11]])
    assert accepted(Pair("guide", one, other)) == PAIRS
    assert named(Pair("guide", one, other), "moved") == FRENCH[11:]
    strict = replace(CONFIG, checks=CheckConfig(as_error=("moved",)))
    assert {source for source, _ in accepted(Pair("guide", one, other), strict)} == set(FRENCH[:11])
    silent = replace(CONFIG, checks=CheckConfig(disabled=("moved",)))
    assert not any(unit.issues for unit, _ in units_of(Pair("guide", one, other), silent))


def test_chapters_in_files_of_their_own_are_aligned_with_a_book(tmp_path: Path) -> None:
    write(tmp_path / "a.txt", FRENCH[:7])
    write(tmp_path / "b.md", FRENCH[7:])
    write(tmp_path / "book.txt", ENGLISH)
    listed = tmp_path / "pairs.tsv"
    listed.write_text("a.txt + b.md\tbook.txt\n", encoding="utf-8")
    (pair,) = read_list(listed, CONFIG, kind=None).pairs
    assert pair.paths == (f"{tmp_path / 'a.txt'}+{tmp_path / 'b.md'}", str(tmp_path / "book.txt"))
    assert accepted(pair) == PAIRS
    spans = [unit.source.span for unit, _ in units_of(pair)]
    assert [span.block for span in spans if span] == sorted(span.block for span in spans if span)


def test_a_file_may_have_a_plus_in_its_name_and_a_part_that_is_missing_is_named(tmp_path: Path) -> None:
    write(tmp_path / "a+b.txt", FRENCH)
    write(tmp_path / "book.txt", ENGLISH)
    listed = tmp_path / "pairs.tsv"
    listed.write_text("a+b.txt\tbook.txt\n", encoding="utf-8")
    (pair,) = read_list(listed, CONFIG, kind=None).pairs
    assert accepted(pair) == PAIRS
    listed.write_text("a+b.txt+c.txt\tbook.txt\n", encoding="utf-8")
    with pytest.raises(DocumentError, match=r"pairs.tsv:1: no such file: .*a\.$"):
        read_list(listed, CONFIG, kind=None)


def test_units_may_be_whole_paragraphs(tmp_path: Path) -> None:
    one = [" ".join(FRENCH[at : at + 3]) for at in range(0, 18, 3)]
    other = [" ".join(ENGLISH[at : at + 3]) for at in range(0, 18, 3)]
    pair = Pair("guide", write(tmp_path / "fr.txt", one), write(tmp_path / "en.txt", other))
    level = replace(CONFIG, alignment=AlignmentConfig(level="paragraph"))
    assert accepted(pair) == PAIRS
    assert accepted(pair, level) == set(zip(one, other, strict=True))
