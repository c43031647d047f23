"""A vocabulary gives every text back, normalised, and says which file is at fault where it cannot be read."""

from __future__ import annotations

import json
import shutil
import unicodedata
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.training.conftest import PAIRS
from translate.errors import ModelError, TrainingError
from translate.training.vocabulary import FILES, Vocabulary, make_vocabulary, normalisation_rules


@pytest.fixture(scope="module")
def vocabulary(tmp_path_factory: pytest.TempPathFactory) -> Vocabulary:
    texts = [text for pair in PAIRS for text in pair]
    return make_vocabulary(tmp_path_factory.mktemp("vocabulary"), texts, pieces=360, threads=1)


@settings(max_examples=60, deadline=None)
@given(st.text(st.sampled_from("abcxyzABCéèêçàùÉÇœŒßñ漢😀0123456789.!?-'\""), max_size=25))
def test_a_text_comes_back_letter_by_letter_in_whatever_form_it_was_written(vocabulary: Vocabulary, text: str) -> None:
    composed, parted = vocabulary.encode_target([text, unicodedata.normalize("NFD", text)])
    assert vocabulary.decode(composed.tolist()) == vocabulary.decode(parted.tolist()) == text


def test_many_texts_at_once_and_by_threads_are_each_by_itself(vocabulary: Vocabulary) -> None:
    texts = [source for source, _ in PAIRS[:40]] + ["", " ", "…"]
    alone = [vocabulary.encode_source([text])[0].tolist() for text in texts]
    assert [row.tolist() for row in vocabulary.encode_source(texts, threads=2)] == alone
    assert alone[40] == alone[41] == []


def test_decoding_stops_at_the_end_and_passes_over_padding(vocabulary: Vocabulary) -> None:
    (numbers,) = (row.tolist() for row in vocabulary.encode_target(["The town reads."]))
    padded = [vocabulary.pad, *numbers[:2], vocabulary.pad, *numbers[2:], vocabulary.end, *numbers]
    assert vocabulary.decode(padded) == "The town reads."
    assert vocabulary.decode([vocabulary.end, *numbers]) == ""


def test_the_same_texts_make_the_same_vocabulary(vocabulary: Vocabulary, tmp_path: Path) -> None:
    texts = [text for pair in PAIRS for text in pair]
    assert make_vocabulary(tmp_path, texts, pieces=360, threads=1).numbers == vocabulary.numbers
    assert make_vocabulary(tmp_path, texts[:50], pieces=360, threads=1).numbers != vocabulary.numbers


def test_a_copy_is_the_same_vocabulary(vocabulary: Vocabulary, tmp_path: Path) -> None:
    vocabulary.save(tmp_path)
    assert sorted(path.name for path in tmp_path.iterdir()) == sorted(FILES)
    copy = Vocabulary(tmp_path)
    assert (copy.digest, len(copy)) == (vocabulary.digest, len(vocabulary))


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("source.spm", None),
        ("target.spm", b"nonsense"),
        ("vocab.json", None),
        ("vocab.json", b"{"),
        ("vocab.json", b"[]"),
        ("vocab.json", b'{"</s>": 0, "<unk>": 1}'),
    ],
)
def test_a_file_that_is_missing_or_broken_is_an_error_that_names_the_folder(
    vocabulary: Vocabulary, tmp_path: Path, name: str, content: bytes | None
) -> None:
    folder = shutil.copytree(vocabulary.folder, tmp_path / "model")
    (folder / name).unlink() if content is None else (folder / name).write_bytes(content)
    with pytest.raises(
        ModelError, match=r"model: its vocabulary \(source\.spm, target\.spm, vocab\.json\) cannot be read"
    ):
        Vocabulary(folder)


def test_a_piece_that_the_table_lacks_is_unknown(vocabulary: Vocabulary, tmp_path: Path) -> None:
    folder = shutil.copytree(vocabulary.folder, tmp_path / "model")
    table = json.loads((folder / "vocab.json").read_bytes())
    (number,) = vocabulary.encode_source(["7"])[0].tolist()[-1:]
    del table[next(piece for piece, own in table.items() if own == number)]
    (folder / "vocab.json").write_text(json.dumps(table), encoding="utf-8")
    poorer = Vocabulary(folder)
    assert poorer.encode_source(["7"])[0].tolist()[-1] == poorer.unknown


@pytest.mark.parametrize("texts", [[], ["", " "]])
def test_of_nothing_no_vocabulary_is_made_and_the_error_says_what_to_give(tmp_path: Path, texts: list[str]) -> None:
    with pytest.raises(TrainingError, match=r"cannot make a vocabulary of 300 pieces.*Give more data, fewer pieces"):
        make_vocabulary(tmp_path, texts, pieces=300, threads=1)


def test_rules_leave_nothing_that_another_rule_would_change() -> None:
    """Applied to their own results they change nothing, so that a text is normalised once for all."""
    rules = {}
    for line in normalisation_rules().splitlines():
        old, new = ("".join(chr(int(code, 16)) for code in side.split()) for side in line.split("\t"))
        rules[old] = new
    assert rules["’"] == "'" and rules["«\u00a0"] == '"' and rules["\u00ad"] == "" and rules["e\u0301"] == "é"
    single = {old: new for old, new in rules.items() if len(old) == 1}
    changing = {old: new for old, new in single.items() if any(c in single for c in new)}
    assert changing == {}
