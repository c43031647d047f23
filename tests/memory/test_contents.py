"""What SQLite counts in a memory is what its units say one by one."""

from __future__ import annotations

import sqlite3
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pytest

from tests.memory.stored import made, taken, unit
from translate.data import CodeKind, InlineCode, Note, Origin, State
from translate.errors import OutputError
from translate.memory.contents import Contents, People, count_contents
from translate.memory.file import MemoryFile
from translate.memory.importing import ImportSettings

CODE = InlineCode(0, 0, CodeKind.ISOLATED)
UNITS = (
    unit("Oui.", "Yes.", document="a.txt", changed="20240131T000000Z", state=State.REVIEWED),
    unit("Oui.", "Yes, sir.", document="b.txt", changed="20231231T235959Z"),
    replace(unit("Oui.", "Yes."), source=replace(unit("Oui.", "").source, codes=(CODE,))),
    replace(unit("Non.", "No.", origin=Origin.MACHINE), properties=(("X-Domain", "law"), ("tu@changeid", "ANNE"))),
    replace(unit("Si.", "Yes."), properties=(("x-document", "c.txt"), ("my-domain", "taxes"), ("domain", ""))),
    replace(unit("Si.", "If."), notes=(Note("Look.", "BEA"), Note("domain"))),
)


@pytest.fixture
def memory(tmp_path: Path) -> MemoryFile:
    memory = made(tmp_path / "m.tmdb", UNITS)
    taken(memory, [unit("Peut-être.", "Maybe.")], ImportSettings(5, "medicine"))
    return memory


def test_units_are_counted_by_state_origin_year_and_domain(memory: MemoryFile) -> None:
    units = list(memory.units())
    assert memory.contents() == Contents(
        units=7,
        sources=4,
        states=dict(sorted(Counter(one.standing.value for one in units).items())),
        origins=dict(sorted(Counter(one.origin.value for one in units).items())),
        years={"2023": 1, "2024": 1, "unknown": 5},
        domains={"law": 1, "medicine": 1, "none": 5},
    )


def test_documents_and_authors_are_counted_by_units(memory: MemoryFile) -> None:
    assert memory.people() == People(
        documents={"a.txt": 1, "b.txt": 1, "c.txt": 1, "none": 4}, authors={"ANNE": 1, "BEA": 1, "unknown": 5}
    )


def test_of_texts_with_one_digest_those_that_differ_are_different_sources(memory: MemoryFile) -> None:
    memory.connection.execute("UPDATE text SET digest = 7")
    assert memory.contents().sources == 4


def test_an_empty_memory_holds_nothing(tmp_path: Path) -> None:
    memory = MemoryFile.open_or_create(tmp_path / "m.tmdb", "fr", "en")
    assert memory.contents() == Contents(0, 0, {}, {}, {}, {})
    assert memory.people() == People({}, {})


def test_a_unit_of_no_state_is_a_fault_of_the_file(memory: MemoryFile) -> None:
    memory.connection.execute("UPDATE unit SET standing = 9 WHERE number = 1")
    with pytest.raises(sqlite3.DatabaseError, match="what it holds of a unit cannot be read"):
        count_contents(memory.connection)
    with pytest.raises(OutputError, match="damaged"):
        memory.contents()


def test_details_that_are_no_json_are_a_fault_of_the_file(memory: MemoryFile) -> None:
    memory.connection.execute("UPDATE unit SET details = '{' WHERE number = 1")
    with pytest.raises(OutputError, match="what it holds of a unit cannot be read"):
        memory.people()
