"""What does not agree with what was made is named, and made again after a repair."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.shards.conftest import bytes_in
from tests.shards.test_run import translated
from translate.config import Config
from translate.errors import UsageError
from translate.shards.manifest import MANIFEST
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


Edit = Callable[[dict[str, Any]], object]
WORDS: dict[str, Edit] = {
    "the file of somebody else": lambda word: word["made"].append({"name": "../mine", "size": 4, "sha256": "0" * 64}),
    "no file": lambda word: word.update(made=[]),
    "a size that is no number": lambda word: word["made"][0].update(size="many"),
    "a digest that is none": lambda word: word["made"][0].update(sha256="0"),
    "one field more": lambda word: word["made"][0].update(place="here"),
    "records that are no number": lambda word: word.update(records="many"),
    "less than nothing": lambda word: word.update(units=-1),
    "a kernel that is a number": lambda word: word.update(kernel=5),
    "another shard": lambda word: word.update(name="part-000099-000000000000"),
    "seconds that are none": lambda word: word.update(seconds="long"),
}


@pytest.mark.parametrize("what", WORDS)
def test_a_word_that_says_what_no_run_says_is_none_and_its_shard_is_made_again(
    corpus: Path, out: Path, config: Config, what: str
) -> None:
    whole, mine = bytes_in(out), out.parent / "mine"
    mine.write_text("mine", encoding="utf-8")
    word = min((out / ".done").iterdir())
    value = json.loads(word.read_text(encoding="utf-8"))
    WORDS[what](value)
    word.write_text(json.dumps(value), encoding="utf-8")
    store = open_store(str(out))
    _, faults = verify(store)
    assert f".done/{word.name}: cannot be read" in [f"{fault.file}: {fault.message}" for fault in faults]
    assert repair(store, faults) == []
    assert mine.read_text(encoding="utf-8") == "mine"
    assert len(translated(corpus, out, config).done) == 1
    assert bytes_in(out) == whole


MANIFESTS: dict[str, tuple[Edit, str]] = {
    "records": (lambda value: value.update(records=7), "has another records than its shards"),
    "digest": (lambda value: value["shards"][0]["made"][0].update(sha256="0"), "says something else of part-000000-"),
    "units": (lambda value: value["shards"][1].update(units=0), "says something else of part-000001-"),
    "order": (lambda value: value["shards"].reverse(), "has another digest than its shards"),
    "place": (lambda value: value["shards"].append({"name": "../../mine"}), "names ../../mine, which is not done"),
}


@pytest.mark.parametrize("what", MANIFESTS)
def test_a_manifest_that_was_edited_is_named_and_written_anew(
    corpus: Path, out: Path, config: Config, what: str
) -> None:
    whole, mine = bytes_in(out), out.parent / "mine.json"
    mine.write_text("{}", encoding="utf-8")
    value = json.loads(whole[MANIFEST])
    edit, message = MANIFESTS[what]
    edit(value)
    (out / MANIFEST).write_text(json.dumps(value), encoding="utf-8")
    store = open_store(str(out))
    _, faults = verify(store)
    assert [fault.file for fault in faults if fault.message.startswith(message)] == [MANIFEST]
    assert repair(store, faults) == []
    assert mine.exists()
    assert translated(corpus, out, config).done == ()
    assert bytes_in(out) == whole


@pytest.mark.parametrize(
    "shards", ["", ', "shards": 1', ', "shards": [1]', ', "shards": [{}]', ', "shards": [{"name": 1}]']
)
def test_what_bitexte_did_not_write_stays_whatever_it_is_called(out: Path, shards: str) -> None:
    manifest = f'{{"format": "bitexte shards 1"{shards}}}'
    others = {"mine.jsonl.gz": b"mine", MANIFEST: manifest.encode(), ".done/notes.json": b"mine"}
    for name, content in others.items():
        (out / name).write_bytes(content)
    store = open_store(str(out))
    _, faults = verify(store)
    assert [(fault.file, fault.message) for fault in faults] == [
        (MANIFEST, "is damaged, or was not written by bitexte; move it")
    ]
    assert repair(store, faults) == faults
    assert {name: (out / name).read_bytes() for name in others} == others


def test_a_folder_without_shards_is_refused(tmp_path: Path) -> None:
    with pytest.raises(UsageError, match="holds no shards"):
        verify(open_store(str(tmp_path)))
