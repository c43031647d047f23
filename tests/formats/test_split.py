"""A corpus in parts: each within its limit, all of them together the corpus."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from tests.formats.samples import FULL, HEADER, PLAIN
from translate.data import TranslationUnit, Variant
from translate.errors import OutputError, UsageError
from translate.formats import FORMATS, format_of, read_bitext
from translate.formats.base import MeasuredWriter
from translate.formats.split import TAIL_BYTES, Limit, open_split, parse_limit, parts_beside

UNITS = [replace(PLAIN if n % 3 else FULL, name=str(n), document=f"{n // 10}.txt") for n in range(50)]


def split(folder: Path, name: str, limit: Limit, units: list[TranslationUnit] = UNITS) -> list[Path]:
    with open_split(FORMATS.load(name), folder / "news.v1", HEADER, limit, report=lambda _: None) as writer:
        for unit in units:
            writer.write(unit)
    return [part[0] for part in writer.parts]


@pytest.mark.parametrize("name", list(FORMATS))
def test_parts_of_so_many_units_are_the_corpus(name: str, tmp_path: Path) -> None:
    parts = split(tmp_path, name, Limit(units=20))
    assert [path.name.split(".")[2] for path in parts] == ["001", "002", "003"]
    assert [format_of(path) for path in parts] == [name] * 3
    read = [unit.target.text for path in parts for unit in read_bitext(path).units]
    assert read == [unit.target.text for unit in UNITS]
    assert len(list(tmp_path.iterdir())) == (6 if name == "moses" else 3)


@pytest.mark.parametrize("name", ["tmx", "xliff", "xliff2", "json", "jsonl", "tsv", "csv"])
def test_parts_of_so_many_bytes_are_the_corpus(name: str, tmp_path: Path) -> None:
    parts = split(tmp_path, name, Limit(size=3_500))
    assert len(parts) > 1
    assert all(path.stat().st_size <= 3_500 for path in parts)
    # None is much smaller than it could be.
    assert all(path.stat().st_size > 1_500 for path in parts[:-1])
    assert [unit.name for path in parts for unit in read_bitext(path).units] == [unit.name for unit in UNITS]


def test_a_unit_over_the_limit_is_a_part_by_itself(tmp_path: Path) -> None:
    parts = split(tmp_path, "tmx", Limit(size=1_000), [FULL] * 5)
    assert [len(list(read_bitext(path).units)) for path in parts] == [1, 1, 1, 1, 1]


def test_parts_of_an_earlier_run_that_was_longer_go(tmp_path: Path) -> None:
    split(tmp_path, "tmx", Limit(units=10))
    (tmp_path / "news.v1.tmx").write_text("another")
    (tmp_path / "news.v1.001.json").write_text("another")
    split(tmp_path, "tmx", Limit(units=30))
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "news.v1.001.json", "news.v1.001.tmx", "news.v1.002.tmx", "news.v1.tmx",
    ]  # fmt: skip


def test_a_crash_leaves_earlier_parts_whole(tmp_path: Path) -> None:
    split(tmp_path, "tmx", Limit(units=10))
    before = {path.name: path.read_bytes() for path in tmp_path.iterdir()}
    with (
        pytest.raises(RuntimeError, match="crash"),
        open_split(FORMATS.load("tmx"), tmp_path / "news.v1", HEADER, Limit(units=1)) as writer,
    ):
        writer.write(PLAIN)
        writer.write(PLAIN)
        raise RuntimeError("crash")
    assert {path.name: path.read_bytes() for path in tmp_path.iterdir()} == before


@pytest.mark.parametrize("name", ["moses", "parquet"])
def test_what_has_no_size_is_split_by_units_alone(name: str, tmp_path: Path) -> None:
    with pytest.raises(UsageError, match=f"{name} can only be split by units"):
        split(tmp_path, name, Limit(size=10_000))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("50000", Limit(units=50_000)),
        ("20 units", Limit(units=20)),
        ("10MB", Limit(size=10_000_000)),
        ("1.5 GB", Limit(size=1_500_000_000)),
        ("300k", Limit(size=300_000)),
    ],
)
def test_a_limit_is_units_or_bytes(text: str, limit: Limit) -> None:
    assert parse_limit(text) == limit


@pytest.mark.parametrize("text", ["", "many", "0", "-3", "1.5", "10TB", "12B"])
def test_what_is_no_limit_is_refused(text: str) -> None:
    with pytest.raises(UsageError, match=f"'{text}' is"):
        parse_limit(text)


@pytest.mark.parametrize(
    ("units", "sizes"), [(0, [0]), (1, [1]), (9, [9]), (10, [10]), (11, [10, 1]), (20, [10, 10]), (21, [10, 10, 1])]
)
def test_a_part_is_begun_when_a_unit_is_over_the_limit(units: int, sizes: list[int], tmp_path: Path) -> None:
    parts = split(tmp_path, "jsonl", Limit(units=10), UNITS[:units])
    assert [len(list(read_bitext(path).units)) for path in parts] == sizes


@pytest.mark.parametrize("name", ["tmx", "jsonl", "json", "tsv"])
def test_a_size_that_just_fits_makes_one_part(name: str, tmp_path: Path) -> None:
    (whole,) = split(tmp_path / "one", name, Limit(size=10**9))
    with FORMATS.load(name).open(tmp_path / "whole", HEADER, report=lambda _: None) as writer:
        for unit in UNITS:
            writer.write(unit)
        assert isinstance(writer, MeasuredWriter)
        measured = writer.size
    assert whole.read_bytes() == FORMATS.load(name).paths(tmp_path / "whole", HEADER)[0].read_bytes()
    assert len(split(tmp_path / "two", name, Limit(size=measured + TAIL_BYTES))) == 1
    assert len(split(tmp_path / "three", name, Limit(size=measured + TAIL_BYTES - 1))) == 2


def test_rejected_units_fill_no_part(tmp_path: Path) -> None:
    empty = replace(PLAIN, target=Variant("en", ""))
    parts = split(tmp_path, "tmx", Limit(size=3_000), [empty] * 500)
    assert len(parts) == 1


def test_parts_beside_are_those_of_this_name_and_format(tmp_path: Path) -> None:
    for name in ("a.001.tmx", "a.002.tmx", "a.1000.tmx", "a.01.tmx", "a.tmx", "b.001.tmx", "a.001.json", "a.b.001.tmx"):
        (tmp_path / name).write_text("")
    found = parts_beside(FORMATS.load("tmx"), tmp_path / "a", HEADER)
    assert [path.name for path in found] == ["a.001.tmx", "a.002.tmx", "a.1000.tmx"]


def test_a_disk_that_refuses_the_last_step_leaves_nothing_behind(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, target: Path) -> Path:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(Path, "replace", refuse)
    with pytest.raises(OutputError, match="cannot be written: the disk is full"):
        split(tmp_path, "tmx", Limit(units=10))
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize(("text", "size"), [("1000B", 1_000), ("1k", 1_000), ("1.5KB", 1_500), (" 2 M ", 2_000_000)])
def test_a_size_is_counted_in_thousands(text: str, size: int) -> None:
    assert parse_limit(text) == Limit(size=size)


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("999B", "too small for --split; expected at least 1kB"),
        ("0.9k", "too small for --split"),
        ("0 units", "not a number of units; expected 1 or more"),
        ("2.5 units", "not a number of units"),
        ("5 TB", "not a size for --split; expected units such as 50000"),
        ("1e6", "not a size for --split"),
    ],
)
def test_a_limit_that_makes_no_sense_has_a_reason(text: str, reason: str) -> None:
    with pytest.raises(UsageError, match=reason):
        parse_limit(text)
