"""A text and its translation become a bitext, whether they are texts, segments or files."""

from __future__ import annotations

from pathlib import Path

import pytest

from translate import AlignmentConfig, Config, DocumentError, Severity, UsageError, align, read_bitext, write_bitext

FRENCH = "Le chat dort. Il pleut depuis hier soir, et le vent se lève.\n\nLa séance est ouverte à huit heures."
ENGLISH = (
    "The cat is sleeping. It has been raining since last night. The wind is rising.\n\n"
    "The session is open at eight o'clock."
)
PAIRS = [
    ("Le chat dort.", "The cat is sleeping."),
    (
        "Il pleut depuis hier soir, et le vent se lève.",
        "It has been raining since last night. The wind is rising.",
    ),
    ("La séance est ouverte à huit heures.", "The session is open at eight o'clock."),
]


def pairs_of(*sides: object, **options: object) -> list[tuple[str, str]]:
    return [(unit.source.text, unit.target.text) for unit in align(*sides, **options).units]  # type: ignore[arg-type]


def test_texts_are_aligned_with_spans_that_say_where_each_side_stands() -> None:
    bitext = align(FRENCH, ENGLISH)
    units = list(bitext.units)
    assert [(unit.source.text, unit.target.text) for unit in units] == PAIRS
    assert [unit.alignment for unit in units] == ["1-1", "1-2", "1-1"]
    for unit in units:
        assert unit.source.span is not None and unit.target.span is not None
        assert FRENCH[unit.source.span.start : unit.source.span.end] == unit.source.text
        assert ENGLISH[unit.target.span.start : unit.target.span.end] == unit.target.text
        assert unit.document is None
    assert (bitext.source_language, bitext.target_language) == ("fr", "en")
    assert bitext.signature.startswith("bitexte:")


def test_files_are_aligned_like_the_texts_in_them(tmp_path: Path) -> None:
    one, other = tmp_path / "a.txt", tmp_path / "b.txt"
    one.write_text(FRENCH, encoding="utf-8")
    other.write_text(ENGLISH, encoding="utf-8")
    assert pairs_of(one, other) == PAIRS
    assert pairs_of(one, ENGLISH) == PAIRS
    assert {unit.document for unit in align(one, other).units} == {"a.txt"}


def test_segments_stay_as_they_are() -> None:
    french = ["Le chat dort. Il pleut.", "La séance est ouverte à huit heures."]
    english = ["The cat is sleeping. It rains.", "The session is open at eight o'clock."]
    assert pairs_of(french, english) == list(zip(french, english, strict=True))


def test_the_bitext_can_be_written_and_read(tmp_path: Path) -> None:
    bitext = align(FRENCH, ENGLISH, target_language="en-GB")
    assert write_bitext(tmp_path / "memory.tmx", bitext) == (tmp_path / "memory.tmx",)
    again = read_bitext(tmp_path / "memory.tmx")
    assert (again.target_language, again.signature) == ("en-GB", bitext.signature)
    assert [(unit.name, unit.source.text) for unit in again.units] == [(u.name, u.source.text) for u in bitext.units]


def test_what_has_no_counterpart_is_left_out_or_kept_with_its_reason() -> None:
    more = f"{FRENCH}\n\nCe paragraphe sur les zèbres du jardin public n'a jamais été traduit par personne."
    assert pairs_of(more, ENGLISH) == PAIRS
    kept = list(align(more, ENGLISH, keep_refused=True).units)
    assert [unit.alignment for unit in kept] == ["1-1", "1-2", "1-1", "1-0"]
    assert [(issue.check, issue.severity) for issue in kept[-1].issues][-1] == ("unaligned", Severity.ERROR)


def test_translations_help_where_they_are_asked_for() -> None:
    config = Config(alignment=AlignmentConfig(hypotheses=True))
    assert pairs_of(FRENCH, ENGLISH, config=config) == PAIRS
    assert "align:ctranslate2/fr-en@" in align(FRENCH, ENGLISH, config=config).signature


def test_swapped_texts_are_an_error_that_names_no_file() -> None:
    with pytest.raises(DocumentError, match=r"^source: seems to be in 'en', and target in 'fr': swapped"):
        align(ENGLISH * 3, FRENCH * 3)


@pytest.mark.parametrize(
    ("source", "target", "error", "message"),
    [
        ("", ENGLISH, DocumentError, "^source: "),
        (FRENCH, " \n", DocumentError, "^target: "),
        (FRENCH, FRENCH, DocumentError, "^source: .*target"),
        (FRENCH, Path("missing.txt"), DocumentError, r"^missing\.txt: no such file"),
        (FRENCH, 7, UsageError, "target: expected several str, not one int"),
        (["un", None], ["one", "two"], UsageError, "source 1: expected a str"),
        (["un\ndeux"], ["one"], UsageError, "source: a segment holds a line break"),
        (FRENCH, "\ud800", UsageError, "target 0: character 0 is half a surrogate pair"),
    ],
)
def test_what_cannot_be_aligned_is_an_error_of_our_own_tree(
    source: str, target: str, error: type[Exception], message: str
) -> None:
    with pytest.raises(error, match=message):
        align(source, target)


def test_a_language_that_there_is_nothing_for_is_an_error() -> None:
    with pytest.raises(UsageError, match="ja"):
        align("東京。", ENGLISH, source_language="ja")
