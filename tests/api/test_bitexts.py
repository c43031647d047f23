"""Bilingual files go in and out by their names alone, and pairs are checked as the command does."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate import (
    Bitext,
    BitexteError,
    CheckConfig,
    Config,
    FormatError,
    Origin,
    Severity,
    TranslationUnit,
    UsageError,
    Variant,
    check,
    read_bitext,
    write_bitext,
)

UNITS = tuple(
    TranslationUnit(f"u{number}", Variant("fr", source), Variant("en", target), Origin.HUMAN)
    for number, (source, target) in enumerate([("Bonjour.", "Hello."), ("Il a 3 ans.", "He is 3.")])
)
BITEXT = Bitext("fr", "en", UNITS, "by hand")


@pytest.mark.parametrize(
    "name", ["a.tmx", "a.tmx.gz", "a.xlf", "a.json", "a.jsonl", "a.tsv", "a.csv", "a.fr", "a.parquet"]
)
def test_what_was_written_is_read_again(tmp_path: Path, name: str) -> None:
    made = write_bitext(str(tmp_path / name), BITEXT)
    assert tmp_path / name in made
    assert all(path.is_file() for path in made)
    again = read_bitext(str(tmp_path / name))
    assert [(u.source.text, u.target.text) for u in again.units] == [(u.source.text, u.target.text) for u in UNITS]
    assert list(again.units) == list(again.units)


def test_languages_are_given_where_the_file_does_not_say(tmp_path: Path) -> None:
    (tmp_path / "a.tsv").write_text("source\ttarget\nHallo.\tHello.\n", encoding="utf-8")
    bitext = read_bitext(tmp_path / "a.tsv", source_language="de", target_language="en")
    assert [(u.source.language, u.target.language) for u in bitext.units] == [("de", "en")]
    with pytest.raises(UsageError, match="both"):
        read_bitext(tmp_path / "a.tsv", source_language="de")


def test_errors_are_of_our_own_tree(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=r"a\.docx: no such file"):
        read_bitext(tmp_path / "a.docx")
    (tmp_path / "a.docx").touch()
    with pytest.raises(UsageError, match=r"a\.docx: unknown file extension"):
        read_bitext(tmp_path / "a.docx")
    with pytest.raises(FormatError, match=r"a\.tmx"):
        list(read_bitext(tmp_path / "a.tmx").units)
    (tmp_path / "a.tmx").write_text("<tmx>", encoding="utf-8")
    with pytest.raises(FormatError, match=r"a\.tmx"):
        list(read_bitext(tmp_path / "a.tmx").units)
    with pytest.raises(BitexteError):
        write_bitext(tmp_path / "a.tmx" / "b.tmx", BITEXT)
    with pytest.raises(UsageError, match=r"a\.docx: unknown file extension"):
        write_bitext(tmp_path / "a.docx", BITEXT)


def test_a_unit_that_a_format_refuses_leaves_the_earlier_file(tmp_path: Path) -> None:
    write_bitext(tmp_path / "a.tmx", BITEXT)
    before = (tmp_path / "a.tmx").read_bytes()
    empty = TranslationUnit("u", Variant("fr", "Bonjour."), Variant("en", "\ufffe"), Origin.HUMAN)
    with pytest.raises(FormatError):
        write_bitext(tmp_path / "a.tmx", Bitext("fr", "en", [empty], ""))
    assert (tmp_path / "a.tmx").read_bytes() == before


def test_plain_pairs_are_checked_and_come_back_in_order() -> None:
    units = check([("Il a 3 ans.", "He is 3."), ("Il a 3 ans.", "He is 4.")])
    assert [unit.source.text for unit in units] == ["Il a 3 ans."] * 2
    found = [{issue.check for issue in unit.issues if issue.severity is Severity.ERROR} for unit in units]
    assert found == [set(), {"numbers"}]
    assert all("inconsistent_target" in {issue.check for issue in unit.issues} for unit in units)
    assert check([]) == []


def test_a_pair_is_checked_in_the_languages_that_are_given() -> None:
    pair = ("Sie schläft auf dem Bett, und das ist gut.",) * 2
    checks = {issue.check for unit in check([pair], source_language="de") for issue in unit.issues}
    assert "untranslated" in checks


def test_checking_twice_finds_the_same() -> None:
    once = check([("Il a 3 ans.", "He is 4."), ("Oui.", "Yes.")])
    assert check(once) == once


def test_the_settings_of_the_checks_are_followed() -> None:
    config = Config(checks=CheckConfig(disabled=("numbers", "inconsistent_target")))
    assert check([("Il a 3 ans.", "He is 4.")], config=config)[0].issues == ()
    with pytest.raises(UsageError, match="grammar"):
        check([], config=Config(checks=CheckConfig(disabled=("grammar",))))


@pytest.mark.parametrize("pair", ["ab", ("Bonjour.",), ("a", "b", "c"), None, ("Bonjour.", None), ("\ud800", "a")])
def test_what_is_no_pair_is_a_usage_error_that_says_which(pair: object) -> None:
    with pytest.raises(UsageError, match="pair 1"):
        check([("Oui.", "Yes."), pair])  # type: ignore[list-item]
