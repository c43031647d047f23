"""Records of any number are sorted on the disk, in few passes, and units come whole out of them."""

from __future__ import annotations

import errno
import json
import os
from dataclasses import replace
from pathlib import Path
from typing import NoReturn

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.formats.samples import CODED, FULL, PLAIN
from translate.corpus import external
from translate.corpus.external import Record, pack, sort_records, unpack
from translate.corpus.keys import Seen
from translate.corpus.rivals import Rivals
from translate.data import Issue, Severity, TranslationUnit, Variant
from translate.errors import OutputError
from translate.text.scratch import temporary_database

PROPERTY = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])


@PROPERTY
@given(
    records=st.lists(st.tuples(st.binary(max_size=2), st.binary(max_size=9)), max_size=60),
    open_runs=st.integers(2, 5),
    is_reversed=st.booleans(),
)
def test_records_are_sorted_and_keep_their_order(
    records: list[Record], open_runs: int, is_reversed: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(external, "RUN_BYTES", 300)
    monkeypatch.setattr(external, "MAX_OPEN_RUNS", open_runs)
    expected = sorted(records, key=lambda record: record[0], reverse=is_reversed)
    assert list(sort_records(records, is_reversed=is_reversed)) == expected


@pytest.mark.parametrize(("runs", "written"), [(10, 10), (11, 13), (14, 19), (19, 29), (100, 200), (101, 221)])
def test_no_run_is_written_again_unless_it_must_be(runs: int, written: int, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: list[int] = []
    write = external._write

    def count(records: list[Record], path: Path) -> Path:
        held = list(records)
        sizes.append(len(held))
        return write(held, path)

    monkeypatch.setattr(external, "_write", count)
    monkeypatch.setattr(external, "RUN_BYTES", 1)
    monkeypatch.setattr(external, "MAX_OPEN_RUNS", 10)
    records = [(bytes([number % 7]), bytes([number])) for number in range(runs)]
    assert list(sort_records(records)) == sorted(records, key=lambda record: record[0])
    assert sum(sizes) == written


@pytest.mark.parametrize(
    "unit",
    [
        PLAIN,
        CODED,
        FULL,
        replace(PLAIN, target=Variant("en", "a\ud800\0")),
        replace(PLAIN, score=float("inf")),
        replace(PLAIN, issues=(Issue("numbers", Severity.ERROR, "a", float("-inf")),)),
    ],
)
def test_a_unit_comes_out_as_it_went_in(unit: TranslationUnit) -> None:
    assert unpack(pack(unit)) == unit
    assert unpack(memoryview(pack(unit))) == unit


def full(*given: object, **more: object) -> NoReturn:
    raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))


def test_a_full_disk_of_temporary_files_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    with monkeypatch.context() as small, pytest.raises(OutputError, match=r"bitexte-.*0-0: .*: the disk is full"):
        small.setattr(Path, "open", full)
        list(sort_records([(b"a", b"b")]))
    with Rivals.open("first") as rivals, monkeypatch.context() as small:
        rivals.add(0, 7)
        small.setattr(Path, "open", full)
        with pytest.raises(OutputError, match=r"bitexte-.*/000: .*: the disk is full"):
            rivals.find_losers()


def test_a_full_disk_of_a_temporary_database_is_named() -> None:
    with pytest.raises(OutputError, match=r"temporary database cannot be written: .* is full\. .*SQLITE_TMPDIR"):  # noqa: SIM117
        with temporary_database([Seen.table("names"), "PRAGMA max_page_count = 1"]) as database:
            for number in range(1000):
                Seen(database, "names").add(number)


def test_what_json_can_say_is_json() -> None:
    assert json.loads(pack(PLAIN))["source"]["text"] == PLAIN.source.text
