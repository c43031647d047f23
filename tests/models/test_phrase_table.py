"""The phrase table: a text that is one phrase finds its translation, with the capital it has; others find nothing."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from translate.data import Model
from translate.errors import ModelError
from translate.models.folder import digest_of
from translate.models.phrase_table import (
    LONGEST_PHRASE,
    PHRASE_TABLE,
    PhraseTable,
    Translation,
    count_words,
    format_phrase_table,
    key_of,
    read_phrase_table,
)

TABLE = PhraseTable({"l'eau": "water\t3\t4", "parlement européen": "European Parliament\t9\t9", "tva": "VAT\t8\t8"})
WORDS = st.lists(st.sampled_from(["le", "Chat", "l’eau", "d'Or", "Été"]), min_size=1, max_size=4).map(" ".join)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("l'eau", "water"),
        ("L’eau", "Water"),
        ("Parlement\u00a0européen", "European Parliament"),
        ("parlement européen", "European Parliament"),
        ("TVA", "VAT"),
        ("L'eau.", None),
        ("l'eau et le vin", None),
        ("l'eau 2", None),
        ("", None),
        (" tva", None),
    ],
)
def test_a_phrase_is_looked_up(text: str, found: str | None) -> None:
    translation = TABLE.look_up(text)
    assert (translation.text if translation else None) == found


def test_what_is_found_says_how_often_it_was_met() -> None:
    assert TABLE.look_up("L'eau") == Translation("Water", 3, 4)


@pytest.mark.parametrize("text", ["a b c d e f", "a'b-c d e f", "1 mot", "mot!", "«mot»", "a\tb", "a  b", "a_b"])
def test_a_text_with_marks_or_too_many_words_is_no_phrase(text: str) -> None:
    assert key_of(text) == ""


@given(WORDS)
def test_a_key_is_its_own_key(text: str) -> None:
    key = key_of(text)
    assert key_of(key) == key
    assert key_of(text.upper()) == key
    assert bool(key) == (count_words(text) <= LONGEST_PHRASE)


@given(st.dictionaries(WORDS.map(key_of).filter(bool), st.builds(Translation, WORDS, st.integers(1), st.integers(1))))
def test_a_table_comes_back_as_it_went_out(
    tmp_path_factory: pytest.TempPathFactory, entries: dict[str, Translation]
) -> None:
    folder = tmp_path_factory.mktemp("model")
    (folder / PHRASE_TABLE).write_text(format_phrase_table(entries), encoding="utf-8")
    table = read_phrase_table(folder)
    assert table is not None
    assert table.translations() == entries
    assert len(table) == len(entries)


def test_a_model_may_have_no_table(tmp_path: Path) -> None:
    assert read_phrase_table(tmp_path) is None


def test_lines_may_be_in_any_order_and_a_phrase_the_beginning_of_another(tmp_path: Path) -> None:
    lines = ("mot de passe\tpassword\t3\t3", "mot\tword\t3\t4", "motif\tpattern\t3\t3", "à mot\tat word\t3\t3")
    (tmp_path / PHRASE_TABLE).write_text("".join(f"{line}\n" for line in lines), encoding="utf-8")
    table = read_phrase_table(tmp_path)
    assert table is not None
    found = [table.look_up(text) for text in ("Mot", "mot de passe", "motif", "à mot", "mo", "mot de", "zéro", "âme")]
    assert [f and f.text for f in found] == ["Word", "password", "pattern", "at word", None, None, None, None]


def test_a_table_may_be_empty(tmp_path: Path) -> None:
    (tmp_path / PHRASE_TABLE).write_text("", encoding="utf-8")
    table = read_phrase_table(tmp_path)
    assert table is not None
    assert len(table) == 0
    assert table.look_up("mot") is None


@pytest.mark.parametrize("line", ["word", "word\t3", "word\t0\t4", "\t3\t4", "word\t3\t4\t5"])
def test_a_damaged_line_is_an_error_when_it_is_wanted(tmp_path: Path, line: str) -> None:
    (tmp_path / PHRASE_TABLE).write_text(f"chat\tcat\t3\t4\nmot\t{line}\n", encoding="utf-8")
    table = read_phrase_table(tmp_path)
    assert table is not None
    assert table.look_up("chat") == Translation("cat", 3, 4)
    with pytest.raises(ModelError, match=r"phrase_table\.tsv: of 'mot' found '.*', expected a translation and two"):
        table.look_up("mot")


def test_a_table_that_is_no_text_is_an_error(tmp_path: Path) -> None:
    (tmp_path / PHRASE_TABLE).write_bytes(b"\xe9t\xe9\tsummer\t3\t3\n")
    with pytest.raises(ModelError, match=r"phrase_table\.tsv: cannot be read as UTF-8"):
        read_phrase_table(tmp_path)


def test_the_table_is_no_part_of_the_digest(embedded: Model, tmp_path: Path) -> None:
    folder = Path(shutil.copytree(embedded.folder, tmp_path / "model", ignore=shutil.ignore_patterns("ctranslate2-*")))
    (folder / PHRASE_TABLE).unlink()
    assert digest_of(folder) == digest_of(embedded.folder)


def test_the_embedded_model_has_phrases(embedded: Model) -> None:
    table = read_phrase_table(embedded.folder)
    assert table is not None
    assert len(table) > 30_000
    found = [table.look_up(text) for text in ("Réunion", "parlement européen", "TVA", "Imprimantes")]
    assert [f.text if f else None for f in found] == ["Meeting", "European Parliament", "VAT", "Printers"]
