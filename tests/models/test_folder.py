"""A model's folder is whole or refused, and its digest goes by what changes the model's words."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from pathlib import Path

import pytest

from translate.errors import ModelError
from translate.models.folder import OPTIONAL_FILES, REQUIRED_FILES, check_folder, digest_of, weights_of
from translate.models.phrase_table import PHRASE_TABLE
from translate.models.target_words import TARGET_WORDS


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    for name in REQUIRED_FILES:
        (tmp_path / name).write_text("{}")
    (tmp_path / "config.json").write_text(json.dumps({"model_type": "marian"}))
    (tmp_path / "model.safetensors").write_bytes(b"weights")
    return tmp_path


def test_a_whole_folder_passes(folder: Path) -> None:
    check_folder(folder)
    assert weights_of(folder).name == "model.safetensors"


def test_older_weights_will_do_and_newer_ones_go_before_them(folder: Path) -> None:
    (folder / "pytorch_model.bin").write_bytes(b"old")
    assert weights_of(folder).name == "model.safetensors"
    (folder / "model.safetensors").unlink()
    check_folder(folder)
    assert weights_of(folder).name == "pytorch_model.bin"


def test_a_file_is_no_folder(folder: Path) -> None:
    with pytest.raises(ModelError, match=r"config\.json: not a folder; expected a model in Hugging Face Marian format"):
        check_folder(folder / "config.json")


def test_all_that_is_missing_is_named_at_once(folder: Path) -> None:
    (folder / "source.spm").unlink()
    (folder / "vocab.json").unlink()
    with pytest.raises(ModelError, match=r"source\.spm, vocab\.json missing; a Marian model holds config\.json"):
        check_folder(folder)


@pytest.mark.parametrize(
    ("name", "content", "message"),
    [
        ("config.json", b"[]", r"config\.json: holds a list; expected a JSON object"),
        ("config.json", b'{"model_type": null}', r"model_type is None; expected 'marian'"),
        ("config.json", b"{}", r"model_type is None; expected 'marian'"),
        ("config.json", b"\xff{}", r"config\.json: cannot be read as JSON"),
        ("vocab.json", b"3", r"vocab\.json: holds a int; expected a JSON object"),
        ("vocab.json", b"", r"vocab\.json: cannot be read as JSON"),
        ("vocab.json", b'{"a": ', r"vocab\.json: cannot be read as JSON .*; .* or copy the model again"),
    ],
)
def test_a_broken_file_is_named(name: str, content: bytes, message: str, folder: Path) -> None:
    (folder / name).write_bytes(content)
    with pytest.raises(ModelError, match=message):
        check_folder(folder)


def changes(folder: Path) -> Iterator[tuple[str, bool]]:
    """Change one file after the other, and yield its name and whether the digest is another."""
    for name in [*REQUIRED_FILES, *OPTIONAL_FILES, "model.safetensors", TARGET_WORDS, PHRASE_TABLE, "README.md"]:
        before = digest_of(folder)
        with (folder / name).open("ab") as file:
            file.write(b" ")
        yield name, digest_of(folder) != before


def test_the_digest_goes_by_what_changes_the_words_of_a_model_alone(folder: Path) -> None:
    found = dict(changes(folder))
    assert [name for name, is_other in found.items() if not is_other] == [TARGET_WORDS, PHRASE_TABLE, "README.md"]


def test_the_digest_goes_by_contents_and_not_by_place(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> None:
    copy = tmp_path_factory.mktemp("copy")
    for path in folder.iterdir():
        (copy / path.name).write_bytes(path.read_bytes())
    assert digest_of(copy) == digest_of(folder)


def test_what_moves_from_one_file_to_the_next_changes_the_digest(folder: Path) -> None:
    (folder / "source.spm").write_bytes(b"ab")
    (folder / "target.spm").write_bytes(b"c")
    before = digest_of(folder)
    (folder / "source.spm").write_bytes(b"a")
    (folder / "target.spm").write_bytes(b"bc")
    assert digest_of(folder) != before


def test_weights_replaced_by_others_of_one_size_and_time_have_another_digest(folder: Path) -> None:
    weights = folder / "model.safetensors"
    before, stat = digest_of(folder), weights.stat()
    weights.unlink()
    weights.write_bytes(b"x" * stat.st_size)
    os.utime(weights, ns=(stat.st_atime_ns, stat.st_mtime_ns))  # as files of an archive have, release after release
    assert digest_of(folder) != before


def test_weights_are_read_once_and_not_at_each_start(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    before = digest_of(folder)
    with monkeypatch.context() as patch:
        patch.setattr("translate.models.folder._read_digest", lambda *arguments: pytest.fail("the weights were read"))
        assert digest_of(folder) == before
    (folder / "vocab.json").write_bytes(b'{"a": 1}')
    assert digest_of(folder) != before


def test_a_kept_digest_that_is_damaged_is_found_anew(
    folder: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("BITEXTE_CACHE", str(tmp_path / "cache"))
    before = digest_of(folder)
    (kept,) = (tmp_path / "cache" / "digests").iterdir()
    for content in (b"", b"[]", b'{"stamps": 1}', b"\xff"):
        kept.write_bytes(content)
        assert digest_of(folder) == before
