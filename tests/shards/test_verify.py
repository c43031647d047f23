"""What does not agree with what was made is named, and made again after a repair."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.shards.conftest import bytes_in
from tests.shards.test_run import translated
from translate.config import Config
from translate.errors import UsageError
from translate.shards.run import MANIFEST
from translate.shards.stores import open_store
from translate.shards.verify import repair, verify


@pytest.fixture
def out(corpus: Path, tmp_path: Path, config: Config) -> Path:
    translated(corpus, tmp_path / "out", config)
    return tmp_path / "out"


def test_what_stands_as_it_was_made_has_no_fault(out: Path) -> None:
    assert verify(open_store(str(out))) == (7, [])


@pytest.mark.parametrize("damage", ["byte", "cut", "gone", "word", "word gone", "stray"])
def test_each_kind_of_damage_is_found_and_repaired(corpus: Path, out: Path, config: Config, damage: str) -> None:
    whole = bytes_in(out)
    part = sorted(out.glob("part-*"))[2]
    word = out / ".done" / part.name.replace(".jsonl.gz", ".json")
    content = part.read_bytes()
    if damage == "byte":
        part.write_bytes(content[:30] + bytes([content[30] ^ 1]) + content[31:])
    elif damage == "cut":
        part.write_bytes(content[:-1])
    elif damage == "gone":
        part.unlink()
    elif damage == "word":
        word.write_text("{", encoding="utf-8")
    elif damage == "word gone":
        word.unlink()
    else:
        (out / "part-000099-000000000000.jsonl.gz").write_bytes(content)
    store = open_store(str(out))
    _, faults = verify(store)
    assert faults
    repair(store, faults)
    translated(corpus, out, config)
    assert verify(store) == (7, [])
    assert bytes_in(out) == whole


def test_shards_beside_the_manifest_are_named(corpus: Path, out: Path, config: Config) -> None:
    (corpus / "z.txt").write_text("Une page de plus.\n", encoding="utf-8")
    manifest = (out / MANIFEST).read_bytes()
    translated(corpus, out, config)
    (out / MANIFEST).write_bytes(manifest)
    _, faults = verify(open_store(str(out)))
    assert [fault.message for fault in faults] == [f"is not in {MANIFEST}"]


def test_a_folder_without_shards_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no shards"):
        verify(open_store(str(tmp_path)))
