"""A check sees what is wrong with an index, each part of which is spoilt in turn; any sound one passes."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.memory.stored import made, taken, unit
from translate.data import CodeKind, InlineCode
from translate.errors import OutputError
from translate.memory import indexing, proving
from translate.memory.file import MemoryFile

WORDS = ("le", "chat", "dort", "sous", "la", "table", "du", "salon")
TEXTS = [f"{' '.join(WORDS[: number % 9])} numéro{number} ." for number in range(60)]
DENSE = "number & 65536"


@pytest.fixture
def memory(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> MemoryFile:
    """Return a memory of a segment with postings, bundles and groups among them, and one without."""
    monkeypatch.setattr(indexing, "_POSTED_TEXTS", 20)
    monkeypatch.setattr("translate.memory.postings.RARE_TEXTS", 16)
    monkeypatch.setattr(proving, "_RARE_TEXTS", 16)
    memory = made(tmp_path / "m.tmdb", [unit(text, "x") for text in TEXTS])
    taken(memory, [unit("Bonjour à tous.", "Hello, all.")])
    return memory


def test_a_sound_index_is_proved(memory: MemoryFile) -> None:
    assert memory.connection.execute("SELECT is_posted FROM segment ORDER BY first").fetchall() == [(1,), (0,)]
    assert memory.connection.execute(f"SELECT count(*) FROM posting WHERE {DENSE}").fetchone()[0] > 3
    memory.prove_index()
    memory.delete([3, 4])
    memory.prove_index()


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("DELETE FROM segment WHERE first = 0", "is missing"),
        ("DELETE FROM segment", "is missing"),
        ("UPDATE segment SET texts = texts + 1", "is of other texts"),
        ("UPDATE segment SET high = 5", "is of other texts"),
        ("UPDATE segment SET last = 'x'", "is no part"),
        ("UPDATE segment SET low = 'x'", "is no part"),
        ("DELETE FROM block WHERE number = 1", "is missing"),
        ("INSERT INTO block SELECT 7, texts, lengths, counts, codes FROM block WHERE number = 1", "is missing"),
        ("UPDATE block SET texts = x'ff'", "is no part"),
        ("UPDATE block SET texts = x'01000000' WHERE number = 1", "is of other texts"),
        ("UPDATE block SET lengths = x'0100ff00' || substr(lengths, 5)", "is no part"),
        ("UPDATE block SET lengths = x'0400' WHERE number = 1", "is of other texts"),
        ("UPDATE block SET codes = codes + 1", "is no part"),
        ("DELETE FROM code WHERE number = 0", "is missing"),
        ("INSERT INTO code VALUES (1, x'0000')", "is missing"),
        ("UPDATE code SET codes = 'text'", "is missing"),
        ("UPDATE code SET codes = substr(codes, 3)", "is missing"),
        ("UPDATE code SET codes = zeroblob(length(codes)) WHERE number = 0", "is of other texts"),
        ("DELETE FROM posting WHERE NOT number & 65536", "is of other texts"),
        (f"UPDATE posting SET ranks = x'00' WHERE {DENSE}", "is no part"),
        (f"UPDATE posting SET ranks = ranks || x'0000' WHERE {DENSE}", "is no part"),
        ("UPDATE posting SET ranks = x'' WHERE NOT number & 65536", "is no part"),
        ("UPDATE posting SET ranks = ranks || x'00000000' WHERE NOT number & 65536", "is no part"),
        ("UPDATE posting SET ranks = 'text' WHERE NOT number & 65536", "is no part"),
        ("UPDATE posting SET number = number + 3", "is no part"),
        ("DELETE FROM text WHERE number = 9", "is of other texts"),
        ("UPDATE text SET source = 'le chat dormait' WHERE number = 9", "is of other texts"),
        ("UPDATE text SET tagged = '<x1/>' WHERE number = 9", "is of other texts"),
        ("UPDATE text SET digest = digest + 1 WHERE number = 9", "is of other texts"),
    ],
)
def test_what_is_spoilt_is_said_with_what_to_do(damage: str, said: str, memory: MemoryFile) -> None:
    memory.connection.execute(damage)
    with pytest.raises(OutputError, match=rf"a part of the index {said}\); make it anew with 'bitexte memory check"):
        memory.prove_index()
    memory.repair_index()
    memory.prove_index()


def test_a_rank_that_a_bundle_lacks_is_missed(memory: MemoryFile) -> None:
    rows = memory.connection.execute("SELECT number, ranks FROM posting WHERE NOT number & 65536").fetchall()
    for number, row in rows:
        changed = row[:-1] + bytes((row[-1] ^ 1,))
        memory.connection.execute("UPDATE posting SET ranks = ? WHERE number = ?", (changed, number))
    with pytest.raises(OutputError, match="of other texts"):
        memory.prove_index()


def test_an_empty_memory_has_a_sound_index(tmp_path: Path) -> None:
    with MemoryFile.open_or_create(tmp_path / "m.tmdb", "fr", "en") as memory:
        memory.prove_index()


@settings(deadline=None, max_examples=20, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(st.lists(st.text(min_size=1, max_size=30).filter(str.strip), min_size=1, max_size=40), st.booleans())
def test_the_index_of_any_texts_is_sound(tmp_path: Path, texts: list[str], is_posted: bool) -> None:
    (tmp_path / "m.tmdb").unlink(missing_ok=True)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(indexing, "_POSTED_TEXTS", 1 if is_posted else 99)
        code = InlineCode(0, 0, CodeKind.ISOLATED)
        some = [unit(text, "x") for text in texts]
        tagged = replace(some[0], source=replace(some[0].source, codes=(code,)))
        long = unit("mot  de trop, " * 700, "x")
        with made(tmp_path / "m.tmdb", [*some, tagged, long]) as memory:
            memory.prove_index()


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        ("DELETE FROM text WHERE number = 9", "1 unit names a source that is missing"),
        ("DELETE FROM file", "61 units name a file that is missing"),
        ("UPDATE unit SET document = 7 WHERE number < 3", "2 units name a document that is missing"),
    ],
)
def test_a_unit_that_names_what_is_not_there_is_a_fault_that_no_index_mends(
    damage: str, said: str, memory: MemoryFile
) -> None:
    assert memory.faults() == []
    memory.connection.execute(damage)
    assert memory.faults() == [said]
