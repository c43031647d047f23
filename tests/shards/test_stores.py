"""A folder and an address of fsspec behave alike."""

from __future__ import annotations

import hashlib
import os
import uuid
from pathlib import Path

import pytest

from translate.errors import DocumentError, UsageError
from translate.shards.stores import Store, digest_within, is_within, open_store


@pytest.fixture(params=["folder", "memory", "file"])
def store(request: pytest.FixtureRequest, tmp_path: Path) -> Store:
    if request.param == "memory":
        return open_store(f"memory://{uuid.uuid4().hex}/corpus")
    return open_store(f"file://{tmp_path}/corpus" if request.param == "file" else str(tmp_path / "corpus"))


def put(store: Store, name: str, content: bytes) -> None:
    with store.write(name) as file:
        file.write(content)


def test_what_is_written_is_read_and_has_its_size(store: Store) -> None:
    put(store, "inner/b.txt", b"deux")
    with store.open("inner/b.txt") as file:
        assert file.read() == b"deux"
    assert store.size("inner/b.txt") == 4
    assert digest_within(store, "inner/b.txt") == hashlib.sha256(b"deux").hexdigest()


def test_names_are_in_order_and_hidden_ones_only_in_their_folder(store: Store) -> None:
    for name in ("c.txt", "a/z.txt", ".done/one.json", ".hidden"):
        put(store, name, b"x")
    assert store.names() == ["a/z.txt", "c.txt"]
    assert store.names(".done") == [".done/one.json"]
    assert store.names("nowhere") == []


def test_a_content_that_fails_halfway_leaves_the_one_before(store: Store) -> None:
    put(store, "a.txt", b"before")
    with pytest.raises(RuntimeError), store.write("a.txt") as file:
        file.write(b"after")
        raise RuntimeError
    with store.open("a.txt") as file:
        assert file.read() == b"before"
    assert store.names() == ["a.txt"]


def test_what_is_removed_is_gone_and_what_is_not_there_is_no_error(store: Store) -> None:
    put(store, "a.txt", b"x")
    store.remove("a.txt")
    store.remove("a.txt")
    assert store.size("a.txt") is None
    assert store.names() == []


def test_a_file_that_is_not_there_is_named(store: Store) -> None:
    with pytest.raises(DocumentError, match=r"nowhere\.txt: cannot be read"), store.open("nowhere.txt"):
        pass


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="Windows has no such files")
def test_what_is_no_file_is_refused_and_not_waited_for_and_a_link_to_a_folder_is_not_passed_over(
    tmp_path: Path,
) -> None:
    (tmp_path / "inner").mkdir()
    os.mkfifo(tmp_path / "pipe.jsonl")
    (tmp_path / "far.jsonl").symlink_to(tmp_path / "inner")
    store = open_store(str(tmp_path))
    assert store.names() == ["far.jsonl", "pipe.jsonl"]
    for name in store.names():
        with pytest.raises(DocumentError, match=rf"{name}: cannot be read: it is no regular file"), store.open(name):
            pass


def test_an_address_that_nobody_reads_is_refused_by_name() -> None:
    with pytest.raises(UsageError, match="smoke://signal: smoke:// cannot be used"):
        open_store("smoke://signal")


@pytest.mark.parametrize(
    ("inner", "outer", "expected"),
    [
        ("a/b", "a", True),
        ("a", "a", True),
        ("ab", "a", False),
        ("s3://x/a/b", "s3://x/a", True),
        ("s3://x/ab", "s3://x/a", False),
        ("a", "s3://x/a", False),
    ],
)
def test_a_place_lies_in_another(inner: str, outer: str, expected: bool) -> None:
    assert is_within(inner, outer) is expected
