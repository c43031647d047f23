"""Files are cut by their content: the shards of a file are all of it, whatever is done with them."""

from __future__ import annotations

import gzip
from itertools import islice
from pathlib import Path
from tempfile import TemporaryDirectory

import pyarrow as arrow
import pyarrow.parquet as tables
import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from translate.errors import DocumentError, UsageError
from translate.shards.cutting import Shard, Take, find_files, iter_shards
from translate.shards.records import read_lines
from translate.shards.stores import Folder, Store, open_store

PACKED = (b"PK\x03\x04", b"\x1f\x8b", b"\xfd7zXZ\x00", b"\x28\xb5\x2f\xfd")
"""How files begin that are read unpacked, whatever they are called."""


def lines_of(store: Store, shard: Shard) -> bytes:
    with store.open(shard.file) as file:
        lines = read_lines(file, shard.file, offset=shard.offset)
        start = 0 if shard.offset is not None else shard.first - 1
        return b"".join(islice(lines, start, start + shard.records))


@given(st.lists(st.binary(max_size=9).filter(lambda line: b"\n" not in line)), st.integers(1, 5), st.booleans())
def test_the_shards_of_a_file_are_the_file(lines: list[bytes], records: int, packed: bool) -> None:
    content = b"\n".join(lines)
    assume(packed or not content.startswith(PACKED))
    with TemporaryDirectory() as folder:
        name = "a.txt.gz" if packed else "a.txt"
        Path(folder, name).write_bytes(gzip.compress(content) if packed else content)
        store = open_store(folder)
        shards = list(iter_shards(store, [name], records))
        assert b"".join(lines_of(store, shard) for shard in shards) == content.removeprefix(b"\xef\xbb\xbf")
    assert [shard.number for shard in shards] == list(range(len(shards)))
    assert all(shard.records == records for shard in shards[:-1])


def test_a_name_that_is_not_utf8_is_refused() -> None:
    class Strange(Folder):
        def names(self, below: str = "") -> list[str]:
            return ["a.txt", "b\udcff.txt", "c\udcff.pdf"]

    with pytest.raises(UsageError, match=r"the name of the file 'b\\udcff.txt' is not in UTF-8; rename it"):
        find_files(Strange("corpus"))


@pytest.mark.parametrize("name", ["a.txt", "a.jsonl"])
@pytest.mark.parametrize("packed", [False, True])
def test_the_mark_of_utf8_moves_no_shard(tmp_path: Path, name: str, packed: bool) -> None:
    content = "".join(f"La page {number} est fermée.\n" for number in range(5)).encode()
    for place, whole in (("plain", content), ("marked", b"\xef\xbb\xbf" + content)):
        (tmp_path / place).mkdir()
        (tmp_path / place / name).write_bytes(gzip.compress(whole) if packed else whole)
    plain, marked = (open_store(str(tmp_path / place)) for place in ("plain", "marked"))
    shards = list(iter_shards(marked, [name], 2))
    assert [lines_of(marked, shard) for shard in shards] == [
        lines_of(plain, shard) for shard in iter_shards(plain, [name], 2)
    ]
    assert b"".join(lines_of(marked, shard) for shard in shards) == content


def test_a_packed_file_has_the_shards_of_the_plain_one(corpus: Path) -> None:
    (corpus / "z.txt.gz").write_bytes(gzip.compress((corpus / "a.txt").read_bytes()))
    store = open_store(str(corpus))
    plain, packed = (list(iter_shards(store, [name], 10)) for name in ("a.txt", "z.txt.gz"))
    assert [shard.digest for shard in plain] == [shard.digest for shard in packed]
    assert [shard.records for shard in plain] == [10, 10, 3]


def test_a_name_depends_on_the_content_of_the_part_and_on_how_it_is_translated(corpus: Path) -> None:
    store = open_store(str(corpus))
    before = [shard.name("recipe") for shard in iter_shards(store, ["a.txt"], 10)]
    lines = (corpus / "a.txt").read_text(encoding="utf-8").splitlines(keepends=True)
    lines[12] = "Une autre page.\n"
    (corpus / "a.txt").write_text("".join(lines), encoding="utf-8")
    shards = list(iter_shards(store, ["a.txt"], 10))
    after = [shard.name("recipe") for shard in shards]
    assert [one == other for one, other in zip(before, after, strict=True)] == [True, False, True]
    assert {shard.name("another") for shard in shards}.isdisjoint(after)
    assert after[1].startswith("part-000001-")


def test_rows_of_parquet_are_cut_by_their_number(tmp_path: Path) -> None:
    tables.write_table(arrow.table({"text": ["a"] * 25}), tmp_path / "a.parquet", row_group_size=7)
    shards = list(iter_shards(open_store(str(tmp_path)), ["a.parquet"], 10))
    assert [(shard.first, shard.records) for shard in shards] == [(1, 10), (11, 10), (21, 5)]
    assert len({shard.digest for shard in shards}) == 3


def test_files_that_hold_no_records_are_named(corpus: Path) -> None:
    assert find_files(open_store(str(corpus))) == (["a.txt", "more/b.jsonl", "more/c.tsv.gz"], ["LISEZMOI.md"])


def test_a_folder_without_shards_says_what_was_expected(tmp_path: Path) -> None:
    (tmp_path / "a.docx").touch()
    with pytest.raises(UsageError, match=r"no shards to read: expected \.jsonl, .* found 1 others"):
        find_files(open_store(str(tmp_path)))


@pytest.mark.parametrize("text", ["1", "0/3", "4/3", "1/x", "/3", "-1/3", ""])
def test_a_share_is_a_number_and_a_total(text: str) -> None:
    with pytest.raises(UsageError, match="17/64"):
        Take.parse(text)


@given(st.integers(1, 9))
def test_the_shares_are_all_shards_and_each_once(of: int) -> None:
    shards = [Shard(number, "a.txt", "text", 1, 1, 1, "") for number in range(20)]
    taken = [s.number for number in range(1, of + 1) for s in shards if Take.parse(f"{number}/{of}").has(s)]
    assert sorted(taken) == list(range(20))


@pytest.mark.parametrize("damaged", [b"", b"text", b"PAR1\x00\x00\x01\x00\x00\x00PAR1"])
def test_a_parquet_file_that_is_damaged_is_refused_in_one_line(tmp_path: Path, damaged: bytes) -> None:
    (tmp_path / "a.parquet").write_bytes(damaged)
    with pytest.raises(DocumentError, match=r"a\.parquet: is no Parquet file, or is damaged: [^\n]+\.$"):
        list(iter_shards(open_store(str(tmp_path)), ["a.parquet"], 10))
